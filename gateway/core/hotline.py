"""Crisis lines and emergency numbers as values: shipped ones, and the practice's own."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from gateway.core.practice import Said

Kind = Literal["emergency", "suicide_crisis", "mental_health", "text_only", "directory"]
Audience = Literal["everyone", "youth", "indigenous", "lgbtq", "veterans", "survivors"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of gateway/hotlines/, or one of the practice's own.

    id            stable, "CA-emergency", "CA-988"
    place         where it can be dialled: "CA", "CA-QC"; "own" for the practice's
    name, names   as its callers know it, and its name in other languages: {"fr": "..."}
    phone, sms    as they are dialled and shown; "" when there is none
    sms_word      the word to text, "" when any text will do
    then          what to press once connected: "1"; "" for nothing
    web           address of its chat or its page (a directory has nothing else)
    hours         "24/7", or "mon-fri 09:00-17:00; sat 10:00-14:00" in `zone`
    languages     it answers in (ISO 639-1); () when that is not known
    confidence    "high", "medium" (shown only when the practice confirmed it), "low" (never shown)
    verified      date of the newest source, "2024-05-17", "2024-05", "2024" or ""
    gathered      day on which all its sources were last looked at
    valid_to      last day on which it may be shown; None when no end is known
    """

    id: str
    place: str
    kind: Kind
    audience: Audience = "everyone"
    name: str
    names: tuple[tuple[str, str], ...] = ()
    phone: str = ""
    sms: str = ""
    sms_word: str = ""
    then: str = ""
    web: str = ""
    hours: str = "24/7"
    zone: str = ""
    free: bool = True
    languages: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    verified: str = ""
    gathered: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    confidence: Literal["high", "medium", "low"] = "low"

    def name_in(self, language: str) -> str:
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """A person checked this line at the provider's own page or by phone."""

    line: str
    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A line that the practice adds for its place; it vouches for it by name and date."""

    kind: Literal["emergency", "suicide_crisis", "mental_health", "text_only"]
    audience: Audience = "everyone"
    name: str
    phone: str = ""
    sms: str = ""
    sms_word: str = ""
    hours: str = "24/7"
    free: bool = False
    languages: tuple[str, ...] = ()
    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """What the therapist herself offers in a crisis, and lines that she confirmed or adds.

    emergency_department  name and street of the nearest one, "" for none in particular
    safety_plan           replies remind of the safety plan that she makes with clients
    audiences             lines for these are shown to all clients of this practice
    """

    provision: Literal["none", "limited", "on_call"] = "none"
    on_call_phone: str = ""
    on_call_hours: Said = field(default_factory=Said)
    emergency_department: str = ""
    safety_plan: bool = False
    audiences: tuple[Audience, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    line: tuple[OwnLine, ...] = ()
