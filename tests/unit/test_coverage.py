"""Every reply makes the statements that it owes a client, and no other; whatever the practice.

Each reason, and each grade of danger, x {solo, clinic} x {portal, none} x {replies yes, no, in
session} x {en, fr, es} x {normal, away, discreet}. Which statement is owed when stands in
tests/statements.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import product
from typing import Literal

import pytest

from gateway.core.answer import RISKY
from gateway.core.decision import Form, Reply
from gateway.core.facts import Facts
from gateway.core.hotline import Crisis
from gateway.core.locale import locale_of
from gateway.core.policy import Policy
from gateway.core.practice import (
    Agreement,
    Booking,
    Cancelling,
    Cover,
    Homework,
    Phone,
    Portal,
    Practice,
    Resource,
    Response,
    SelfHelp,
    Tier,
    Update,
    Urgent,
)
from gateway.core.render import Templates, render
from gateway.core.speak import Speaker
from gateway.core.wording import order_and_length_problems, reading_problems, words_problems
from gateway.core.wrap import flowed
from tests.marks import WORDLESS, Asked, marked, marks_in, without_marks
from tests.practices import AWAY, PLAIN, SOURCES, TAGS, received, said, speaker
from tests.statements import NAMES, STATEMENTS, expected

TEMPLATES, MARKED = Templates(SOURCES), Templates(marked(SOURCES))
KINDS = ("solo", "clinic")
Replies = Literal["yes", "no", "in_session"]
ANSWERS: dict[Replies, Literal["usually", "no", "sometimes"]] = {
    "yes": "usually",
    "no": "no",
    "in_session": "sometimes",
}
ACCEPTS: dict[Replies, Literal["yes", "no", "if_agreed"]] = {
    "yes": "yes",
    "no": "no",
    "in_session": "if_agreed",
}
ABSENCE_AT_MOST = 15
STATES = ("normal", "away", "discreet")
# Written by hand: what the clients of each practice must read, in their language.
NUMBERS = {
    ("solo", "en"): ["911", "988"],
    ("solo", "fr"): ["911", "988"],
    ("solo", "es"): ["911", "988"],
    ("clinic", "en"): ["911", "1-866-277-3553", "535353", "988"],
    ("clinic", "fr"): ["911", "1-866-277-3553", "535353", "988"],
    ("clinic", "es"): ["911", "1-866-277-3553", "535353", "988"],
}


def practice_of(kind: str) -> Practice:
    if kind == "solo":
        return replace(PLAIN.practice, place="US", timezone="America/Chicago")
    return replace(
        PLAIN.practice,
        kind="clinic",
        place="CA-QC",
        timezone="America/Toronto",
        desk_phone="514-555-0160",
        desk_hours=said("Monday to Friday, 9 to 4", "en semaine, de 9 h à 16 h", "9 a 16"),
    )


def urgent_of(kind: str) -> Urgent:
    """With online booking, or the list for times that come free, each kind has two ways."""
    if kind == "solo":
        line = said(
            "The assistance line of your employer.",
            "La ligne d'aide de votre employeur.",
            "La línea de ayuda de su empleador.",
        )
        return Urgent(assistance_line=line)
    call = said(
        "A short call is often free sooner.",
        "Un court appel est souvent possible plus tôt.",
        "Una llamada corta suele ser posible antes.",
    )
    return Urgent(other_appointment=call)


def policy_of(kind: str, portal: str, replies: Replies) -> Policy:
    """A practice as rich as many are: two ways when it is urgent, a voicemail, a fee."""
    has_portal = portal == "portal"
    url = "https://portal.example/calder" if has_portal else ""
    return replace(
        PLAIN,
        practice=practice_of(kind),
        agreement=Agreement(version="7"),
        response=Response(answers=ANSWERS[replies], by_email=replies == "yes"),
        booking=Booking(
            online_url="https://calder.example/book" if kind == "solo" else "",
            style="end_of_session" if has_portal else "",
        ),
        portal=Portal(url=url, shows_appointments=has_portal, takes_notes=has_portal),
        cancelling=Cancelling(
            notice_hours=48,
            tier=(Tier(hours=48, percent=50),),
            email_counts=has_portal,
            online=has_portal,
        ),
        resource=Resource(reply=replies),
        update=Update(reply=replies),
        homework=Homework(
            accept=ACCEPTS[replies], portal_url=url, paid_review=replies == "in_session"
        ),
        phone=Phone(number="312-555-0142", voicemail=has_portal, voicemail_confidential=has_portal)
        if kind == "solo"
        else Phone(),
        crisis=Crisis(provision="limited" if has_portal else "none"),
        urgent=urgent_of(kind),
        selfhelp=(SelfHelp(title="Pas a pas"),) if has_portal else (),
    )


@dataclass(frozen=True)
class Case:
    """One reply of the grid, and all that is needed to make it again with marks."""

    name: str
    tag: str
    kind: str
    portal: str
    replies: Replies
    state: str

    @property
    def form(self) -> Form:
        return "discreet" if self.state == "discreet" else "full"

    @property
    def speaker(self) -> Speaker:
        return speaker_for(self.kind, self.portal, self.replies, self.state == "away")

    @property
    def reply(self) -> Reply:
        return Reply(self.name, self.name, languages=(self.tag,), form=self.form)

    @property
    def asked(self) -> Asked:
        return Asked(name=self.name, policy=self.speaker.policy, form=self.form)

    @property
    def at(self) -> datetime:
        return received(self.speaker.policy)

    @property
    def facts(self) -> Facts:
        return self.speaker.facts(self.reply, self.tag, self.at)

    @property
    def text(self) -> str:
        return self.speaker.speak(self.reply, self.at).text

    def raw(self, templates: Templates, name: str) -> str:
        """A template in this reply's language, not yet flowed."""
        return render(templates, name, self.speaker.voice(self.tag), self.facts)


