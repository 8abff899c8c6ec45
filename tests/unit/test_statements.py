"""docs/coverage.md is true: its keys, blocks and tests are there, and the keys decide the words."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.core.decision import Reply
from gateway.core.facts import SPOKEN
from gateway.core.hotline import Confirmed, OwnLine
from gateway.core.policy import Policy
from gateway.core.practice import HoursException, Said, SelfHelp, Tier
from gateway.core.render import Templates, render
from tests.conftest import NOW
from tests.marks import ROW, Asked, changed, marked, marks_in
from tests.practices import AWAY, PLAIN, RICH, SOURCES, TAGS, received, said, speaker
from tests.statements import NAMES, STATEMENTS, expected

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/coverage.md").read_text("utf-8")
TABLE_ROW = re.compile(r"^\| ([RGPAD]\d+) \|(.*)\|$", re.MULTILINE)
RULES = {"R": 60, "G": 17, "P": 13, "A": 10, "D": 8}
CODE = re.compile(r"`([^`]+)`")
TEST = re.compile(r"^(?:async )?def (test_\w+)", re.MULTILINE)


def rows(letter: str) -> dict[str, list[str]]:
    found = ((name, cells.split(" | ")) for name, cells in TABLE_ROW.findall(DOCUMENT))
    return {name: [x.strip() for x in cells] for name, cells in found if name[0] == letter}


def in_code(cell: str) -> tuple[str, ...]:
    return tuple(CODE.findall(cell))


@cache
def tests_there() -> frozenset[str]:
    """ "test_coverage::test_each_reply_makes_its_statements" of each module's every test."""
    return frozenset(
        f"{path.stem}::{name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in TEST.findall(path.read_text("utf-8"))
    )


@cache
def blocks_with(row: str) -> frozenset[str]:
    """Templates whose comments name this statement, in each language the same."""
    by_language = []
    for tag in TAGS:
        texts = {p.name.split(".")[0]: p.read_text("utf-8") for p in _templates(tag)}
        by_language.append(
            frozenset(
                name
                for name, text in texts.items()
                for comment in re.findall(r"\{#(.*?)#\}", text, re.DOTALL)
                if row in ROW.findall(comment)
            )
        )
    assert len(set(by_language)) == 1, row
    return by_language[0]


def _templates(tag: str) -> Iterator[Path]:
    return (ROOT / "templates" / tag).glob("*.j2")


@pytest.mark.parametrize("letter", RULES)
def test_no_rule_is_left_out(letter: str) -> None:
    assert list(rows(letter)) == [f"{letter}{n}" for n in range(1, RULES[letter] + 1)]


@pytest.mark.parametrize("row", STATEMENTS)
def test_the_document_is_the_table_of_the_tests(row: str) -> None:
    _, keys, blocks, tests = rows("R")[row]
    statement = STATEMENTS[row]
    assert in_code(keys) == statement.keys
    assert set(in_code(blocks)) == blocks_with(row)
    assert {x for x in in_code(blocks) if x != "agreement"} == set(statement.said)
    assert in_code(tests)
    assert set(in_code(tests)) <= tests_there()


@pytest.mark.parametrize("letter", [x for x in RULES if x != "R"])
def test_the_tests_of_each_rule_are_there(letter: str) -> None:
    for name, cells in rows(letter).items():
        tests = in_code(cells[-1])
        assert tests, name
        assert set(tests) <= tests_there(), name
        for path in re.findall(r"(?:gateway|templates)/[\w/.-]*\w", cells[-2]):
            assert (ROOT / path).exists(), path


@pytest.mark.parametrize("key", sorted({key for x in STATEMENTS.values() for key in x.keys}))
def test_each_key_is_one_of_the_policy(key: str) -> None:
    kind: Any = Policy
    for name in key.split("."):
        hint = get_type_hints(kind)[name]
        kind = next((x for x in (hint, *get_args(hint)) if is_dataclass(x)), None)
    assert kind in (None, Said, Confirmed, OwnLine, HoursException)


def test_no_key_that_a_reply_speaks_of_is_left_out() -> None:
    """But for those that stand in every reply (name, address), or choose the language."""
    tables = ({**get_type_hints(Policy)}[table] for table in SPOKEN)
    spoken = {f"{t}.{x.name}" for t, kind in zip(SPOKEN, tables, strict=True) for x in fields(kind)}
    told = {".".join(key.split(".")[:2]) for x in STATEMENTS.values() for key in x.keys}
    assert spoken - told == {
        "practice.name",
        "practice.address",
        "practice.addresses",
        "practice.languages",
        "practice.unsure",
    }


def words(text: str) -> Said:
    return said(text, text, text)


