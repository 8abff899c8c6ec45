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

from gateway.core.agreement import agreement_page
from gateway.core.decision import Reply
from gateway.core.facts import SPOKEN
from gateway.core.hotline import Confirmed, OwnLine
from gateway.core.policy import Policy
from gateway.core.practice import HoursException, Said, SelfHelp, Tier
from gateway.core.proof import FORMS
from gateway.core.render import Templates, render
from gateway.core.speak import Speaker
from tests.conftest import NOW
from tests.marks import ROW, WORDLESS, Asked, changed, marked, marks_in
from tests.practices import AWAY, PLAIN, RICH, SOURCES, TAGS, received, said, speaker
from tests.statements import NAMES, STATEMENTS, expected

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "templates/en/agreement.md.j2").read_text("utf-8")
DOCUMENT = (ROOT / "docs/coverage.md").read_text("utf-8")
TABLE_ROW = re.compile(r"^\| ([RGPAD]\d+) \|(.*)\|$", re.MULTILINE)
RULES = {"R": 60, "G": 17, "P": 13, "A": 10, "D": 8}
CODE = re.compile(r"`([^`]+)`")
TEMPLATES, MARKED = Templates(SOURCES), Templates(marked(SOURCES))
SHORT = dict(re.findall(r"(?m)^- `(\w+)`: `(\w+::\w+)`", DOCUMENT))
TEST = re.compile(r"^(?:async )?def (test_\w+)", re.MULTILINE)


def rows(letter: str) -> dict[str, list[str]]:
    found = ((name, cells.split(" | ")) for name, cells in TABLE_ROW.findall(DOCUMENT))
    return {name: [x.strip() for x in cells] for name, cells in found if name[0] == letter}


def in_code(cell: str) -> tuple[str, ...]:
    return tuple(CODE.findall(cell))


def named_tests(cell: str) -> set[str]:
    return {SHORT.get(name, name) for name in in_code(cell)}


@cache
def all_tests() -> frozenset[str]:
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
    assert named_tests(tests)
    assert named_tests(tests) <= all_tests()


@pytest.mark.parametrize("letter", [x for x in RULES if x != "R"])
def test_the_tests_of_each_rule_are_there(letter: str) -> None:
    for name, cells in rows(letter).items():
        tests = named_tests(cells[-1])
        assert tests, name
        assert tests <= all_tests(), name
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
    "practice.desk_phone": ("416-555-0161",),
    "practice.desk_hours": (words("9 - 4"),),
    "agreement.version": ("9",),
    "agreement.on": (date(2026, 1, 7),),
    "agreement.contact_section": (words("Mail"),),
    "hours.wednesday": ((), ("10:00-12:00",)),
    "hours.holidays": ("MX",),
    "hours.exception": ((HoursException(on=date(2026, 3, 4)),),),
    "response.reads": ("each_working_day", "few_times_a_week", "weekly"),
    "response.answers": ("sometimes", "no"),
    "response.logistics_days": (3,),
    "response.clinical_days": (4,),
    "response.urgent_days": (2,),
    "booking.style": ("", "later", "standing"),
    "urgent.cancellation_list_url": ("https://calder.example/list",),
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
    "selfhelp.title": ("Another Book",),
    "selfhelp.url": ("https://calder.example/steps",),
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
    changed(FULL, "agreement.url", ""),
    changed(FULL, "response.by_email", False),
    changed(changed(FULL, "homework.portal_url", ""), "cancelling.tier.percent", 100),
    changed(changed(FULL, "crisis.confirmed", ()), "practice.place", "GB-SCT"),
)


@cache
def spoken_by(number: int, name: str) -> str:
    return spoken(BASES[number], name)


def spoken(policy: Policy, name: str) -> str:
    reply = Reply(name, name, languages=("en",))
    return speaking(policy).speak(reply, received(policy)).text


def speaking(policy: Policy) -> Speaker:
    """With templates that are compiled once."""
    made = speaker(policy, sealed=policy.seal.scheme != "off")
    return replace(made, templates=TEMPLATES)


def page(policy: Policy) -> str:
    """The page for the client agreement, which tells more than a reply has room for."""
    return agreement_page(policy, PAGE, tag="en", lines=(), directory="", today=NOW.date())


def replies_with(row: str) -> list[str]:
    """Names of replies that make this statement for some practice."""
    made = (Asked(name=name, policy=base) for base in BASES for name in NAMES)
    return list(dict.fromkeys(x.name for x in made if row in {r for _, r in expected(x)}))


PAIRS = [(row, key) for row, statement in STATEMENTS.items() for key in statement.keys]
ON_THE_PAGE_ONLY = ("agreement.on",)


@pytest.mark.parametrize(("row", "key"), PAIRS, ids=lambda value: value)
def test_each_key_of_a_statement_changes_what_is_said(row: str, key: str) -> None:
    names = replies_with(row) or NAMES
    changes = (
        (number, changed(base, key, value))
        for number, base in enumerate(BASES)
        if base.away or not key.startswith("away")
        for value in values(key)
    )
    if key in ON_THE_PAGE_ONLY:
        assert any(page(policy) != page(BASES[number]) for number, policy in changes)
    else:
        assert any(
            spoken(policy, name) != spoken_by(number, name)
            for number, policy in changes
            for name in names
        )


KEYS = {key for statement in STATEMENTS.values() for key in statement.keys} | OTHERWISE.keys()
# One key at a time; the rows of a list only all at once.
CHOICES = sorted(key for key in KEYS if not re.match(r"(cancelling\.tier|selfhelp|away)\.", key))


@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_any_practice_makes_the_statements_that_it_owes(data: st.DataObject) -> None:
    policy = data.draw(st.sampled_from((RICH, PLAIN)))
    for key in data.draw(st.sets(st.sampled_from(CHOICES), max_size=25)):
        policy = changed(policy, key, data.draw(st.sampled_from(values(key))))
    name, form = data.draw(st.sampled_from(NAMES)), data.draw(st.sampled_from(FORMS))
    short, also = data.draw(st.booleans()), data.draw(st.sampled_from(((), ("cancelling",))))
    reply = Reply(name, name, form=form, short=short, also=also)
    asked = Asked(
        name=reply.template,
        policy=policy,
        form=reply.form,
        short=reply.short,
        also=bool(reply.also),
    )
    made = speaking(policy)
    tag = data.draw(st.sampled_from(TAGS))
    facts = made.facts(reply, tag, received(policy))
    text = render(MARKED, asked.template, made.voice(tag), facts)
    assert marks_in(text) == expected(asked)
    assert not WORDLESS.findall(text)
