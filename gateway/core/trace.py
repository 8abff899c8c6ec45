"""The fields that we add on top of a delivered message; below them nothing changes."""

from email.utils import format_datetime

from gateway.core.mail import Envelope
from gateway.core.record import Record


def received(env: Envelope, *, host: str, message: str) -> bytes:
    """Our trace field (RFC 5321 §4.4). No FOR clause: it would name other recipients."""
    peer = f" ([{_clean(env.peer)}])" if env.peer else ""
    lines = (
        f"Received: from {_clean(env.helo) or 'unknown'}{peer}",
        f"\tby {host} with {env.protocol} id {message};",
        f"\t{format_datetime(env.received_at)}",
    )
    return "\r\n".join(lines).encode("ascii", "replace") + b"\r\n"


def marks(*, message: str, record: Record) -> bytes:
    """What the gateway made of a message, for the therapist's own eyes and filters.

    Only words of our own vocabulary stand here, none of the client's.
    """
    rows = {
        "X-Gateway-Id": message,
        "X-Gateway-Reasons": ", ".join(record.intents),
        "X-Gateway-Risk": record.risk,
        "X-Gateway-Signs": ", ".join(record.signs),
        "X-Gateway-Unread": ", ".join(record.unread),
        "X-Gateway-Reply": _reply(record),
    }
    text = "".join(f"{name}: {value}\r\n" for name, value in rows.items() if value)
    return text.encode("ascii")


def _reply(record: Record) -> str:
    """The template that answers, or the code why none does: the last reason of each decision."""
    if not record.reasons:
        return ""
    last = record.reasons[-1]
    return last.text if last.code == "reply" else f"none ({last.code})"


def _clean(word: str) -> str:
    """A peer's own name for itself, as one harmless word."""
    kept = "".join(c for c in word if c.isascii() and (c.isalnum() or c in ".-:[]_"))
    return kept[:255]
