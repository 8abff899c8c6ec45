"""Every reply makes the statements that it owes a client, and no other; whatever the practice.

Each reason, and each grade of danger, x {solo, clinic} x {portal, none} x {replies yes, no, in
session} x {en, fr, es} x {normal, away, discreet}. Which statement is owed when stands in
tests/statements.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

import pytest

from gateway.core.decision import Form, Reply
from gateway.core.hotline import Crisis
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
from gateway.core.proof import RISKY
from gateway.core.render import Templates, render
from gateway.core.speak import Speaker
from gateway.core.wording import order_and_length_problems, reading_problems, words_problems
from gateway.core.wrap import flowed
from tests.marks import Asked, marked, marks_in, without_marks
from tests.practices import AWAY, PLAIN, SOURCES, TAGS, received, said, speaker
from tests.statements import NAMES, STATEMENTS, expected

MARKED = Templates(marked(SOURCES))
KINDS = ("solo", "clinic")
ANSWERS = {"yes": "usually", "no": "no", "in_session": "sometimes"}
ACCEPTS = {"yes": "yes", "no": "no", "in_session": "if_agreed"}
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


def policy_of(kind: str, portal: str, replies: str) -> Policy:
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
        urgent=Urgent(
            other_appointment=said(
                "A short call is often free sooner.",
                "Un court appel est souvent possible plus tôt.",
                "Una llamada corta suele ser posible antes.",
            ),
            assistance_line=said(
                "The assistance line of your employer.",
                "La ligne d'aide de votre employeur.",
                "La línea de ayuda de su empleador.",
            ),
        ),
        selfhelp=(SelfHelp(title="Pas a pas"),) if has_portal else (),
    )


@dataclass(frozen=True)
class Case:
    """One reply of the grid, and all that is needed to make it again with marks."""

    name: str
    tag: str
    kind: str
    portal: str
    replies: str
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

    def raw(self, templates: Templates, name: str) -> str:
        """A template in this reply's language, not yet flowed."""
        made = self.speaker
        facts = made.facts(self.reply, self.tag, received(made.policy))
        return render(templates, name, made.voice(self.tag), facts)


@cache
def speaker_for(kind: str, portal: str, replies: str, is_away: bool) -> Speaker:
    policy = policy_of(kind, portal, replies)
    covered = replace(AWAY, cover=Cover(name="Robin Ashe", phone="312-555-0123", agreed=True))
    return speaker(replace(policy, away=(covered,)) if is_away else policy)


def grid(name: str, tag: str) -> Iterator[Case]:
    for rest in product(KINDS, ("portal", "none"), ANSWERS, STATES):
        yield Case(name, tag, *rest)


every_reply = pytest.mark.parametrize(
    ("name", "tag"), list(product(NAMES, TAGS)), ids=lambda value: value
)


@every_reply
def test_each_reply_makes_its_statements(name: str, tag: str) -> None:
    for case in grid(name, tag):
        assert marks_in(case.raw(MARKED, case.asked.template)) == expected(case.asked), case


@every_reply
def test_a_statement_has_words_and_its_number_is_never_sent(name: str, tag: str) -> None:
    for case in grid(name, tag):
        template = case.asked.template
        shown, sent = (case.raw(made, template) for made in (MARKED, case.speaker.templates))
        assert without_marks(shown) == sent, case
        assert not re.search(r"R\d|[{}#\u27e6\u27e7]", sent.replace("PDF", "")), case
        wordless = re.findall(r"\u27e7\s*(?:\n\n|\n- |\Z)", shown)
        assert not wordless, case


@every_reply
def test_each_reply_carries_the_numbers_and_no_unsafe_word(name: str, tag: str) -> None:
    for case in grid(name, tag):
        made = case.speaker
        at = received(made.policy)
        text = made.speak(case.reply, at).text
        lines = made.facts(case.reply, tag, at).lines
        numbers = dict.fromkeys(n for x in lines for n in (x.phone, x.sms) if n)
        assert list(numbers) == NUMBERS[case.kind, tag], case
        for number in numbers:  # on a line of its own, which no mail program breaks
            assert re.search(rf"(?m)^  (?=.{{1,58}}$).*(?<![\d-]){number}(?![\d-])", text), case
        problems = words_problems(
            text,
            locale=made.voice(tag).locale,
            lines=lines,
            risk=name in RISKY,
            form=case.form,
            is_report=name == "undelivered",
        )
        assert list(problems) == [], case


@every_reply
def test_each_reply_is_short_and_easy_to_read(name: str, tag: str) -> None:
    for case in grid(name, tag):
        assert list(_hard_to_read(case)) == [], case


def _hard_to_read(case: Case) -> Iterator[str]:
    """What `gateway check` would say of it (core/proof.py)."""
    if case.name == "undelivered":
        return
    made = case.speaker
    at = received(made.policy)
    text = made.speak(case.reply, at).text
    is_discreet = case.form == "discreet"
    crisis, rows = (
        "" if is_discreet else flowed(case.raw(made.templates, part))
        for part in ("_crisis", "_numbers")
    )
    lines = made.facts(case.reply, case.tag, at).lines
    is_risky = case.name in RISKY
    yield from order_and_length_problems(text, lines=lines, risk=is_risky, crisis=crisis, rows=rows)
    yield from reading_problems(text, locale=made.voice(case.tag).locale, crisis=crisis)


def test_the_grid_makes_each_statement_and_leaves_each_out_that_can_be() -> None:
    made: dict[tuple[str, str], set[bool]] = {}
    for name in NAMES:
        for case in grid(name, "en"):
            if case.state != "discreet":
                owed = expected(case.asked)
                every = {(b, r) for r, x in STATEMENTS.items() for b in x.said}
                for pair in every:
                    made.setdefault(pair, set()).add(pair in owed)
    assert all(True in seen for seen in made.values())
    assert {row for _, row in made} == STATEMENTS.keys() - {"R5", "R10", "R14", "R58"}
    assert len(list(grid("other", "en"))) * len(NAMES) * len(TAGS) >= 1_080
