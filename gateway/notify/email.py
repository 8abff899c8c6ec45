"""Alerts by e-mail: into the therapist's own mailbox, or to the addresses she named."""

from collections.abc import Callable

from gateway.core.addresses import same_address
from gateway.core.policy import Alerts, Policy
from gateway.errors import GiveUp, NeedsHuman
from gateway.ports import Deliverer, Notifier, Outgoing

# to, urgency, text, key -> the notice as a message
Compose = Callable[[tuple[str, ...], str, str, str], bytes]


def open_notifier(
    alert: Alerts, *, policy: Policy, relay: Deliverer, mailbox: Deliverer, compose: Compose
) -> Notifier:
    """Errors: NeedsHuman when alert.to is empty and the practice's address has no mailbox."""
    if alert.to:
        return EmailNotifier(alert.to, relay, compose)
    return EmailNotifier((_own_mailbox(policy),), mailbox, compose)


class EmailNotifier:
    """A Notifier (ports.py). A repeat goes only to those who have not had the notice."""

    def __init__(self, to: tuple[str, ...], way: Deliverer, compose: Compose) -> None:
        self._to = to
        self._way = way
        self._compose = compose
        self._missing: dict[str, tuple[str, ...]] = {}

    async def notify(self, *, urgency: str, text: str, key: str) -> None:
        """Done when one address has it and the others have it or refuse it for good.

        From the null reverse-path: a notice that cannot be delivered comes back to nobody.
        """
        missing = self._missing.get(key, self._to)
        raw = self._compose(self._to, urgency, text, key)
        mail = Outgoing(sender="", recipients=missing, raw=raw, key=key, never_notify=True)
        outcomes = zip(missing, await self._way.deliver(mail), strict=True)
        failed = {to: error for to, error in outcomes if error is not None}
        hopeful = [error for error in failed.values() if not isinstance(error, GiveUp)]
        if hopeful:
            self._missing[key] = tuple(failed)
            raise hopeful[0]
        self._missing.pop(key, None)
        if len(failed) == len(self._to):
            raise failed[self._to[0]]


def _own_mailbox(policy: Policy) -> str:
    for address, mailbox in policy.recipients.items():
        if same_address(address, policy.practice.address):
            return mailbox
    raise NeedsHuman(
        "the notices have no mailbox",
        detail="[recipients] has no line for practice.address; add it, or set alert.to",
    )
