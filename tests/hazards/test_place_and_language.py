"""H-13, H-14, H-19, H-23: the numbers are those of the place, in words that she reads."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from gateway.core.answer import answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.client import Client, Known
from gateway.core.crisis import lines_for
from gateway.core.danger import DANGER, danger_line
from gateway.core.decision import Form, Reply
from gateway.core.hotline import Crisis, Line, OwnLine
from gateway.core.policy import Policy
from gateway.core.proof import REASONS, RISKY, every_reply
from gateway.core.speak import Speaker
from tests.conftest import NOW
from tests.practices import CLINIC, LINES, PLAIN, RICH, TAGS, received, said, speaker

PLACES = ("CA-ON", "CA-QC", "CA-NU", "US", "GB-ENG", "IE", "AU", "NZ", "FR", "ES", "NL")
FORMS: tuple[Form, ...] = ("full", "discreet")
NAMES = (*REASONS, *RISKY)
BY: Speaker = speaker(PLAIN)
EMERGENCY = {line.phone for line in LINES if line.kind == "emergency" and line.phone}
# A number on a line of its own: "  Call 911".
OWN_LINE = re.compile(r"^  \D*(\S.*)$", re.MULTILINE)
# What each reply says in these languages to whoever is somewhere else, or where no number is sure.
ELSEWHERE = re.compile(
    r"(?:emergency number (?:there|of the place)|num[ée]ro d.urgence|n[úu]mero de emergencia)", re.I
)
NEXT_ONE = re.compile(r"the next one|numéro suivant|el siguiente", re.I)
DEPARTMENT = re.compile(
    r"emergency department|à l.urgence|service d.urgence|(?:sala|servicio) de (?:emergenc|urgenc)",
    re.IGNORECASE,
)
SOMEBODY_ELSE = re.compile(r"someone else|somebody else|quelqu.un d.autre|otra persona", re.I)


def text_of(answer: Reply, by: Speaker = BY) -> str:
    return " ".join(by.speak(answer, received(by.policy)).text.split())


def shown(place: str, tag: str) -> tuple[Line, ...]:
    asked = {"place": place, "language": tag, "audience": (), "today": NOW.date()}
    return lines_for(LINES, PLAIN, **asked)  # type: ignore[arg-type]


def standing(number: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\d-]){re.escape(number)}(?![\d-])", text))


# ---- H-13


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("place", PLACES)
def test_each_language_carries_each_number_of_the_place(place: str, tag: str) -> None:
    """The matrix: her language, her place, each reason, both forms."""
    numbers = [n for x in shown(place, tag) for n in (x.phone, x.sms) if n]
    assert numbers
    for name, form in product(NAMES, FORMS):
        answer = Reply(name, name, languages=(tag,), form=form, place=place)
        spoken = BY.speak(answer, received(PLAIN))
        assert [n for n in numbers if not standing(n, spoken.text)] == []
        assert spoken.languages[0].partition("-")[0] == tag


@pytest.mark.parametrize("language", sorted(set(DANGER) - set(TAGS)))
def test_who_writes_in_another_language_reads_the_number_in_hers(language: str) -> None:
    found = Assessment(intents=(("other", 0.9),), risk=Risk.NONE, language=language)
    for place, number in (("CA-ON", "911"), ("GB-ENG", "999"), ("CA-NU", "")):
        answer = answer_for(found, Known(client=Client(place=place)), PLAIN)
        first = BY.speak(answer, received(PLAIN)).text.split("\n\n")[0]
        assert " ".join(first.split()) == " ".join(danger_line(language, number).split())


def test_in_doubt_both_languages_carry_the_numbers() -> None:
    practice = replace(PLAIN.practice, place="CA-QC", unsure=("fr", "en"))
    policy = replace(PLAIN, practice=practice)
    answer = answer_for(None, Known(), policy)
    parts = speaker(policy).speak(answer, received(policy)).text.split("* * *")
    assert len(parts) == 2
    assert [standing("911", part) and standing("988", part) for part in parts] == [True, True]


# ---- H-14

ABROAD = [  # where the practice is, where she lives, the emergency number there, "" for none
    ("CA-ON", "CA-NU", ""),
    ("CA-ON", "GB-ENG", "999"),
    ("CA-ON", "FR", "15"),
    ("CA-ON", "QQ", ""),
    ("GB-ENG", "US", "911"),
    ("GB-ENG", "NZ", "111"),
    ("CA-NU", "CA-ON", "911"),
    ("CA-NU", "", ""),
]


@pytest.mark.parametrize(("home", "place", "number"), ABROAD)
def test_the_place_of_the_client_goes_before_that_of_the_practice(
    home: str, place: str, number: str
) -> None:
    policy = replace(PLAIN, practice=replace(PLAIN.practice, place=home))
    by = speaker(policy)
    for name, tag, form in product(("other", "emergency"), TAGS, FORMS):
        found = Assessment(intents=(("other", 0.9),), risk=Risk.NONE, language=tag)
        answer = answer_for(found, Known(client=Client(place=place)), policy)
        made = replace(answer, template=name, form=form)
        numbers = set(OWN_LINE.findall(by.speak(made, received(policy)).text))
        of_the_place = shown(place or home, tag)
        assert {x.phone for x in of_the_place if x.kind == "emergency"} == {number} - {""}
        assert numbers & EMERGENCY <= {x.phone for x in of_the_place}
        assert {x.phone for x in of_the_place} <= {"", *(n.partition(",")[0] for n in numbers)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tag", TAGS)
def test_where_no_number_is_sure_it_says_so_and_names_where_to_look(tag: str, form: Form) -> None:
    answer = Reply("other", "other", languages=(tag,), form=form, place="QQ")
    text = text_of(answer)
    assert ELSEWHERE.search(text)
    assert not any(standing(number, text) for number in ("911", "112", "988"))
    if form == "full":
        assert "https://" in text


@pytest.mark.parametrize("policy", [PLAIN, RICH, CLINIC], ids=["plain", "rich", "clinic"])
def test_each_reply_says_what_to_do_elsewhere(policy: Policy) -> None:
    by = speaker(policy)
    for answer in every_reply(by):
        assert ELSEWHERE.search(text_of(answer, by)), answer


# ---- H-19

BY_DAY = OwnLine(
    kind="mental_health",
    name="Campus line",
    phone="604-822-3811",
    hours="mon-fri 09:00-17:00",
    on=date(2026, 2, 1),
    by="Iris Calder",
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("tag", TAGS)
def test_a_line_that_closes_says_when_and_stands_behind_those_that_do_not(
    tag: str, form: Form
) -> None:
    by = speaker(replace(PLAIN, crisis=Crisis(line=(BY_DAY,))))
    text = text_of(Reply("urgent", "crisis", languages=(tag,), form=form), by)
    zone = PLAIN.practice.timezone
    hours = " ".join(by.voice(tag).locale.hours(BY_DAY.hours, zone).split())
    assert text.index("911") < text.index("988") < text.index(BY_DAY.phone) < text.index(hours)


@pytest.mark.parametrize("policy", [PLAIN, RICH, CLINIC], ids=["plain", "rich", "clinic"])
def test_there_is_always_another_way(policy: Policy) -> None:
    """Who finds a line busy is told to try the next one, or to go to an emergency department."""
    by = speaker(policy)
    for answer in every_reply(by):
        if answer.form == "full":
            text = text_of(answer, by)
            lines = by.facts(answer, answer.languages[0], received(policy)).lines
            assert bool(NEXT_ONE.search(text)) is (len(lines) > 1), answer
            assert DEPARTMENT.search(text), answer


def test_the_emergency_department_of_the_place_is_named() -> None:
    crisis = replace(PLAIN.crisis, emergency_department="Mill Lane Hospital, North Street")
    by = speaker(replace(PLAIN, crisis=crisis))
    for tag in TAGS:
        assert "Mill Lane Hospital, North Street" in text_of(
            Reply("other", "other", languages=(tag,)), by
        )


# ---- H-23


@pytest.mark.parametrize("policy", [PLAIN, RICH, CLINIC], ids=["plain", "rich", "clinic"])
def test_the_block_is_for_whoever_is_worried_about_somebody_else_too(policy: Policy) -> None:
    by = speaker(policy)
    for answer in every_reply(by):
        if answer.form == "full":
            assert SOMEBODY_ELSE.search(text_of(answer, by)), answer


def test_own_words_do_not_push_the_numbers_out() -> None:
    crisis = replace(RICH.crisis, on_call_hours=said("any time", "toujours", "siempre"))
    by = speaker(replace(RICH, crisis=crisis))
    for tag in TAGS:
        text = text_of(Reply("emergency", "crisis", languages=(tag,)), by)
        assert text.index("911") < text.index("988") < text.index(RICH.crisis.on_call_phone)
