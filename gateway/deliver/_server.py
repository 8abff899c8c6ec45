"""Delivery to a server over kept-open connections: what SMTP and LMTP share."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from gateway.core.policy import Hop
from gateway.deliver._transaction import transact
from gateway.errors import EdgeError
from gateway.ports import Outgoing
from gateway.wire.dial import Peer
from gateway.wire.dialogue import Dialogue
from gateway.wire.pool import Pool
from gateway.wire.tls import context_for


class ServerDeliverer:
    """A Deliverer (ports.py) that hands mail to one server."""

    def __init__(
        self, hop: Hop, *, who: str, base: Path, hostname: str, password: str | None, lmtp: bool
    ) -> None:
        self._lmtp = lmtp
        self._pool = Pool(
            Peer(
                hop=hop,
                who=who,
                hostname=hostname,
                password=password,
                tls=cache(lambda: context_for(hop, base)),
                lmtp=lmtp,
            )
        )

    async def deliver(self, mail: Outgoing) -> Sequence[EdgeError | None]:
        async def talk(line: Dialogue) -> list[EdgeError | None]:
            return await transact(line, mail, lmtp=self._lmtp)

        return await self._pool.use(talk)

    async def close(self) -> None:
        await self._pool.close()
