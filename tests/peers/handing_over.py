"""One message to the sink, by the client under test, and what came of it in a word."""

import asyncio
from dataclasses import replace
from pathlib import Path

from gateway.core.policy import Hop
from gateway.deliver._server import ServerDeliverer
from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater
from gateway.ports import Outgoing
from gateway.wire.replies import Lost
from tests.peers.sink import Sink

SOON_S = 10.0
ANN, DANA, LEE = "ann@client.example", "dana@clinic.example", "lee@clinic.example"
RAW = b"Subject: Tuesday\r\n\r\nSee you then.\r\n"
MAIL = Outgoing(sender=ANN, recipients=(DANA,), raw=RAW, key="7/1")
BOTH = replace(MAIL, recipients=(DANA, LEE))


async def sent(
    server: Sink,
    mail: Outgoing = MAIL,
    *,
    password: str | None = None,
    base: Path = Path(),
    **hop: object,
) -> list[EdgeError | None]:
    """The outcomes of one delivery; an error for all is one outcome."""
    settings = {"port": server.port, "tls": "off", "timeout_s": 5.0, **hop}
    deliverer = ServerDeliverer(
        Hop(**settings),  # type: ignore[arg-type]
        who="the mailbox server",
        base=base,
        hostname="gateway.example",
        password=password,
        lmtp=server.lmtp,
    )
    try:
        async with asyncio.timeout(SOON_S):
            return list(await deliverer.deliver(mail))
    except EdgeError as error:
        return [error]
    finally:
        await deliverer.close()


def kinds(outcomes: list[EdgeError | None]) -> list[str]:
    """Each outcome in a word, with "?" when it is in doubt."""
    words = {type(None): "ok", TryLater: "later", Lost: "later", NeedsHuman: "human", GiveUp: "no"}
    return [words[type(o)] + ("?" if getattr(o, "in_doubt", False) else "") for o in outcomes]
