"""RFC 3834: the reply itself: header, content, envelope."""

import re
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from gateway.core.decision import Reply as Answer
from gateway.core.mail import Envelope
from gateway.core.proof import every_reply
from gateway.core.record import Record
from gateway.core.trace import marks, received
from gateway.resources import default_policy
from tests.conftest import NOW
from tests.peers.sink import KEYWORDS, Script, sink
from tests.responder.cases import (
    HELLO,
    IRIS,
    LOCAL,
    NOA,
    POLICY,
    alert_bytes,
    mail,
    policy,
    read,
    reply,
    reply_bytes,
    report_bytes,
    speaker,
    speaking,
    why,
    words_of,
)
from tests.responder.road import road, send_reply
from tests.responder.statements import Checks, params

CHECKS = Checks()
HIS = "zanzibar quixotic marmalade"


@CHECKS.pure("3834-18")
def it_comes_from_the_address_that_clients_know() -> None:
    assert reply()["From"] == '"I. Calder" <iris@calder.example>'


@CHECKS.pure("3834-19")
def name_and_address_are_hers_to_set() -> None:
    practice = replace(POLICY.practice, address="me@else.example")
    rules = replace(policy(display_name="Iris"), practice=practice)
    assert reply(by=speaking(rules))["From"] == "Iris <me@else.example>"


@CHECKS.live("3834-20")
async def no_login_and_no_host_name_stands_in_it(folder: Path) -> None:
    async with road(folder) as way:
        (sent,) = (await way.take(mail())).replies
        assert read(sent.raw)["From"].addresses[0].addr_spec == IRIS
        assert b"hidden.example" in (await way.take(mail())).delivered[0].raw
        assert b"hidden.example" not in sent.raw


@CHECKS.pure("3834-21")
def a_clinic_answers_in_the_name_of_its_desk() -> None:
    (author,) = reply(by=speaker("clinic"))["From"].addresses
    assert (author.display_name, author.addr_spec) == ("Mill Lane front desk", IRIS)


@CHECKS.pure("3834-22")
def answers_are_not_sent_elsewhere() -> None:
    assert reply(of=mail(f"Reply-To: {NOA}"))["Reply-To"] is None


@CHECKS.live("3834-23")
async def one_recipient_the_same_outside_and_inside(folder: Path) -> None:
    async with road(folder) as way:
        (sent,) = (await way.take(mail("Cc: mother@berg.example, x@y.example"))).replies
        got = read(sent.raw)
        assert sent.recipients == (NOA,)
        assert ([a.addr_spec for a in got["To"].addresses], got["Cc"], got["Bcc"]) == (
            [NOA],
            None,
            None,
        )


@CHECKS.live("3834-24")
async def its_date_is_when_it_was_made(folder: Path) -> None:
    got = reply(date=LOCAL + timedelta(minutes=7))
    assert got["Date"] == "Tue, 03 Mar 2026 09:37:00 -0500"
    assert "9:30" in words_of(got)  # when the message came
    async with road(folder) as way:
        (sent,) = (await way.take(mail("Date: Tue, 03 Mar 2026 01:01:01 +0000"))).replies
        assert read(sent.raw)["Date"].datetime == NOW


@CHECKS.pure("3834-25")
def its_subject_begins_with_the_word_automatic() -> None:
    subjects = {tag: reply(Answer("other", "other", (tag,)))["Subject"] for tag in ("en", "fr-CA")}
    assert subjects == {"en": "Automatic reply", "fr-CA": "Réponse automatique"}
    # A discreet one is as neutral as a subject can be; its header and first line tell.
    discreet = reply(Answer("other", "other", form="discreet"))
    assert discreet["Subject"] == "Message received"
    assert words_of(discreet).startswith("This is an automatic ")


@CHECKS.pure("3834-26")
def the_subject_of_the_message_is_never_in_it() -> None:
    for form in ("full", "discreet"):
        got = reply(Answer("other", "other", form=form), of=mail(subject=f"Subject: {HIS}"))
        assert not set(HIS.split()) & set(re.findall(r"\w+", got.as_string()))


@CHECKS.pure("3834-27")
def encoded_words_are_short_and_whole() -> None:
    subject = "Réponse automatique à votre message, avec un mot bien long: " + "é" * 90
    raw = reply_bytes(subject=subject)
    assert read(raw)["Subject"] == subject
    words = re.findall(rb"=\?utf-8\?B\?([^?]*)\?=", raw)
    assert len(words) > 3
    assert all(len(line) <= 76 for line in raw.split(b"\r\n\r\n")[0].split(b"\r\n"))
    for word in words:
        b64decode(word, validate=True).decode("utf-8")


@CHECKS.pure("3834-28")
def auto_in_a_subject_is_no_evidence() -> None:
    assert why(mail(subject="Subject: Auto: my car broke down")) is None


@CHECKS.pure("3834-29")
def it_threads_on_a_message_id_and_invents_none() -> None:
    got = reply(of=mail("Message-ID: <b@m.example>", "References: <a@m.example>"))
    assert (got["In-Reply-To"], got["References"]) == (
        "<b@m.example>",
        "<a@m.example> <b@m.example>",
    )
    for raw in (mail(), mail("Message-ID: words, no id"), mail("References: <a@m.example>")):
        bare = reply(of=raw)
        assert (bare["In-Reply-To"], bare["References"]) == (None, None)


@CHECKS.pure("3834-30")
def it_says_auto_replied() -> None:
    for answer in every_reply(speaker()):
        assert reply(answer)["Auto-Submitted"] == "auto-replied"


