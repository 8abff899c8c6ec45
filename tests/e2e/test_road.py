"""The whole road with real programs: swaks, Postfix, the gateway, Postfix, Dovecot, gpg."""

import asyncio
import smtplib
import subprocess
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.keys import home_with, pair
from tests.peers._private import needed
from tests.peers.daemon import PRACTICE, Daemon, to_server
from tests.peers.dovecot import dovecot
from tests.peers.postfix import postfix
from tests.peers.sink import sink

CLIENT = "sam@client.example"
HOMEWORK = bytes(range(256)) * 300


def swaks(port: int, attachment: Path) -> None:
    """A client's mail, sent by a program that is not ours."""
    subprocess.run(
        [
            *(needed("swaks", "swaks"), "--server", f"127.0.0.1:{port}"),
            *("--from", CLIENT, "--to", PRACTICE, "--ehlo", "client.example"),
            *("--h-Subject", "My homework", "--h-Message-Id", "<road-1@client.example>"),
            *("--body", "Hello, here is the thought record for our next session."),
            *("--attach-type", "application/pdf", "--attach-name", "thought record.pdf"),
            *("--attach", f"@{attachment}"),
        ],
        check=True,
        capture_output=True,
    )


@pytest.mark.parametrize("what", ["attachments", "message"])
async def test_from_a_client_to_the_therapist_and_back(tmp_path: Path, what: str) -> None:
    key = pair("good")
    file = tmp_path / "homework.bin"
    file.write_bytes(HOMEWORK)
    secret = tmp_path / "secret.asc"
    secret.write_bytes(key.secret)
    with (
        home_with(key, secret=False) as home,
        dovecot() as mailbox,
        postfix(f"lmtp:inet:127.0.0.1:{mailbox.lmtp}") as inner,
    ):
        async with sink() as relay:
            daemon = Daemon(
                tmp_path,
                {
                    "deliver": {"by": "smtp"},
                    "deliver.hop": to_server(inner.port),
                    "recipients": {PRACTICE: "dana@clinic.example"},
                    "relay": to_server(relay.port),
                    "seal": {
                        "scheme": "openpgp",
                        "what": what,
                        "fingerprint": key.fingerprint,
                        "home": str(home),
                    },
                },
            )
            await asyncio.to_thread(daemon.start)
            with postfix(f"smtp:[127.0.0.1]:{daemon.port}") as outer:
                await asyncio.to_thread(swaks, outer.port, file)
                [delivered] = await asyncio.to_thread(mailbox.mails, 1)
                await relay.until(lambda: len(relay.taken) == 1)
            assert await asyncio.to_thread(daemon.stop) == 0
        _is_sealed(delivered)
        _opens(daemon, delivered, secret, tmp_path)
        _is_answered(relay.taken[0].rcpt_to, relay.taken[0].raw)


def _is_sealed(delivered: bytes) -> None:
    mail = message_from_bytes(delivered)
    assert mail["Subject"] == "My homework"
    decoded = [part.get_payload(decode=True) for part in mail.walk()]
    assert not any(HOMEWORK[:40] in body for body in decoded if isinstance(body, bytes))
    assert b"BEGIN PGP MESSAGE" in delivered


def _opens(daemon: Daemon, delivered: bytes, secret: Path, folder: Path) -> None:
    saved = folder / "delivered.eml"
    saved.write_bytes(delivered)
    out = folder / "opened"
    command = daemon.command("open", str(saved), "--to", str(out), "--key", str(secret))[:-2]
    subprocess.run(command, check=True, capture_output=True)
    assert (out / "thought record.pdf").read_bytes() == HOMEWORK


def _is_answered(rcpt_to: tuple[str, ...], raw: bytes) -> None:
    reply = message_from_bytes(raw)
    assert [path.partition(">")[0] for path in rcpt_to] == [f"<{CLIENT}"]
    assert (reply["To"], reply["Auto-Submitted"]) == (CLIENT, "auto-replied")
    assert reply["In-Reply-To"] == "<road-1@client.example>"
    body = reply.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert b"988" in body
    assert b"thought record" not in body


async def test_a_mailbox_that_is_away_is_waited_for(tmp_path: Path) -> None:
    with dovecot() as mailbox, postfix(f"lmtp:inet:127.0.0.1:{mailbox.lmtp}") as inner:
        async with sink() as relay:
            daemon = Daemon(
                tmp_path,
                {
                    "deliver": {"by": "smtp"},
                    "deliver.hop": to_server(inner.port),
                    "relay": to_server(relay.port),
                },
            )
            inner.stop()
            await asyncio.to_thread(daemon.start)
            raw = (
                b"From: sam@client.example\r\nTo: dana@clinic.example\r\nSubject: hello\r\n"
                b"Date: Tue, 03 Mar 2026 14:30:00 +0000\r\nMessage-ID: <road-2@client.example>\r\n"
                b"\r\nCan we meet on Friday?\r\n"
            )
            with smtplib.SMTP("127.0.0.1", daemon.port) as smtp:
                smtp.sendmail(CLIENT, [PRACTICE], raw)
            await asyncio.to_thread(daemon.until_logged, "deliver: todo")
            inner.start()
            [delivered] = await asyncio.to_thread(mailbox.mails, 1)
            assert await asyncio.to_thread(daemon.stop) == 0
    assert delivered.endswith(raw)
