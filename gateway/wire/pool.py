"""Connections to one server, kept open from message to message."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from gateway.errors import TryLater
from gateway.wire.dial import Peer, dial
from gateway.wire.dialogue import Dialogue
from gateway.wire.replies import Lost

# An idle connection takes its leave before servers lose their patience (Postfix: 300 s).
IDLE_S = 30.0
# Of age, not of messages: a new address in DNS, a new certificate or a server taken out of
# service is noticed in this time, however busy we are. A server that counts says 421.
AGE_S = 300.0

# A server that let us wait in vain for longer than PATIENCE_S is left alone for AWAY_S: those in
# line hear at once, and a black hole costs one time-out instead of one for each message.
PATIENCE_S = 1.0
AWAY_S = 5.0

Result = TypeVar("Result")


class Pool:
    """At most peer.hop.connections at once; who comes when all are busy waits in line."""

    def __init__(self, peer: Peer) -> None:
        self._peer = peer
        self._free = asyncio.Semaphore(peer.hop.connections)
        self._resting: list[Dialogue] = []
        self._closing = False
        self._away: tuple[float, TryLater] | None = None

    async def use(self, talk: Callable[[Dialogue], Awaitable[Result]]) -> Result:
        """What `talk` answers over a connection of its own.

        A connection may have died while it rested: when it is Lost, `talk` is called once
        more over a fresh one. So it raises Lost only while a repeat does no harm.
        Errors: those of dial() and of `talk`.
        """
        async with self._free:
            if rested := self._rested():
                try:
                    return await self._over(rested, talk)
                except Lost:
                    pass
            return await self._over(await self._dialled(), talk)

    async def close(self) -> None:
        """Take leave on all lines; one in use ends with its transaction."""
        self._closing = True
        lines, self._resting = self._resting, []
        for line in lines:
            line.quit()
        await asyncio.gather(*(line.closed() for line in lines))

    async def _over(self, line: Dialogue, talk: Callable[[Dialogue], Awaitable[Result]]) -> Result:
        try:
            result = await talk(line)
        except BaseException:
            line.abort()
            raise
        self._put_back(line)
        return result

    async def _dialled(self) -> Dialogue:
        clock = asyncio.get_running_loop().time
        began = clock()
        if self._away is not None and began - self._away[0] < AWAY_S:
            error = self._away[1]
            raise TryLater(error.public, detail=error.detail)
        try:
            line = await dial(self._peer)
        except TryLater as error:
            if clock() - began > PATIENCE_S:
                self._away = clock(), error
            raise
        self._away = None
        return line

    def _rested(self) -> Dialogue | None:
        """The one used last, so that those that are not needed grow idle and go."""
        while self._resting:
            line = self._resting.pop()
            if line.usable:
                return line
        return None

    def _put_back(self, line: Dialogue) -> None:
        old = asyncio.get_running_loop().time() - line.born > AGE_S
        if old or self._closing or not line.usable:
            line.quit()
        else:
            line.rest(IDLE_S)
            self._resting.append(line)