@CHECKS.pure("3834-31")
def it_may_have_a_precedence_and_has_none() -> None:
    assert reply()["Precedence"] is None


@CHECKS.pure("3834-32")
def it_is_text_and_brief() -> None:
    for answer in every_reply(speaker()):
        got = reply(answer)
        assert got.get_content_type() == "text/plain"
        assert len(words_of(got).split()) <= 260 * len(answer.languages)


@CHECKS.pure("3834-33")
def several_languages_and_html_say_the_same() -> None:
    both = Answer("urgent", "crisis", ("fr-CA", "en"))
    got = reply(both)
    assert got["Content-Language"] == "fr-CA, en-US"
    assert "réponse automatique" in words_of(got)
    assert "This is an automatic reply" in words_of(got)
    rich = reply(both, by=speaker(html=True))
    assert rich.get_content_type() == "multipart/alternative"
    kinds = [part.get_content_type() for part in rich.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    page = rich.get_body(("html",))
    assert page is not None
    shown = re.sub(r"<head>.*?</head>|<[^>]+>", " ", page.get_content(), flags=re.DOTALL)
    assert set(re.findall(r"\w{3,}", words_of(rich))) <= set(re.findall(r"\w{3,}", shown))


@CHECKS.live("3834-34")
async def nothing_of_the_message_is_in_it(folder: Path) -> None:
    async with road(folder) as way:
        name = f"From: {HIS} <{NOA}>"
        (sent,) = (await way.take(mail(author=name, subject=f"Subject: {HIS}", body=HIS))).replies
        assert not set(HIS.encode().split()) & set(re.findall(rb"\w+", sent.raw))


@CHECKS.pure("3834-35")
def it_carries_text_alone() -> None:
    parts = "--b\r\nContent-Type: image/png\r\n\r\nPNG\r\n--b--"
    raw = mail("MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', body=parts)
    assert not reply(of=raw).is_multipart()
    assert b"PNG" not in reply_bytes(of=raw)


@CHECKS.pure("3834-36")
def no_header_text_of_the_message_is_used() -> None:
    encoded = mail(subject="Subject: =?utf-8?Q?marmalade_=C3=A9?=", author=f"From: =?q <{NOA}>")
    assert reply_bytes(of=encoded) == reply_bytes(of=mail())
    assert b'charset="utf-8"' in reply_bytes(Answer("other", "other", ("fr-CA",)))


@CHECKS.pure("3834-37")
def it_reports_no_delivery_and_no_reading() -> None:
    claims = re.compile(
        r"(?<!person )has read|(?:was|been) (?:delivered|read)|I have (?:read|seen|received)"
        r"|a été (?:lu|remis|livré)|ha sido (?:leído|entregado)"
    )
    for answer in every_reply(speaker()):
        got = reply(answer)
        assert not claims.search(" ".join(words_of(got).split()))
        assert not {"Disposition", "Original-Recipient", "Status"} & set(got.keys())
    report = read(report_bytes())
    assert report.get_content_type() == "multipart/report"  # that is what tells of trouble


@CHECKS.live("3834-38")
async def its_sender_is_null(folder: Path) -> None:
    async with sink() as server:
        assert await send_reply(server, folder) is None
        assert server.taken[0].mail_from.split(" ")[0] == "<>"


@CHECKS.live("3834-39")
async def no_report_is_asked_for_where_that_can_be_said(folder: Path) -> None:
    plain = Script(keywords=tuple(word for word in KEYWORDS if word != "DSN"))
    for script, asked in ((Script(), f"RCPT TO:<{NOA}> NOTIFY=NEVER"), (plain, f"RCPT TO:<{NOA}>")):
        async with sink(usual=script) as server:
            assert await send_reply(server, folder) is None
            assert [line for line in server.commands if line.startswith("RCPT")] == [asked]


@CHECKS.pure("3834-43")
def a_response_is_not_auto_generated() -> None:
    assert reply()["Auto-Submitted"] == "auto-replied"
    assert read(report_bytes())["Auto-Submitted"] == "auto-replied"
    assert read(alert_bytes())["Auto-Submitted"].startswith("auto-notified")
    # Nothing is sent at set times: every mail of ours is one of these three.


@CHECKS.live("3834-44")
async def what_a_person_typed_is_not_stamped(folder: Path) -> None:
    async with road(folder) as way:
        raw = mail(body=HELLO)
        (kept,) = (await way.take(raw)).delivered
        assert kept.raw.endswith(raw)
        assert b"auto-" not in kept.raw.lower()
    env = Envelope(sender=NOA, recipients=(IRIS,), received_at=NOW)
    ours = received(env, host="mx.calder.example", message="1") + marks(
        message="1", record=Record()
    )
    assert b"Auto-Submitted" not in ours


@CHECKS.pure("3834-45")
def an_alert_names_its_owner() -> None:
    assert read(alert_bytes())["Auto-Submitted"] == f'auto-notified; owner-email="{IRIS}"'


@CHECKS.pure("3834-49")
def she_is_told_that_anybody_can_read_it() -> None:
    replies = default_policy().partition("[reply]")[2].partition("\n[")[0]
    assert re.search(r"any(?:body|one)", replies, re.IGNORECASE)


@pytest.mark.parametrize("name", params(CHECKS))
async def test_statement(name: str, tmp_path: Path) -> None:
    await CHECKS.hold(name, tmp_path)
