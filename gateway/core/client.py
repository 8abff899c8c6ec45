"""What was agreed with one client, where it differs from the policy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gateway.core.hotline import Audience

ReplyForm = Literal["full", "discreet", "none"]
# The forms that protect somebody, the most careful first.
CAREFUL: tuple[ReplyForm, ...] = ("none", "discreet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The agreement with one client; found by a keyed hash of the address.

    place     where the client lives, for crisis lines; "" as the practice
    language  of replies, whatever the client writes in; "" as the message
    audience  lines for these are shown too
    reply     "none": never answered, in a crisis neither ("unsafe to e-mail"); None: as the policy
    reasons   the only reasons that are answered; None: all. A crisis always is
    consent   the day on which the client agreed to e-mail; None: not noted
    minor     not of age
    """

    place: str = ""
    language: str = ""
    audience: tuple[Audience, ...] = ()
    reply: ReplyForm | None = None
    reasons: tuple[str, ...] | None = None
    consent: date | None = None
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a sender when the reply is chosen.

    client      the agreement with her, None when there is no record
    replied     she had a reply of ours within the ordinary window
    is_damaged  her agreement cannot be read, so that it may bar replies
    """

    client: Client | None = None
    replied: bool = False
    is_damaged: bool = False


UNKNOWN = Known()


def most_careful(own: Client | None, others: Sequence[Client | None]) -> Client | None:
    """Her agreement with the most careful form of those that her other addresses have."""
    forms = [client.reply for client in (own, *others) if client is not None]
    for form in CAREFUL:
        if form in forms:
            return replace(own or Client(), reply=form)
    return own
