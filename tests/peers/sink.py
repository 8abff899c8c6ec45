"""A small SMTP and LMTP server that keeps what it takes and misbehaves on request.

It shares no code with gateway/wire/: what one gets wrong the other must not forgive.
"""

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

CUT = b""
KEYWORDS = ("PIPELINING", "SIZE 70000000", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES")


@dataclass(frozen=True, kw_only=True)
class Script:
    """How one connection goes.

    answers   what is answered instead, for "greeting", a verb ("MAIL"), a verb and address
              ("RCPT ann@x.example"), the end of data ("END", LMTP: "END ann@x.example");
              CUT hangs up without an answer
    after     hang up after the answer to this
    held      wait for this event before answering
    """

    keywords: tuple[str, ...] = KEYWORDS
    answers: Mapping[str, bytes] = field(default_factory=dict)
    after: str = ""
    held: Mapping[str, asyncio.Event] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One message that the sink took charge of, for these recipients."""

    mail_from: str
    rcpt_to: tuple[str, ...]
    raw: bytes
    tls: bool


@dataclass
class Sink:
    """A running sink. scripts: for the next connections, in turn; then `usual`.

    commands     every command line of all connections, in order
    ahead        for each of them: was more sent before it was answered?
    asked        which held answers were due, in order
    connections  how many there were
    """

    lmtp: bool = False
    tls: ssl.SSLContext | None = None
    implicit: bool = False
    usual: Script = field(default_factory=Script)
    port: int = 0
    scripts: deque[Script] = field(default_factory=deque)
    taken: list[Taken] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    ahead: list[bool] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    connections: int = 0
    gone: int = 0
    _open: dict[asyncio.Task[None], asyncio.StreamWriter] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        script = self.scripts.popleft() if self.scripts else self.usual
        transport, task = writer.transport, asyncio.current_task()
        assert task is not None
        self._open[task] = writer
        try:
            await _Connection(self, script, reader, writer).run()
        except (ConnectionError, EOFError, ssl.SSLError, asyncio.CancelledError):
            pass
        finally:
            del self._open[task]
            for each in (writer.transport, transport):
                if each is not None:
                    each.abort()
            self.gone += 1
            self._changed.set()

    async def until(self, seen: Callable[[], bool]) -> None:
        """Wait until this holds; looked at again whenever a message was taken."""
        while not seen():
            self._changed.clear()
            await self._changed.wait()

    async def until_asked(self, name: str) -> None:
        """Wait until a held answer is due: "greeting", a verb, or the end of data ("END")."""
        while name not in self.asked:
            self._changed.clear()
            await self._changed.wait()

    async def all_gone(self) -> None:
        """Wait until every connection has ended."""
        while self.gone < self.connections:
            self._changed.clear()
            await self._changed.wait()

    async def arrived(self, count: int) -> None:
        """Wait until so many messages were taken."""
        while len(self.taken) < count:
            self._changed.clear()
            await self._changed.wait()

    def cut_all(self) -> None:
        """Hang up on everybody."""
        for writer in self._open.values():
            writer.close()

    def end_all(self) -> None:
        """The same, wherever they are: in the middle of a handshake close() is not heard."""
        for task in self._open:
            task.cancel()

    def verbs(self) -> list[str]:
        return [line.partition(" ")[0] for line in self.commands]


@asynccontextmanager
async def sink(**settings: object) -> AsyncIterator[Sink]:
    """A sink on a free port of 127.0.0.1, until the block ends; settings: fields of Sink."""
    it = Sink(**settings)  # type: ignore[arg-type]
    tls = it.tls if it.implicit else None
    server = await asyncio.start_server(it.serve, "127.0.0.1", 0, ssl=tls)
    it.port = server.sockets[0].getsockname()[1]
    try:
        yield it
    finally:
        server.close()
        it.end_all()
        await it.all_gone()
        await server.wait_closed()


class _Connection:
    def __init__(
        self,
        sink: Sink,
        script: Script,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.sink, self.script, self.reader, self.writer = sink, script, reader, writer
        self.buffer = b""
        self.secure = sink.implicit
        self.mail_from: str | None = None
        self.rcpt_to: list[str] = []

    async def run(self) -> None:
        await self.answer("greeting", b"220 sink.example ESMTP\r\n")
        while True:
            line = await self.line()
            if not line.endswith(b"\r\n") or len(line) > 1_000:
                await self.put(b"500 5.5.2 bad line\r\n")
                continue
            text = line[:-2].decode()
            self.sink.commands.append(text)
            self.sink.ahead.append(bool(self.buffer))
            verb, _, rest = text.partition(" ")
            handler = getattr(self, f"on_{verb.lower()}", None)
            if handler is None:
                await self.put(b"500 5.5.1 what?\r\n")
            else:
                await handler(verb, rest)
            if verb == "QUIT":
                return

    # ---- the verbs

    async def on_ehlo(self, verb: str, rest: str) -> None:
        keywords = list(self.script.keywords)
        if self.sink.tls and not self.secure:
            keywords.append("STARTTLS")
        lines = ["sink.example", *keywords]
        marks = ["-"] * (len(lines) - 1) + [" "]
        whole = "".join(f"250{m}{x}\r\n" for m, x in zip(marks, lines, strict=True))
        await self.answer(verb, whole.encode())

    on_lhlo = on_ehlo

    async def on_helo(self, verb: str, rest: str) -> None:
        await self.answer(verb, b"250 sink.example\r\n")

    async def on_starttls(self, verb: str, rest: str) -> None:
        assert self.sink.tls is not None
        sent = await self.answer(verb, b"220 2.0.0 go ahead\r\n")
        if sent.startswith(b"220"):
            self.buffer = b""
            await self.writer.start_tls(self.sink.tls)
            self.secure = True

    async def on_auth(self, verb: str, rest: str) -> None:
        if rest == "LOGIN":
            for prompt in (b"334 VXNlcm5hbWU6\r\n", b"334 UGFzc3dvcmQ6\r\n"):
                await self.put(prompt)
                self.sink.commands.append((await self.line())[:-2].decode())
                self.sink.ahead.append(bool(self.buffer))
        await self.answer(verb, b"235 2.7.0 welcome\r\n")

    async def on_rset(self, verb: str, rest: str) -> None:
        self.mail_from, self.rcpt_to = None, []
        await self.answer(verb, b"250 2.0.0 forgotten\r\n")

    async def on_quit(self, verb: str, rest: str) -> None:
        await self.answer(verb, b"221 2.0.0 bye\r\n")

    async def on_mail(self, verb: str, rest: str) -> None:
        if self.mail_from is not None:
            await self.put(b"503 5.5.1 nested MAIL\r\n")
            return
        sent = await self.answer(verb, b"250 2.1.0 ok\r\n")
        if sent.startswith(b"250"):
            self.mail_from = rest.removeprefix("FROM:")

    async def on_rcpt(self, verb: str, rest: str) -> None:
        path = rest.removeprefix("TO:")
        if self.mail_from is None:
            await self.put(b"503 5.5.1 MAIL first\r\n")
            return
        sent = await self.answer(f"{verb} {_address(path)}", b"250 2.1.5 ok\r\n")
        if sent.startswith(b"250"):
            self.rcpt_to.append(path)

    async def on_data(self, verb: str, rest: str) -> None:
        usual = b"354 go on\r\n" if self.rcpt_to else b"503 5.5.1 RCPT first\r\n"
        sent = await self.answer(verb, usual)
        if not sent.startswith(b"354"):
            return
        raw = await self.message()
        if self.sink.lmtp:
            answers = [(f"END {_address(path)}", path) for path in self.rcpt_to]
            for name, path in answers:
                sent = await self.answer(name, b"250 2.0.0 in the mailbox\r\n")
                self.keep((path,), raw, sent)
        else:
            sent = await self.answer("END", b"250 2.0.0 taken\r\n")
            self.keep(tuple(self.rcpt_to), raw, sent)
        self.mail_from, self.rcpt_to = None, []

    # ---- inside

    def keep(self, paths: tuple[str, ...], raw: bytes, sent: bytes) -> None:
        if sent.startswith(b"250") and paths:
            assert self.mail_from is not None
            self.sink.taken.append(
                Taken(mail_from=self.mail_from, rcpt_to=paths, raw=raw, tls=self.secure)
            )
            self.sink._changed.set()

    async def answer(self, name: str, usual: bytes) -> bytes:
        verb = name.partition(" ")[0]
        script = self.script
        for key in (name, verb):
            if key in script.held:
                self.sink.asked.append(key)
                self.sink._changed.set()
                await script.held[key].wait()
        said = script.answers.get(name, script.answers.get(verb, usual))
        if said == CUT:
            raise EOFError
        await self.put(said)
        if script.after in (name, verb):
            raise EOFError
        return said

    async def put(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def more(self) -> None:
        data = await self.reader.read(1 << 20)
        if not data:
            raise EOFError
        self.buffer += data

    async def line(self) -> bytes:
        while b"\n" not in self.buffer:
            await self.more()
        line, end, self.buffer = self.buffer.partition(b"\n")
        return line + end

    async def message(self) -> bytes:
        """Up to the line with one dot; the dots doubled before other lines undone."""
        while (end := (b"\r\n" + self.buffer).find(b"\r\n.\r\n")) < 0:
            await self.more()
        lines, self.buffer = self.buffer[:end].split(b"\r\n"), self.buffer[end + 3 :]
        return b"\r\n".join(line.removeprefix(b".") for line in lines)


def _address(path: str) -> str:
    """The address in "<ann@x.example> SIZE=3"."""
    return path[1:].partition(">")[0]
