"""Figures from labelled mails: counted right, and no word of a mail in an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.assessment import Risk
from gateway.core.labels import BadLabel, Labelled, labelled
from gateway.core.misses import first_words, misses
from gateway.core.scoring import (
    RISK_WORDS,
    Pair,
    Share,
    by_category,
    by_language,
    by_trap,
    figures,
    grouped,
)

NONE, NOTICE, URGENT, EMERGENCY = Risk
BOUNDS = [  # part, whole, lower and upper bound (worked by hand from Wilson's formula)
    (0, 10, 0.0, 0.2775),
    (5, 10, 0.2366, 0.7634),
    (10, 10, 0.7225, 1.0),
    (25, 25, 0.8668, 1.0),
    (147, 150, 0.9428, 0.9932),
    (0, 0, 0.0, 1.0),
]


@pytest.mark.parametrize(("part", "whole", "low", "high"), BOUNDS)
def test_bounds(part: int, whole: int, low: float, high: float) -> None:
    assert Share(part, whole).bounds == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 500), st.integers(0, 500))
def test_bounds_hold_the_share_and_narrow_with_more_mails(part: int, rest: int) -> None:
    share = Share(part, part + rest)
    low, high = share.bounds
    assert 0.0 <= low <= (share.value or 0.0) <= high <= 1.0
    more = Share(part * 4, (part + rest) * 4)
    if share.whole:
        assert more.bounds[1] - more.bounds[0] < high - low


def mail(
    risk: Risk = NONE, reason: str = "other", *, text: str = "A calm line.", **more: object
) -> Labelled:
    return labelled({"text": text, "risk": risk.word, "reasons": [reason], **more})


def pair(gold: Labelled, risk: str, reasons: dict[str, float], *signs: str) -> Pair:
    return Pair(gold=gold, risk=risk, reasons=tuple(reasons.items()), signs=signs)


def risks(*cells: tuple[Risk, str]) -> list[Pair]:
    return [pair(mail(gold), got, {"other": 0.9}) for gold, got in cells]


def test_danger_by_hand() -> None:
    risk = figures(
        risks(
            (EMERGENCY, "emergency"),
            (EMERGENCY, "urgent"),
            (EMERGENCY, "notice"),
            (EMERGENCY, "unknown"),
            (URGENT, "emergency"),
            (URGENT, "none"),
            (NOTICE, "urgent"),
            (NOTICE, "notice"),
            (NONE, "none"),
            (NONE, "unknown"),
            (NONE, "emergency"),
        )
    ).risk
    assert risk.emergency == Share(2, 4)
    assert risk.exact == Share(1, 4)
    assert risk.danger == Share(3, 6)
    assert risk.none == Share(1, 3)
    assert risk.notice == Share(1, 2)
    assert risk.right_alarms == Share(3, 5)
    assert risk.table[("emergency", "unknown")] == 1


@given(st.lists(st.tuples(st.sampled_from(Risk), st.sampled_from(RISK_WORDS))))
def test_no_mail_is_lost_in_the_counting(cells: list[tuple[Risk, str]]) -> None:
    pairs = risks(*cells)
    risk = figures(pairs).risk
    assert sum(risk.table.values()) == len(pairs)
    assert risk.danger.whole + risk.none.whole + risk.notice.whole == len(pairs)
    assert risk.danger.part == risk.right_alarms.part
    wrong = [m for m in misses(pairs) if m.what != "reason"]
    assert len(wrong) == sum(gold.word != got for gold, got in cells)


def test_reasons_by_hand() -> None:
    pairs = [
        pair(mail(reason="booking"), "none", {"booking": 0.9}),
        pair(mail(reason="booking"), "none", {"other": 0.4}),
        pair(mail(reason="other"), "none", {"booking": 0.6, "other": 0.3}),
        pair(
            labelled({"text": "", "risk": "none", "reasons": ["update", "homework"]}),
            "none",
            {"update": 0.8, "homework": 0.7},
        ),
    ]
    reasons = figures(pairs).reasons
    assert reasons.each["booking"].precision == Share(1, 2)
    assert reasons.each["booking"].recall == Share(1, 2)
    assert reasons.each["booking"].f1 == 0.5
    assert reasons.each["other"].f1 == 0.0
    assert reasons.each["update"].f1 == 1.0
    assert reasons.macro_f1 == 0.5
    assert reasons.right == Share(2, 4)
    assert reasons.reported == Share(4, 5)


def test_a_reason_that_is_only_named_lowers_no_mean() -> None:
    pairs = [
        pair(mail(reason="booking"), "none", {"booking": 0.9}),
        pair(mail(reason="booking"), "none", {"update": 0.9}),
    ]
    reasons = figures(pairs).reasons
    assert reasons.each["update"].precision == Share(0, 1)
    assert reasons.macro_f1 == pytest.approx(2 / 3)


def test_signs_by_hand() -> None:
    pairs = [
        pair(mail(signs=["abuse"]), "none", {"other": 1.0}, "abuse", "suicide"),
        pair(mail(signs=["abuse"]), "none", {"other": 1.0}),
    ]
    signs = figures(pairs).signs
    assert (signs["abuse"].precision, signs["abuse"].recall) == (Share(1, 1), Share(1, 2))
    assert (signs["suicide"].precision, signs["suicide"].recall) == (Share(0, 1), Share(0, 0))


def test_scores_by_hand() -> None:
    pairs = [
        pair(mail(reason="booking"), "none", {"booking": 0.85}),
        pair(mail(reason="other"), "none", {"booking": 0.81, "other": 0.1}),
        pair(mail(reason="update"), "none", {"update": 1.0}),
    ]
    found = figures(pairs)
    assert [(round(b.mean, 3), b.right) for b in found.bins] == [
        (0.1, Share(1, 1)),
        (0.83, Share(1, 2)),
        (1.0, Share(1, 1)),
    ]
    assert found.calibration_error == pytest.approx((0.9 + 0.66 + 0.0) / 4)


def test_of_nothing_nothing_is_said() -> None:
    nothing = figures([])
    assert nothing.risk.danger.value is None
    assert nothing.reasons.macro_f1 is None
    assert nothing.calibration_error is None
    assert misses([]) == []


KINDS_OF_MISS = [
    (EMERGENCY, "notice", "not found"),
    (URGENT, "unknown", "not found"),
    (NOTICE, "urgent", "false alarm"),
    (EMERGENCY, "urgent", "too low"),
    (NOTICE, "none", "too low"),
    (URGENT, "emergency", "too high"),
    (NONE, "notice", "too high"),
    (NONE, "unknown", "unknown"),
]


@pytest.mark.parametrize(("gold", "got", "what"), KINDS_OF_MISS)
def test_what_kind_of_miss(gold: Risk, got: str, what: str) -> None:
    (miss,) = misses(risks((gold, got)))
    assert (miss.what, miss.gold, miss.got) == (what, gold.word, got)


def test_the_gravest_miss_stands_first() -> None:
    pairs = [
        pair(mail(signs=["abuse"], id="sign"), "none", {"other": 1.0}),
        pair(mail(reason="booking", id="reason"), "none", {"other": 1.0}),
        pair(mail(NONE, id="alarm"), "urgent", {"other": 1.0}),
        pair(mail(URGENT, id="danger"), "none", {"other": 1.0}),
    ]
    assert [m.id for m in misses(pairs)] == ["danger", "alarm", "reason", "sign"]


def test_groups_and_first_words() -> None:
    one = mail(lang="en", traps=["idiom", "sms"], subject="Hi", text="one\ntwo", category="h08")
    two = mail(text="three")
    pairs = [pair(gold, "none", {"other": 1.0}) for gold in (one, two)]
    assert list(grouped(pairs, by_language)) == ["en", "not said"]
    assert list(grouped(pairs, by_trap)) == ["idiom", "no trap", "sms"]
    assert list(grouped(pairs, by_category)) == ["h08"]
    assert first_words(one) == "Hi | one two"
    assert first_words(mail(text="red\x1b[31m and\ud800")) == "red?[31m and?"


GOOD: dict[str, object] = {"text": "Violet canary.", "risk": "none", "reasons": ["other"]}
BAD = [  # what is wrong with the row, the key that is named
    ([], ""),
    ({**GOOD, "risk": "high"}, "risk"),
    ({**GOOD, "risk": None}, "risk"),
    ({k: v for k, v in GOOD.items() if k != "risk"}, "risk"),
    ({k: v for k, v in GOOD.items() if k != "text"}, "text"),
    ({**GOOD, "text": 7}, "text"),
    ({**GOOD, "reasons": []}, "reasons"),
    ({**GOOD, "reasons": ["holiday"]}, "reasons"),
    ({**GOOD, "reasons": "booking"}, "reasons"),
    ({**GOOD, "signs": ["sad"]}, "signs"),
    ({**GOOD, "traps": [1]}, "traps"),
    ({**GOOD, "resons": ["other"]}, "resons"),
    ({**GOOD, "id": "a\x1b[2Jb"}, "id"),
    ({**GOOD, "lang": "\ud800"}, "lang"),
]


@pytest.mark.parametrize(("row", "key"), BAD)
def test_a_bad_label_is_named_without_a_word_of_the_mail(row: object, key: str) -> None:
    with pytest.raises(BadLabel) as found:
        labelled(row)
    assert found.value.key == key
    assert "canary" not in str(found.value)


def test_the_least_of_a_label() -> None:
    gold = labelled(GOOD, 12)
    assert (gold.id, gold.language, gold.subject, gold.signs) == ("12", "", "", ())
    assert "canary" not in repr(gold)
