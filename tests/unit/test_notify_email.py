"""Alerts by e-mail: where they go, and what a repeat does."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from gateway.core.policy import Alerts, Policy, Reply
from gateway.core.practice import Practice
from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater
from gateway.notify.email import open_notifier
from gateway.ports import Notifier, Outgoing

OWN, BOX = "dana@clinic.example", "dana.inbox@host.example"
ONE, TWO = "dana@phone.example", "lee@phone.example"
LATER, NO, HUMAN = TryLater("away"), GiveUp("no such user"), NeedsHuman("no log-in")


@dataclass
class Way:
    """A Deliverer that answers as it is told, and remembers. outcomes: address -> error."""

    outcomes: dict[str, EdgeError] = field(default_factory=dict)
    sent: list[Outgoing] = field(default_factory=list)

    async def deliver(self, mail: Outgoing) -> Sequence[Exception | None]:
        self.sent.append(mail)
        return [self.outcomes.get(to) for to in mail.recipients]

    async def close(self) -> None:
        """Nothing is open."""


def compose(to: tuple[str, ...], urgency: str, text: str, key: str) -> bytes:
    return f"{','.join(to)}|{urgency}|{text}|{key}".encode()


def notifier(relay: Way, mailbox: Way, *to: str, address: str = OWN) -> Notifier:
    policy = Policy(
        practice=Practice(name="Dana", address=address, place="CA", timezone="America/Toronto"),
        reply=Reply(display_name="Dana"),
        recipients={"office@clinic.example": "office@host.example", "Dana@Clinic.example": BOX},
    )
    alert = Alerts(to=to)
    return open_notifier(alert, policy=policy, relay=relay, mailbox=mailbox, compose=compose)


async def told(it: Notifier) -> None:
    await it.notify(urgency="urgent", text="a message waits", key="7/0")


async def test_into_her_own_mailbox() -> None:
    relay, mailbox = Way(), Way()
    await told(notifier(relay, mailbox))
    assert relay.sent == []
    (mail,) = mailbox.sent
    assert (mail.sender, mail.recipients, mail.key) == ("", (BOX,), "7/0")
    assert mail.raw == f"{BOX}|urgent|a message waits|7/0".encode()
    assert mail.never_notify


async def test_to_the_addresses_she_named() -> None:
    relay, mailbox = Way(), Way()
    await told(notifier(relay, mailbox, ONE, TWO))
    assert mailbox.sent == []
    (mail,) = relay.sent
    assert (mail.sender, mail.recipients, mail.never_notify) == ("", (ONE, TWO), True)


def test_no_mailbox_for_it() -> None:
    with pytest.raises(NeedsHuman, match="no mailbox"):
        notifier(Way(), Way(), address="elsewhere@clinic.example")


OUTCOMES = [  # name, what is wrong with whom, what is raised
    ("all have it", {}, None),
    ("one is away", {TWO: LATER}, LATER),
    ("no log-in", {ONE: HUMAN, TWO: HUMAN}, HUMAN),
    ("one refuses, one has it", {ONE: NO}, None),
    ("one refuses, one is away", {ONE: NO, TWO: LATER}, LATER),
    ("both refuse", {ONE: NO, TWO: NO}, NO),
]


@pytest.mark.parametrize(
    ("wrong", "raised"), [o[1:] for o in OUTCOMES], ids=[o[0] for o in OUTCOMES]
)
async def test_outcomes(wrong: dict[str, EdgeError], raised: EdgeError | None) -> None:
    it = notifier(Way(wrong), Way(), ONE, TWO)
    (outcome,) = await asyncio.gather(told(it), return_exceptions=True)
    assert outcome is raised


async def test_a_repeat_goes_only_to_those_who_lack_it() -> None:
    relay = Way({TWO: LATER})
    it = notifier(relay, Way(), ONE, TWO)
    with pytest.raises(TryLater):
        await told(it)
    relay.outcomes = {}
    await told(it)
    await told(it)
    assert [mail.recipients for mail in relay.sent] == [(ONE, TWO), (TWO,), (ONE, TWO)]


async def test_nobody_was_told_is_never_taken_for_done() -> None:
    relay = Way({ONE: NO, TWO: LATER})
    it = notifier(relay, Way(), ONE, TWO)
    with pytest.raises(TryLater):
        await told(it)
    relay.outcomes = {ONE: NO, TWO: NO}
    with pytest.raises(GiveUp):
        await told(it)
