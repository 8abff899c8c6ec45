"""A mail that differs from a plain one by a header line, a sender or a policy; is it answered?"""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

from gateway.core.client import Client
from gateway.core.mail import Envelope, Field, Leaf, ParsedMail
from gateway.core.policy import Policy
from gateway.core.reply import why_no_reply
from tests.conftest import NOW
from tests.practices import PLAIN

OURS = "<g.ours@calder.example>"
TO = ("to", "Iris Calder <iris@calder.example>")
FROM = ("from", "Noa Berg <noa@berg.example>")


def is_ours(value: str) -> bool:
    return OURS in value


def fields(*pairs: tuple[str, str]) -> tuple[Field, ...]:
    return tuple(Field(name=name, value=value, start=0, end=0) for name, value in pairs)


def leaf(media_type: str, disposition: str = "") -> Leaf:
    return Leaf(
        head_start=0,
        head_end=0,
        body_start=0,
        body_end=0,
        media_type=media_type,
        disposition=disposition,
        is_attachment=True,
    )


def received(**ago: float) -> tuple[str, str]:
    return "received", f"from a by b with ESMTP; {format_datetime(NOW - timedelta(**ago))}"


def date(**ago: float) -> tuple[str, str]:
    return "date", format_datetime(NOW - timedelta(**ago))


@dataclass
class Case:
    """A mail that differs from a plain one by this, and the code expected; None: it is answered."""

    name: str
    code: str | None
    more: tuple[tuple[str, str], ...] = ()
    sender: str = "noa@berg.example"
    recipients: tuple[str, ...] = ("iris@calder.example",)
    to: tuple[tuple[str, str], ...] = (TO,)
    author: tuple[tuple[str, str], ...] = (FROM,)
    leaves: tuple[Leaf, ...] = ()
    utf8: bool = False
    reply: dict[str, Any] = field(default_factory=dict)
    client: Client | None = None


def because(case: Case) -> str | None:
    env = Envelope(
        sender=case.sender, recipients=case.recipients, received_at=NOW, smtputf8=case.utf8
    )
    mail = ParsedMail(
        fields=fields(*case.author, *case.to, *case.more), body_start=0, leaves=case.leaves
    )
    policy: Policy = replace(PLAIN, reply=replace(PLAIN.reply, **case.reply))
    found = why_no_reply(env, mail, policy, is_ours=is_ours, client=case.client)
    return found.code if found else None


def h(name: str, value: str = "x") -> tuple[tuple[str, str], ...]:
    return ((name, value),)