@cache
def speaker_for(kind: str, portal: str, replies: Replies, is_away: bool) -> Speaker:
    policy = policy_of(kind, portal, replies)
    covered = replace(AWAY, cover=Cover(name="Robin Ashe", phone="312-555-0123", agreed=True))
    made = speaker(replace(policy, away=(covered,)) if is_away else policy)
    return replace(made, templates=TEMPLATES)


def grid(name: str, tag: str) -> Iterator[Case]:
    for kind, portal, replies, state in product(KINDS, ("portal", "none"), ANSWERS, STATES):
        yield Case(name, tag, kind, portal, replies, state)


every_reply = pytest.mark.parametrize(
    ("name", "tag"), list(product(NAMES, TAGS)), ids=lambda value: value
)


@every_reply
def test_each_reply_makes_its_statements(name: str, tag: str) -> None:
    for case in grid(name, tag):
        template = case.asked.template
        shown, sent = (case.raw(made, template) for made in (MARKED, case.speaker.templates))
        assert marks_in(shown) == expected(case.asked), case
        assert not WORDLESS.findall(shown), case
        assert without_marks(shown) == sent, case  # its comments add nothing to a mail
        assert not re.search(r"R\d|[{}#\u27e6\u27e7]", sent), case


@every_reply
def test_each_reply_carries_the_numbers_and_no_unsafe_word(name: str, tag: str) -> None:
    for case in grid(name, tag):
        text, lines = case.text, case.facts.lines
        numbers = dict.fromkeys(n for x in lines for n in (x.phone, x.sms) if n)
        assert list(numbers) == NUMBERS[case.kind, tag], case
        for number in numbers:  # on a line of its own, which no mail program breaks
            assert re.search(rf"(?m)^  (?=.{{1,58}}$).*(?<![\d-]){number}(?![\d-])", text), case
        problems = words_problems(
            text,
            locale=case.speaker.voice(tag).locale,
            lines=lines,
            risk=name in RISKY,
            form=case.form,
            is_report=name == "undelivered",
        )
        assert list(problems) == [], case


@every_reply
def test_each_reply_is_short_and_easy_to_read(name: str, tag: str) -> None:
    for case in grid(name, tag):
        assert [x for x in _hard_to_read(case) if not _is_absence(x, case)] == [], case


def _is_absence(problem: str, case: Case) -> bool:
    """An absence is told in some words on top: until when, who covers, her number."""
    counted = re.fullmatch(r"has (\d+) words, more than (\d+)", problem)
    over = int(counted[1]) - int(counted[2]) if counted else ABSENCE_AT_MOST + 1
    return case.state == "away" and over <= ABSENCE_AT_MOST


def _hard_to_read(case: Case) -> Iterator[str]:
    """What `gateway check` would say of it (core/proof.py)."""
    if case.name == "undelivered":
        return
    text, crisis, rows = case.text, "", ""
    if case.form != "discreet":
        parts = ("_crisis", "_numbers")
        crisis, rows = (flowed(case.raw(case.speaker.templates, part)) for part in parts)
    risk, lines = case.name in RISKY, case.facts.lines
    yield from order_and_length_problems(text, lines=lines, risk=risk, crisis=crisis, rows=rows)
    yield from _reading(text, case.tag, crisis)


@cache
def _reading(text: str, tag: str, crisis: str) -> tuple[str, ...]:
    return tuple(reading_problems(text, locale=locale_of(tag, "CA"), crisis=crisis))


def test_the_grid_makes_each_statement_somewhere() -> None:
    cases = [case for name in NAMES for case in grid(name, "en")]
    made = set().union(*(expected(case.asked) for case in cases))
    assert made == {(block, row) for row, x in STATEMENTS.items() for block in x.said}
    assert len(cases) * len(TAGS) >= 1_080
