"""The practice, as its policy tells clients of it: who she is and what she offers.

Tables of policies.toml like those of `policy.py`; crisis lines stand in `hotline.py`. What is a
choice or a number is said by the templates in each language; a `Said` is the therapist's own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the therapist, by language: {"en": "...", "fr": "..."}.

    The key "" stands for the practice's first language (plain text in the file).
    """

    by: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return any(self.by.values())

    def in_language(self, language: str, first: str) -> str:
        """Her words in this language (RFC 5646), "" when she gave none.

        first  the practice's first language
        """
        primary = language.partition("-")[0]
        plain = self.by.get("", "") if primary == first.partition("-")[0] else ""
        return self.by.get(language, "") or self.by.get(primary, "") or plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Who the therapist is, as replies may say it.

    address    the address clients write to; replies come from it
    addresses  other addresses that are hers (RFC 3834 §2, RFC 5230 §4.5)
    place      where her clients live, for crisis lines: "CA", "CA-ON", "GB-SCT"
    languages  of the replies (RFC 5646: "en", "fr-CA"); the first is the practice's own
    unsure     languages of one reply, one below the other, when the client's is not sure;
               () is the first of `languages`
    """

    name: str
    address: str
    addresses: tuple[str, ...] = ()
    kind: Literal["solo", "clinic"] = "solo"
    place: str
    timezone: str
    languages: tuple[str, ...] = ("en",)
    unsure: tuple[str, ...] = ()
    desk_phone: str = ""
    desk_hours: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The service agreement that clients have had before the start.

    version stands in each reply's footer, the day `on` in the page for clients
    (gateway export agreement); contact_section names its part on contact.
    """

    version: str = ""
    on: date | None = None
    url: str = ""
    contact_section: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursException:
    """A day unlike others: `open` () is closed all day."""

    on: date
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Working hours, "09:00-12:00", in the zone of the practice; () is a day off.

    holidays  public holidays of this place are days off: "CA-ON", "GB-SCT"; "" for none
    """

    monday: tuple[str, ...] = ("09:00-17:00",)
    tuesday: tuple[str, ...] = ("09:00-17:00",)
    wednesday: tuple[str, ...] = ("09:00-17:00",)
    thursday: tuple[str, ...] = ("09:00-17:00",)
    friday: tuple[str, ...] = ("09:00-17:00",)
    saturday: tuple[str, ...] = ()
    sunday: tuple[str, ...] = ()
    holidays: str = ""
    exception: tuple[HoursException, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """When mail is read and answered.

    reads            how often she looks at mail
    answers          "usually", "sometimes" or "no": whether e-mail is answered at all
    logistics_days   working days within which she usually answers about appointments
    clinical_days    the same for all that touches the work itself
    urgent_days      the same for what is urgent
    by_email         False: what belongs into a session is kept for the session
    """

    reads: Literal["several_times_a_day", "each_working_day", "few_times_a_week", "weekly"] = (
        "each_working_day"
    )
    answers: Literal["usually", "sometimes", "no"] = "usually"
    logistics_days: int = 2
    clinical_days: int = 2
    urgent_days: int = 1
    by_email: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """How appointments are made.

    style         when the next one is usually arranged; "" says nothing of it
    waiting_list  new clients can be put on a list
    """

    online_url: str = ""
    style: Literal["", "end_of_session", "later", "standing"] = ""
    new_clients: bool = True
    waiting_list: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """The client account, where there is one: appointments, notes."""

    url: str = ""
    shows_appointments: bool = False
    takes_notes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What is charged with less notice than `hours`; hours 0 is a missed appointment.

    percent  of the fee of the session; amount  "$40", goes before percent
    """

    hours: int
    percent: int = 0
    amount: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelling:
    """Notice and fees.

    email_counts  a mail is notice as of the time it was received
    phone_counts  a message by telephone is
    online        can be done where clients book or have their account
    exempt        what is never charged
    """

    notice_hours: int = 24
    tier: tuple[Tier, ...] = ()
    email_counts: bool = True
    phone_counts: bool = True
    online: bool = False
    exempt: tuple[Literal["illness", "weather", "emergency"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Books, links, articles that clients share. paid_reading: reading long ones is charged."""

    welcome: bool = True
    reply: Literal["yes", "no", "in_session"] = "in_session"
    paid_reading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """Good news that clients share."""

    reply: Literal["yes", "no", "in_session"] = "in_session"


@dataclass(frozen=True, slots=True, kw_only=True)
class Homework:
    """Therapy homework by mail.

    portal_url  a safer place to send it
    key_url     where her public key or certificate is, for clients who can encrypt
    files       kinds that she can open, "PDF"; largest_mb: 0 says nothing of size
    """

    accept: Literal["yes", "if_agreed", "no"] = "if_agreed"
    portal_url: str = ""
    key_url: str = ""
    files: tuple[str, ...] = ()
    largest_mb: int = 0
    review: Literal["in_session", "before_session"] = "in_session"
    paid_review: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """Her telephone, if clients may use it. voicemail: she hears messages left there."""

    number: str = ""
    voicemail: bool = False
    voicemail_confidential: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgent:
    """Urgent but no emergency: what is offered; what is empty is left out of the reply.

    earlier_online       times that others gave up can be booked online (booking.online_url)
    cancellation_list    how to get on the list for them
    other_appointment    another kind of appointment that is free sooner
    other_service        another service or practitioner
    assistance_line      an employee or student assistance line
    """

    earlier_online: bool = False
    cancellation_list: Said = field(default_factory=Said)
    cancellation_list_url: str = ""
    other_appointment: Said = field(default_factory=Said)
    other_service: Said = field(default_factory=Said)
    assistance_line: Said = field(default_factory=Said)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfHelp:
    """A book, workbook, video or page that may support somebody who can wait.

    language  replies in other languages leave it out; "" stands in all
    """

    title: str
    kind: Literal["book", "workbook", "video", "page"] = "book"
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Who covers while she is away, and agreed that clients are told. purpose: what for."""

    name: str = ""
    phone: str = ""
    hours: Said = field(default_factory=Said)
    purpose: Said = field(default_factory=Said)
    agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """An absence: whole days, the first and the last. reads: mail is still read once a day."""

    first: date
    last: date
    reads: bool = False
    cover: Cover = field(default_factory=Cover)


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """How much a reply may show to who else opens the mailbox.

    reply_default     of clients without a record: "full" or "discreet"
    discreet_name     the name on discreet replies
    discreet_subject  and their subject; "" is the neutral one of the language
    recall_days       how long it stays known which reply, with which lines, went to whom
    """

    reply_default: Literal["full", "discreet"] = "full"
    discreet_name: str = ""
    discreet_subject: Said = field(default_factory=Said)
    recall_days: int = 1_095


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """When a person last looked this policy over, and who; it is due again after every_days."""

    policy_on: date | None = None
    crisis_on: date | None = None
    by: str = ""
    every_days: int = 180
