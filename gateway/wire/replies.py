"""Replies of the other server: read off the wire, and what they mean for a message.

The texts of a server are a stranger's words, and may quote a client's: only its code and
enhanced status ever leave this file.
"""

import re
from typing import NamedTuple

from gateway.errors import EdgeError, GiveUp, NeedsHuman, TryLater

# RFC 5321 §4.5.3.1.5 allows 512 octets a line; real servers write more.
LINE_AT_MOST = 2_048
LINES_AT_MOST = 100

_LINE = re.compile(rb"([2-5][0-9]{2})(?:([ -])(?:([245]\.[0-9]{1,3}\.[0-9]{1,3})(?= |$))?(.*))?")

SERVICE_ENDS = 421
EXCEEDED_STORAGE = 552
MAILBOX_FULL = "5.2.2"
# RFC 4954 §6, RFC 3207 §4: the server wants a log-in, another one, or TLS.
LOGIN_OR_TLS = frozenset({530, 534, 535, 538})


class Reply(NamedTuple):
    """One whole reply. status: enhanced code of its last line, "" for none; texts: its lines."""

    code: int
    status: str
    texts: tuple[bytes, ...]

    @property
    def good(self) -> bool:
        return self.code < 300

    @property
    def number(self) -> str:
        """ "550 5.1.1": all that others may read of it."""
        return f"{self.code} {self.status}".rstrip()


class BadReply(Exception):
    """What came is not a reply (RFC 5321 §4.2), or too long for one."""


class Lost(TryLater):
    """The connection is over, before the message itself was on its way.

    replies  those that still came
    """

    def __init__(self, public: str, replies: tuple[Reply, ...] = (), *, detail: str = "") -> None:
        super().__init__(public, detail=detail)
        self.replies = replies


class ReplyReader:
    """Bytes in, in whatever pieces they come; whole replies out."""

    def __init__(self) -> None:
        self._rest = b""
        self._code = b""
        self._texts: list[bytes] = []

    def feed(self, data: bytes) -> list[Reply]:
        """Errors: BadReply."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LINE_AT_MOST:
            raise BadReply("a line without end")
        replies = (self._line(line) for line in lines)
        return [reply for reply in replies if reply is not None]

    def _line(self, line: bytes) -> Reply | None:
        found = _LINE.fullmatch(line.removesuffix(b"\r")) if len(line) <= LINE_AT_MOST else None
        if found is None:
            raise BadReply("not a reply line")
        code, mark, status, text = found.groups(b"")
        if self._code and self._code != code:
            raise BadReply("one reply with two codes")
        self._texts.append(text)
        if mark == b"-":
            if len(self._texts) >= LINES_AT_MOST:
                raise BadReply("a reply without end")
            self._code = code
            return None
        reply = Reply(int(code), status.decode("ascii"), tuple(self._texts))
        self._code, self._texts = b"", []
        return reply


def trouble(reply: Reply, who: str) -> EdgeError:
    """The error that a refusing reply stands for; who: "the mailbox server".

    4yz and what makes no sense: time may heal it. 5yz: refused for good, but a full
    mailbox is emptied one day, and a bare 552 means "too many recipients at once".
    Sources: RFC 5321 §4.2.1, §4.5.3.1.10; RFC 3463 §3.3 (X.2.2).
    """
    words = f"{who} answered {reply.number}"
    if reply.code in LOGIN_OR_TLS:
        return NeedsHuman(words)
    full = reply.status == MAILBOX_FULL or (reply.code == EXCEEDED_STORAGE and not reply.status)
    if reply.code < 500 or full:
        return TryLater(words)
    return GiveUp(words)
