"""H-18, H-20, H-21, H-25: the bytes that leave: digits as in the data, and nothing of hers."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from gateway.core.client import Client
from gateway.core.compose import reply_mail
from gateway.core.decision import Reply
from gateway.core.mail import ParsedMail
from gateway.core.proof import REASONS, RISKY
from gateway.core.speak import Speaker
from gateway.store.replies import with_line
from tests.conftest import NOW
from tests.practices import LINES, PLAIN, TAGS, received, speaker
from tests.responder.cases import CRISIS, HELLO, NOA, mail, read
from tests.responder.road import road

PLACES = ("CA-QC", "US", "GB-ENG", "AU", "ES")
OURS = "<g.0123456789abcdef.0123456789abcdef01234567@calder.example>"
HTML = replace(PLAIN, reply=replace(PLAIN.reply, html=True))


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def sent(by: Speaker, answer: Reply) -> bytes:
    spoken = by.speak(answer, received(by.policy))
    return reply_mail(
        to="noa@berg.example",
        mail=ParsedMail(fields=(), body_start=0),
        policy=by.policy,
        subject=spoken.subject,
        body=spoken.text,
        html=spoken.html,
        languages=spoken.languages,
        date=received(by.policy),
        message_id=OURS,
        boundary="b0123456789abcdef",
    )


def texts(raw: bytes) -> list[EmailMessage]:
    return [part for part in read(raw).iter_parts() if isinstance(part, EmailMessage)]


# ---- H-18


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("place", PLACES)
def test_each_number_is_whole_in_one_row_of_the_mail_and_after_each_encoding(
    place: str, tag: str
) -> None:
    by = speaker(HTML)
    for name in ("other", "emergency"):
        answer = Reply(name, name, languages=(tag,), place=place)
        lines = by.facts(answer, tag, received(HTML)).lines
        numbers = [n for line in lines for n in (line.phone, line.sms) if n]
        raw = sent(by, answer)
        for part in texts(raw):
            rows = str(part.get_payload()).splitlines()
            assert [n for n in numbers if not any(n in row for row in rows)] == []
            words = part.get_content().replace("\r\n", "\n")
            for encoding in ("base64", "quoted-printable"):
                again = EmailMessage()
                again.set_content(words, cte=encoding)
                assert read(again.as_bytes()).get_content() == words


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("place", PLACES)
def test_what_a_tap_dials_is_what_is_shown_and_what_is_in_the_data(place: str, tag: str) -> None:
    by = speaker(HTML)
    answer = Reply("emergency", "crisis", languages=(tag,), place=place)
    spoken = by.speak(answer, received(HTML))
    lines = by.facts(answer, tag, received(HTML)).lines
    taps = re.findall(r'href="(tel|sms):([^"]+)">([^<]+)<', spoken.html)
    called = {digits(uri) for way, uri, _ in taps if way == "tel"}
    texted = {digits(uri) for way, uri, _ in taps if way == "sms"}
    assert called == {digits(line.phone) for line in lines if line.phone}
    assert texted == {digits(line.sms) for line in lines if line.sms}
    assert all(digits(uri) == digits(shown) for _, uri, shown in taps)


def test_each_shipped_reply_is_in_seven_bits() -> None:
    by = speaker(HTML)
    for name in (*REASONS, *RISKY):
        for tag in TAGS:
            raw = sent(by, Reply(name, name, languages=(tag,)))
            assert raw.isascii()
            assert max(map(len, raw.split(b"\r\n"))) <= 78


# ---- H-20

FIELD = "\r\nBcc: zanzibar@evil.example"
EVIL = "{{ practice.name }}{% include 'x' %} zanzibar <b>quixolm</b>"


def encoded(text: str) -> str:
    return f"=?utf-8?B?{b64encode(text.encode()).decode()}?="


@pytest.mark.parametrize("body", [HELLO, CRISIS])
async def test_nothing_of_hers_leaves_in_a_reply_or_in_an_alert(tmp_path: Path, body: str) -> None:
    """Subject, display name, message id and words, with template code and line ends in them."""
    raw = mail(
        f"Message-ID: <zanzibar{OURS[1:]}",
        "X-Note: quixolm",
        author=f"From: {encoded(EVIL)} <noa@berg.example>",
        subject=f"Subject: {encoded(EVIL + FIELD)}",
        body=f"{body}\r\n{EVIL}\r\nvrubelk",
    )
    async with road(tmp_path) as way:
        got = await way.take(raw)
    (reply,) = got.replies
    told = "".join(text for _, text in got.notices)
    message = read(reply.raw)
    assert message["Bcc"] is None
    shown = "\n".join(
        f"{name}: {value}"
        for name, value in message.items()
        if name not in ("In-Reply-To", "References")
    )
    for text in (shown, message.get_content(), told):
        assert not re.search(r"zanzibar|quixolm|vrubelk|\{\{|\{%|<b>", text)
    assert "noa" not in told


# ---- H-21


async def test_a_message_that_comes_twice_is_answered_once(tmp_path: Path) -> None:
    """By two ways, or again after a break of the line; in a crisis too."""
    async with road(tmp_path) as way:
        for body in (HELLO, CRISIS):
            raw = mail(f"Message-ID: <{len(body)}@berg.example>", body=body)
            answered = []
            for _ in range(3):
                got = await way.take(raw)
                answered.append((len(got.delivered), len(got.replies)))
                way.pass_(hours=5)
            assert answered == [(1, 1), (1, 0), (1, 0)]


# ---- H-25


async def test_who_was_sent_a_number_is_found_by_its_line(tmp_path: Path) -> None:
    """What is remembered of a reply are the lines whose numbers stand in its bytes."""
    by_id = {line.id: line for line in LINES}
    async with road(tmp_path) as way:
        way.store.clients.put(NOA, Client(place="GB-ENG"), NOW)
        (reply,) = (await way.take(mail(body=CRISIS))).replies
        text = read(reply.raw).get_content()
        store, ever = way.store, (NOW - timedelta(days=1), NOW + timedelta(days=1))
        for shown in ("GB-emergency", "GB-samaritans", "GB-shout"):
            (had,) = with_line(store._reader, store.vault, shown, *ever)
            assert (had.address, had.message) == (NOA, reply.key.partition("/")[0])
            numbers = [n for x in had.trace.lines for n in (by_id[x].phone, by_id[x].sms) if n]
            assert [n for n in numbers if n not in text] == []
        assert list(with_line(store._reader, store.vault, "CA-988", *ever)) == []
