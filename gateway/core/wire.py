"""Header lines and texts in the forms that mail allows: folding, encoded words, 7 bits."""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Iterator, Sequence

LINE_AT_MOST = 998
WIDTH = 76
DECEIVING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Letters' own in some scripts, unlike all other format characters.
JOINERS = "\u200c\u200d"
# Octets of UTF-8 in one encoded word: in base64, the field's name still fits before it.
WORD_OCTETS = 36
ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
# Pieces of a body line that a soft line break may not tear, large ones first, since some
# scripts write whole sentences without a space: words, and those that a telephone number runs
# through; what is ASCII in them, as an element of HTML around a number; numbers.
PIECES = (
    re.compile(r"[^ ]+(?:(?<=[\d)]) (?=[\d(])[^ ]+)* ?| "),
    re.compile(r"[!-~]+(?:(?<=[\d)]) (?=[\d(])[!-~]+)*|.", re.DOTALL),
    re.compile(r"[+*#(]?\d[\d()./-]*(?: [\d(][\d()./-]*)*#?|.", re.DOTALL),
)


def header_line(name: str, value: str, *, folded: bool = False) -> str:
    """One field with its CRLF.

    folded  value may hold folds (CRLF and one space) that we made ourselves
    Errors: ValueError for a character that could end the field or deceive its reader.
    """
    for line in value.split("\r\n ") if folded else (value,):
        if not is_harmless(line):
            raise ValueError(f"{name}: a character that must not stand in a header")
    text = f"{name}: {value}"
    if any(len(line.encode("utf-8")) > LINE_AT_MOST for line in text.split("\r\n")):
        raise ValueError(f"{name}: longer than a line may be")
    return text + "\r\n"


def is_harmless(text: str) -> bool:
    """No control, no line end of any kind, nothing that turns the direction or is invisible."""
    return all(c in JOINERS or unicodedata.category(c) not in DECEIVING for c in text)


def fits_seven_bits(line: str) -> bool:
    """May this body line go out as it stands (RFC 2045 §2.7)?"""
    return len(line) <= LINE_AT_MOST and line.isascii() and line.replace("\t", " ").isprintable()


def phrase(name: str) -> str:
    """A display name as it may stand before <address> (RFC 5322 §3.2.5, RFC 2047 §5).

    Errors: ValueError for a character that must not be hidden in it.
    """
    if not is_harmless(name):
        raise ValueError("a character that must not stand in a header")
    if not name.isascii() or "=?" in name:
        return encoded_text(name)
    if ATOMS.fullmatch(name):
        return name.strip()
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def encoded_text(text: str) -> str:
    """Unstructured text for a header: as it is in ASCII, else encoded words (RFC 2047 §2, §5).

    Words are folded, lines at most 76 characters long, and never cut a character in two.
    Errors: ValueError for a character that must not be hidden in them.
    """
    if not is_harmless(text):
        raise ValueError("a character that must not stand in a header")
    if text.isascii() and "=?" not in text:
        return text
    words, word = [], b""
    for char in text:
        octets = char.encode("utf-8")
        if len(word) + len(octets) > WORD_OCTETS:
            words.append(word)
            word = b""
        word += octets
    words.append(word)
    return "\r\n ".join(f"=?utf-8?B?{b64encode(w).decode('ascii')}?=" for w in words)


def printable_text(lines: Sequence[str]) -> str:
    """Lines in quoted-printable (RFC 2045 §6.7), CRLF between them.

    A soft line break stands between words and never inside a telephone number, so that a
    number reads the same on the wire. A single longer word is cut between its letters.
    """
    return "\r\n".join(_printable_line(line) for line in lines)


def _printable_line(line: str) -> str:
    rows, row = [], ""
    for part in _parts(line.removesuffix(" ")):
        if row and len(row) + len(part) >= WIDTH:
            rows.append(row)
            row = ""
        row += part
    if line.endswith(" "):  # at the end of a line it would be lost (RFC 2045 §6.7, rule 3)
        rows, row = ([*rows, row], "=20") if len(row) + 3 > WIDTH else (rows, f"{row}=20")
    return "=\r\n".join([*rows, row])


def _parts(text: str, pieces: Sequence[re.Pattern[str]] = PIECES) -> Iterator[str]:
    """The text in quoted-printable, in parts that each fit into a row."""
    for piece in pieces[0].findall(text):
        whole = "".join(map(_octet, piece.encode("utf-8")))
        if len(whole) < WIDTH:
            yield whole
        elif len(pieces) > 1:
            yield from _parts(piece, pieces[1:])
        else:
            yield from map(_octet, piece.encode("utf-8"))


def _octet(octet: int) -> str:
    plain = 32 <= octet <= 126 and octet != 61
    return chr(octet) if plain else f"={octet:02X}"
