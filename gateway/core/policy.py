"""The therapist's wishes, as frozen values: one class a table of policies.toml.

Names are the keys of the file. A field without a default must stand in the
file. `config/` checks the file against these classes (every unknown key,
wrong type and impossible value, with its line); `policy_check.py` holds the
rules that need more than one key. What replies say of the practice is in `practice.py`.
"""

from dataclasses import dataclass, field
from typing import Literal

from gateway.core.hotline import Crisis
from gateway.core.practice import (
    Agreement,
    Away,
    Booking,
    Cancelling,
    Homework,
    Hours,
    Phone,
    Portal,
    Practice,
    Privacy,
    Resource,
    Response,
    Review,
    Said,
    SelfHelp,
    Update,
    Urgent,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The automatic answer and its limits.

    mode              "live"; "shadow": replies are chosen and recorded, none is sent; "off"
    subject           "" is the neutral one of the reply's language
    html              an HTML form with the same words beside the text
    window_days       one reply to a sender for each handle (reason) in this time
    crisis_window_h   the same for the crisis reply, which has a window of its own
    per_*             caps on all replies together, and on those to one domain
    max_age_h         older mail (by its Date or Received fields) is not answered
    never             addresses that are never answered
    uncertain         mail with soft marks of a machine only: "silent", "answer", or "known":
                      answer clients who have a record, once a day
    tell_unanswered   the therapist is told when a probable person gets no reply
    give_up_h         a reply that cannot leave for so long is dropped
    """

    mode: Literal["live", "shadow", "off"] = "live"
    display_name: str
    subject: Said = field(default_factory=Said)
    html: bool = False
    window_days: int = 7
    crisis_window_h: float = 2.0
    crisis_per_day: int = 6
    per_hour: int = 60
    per_day: int = 300
    per_domain_per_hour: int = 20
    max_age_h: int = 24
    never: tuple[str, ...] = ()
    uncertain: Literal["silent", "known", "answer"] = "known"
    tell_unanswered: bool = True
    give_up_h: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """A server that we hand mail to.

    tls   "required": STARTTLS with a verified certificate or nothing (RFC 8314, RFC 3207);
          "implicit": TLS from the first byte; "opportunistic": when offered, unverified;
          "off": only sensible on this machine
    ca_file        extra authority for the server's certificate, "" the system's
    password_file  file with the password for `user`, 0600; secrets never stand in policies.toml
    """

    host: str = "127.0.0.1"
    port: int = 25
    tls: Literal["required", "implicit", "opportunistic", "off"] = "required"
    ca_file: str = ""
    user: str = ""
    password_file: str = ""
    timeout_s: float = 60.0
    connections: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How the mail reaches the mailbox of the therapist.

    by     "maildir" (a folder here), "smtp" or "lmtp" (a server, see `hop`)
    marks  add X-Gateway-* fields with reasons and risk to what is delivered
    """

    by: str = "maildir"
    path: str = "mailbox"
    marks: bool = True
    hop: Hop = field(default_factory=Hop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """Encryption to the therapist's key before the mail leaves this machine.

    scheme       "off", "openpgp" or "smime"
    what         "attachments" (each in its place) or "message" (all of it)
    fingerprint  full fingerprint of the OpenPGP key, 40 hex digits; spaces are ignored
    home         folder of the private GnuPG home that holds only that public key
    certificate  PEM file of the S/MIME certificate
    hide_names   do not show attachment names outside the encryption
    """

    scheme: str = "off"
    what: Literal["attachments", "message"] = "attachments"
    fingerprint: str = ""
    home: str = "keys/gnupg"
    certificate: str = ""
    hide_names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """Who is told that a message needs the therapist; () puts the notice into her mailbox."""

    by: str = "email"
    to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inlet:
    """A door. by "smtp"; recipients of each address stand in [recipients].

    address, port  where it listens
    certificate, key  PEM files; both or neither: with them STARTTLS is offered
    """

    by: str = "smtp"
    address: str = "127.0.0.1"
    port: int = 2525
    hostname: str = ""
    certificate: str = ""
    key: str = ""
    require_tls: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one message, one peer, one hour may cost."""

    message_bytes: int = 52_428_800
    recipients: int = 100
    connections: int = 200
    connections_per_peer: int = 50
    errors: int = 20
    greeting_s: float = 30.0
    command_s: float = 300.0
    data_grace_s: float = 10.0
    data_bytes_per_s: int = 500
    hops: int = 60
    disk_free_bytes: int = 209_715_200
    queue_messages: int = 100_000
    queue_bytes: int = 5_368_709_120
    at_once: int = 200
    at_once_bytes: int = 268_435_456


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """When delivery is tried again, and what happens when it does not heal.

    delays_s        waits between tries; the last one repeats
    jitter          share of each wait drawn at random on top, 0..1
    life_days       after this the client is told (RFC 3464) and the mail is held for a person
    refused_h       a refusal for good (5yz) is held and tried by delays this long first
    delay_notice_h  the therapist is told when a message waits longer
    """

    delays_s: tuple[float, ...] = (60, 300, 900, 1800, 3600)
    jitter: float = 0.1
    life_days: float = 5.0
    refused_h: float = 24.0
    delay_notice_h: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where accepted mail is kept until it is done.

    url       "sqlite:FOLDER" (the state folder)
    key_file  master key, 32 bytes in base64, outside the state folder, 0600;
              the environment GATEWAY_MASTER_KEY or the systemd credential "master-key" go first
    inline_bytes  bodies larger than this become files of their own
    """

    url: str = "sqlite:state"
    key_file: str = "keys/master.key"
    inline_bytes: int = 32_768
    keep_log_days: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What the daemon says of itself: ids and classes, never a client's words or address."""

    level: Literal["warning", "info", "debug"] = "info"
    form: Literal["text", "json"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All of policies.toml. recipients: address that clients use -> mailbox it goes to."""

    practice: Practice
    agreement: Agreement = field(default_factory=Agreement)
    hours: Hours = field(default_factory=Hours)
    response: Response = field(default_factory=Response)
    booking: Booking = field(default_factory=Booking)
    portal: Portal = field(default_factory=Portal)
    cancelling: Cancelling = field(default_factory=Cancelling)
    resource: Resource = field(default_factory=Resource)
    update: Update = field(default_factory=Update)
    homework: Homework = field(default_factory=Homework)
    phone: Phone = field(default_factory=Phone)
    crisis: Crisis = field(default_factory=Crisis)
    urgent: Urgent = field(default_factory=Urgent)
    selfhelp: tuple[SelfHelp, ...] = ()
    away: tuple[Away, ...] = ()
    privacy: Privacy = field(default_factory=Privacy)
    review: Review = field(default_factory=Review)
    reply: Reply
    relay: Hop = field(default_factory=Hop)
    recipients: dict[str, str]
    inlet: tuple[Inlet, ...] = (Inlet(),)
    deliver: Delivery = field(default_factory=Delivery)
    seal: Seal = field(default_factory=Seal)
    alert: Alerts = field(default_factory=Alerts)
    limits: Limits = field(default_factory=Limits)
    retry: Retry = field(default_factory=Retry)
    store: Store = field(default_factory=Store)
    log: Log = field(default_factory=Log)
