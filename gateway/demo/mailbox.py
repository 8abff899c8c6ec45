"""The demo's own ends of the road: a client who sends by SMTP, and the therapist's mailbox."""

import smtplib
from pathlib import Path

HOST = "127.0.0.1"
TIMEOUT_S = 10.0


def send(port: int, *, sender: str, to: str, raw: bytes) -> str:
    """Hand one mail to the gateway's door; the id that it was kept under.

    Blocks. Errors: OSError; smtplib.SMTPException, whose text is the door's own answer.
    """
    with smtplib.SMTP(HOST, port, local_hostname="client.example", timeout=TIMEOUT_S) as smtp:
        smtp.ehlo()
        _good(smtp.mail(sender, ["BODY=8BITMIME"]))
        _good(smtp.rcpt(to))
        return _good(smtp.data(raw)).rpartition(" ")[2]


def _good(answer: tuple[int, bytes]) -> str:
    code, words = answer
    if code != 250:
        raise smtplib.SMTPResponseException(code, words)
    return words.decode("ascii", "replace")


class Mailbox:
    """A Maildir, read file by file as they come in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: set[Path] = set()

    def arrived(self) -> tuple[bytes, ...]:
        """The messages that were not there at the last call, the oldest first."""
        fresh = set(self._path.rglob("new/*")) - self._known
        self._known |= fresh
        return tuple(f.read_bytes() for f in sorted(fresh, key=lambda f: f.stat().st_mtime_ns))
