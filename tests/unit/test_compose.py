"""Our own mail on the wire: its headers, its threading, and that nothing can be slipped in."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from gateway.core.compose import is_our_token, message_token
from tests.practices import PLAIN
from tests.unit.our_mail import BODY, ID, KEY, alert, mail, read, reply, report

ALL: dict[str, Callable[..., bytes]] = {"reply": reply, "alert": alert, "report": report}


@pytest.mark.parametrize("kind", ALL)
def test_form_of_all_our_mail(kind: str) -> None:
    raw = ALL[kind]()
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n")
    assert raw.isascii()
    assert max(map(len, raw.split(b"\r\n"))) <= 78
    got = read(raw)
    assert not got.defects
    names = [name.lower() for name in got]
    assert len(names) == len(set(names))
    assert got["From"].addresses[0].display_name == "I. Calder"
    assert got["From"].addresses[0].addr_spec == "iris@calder.example"
    assert got["Date"] == "Tue, 03 Mar 2026 09:30:00 -0500"
    assert got["Message-ID"] == ID
    assert got["X-Auto-Response-Suppress"] == "All"
    assert got["Auto-Submitted"].startswith("auto-")


def test_reply_headers_word_for_word() -> None:
    assert reply().decode().split("\r\n\r\n")[0].split("\r\n") == [
        'From: "I. Calder" <iris@calder.example>',
        "To: noa@berg.example",
        "Subject: Automatic reply",
        "Date: Tue, 03 Mar 2026 09:30:00 -0500",
        f"Message-ID: {ID}",
        "In-Reply-To: <m1@berg.example>",
        "References: <m1@berg.example>",
        "Auto-Submitted: auto-replied",
        "X-Auto-Response-Suppress: All",
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        "Content-Transfer-Encoding: 7bit",
        "Content-Language: en",
    ]


HTML = "<!doctype html>\n<p>This is an automatic reply.</p>\n"
MARK = "b0123456789abcdef"


def test_a_reply_with_html_word_for_word() -> None:
    raw = reply(html=HTML, boundary=MARK, languages=("fr-CA", "en")).decode()
    head, _, rest = raw.partition("\r\n\r\n")
    assert head.split("\r\n")[-4:] == [
        "MIME-Version: 1.0",
        "Content-Language: fr-CA, en",
        "Content-Type: multipart/alternative;",
        f' boundary="{MARK}"',
    ]
    described = "Content-Transfer-Encoding: 7bit\r\nContent-Language: fr-CA, en\r\n\r\n"
    text, html = BODY.replace("\n", "\r\n"), HTML.replace("\n", "\r\n")
    assert rest == (
        f'--{MARK}\r\nContent-Type: text/plain; charset="utf-8"\r\n{described}{text}\r\n'
        f'--{MARK}\r\nContent-Type: text/html; charset="utf-8"\r\n{described}{html}\r\n'
        f"--{MARK}--\r\n"
    )


def test_a_reply_with_html_is_read_as_it_was_written() -> None:
    body, html = f"Zoë\n{BODY}", f"{HTML}<p>Zoë</p>\n"
    got = read(reply(body=body, html=html, boundary=MARK))
    assert not got.defects
    assert [part.get_content_type() for part in got.iter_parts()] == ["text/plain", "text/html"]
    for kind, words in (("plain", body), ("html", html)):
        part = got.get_body((kind,))
        assert part["Content-Transfer-Encoding"] == "quoted-printable"
        assert part.get_content().replace("\r\n", "\n") == words


@pytest.mark.parametrize("boundary", ["", "short", "with space 0123", MARK])
def test_html_needs_a_boundary_that_stands_in_neither_part(boundary: str) -> None:
    with pytest.raises(ValueError, match="boundary"):
        reply(html=f"{HTML}--{MARK}", boundary=boundary)
    with pytest.raises(ValueError, match="boundary"):
        reply(html=HTML, body=f"--{MARK}", boundary=boundary)


LANGUAGES = [(("en",), "en"), (("fr-CA", "en-CA"), "fr-CA, en-CA"), (("zh-Hant-HK",), "zh-Hant-HK")]


@pytest.mark.parametrize(("tags", "said"), LANGUAGES)
def test_the_languages_of_the_words_are_said(tags: tuple[str, ...], said: str) -> None:
    assert read(reply(languages=tags))["Content-Language"] == said
    words, _, _ = read(report(languages=tags)).iter_parts()
    assert words["Content-Language"] == said


@pytest.mark.parametrize("tags", [(), ("",), ("en_US",), ("en, fr",), ("english language",)])
def test_only_language_tags_are_languages(tags: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="must be language tags"):
        reply(languages=tags)


def test_a_reply_may_have_another_sender_name() -> None:
    got = read(reply(name="Iris"))
    assert got["From"].addresses[0].display_name == "Iris"
    assert got["From"].addresses[0].addr_spec == "iris@calder.example"


THREADS = [  # name, headers of the mail, In-Reply-To, References
    ("none", {}, None, None),
    ("one", {"message_id": " <a.b@m.example> "}, "<a.b@m.example>", ["<a.b@m.example>"]),
    (
        "earlier ones",
        {"message_id": "<c@m>", "references": "<a@m> (x) <b@m>"},
        "<c@m>",
        ["<a@m>", "<b@m>", "<c@m>"],
    ),
    (
        "its own among them",
        {"message_id": "<b@m>", "references": "<a@m> <b@m>"},
        "<b@m>",
        ["<a@m>", "<b@m>"],
    ),
    ("words", {"message_id": "please help me"}, None, None),
    ("two ids", {"message_id": "<a@m> <b@m>"}, None, None),
    ("spaces inside", {"message_id": "<I want to@m>"}, None, None),
    ("quoted", {"message_id": '<"a b"@m>'}, None, None),
    ("line end", {"message_id": "<a@m>\r\nBcc: x@y.example"}, None, None),
    ("not ASCII", {"message_id": "<ä@m>"}, None, None),
    ("huge", {"message_id": f"<{'a' * 300}@m>"}, None, None),
    (
        "broken earlier ones",
        {"message_id": "<c@m>", "references": "<a@m <b c@m>>,\r\nX: y"},
        "<c@m>",
        ["<c@m>"],
    ),
]


@pytest.mark.parametrize(
    ("name", "headers", "parent", "thread"), THREADS, ids=[t[0] for t in THREADS]
)
def test_threading(
    name: str, headers: dict[str, str], parent: str | None, thread: list[str] | None
) -> None:
    got = read(reply(mail=mail(**headers)))
    assert got["In-Reply-To"] == parent
    assert (got["References"].split() if got["References"] else None) == thread


def test_a_long_thread_keeps_its_first_and_its_last() -> None:
    ids = [f"<n{n}@m.example>" for n in range(50)]
    got = read(reply(mail=mail(message_id="<last@m>", references=" ".join(ids))))
    assert got["References"].split() == [ids[0], *ids[-8:], "<last@m>"]


def test_alert_and_report_headers() -> None:
    got = read(alert(to=("iris@box.example", "second@box.example")))
    assert got["To"] == "iris@box.example, second@box.example"
    assert got["Auto-Submitted"] == 'auto-notified; owner-email="iris@calder.example"'
    assert got["Subject"] == "A message needs you now"
    assert got["Importance"] == "high"
    assert read(alert(urgency="notice"))["Importance"] is None
    assert read(report())["Auto-Submitted"] == "auto-replied"
    assert read(report())["In-Reply-To"] == "<m1@berg.example>"


def test_report_is_a_delivery_report() -> None:
    got = read(report(name="I. C."))
    assert got["Subject"] == "Not delivered"
    assert got["From"].addresses[0].display_name == "I. C."
    assert got.get_content_type() == "multipart/report"
    assert got.get_param("report-type") == "delivery-status"
    words, status, headers = got.iter_parts()
    assert words.get_content().replace("\r\n", "\n") == BODY
    per_message, per_recipient = status.get_payload()
    assert per_message["Reporting-MTA"] == "dns; gate.calder.example"
    assert per_message["Arrival-Date"] == "Tue, 03 Mar 2026 09:30:00 -0500"
    assert dict(per_recipient) == {
        "Final-Recipient": "rfc822; iris@calder.example",
        "Action": "failed",
        "Status": "5.4.7",
    }
    assert headers.get_content_type() == "text/rfc822-headers"
    assert b"Status: 5.0.0\r\n" in report(cause="refused")


@pytest.mark.parametrize("original", [None, "no id", "<a@b>\r\nSubject: x"])
def test_report_names_only_a_clean_message_id(original: str | None) -> None:
    got = read(report(original_message_id=original))
    assert len(list(got.iter_parts())) == 2
    assert got["In-Reply-To"] is None


def test_report_for_an_address_beyond_ascii() -> None:
    raw = report(recipient="zoë+a@berg.example")
    assert b"Final-Recipient: utf-8; zo\\x{EB}\\x{2B}a@berg.example\r\n" in raw


def test_reply_to_an_address_beyond_ascii_is_utf8() -> None:
    assert "To: zoë@berg.example\r\n" in reply(to="zoë@berg.example").decode("utf-8")


TOKENS = {
    "same": message_token(KEY, "job/3", "iris@calder.example"),
    "other action": message_token(KEY, "job/4", "iris@calder.example"),
    "other key": message_token(KEY[::-1], "job/3", "iris@calder.example"),
}


def test_the_token_is_the_same_at_each_try_and_tells_nothing() -> None:
    assert message_token(KEY, "job/3", "iris@calder.example") == TOKENS["same"]
    assert len(set(TOKENS.values())) == 3
    assert "job" not in TOKENS["same"]
    assert TOKENS["same"].endswith("@calder.example>")
    assert message_token(KEY, "j", "a@mühle.example").endswith("@xn--mhle-0ra.example>")


ASKED = [
    (TOKENS["same"], True),
    (f"<a@b.example>\r\n {TOKENS['same']} <c@d.example>", True),
    (TOKENS["same"].upper(), True),
    (TOKENS["same"].replace("@calder.example", "@rewritten.example"), True),
    (TOKENS["other key"], False),
    (TOKENS["same"].replace("g.", "h."), False),
    (re.sub(r"\.[0-9a-f]{24}@", "." + "0" * 24 + "@", TOKENS["same"]), False),
    ("<g.0123@calder.example>", False),
    ("", False),
    ("<" * 100_000, False),
]


@pytest.mark.parametrize(("value", "ours"), ASKED, ids=[str(n) for n in range(len(ASKED))])
def test_is_our_token(value: str, ours: bool) -> None:
    assert is_our_token(KEY, value) is ours


EVIL = [
    "a\r\nBcc: x@y.example",
    "a\nb",
    "a\rb",
    "a\x00b",
    "a\x1bb",
    "a\u202eb",
    "a\u2028b",
    "a\u200bb",
    "a\x85b",
]


@pytest.mark.parametrize("evil", EVIL, ids=[ascii(e) for e in EVIL])
def test_no_header_can_be_slipped_in(evil: str) -> None:
    makers: tuple[Callable[[], bytes], ...] = (
        lambda: reply(policy=replace(PLAIN, reply=replace(PLAIN.reply, display_name=evil))),
        lambda: reply(subject=evil),
        lambda: reply(name=evil),
        lambda: reply(languages=(evil,)),
        lambda: reply(policy=replace(PLAIN, practice=replace(PLAIN.practice, address=evil))),
        lambda: reply(to=f"{evil}@berg.example"),
        lambda: reply(message_id=f"<{evil}@calder.example>"),
        lambda: alert(to=(f"{evil}@box.example",)),
        lambda: report(hostname=evil),
        lambda: report(recipient=evil) if evil.isascii() else report(hostname=evil),
    )
    for made in makers:
        with pytest.raises(ValueError, match="must|malformed|not an address"):
            made()


@pytest.mark.parametrize(
    "to", ["", "noa", "noa@b.example, x@y.example", "<noa@b.example>", "@a:n@b.example"]
)
def test_one_address_and_nothing_else_in_to(to: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        reply(to=to)


def test_a_boundary_that_the_text_holds_is_refused() -> None:
    for boundary in ("short", "with space 0123", "b0123456789abcdef"):
        with pytest.raises(ValueError, match="boundary"):
            report(boundary=boundary, body="-- b0123456789abcdef\n")
