"""kill -9 while a reply is on its way: none or one, and what is remembered is what she has."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.peers.clinic import Clinic, clinic, read, words_of
from tests.peers.sink import Script

ANN = "ann@client.example"
BOOKING = "Could we find a time for another appointment next week, in the afternoon please?"


async def remembered(place: Clinic) -> dict[str, Any]:
    """The trace of the one reply, as the therapist may ask for it."""
    (message,) = {str(read(t.raw)["X-Gateway-Id"]) for t in place.mailbox.taken}
    whole: dict[str, Any] = json.loads(await place.told("recall", "--message", message, "--json"))
    return whole


async def until(place: Clinic, seen: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    while not seen(found := await remembered(place)):
        pass
    return found


@pytest.mark.parametrize("at", ["greeting", "MAIL", "DATA", "END"])
async def test_killed_after_the_claim(tmp_path: Path, at: str) -> None:
    """It was claimed, and perhaps sent: it is not sent again, and counts as hers."""
    held = asyncio.Event()
    async with clinic(tmp_path) as place:
        place.relay.usual = Script(held={at: held})
        await place.take(BOOKING, ANN)
        await place.mailbox.arrived(1)
        await place.relay.until_asked(at)
        await asyncio.to_thread(place.daemon.kill)
        held.set()
        await place.relay.all_gone()
        place.relay.usual = Script()
        await place.start()
        found = await until(place, lambda trace: trace["sent"] != "doing")
        assert found["sent"] == "dropped"
        assert (await place.write(BOOKING, ANN)).marked == "none (replied-lately)"
        await place.stop()
        replies = place.to(ANN)
        assert len(replies) <= (at == "END")
        for taken in replies:
            said = words_of(read(taken.raw))
            assert found["lines"]
            assert all(number.split(" ")[0] in said for number in found["lines"].values())


async def test_killed_while_it_waits_for_the_relay(tmp_path: Path) -> None:
    """It leaves after the next start, by the policy of that day, and so it is remembered."""
    away = Script(answers={"MAIL": b"451 4.3.0 later\r\n"}, after="MAIL")
    async with clinic(tmp_path) as place:
        place.relay.usual = away
        await place.take(BOOKING, ANN)
        await place.mailbox.arrived(1)
        await asyncio.to_thread(place.daemon.until_logged, "reply: todo")
        before = await remembered(place)
        assert (before["edition"]["number"], "CA-988" in before["lines"]) == (1, True)
        await asyncio.to_thread(place.daemon.kill)
        place.rewrite({"practice": {"place": "GB-ENG", "timezone": "Europe/London"}})
        place.relay.usual = Script()
        await place.start()
        await place.relay.until(lambda: bool(place.to(ANN)))
        found = await until(place, lambda trace: trace["sent"] == "done")
        await place.stop()
        (taken,) = place.to(ANN)
        said = words_of(read(taken.raw))
        assert (found["edition"]["number"], found["zone"]) == (2, "Europe/London")
        assert "CA-988" not in found["lines"]
        assert "GB-emergency" in found["lines"]
        assert "999" in said
        assert "988" not in said
