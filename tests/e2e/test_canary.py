"""Forty words planted in one mail appear where the mail was delivered, and nowhere else."""

import asyncio
import smtplib
from base64 import b64encode
from pathlib import Path

from tests.peers.daemon import PRACTICE, Daemon, to_server
from tests.peers.sink import sink

ALERTED = "pager@clinic.example"
CANARIES = [f"quagga{number:02d}zz" for number in range(40)]


def planted() -> tuple[str, str, bytes]:
    """EHLO name, reverse-path and a message with every canary somewhere in it."""
    left = iter(CANARIES)
    helo, sender = f"{next(left)}.example", f"{next(left)}@{next(left)}.example"
    head = [
        f"From: {next(left)} {next(left)} <{sender}>",
        f'To: "{next(left)}" <{PRACTICE}>',
        f"Subject: {next(left)} {next(left)}",
        f"Message-ID: <{next(left)}@{next(left)}.example>",
        f"X-{next(left)}: {next(left)}",
        f"User-Agent: {next(left)} ({next(left)})",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; boundary="{next(left)}"',
    ]
    boundary = CANARIES[CANARIES.index(head[-1].split('"')[1])]
    body = f"I am {next(left)}. I want to kill myself tonight. {next(left)}\r\n{next(left)}"
    html = f"<p>{next(left)}</p><p title='{next(left)}'>{next(left)}</p>"
    file = f"{next(left)} {next(left)}".encode()
    name = next(left)
    rest = " ".join(left)
    parts = [
        f"--{boundary}\r\nContent-Type: text/plain\r\n\r\n{body}\r\n{rest}",
        f"--{boundary}\r\nContent-Type: text/html\r\n\r\n{html}",
        f"--{boundary}\r\nContent-Type: application/pdf; name={name}\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{b64encode(file).decode()}",
        f"--{boundary}--\r\n",
    ]
    return helo, sender, "\r\n".join([*head, "", *parts]).encode()


def send(port: int, helo: str, sender: str, raw: bytes) -> None:
    with smtplib.SMTP("127.0.0.1", port, local_hostname=helo) as smtp:
        smtp.sendmail(sender, [PRACTICE], raw)


def shown_by_the_process(pid: int) -> bytes:
    proc = Path("/proc") / str(pid)
    return b"".join((proc / name).read_bytes() for name in ("cmdline", "environ", "comm"))


def all_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def test_no_word_of_a_client_is_left_anywhere(tmp_path: Path) -> None:
    helo, sender, raw = planted()
    big = raw.replace(b"\r\n--", b"\r\n" + b"filling the mail up\r\n" * 3_000 + b"--", 1)
    async with sink() as mailbox, sink() as relay:
        changes: dict[str, dict[str, object]] = {
            "deliver": {"by": "smtp"},
            "deliver.hop": to_server(mailbox.port),
            "relay": to_server(relay.port),
            "alert": {"to": [ALERTED]},
            "log": {"level": "debug"},
        }
        daemon = Daemon(tmp_path, changes)
        await asyncio.to_thread(daemon.start)
        for message in (raw, big):
            await asyncio.to_thread(send, daemon.port, helo, sender, message)
        await mailbox.until(lambda: len(mailbox.taken) == 2)
        await relay.until(lambda: len(relay.taken) == 3)
        while b"kept" in (waiting := await _queue(daemon)) or b"decided" in waiting:
            pass
        shown = shown_by_the_process(daemon.pid)
        listed = await asyncio.to_thread(daemon.run, "queue", "list", "--all")
        assert await asyncio.to_thread(daemon.stop) == 0
    assert {True} == {any(t.raw.endswith(m) for t in mailbox.taken) for m in (raw, big)}
    alerts = [t.raw for t in relay.taken if ALERTED in t.rcpt_to[0]]
    replies = [t.raw for t in relay.taken if ALERTED not in t.rcpt_to[0]]
    assert (len(alerts), len(replies)) == (2, 1)
    places = all_in(tmp_path) | {
        Path("what the process shows"): shown,
        Path("queue list"): listed.stdout.encode() + listed.stderr.encode(),
        Path("alerts"): b"".join(alerts),
    }
    for place, content in places.items():
        found = [canary for canary in CANARIES if canary.encode() in content.lower()]
        assert found == [], place
    known = {*sender.partition("@")[::2], *_message_id(raw)}
    allowed = {canary for canary in CANARIES if any(canary in word for word in known)}
    assert {c for c in CANARIES if c.encode() in replies[0]} <= allowed


async def _queue(daemon: Daemon) -> bytes:
    done = await asyncio.to_thread(daemon.run, "queue", "list", "--json")
    return done.stdout.encode()


def _message_id(raw: bytes) -> list[str]:
    line = next(x for x in raw.decode().splitlines() if x.startswith("Message-ID"))
    return line.partition("<")[2].rstrip(">").split("@")
