"""`gateway demo` as a user starts it: twelve mails, the files, the page, and mail of her own."""

import asyncio
import email
import email.policy
import io
import re
import smtplib
from pathlib import Path

import pytest
from rich.console import Console

from gateway.demo.run import run_demo

WITHIN_S = 60.0


class Screen(io.StringIO):
    """What the demo prints; told() waits until it has printed something."""

    def __init__(self) -> None:
        super().__init__()
        self._more = asyncio.Event()

    def write(self, text: str) -> int:
        self._more.set()
        return super().write(text)

    async def told(self, pattern: str) -> re.Match[str]:
        while not (found := re.search(pattern, self.getvalue())):
            self._more.clear()
            await self._more.wait()
        return found


def read(path: Path) -> email.message.EmailMessage:
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """One run of the demo: the folder it left and what it printed."""
    folder = tmp_path_factory.mktemp("demo")
    (folder / "inbox").mkdir()
    (folder / "inbox" / "01-of-an-earlier-demo.eml").write_text("old")
    (folder / "inbox" / "mine.txt").write_text("mine")
    screen = io.StringIO()
    out = Console(file=screen, width=100)
    assert asyncio.run(run_demo(folder=folder, stay=False, out=out, keep=False)) == 0
    return folder, screen.getvalue()


def test_all_is_told_in_the_end(shown: tuple[Path, str]):
    words = " ".join(shown[1].split())
    assert "12 of 12 delivered, 10 answered, 2 not (Kind Pages Books, Mail Delivery" in words
    assert "nothing left this computer" in words
    assert "WRONG" not in words


def test_the_files(shown: tuple[Path, str]):
    folder = shown[0]
    inbox = [f.name for f in sorted((folder / "inbox").glob("*.eml"))]
    assert len([name for name in inbox if not name.endswith("-alert.eml")]) == 12
    assert "08-crisis-in-html-alert.eml" in inbox
    replies = [f.name for f in sorted((folder / "replies").glob("*.eml"))]
    assert len(replies) == 10
    assert not [name for name in replies if name.startswith(("11", "12"))]


def test_files_of_others_stay(shown: tuple[Path, str]):
    assert (shown[0] / "inbox" / "mine.txt").read_text() == "mine"
    assert not (shown[0] / "inbox" / "01-of-an-earlier-demo.eml").exists()


def test_homework_is_delivered_sealed_only(shown: tuple[Path, str]):
    raw = (shown[0] / "inbox" / "06-homework.eml").read_bytes()
    assert raw.count(b"-----BEGIN PGP MESSAGE-----") == 2
    assert b"VEhPVUdIVCBSRUNPUkQ" not in raw
    assert "2 attachments sealed, opened" in shown[1]
    assert "identical" in shown[1]


def test_the_replies(shown: tuple[Path, str]):
    for path in (shown[0] / "replies").iterdir():
        reply, asked = read(path), read(shown[0] / "inbox" / path.name)
        assert reply["auto-submitted"] == "auto-replied"
        assert reply["in-reply-to"] == asked["message-id"]
        assert str(asked["subject"]) not in reply.get_content()


@pytest.mark.parametrize(
    ("name", "subject", "words"),
    [
        ("09-french", "Réponse automatique", "Pour annuler ou déplacer un rendez-vous"),
        ("10-spanish", "Respuesta automática", "Llame al 988"),
        ("02-next-appointment", "Message received", "Call 988"),
    ],
)
def test_each_in_the_language_and_form_of_its_client(
    shown: tuple[Path, str], name: str, subject: str, words: str
):
    reply = read(shown[0] / "replies" / f"{name}.eml")
    assert reply["subject"] == subject
    assert words in reply.get_content()


def test_the_discreet_one_tells_nothing(shown: tuple[Path, str]):
    words = read(shown[0] / "replies" / "02-next-appointment.eml").get_content()
    assert not re.search(r"appointment|session|therap|suicide|Whitfield", words, re.I)
    assert [shown[1].count(manner) for manner in ("French", "Spanish", "discreet")] == [1, 1, 1]


def test_the_crisis_is_answered_as_one(shown: tuple[Path, str]):
    risk = read(shown[0] / "inbox" / "08-crisis-in-html.eml")["x-gateway-risk"]
    assert risk == "emergency"
    assert "911" in read(shown[0] / "replies" / "08-crisis-in-html.eml").get_content()


def test_the_page_links_to_what_is_there(shown: tuple[Path, str]):
    page = (shown[0] / "index.html").read_text("utf-8")
    links = re.findall(r'href="([^"#][^"]*)"', page)
    assert len(links) >= 22
    assert all((shown[0] / link).is_file() for link in links)
    assert "<script" not in page


async def test_mail_of_her_own(tmp_path: Path):
    screen = Screen()
    out = Console(file=screen, width=100)
    demo = asyncio.create_task(run_demo(folder=tmp_path, stay=True, out=out, keep=False))
    async with asyncio.timeout(WITHIN_S):
        found = await screen.told(r"--server 127\.0\.0\.1:(\d+) .* --to (\S+)")
        await asyncio.to_thread(_write, int(found[1]), found[2])
        await screen.told(r"Nora Quist:")
    demo.cancel()
    assert await demo == 0
    assert read(tmp_path / "inbox" / "13-own.eml")["subject"] == "My own mail"
    assert (tmp_path / "replies" / "13-own.eml").is_file()
    assert "My own mail" in (tmp_path / "index.html").read_text("utf-8")


def _write(port: int, to: str) -> None:
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        smtp.sendmail(
            "nora@quist.example",
            [to],
            f"From: Nora Quist <nora@quist.example>\r\nTo: {to}\r\nSubject: My own mail\r\n"
            "Message-ID: <own@quist.example>\r\n\r\nI have to cancel on Monday.\r\n",
        )


def test_its_state_is_gone_unless_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    temporary = tmp_path / "t"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    for keep in (False, True):
        screen = io.StringIO()
        out = Console(file=screen, width=100)
        asyncio.run(run_demo(folder=tmp_path / "d", stay=False, out=out, keep=keep))
        left = [f for f in temporary.iterdir() if f.name.startswith("gateway-demo-")]
        assert [str(f) in screen.getvalue() for f in left] == [True] * keep
