"""The load: SMTP or LMTP sessions that send numbered messages, and the notes they take."""

import asyncio
import base64
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

THERAPIST = "dana@clinic.example"
CLIENTS = "client.example"
PLACE = "@@TOKEN@@"
LINE = "We talked about the walk by the river; I went twice and slept better after it.\r\n"
PLAIN = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
PATIENCE_S = 60.0


class Broken(Exception):
    """A server did not speak as it must; the run is worth nothing."""


@dataclass(frozen=True, slots=True)
class Load:
    """What is sent in one run.

    sessions          connections at the same time
    attachment_bytes  of a file that goes along in base64; 0 for text alone
    per_s             messages are due at this rate; 0: the next one after each answer
    """

    messages: int
    sessions: int
    attachment_bytes: int = 0
    per_s: float = 0.0
    text_bytes: int = 4096


@dataclass(frozen=True, slots=True)
class Mail:
    """One message, the same for all numbers but for its token.

    pieces  the bytes around the places of the token; no line begins with a dot
    secret  a line of it that must not be seen when it is sealed
    """

    pieces: tuple[bytes, ...]
    secret: bytes


@dataclass(slots=True)
class Sent:
    """By the number of a message, in seconds of the monotonic clock.

    ended    its final dot was handed over
    taken    the answer 250 came
    refused  how often each other answer came
    """

    ended: dict[int, float] = field(default_factory=dict)
    taken: dict[int, float] = field(default_factory=dict)
    refused: Counter[str] = field(default_factory=Counter)


def token(run: str, number: int) -> str:
    """The word by which a message is known again wherever it turns up."""
    return f"bench-{run}-{number:07d}"


def mail_for(load: Load) -> Mail:
    """The message of a load: text to its size, and the attachment when there is one."""
    head = (
        f"From: A client <{PLACE}@{CLIENTS}>\r\nTo: <{THERAPIST}>\r\nSubject: note {PLACE}\r\n"
        f"Date: {format_datetime(datetime.now(UTC))}\r\nMessage-ID: <{PLACE}@{CLIENTS}>\r\n"
        "MIME-Version: 1.0\r\n"
    )
    words = f"Hello Dana,\r\n\r\nthank you for the session on Tuesday. ({PLACE})\r\n"
    words += LINE * ((load.text_bytes - len(head + PLAIN + words)) // len(LINE))
    secret = LINE
    if load.attachment_bytes:
        letters = base64.encodebytes(random.Random(1).randbytes(load.attachment_bytes))
        rows = letters.decode().split("\n")
        secret = rows[5]
        kind = 'Content-Type: multipart/mixed; boundary="cut"\r\n\r\n'
        file = (
            '\r\n--cut\r\nContent-Type: application/pdf; name="homework.pdf"\r\n'
            'Content-Disposition: attachment; filename="homework.pdf"\r\n'
            "Content-Transfer-Encoding: base64\r\n\r\n"
        )
        whole = f"{head}{kind}--cut\r\n{PLAIN}{words}{file}" + "\r\n".join(rows) + "--cut--\r\n"
    else:
        whole = head + PLAIN + words
    return Mail(tuple(whole.encode().split(PLACE.encode())), secret.encode())


async def drive(port: int, load: Load, run: str, *, lmtp: bool) -> Sent:
    """Send the whole load to 127.0.0.1. Errors: Broken."""
    sender = _Sender(load, run)
    try:
        await asyncio.gather(*(sender.session(port, lmtp) for _ in range(load.sessions)))
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        raise Broken(f"port {port}: {type(error).__name__}") from error
    return sender.sent


class _Sender:
    """The sessions of one run; each takes the next number that nobody has."""

    def __init__(self, load: Load, run: str) -> None:
        self.sent = Sent()
        self._run = run
        self._pieces = mail_for(load).pieces
        self._numbers = iter(range(load.messages))
        self._gap_s = 1 / load.per_s if load.per_s else 0.0
        self._start = time.monotonic()

    async def session(self, port: int, lmtp: bool) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        line = _Line(reader, writer)
        try:
            await line.expect("220")
            await line.ask(f"{'LHLO' if lmtp else 'EHLO'} bench.example", "250")
            for number in self._numbers:
                wait = self._start + number * self._gap_s - time.monotonic()
                if wait > 0:
                    await asyncio.sleep(wait)
                await self._message(line, number)
            await line.ask("QUIT", "221")
        finally:
            writer.close()

    async def _message(self, line: "_Line", number: int) -> None:
        name = token(self._run, number)
        await line.ask(f"MAIL FROM:<{name}@{CLIENTS}>", "250")
        await line.ask(f"RCPT TO:<{THERAPIST}>", "250")
        await line.ask("DATA", "354")
        line.writer.write(name.encode().join(self._pieces) + b".\r\n")
        self.sent.ended[number] = time.monotonic()
        answer = await line.answer()
        if answer.startswith("250"):
            self.sent.taken[number] = time.monotonic()
        else:
            self.sent.refused[answer] += 1


@dataclass(slots=True)
class _Line:
    """A connection, command by command."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def ask(self, command: str, code: str) -> None:
        self.writer.write(command.encode() + b"\r\n")
        await self.expect(code)

    async def expect(self, code: str) -> None:
        answer = await self.answer()
        if not answer.startswith(code):
            raise Broken(f"wanted {code}, heard: {answer}")

    async def answer(self) -> str:
        """The last line of an answer."""
        async with asyncio.timeout(PATIENCE_S):
            while (line := await self.reader.readuntil(b"\n"))[3:4] == b"-":
                pass
        return line.decode("ascii", "replace").strip()
