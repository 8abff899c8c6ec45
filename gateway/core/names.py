"""Parameters of Content-* fields (RFC 2045 §5.1, RFC 2231), and names that are safe to show."""

import re
from dataclasses import dataclass, field
from unicodedata import normalize
from urllib.parse import unquote_to_bytes

from gateway.core.charset import decode, decode_words
from gateway.core.header import without_controls

MOST_PARAMETERS = 100
NAME_BYTES = 200
SUFFIX_BYTES = 20

# Up to the next ";" that stands outside of quotes. Possessive, so linear.
PIECE = re.compile(r'(?:[^;"]++|"(?:[^"\\]++|\\.)*+(?:"|\\?\Z))*+')
QUOTED = re.compile(r'"((?:[^"\\]++|\\.)*+)')
ESCAPED = re.compile(r'\\(["\\])')
SECTION = re.compile(r"([^*]+)\*(?:(\d{1,3})(\*?))?")
# A value that all mail programs read alike.
CLEAR = re.compile(r'[ \t]*+(?:"[^"\\]*+"|[^\s"\\(),<>@\[\]]++)[ \t]*+')
DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


@dataclass(slots=True)
class Parameters:
    """A field value such as "text/plain; charset=utf-8".

    word      what stands before the first ";", comments taken off, lower case
    plain     parameters by lower-case name, the first of each
    extended  those that came in RFC 2231 form, put together and decoded
    unclear   names that came twice with different values, or in a form read in several ways
    over      there were more than the limit
    """

    word: str = ""
    plain: dict[str, str] = field(default_factory=dict)
    extended: dict[str, str] = field(default_factory=dict)
    unclear: set[str] = field(default_factory=set)
    over: bool = False

    def get(self, name: str) -> str:
        return self.extended.get(name) or self.plain.get(name, "")


def parameters(value: str) -> Parameters:
    """The parameters of a field value; linear in its length, never raises."""
    bare = without_comments(value)
    found = _parameters(bare)
    if bare != value:
        # A comment may hide a ";" from us or from others.
        other = _parameters(value)
        names = (set(found.plain) | set(other.plain)) - {"name", "filename"}
        found.unclear |= {n for n in names if found.plain.get(n) != other.plain.get(n)}
        for name in ("name", "filename"):
            if name in other.plain:
                found.plain[name] = other.plain[name]
    return found


def _parameters(value: str) -> Parameters:
    found = Parameters()
    sections: dict[str, dict[int, tuple[bool, str]]] = {}
    at, count = 0, 0
    while at <= len(value):
        piece = PIECE.match(value, at)
        end = piece.end() if piece else len(value)
        if at == 0:
            found.word = value[:end].strip().lower()
        else:
            count += 1
            _add(found, sections, value[at:end])
        if count >= MOST_PARAMETERS:
            found.over = end < len(value)
            break
        at = end + 1
    for name, pieces in sections.items():
        found.extended[name] = _joined(pieces)
        if name in found.plain and found.plain[name] != found.extended[name]:
            found.unclear.add(name)
    return found


def _add(found: Parameters, sections: dict[str, dict[int, tuple[bool, str]]], piece: str) -> None:
    name, equals, value = piece.partition("=")
    name = name.strip().lower()
    if not equals or not name:
        return
    section = SECTION.fullmatch(name)
    text = _unquoted(value)
    if section:
        base, number, star = section[1], section[2], section[3]
        pieces = sections.setdefault(base, {})
        if int(number or 0) in pieces:
            found.unclear.add(base)
        pieces.setdefault(int(number or 0), (number is None or bool(star), text))
        return
    if name in found.plain:
        if found.plain[name] != text:
            found.unclear.add(name)
        return
    found.plain[name] = text
    if not CLEAR.fullmatch(value):
        found.unclear.add(name)


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = QUOTED.match(value)
    if quoted:
        return ESCAPED.sub(r"\1", quoted[1])
    return value


def _joined(pieces: dict[int, tuple[bool, str]]) -> str:
    """RFC 2231 §3 and §4: numbered sections up to the first gap, percent signs decoded."""
    label, parts = "", []
    for number in range(len(pieces)):
        if number not in pieces:
            break
        encoded, text = pieces[number]
        if encoded and number == 0 and text.count("'") >= 2:
            label, _, text = text.split("'", 2)
        raw = text.encode("utf-8", "replace")
        parts.append(unquote_to_bytes(raw) if encoded else raw)
    return decode(b"".join(parts), label)[0]


def without_comments(value: str) -> str:
    """A structured value without its (nested (comments)); quoted text stays as it is."""
    if "(" not in value:
        return value
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for char in value:
        if not depth:
            kept.append(char)
        if escaped:
            escaped = False
        elif char == "\\" and (quoted or depth):
            escaped = True
        elif char == '"' and not depth:
            quoted = not quoted
        elif not quoted and char == "(":
            if not depth:
                kept[-1] = " "
            depth += 1
        elif not quoted and char == ")" and depth:
            depth -= 1
    return "".join(kept)


def file_name(disposition: Parameters | None, kind: Parameters | None) -> tuple[str, bool]:
    """(the safe name of a part, "" when none; whether its fields agree on it)."""
    given = []
    for found, key in ((disposition, "filename"), (kind, "name")):
        if found:
            given += [found.extended.get(key, ""), decode_words(found.plain.get(key, ""))]
    safe = [name for name in (safe_name(text) for text in given if text) if name]
    return (safe[0] if safe else "", len(set(safe)) <= 1)


def has_name(found: Parameters | None) -> bool:
    """It names a file, be the name empty or not fit to be shown."""
    return found is not None and any(
        key in where for key in ("filename", "name") for where in (found.plain, found.extended)
    )


def safe_name(name: str) -> str:
    """A file name to show and to save under: one path step, NFC, no controls, <= 200 bytes."""
    name = normalize("NFC", without_controls(name).replace("\ufffd", "_"))
    name = name.replace("\\", "/").rpartition("/")[2].replace(":", "_")
    name = _shortened(" ".join(name.split()).strip(". "))
    return f"_{name}" if name.startswith("-") or DEVICE.match(name) else name


def _shortened(name: str) -> str:
    """At most NAME_BYTES with room for a leading "_", its suffix kept."""
    room = NAME_BYTES - 1
    if len(name.encode()) <= room:
        return name
    stem, dot, suffix = name.rpartition(".")
    tail = (dot + suffix).encode()
    if not stem or len(tail) > SUFFIX_BYTES:
        stem, tail = name, b""
    kept = stem.encode()[: room - len(tail)].decode("utf-8", "ignore")
    return (kept.rstrip(". ") + tail.decode()).strip(". ")
