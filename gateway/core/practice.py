"""The practice, as its policy tells clients of it: who she is, what she offers, crisis lines.

Tables of policies.toml like those of `policy.py`. Words such as "two working days" are the
therapist's own and go into replies as they stand.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Who the therapist is, as replies may say it.

    address    the address clients write to; replies come from it
    addresses  other addresses that are hers (RFC 3834 §2, RFC 5230 §4.5)
    place      where her clients live, for crisis lines: "CA", "CA-ON", "GB-SCT"
    """

    name: str
    address: str
    addresses: tuple[str, ...] = ()
    kind: Literal["solo", "clinic"] = "solo"
    place: str
    timezone: str
    desk_phone: str = ""
    desk_hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The service agreement that clients have signed. version stands in each reply's footer."""

    version: str = ""
    url: str = ""
    contact_section: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """When mail is read and answered. by_email false: clinical mail is kept for the session."""

    typical: str
    reads_email: str
    by_email: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """How appointments are made."""

    online_url: str = ""
    style: str = ""
    new_clients: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """The client account, where there is one: appointments, notes."""

    url: str = ""
    shows_appointments: bool = False
    takes_notes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelling:
    """Notice and fee. email_counts: a mail is notice as of the time it was received."""

    notice_hours: int = 24
    fee: str = ""
    email_counts: bool = True
    online: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Books, links, articles that clients share."""

    reply: Literal["yes", "no", "in_session"] = "in_session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """Good news that clients share."""

    reply: Literal["yes", "no", "in_session"] = "in_session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Homework:
    """Therapy homework by mail. review: "in_session" or "before_session"."""

    accept: Literal["yes", "if_agreed", "no"] = "if_agreed"
    portal_url: str = ""
    review: Literal["in_session", "before_session"] = "in_session"
    paid_review: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """Her telephone, if clients may use it. voicemail: she hears messages left there."""

    number: str = ""
    voicemail: bool = False
    voicemail_confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One crisis line or emergency number, from gateway/hotlines/ or the practice's own.

    id            stable, "CA-emergency", "CA-988"
    kind          emergency, suicide_crisis, mental_health, text_only
    phone, sms    as they are dialled and shown; "" when there is none
    sms_word      the word to text, "" when any text will do
    hours         "24/7", or the hours in words
    confidence    "high", "medium" (shown only when the practice confirmed it), "low" (never shown)
    """

    id: str
    place: str
    kind: str
    name: str
    phone: str = ""
    sms: str = ""
    sms_word: str = ""
    hours: str = "24/7"
    languages: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    verified: str = ""
    confidence: str = "low"


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
    name: str
    phone: str = ""
    sms: str = ""
    sms_word: str = ""
    hours: str = "24/7"
    on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """What the therapist herself offers in a crisis, and lines that she confirmed or adds."""

    provision: Literal["none", "limited", "on_call"] = "none"
    on_call_phone: str = ""
    confirmed: tuple[Confirmed, ...] = ()
    line: tuple[OwnLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """Urgent but no emergency: what is offered; "" and () are left out of the reply."""

    earlier_appointment: str = ""
    cancellation_list: str = ""
    other_service: str = ""
    assistance_line: str = ""