# Another value of each key than RICH has, as far as it is not simply empty.
OTHERWISE: dict[str, tuple[Any, ...]] = {
    "practice.kind": ("clinic",),
    "practice.place": ("GB-ENG",),
    "practice.timezone": ("Europe/London",),
    "practice.desk_phone": ("416-555-0160",),
    "practice.desk_hours": (words("9 - 4"),),
    "agreement.version": ("9",),
    "agreement.on": (date(2026, 1, 7),),
    "agreement.contact_section": (words("Mail"),),
    "hours.wednesday": ((), ("10:00-12:00",)),
    "hours.holidays": ("US",),
    "hours.exception": ((HoursException(on=date(2026, 3, 4)),),),
    "response.reads": ("each_working_day", "few_times_a_week", "weekly"),
    "response.answers": ("sometimes", "no"),
    "response.logistics_days": (3,),
    "response.clinical_days": (4,),
    "response.urgent_days": (2,),
    "booking.style": ("", "later", "standing"),
    "cancelling.notice_hours": (0, 24),
    "cancelling.tier": ((), (Tier(hours=24, percent=30),)),
    "cancelling.tier.hours": (72,),
    "cancelling.tier.percent": (0, 75, 100),
    "cancelling.tier.amount": ("$40",),
    "cancelling.exempt": ((), ("emergency",)),
    "resource.reply": ("no", "in_session"),
    "update.reply": ("no", "in_session"),
    "homework.accept": ("no", "if_agreed"),
    "homework.files": ((), ("ODT",)),
    "homework.largest_mb": (0, 7),
    "homework.review": ("in_session",),
    "crisis.provision": ("none", "limited"),
    "crisis.on_call_phone": ("416-555-0178",),
    "crisis.emergency_department": ("Lakeside Hospital",),
    "crisis.audiences": (("youth",),),
    "crisis.line": ((OwnLine(kind="mental_health", name="Ear", phone="416-555-0199",
                             on=NOW.date(), by="I. C."),),),
    "crisis.confirmed": ((Confirmed(line="GB-SCT-111", on=NOW.date(), by="I. C."),),),
    "selfhelp": ((), (SelfHelp(title="One"), SelfHelp(title="Two", url="https://two.example"))),
    "selfhelp.language": ("fr",),
    "seal.scheme": ("openpgp",),
    "away": ((), (AWAY,)),
    "away.last": (date(2026, 3, 20),),
}  # fmt: skip


def values(key: str) -> tuple[Any, ...]:
    """Other values of a key: those above, else none of it, else a change of what it is."""
    if key in OTHERWISE:
        return OTHERWISE[key]
    value: Any = RICH if not key.startswith("away") else replace(RICH, away=(AWAY,))
    for name in key.split("."):
        value = getattr(value[0] if isinstance(value, tuple) else value, name)
    if isinstance(value, bool):
        return (not value,)
    return (
        ("Other",) if key == "selfhelp.title" else (Said(),) if isinstance(value, Said) else ("",)
    )


FULL = replace(RICH, away=())
BASES = (
    FULL,
    replace(FULL, away=(AWAY,)),
    changed(FULL, "response.answers", "no"),
    changed(changed(FULL, "practice.kind", "clinic"), "practice.desk_phone", "416-555-0160"),
    changed(changed(FULL, "phone.number", ""), "practice.desk_phone", "416-555-0160"),
    changed(FULL, "booking.online_url", ""),
    changed(changed(FULL, "homework.portal_url", ""), "cancelling.tier.percent", 100),
    changed(changed(FULL, "crisis.confirmed", ()), "practice.place", "GB-SCT"),
)


@cache
def spoken_by(policy_number: int, name: str) -> str:
    return _spoken(BASES[policy_number], name)


def _spoken(policy: Policy, name: str) -> str:
    return (
        speaker(policy, sealed=policy.seal.scheme != "off")
        .speak(Reply(name, name, languages=("en",)), received(policy))
        .text
    )


def replies_with(row: str) -> list[str]:
    """Names of replies that make this statement for some practice."""
    made = (Asked(name=name, policy=base) for base in BASES for name in NAMES)
    return list(dict.fromkeys(x.name for x in made if row in {r for _, r in expected(x)}))


PAIRS = [(row, key) for row, statement in STATEMENTS.items() for key in statement.keys]


@pytest.mark.parametrize(("row", "key"), PAIRS, ids=lambda value: value)
def test_each_key_of_a_statement_changes_what_is_said(row: str, key: str) -> None:
    changes = (
        (number, name, changed(base, key, value))
        for number, base in enumerate(BASES)
        if base.away or not key.startswith("away")
        for value in values(key)
        for name in replies_with(row) or NAMES
    )
    assert any(_spoken(policy, name) != spoken_by(number, name) for number, name, policy in changes)


CHOICES = [
    *(key for key in OTHERWISE if not re.search(r"(tier|selfhelp|away)\.", key)),
    *sorted({key for x in STATEMENTS.values() for key in x.keys} - OTHERWISE.keys()
            - {k for k in (key for x in STATEMENTS.values() for key in x.keys)
               if re.match(r"(cancelling\.tier|selfhelp|away)\.", k)}),
]  # fmt: skip
MARKED = Templates(marked(SOURCES))


@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_any_practice_makes_the_statements_that_it_owes(data: st.DataObject) -> None:
    policy = data.draw(st.sampled_from((RICH, PLAIN)))
    for key in data.draw(st.sets(st.sampled_from(CHOICES), max_size=25)):
        policy = changed(policy, key, data.draw(st.sampled_from(values(key))))
    reply = Reply(
        *[data.draw(st.sampled_from(NAMES))] * 2,
        form=data.draw(st.sampled_from(("full", "discreet"))),
        short=data.draw(st.booleans()),
        also=data.draw(st.sampled_from(((), ("cancelling",)))),
    )
    asked = Asked(
        name=reply.template,
        policy=policy,
        form=reply.form,
        short=reply.short,
        also=bool(reply.also),
    )
    made = speaker(policy, sealed=policy.seal.scheme != "off")
    tag = data.draw(st.sampled_from(TAGS))
    facts = made.facts(reply, tag, received(policy))
    text = render(MARKED, asked.template, made.voice(tag), facts)
    assert marks_in(text) == expected(asked)
