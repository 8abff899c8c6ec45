"""What is remembered of replies: editions, who got which line, shadow mode, and what is refused."""

import asyncio
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.peers.clinic import LANGUAGES, Clinic, clinic, read
from tests.peers.sink import Script

BOOKING = "Could we find a time for another appointment next week, in the afternoon please?"
CANCELLING = "I have to cancel our session on Friday, I am sorry."
CRISIS = "I am going to kill myself tonight. I have the pills here."
REFUSED = 78


async def recalled(place: Clinic, *words: str) -> Any:
    return json.loads(await place.told("recall", *words, "--json"))


async def edition_of(place: Clinic, message: str) -> int:
    return int((await recalled(place, "--message", message))["edition"]["number"])


async def test_a_second_reply_is_shorter(tmp_path: Path) -> None:
    async with clinic(tmp_path) as place:
        first = await place.write(BOOKING, "ann@client.example")
        second = await place.write(CANCELLING, "ann@client.example")
        fresh = await place.write(CANCELLING, "lee@client.example")
        same = await place.write(CANCELLING, "ann@client.example")
        assert (second.marked, same.marked) == ("template cancelling", "none (replied-lately)")
        assert len(second.words.split()) < len(fresh.words.split()) - 10
        assert "9-8-8" in second.words
        assert (await recalled(place, "--message", second.id))["short"] is True
        assert (await recalled(place, "--message", first.id))["short"] is False
        danger = await place.write(CRISIS, "ann@client.example")
        assert danger.marked == "template emergency"


async def test_editions_are_counted_and_who_got_a_line_is_known(tmp_path: Path) -> None:
    async with clinic(tmp_path, LANGUAGES) as place:
        await place.told("client", "add", "una@client.example", "--place", "GB-ENG")
        ann = await place.write(BOOKING, "ann@client.example")
        una = await place.write(BOOKING, "una@client.example")
        assert "999" in una.words
        assert await edition_of(place, ann.id) == 1

        await place.stop()
        await place.start()
        assert await edition_of(place, (await place.write(BOOKING, "b@client.example")).id) == 1

        for number, days in ((2, 3), (3, 4)):
            await place.reload({"response": {"logistics_days": days}})
            later = await place.write(BOOKING, f"c{number}@client.example")
            assert await edition_of(place, later.id) == number
        await place.reload({})
        again = await place.write(BOOKING, "d@client.example")
        assert await edition_of(place, again.id) == 1

        told = await recalled(place, "--message", ann.id)
        assert (told["template"], told["sent"], told["address"]) == (
            "booking",
            "done",
            "ann@client.example",
        )
        assert told["lines"]["CA-988"] == "988 / text 988"

        canadian = await recalled(place, "--line", "CA-988")
        assert [row["address"] for row in canadian] == [
            f"{name}@client.example" for name in ("ann", "b", "c2", "c3", "d")
        ]
        assert {row["number"] for row in canadian} == {"988 / text 988"}
        (british,) = await recalled(place, "--line", "GB-emergency")
        assert british["address"] == "una@client.example"
        shown = await place.told("recall", "--line", "CA-988")
        assert "una@client.example" not in shown
        assert await recalled(place, "--line", "CA-988", "--until", "2020-01-01") == []


async def test_in_shadow_nothing_is_sent_and_all_is_known(tmp_path: Path) -> None:
    ann = "ann@client.example"
    async with clinic(tmp_path, {"reply": {"mode": "shadow"}}) as place:
        booking = await place.write(BOOKING, ann)
        crisis = await place.write(CRISIS, ann)
        assert (booking.marked, crisis.marked) == ("none (shadow)", "none (shadow)")
        told = await recalled(place, "--message", booking.id)
        assert (told["sent"], told["template"]) == ("never (shadow)", "booking")
        assert "CA-988" in told["lines"]
        assert await recalled(place, "--line", "CA-988") == []

        live = tmp_path / "live.toml"
        live.write_text(place.daemon.policy.read_text().replace('"shadow"', '"live"'))
        replayed = json.loads(
            await place.told("replay", "--since", "1d", "--policy", str(live), "--json")
        )
        rows = {row["message"]: row for row in replayed["messages"]}
        assert {rows[m.id]["verdict"] for m in (booking, crisis)} == {"new"}
        assert rows[crisis.id]["now"]["template"] == "emergency"

        await place.reload({"reply": {"mode": "live"}})
        sent = await place.write(BOOKING, ann)
        assert sent.marked == "template booking"
        assert (await recalled(place, "--message", sent.id))["short"] is False
        await place.stop()
        assert len(place.to(ann)) == 1


