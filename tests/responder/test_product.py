"""Rules of other RFCs that a responder meets (A-01 to A-09), and our own on top (R1 to R10)."""

import re
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from gateway.core.client import Client
from gateway.core.compose import is_our_token
from gateway.core.decision import Deliver
from gateway.core.proof import every_reply
from gateway.errors import GiveUp
from gateway.stages import stages_over
from tests.conftest import NOW
from tests.peers.sink import KEYWORDS, Script, sink
from tests.responder.cases import (
    CRISIS,
    IRIS,
    NOA,
    POLICY,
    alert_bytes,
    alerts,
    answers,
    codes,
    envelope,
    from_senders,
    judged,
    mail,
    read,
    reply,
    speaker,
    why,
    words_of,
)
from tests.responder.road import road, send_reply
from tests.responder.statements import Checks, params

CHECKS = Checks()
SUPPRESS = "X-Auto-Response-Suppress: {}"
MACHINES = (
    mail("Auto-Submitted: auto-replied", body=CRISIS),
    mail("List-Id: <a.b.example>", body=CRISIS),
    mail("Precedence: bulk", body=CRISIS),
    mail(to="To: others@b.example", body=CRISIS),
    mail("Date: Mon, 02 Mar 2026 09:00:00 +0000", body=CRISIS),
)


@CHECKS.pure("A-01")
def an_alert_by_mail_names_the_owner() -> None:
    value = read(alert_bytes())["Auto-Submitted"]
    assert value == f'auto-notified; owner-email="{IRIS}"'


@CHECKS.pure("A-02")
def one_click_unsubscribing_marks_bulk_mail() -> None:
    assert why(mail("List-Unsubscribe-Post: List-Unsubscribe=One-Click")) == "list"


@CHECKS.pure("A-03")
def no_report_of_any_kind_is_answered() -> None:
    kinds = ("delivery-status", "disposition-notification", "feedback-report", "x-other")
    of_all = (f"Content-Type: multipart/report; report-type={k}; boundary=a" for k in kinds)
    assert codes(*map(mail, of_all), mail("Content-Type: multipart/report; boundary=a")) == {
        "report"
    }


@CHECKS.pure("A-04")
def hops_are_counted() -> None:
    hop = f"Received: from a by b; {format_datetime(NOW)}"
    assert why(mail(*[hop] * 59)) is None
    assert codes(mail(*[hop] * 60), mail(*[hop] * 100)) == {"hops"}


@CHECKS.pure("A-05")
def addresses_in_all_their_forms() -> None:
    assert why(mail(to=f"To: Staff: bo@b.example, {IRIS};")) is None
    assert why(mail(to='To: "i@r" (x) <"iris"@calder.example>')) is None
    assert from_senders('"noa berg"@berg.example') == {None}
    two = (f"From: {NOA}, bo@b.example", f"From: {NOA}\r\nFrom: bo@b.example")
    assert codes(*(mail(author=line) for line in two)) == {"several-authors"}


@CHECKS.live("A-06")
async def an_address_that_the_next_server_cannot_take(folder: Path) -> None:
    assert why(mail(), envelope("zoë@berg.example")) == "invalid-sender"
    plain = Script(keywords=tuple(word for word in KEYWORDS if word != "SMTPUTF8"))
    async with sink(usual=plain) as server:
        outcome = await send_reply(server, folder, "zoë@berg.example")
        assert isinstance(outcome, GiveUp)
        assert "cannot be written" in outcome.public
        assert server.taken == []
    async with sink() as server:
        assert await send_reply(server, folder, "zoë@berg.example") is None
        assert len(server.taken) == 1


@CHECKS.pure("A-07")
def calendars_receipts_and_meeting_services() -> None:
    invitation = mail("Content-Type: text/calendar; method=REPLY", body="BEGIN:VCALENDAR")
    assert why(invitation) == "calendar"
    assert why(mail("Content-Class: urn:content-classes:calendarmessage")) == "calendar"
    assert why(mail("Content-Class: urn:content-classes:mdn")) == "report"
    services = ("no-reply@meet.example", "noreply+7@calls.example", "notifications@poll.example")
    assert from_senders(*services) == {"system-sender"}


@CHECKS.pure("A-08")
def suppress_is_a_list_of_words() -> None:
    asked = ("OOF", "AutoReply", "All", "DR, NDR, RN, NRN, OOF, AutoReply", "dr;oof")
    assert codes(*(mail(SUPPRESS.format(v)) for v in asked)) == {"uncertain"}
    assert codes(*(mail(SUPPRESS.format(v)) for v in ("DR", "NDR, RN, NRN", "None"))) == {None}


@CHECKS.pure("A-09")
def other_evidence() -> None:
    names = ("X-Auto-Reply", "X-Autoreply", "X-Autorespond", "X-Autoreply-From")
    assert codes(*(mail(f"{name}: yes") for name in names)) == {"auto-reply"}
    assert why(mail("X-MS-Exchange-Inbox-Rules-Loop: a@b.example")) == "uncertain"
    assert why(mail(f"X-Loop: {IRIS}")) == "loop"
    assert why(mail(*[f"Delivered-To: {IRIS}"] * 2)) == "loop"
    # Large mail houses put these on every person's mail.
    assert codes(mail("Feedback-ID: a:b:c"), mail(f"Delivered-To: {IRIS}")) == {None}


