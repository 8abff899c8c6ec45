"""The verbs: what shall happen to one message, and why."""

from dataclasses import dataclass
from typing import Literal, assert_never

from gateway.core.hotline import Audience

Form = Literal["full", "discreet"]
SealWhat = Literal["attachments", "message"]


@dataclass(frozen=True, slots=True)
class Deliver:
    """Hand the message to one mailbox of the therapist.

    to    the mailbox, an address
    seal  what must be encrypted before it leaves this machine; None: as it came
    """

    to: str
    seal: SealWhat | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Send the client the template of this name.

    handle     which response this is for the once-per-window rule (RFC 5230 §4.2)
    languages  of the reply (RFC 5646), one below the other; () is the practice's first
    form       "discreet" tells whoever reads it nothing of therapy
    also       other reasons of the message, answered in a line each
    short      a reply went to this sender lately
    place      where the client lives, "" as the practice
    audience   crisis lines for these are shown too
    foreign    the language that she writes in, when there is no reply in it: ISO 639-1, or ""
    """

    template: str
    handle: str
    languages: tuple[str, ...] = ()
    form: Form = "full"
    also: tuple[str, ...] = ()
    short: bool = False
    place: str = ""
    audience: tuple[Audience, ...] = ()
    foreign: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """Tell the therapist that a message needs her. Never carries a client's words.

    urgency  "emergency", "urgent" or "notice"
    cause    stable code: risk, unjudged, unanswered, unsent, held, delayed, shelved
    """

    urgency: str
    cause: str


@dataclass(frozen=True, slots=True)
class Report:
    """Tell the sender that her mail could not be put into the mailbox (RFC 3464).

    cause  "refused" for good, or "expired" after many tries
    """

    cause: str


Action = Deliver | Reply | Alert | Report


@dataclass(frozen=True, slots=True)
class Because:
    """Why one action was, or was not, chosen: stable code first, then words without a client's."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Actions in order of urgency; a reason for each branch taken or barred."""

    actions: tuple[Action, ...]
    reasons: tuple[Because, ...]


KINDS: dict[str, type[Action]] = {
    "deliver": Deliver,
    "reply": Reply,
    "alert": Alert,
    "report": Report,
}


def kind_of(action: Action) -> str:
    """The action's one word, for the store, logs and pages."""
    return type(action).__name__.lower()


def describe(action: Action) -> str:
    """An action in a few words, for people; names no client."""
    match action:
        case Deliver(seal=None):
            return "deliver as it came"
        case Deliver(seal=what):
            return f"deliver with {what} sealed"
        case Reply(template=name):
            return f"reply with {name}"
        case Alert(urgency=urgency, cause=cause):
            return f"alert the therapist, {urgency} ({cause})"
        case Report(cause=cause):
            return f"report to the sender ({cause})"
        case _:
            assert_never(action)
