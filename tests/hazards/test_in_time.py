"""H-02, H-05, H-07, H-10: when she wrote, when an answer may come, and who is away meanwhile."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gateway.core.assess import Detectors
from gateway.core.decision import Reply
from gateway.core.policy import Policy
from gateway.core.proof import REASONS, RISKY
from gateway.errors import TryLater
from tests.conftest import NOW
from tests.practices import AWAY, PRACTICES, TAGS, away, received, speaker
from tests.responder.cases import CRISIS, HELLO, LOCAL, NOA, POLICY, envelope, mail, read
from tests.responder.road import road

NAMES = (*REASONS, *RISKY)


def flat(text: str) -> str:
    return " ".join(text.split())


def moment(at: datetime) -> str:
    return flat(speaker(POLICY).voice("en").locale.moment(at))


def text_of(policy: Policy, name: str, tag: str, at: datetime | None = None, **more: str) -> str:
    answer = Reply(name, name, languages=(tag,), **more)  # type: ignore[arg-type]
    return flat(speaker(policy).speak(answer, at or received(policy)).text)


# ---- H-07


@pytest.mark.parametrize("body", [HELLO, CRISIS])
async def test_a_late_reply_names_the_time_of_the_mail(tmp_path: Path, body: str) -> None:
    """The machine was off for five hours: the words count from when she wrote."""
    async with road(tmp_path) as way:
        await way.store.put(envelope(), mail(body=body))
        way.pass_(hours=5)
        await way.work()
        (sent,) = way.relay.taken
    text = flat(read(sent.raw).get_content())
    assert moment(LOCAL) in text
    assert moment(LOCAL + timedelta(hours=5)) not in text


async def test_a_reply_that_cannot_leave_for_a_day_is_dropped_and_the_mail_is_not(
    tmp_path: Path,
) -> None:
    async with road(tmp_path) as way:
        way.relay.error = TryLater("away")
        got = await way.take(mail(body=CRISIS))
        assert len(got.delivered) == len(got.notices) == 1
        way.pass_(hours=23)
        await way.work()
        assert way.store.messages == 1
        way.pass_(hours=2)
        await way.work()
        assert (way.store.messages, way.relay.taken) == (0, [])


async def test_a_mailbox_that_is_away_costs_the_client_no_reply_and_is_told(
    tmp_path: Path,
) -> None:
    """In danger the therapist hears at the first failure that the mail is not in her mailbox."""
    async with road(tmp_path) as way:
        way.mailbox.error = TryLater("away")
        got = await way.take(mail(body=CRISIS))
        assert (len(got.replies), got.delivered) == (1, [])
        way.pass_(minutes=2)
        await way.work()
        assert [urgency for urgency, _ in way.notifier.told] == ["emergency", "urgent"]
        way.mailbox.error = None
        way.pass_(hours=1)
        await way.work()
        assert len(way.mailbox.taken) == 1


# ---- H-02


async def test_a_crisis_is_answered_whatever_was_answered_before(tmp_path: Path) -> None:
    """Each ordinary reason has had its reply; the cap of all ordinary ones is reached."""
    async with road(tmp_path) as way:
        way.follow(replace(way.edges.policy, reply=replace(way.edges.policy.reply, per_hour=2)))
        for number, body in enumerate((HELLO, "May I book another time?", "I have to cancel.")):
            await way.take(mail(f"Message-ID: <{number}@berg.example>", body=body))
        assert len(way.relay.taken) == 2
        got = await way.take(mail("Message-ID: <9@berg.example>", body=CRISIS))
        (sent,) = got.replies
        assert "911" in read(sent.raw).get_content()
        assert sent.recipients == (NOA,)


def damaged() -> Detectors:
    raise ValueError("model.bin is damaged")


@pytest.mark.parametrize("detectors", [object, damaged], ids=["rules that are none", "not loaded"])
async def test_what_our_own_code_cannot_judge_is_answered_with_the_numbers(
    tmp_path: Path, detectors: Callable[[], Detectors]
) -> None:
    async with road(tmp_path) as way:
        way.edges = replace(way.edges, detectors=detectors)
        got = await way.take(mail(body=CRISIS))
        (sent,) = got.replies
        text = read(sent.raw).get_content()
        assert "Call 911" in text
        assert "Call 988" in text
        assert (len(got.delivered), got.notices[0][0]) == (1, "urgent")


# ---- H-10

COVER = replace(AWAY.cover, name="Robin Ashe", phone="416-555-0123")


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", PRACTICES)
def test_an_absence_is_in_each_reply_and_ends_by_itself(name: str, tag: str) -> None:
    policy = PRACTICES[name]
    there, gone = speaker(policy), speaker(away(policy))
    last = flat(gone.voice(tag).locale.day(AWAY.last))
    zone = ZoneInfo(policy.practice.timezone)
    after = datetime(2026, 3, 14, 10, 0, tzinfo=zone)
    for template in NAMES:
        for form in ("full", "discreet"):
            answer = Reply(template, template, languages=(tag,), form=form)
            text = flat(gone.speak(answer, received(policy)).text)
            usual = there.speak(answer, received(policy)).text
            assert last in text, (template, form)
            assert last not in flat(usual)
            assert gone.speak(answer, after).text == there.speak(answer, after).text


@pytest.mark.parametrize("name", PRACTICES)
def test_no_answer_is_said_to_come_before_she_is_back(name: str) -> None:
    policy = away(PRACTICES[name])
    by = speaker(policy)
    for template in NAMES:
        found = by.facts(Reply(template, template), "en", received(policy))
        assert found.back == date(2026, 3, 16)
        assert found.answer_by is None or found.answer_by.date() >= found.back


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("agreed", [False, True])
def test_who_covers_is_named_only_when_that_person_has_agreed(agreed: bool, tag: str) -> None:
    for plain in PRACTICES.values():
        policy = replace(plain, away=(replace(AWAY, cover=replace(COVER, agreed=agreed)),))
        for template in NAMES:
            text = text_of(policy, template, tag)
            assert ("Robin Ashe" in text) is ("416-555-0123" in text) is agreed
            discreet = text_of(policy, template, tag, form="discreet")
            assert "Robin Ashe" not in discreet


# ---- H-05


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", PRACTICES)
def test_the_first_lines_say_automatic_when_it_came_and_that_nobody_has_read_it(
    name: str, tag: str
) -> None:
    policy = PRACTICES[name]
    by = speaker(policy)
    wording = by.voice(tag).locale.wording
    came = flat(by.voice(tag).locale.moment(received(policy)))
    for template in (*NAMES, "undelivered"):
        for form in ("full", "discreet"):
            first = text_of(policy, template, tag, form=form)[:260].casefold()
            assert re.search(wording.automatic, first.split(".")[0]), (template, form)
            assert came.casefold() in first
            assert re.search(wording.unread, first.replace("\u2019", "'")), (template, form)


def test_no_time_is_promised_where_the_policy_gives_none() -> None:
    for answers in ("no", "sometimes"):
        for plain in PRACTICES.values():
            policy = replace(plain, response=replace(plain.response, answers=answers))
            for template in NAMES:
                found = speaker(policy).facts(Reply(template, template), "en", NOW)
                assert found.answer_by is None
