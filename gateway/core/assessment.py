"""What was understood of a message: values only; the judging stands in assess.py."""

from dataclasses import dataclass, field
from enum import IntEnum

INTENTS = (
    "booking",
    "next_appointment",
    "cancelling",
    "resource",
    "update",
    "homework",
    "crisis",
    "other",
)


class Risk(IntEnum):
    """How soon somebody should look, as a careful clinician reading one mail would grade it."""

    NONE = 0
    NOTICE = 1
    URGENT = 2
    EMERGENCY = 3

    @property
    def word(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One rule that spoke, and what for.

    about    an intent or a sign, by its file name
    rule     the rule's name, stable, safe to log
    weight   0..1, how much it counts for an intent; 0 for a sign
    risk     the least risk that this evidence asks for
    where    kind of the segment it was found in
    place    which attachment that is, counted from 1; 0 for none
    excerpt  the words it was found in: shown to the therapist only
    """

    about: str
    rule: str
    weight: float = 0.0
    risk: Risk = Risk.NONE
    where: str = "new"
    place: int = 0
    excerpt: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Intents and risk are judged apart: a cancellation that speaks of suicide is both.

    intents   (name, score 0..1), strongest first, never empty: ("other", s) when unsure
    risk      the highest risk any evidence asks for
    signs     sensitive kinds present, sorted
    language  "en", "fr", "es", ... or "" when unsure
    unread    why something could not be read; risk NONE with unread means "unknown"
    """

    intents: tuple[tuple[str, float], ...]
    risk: Risk
    signs: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    language: str = ""
    unread: tuple[str, ...] = ()

    @property
    def intent(self) -> str:
        return self.intents[0][0]

    @property
    def risk_word(self) -> str:
        """The risk for people: "unknown" when nothing was found but not all was read."""
        return "unknown" if self.risk is Risk.NONE and self.unread else self.risk.word
