"""Fields on top: ours, harmless, and nothing of the client's words."""

from email import message_from_bytes
from email.policy import SMTP

import pytest

from gateway.core.decision import Because
from gateway.core.mail import Envelope
from gateway.core.record import Record
from gateway.core.trace import marks, received
from tests.conftest import NOW


def test_received_names_the_peer_and_nobody_else() -> None:
    env = Envelope(
        sender="ann@client.example",
        recipients=("dana@clinic.example", "team@clinic.example"),
        received_at=NOW,
        peer="192.0.2.7",
        helo="mail.client.example",
        protocol="ESMTPS",
    )
    assert received(env, host="mx.clinic.example", message="abc") == (
        b"Received: from mail.client.example ([192.0.2.7])\r\n"
        b"\tby mx.clinic.example with ESMTPS id abc;\r\n"
        b"\tTue, 03 Mar 2026 14:30:00 +0000\r\n"
    )


def test_a_peer_cannot_write_fields_by_its_name() -> None:
    helo = "x\r\nX-Evil: 1\r\n\r\n<b>\xe9" + "y" * 5000
    env = Envelope(sender="", recipients=("a@b.example",), received_at=NOW, helo=helo)
    raw = received(env, host="mx", message="abc")
    parsed = message_from_bytes(raw + b"\r\n", policy=SMTP)
    assert parsed.keys() == ["Received"]
    assert max(map(len, raw.split(b"\r\n"))) < 998


def test_marks_hold_our_own_words_only() -> None:
    record = Record(
        intents=("cancelling", "crisis"),
        risk="urgent",
        signs=("suicide",),
        reasons=(Because("seal", "1 attachment(s)"), Because("reply", "template urgent")),
    )
    assert marks(message="abc", record=record) == (
        b"X-Gateway-Id: abc\r\n"
        b"X-Gateway-Reasons: cancelling, crisis\r\n"
        b"X-Gateway-Risk: urgent\r\n"
        b"X-Gateway-Signs: suicide\r\n"
        b"X-Gateway-Reply: template urgent\r\n"
    )


@pytest.mark.parametrize("code", ["list", "shadow", "client-none", "replied-lately"])
def test_marks_say_why_there_is_no_reply(code: str) -> None:
    record = Record(reasons=(Because("clear", "no attachment"), Because(code, "words")))
    said = f"X-Gateway-Reply: none ({code})\r\n".encode()
    assert said in marks(message="abc", record=record)
