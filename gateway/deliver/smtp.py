"""SMTP (RFC 5321): to the therapist's mail server, and to the relay that sends our own mail."""

from pathlib import Path

from gateway.core.policy import Delivery, Hop
from gateway.deliver._server import ServerDeliverer
from gateway.ports import Deliverer


def open_deliverer(
    delivery: Delivery, *, base: Path, hostname: str, password: str | None
) -> Deliverer:
    """Connects when there is mail. base: folder of the policy; password: for delivery.hop.user."""
    return ServerDeliverer(
        delivery.hop,
        who="the mailbox server",
        base=base,
        hostname=hostname,
        password=password,
        lmtp=False,
    )


def open_relay(hop: Hop, *, base: Path, hostname: str, password: str | None) -> Deliverer:
    """The same, for what we send out ourselves."""
    return ServerDeliverer(
        hop,
        who="the outgoing server",
        base=base,
        hostname=hostname,
        password=password,
        lmtp=False,
    )
