"""RFC 3834: when a message is answered at all, and where the answer goes."""

from dataclasses import replace
from pathlib import Path

import pytest

from gateway.core.client import Client
from gateway.core.decision import KINDS, Alert, Deliver
from gateway.core.decision import Reply as Answer
from gateway.core.policy import Alerts
from gateway.core.practice import Away, Cover
from gateway.core.proof import every_reply
from gateway.errors import GiveUp
from tests.responder.cases import (
    CRISIS,
    IRIS,
    LOCAL,
    NOA,
    POLICY,
    answers,
    codes,
    envelope,
    from_senders,
    judged,
    mail,
    policy,
    read,
    reply,
    reply_bytes,
    speaker,
    speaking,
    why,
)
from tests.responder.road import road
from tests.responder.statements import Checks, params
from tests.unit.doors import RCPT, Kept, client_of, door_with

CHECKS = Checks()
ASKS = "I would like to book an appointment for next week, in the afternoon."
CANCELS = "I have to cancel my appointment on Thursday, sorry."
BYTES_AT_MOST = 8_192


@CHECKS.pure("3834-01")
def each_suppression_has_a_code() -> None:
    for raw, rules, code in (
        (mail(), policy(mode="off"), "off"),
        (mail("List-Id: <a.b.example>"), POLICY, "list"),
        (mail(to="To: others@berg.example"), POLICY, "not-addressed"),
    ):
        decision = judged(raw, rules=rules).decision
        assert answers(decision) == []
        assert decision.reasons[-1].code == code
        assert decision.reasons[-1].text
    assert len(answers(judged(mail()).decision)) == 1


@CHECKS.pure("3834-02")
def auto_submitted_silences() -> None:
    values = ("auto-replied", "auto-generated", "auto-notified", "x-anything")
    assert codes(*(mail(f"Auto-Submitted: {v}") for v in values)) == {"auto-submitted"}
    assert codes(mail(), mail("Auto-Submitted: no")) == {None}


@CHECKS.pure("3834-03")
def with_comments_parameters_and_any_case() -> None:
    values = ("auto-replied (vacation)", "Auto-Generated; x=y", "(no) auto-replied ; a=no")
    assert codes(*(mail(f"auto-SUBMITTED: {v}") for v in values)) == {"auto-submitted"}
    people = ("no (typed by hand)", "NO", "(a (b) c) no; x=auto-replied")
    assert codes(*(mail(f"Auto-Submitted: {v}") for v in people)) == {None}


@CHECKS.pure("3834-04")
def one_of_several_is_enough_and_ours_is_one() -> None:
    assert why(mail("Auto-Submitted: no", "Auto-Submitted: auto-replied")) == "auto-submitted"
    assert reply().get_all("Auto-Submitted") == ["auto-replied"]


@CHECKS.pure("3834-05")
def unknown_keywords_are_automatic() -> None:
    values = ("auto-notified", "x-foo", "yes", "")
    assert codes(*(mail(f"Auto-Submitted: {v}") for v in values)) == {"auto-submitted"}


@CHECKS.live("3834-06")
async def the_same_reply_not_twice_within_a_week(folder: Path) -> None:
    away = (Away(first=LOCAL.date(), last=LOCAL.date().replace(day=28)),)
    async with road(folder, replace(POLICY, away=away)) as way:
        sent = []
        for day in range(9):
            sent.append(len((await way.take(mail(f"Message-ID: <{day}@b.example>"))).replies))
            way.pass_(days=1)
        assert sent == [1, 0, 0, 0, 0, 0, 0, 1, 0]


@CHECKS.pure("3834-07")
def her_address_stands_among_the_recipients() -> None:
    names = ("To", "Cc", "Bcc", "Resent-To", "Resent-Cc", "Resent-Bcc")
    assert codes(*(mail(to=f"{n}: A <a@b.example>, {IRIS.upper()}") for n in names)) == {None}
    others = ("", "To: a@b.example", "To: undisclosed-recipients:;", f'To: "{IRIS}" <x@y.example>')
    assert codes(*(mail(to=line) for line in others)) == {"not-addressed"}


