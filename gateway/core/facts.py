"""What a reply's templates may speak of: the policy's own tables in one language, and few facts.

Nothing of a client's message is among them, so nothing of it can come out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import SimpleNamespace
from typing import Any

from gateway.core.crisis_rows import OWN
from gateway.core.hotline import Line
from gateway.core.locale import Locale, locale_of, primary
from gateway.core.opening_times import ALWAYS as OPEN_ALWAYS
from gateway.core.policy import Policy
from gateway.core.practice import Away, Said

# The tables of the policy that replies may speak of; no keys, hosts or folders.
SPOKEN = (
    "practice",
    "agreement",
    "response",
    "booking",
    "portal",
    "cancelling",
    "resource",
    "update",
    "homework",
    "phone",
    "crisis",
    "urgent",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one reply is told, apart from the policy.

    received   in the zone of the practice
    answer_by  when an answer usually has come, None when no time is said
    away       the absence on that day; back: the first working day after it
    lines      crisis lines, in the order in which they are shown
    directory  where to find others, "" when that is not needed
    sealed     attachments are encrypted here
    """

    received: datetime
    answer_by: datetime | None = None
    away: Away | None = None
    back: date | None = None
    lines: tuple[Line, ...] = ()
    directory: str = ""
    sealed: bool = False
    short: bool = False
    also: tuple[str, ...] = ()
    form: str = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A policy in one language: what does not change from reply to reply."""

    tag: str
    locale: Locale
    first: str
    tables: Mapping[str, Any]


def voice_of(policy: Policy, tag: str) -> Voice:
    """The policy as its replies in this language say it."""
    first = policy.practice.languages[0]
    tables: dict[str, Any] = {t: told(getattr(policy, t), tag, first) for t in SPOKEN}
    # "cancelling" tells its tiers from the most notice down.
    tables["cancelling"].tier = sorted(
        tables["cancelling"].tier, key=lambda tier: tier.hours, reverse=True
    )
    helps = (i for i in policy.selfhelp if i.language in ("", tag, primary(tag)))
    tables["selfhelp"] = tuple(told(item, tag, first) for item in helps)
    locale = locale_of(tag, policy.practice.place)
    return Voice(tag=tag, locale=locale, first=first, tables=tables)


def context_of(voice: Voice, facts: Facts) -> dict[str, Any]:
    """All names that a template may use."""
    away = None if facts.away is None else told(facts.away, voice.tag, voice.first)
    return {
        **voice.tables,
        "locale": voice.locale,
        "received": facts.received,
        "answer_by": facts.answer_by,
        "away": away,
        "back": facts.back,
        "lines": tuple(shown(line, voice) for line in facts.lines),
        "directory": facts.directory,
        "has_emergency": any(line.kind == "emergency" for line in facts.lines),
        "all_free_and_open": _all_free_and_open(facts.lines),
        "sealed": facts.sealed,
        "short": facts.short,
        "also": facts.also,
        "form": facts.form,
    }


def told(value: Any, tag: str, first: str) -> Any:
    """A table with the therapist's words in one language: "" where she gave none."""
    if isinstance(value, Said):
        return value.in_language(tag, first)
    if is_dataclass(value):
        names = (item.name for item in fields(value))
        made = {name: told(getattr(value, name), tag, first) for name in names}
        return _namespace(type(value).__name__)(**made)
    if isinstance(value, tuple):
        return tuple(told(one, tag, first) for one in value)
    return value


def shown(line: Line, voice: Voice) -> Any:
    """A crisis line as templates see it: name, menu and hours in words ("" for always)."""
    locale = voice.locale
    return _namespace("Line")(
        kind=line.kind,
        name=name_of(line, locale),
        phone=line.phone,
        then=locale.press.format(line.then) if line.then else "",
        sms=line.sms,
        sms_word=line.sms_word,
        hours="" if line.hours == OPEN_ALWAYS else locale.hours(line.hours, line.zone),
    )


def name_of(line: Line, locale: Locale) -> str:
    """As a reply in this language calls it: its own name, but a shipped emergency number's."""
    is_emergency = line.kind == "emergency" and line.place != OWN
    return locale.emergency if is_emergency else line.name_in(locale.language)


def _all_free_and_open(lines: Sequence[Line]) -> bool:
    return bool(lines) and all(line.free and line.hours == OPEN_ALWAYS for line in lines)


@cache
def _namespace(name: str) -> type[SimpleNamespace]:
    """A class of that name, so that a template's mistake is told with its table."""
    return type(name, (SimpleNamespace,), {})
