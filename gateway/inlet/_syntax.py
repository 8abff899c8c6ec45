"""How MAIL and RCPT are written (RFC 5321 §4.1.1), and what is said of what is not taken."""

import re
from typing import Any

PATH = re.compile(r'(FROM|TO):\s*<((?:"(?:[^"\\]|\\.)*"|[^<>"\s])*)>\s*(.*)', re.I | re.S)


def bad_address(text: str, utf8: bool) -> str:
    """The refusal of what cannot be an address."""
    if not utf8 and not text.isascii():
        return "553 5.6.7 such an address needs SMTPUTF8"
    return "553 5.1.3 not an address"


def mail_parameters(text: str) -> tuple[str, int | None, bool]:
    """(refusal or "", SIZE, SMTPUTF8) of what follows the reverse-path."""
    size: int | None = None
    utf8 = False
    for word in text.split():
        name, _, value = word.upper().partition("=")
        if name == "SIZE" and value.isascii() and value.isdigit() and len(value) <= 20:
            size = int(value)
        elif name == "SMTPUTF8" and not value:
            utf8 = True
        elif name == "BODY" and value in ("7BIT", "8BITMIME"):
            continue
        else:
            return "555 5.5.4 no such parameter", None, False
    return "", size, utf8


def says(status: str) -> Any:
    """A command that is only answered, whatever stands behind it."""

    async def answer(session: Any, _arg: str | None) -> None:
        await session.push(status)

    return answer