@CHECKS.pure("3834-08")
def she_declares_further_addresses() -> None:
    raw = mail(to="To: office@calder.example")
    alone = replace(POLICY, practice=replace(POLICY.practice, addresses=()))
    assert (why(raw), why(raw, rules=alone)) == (None, "not-addressed")


@CHECKS.pure("3834-09")
def known_and_unknown_senders_may_differ() -> None:
    def form(client: Client | None) -> list[str]:
        return [answer.form for answer in answers(judged(mail(), client=client).decision)]

    assert form(None) == ["full"]
    assert form(Client(reply="discreet")) == ["discreet"]
    assert form(Client(reply="none")) == []


@CHECKS.pure("3834-10")
def no_reply_to_nobody() -> None:
    assert why(mail(), envelope("")) == "null-sender"
    assert codes(mail("Return-Path: <>"), mail("Return-Path: < >")) == {"null-sender"}
    assert why(mail(f"Return-Path: <{NOA}>")) is None


@CHECKS.pure("3834-11")
def no_reply_to_addresses_of_systems() -> None:
    local = ("owner-news", "news-owner", "news-request", "MAILER-DAEMON", "LISTSERV", "no-reply")
    assert from_senders(*(f"{name}@berg.example" for name in local)) == {"system-sender"}
    assert from_senders("rowner@berg.example", "noa.request@berg.example") == {None}


@CHECKS.live("3834-12")
async def the_destination_is_valid_and_not_our_own(folder: Path) -> None:
    assert from_senders("noa", "noa@", "a b@berg.example") == {"invalid-sender"}
    assert from_senders(IRIS, "office@calder.example", "iris@box.example") == {"own-address"}
    async with road(folder) as way:  # whether its domain takes mail is the relay's to say
        way.relay.error = GiveUp("550 no such user")
        await way.take(mail("Message-ID: <1@b.example>"))
        way.relay.error = None
        way.pass_(days=8)
        assert (await way.take(mail("Message-ID: <2@b.example>"))).code == "refused-lately"


@CHECKS.pure("3834-13")
def lists_and_bulk() -> None:
    fields = ("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List")
    assert codes(*(mail(f"{name}: <x@b.example>") for name in fields)) == {"list"}
    bulk = [mail(f"Precedence: {v}") for v in ("list", "bulk", "Junk (x)")]
    assert codes(*bulk) == {"uncertain"}
    assert codes(*bulk, rules=policy(uncertain="answer")) == {None}


@CHECKS.pure("3834-14")
def spam_and_malware() -> None:
    assert why(mail("X-Spam-Flag: YES")) == "spam"
    assert why(mail("X-Virus-Status: Infected (Test-Signature)")) == "virus"
    assert codes(mail("X-Spam-Flag: NO"), mail("X-Virus-Status: Clean")) == {None}


@CHECKS.pure("3834-15")
def nothing_of_hers_that_is_not_for_clients() -> None:
    day = LOCAL.date()
    rules = replace(
        policy(never=("ex@private.example",)),
        alert=Alerts(to=("pager@private.example",)),
        phone=replace(POLICY.phone, number=""),
        crisis=replace(POLICY.crisis, on_call_phone="416-555-0177"),  # not offered: provision none
        away=(Away(first=day, last=day, cover=Cover(name="Robin Ashe", phone="416-555-0188")),),
    )
    by = speaking(rules)
    secrets = ("private.example", "box.example", "Robin", "555-0188", "555-0177")
    for answer in every_reply(by):
        said = reply_bytes(answer, by=by).decode()
        assert [secret for secret in secrets if secret in said] == []


@CHECKS.pure("3834-16")
def a_reply_is_small() -> None:
    for html in (False, True):
        by = speaker(html=html)
        sizes = [len(reply_bytes(a, by=by)) for a in every_reply(by) if len(a.languages) == 1]
        assert max(sizes) <= BYTES_AT_MOST


