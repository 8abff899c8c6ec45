"""The verbs: what shall happen to one message, and why."""

from dataclasses import dataclass
from typing import Literal

SealWhat = Literal["attachments", "message"]


@dataclass(frozen=True, slots=True)
class Deliver:
    """Hand the message to the therapist's mailbox.

    seal  what must be encrypted before it leaves this machine; None: as it came
    """

    seal: SealWhat | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """Send the client the template of this name.

    handle  which response this is for the once-per-window rule (RFC 5230 §4.2)
    """

    template: str
    handle: str


@dataclass(frozen=True, slots=True)
class Alert:
    """Tell the therapist that a message needs her. Never carries a client's words.

    urgency  "emergency", "urgent" or "notice"
    cause    stable code: risk, unjudged, held, delayed, shelved
    """

    urgency: str
    cause: str


Action = Deliver | Reply | Alert


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
