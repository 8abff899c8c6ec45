"""The words of attached documents, from the door to the alert, and in `gateway explain`."""

import asyncio
import json
import smtplib
from pathlib import Path

import pytest

from tests import documents as made
from tests.documents import DOCX_TYPE, File, mail_with
from tests.peers.daemon import PRACTICE, Daemon, to_server
from tests.peers.sink import Taken, sink

DANGER = "I cannot go on. I am going to kill myself tonight. quagga77zz"
NAME = "zebra88yy"
PDF = "application/pdf"
SECRET = [b"quagga77zz", b"zebra88yy", b"kill myself"]

ROAD: list[tuple[str, File, str, str, bool]] = [
    ("DOCX", (f"{NAME}.docx", DOCX_TYPE, made.docx(DANGER)), "urgent", "", True),
    ("PDF", (f"{NAME}.pdf", "application/octet-stream", made.pdf(DANGER)), "urgent", "", True),
    ("ODT", (f"{NAME}.odt", made.ODT_TYPE, made.odt(DANGER)), "urgent", "", True),
    ("RTF", (f"{NAME}.rtf", "text/rtf", made.rtf(DANGER)), "urgent", "", True),
    ("harmless", (f"{NAME}.docx", DOCX_TYPE, made.docx("I slept well.")), "none", "", False),
    (
        "with a password",
        (f"{NAME}.pdf", PDF, made.encrypted_pdf(DANGER, "pw")),
        "unknown",
        "encrypted",
        False,
    ),
    ("hostile", (f"{NAME}.docx", DOCX_TYPE, made.zip_bomb()), "unknown", "too-large", False),
]


def send(port: int, raw: bytes) -> None:
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        smtp.sendmail("jo@client.example", [PRACTICE], raw)


def marked(taken: Taken) -> dict[str, str]:
    """The gateway's own fields on top of a delivered mail."""
    fields = taken.raw.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    pairs = (f.partition(": ") for f in fields if f.startswith("X-Gateway-"))
    return {name.removeprefix("X-Gateway-"): value for name, _, value in pairs}


async def test_documents_count_and_leave_no_word_behind(tmp_path: Path) -> None:
    async with sink() as mailbox, sink() as relay:
        changes: dict[str, dict[str, object]] = {
            "deliver": {"by": "smtp"},
            "deliver.hop": to_server(mailbox.port),
            "relay": to_server(relay.port),
            "alert": {"to": ["pager@clinic.example"]},
            "log": {"level": "debug"},
        }
        daemon = Daemon(tmp_path, changes)
        await asyncio.to_thread(daemon.start)
        for number, (_, file, risk, unread, _) in enumerate(ROAD, start=1):
            await asyncio.to_thread(send, daemon.port, mail_with(file))
            await mailbox.until(lambda number=number: len(mailbox.taken) == number)
            fields = marked(mailbox.taken[-1])
            assert (fields["Risk"], fields.get("Unread", "")) == (risk, unread), ROAD[number - 1][0]
        await relay.until(lambda: len(alerts(relay.taken)) == sum(row[-1] for row in ROAD))
        assert await asyncio.to_thread(daemon.stop) == 0
    left = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    left[Path("alerts")] = b"".join(alerts(relay.taken))
    for place, content in left.items():
        assert not [word for word in SECRET if word in content], place


def alerts(taken: list[Taken]) -> list[bytes]:
    return [t.raw for t in taken if "pager@" in t.rcpt_to[0]]


@pytest.fixture
def place(tmp_path: Path) -> Daemon:
    return Daemon(tmp_path, {})


def test_explain_reads_documents_and_says_where_it_was_found(place: Daemon) -> None:
    text = ("notes.txt", "text/plain", b"I slept")
    mail = place.folder / "mail.eml"
    mail.write_bytes(mail_with(text, ("week.docx", DOCX_TYPE, made.docx(DANGER))))
    told = json.loads(place.run("explain", str(mail), "--json").stdout)
    assert told["risk"] == "urgent"
    found = [e for e in told["evidence"] if "kill myself" in e["excerpt"]]
    assert found
    assert {e["where"] for e in found} == {"attachment"}
    assert "kill myself" in place.run("explain", str(mail)).stdout
