"""RFC 5230, the vacation extension: the period, who has had what, and the form of the reply."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gateway.core.answer import answer_for
from gateway.core.assessment import INTENTS, Assessment, Risk
from gateway.core.claims import may_reply, window_of
from gateway.core.client import UNKNOWN, Client, Known
from gateway.core.decision import Deliver
from gateway.core.decision import Reply as Answer
from gateway.core.practice import Agreement
from gateway.core.proof import every_reply
from gateway.core.record import Asked
from gateway.store.answers import claim
from gateway.store.vault import Vault
from tests.conftest import NOW
from tests.peers.sink import sink
from tests.responder.cases import (
    IRIS,
    LOCAL,
    NOA,
    POLICY,
    VARIANTS,
    answers,
    codes,
    envelope,
    findings,
    from_senders,
    judged,
    mail,
    policy,
    read,
    reply,
    reply_bytes,
    setting,
    speaker,
    why,
)
from tests.responder.road import opened, road, send_reply
from tests.responder.statements import Checks, params

CHECKS = Checks()
ASKS = "I would like to book an appointment for next week, in the afternoon."
CANCELS = "I have to cancel my appointment on Thursday, sorry."
NEVER = ("MAILER-DAEMON", "LISTSERV", "majordomo", "news-request", "owner-news")
LISTS = ("Id", "Help", "Subscribe", "Unsubscribe", "Post", "Owner", "Archive")


@CHECKS.pure("5230-01")
def the_period_is_a_day_to_a_year_and_a_week_by_itself() -> None:
    assert setting("window_days", "1").window_days == 1
    assert setting("window_days", "365").window_days == 365
    assert setting("window_days", None).window_days == 7
    assert window_of(policy().reply, "other") == timedelta(days=7)


@CHECKS.pure("5230-02")
def a_period_out_of_range_is_told_and_not_changed_in_silence() -> None:
    for value in ("0", "-1", "366"):
        (found,) = findings("window_days", value)
        assert f"reply.window_days: must be from 1 to 365, is {value}" in found


@CHECKS.live("5230-03")
async def it_is_tracked_by_sender_and_response(folder: Path) -> None:
    vault = Vault(bytes(32))
    marks = {vault.mark("handle", s, h) for s in (NOA, "bo@b.example") for h in ("a", "b")}
    assert len(marks) == 4
    async with road(folder) as way:
        assert (await way.take(mail(body=ASKS))).code == "reply"
        assert (await way.take(mail(body=ASKS + "!"))).code == "replied-lately"
        assert (await way.take(mail(body=ASKS), sender="bo@b.example")).code == "reply"
        assert (await way.take(mail(body=ASKS), sender=NOA.upper())).code == "same-message"


@CHECKS.live("5230-04")
async def two_responses_to_one_sender_are_both_sent(folder: Path) -> None:
    async with road(folder) as way:
        for body in (ASKS, CANCELS):
            way.pass_(minutes=1)
            assert (await way.take(mail(body=body))).code == "reply"
        handles = [answers(judged(mail(body=body)).decision)[0].handle for body in (ASKS, CANCELS)]
        assert handles == ["booking", "cancelling"]


@CHECKS.pure("5230-05")
def the_identity_is_a_handle_that_names_the_reason() -> None:
    for intent in INTENTS:
        for risk in Risk:
            found = Assessment(intents=((intent, 0.9),), risk=risk)
            handle = answer_for(found, UNKNOWN, POLICY).handle
            reason = "other" if intent == "crisis" else intent
            assert handle == ("crisis" if risk >= Risk.URGENT else reason)
    assert answer_for(None, UNKNOWN, POLICY).handle == "other"


@CHECKS.live("5230-06")
async def what_changes_in_the_text_changes_no_identity(folder: Path) -> None:
    def said(days: int) -> str:
        return speaker().speak(Answer("other", "other"), LOCAL + timedelta(days=days)).text

    assert said(0) != said(3)  # it names the day
    known = (UNKNOWN, Known(client=Client(language="fr", reply="discreet"), replied=True))
    found = Assessment(intents=(("booking", 0.9), ("update", 0.5)), risk=Risk.NONE)
    made = [answer_for(found, each, POLICY) for each in known]
    assert (made[0] != made[1], {answer.handle for answer in made}) == (True, {"booking"})
    async with road(folder) as way:
        assert (await way.take(mail())).code == "reply"
        way.pass_(days=3)
        assert (await way.take(mail("Message-ID: <2@b.example>"))).code == "replied-lately"


@CHECKS.pure("5230-07")
def text_shifted_between_fields_changes_the_key() -> None:
    vault = Vault(bytes(32))
    spellings = (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"))
    assert len({vault.mark(*parts) for parts in spellings}) == len(spellings)
    assert vault.mark("a", "b") != Vault(bytes([1] * 32)).mark("a", "b")


@CHECKS.live("5230-08")
async def a_new_policy_answers_nobody_twice(folder: Path) -> None:
    async with road(folder) as way:
        assert (await way.take(mail())).code == "reply"
        way.follow(replace(POLICY, agreement=Agreement(version="2027-01")))
        assert (await way.take(mail("Message-ID: <2@b.example>"))).code == "replied-lately"


@CHECKS.live("5230-09")
async def all_responses_of_the_period_are_tracked(folder: Path) -> None:
    store = opened(folder, [NOW])
    vault = Vault(bytes(32))

    def asked(number: int) -> Asked:
        return Asked(
            sender=f"{number}@b.example",
            domain="b.example",
            message=f"<{number}@b.example>",
            handle="other",
            may=lambda counts: may_reply(counts, wide, "other", NOW),
        )

    wide = policy(per_hour=10_000, per_day=10_000, per_domain_per_hour=10_000).reply
    once = await store.write(lambda db: [claim(db, vault, asked(n), NOW) for n in range(1_500)])
    assert once == [None] * 1_500
    await store.forget_old(90, wide.window_days, 90)
    later = replace(asked(0), message="<other@b.example>")
    again = await store.write(lambda db: claim(db, vault, later, NOW))
    store.close()
    assert again is not None
    assert again.code == "replied-lately"


@CHECKS.pure("5230-10")
def a_subject_is_encoded_only_where_it_must_be() -> None:
    for tag, encoded in (("en", False), ("fr-CA", True), ("es", True)):
        raw = reply_bytes(Answer("other", "other", (tag,)))
        said = speaker().speak(Answer("other", "other", (tag,)), LOCAL).subject
        assert read(raw)["Subject"] == said
        assert (b"Subject: =?utf-8?" in raw) == encoded == (not said.isascii())


@CHECKS.pure("5230-11")
def the_author_is_checked_when_the_policy_is_read() -> None:
    (found,) = findings("address", '"not an address"', table="practice")
    assert "practice.address: is not an address" in found
    assert findings("display_name", '"I.\\r\\nBcc: x@y.example"')
    assert setting("display_name", '"Zoé, \\"Zo\\" Marsh"').display_name


@CHECKS.pure("5230-12")
def it_is_good_mime_and_seven_bit() -> None:
    for tag in POLICY.practice.languages:
        for html in (False, True):
            raw = reply_bytes(Answer("urgent", "crisis", (tag,)), by=speaker(html=html))
            assert raw.isascii()
            assert not read(raw).defects
            assert not any(part.defects for part in read(raw).walk())
    for evil in ("a\r\nBcc: x@y.example", "a\x00", "a\u202eb", "a\x85"):
        with pytest.raises(ValueError, match="must not"):
            reply_bytes(subject=evil)


@CHECKS.pure("5230-13")
def owner_addresses_are_the_known_the_configured_and_the_final_one() -> None:
    for header, recipient in (
        (IRIS, IRIS),
        ("office@calder.example", IRIS),
        ("x@calder.example", "x@calder.example"),
    ):
        for name in ("To", "Cc", "Bcc", "Resent-To"):
            raw = mail(to=f"{name}: {header}")
            assert why(raw, envelope(NOA, recipient)) is None
    assert why(mail(to="To: x@calder.example")) == "not-addressed"


@CHECKS.pure("5230-14")
def some_addresses_are_never_answered_but_postmaster_is() -> None:
    assert from_senders(*(f"{local}@berg.example" for local in NEVER)) == {"system-sender"}
    assert from_senders("postmaster@berg.example") == {None}
    assert why(mail(), rules=policy(never=(NOA.upper(),))) == "never"


@CHECKS.pure("5230-15")
def each_field_of_a_list_suppresses() -> None:
    assert codes(*(mail(f"List-{name}: <x@b.example>") for name in LISTS)) == {"list"}


@CHECKS.pure("5230-16")
def auto_submitted_but_no_suppresses() -> None:
    assert why(mail("Auto-Submitted: auto-generated")) == "auto-submitted"
    assert why(mail("Auto-Submitted: no")) is None


@CHECKS.live("5230-17")
async def the_message_is_delivered_the_same(folder: Path) -> None:
    seen = []
    for mode in ("live", "shadow", "off"):
        place = folder / mode
        place.mkdir()
        rules = replace(policy(mode=mode), deliver=replace(POLICY.deliver, marks=False))
        async with road(place, rules) as way:
            found = await way.take(mail())
            assert len(found.replies) == (mode == "live")
            (kept,) = found.delivered
            seen.append((kept.sender, kept.recipients, re.sub(rb" id \S+", b"", kept.raw)))
    assert seen[0] == seen[1] == seen[2]


@CHECKS.pure("5230-18")
def one_response_and_never_beside_a_refusal() -> None:
    for body in (ASKS, CANCELS, f"{ASKS} {CANCELS}", "I want to die tonight.", ""):
        actions = judged(mail(body=body)).decision.actions
        assert [type(a) for a in actions if not isinstance(a, Answer)].count(Deliver) == 1
        assert len(answers(judged(mail(body=body)).decision)) == 1


@CHECKS.live("5230-19")
async def it_leaves_without_a_sender(folder: Path) -> None:
    async with sink() as server:
        assert await send_reply(server, folder) is None
        mail_from, rcpt = [c for c in server.commands if c[:4] in ("MAIL", "RCPT")]
        assert mail_from.startswith("MAIL FROM:<>")
        assert rcpt == f"RCPT TO:<{NOA}> NOTIFY=NEVER"


@CHECKS.pure("5230-20")
def its_date_subject_author_and_recipient() -> None:
    got = reply()
    assert got["Date"].datetime == NOW
    assert got["Subject"] == "Automatic reply"
    assert got["From"].addresses[0].addr_spec == IRIS
    assert got["To"] == NOA


@CHECKS.pure("5230-21")
def it_says_that_it_is_automatic() -> None:
    for name in ("", *VARIANTS):
        assert reply(by=speaker(name))["Auto-Submitted"] == "auto-replied"


@CHECKS.pure("5230-22")
def it_names_what_it_answers() -> None:
    got = reply(of=mail("Message-ID: <c@m.example>", "References: <a@m.example> <b@m.example>"))
    assert got["In-Reply-To"] == "<c@m.example>"
    assert got["References"].split() == ["<a@m.example>", "<b@m.example>", "<c@m.example>"]
    assert (reply()["In-Reply-To"], reply()["References"]) == (None, None)


@CHECKS.pure("5230-23")
def the_language_is_that_of_the_words_and_no_fields() -> None:
    french = (
        "Bonjour, je voudrais savoir si le chauffage de votre cabinet marche de nouveau."
        " Il faisait très froid la semaine dernière, et je préfère apporter une couverture."
    )
    for field in ("Accept-Language: es-fr, x-french;q=0.1", "Content-Language: en", ""):
        (answer,) = answers(judged(mail(field, body=french)).decision)
        assert answer.languages == ("fr-CA",)
        assert reply(answer)["Content-Language"] == "fr-CA"
    (agreed,) = answers(judged(mail(body=french), client=Client(language="es")).decision)
    assert agreed.languages == ("es",)


@CHECKS.pure("5230-24")
def not_too_often_and_not_to_what_was_not_sent_to_her() -> None:
    reason = next(iter(every_reply(speaker()))).handle
    assert window_of(POLICY.reply, reason) == timedelta(days=7)
    assert why(mail(to="To: list@b.example")) == "not-addressed"


@pytest.mark.parametrize("name", params(CHECKS))
async def test_statement(name: str, tmp_path: Path) -> None:
    await CHECKS.hold(name, tmp_path)
