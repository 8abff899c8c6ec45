"""What one value of the policy may be: its range, or the form of its text."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from gateway.core.hotline import Confirmed, Crisis, OwnLine
from gateway.core.policy import Delivery, Hop, Inlet, Limits, Policy, Reply, Retry, Seal, Store
from gateway.core.practice import (
    Agreement,
    Booking,
    Cancelling,
    Cover,
    Homework,
    Phone,
    Portal,
    Practice,
    Privacy,
    Response,
    Review,
    Said,
    SelfHelp,
    Tier,
    Urgent,
)

Step = str | int
Path = tuple[Step, ...]
Field = tuple[type, str]

BARE = re.compile(r"[A-Za-z0-9_-]+")
TELEPHONE = re.compile(r"[+(]?[0-9][0-9 ().-]+(?: ?(?:x|ext\.?) ?[0-9]+)?")
LANGUAGE = re.compile(r"[a-z]{2}")  # ISO 639-1
LINK = re.compile(r"https://[!-~]+")
HOST = re.compile(
    r"(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\.?"
)
# Unseen marks that turn the direction of a line: a name could show as another one.
TURNERS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")
LONGEST_LINE = 200
ENDLESS = math.inf

RANGES: dict[Field, tuple[float, float]] = {
    (Cancelling, "notice_hours"): (0, 720),
    (Tier, "hours"): (0, 720),
    (Tier, "percent"): (0, 100),
    (Homework, "largest_mb"): (0, 1_000),
    (Response, "logistics_days"): (0, 60),
    (Response, "clinical_days"): (0, 60),
    (Response, "urgent_days"): (0, 60),
    (Privacy, "recall_days"): (30, 3_650),
    (Review, "every_days"): (30, 730),
    (Reply, "window_days"): (1, 365),
    # A person in danger who writes again the next day is answered again.
    (Reply, "crisis_window_h"): (0.25, 24),
    (Reply, "crisis_per_day"): (1, 100),
    (Reply, "per_hour"): (1, ENDLESS),
    (Reply, "per_day"): (1, ENDLESS),
    (Reply, "per_domain_per_hour"): (1, ENDLESS),
    (Reply, "max_age_h"): (1, ENDLESS),
    (Reply, "give_up_h"): (1, ENDLESS),
    (Hop, "port"): (1, 65_535),
    (Hop, "timeout_s"): (0.1, 3_600),
    (Hop, "connections"): (1, 100),
    (Inlet, "port"): (0, 65_535),
    (Limits, "message_bytes"): (1_024, ENDLESS),
    (Limits, "recipients"): (1, ENDLESS),
    (Limits, "connections"): (1, ENDLESS),
    (Limits, "connections_per_peer"): (1, ENDLESS),
    (Limits, "errors"): (1, ENDLESS),
    (Limits, "greeting_s"): (0.1, 3_600),
    (Limits, "command_s"): (0.1, 3_600),
    (Limits, "data_grace_s"): (0.1, 3_600),
    (Limits, "data_bytes_per_s"): (0, ENDLESS),
    (Limits, "hops"): (1, 1_000),
    (Limits, "disk_free_bytes"): (0, ENDLESS),
    (Limits, "queue_messages"): (1, ENDLESS),
    (Limits, "queue_bytes"): (1_024, ENDLESS),
    (Limits, "at_once"): (1, 200),
    (Limits, "at_once_bytes"): (1, ENDLESS),
    (Retry, "jitter"): (0, 1),
    (Retry, "life_days"): (0.01, 60),
    (Retry, "refused_h"): (0, 1_440),
    (Retry, "delay_notice_h"): (0.01, 1_440),
    (Store, "inline_bytes"): (0, 16_777_216),
    (Store, "keep_log_days"): (1, 3_650),
}
ONE_LINE: frozenset[Field] = frozenset(
    {
        (Practice, "name"),
        (Practice, "address"),
        (Reply, "display_name"),
        (SelfHelp, "title"),
        (Confirmed, "by"),
        (OwnLine, "name"),
        (OwnLine, "by"),
    }
)
# One line too, but "" is right there.
MAYBE_LINE: frozenset[Field] = frozenset(
    {
        (Practice, "desk_hours"),
        (Agreement, "version"),
        (Agreement, "contact_section"),
        (Tier, "amount"),
        (Crisis, "on_call_hours"),
        (Crisis, "emergency_department"),
        (OwnLine, "sms_word"),
        (Cover, "name"),
        (Cover, "hours"),
        (Cover, "purpose"),
        (Privacy, "discreet_name"),
        (Privacy, "discreet_subject"),
        (Review, "by"),
        (Reply, "subject"),
        (Urgent, "cancellation_list"),
        (Urgent, "other_appointment"),
        (Urgent, "other_service"),
        (Urgent, "assistance_line"),
        (Homework, "files"),
    }
)
NOT_BLANK: frozenset[Field] = ONE_LINE | {
    (Practice, "place"),
    (Practice, "timezone"),
    (Confirmed, "line"),
    (Hop, "host"),
    (Inlet, "address"),
    (Delivery, "path"),
    (Seal, "home"),
    (Store, "key_file"),
}
LINKS: frozenset[Field] = frozenset(
    {
        (Agreement, "url"),
        (Booking, "online_url"),
        (Portal, "url"),
        (Homework, "portal_url"),
        (Homework, "key_url"),
        (SelfHelp, "url"),
        (Urgent, "cancellation_list_url"),
    }
)
TELEPHONES: frozenset[Field] = frozenset(
    {(Practice, "desk_phone"), (Phone, "number"), (Crisis, "on_call_phone"), (Cover, "phone")}
)
LANGUAGES: frozenset[Field] = frozenset({(OwnLine, "languages")})
HOSTS: frozenset[Field] = frozenset({(Inlet, "hostname")})
PATHS: frozenset[Field] = frozenset(
    {
        (Hop, "ca_file"),
        (Hop, "password_file"),
        (Delivery, "path"),
        (Seal, "home"),
        (Seal, "certificate"),
        (Inlet, "certificate"),
        (Inlet, "key"),
        (Store, "key_file"),
    }
)


def dotted(path: Path) -> str:
    """A key as people read it, list elements counted from 1: "inlet.2.port"."""
    return ".".join(str(step + 1) if isinstance(step, int) else _name(step) for step in path)


def _name(step: str) -> str:
    if BARE.fullmatch(step):
        return step
    return '"' + step.replace("\\", "\\\\").replace('"', '\\"') + '"'


def values(table: Any, path: Path = ()) -> Iterator[tuple[Path, Field, Any]]:
    """Every text and number of a policy, with its key and the class and name of its field."""
    for item in fields(table):
        value = getattr(table, item.name)
        yield from _below(value, (*path, item.name), (type(table), item.name))


def _below(value: Any, path: Path, field: Field) -> Iterator[tuple[Path, Field, Any]]:
    if isinstance(value, Said):
        for language, words in value.by.items():
            yield (*path, language) if language else path, field, words
    elif is_dataclass(value):
        yield from values(value, path)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _below(one, (*path, number), field)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield (*path, name), field, one
    else:
        yield path, field, value


def value_problems(policy: Policy) -> Iterator[tuple[str, str]]:
    """(key, what is wrong) of each value that is wrong by itself."""
    for path, field, value in values(policy):
        words = _text(field, value) if isinstance(value, str) else _number(field, value)
        if words:
            yield dotted(path), words


def _number(field: Field, value: object) -> str:
    low, high = RANGES.get(field, (-ENDLESS, ENDLESS))
    if not isinstance(value, int | float) or low <= value <= high:
        return ""
    if high == ENDLESS:
        return f"must be at least {low:g}, is {value:g}"
    return f"must be from {low:g} to {high:g}, is {value:g}"


def _text(field: Field, value: str) -> str:
    if field in NOT_BLANK and not value.strip():
        return "must not be empty"
    if value and not value.strip():
        return 'is blank; "" says nothing'
    if field in ONE_LINE | MAYBE_LINE and not _is_one_line(value):
        return f"must be one line of at most {LONGEST_LINE} plain characters"
    if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in value):
        return "holds a control character"
    return next(
        (words for kind, right, words in FORMS if value and field in kind and not right(value)), ""
    )


def _is_one_line(value: str) -> bool:
    hidden = any(unicodedata.category(c) in {"Cc", "Zl", "Zp"} or c in TURNERS for c in value)
    return not hidden and len(value) <= LONGEST_LINE


FORMS: tuple[tuple[frozenset[Field], Callable[[str], object], str], ...] = (
    (LINKS, LINK.fullmatch, "must be a link that begins with https://, without spaces"),
    (
        TELEPHONES,
        TELEPHONE.fullmatch,
        "must be a telephone number: digits, spaces and hyphens, +1 555 0100 or 555-0100 ext 12",
    ),
    (LANGUAGES, LANGUAGE.fullmatch, 'must be a language by its two letters, such as "en"'),
    (HOSTS, HOST.fullmatch, "must be a host name such as mail.clinic.example"),
    (
        PATHS,
        lambda path: not path.startswith("~"),
        'must be a whole path or one beside this file; "~" is not understood',
    ),
)
