"""What the tests of stores share: a clock that is set by hand, a store, and mail for it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from gateway.core.addresses import key_of
from gateway.core.claims import may_reply
from gateway.core.decision import Alert, Because, Decision, Deliver, Reply
from gateway.core.mail import Envelope
from gateway.core.policy import Reply as ReplyLimits
from gateway.core.record import Asked
from gateway.store.sqlite import SqliteStore, open_store

MASTER = bytes(range(32))
RAW = b"Subject: hello\r\n\r\nIt is I.\r\n"
BIG = RAW + b"x" * 100_000 + b"\r\n"
DECISION = Decision(
    (Alert("urgent", "risk"), Deliver("box@clinic.example"), Reply("other", "other")),
    (Because("intent", "other"), Because("reply", "template other")),
)
LIMITS = ReplyLimits(display_name="Dana")


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 3, 14, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


def opened(folder: Path, clock: Clock, master: bytes = MASTER) -> SqliteStore:
    return open_store(folder, master, inline_bytes=32_768, now=clock, key_of=key_of)


def envelope(clock: Clock, sender: str = "ann@client.example") -> Envelope:
    return Envelope(sender=sender, recipients=("dana@clinic.example",), received_at=clock())


def asked(clock: Clock, sender: str = "ann@client.example", message: str = "<1@x>") -> Asked:
    return Asked(
        sender=key_of(sender),
        domain="client.example",
        message=message,
        handle="other",
        may=lambda counts: may_reply(counts, LIMITS, "other", clock()),
    )
