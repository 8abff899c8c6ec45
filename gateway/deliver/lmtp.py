"""LMTP (RFC 2033): straight into the mailbox server, one answer for each recipient."""

from pathlib import Path

from gateway.core.policy import Delivery
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
        lmtp=True,
    )