def own_template(place: Clinic, name: str, text: str) -> Path:
    path = place.daemon.folder / "templates" / f"{name}.txt.j2"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


UNSAFE = [  # a template of hers, and what is found wrong with it
    (
        "en/other",
        "This is an automatic reply; no person has read it yet.\n",
        "carry the number 988",
    ),
    (
        "en/booking",
        "{% include '_opening' %}\n{{ practice.fax }}\n",
        "en/booking:2: practice has no",
    ),
    ("en/_footer", "I will get back to you soon.\n", "a promise"),
]


@pytest.mark.parametrize(("name", "text", "told"), UNSAFE, ids=[row[0] for row in UNSAFE])
async def test_a_hazard_is_never_in_force(tmp_path: Path, name: str, text: str, told: str) -> None:
    async with clinic(tmp_path) as place:
        before = await place.write(BOOKING, "ann@client.example")
        path = own_template(place, name, text)
        log = await place.reload({}, says="the policy was not changed")
        assert told in log
        assert "en/" in log
        after = await place.write(BOOKING, "lee@client.example")
        assert await edition_of(place, after.id) == await edition_of(place, before.id) == 1
        assert "9-8-8" in after.words
        assert (await recalled(place, "--message", after.id))["changed"] == []
        await place.stop()

        done: subprocess.CompletedProcess[str] = await place.gateway("run")
        assert done.returncode == REFUSED
        assert told in done.stderr
        assert "Traceback" not in done.stderr

        path.unlink()
        await place.start()
        healed = await place.write(BOOKING, "kim@client.example")
        assert await edition_of(place, healed.id) == 1


async def test_who_must_not_be_written_to_gets_no_report_either(tmp_path: Path) -> None:
    """Her mail cannot be put into the mailbox for good: the therapist is told, she is not."""
    ann, lee = "ann@client.example", "lee@client.example"
    async with clinic(
        tmp_path,
        {
            "retry": {"refused_h": 0},
            "alert": {"to": ["pager@clinic.example"]},
            "privacy": {"discreet_name": "D. W."},
        },
    ) as place:
        await place.told("client", "add", ann, "--reply", "none")
        await place.told("client", "add", lee, "--reply", "discreet", "--language", "fr")
        refusing = {"RCPT": b"550 5.1.1 no such mailbox\r\n"}
        place.mailbox.usual = Script(answers=refusing)
        for sender in (ann, lee):
            await place.take(BOOKING, sender)
        await place.relay.until(lambda: len(place.to(lee)) == 2)
        await place.relay.until(lambda: len(place.to("pager@clinic.example")) == 2)
        await place.stop()
        mails = {mail.get_content_type(): mail for mail in (read(x.raw) for x in place.to(lee))}
        assert sorted(mails) == ["multipart/report", "text/plain"]
        report = mails["multipart/report"]
        assert report["From"].addresses[0].display_name == "D. W."
        assert report["Subject"] == "Message reçu"
        assert place.to(ann) == []


async def test_a_reply_that_waits_is_not_sent_to_who_became_unsafe(tmp_path: Path) -> None:
    """The relay was away meanwhile. Nothing is held against her when it is safe again."""
    ann = "ann@client.example"
    async with clinic(tmp_path) as place:
        await place.told("client", "add", ann)
        place.relay.usual = Script(answers={"MAIL": b"451 4.3.0 later\r\n"}, after="MAIL")
        await place.take(BOOKING, ann)
        await asyncio.to_thread(place.daemon.until_logged, "reply: todo")
        await place.told("client", "edit", ann, "--reply", "none")
        place.relay.usual = Script()
        await asyncio.to_thread(place.daemon.until_logged, "reply: dropped")
        await place.told("client", "edit", ann, "--reply", "default")
        again = await place.write(CRISIS, ann)
        assert again.marked == "template emergency"
        await place.stop()
        assert len(place.to(ann)) == 1
