"""May a message be answered? One row a rule of RFC 3834, RFC 5230 and our own."""

import pytest

from gateway.core.automatic import keyword
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.reply import why_no_reply
from tests.conftest import NOW
from tests.practices import PLAIN
from tests.unit.reply_cases import (
    FROM,
    OURS,
    TO,
    Case,
    because,
    date,
    fields,
    h,
    is_ours,
    leaf,
    received,
)

UNCERTAIN = {"uncertain": "answer"}

CASES = [
    Case("plain", None),
    Case("3834-01 policy says no", "off", reply={"mode": "off"}),
    Case("in shadow it is decided as in earnest", None, reply={"mode": "shadow"}),
    # who sent it
    Case("3834-10 null sender", "null-sender", sender=""),
    Case("3834-10 null return path", "null-sender", h("return-path", " < > ")),
    Case("a return path", None, h("return-path", "<noa@berg.example>")),
    Case("3834-12 no address", "invalid-sender", sender="noa"),
    Case("3834-12 line end", "invalid-sender", sender="noa@berg.example\r\nRCPT TO:<x@y>"),
    Case("A-06 not ASCII without SMTPUTF8", "invalid-sender", sender="noé@berg.example"),
    Case("A-06 not ASCII with SMTPUTF8", None, sender="noé@berg.example", utf8=True),
    Case("quoted sender", None, sender='"noa berg"@berg.example'),
    Case("5230-14 mailer-daemon", "system-sender", sender="MAILER-DAEMON@berg.example"),
    Case("mailer-daemon with tag", "system-sender", sender="mailer-daemon+7@berg.example"),
    Case("5230-14 listserv", "system-sender", sender="LISTSERV@berg.example"),
    Case("5230-14 majordomo", "system-sender", sender="majordomo@berg.example"),
    Case("3834-11 owner-", "system-sender", sender="owner-news@berg.example"),
    Case("3834-11 -owner", "system-sender", sender="news-owner@berg.example"),
    Case("3834-11 -request", "system-sender", sender="news-REQUEST@berg.example"),
    Case("no-reply", "system-sender", sender="no-reply@berg.example"),
    Case("noreply with tag", "system-sender", sender="noreply+77@berg.example"),
    Case("do not reply", "system-sender", sender="do_not_reply@berg.example"),
    Case("somebody's no-reply", "system-sender", sender="shop.no-reply@berg.example"),
    Case("no-reply in French", "system-sender", sender="ne-pas-repondre@berg.example"),
    Case("no-reply in Spanish", "system-sender", sender="noresponder@berg.example"),
    Case("a newsletter's", "system-sender", sender="newsletter@berg.example"),
    Case("a name like a newsletter", None, sender="noa.news@berg.example"),
    Case("answers to no-reply", "system-sender", h("reply-to", "no-reply-7@berg.example")),
    Case("sent for by no-reply", "system-sender", h("sender", "Calendar <no-reply@b.example>")),
    Case("no-reply quoted", "system-sender", sender='"no-reply"@berg.example'),
    Case("author no-reply", "system-sender", author=h("from", "Shop <noreply@shop.example>")),
    Case("5230-14 postmaster is a person", None, sender="postmaster@berg.example"),
    Case("a name with reply", None, sender="reply.noa@berg.example"),
    Case("a name like owner", None, sender="rowner@berg.example"),
    Case("3834-50 bounces", "bounce-address", sender="bounces@berg.example"),
    Case("3834-50 -bounces", "bounce-address", sender="news-bounces@berg.example"),
    Case("3834-50 bounce+", "bounce-address", sender="bounce+77.noa@berg.example"),
    Case("3834-50 VERP", "bounce-address", sender="news-77-noa=mill.example@berg.example"),
    Case("3834-50 SRS0", "bounce-address", sender="SRS0=hf7=ab=mill.example=noa@berg.example"),
    Case("3834-50 SRS1", "bounce-address", sender="srs1=x=y==hf7=ab=m.example=n@berg.example"),
    Case("3834-50 prvs", "bounce-address", sender="prvs=0723a1b2c3=noa@berg.example"),
    Case("bounce host", "bounce-address", sender="noa@bounce.berg.example"),
    Case("bounce host with number", "bounce-address", sender="77@bounces3.berg.example"),
    Case("a bouncer", None, sender="bouncer@berg.example"),
    Case("a tag", None, sender="noa+therapy@berg.example"),
    Case("5230-13 own address", "own-address", sender="Iris@Calder.example"),
    Case("3834-08 own, declared", "own-address", sender="office@calder.example"),
    Case("own, her mailbox", "own-address", sender="iris@box.example"),
    Case("own postmaster", "own-address", sender="postmaster@calder.example"),
    Case("own, where it went", "own-address", sender="a@b.example", recipients=("a@b.example",)),
    Case("never", "never", reply={"never": ("NOA@berg.example",)}),
    # what a machine says of itself
    Case("3834-02 auto-replied", "auto-submitted", h("auto-submitted", "auto-replied")),
    Case("3834-02 auto-generated", "auto-submitted", h("auto-submitted", "auto-generated")),
    Case("3834-03 case", "auto-submitted", h("auto-submitted", "Auto-Replied")),
    Case("3834-03 comment", "auto-submitted", h("auto-submitted", "auto-replied (vacation)")),
    Case("3834-03 comment first", "auto-submitted", h("auto-submitted", "(no) auto-replied")),
    Case("3834-03 parameter", "auto-submitted", h("auto-submitted", "Auto-Generated; x=no")),
    Case("3834-03 typed by hand", None, h("auto-submitted", "no (typed by hand)")),
    Case("3834-03 no, nested comment", None, h("auto-submitted", "(a (b) \\) c) NO ; x=y")),
    Case(
        "3834-04 several",
        "auto-submitted",
        (*h("auto-submitted", "no"), *h("auto-submitted", "auto-replied")),
    ),
    Case("3834-05 unknown word", "auto-submitted", h("auto-submitted", "x-later")),
    Case("3834-05 empty", "auto-submitted", h("auto-submitted", "")),
    *(
        Case(f"5230-15 {name}", "list", h(name, "<https://berg.example>"))
        for name in (
            "list-id",
            "list-help",
            "list-subscribe",
            "list-unsubscribe",
            "list-post",
            "list-owner",
            "list-archive",
            "list-unsubscribe-post",
            "mailing-list",
            "x-beenthere",
        )
    ),
    Case(
        "A-03 report", "report", h("content-type", "multipart/report; report-type=delivery-status")
    ),
    Case("A-03 any report", "report", h("content-type", "Multipart (x) / Report; boundary=a")),
    Case("A-03 reading notice", "report", h("content-type", "message/disposition-notification")),
    Case("A-03 Exim", "report", h("x-failed-recipients", "a@b.example")),
    Case("A-07 Outlook receipt", "report", h("content-class", "urn:content-classes:mdn")),
    Case("A-07 calendar", "calendar", leaves=(leaf("text/calendar"),)),
    Case("A-07 meeting", "calendar", h("content-class", "urn:content-classes:calendarmessage")),
    Case("a calendar file", None, leaves=(leaf("text/calendar", "attachment"),)),
    Case("A-09 X-Autoreply", "auto-reply", h("x-autoreply", "yes")),
    Case("A-09 X-Autoreply: no", None, h("x-autoreply", "no")),
    Case("A-09 X-Autorespond", "auto-reply", h("x-autorespond", "holiday")),
    Case("A-09 X-Autoreply-From", "auto-reply", h("x-autoreply-from", "a@b.example")),
    Case("precedence auto_reply", "auto-reply", h("precedence", "auto_reply")),
    Case("3834-14 spam", "spam", h("x-spam-flag", "YES")),
    Case("no spam", None, h("x-spam-flag", "NO")),
    Case("A-09 Feedback-ID is on every mail of some houses", None, h("feedback-id", "a:b:c")),
    Case("3834-28 Auto: in the subject", None, h("subject", "Auto: my car broke down")),
    # soft marks
    Case("A-08 suppress all", "uncertain", h("x-auto-response-suppress", "All")),
    Case("A-08 suppress OOF", "uncertain", h("x-auto-response-suppress", "DR, RN, oof")),
    Case("A-08 suppress, other separators", "uncertain", h("x-auto-response-suppress", "DR;OOF")),
    Case("A-08 receipts only", None, h("x-auto-response-suppress", "DR, NDR, RN, NRN")),
    Case("3834-13 precedence", "uncertain", h("precedence", "Bulk")),
    Case("precedence first-class", None, h("precedence", "first-class")),
    Case("absence notice", "uncertain", h("subject", "Automatic  reply: your mail")),
    Case("absence notice in French", "uncertain", h("subject", "Réponse automatique : absent")),
    Case("a bounce without marks", "uncertain", h("subject", "Undeliverable: your mail")),
    Case("a bounce that she sent on", None, h("subject", "Fwd: Undeliverable: your mail")),
    Case("answer to our subject", None, h("subject", "Re: Automatic reply")),
    Case("inbox rule", "uncertain", h("x-ms-exchange-inbox-rules-loop", "a@b.example")),
    Case("X-Loop of others", "uncertain", h("x-loop", "other@b.example")),
    Case("a bounce sent on", "uncertain", leaves=(leaf("message/delivery-status"),)),
    Case("answers ours", "uncertain", h("in-reply-to", OURS)),
    Case("answers ours, by references", "uncertain", h("references", f"<a@b.example> {OURS}")),
    Case("ours further up", None, (*h("references", f"{OURS} <a@b>"), *h("in-reply-to", "<a@b>"))),
    Case("R1 switch", None, h("precedence", "bulk"), reply=UNCERTAIN),
    Case("R1 silent", "uncertain", h("precedence", "bulk"), reply={"uncertain": "silent"}),
    Case("R1 switch, suppress", None, h("x-auto-response-suppress", "All"), reply=UNCERTAIN),
    Case("R1 switch, answers ours", None, h("in-reply-to", OURS), reply=UNCERTAIN),
    Case(
        "R1 two soft marks are sure",
        "automatic",
        (*h("precedence", "bulk"), *h("x-auto-response-suppress", "All")),
        reply=UNCERTAIN,
    ),
    Case(
        "R1 Exchange absence",
        "automatic",
        (*h("x-auto-response-suppress", "All"), *h("in-reply-to", OURS)),
        reply=UNCERTAIN,
    ),
    Case("R1 switch lifts no hard mark", "list", h("list-id", "<a>"), reply=UNCERTAIN),
    # loops
    Case("R2 our own message", "own-message", h("message-id", OURS)),
    Case("A-09 our X-Loop", "loop", h("x-loop", "iris@calder.example")),
    Case(
        "A-09 delivered to her once, by a forwarding house",
        None,
        h("delivered-to", "iris@calder.example"),
    ),
    Case("A-09 delivered to her twice", "loop", h("delivered-to", "iris@calder.example") * 2),
    Case("delivered to others twice", None, h("delivered-to", "noa@berg.example") * 2),
    Case("A-04 hops", "hops", (received(minutes=1),) * 60),
    Case("A-04 below", None, (received(minutes=1),) * 59),
    # to whom
    Case("3834-07 not in To", "not-addressed", to=h("to", "others@berg.example")),
    Case("3834-07 no To at all", "not-addressed", to=()),
    Case("3834-07 undisclosed", "not-addressed", to=h("to", "undisclosed-recipients:;")),
    Case(
        "3834-07 her name, not her address",
        "not-addressed",
        to=h("to", '"iris@calder.example" <x@y.example>'),
    ),
    *(
        Case(f"3834-07 {name}", None, to=h(name, "A <a@b.example>, IRIS@calder.example"))
        for name in ("cc", "bcc", "resent-to", "resent-cc", "resent-bcc")
    ),
    Case("3834-08 declared address", None, to=h("to", "office@calder.example")),
    Case(
        "5230-13 final recipient",
        None,
        to=h("to", "x@calder.example"),
        recipients=("x@calder.example",),
    ),
    Case("A-05 in a group", None, to=h("to", "Staff: bo@b.example, iris@calder.example;")),
    Case("A-05 second To field", None, to=(*h("to", "a@b.example"), TO)),
    Case("A-05 two From fields", "several-authors", author=(FROM, ("from", "b@c.example"))),
    Case("A-05 two authors", "several-authors", author=h("from", "noa@berg.example, b@c.example")),
    Case(
        "the same author twice", None, author=h("from", "noa@berg.example, Noa <NOA@berg.example>")
    ),
    Case("author is not the sender", None, author=h("from", "n.berg@berg.example")),
    # age
    Case("R6 no date", None),
    Case("R6 fresh", None, (date(hours=23),)),
    Case("R6 old", "too-old", (date(hours=25),)),
    Case("R6 future", None, (date(days=-400),)),
    Case("R6 no real date", None, h("date", "Thu, 99 Foo 20226 99:99:99")),
    Case("R6 long no date", None, h("date", "1 " * 500)),
    Case("R6 without zone", "too-old", h("date", "Sun, 1 Mar 2026 10:00:00 -0000")),
    Case("R6 her clock is off", None, (received(minutes=1), received(minutes=2), date(days=900))),
    Case(
        "R6 waited on the way", "too-old", (received(minutes=1), received(hours=30), date(hours=1))
    ),
    Case("R6 Received without a date", "too-old", (*h("received", "from a by b"), date(hours=30))),
    Case("R6 by the policy", None, (date(hours=30),), reply={"max_age_h": 48}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_why_no_reply(case: Case) -> None:
    assert because(case) == case.code


def test_reasons_hold_no_word_of_the_mail() -> None:
    secret = "zanzibar"
    for case in CASES:
        env = Envelope(
            sender=f"{secret}@b.example", recipients=("iris@calder.example",), received_at=NOW
        )
        mail = ParsedMail(
            fields=fields(*((n, f"{v} {secret}") for n, v in case.more)), body_start=0
        )
        found = why_no_reply(env, mail, PLAIN, is_ours=is_ours)
        assert found is None or secret not in f"{found.code} {found.text}"


KEYWORDS = [
    ("auto-replied", "auto-replied"),
    ("  Auto-Replied ; a=b", "auto-replied"),
    ("a(b(c)d)e", "ae"),
    ("no (open", "no"),
    ("no) x", "no)x"),
    ("(a\\)b) no", "no"),
    ("", ""),
]


@pytest.mark.parametrize(("value", "word"), KEYWORDS)
def test_keyword(value: str, word: str) -> None:
    assert keyword(value) == word
