"""Is every reply that a policy can give fit to be sent? Each one is made, and its words are read.

A hazard stops the start: a reply without its crisis lines, or with words that no machine may
say. All else is for the therapist to mend in her own time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import product
from zoneinfo import ZoneInfo

from gateway.core.answer import GENERAL, REASONS, RISKY, UNDELIVERED
from gateway.core.crisis_numbers import refused
from gateway.core.decision import Form, Reply
from gateway.core.locale import primary
from gateway.core.render import TemplateProblem, render
from gateway.core.speak import DISCREET, Speaker, template_of
from gateway.core.wording import (
    order_and_length_problems,
    reading_problems,
    said_problems,
    words_problems,
)
from gateway.core.wrap import flowed

TEMPLATES = (*REASONS, *RISKY, UNDELIVERED)
FORMS: tuple[Form, ...] = ("full", "discreet")
AT = time(14, 30)
# A client may live where no emergency number is known (ISO 3166 leaves XX to its users).
ELSEWHERE = "XX"
NUMBER = re.compile(r"[+(]?\d[\d() .-]{5,}\d")
HEAD = "in its head"
FIGURE = re.compile(r"\d+ words")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a reply. where  "en/booking", or the place of a template's mistake."""

    where: str
    what: str
    is_hazard: bool

    @property
    def words(self) -> str:
        return f"{self.where}: {self.what}"


def every_reply(speaker: Speaker) -> Iterator[Reply]:
    """One for each combination that this policy's replies can come in."""
    practice = speaker.policy.practice
    together = dict.fromkeys([*((tag,) for tag in practice.languages), practice.unsure])
    for languages, form, short in product(filter(None, together), FORMS, (False, True)):
        for name in TEMPLATES:
            plain = Reply(name, name, languages=languages, form=form, short=short)
            yield plain
            if not short:
                yield replace(plain, place=ELSEWHERE)
            if form != DISCREET:
                yield replace(plain, also=(beside(name),))


def beside(template: str) -> str:
    """A second reason for a reply of this template; each one is beside some template."""
    others = [name for name in REASONS if name != GENERAL]
    return others[(TEMPLATES.index(template) + 1) % len(others)]


def days_to_prove(speaker: Speaker, today: date) -> tuple[date, ...]:
    """Today, and a day of each absence that is not over."""
    coming = (away.first for away in speaker.policy.away if away.last >= today)
    return tuple(dict.fromkeys((today, *coming)))


def prove(speaker: Speaker, *, today: date, closely: bool = False) -> tuple[Finding, ...]:
    """All that is wrong with the replies of this policy, hazards first; () when nothing is.

    closely  length and reading level too, which are no hazards and take their time
    """
    zone = ZoneInfo(speaker.policy.practice.timezone)
    found: dict[tuple[str, str], Finding] = {}
    for day in days_to_prove(speaker, today):
        received = datetime.combine(day, AT, zone)
        for reply in every_reply(speaker):
            for finding in of_reply(speaker, reply, received, closely=closely):
                # One of many alike is told: "has 181 words", and 190 with another reason.
                found.setdefault((finding.where, FIGURE.sub("", finding.what, count=1)), finding)
    return tuple(sorted(found.values(), key=lambda finding: not finding.is_hazard))


def hazards(speaker: Speaker, reply: Reply, received: datetime) -> Iterator[str]:
    """What bars one reply from being sent, in words."""
    found = of_reply(speaker, reply, received, closely=False)
    return (finding.words for finding in found if finding.is_hazard)


def of_reply(
    speaker: Speaker, reply: Reply, received: datetime, *, closely: bool
) -> Iterator[Finding]:
    """What is wrong with one reply in each of its languages. closely: as for prove()."""
    name = template_of(reply)
    for tag in reply.languages:
        alone = replace(reply, languages=(tag,))
        where = f"{primary(tag)}/{name}"
        try:
            spoken = speaker.speak(alone, received)
        except TemplateProblem as problem:
            yield Finding(f"{problem.name}:{problem.line}", problem.words, is_hazard=True)
            continue
        text = spoken.text
        facts, voice = speaker.facts(alone, tag, received), speaker.voice(tag)
        shown, locale = facts.lines, voice.locale
        kind = {"risk": reply.template in RISKY, "is_report": reply.template == UNDELIVERED}
        here = reply.place or speaker.policy.practice.place
        for words in (
            *words_problems(text, locale=locale, lines=shown, form=reply.form, **kind),
            *_retired(text, here),
        ):
            yield Finding(where, words, is_hazard=True)
        for head in (spoken.subject, spoken.name):
            for words in said_problems(head, locale=locale, form=reply.form):
                yield Finding(where, f'{HEAD}, "{head}": {words}', is_hazard=True)
        if closely and not kind["is_report"] and not reply.place:
            block, rows = (
                "" if name == DISCREET else flowed(render(speaker.templates, part, voice, facts))
                for part in ("_crisis", "_numbers")
            )
            for words in (
                *order_and_length_problems(
                    text, lines=shown, risk=kind["risk"], crisis=block, rows=rows
                ),
                *reading_problems(text, locale=locale, crisis=block),
            ):
                yield Finding(where, words, is_hazard=False)


def _retired(text: str, place: str) -> Iterator[str]:
    """Numbers that must not be shown, in whatever words: the practice's own too."""
    for found in NUMBER.finditer(text):
        if why := refused(found[0], place.partition("-")[0]):
            yield f"carries {found[0]}: {why}"
