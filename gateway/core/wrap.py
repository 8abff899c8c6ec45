"""The text of a reply as blocks, and blocks flowed to the width of a mail.

A line that begins with two spaces stays as it is (numbers stand so, each on its own
line), unless it goes on with an item: one that begins with "- " and hangs. All others
are joined and flowed. No telephone number is ever torn, and no line ends at a U+00A0.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

WIDTH = 76
# No such character can stand in a text of ours, so it may hold a space's place.
HELD = "\x00"
NO_BREAK = "\u00a0"
SPACES = re.compile(rf"[^\S{NO_BREAK}]+")
# One that holds nothing together is a space like any other.
LOOSE = re.compile(rf"(?<!\S){NO_BREAK}|{NO_BREAK}(?!\S)")
# "0808 808 8000", "+1 (416) 555-0100": one piece, spaces included.
NUMBER = re.compile(r"[+(]?\d[\d()./-]*(?: [(]?\d[\d()./-]*)+")
# French sets a space before these signs and within its quotation marks; a line that began
# with "- " would read as an item.
SIGNS = re.compile(r" (?=[?!:;»]+(?: |$)|- )|(?<=«) ")
# U+2066 LEFT-TO-RIGHT ISOLATE, U+2069 POP DIRECTIONAL ISOLATE (UAX #9 §2.4).
ISOLATE, RELEASE = "\u2066", "\u2069"
GAP = re.compile(r"(\n{2,})")
# A number that goes on to either side is another one, or no telephone number at all: a date,
# a time, a sum, an address. Letters beyond Latin may touch it, as Hebrew prefixes do.
LATIN = "A-Za-z\u00c0-\u024f"
BEFORE = rf"(?<![\d_+*#@/.,:$€£{LATIN}{ISOLATE}])(?<![\d{LATIN}]-)(?<!\d )(?<!\d[)] )(?<![$€£] )"
AFTER = rf"(?![\d_*#@{LATIN}]|[-./,:][\d{LATIN}]|[ {NO_BREAK}]\d|[ {NO_BREAK}]?[$€£%])"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a reply.

    kind   "paragraph" and "item" flow; "line" stays as it is
    text   words with one space (or U+00A0) between; of an item without its "- ", of a line with
           its indent
    apart  an empty line stands before it
    """

    kind: Literal["paragraph", "item", "line"]
    text: str
    apart: bool = False


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text; the same for what `flowed` makes of it, but for U+00A0."""
    found: list[Block] = []
    paragraph, apart = "", False

    def end_paragraph() -> None:
        nonlocal paragraph, apart
        if paragraph.startswith("- "):
            found.append(Block("item", paragraph[2:], apart and bool(found)))
        elif paragraph:
            found.append(Block("paragraph", paragraph, apart and bool(found)))
        paragraph, apart = "", apart and not paragraph

    for line in [*text.replace(HELD, " ").splitlines(), ""]:
        stays = line.startswith("  ") and not paragraph.startswith("- ")
        if not line.strip():
            end_paragraph()
            apart = True
        elif stays:
            end_paragraph()
            found.append(Block("line", line.rstrip(), apart and bool(found)))
            apart = False
        else:
            if line.rstrip().startswith("- "):
                end_paragraph()
            words = SPACES.split(LOOSE.sub(" ", line).strip())
            paragraph = " ".join([*filter(None, [paragraph]), *words])
    return tuple(found)


def flowed(text: str) -> str:
    """The text as `laid_out` sets its blocks."""
    return laid_out(blocks(text))


def laid_out(pieces: Iterable[Block]) -> str:
    """Lines of at most 76 columns; a longer word keeps a line to itself.

    U+00A0 has done its work and becomes a space, so that plain English stays in 7 bits.
    No two empty lines in a row, none at the ends, no spaces at line ends, one newline last.
    """
    lines: list[str] = []
    for block in pieces:
        lines.extend([""] if block.apart else [])
        match block.kind:
            case "paragraph":
                lines.extend(filled(block.text))
            case "item":
                lines.extend(filled(f"-{HELD}{block.text}", hanging="  "))
            case "line":
                lines.append(block.text.replace(NO_BREAK, " "))
    return "\n".join(lines) + "\n"


def filled(paragraph: str, *, hanging: str = "") -> list[str]:
    """Lines of at most 76 columns, none broken inside a number or at HELD or U+00A0.

    hanging  stands before all lines but the first
    """
    lines: list[str] = []
    whole = NUMBER.sub(lambda number: number[0].replace(" ", HELD), paragraph)
    for word in SPACES.split(SIGNS.sub(HELD, whole)):
        if lines and len(lines[-1]) + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
        else:
            lines.append(f"{hanging}{word}" if lines else word)
    return [line.replace(HELD, " ").replace(NO_BREAK, " ") for line in lines]


def numbers_in(text: str, shown: Iterable[str]) -> Iterator[re.Match[str]]:
    """Where these telephone numbers stand in a text, each whole and in one piece.

    What stands inside of an address on the web is none.
    """
    pattern = _pattern(tuple(shown))
    return (found for found in pattern.finditer(text) if found[1]) if pattern else iter(())


@lru_cache(maxsize=64)
def _pattern(shown: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted(filter(None, set(shown)), key=len, reverse=True)
    numbers = "|".join(map(re.escape, longest_first))
    return re.compile(rf"https?://\S+|{BEFORE}({numbers}){AFTER}") if numbers else None


def isolate(text: str, shown: Sequence[str]) -> str:
    """The text with these numbers kept left to right in what is written right to left.

    A paragraph with no letters of its own has the direction of the one before.
    Sources: UAX #9 §2.4, §3.3.2.
    """
    if text.isascii():
        return text
    pieces, turned = [], False
    for paragraph in GAP.split(text):
        kinds = {unicodedata.bidirectional(char) for char in paragraph}
        turned = bool(kinds & {"R", "AL"}) or (turned and "L" not in kinds)
        pieces.append(_isolated(paragraph, shown) if turned else paragraph)
    return "".join(pieces)


def _isolated(paragraph: str, shown: Sequence[str]) -> str:
    pieces, end = [], 0
    for number in numbers_in(paragraph, shown):
        pieces += [paragraph[end : number.start()], ISOLATE, number[0], RELEASE]
        end = number.end()
    return "".join([*pieces, paragraph[end:]])
