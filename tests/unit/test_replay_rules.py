"""What a new policy would have said: the rules, on values."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.config.text import policy_from_text
from gateway.core.answer import answer_for
from gateway.core.assessment import INTENTS, Risk
from gateway.core.client import Client, Known
from gateway.core.crisis_data import line_of
from gateway.core.decision import Because
from gateway.core.record import Record, ReplyTrace
from gateway.core.replay import (
    Side,
    assessment_of,
    cautions,
    chosen,
    compare,
    language_of,
    replied,
    reply_of,
    signs_of,
    unanswered,
)
from gateway.errors import NeedsHuman
from gateway.resources import default_policy, read_lines
from tests.unit.replays import ANN, POLICY

TRACE = ReplyTrace(
    edition=1,
    template="booking",
    languages=("fr-CA", "en"),
    form="discreet",
    also=("homework",),
    short=True,
    place="CA-QC",
    audience=("youth",),
    foreign="de",
    received="2026-03-03T09:30:00-05:00",
    received_zone="America/Toronto",
)


def test_a_reply_comes_back_from_its_trace() -> None:
    reply = reply_of(TRACE)
    plain, kept = asdict(reply), asdict(TRACE)
    assert {key: plain[key] for key in plain if key != "handle"} == {
        key: kept[key] for key in plain if key != "handle"
    }


@pytest.mark.parametrize(
    ("languages", "foreign", "found"),
    [(("en",), "", "en"), (("fr-CA",), "", "fr"), (("fr", "en"), "", ""), (("en",), "de", "de")],
)
def test_the_language_from_a_trace(languages: tuple[str, ...], foreign: str, found: str) -> None:
    assert language_of(replace(TRACE, languages=languages, foreign=foreign)) == found


@pytest.mark.parametrize(
    ("form", "default", "agreed", "has_sign"),
    [
        ("full", "full", None, False),
        ("discreet", "full", None, True),
        ("discreet", "full", "full", True),
        ("discreet", "full", "discreet", False),
        ("discreet", "discreet", None, False),
    ],
)
def test_a_discreet_reply_without_a_reason_had_a_sign(
    form: str, default: str, agreed: Any, has_sign: bool
) -> None:
    then = replace(POLICY, privacy=replace(POLICY.privacy, reply_default=default))  # type: ignore[arg-type]
    found = signs_of(replace(TRACE, form=form), Client(reply=agreed), then)
    assert bool(found) is has_sign


@given(
    st.lists(st.sampled_from(INTENTS), min_size=1, max_size=3, unique=True),
    st.sampled_from([risk.word for risk in Risk]),
    st.sampled_from(["", "en", "fr", "de"]),
    st.booleans(),
)
def test_the_same_policy_chooses_the_same_reply(
    reasons: list[str], risk: str, language: str, short: bool
) -> None:
    found = assessment_of(tuple(reasons), risk, language, ())
    assert found is not None
    reply = answer_for(found, Known(replied=short), POLICY)
    trace = replace(
        TRACE,
        **{key: getattr(reply, key) for key in asdict(reply) if key != "handle"},
    )
    past = replied(trace, "m1", ANN, found, is_shadow=False)
    again = chosen(past, None, POLICY, POLICY).reply
    assert again is not None
    assert replace(again, handle="") == replace(reply, handle="")


def test_what_could_not_be_judged() -> None:
    assert assessment_of((), "unknown", "", ()) is None
    unread = assessment_of(("booking",), "unknown", "", ())
    assert unread is not None
    assert (unread.risk, unread.risk_word) == (Risk.NONE, "unknown")
    past = replied(replace(TRACE, template="other"), "m1", ANN, None, is_shadow=False)
    side = chosen(past, None, POLICY, POLICY)
    assert side.reply is not None
    assert side.reply.template == "other"


def test_unanswered_needs_a_code_that_depends_on_people() -> None:
    at = datetime(2026, 3, 3, tzinfo=UTC)
    assert unanswered("m1", at, Record(reasons=(Because("list", ""),))) is None
    past = unanswered("m1", at, Record(reasons=(Because("intent", ""), Because("off", "x"))))
    assert past is not None
    assert past.why == Because("off", "x")


def test_lines_come_back_as_they_were_kept() -> None:
    for line in read_lines():
        kept = json.loads(json.dumps(asdict(line), default=str))
        assert line_of(kept) == line
        assert line_of(kept | {"of_a_later_version": 1}) == line
    with pytest.raises(TypeError):
        line_of({"id": "CA-988"})


def test_a_policy_of_another_version_is_read() -> None:
    text = default_policy() + "\n[of_a_later_version]\nkey = 1\n"
    assert policy_from_text(text) == POLICY
    assert policy_from_text("\ufeff" + default_policy()) == POLICY
    with pytest.raises(NeedsHuman, match="kept policy"):
        policy_from_text("= 1")


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("window_days", 3, "reply.window_days"),
        ("per_hour", 1, "reply.per_hour"),
        ("uncertain", "silent", "marks of a machine"),
        ("uncertain", "answer", ""),
        ("display_name", "Dana", ""),
    ],
)
def test_cautions(key: str, value: Any, told: str) -> None:
    now = replace(POLICY, reply=replace(POLICY.reply, **{key: value}))
    found = cautions(POLICY, now)
    assert bool(found) is bool(told)
    assert all(told in words for words in found)


@given(st.text("ab\n", max_size=30), st.text("ab\n", max_size=30))
def test_equal_words_and_only_they_are_the_same(then: str, now: str) -> None:
    past = replied(TRACE, "m1", ANN, None, is_shadow=False)
    change = compare(past, Side(reply=past.reply, words=then), Side(reply=past.reply, words=now))
    assert (change.verdict == "same") is (then == now)
    lines = len(now.splitlines()) - len(then.splitlines())
    assert change.added - change.removed == lines
