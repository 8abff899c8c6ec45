"""Mail of our own making, each value changed as a test wants it."""

from datetime import timedelta, timezone
from email import message_from_bytes
from email import policy as email_policy
from typing import Any

from gateway.core.compose import alert_mail, reply_mail, report_mail
from gateway.core.mail import Field, ParsedMail
from tests.conftest import NOW
from tests.practices import PLAIN

KEY = bytes(range(32))
LOCAL = NOW.astimezone(timezone(timedelta(hours=-5)))
ID = "<g.0123456789abcdef.0123456789abcdef01234567@calder.example>"
BODY = "This is an automatic reply.\n\n  Call 911\n"


def mail(**headers: str) -> ParsedMail:
    fields = (Field(name=n.replace("_", "-"), value=v, start=0, end=0) for n, v in headers.items())
    return ParsedMail(fields=tuple(fields), body_start=0)


def reply(**given: Any) -> bytes:
    values: dict[str, Any] = {
        "to": "noa@berg.example",
        "mail": mail(message_id="<m1@berg.example>"),
        "policy": PLAIN,
        "subject": "Automatic reply",
        "body": BODY,
        "date": LOCAL,
        "message_id": ID,
        **given,
    }
    return reply_mail(**values)


def alert(**given: Any) -> bytes:
    values: dict[str, Any] = {
        "policy": PLAIN,
        "to": ("iris@box.example",),
        "urgency": "emergency",
        "text": "Please look.\n",
        "date": LOCAL,
        "message_id": ID,
        **given,
    }
    return alert_mail(**values)


def report(**given: Any) -> bytes:
    values: dict[str, Any] = {
        "to": "noa@berg.example",
        "policy": PLAIN,
        "hostname": "gate.calder.example",
        "cause": "expired",
        "recipient": "iris@calder.example",
        "subject": "Not delivered",
        "body": BODY,
        "arrival": LOCAL,
        "date": LOCAL,
        "message_id": ID,
        "boundary": "b0123456789abcdef",
        "original_message_id": "<m1@berg.example>",
        **given,
    }
    return report_mail(**values)


def read(raw: bytes) -> Any:
    return message_from_bytes(raw, policy=email_policy.default)
