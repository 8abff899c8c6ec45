"""A reply as text and as HTML, with the same words, from the same blocks.

The HTML is read by people in distress, on small screens and by ear: one column, no picture,
nothing remote, no mark that tells who opened it, and complete without its style sheet. It has
no more than the text has, but that numbers and addresses can be tapped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Literal
from unicodedata import bidirectional

from gateway.core.hotline import Line
from gateway.core.wrap import (
    HELD,
    ISOLATE,
    NO_BREAK,
    RELEASE,
    SIGNS,
    WIDTH,
    Block,
    blocks,
    filled,
    isolate,
    laid_out,
    numbers_in,
)

# Languages written right to left, and scripts, for tags that name one (RFC 5646 §2.2.3).
RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "mzn", "ps", "sd", "ug", "ur", "yi")
)
RIGHT_TO_LEFT_SCRIPTS = frozenset(("adlm", "arab", "hebr", "nkoo", "syrc", "thaa"))
BETWEEN_SECTIONS = "* * *"
# What can be dialled as it is shown. "+44 (0)20 ..." cannot, nor what has letters.
DIALLED = re.compile(r"(?!\+.*\(0\))[+*#]?[\d(][\d() .-]*\d#?")
# Shorter ones are also days and hours ("15"), so they are links only in lines of their own.
SHORTEST_IN_PROSE = 3
LINK = re.compile(r"https://[^\s<>\"'«»]*[^\s<>\"'«».,;:!?)\]]")
# Sizes stand at the element, since some mail programs drop the sheet; colours stand in the
# sheet, since those programs then choose both. 4.5:1 and more in both (WCAG 2.2, 1.4.3).
STYLE = """\
:root { color-scheme: light dark; }
body { background-color: #ffffff; color: #1d1d1f; }
a { color: #0a4f9e; text-decoration: underline; }
.n { padding: 0.3em 0; font-weight: 600; white-space: nowrap; }
ul { padding-inline-start: 1.4em; }
li { margin-block: 0.4em; }
dt { margin-block-start: 0.8em; }
dd { margin-block: 0.5em; margin-inline-start: 1.4em; }
hr { margin: 2em 0; }
@media (prefers-color-scheme: dark) {
body { background-color: #1b1b1d; color: #ececee; }
a { color: #9ccbff; }
}"""
BODY_STYLE = (
    "margin: 0 auto; padding: 1em; max-width: 34em;\noverflow-wrap: anywhere;\n"
    "font-family: system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;\n"
    "font-size: 17px; line-height: 1.5"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number that may stand in a reply.

    shown  as it is printed: "1-866-277-3553", "*4141"
    way    what a tap does
    after  beginnings of words; where the same digits serve both ways, this one is meant after
           such a word in the same block. () in any block
    """

    shown: str
    way: Literal["tel", "sms"] = "tel"
    after: tuple[str, ...] = ()

    @property
    def uri(self) -> str:
        """ "tel:988", "sms:741741", "tel:%2A4141": the digits shown and no others, or ""."""
        if not DIALLED.fullmatch(self.shown):
            return ""
        dialled = re.sub(r"[() .-]", "", self.shown)
        return f"{self.way}:{dialled.replace('*', '%2A').replace('#', '%23')}"


@dataclass(frozen=True, slots=True)
class Section:
    """What a reply says in one language.

    language  its tag (RFC 5646)
    numbers   those that may be tapped, others are only text
    opening   the language of its first block, where that is another; "" where it is not
    """

    language: str
    blocks: tuple[Block, ...]
    numbers: tuple[Number, ...] = ()
    opening: str = ""

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        primary, *others = self.language.lower().split("-")
        script = next((tag for tag in others if len(tag) == 4 and tag.isalpha()), "")
        turned = script in RIGHT_TO_LEFT_SCRIPTS if script else primary in RIGHT_TO_LEFT
        return "rtl" if turned else "ltr"


def numbers_of(
    lines: Iterable[Line], phones: Iterable[str] = (), *, texting: Sequence[str]
) -> tuple[Number, ...]:
    """The numbers of crisis lines and the practice's telephones.

    phones   "" is none; texting  how words for sending a text message begin: ("text",)
    """
    lines = tuple(lines)
    called = dict.fromkeys(filter(None, (*(line.phone for line in lines), *phones)))
    texted = dict.fromkeys(line.sms for line in lines if line.sms)
    cue = tuple(word.casefold() for word in texting)
    return (
        *(Number(shown, "sms", cue if shown in called else ()) for shown in texted),
        *(Number(shown) for shown in called),
    )


def section(
    language: str, text: str, numbers: Iterable[Number] = (), *, opening: str = ""
) -> Section:
    """A text of templates, ready for both forms; flowed or not, which keeps U+00A0."""
    bare = text.replace(ISOLATE, "").replace(RELEASE, "")
    return Section(language, blocks(bare), tuple(numbers), opening)


def to_text(sections: Sequence[Section]) -> str:
    """The text/plain form: lines of at most 76 columns, one language below the other."""
    return f"\n{BETWEEN_SECTIONS}\n\n".join(
        isolate(laid_out(part.blocks), [number.shown for number in part.numbers])
        for part in sections
    )


def to_html(sections: Sequence[Section], *, title: str) -> str:
    """The text/html form, a whole document; its lines fit into a mail as they are.

    title  the subject; it must be as neutral
    Sources: WCAG 2.2 AA; RFC 3966 (tel), RFC 5724 (sms); HTML Living Standard.
    """
    first = sections[0]
    lines = [
        "<!doctype html>",
        f"<html {_language(first)}>",
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        *filled(f"<title>{escape(title, quote=False)}</title>"),
        "<style>",
        *STYLE.splitlines(),
        "</style>",
        "</head>",
        *f'<body style="{BODY_STYLE}">'.splitlines(),
    ]
    for number, part in enumerate(sections):
        if len(sections) == 1:
            lines += _blocks(part)
        else:
            lines += ["<hr>"] if number else []
            lines += [f"<section {_language(part)}>", *_blocks(part), "</section>"]
    return "\n".join([*lines, "</body>", "</html>"]) + "\n"


def _language(part: Section) -> str:
    return f'lang="{escape(part.language)}" dir="{part.direction}"'


def _blocks(part: Section) -> Iterator[str]:
    """Items become a list; lines under a paragraph, ways with what they lead to."""
    for kind, members in groupby(_grouped(part.blocks), key=lambda group: group[0]):
        groups = [group for _, group in members]
        if kind == "items":
            yield "<ul>"
            for (item,) in groups:
                yield from _element("li", [item], part)
            yield "</ul>"
        elif kind == "ways":
            yield "<dl>"
            for name, *ways in groups:
                yield from _element("dt", [name], part)
                for way in ways:
                    yield from _element("dd", [way], part)
            yield "</dl>"
        else:
            for group in groups:
                yield from _element("p", group, part)


def _element(tag: str, members: Sequence[Block], part: Section) -> list[str]:
    """These blocks as one element, each on a line of its own; in lines that fit into a mail."""
    start = tag
    if part.opening and members[0] is part.blocks[0]:
        start += f' lang="{escape(part.opening)}"'
    turned = _is_turned(members, part)
    if turned and part.direction == "ltr":
        start += ' dir="rtl"'
    inner = "<br> ".join(_inline(block, part, turned) for block in members)
    return filled(f"<{start.replace(' ', HELD)}>{inner}</{tag}>")


def _is_turned(members: Sequence[Block], part: Section) -> bool:
    """Is this read right to left, as its section is, or by most of its letters?"""
    if part.direction == "rtl" or all(block.text.isascii() for block in members):
        return part.direction == "rtl"
    kinds = Counter(bidirectional(char) for block in members for char in block.text)
    return kinds["R"] + kinds["AL"] > kinds["L"]


Group = tuple[Literal["items", "ways", "text"], list[Block]]


def _grouped(all_blocks: Sequence[Block]) -> list[Group]:
    """An item; a paragraph with the lines directly under it; a run of lines."""
    groups: list[Group] = []
    for block in all_blocks:
        if block.kind == "line" and not block.apart and groups and groups[-1][0] != "items":
            before = groups[-1][1]
            kind: Literal["ways", "text"] = "ways" if before[0].kind == "paragraph" else "text"
            groups[-1] = (kind, [*before, block])
        else:
            groups.append(("items" if block.kind == "item" else "text", [block]))
    return groups


def _inline(block: Block, part: Section, turned: bool) -> str:
    """The words of a block, escaped, with what can be tapped."""
    text = block.text.strip()
    found = [(link.start(), link.end(), _link(link[0], turned)) for link in LINK.finditer(text)]
    for place in numbers_in(text, [number.shown for number in part.numbers]):
        number = _number(place[0], text[: place.start()], block.kind, part.numbers)
        found.append((place.start(), place.end(), _tapped(place[0], number, turned)))
    pieces, end = [], 0
    for start, stop, markup in sorted(found):
        pieces += [_plain(text[end:start]), markup]
        end = stop
    return "".join([*pieces, _plain(text[end:])])


def _number(shown: str, before: str, kind: str, numbers: Sequence[Number]) -> Number | None:
    """What a tap on this number does; None when it is only text."""
    if kind != "line" and len(shown) < SHORTEST_IN_PROSE:
        return None
    words = re.findall(r"\w+", before.casefold())
    fitting = [
        number
        for number in numbers
        if number.shown == shown and number.uri
        if not number.after or any(word.startswith(number.after) for word in words)
    ]
    return min(fitting, key=lambda number: not number.after, default=None)


def _tapped(shown: str, number: Number | None, turned: bool) -> str:
    """The number as markup; held together, so that its line in the mail holds all of it."""
    text, ltr = escape(shown, quote=False), ' dir="ltr"' if turned else ""
    if number:
        text = f'<a class="n"{ltr} href="{number.uri}">{text}</a>'
    return (f"<bdi{ltr}>{text}</bdi>" if turned else text).replace(" ", HELD)


def _link(url: str, turned: bool) -> str:
    """The address as markup; a long one may be in two lines of the mail, between its copies."""
    shown = escape(url)
    link = f'<a{HELD}href="{shown}">{shown}</a>'
    if len(link) > WIDTH:
        link = link.replace('">', '" >')
    return f'<bdi{HELD}dir="ltr">{link}</bdi>' if turned else link


def _plain(text: str) -> str:
    return SIGNS.sub(NO_BREAK, escape(text, quote=False)).replace(NO_BREAK, "&nbsp;")