@CHECKS.pure("3834-17")
def a_mail_alone_changes_nothing() -> None:
    assert set(KINDS) == {"deliver", "reply", "alert", "report"}
    for body in (ASKS, CANCELS, "Please put me on your list and sign me up.", CRISIS):
        actions = judged(mail(body=body)).decision.actions
        assert all(isinstance(action, Deliver | Answer | Alert) for action in actions)


@CHECKS.live("3834-40")
async def the_reply_goes_to_the_reverse_path(folder: Path) -> None:
    async with road(folder) as way:
        (sent,) = (await way.take(mail(), sender="noa.berg@other.example")).replies
        assert sent.recipients == ("noa.berg@other.example",)


@CHECKS.pure("3834-41")
def without_a_reverse_path_there_is_none() -> None:
    got = judged(mail(f"Reply-To: {NOA}", f"Sender: {NOA}"), envelope(""))
    assert answers(got.decision) == []
    assert got.decision.reasons[-1].code == "null-sender"
    assert got.decision.reasons[-1].text


@CHECKS.live("3834-42")
async def no_field_names_the_destination(folder: Path) -> None:
    other = "other@else.example"
    raw = mail(f"Reply-To: {other}", f"Sender: {other}", f"Return-Path: <{other}>")
    async with road(folder) as way:
        (sent,) = (await way.take(raw.replace(f"<{NOA}>".encode(), b"<x@else.example>"))).replies
        assert sent.recipients == (NOA,)
        assert read(sent.raw)["To"] == NOA
        assert b"else.example" not in sent.raw


@CHECKS.live("3834-46")
async def one_reply_at_most_for_a_message(folder: Path) -> None:
    raw = mail("Message-ID: <1@berg.example>", body=CRISIS * 300)
    rules = replace(POLICY, recipients={**POLICY.recipients, "b@calder.example": "b@box.example"})
    async with road(folder, rules) as way:
        first = await way.take(raw, recipients=(IRIS, "b@calder.example"))
        way.pass_(hours=3)
        again = await way.take(raw)
        assert (len(first.delivered), len(first.replies), again.code) == (2, 1, "same-message")
        assert len(first.replies[0].raw) < BYTES_AT_MOST


@CHECKS.live("3834-47")
async def replies_are_capped(folder: Path) -> None:
    async with road(folder, policy(per_domain_per_hour=1, per_hour=2, per_day=3)) as way:
        senders = ("a@a.example", "b@a.example", "c@c.example", "d@d.example")
        found = [(await way.take(mail(), sender=sender)).code for sender in senders]
        assert found == ["reply", "domain-cap", "reply", "hour-cap"]
        way.pass_(hours=1)
        assert (await way.take(mail(), sender="e@e.example")).code == "reply"
        assert (await way.take(mail(body="?"), sender="e@e.example")).code == "replied-lately"
        way.pass_(hours=1)
        assert (await way.take(mail(), sender="f@f.example")).code == "day-cap"


@CHECKS.live("3834-48")
async def unknown_recipients_are_refused_at_the_door(folder: Path) -> None:
    kept = Kept()
    async with door_with(kept, folder) as door, client_of(door) as client:
        await client.say("EHLO a.example", f"MAIL FROM:<{NOA}>")
        assert (await client.say(f"RCPT TO:<x{RCPT}>")).startswith("550")
        assert (await client.say(f"RCPT TO:<{RCPT}>")).startswith("250")
    assert kept.mail == []


@CHECKS.pure("3834-50")
def addresses_for_bounces() -> None:
    local = (
        *("bounces", "news-bounces", "bounce+77.noa", "news-77-noa=mill.example"),
        *("SRS0=hf7=ab=mill.example=noa", "srs1=x=y==hf7=ab=m.example=n"),
        "prvs=0723a1b2c3=noa",
    )
    assert from_senders(*(f"{name}@berg.example" for name in local)) == {"bounce-address"}
    assert from_senders("noa+therapy@berg.example", "bouncer@berg.example") == {None}
    assert why(mail(), envelope("")) == "null-sender"


@pytest.mark.parametrize("name", params(CHECKS))
async def test_statement(name: str, tmp_path: Path) -> None:
    await CHECKS.hold(name, tmp_path)
