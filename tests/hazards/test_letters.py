"""H-02, H-06, H-12: what is asked again before a letter leaves, and what a report may say."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from gateway.core.client import Client
from gateway.core.decision import Reply as Answer
from gateway.core.policy import Policy
from gateway.core.render import Templates
from gateway.core.speak import Speaker
from gateway.errors import GiveUp, TryLater
from gateway.replies import plain_speaker
from tests.conftest import NOW
from tests.responder.cases import CRISIS, HELLO, NOA, POLICY, mail, read
from tests.responder.road import Road, road

AT_ONCE = replace(POLICY, retry=replace(POLICY.retry, refused_h=0.0))
ABUSE = "My husband hits me every night and he reads my mail. I am afraid of him."


def with_reply(**values: object) -> Policy:
    return replace(AT_ONCE, reply=replace(POLICY.reply, **values))  # type: ignore[arg-type]


async def refused(way: Road, raw: bytes, sender: str = NOA) -> list[bytes]:
    """The mailbox refuses it for good: all that leaves because of it, but its reply."""
    way.mailbox.error = GiveUp("no such mailbox")
    before = len(way.relay.taken)
    await way.take(raw, sender=sender)
    await way.work()
    sent = [taken.raw for taken in way.relay.taken[before:]]
    return [raw for raw in sent if b"multipart/report" in raw]


async def test_a_report_goes_to_a_person_once_a_day(tmp_path: Path) -> None:
    async with road(tmp_path, AT_ONCE) as way:
        counts = []
        for number in range(3):
            made = await refused(way, mail(f"Message-ID: <{number}@berg.example>", body=HELLO))
            counts.append(len(made))
        assert counts == [1, 0, 0]


BARRED: list[tuple[str, Policy, str]] = [
    ("shadow", with_reply(mode="shadow"), ""),
    ("off", with_reply(mode="off"), ""),
    ("never", with_reply(never=(NOA,)), ""),
    ("a list", AT_ONCE, "List-Id: <news.berg.example>"),
    ("a machine", AT_ONCE, "Auto-Submitted: auto-replied"),
]


@pytest.mark.parametrize(("rules", "fields"), [b[1:] for b in BARRED], ids=[b[0] for b in BARRED])
async def test_what_bars_a_reply_bars_a_report(tmp_path: Path, rules: Policy, fields: str) -> None:
    async with road(tmp_path, rules) as way:
        assert await refused(way, mail(fields, body=HELLO)) == []


async def test_who_lives_with_violence_gets_a_discreet_report(tmp_path: Path) -> None:
    rules = replace(AT_ONCE, privacy=replace(POLICY.privacy, discreet_name="I. C."))
    async with road(tmp_path, rules) as way:
        (raw,) = await refused(way, mail(body=ABUSE))
        assert "suicid" not in raw.decode().lower()
        assert b'From: "I. C." <' in raw
        assert b"Subject: Message received" in raw


async def test_a_report_is_remembered_as_a_reply_is(tmp_path: Path) -> None:
    async with road(tmp_path, AT_ONCE) as way:
        await refused(way, mail(body=HELLO))
        assert way.store.clients.forget(NOA).replies == 2  # the reply and the report


OTHER_NAMES = [
    ("her own address in From", "primary@mail.example", NOA),
    ("a tag", NOA.replace("@", "+therapy@"), NOA.replace("@", "+therapy@")),
]


@pytest.mark.parametrize(
    ("sender", "author"), [o[1:] for o in OTHER_NAMES], ids=[o[0] for o in OTHER_NAMES]
)
async def test_who_must_not_be_written_to_is_known_by_her_other_addresses(
    tmp_path: Path, sender: str, author: str
) -> None:
    async with road(tmp_path) as way:
        way.store.clients.put(NOA, Client(reply="none"), NOW)
        raw = mail(body=CRISIS).replace(NOA.encode(), author.encode())
        got = await way.take(raw, sender=sender)
        assert (got.replies, got.code, len(got.delivered)) == ([], "client-none", 1)


async def test_a_record_that_does_not_read_stops_no_mail(tmp_path: Path) -> None:
    async with road(tmp_path) as way:
        way.store.clients.put(NOA, Client(reply="full"), NOW)
        store = way.store
        sealed = store.vault.seal(b'{"address": "x", "pager": 1}', "client 00")
        store._reader.execute("UPDATE client SET record = ?", (sealed,))
        got = await way.take(mail(body=CRISIS))
        assert (got.replies, got.code, len(got.delivered)) == ([], "client-damaged", 1)


async def test_a_waiting_reply_follows_what_was_agreed_meanwhile(tmp_path: Path) -> None:
    async with road(tmp_path) as way:
        way.relay.error = TryLater("away")
        await way.take(mail(body=HELLO))
        way.store.clients.put(NOA, Client(reply="discreet"), NOW)
        way.relay.error = None
        way.pass_(hours=1)
        await way.work()
        (sent,) = way.relay.taken
        assert "suicid" not in read(sent.raw).get_content().lower()


@pytest.mark.parametrize(
    "change", [{"mode": "off"}, {"mode": "shadow"}, {"never": (NOA,)}], ids=str
)
async def test_a_waiting_reply_follows_the_policy(
    tmp_path: Path, change: dict[str, object]
) -> None:
    async with road(tmp_path) as way:
        way.relay.error = TryLater("away")
        await way.take(mail(body=HELLO))
        way.follow(replace(POLICY, reply=replace(POLICY.reply, **change)))  # type: ignore[arg-type]
        way.relay.error = None
        way.pass_(hours=1)
        await way.work()
        assert way.relay.taken == []


def broken(own: str) -> dict[str, str]:
    return {"en/other": own, "en/emergency": own, "en/urgent": own, "en/booking": own}


OWN = [
    ("a mistake that only this mail meets", "{{ 1 / (received.minute - received.minute) }}"),
    ("words without a number", "This is an automatic reply. No person has read it yet."),
]


@pytest.mark.parametrize("own", [o[1] for o in OWN], ids=[o[0] for o in OWN])
async def test_somebody_in_danger_is_not_left_without_numbers(tmp_path: Path, own: str) -> None:
    """A template of the practice's own fails at the very moment; the shipped words go out."""
    async with road(tmp_path) as way:
        good: Speaker = way.edges.speaker
        bad = replace(good, templates=Templates({**good.templates.sources, **broken(own)}))
        way.edges = replace(way.edges, speaker=bad, plain_speaker=good, has_own_words=True)
        (sent,) = (await way.take(mail(body=CRISIS))).replies
        text = read(sent.raw).get_content()
        assert "Call 911" in text
        assert "Call 988" in text


async def test_holidays_that_cannot_be_read_cost_no_reply(tmp_path: Path) -> None:
    def no_calendar(day: object) -> object:
        raise TryLater("the public holidays could not be read")

    async with road(tmp_path) as way:
        good = way.edges.speaker
        bad = replace(good, calendar=no_calendar)  # type: ignore[arg-type]
        way.edges = replace(way.edges, speaker=bad, plain_speaker=good)
        (sent,) = (await way.take(mail(body=CRISIS))).replies
        assert "Call 988" in read(sent.raw).get_content()


def test_the_plain_words_need_no_library() -> None:
    """They are what is left when all else fails."""
    rules = replace(POLICY, hours=replace(POLICY.hours, holidays="CA-ON"))
    at = datetime(2028, 3, 3, 9, 30, tzinfo=NOW.tzinfo)
    spoken = plain_speaker(rules).speak(Answer("urgent", "crisis", languages=("en",)), at)
    assert "Call 988" in spoken.text