@CHECKS.pure("R1")
def automatic_a_persons_or_doubtful() -> None:
    assert why(mail(SUPPRESS.format("All"), subject="Subject: Automatic reply: x")) == "automatic"
    assert why(mail(SUPPRESS.format("All"))) == "uncertain"
    sent_on = mail("Auto-Submitted: auto-generated", f"X-MS-Exchange-Inbox-Rules-Loop: {NOA}")
    assert why(sent_on) == "auto-submitted"
    assert why(sent_on, client=Client()) is None


@CHECKS.live("R2")
async def in_doubt_a_client_is_answered_once_a_day(folder: Path) -> None:
    async with road(folder) as way:
        way.store.clients.put(NOA, Client(), NOW)
        bodies = ("May I book another time?", "I have to cancel my appointment.", "Are you there?")
        found = []
        for body in bodies:
            got = await way.take(mail("Precedence: bulk", body=body))
            found.append((got.code, len(got.notices)))
            way.pass_(hours=12)
        assert found == [("reply", 0), ("replied-lately", 0), ("reply", 0)]
        own = str(read(way.relay.taken[0].raw)["Message-ID"])
        assert is_our_token(way.edges.token_key, own)
        got = await way.take(mail(f"In-Reply-To: {own}", body=bodies[0]), sender="bo@b.example")
        assert (got.code, got.replies) == ("uncertain", [])
        assert [urgency for urgency, _ in got.notices] == ["notice"]


@CHECKS.live("R3")
async def delivery_and_alert_never_wait_for_the_answer(folder: Path) -> None:
    async with road(folder) as way:
        for raw in MACHINES:
            got = await way.take(raw)
            assert (got.replies, len(got.delivered)) == ([], 1)
            assert got.notices[0][0] == "emergency"
        got = await way.take(mail(body=CRISIS), sender="")
        assert (got.code, len(got.delivered), got.notices[0][0]) == ("null-sender", 1, "emergency")


@CHECKS.live("R4")
async def a_crisis_has_a_handle_and_a_period_of_its_own(folder: Path) -> None:
    async with road(folder) as way:
        assert (await way.take(mail())).code == "reply"
        way.pass_(minutes=1)
        found = []
        for number in range(4):
            found.append((await way.take(mail(f"Message-ID: <{number}@b>", body=CRISIS))).code)
            way.pass_(hours=1)
        assert found == ["reply", "replied-lately", "reply", "replied-lately"]


LOCAL_NUMBER = re.compile(r"emergency number|numéro d'urgence|número de emergencia")


@CHECKS.pure("R5")
def every_reply_says_whom_to_call() -> None:
    """The number; where none is known, to call that of the place, in words."""
    for answer in every_reply(speaker()):
        words = words_of(reply(answer))
        told = words.count("911") if not answer.place else len(LOCAL_NUMBER.findall(words))
        assert told >= len(answer.languages)


@CHECKS.pure("R6")
def old_mail_is_told_and_not_answered() -> None:
    old = mail(f"Date: {format_datetime(NOW - timedelta(hours=25))}", body=CRISIS)
    got = judged(old).decision
    assert (answers(got), got.reasons[-1].code) == ([], "too-old")
    assert alerts(got) == [("emergency", "risk")]
    assert why(mail(f"Date: {format_datetime(NOW - timedelta(hours=23))}")) is None


@CHECKS.live("R7")
async def one_message_by_two_ways_is_answered_once(folder: Path) -> None:
    rules = replace(POLICY, recipients={**POLICY.recipients, "b@calder.example": "b@box.example"})
    raw = mail("Message-ID: <1@berg.example>", to=f"To: {IRIS}, b@calder.example", body=CRISIS)
    async with road(folder, rules) as way:
        both = await way.take(raw, recipients=(IRIS, "b@calder.example"))
        assert (len(both.delivered), len(both.replies)) == (2, 1)
        way.pass_(hours=5)
        late = await way.take(b"Received: by elsewhere\r\n" + raw, recipients=("b@calder.example",))
        assert (len(late.delivered), late.code) == (1, "same-message")


@CHECKS.live("R8")
async def whenever_it_ends_one_reply_at_most_and_the_mail_once_at_least(folder: Path) -> None:
    async with road(folder) as way:
        message = await way.store.put(envelope(), mail())
        way.reopen()  # before it was judged
        job = await way.store.next_job(0.01)
        assert len(await stages_over(lambda: way.edges).judge(job)) == 2
        way.reopen()  # with delivery and reply under way
        await way.work()
        assert (len(way.mailbox.taken), len(way.relay.taken)) == (1, 0)
        assert f"X-Gateway-Id: {message}".encode() in way.mailbox.taken[0].raw
        assert (await way.take(mail("Message-ID: <2@b.example>"), sender="bo@b.example")).replies
        way.reopen()  # after all was done
        assert way.store.messages == 0


@CHECKS.pure("R9")
def it_is_signed() -> None:
    assert reply()["DKIM-Signature"]


@CHECKS.pure("R10")
def nothing_of_hers_is_in_it() -> None:
    """Over generated mail: tests/property/test_nothing_of_hers.py."""
    hers = mail(author=f"From: Zanzibar <{NOA}>", subject="Subject: vrubelk", body="quixolm")
    decision = judged(hers).decision
    (answer,) = answers(decision)
    assert Deliver("iris@box.example") in decision.actions
    said = reply(answer, of=hers).as_string().lower()
    assert [word for word in ("zanzibar", "vrubelk", "quixolm") if word in said] == []


@pytest.mark.parametrize("name", params(CHECKS))
async def test_statement(name: str, tmp_path: Path) -> None:
    await CHECKS.hold(name, tmp_path)
