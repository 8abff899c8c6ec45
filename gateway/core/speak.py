"""From a chosen reply to its words: facts computed, templates rendered, languages joined."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from gateway.core.answer import GENERAL, UNDELIVERED
from gateway.core.crisis import directory_for, lines_for
from gateway.core.danger import danger_line
from gateway.core.decision import Reply
from gateway.core.facts import Facts, Voice, voice_of
from gateway.core.hotline import Audience, Line
from gateway.core.hours import Calendar, absence_at, back_on
from gateway.core.hypertext import Section, numbers_of, section, to_html, to_text
from gateway.core.locale import primary
from gateway.core.policy import Policy
from gateway.core.render import Templates, render

T = TypeVar("T", covariant=True)
LOGISTICS = frozenset({"booking", "next_appointment", "cancelling"})
DISCREET = "discreet"


class Find(Protocol[T]):
    """lines_for and directory_for of crisis.py."""

    def __call__(
        self,
        all_lines: Sequence[Line],
        policy: Policy,
        *,
        place: str,
        language: str,
        audience: tuple[Audience, ...],
        today: date,
    ) -> T: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The words of one reply.

    text       lines of at most 76 columns; one language below the other
    html       the same words as a document, "" when the policy wants text alone
    name       of the sender, as the client sees it
    languages  RFC 5646
    """

    text: str
    html: str
    subject: str
    name: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """All that the replies of one policy are made from.

    lines     the rows of crisis lines that could be shown in a place, and the directory
    calendar  working days around a day
    sealed    attachments are encrypted here
    """

    policy: Policy
    templates: Templates
    lines: Callable[[str], tuple[Line, ...]]
    calendar: Callable[[date], Calendar]
    sealed: bool
    _voices: dict[str, Voice] = field(default_factory=dict, repr=False)

    def speak(self, reply: Reply, received: datetime) -> Spoken:
        """The words of this reply. received: aware, in the zone of the practice.

        Errors: TemplateProblem.
        """
        tags = reply.languages or self.policy.practice.languages[:1]
        parts = [self._section(reply, tag, received) for tag in tags]
        voice = self.voice(tags[0])
        subject = self._subject(reply, voice)
        hidden = self.policy.privacy.discreet_name if reply.form == DISCREET else ""
        return Spoken(
            text=to_text(parts),
            html=to_html(parts, title=subject) if self.policy.reply.html else "",
            subject=subject,
            name=hidden or self.policy.reply.display_name,
            languages=tuple(self.voice(tag).locale.tag for tag in tags),
        )

    def line_ids(self, reply: Reply, received: datetime) -> tuple[str, ...]:
        """Of the crisis lines that stand in this reply, each once."""
        tags = reply.languages or self.policy.practice.languages[:1]
        today = received.date()
        shown = (x.id for tag in tags for x in self._of_place(lines_for, reply, tag, today))
        return tuple(dict.fromkeys(shown))

    def facts(self, reply: Reply, tag: str, received: datetime) -> Facts:
        """What this reply may speak of, apart from the policy."""
        today, calendar = received.date(), self.calendar(received.date())
        away = absence_at(received, self.policy.away)
        # A discreet reply is the same whatever the message was about.
        about = GENERAL if reply.form == DISCREET else reply.template
        days = days_of(about, self.policy)
        return Facts(
            received=received,
            answer_by=None if days is None else calendar.answer_by(received, days),
            away=away,
            back=back_on(away, calendar) if away else None,
            lines=self._of_place(lines_for, reply, tag, today),
            directory=self._of_place(directory_for, reply, tag, today),
            sealed=self.sealed,
            short=reply.short,
            also=reply.also,
            form=reply.form,
        )

    def voice(self, tag: str) -> Voice:
        if tag not in self._voices:
            self._voices[tag] = voice_of(self.policy, tag)
        return self._voices[tag]

    def _subject(self, reply: Reply, voice: Voice) -> str:
        """Neutral, and the same for every reason."""
        locale, policy = voice.locale, self.policy
        if reply.form == DISCREET:
            said, neutral = policy.privacy.discreet_subject, locale.discreet_subject
        elif reply.template == UNDELIVERED:
            return locale.undelivered_subject
        else:
            said, neutral = policy.reply.subject, locale.subject
        return said.in_language(voice.tag, voice.first) or neutral

    def _of_place(self, find: "Find[T]", reply: Reply, tag: str, today: date) -> T:
        """What is found among the crisis lines of the place where this client lives."""
        place = reply.place or self.policy.practice.place
        rows, spoken = self.lines(place), primary(tag)
        # A line for the young, or for veterans, tells whoever reads it of its reader.
        audience = () if reply.form == DISCREET else reply.audience
        return find(rows, self.policy, place=place, language=spoken, audience=audience, today=today)

    def _section(self, reply: Reply, tag: str, received: datetime) -> Section:
        voice, facts = self.voice(tag), self.facts(reply, tag, received)
        words = render(self.templates, template_of(reply), voice, facts)
        opening = ""
        if reply.foreign and reply.form != DISCREET:
            number = next((line.phone for line in facts.lines if line.kind == "emergency"), "")
            danger = danger_line(reply.foreign, number)
            words, opening = f"{danger}\n\n{words}", reply.foreign if danger else ""
        numbers = numbers_of(facts.lines, self._phones(), texting=voice.locale.texting)
        return section(voice.locale.tag, words, numbers, opening=opening)

    def _phones(self) -> tuple[str, ...]:
        policy = self.policy
        covers = (away.cover.phone for away in policy.away)
        own = (policy.phone.number, policy.practice.desk_phone, policy.crisis.on_call_phone)
        return tuple(filter(None, (*own, *covers)))


def template_of(reply: Reply) -> str:
    """Name of the template that speaks: there is one for all discreet replies."""
    is_discreet = reply.form == DISCREET and reply.template != UNDELIVERED
    return DISCREET if is_discreet else reply.template


def days_of(template: str, policy: Policy) -> int | None:
    """Working days within which an answer usually comes; None: no time is said.

    A crisis reply says the same as any other, so that nothing is read from it.
    """
    response = policy.response
    if response.answers != "usually":
        return None
    if template in LOGISTICS:
        return response.logistics_days
    kept = {
        "resource": policy.resource.reply != "yes",
        "update": policy.update.reply != "yes",
        "homework": not policy.homework.paid_review,
    }
    return None if kept.get(template) else response.clinical_days
