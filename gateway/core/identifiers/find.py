"""The search for identifiers in one sentence.

A number is taken by its picture ("999 999 999"), then by its check, and then by the word that
stands nearest: its own name, or the name of something else, such as a telephone or an order.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import re2

from gateway.core.identifiers.labels import NAMED_OTHERWISE, OTHER
from gateway.core.identifiers.phones import is_phone
from gateway.core.identifiers.row import FAR, Row

Asked = Callable[[str], bool]

PICTURE = str.maketrans("0123456789abcdefghijklmnopqrstuvwxyz", "9" * 10 + "A" * 26)
SEPARATORS = str.maketrans("", "", " .-/")
# Where a number may begin: in no middle of a longer one, and after nothing that makes it something
# else (+1 416 ..., $1200, a hidden date). Letters may lead it, such as the country of an IBAN.
BEGINS = re.compile(
    r"(?<![A9+$\u20ac\u00a3~])(?:(?<!9[ .\-/])(?=A{0,16}9)|(?=A{1,10}[ .\-/]A{0,16}9))"
)
# A number with all that is joined to it by single separators.
CHAIN = re.compile(r"[A9]+(?:[ .\-/][A9]+){0,11}")
JOINT = re.compile(r"[ .\-/]")
# In characters: how far a name may follow a number, how far the name of another thing may precede
# a number without a name, and how near a name must be to outdo the looks of a telephone number.
FOLLOWS = 30
OTHER_REACH = 40
OUTDOES = 25
# Without a checksum a name may follow within the clause only.
CLAUSE_ENDS = re.compile("[,;.:(]")
SAYS = re.compile(r"(?:\b(?:is|was|est|es)|[:=])\s*$")
# An IBAN grows from its first group, group by group, to a length.
GROWS = re.compile("AA99[A9]*")
GROWN = range(15, 35)


class Found(NamedTuple):
    """An identifier and where it stands: characters of the text that was searched."""

    row: Row
    start: int
    end: int


class Chain(NamedTuple):
    """Words and numbers joined by single separators, and where they begin in the text."""

    text: str
    picture: str
    start: int
    groups: list[str]

    def ends(self, count: int, tail: int) -> bool:
        """Whether a number may end after so many groups. tail: as in Row."""
        after = self.groups[count] if count < len(self.groups) else ""
        return "9" not in after or len(after) <= tail

    def end(self, count: int) -> int:
        """Where that many groups end in the text."""
        return self.start + sum(map(len, self.groups[:count])) + count - 1

    def number(self, count: int) -> str:
        """Their capitals and digits."""
        return self.text[self.start : self.end(count)].translate(SEPARATORS).upper()

    def is_tied(self, count: int) -> bool:
        """Letters are tied to it: "INV-046454286", "046454286/B"."""
        start, end = self.start, self.end(count)
        before, after = self.picture[max(0, start - 2) : start], self.picture[end : end + 2]
        return before[-1:] in tuple("-./") and before[:1] in ("A", "9") or after in ("-A", "/A")


class Table:
    """Rows by their pictures.

    pictures    the rows of a whole picture
    beginnings  each beginning of a picture by whole groups
    growing     the rows without a picture
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.pictures: dict[str, list[Row]] = {}
        self.growing: list[Row] = []
        for row in rows:
            for shape in row.shapes:
                self.pictures.setdefault(shape, []).append(row)
            if not row.shapes:
                self.growing.append(row)
        words = [shape.split(" ") for shape in self.pictures]
        self.beginnings = {" ".join(w[:n]) for w in words for n in range(1, len(w) + 1)}

    def candidates(self, chain: Chain) -> Iterator[tuple[Row, int]]:
        """What its picture and its check allow to begin here, the longest first.

        The number is that of its groups.
        """
        for picture, count in reversed(self._fitting(chain)):
            number = chain.number(count)
            for row in self.pictures[picture]:
                if chain.ends(count, row.tail) and row.check(number):
                    yield row, count
        if self.growing and GROWS.fullmatch(chain.groups[0]):
            yield from self._grown(chain)

    def _fitting(self, chain: Chain) -> list[tuple[str, int]]:
        picture, fitting = chain.groups[0], []
        for count, group in enumerate((*chain.groups[1:], ""), 1):
            if picture not in self.beginnings:
                break
            if picture in self.pictures:
                fitting.append((picture, count))
            picture = f"{picture} {group}"
        return fitting

    def _grown(self, chain: Chain) -> Iterator[tuple[Row, int]]:
        length = 0
        for count, group in enumerate(chain.groups, 1):
            length += len(group)
            for row in self.growing if length in GROWN else ():
                if chain.ends(count, row.tail) and row.check(chain.number(count)):
                    yield row, count


@dataclass(frozen=True)
class Finder:
    """The rows of one kind; their tables are made at the first search."""

    rows: tuple[Row, ...]

    @cached_property
    def _all(self) -> Table:
        return Table(self.rows)

    @cached_property
    def _without_names(self) -> Table:
        return Table(row for row in self.rows if row.alone)

    @cached_property
    def _any_name(self) -> Any:
        """A quick look whether any name of the kind is there at all."""
        return re2.compile(rf"\b(?:{'|'.join(row.near for row in self.rows)})")

    @cached_property
    def _names(self) -> dict[str, re.Pattern[str]]:
        return {row.near: re.compile(rf"\b(?:{row.near})(?!\w)") for row in self.rows}

    def found(self, text: str, before: str = "", asked: Asked = is_phone) -> Iterator[Found]:
        """The identifiers in a sentence, in order, none inside another.

        text    as plain.py makes it
        before  the end of the sentence before, where a name may stand; "" for none
        asked   whether a number far from its name is a telephone number
        """
        picture = text.translate(PICTURE)
        table = self._all if self._any_name.search(f"{before} {text}") else self._without_names
        free = 0
        for begin in BEGINS.finditer(picture):
            start = begin.start()
            if start < free:
                continue
            groups = JOINT.split(CHAIN.match(picture, start)[0])  # type: ignore[index]
            chain = Chain(text, picture, start, groups)
            for row, count in table.candidates(chain):
                left = f"{'' if free else before}\n{text[max(free, start - FAR) : start]}"[-FAR:]
                if self._is_meant(row, chain, count, left, asked):
                    free = chain.end(count)
                    yield Found(row, start, free)
                    break

    def _is_meant(self, row: Row, chain: Chain, count: int, left: str, asked: Asked) -> bool:
        """Whether the words around say so, or need not.

        left: the words before, which no earlier identifier has used up.
        """
        text, start, end = chain.text, chain.start, chain.end(count)
        if row.beside and not re.search(row.beside, left + text[end : end + FAR]):
            return False
        if row.unless and re.search(row.unless, left[-OTHER_REACH:]):
            return False
        distance = self._distance(row, left, text[end : end + FOLLOWS])
        if distance is None:
            if not row.alone or chain.is_tied(count):
                return False
            shown = re.fullmatch(row.alone, chain.picture[start:end])
            return shown is not None and not OTHER.search(left[-OTHER_REACH:])
        named = NAMED_OTHERWISE.search(left)
        if named and not named["aside"] and len(left) - named.end("name") < distance:
            return False
        sure = distance <= OUTDOES or SAYS.search(left)
        return bool(sure) or not asked(text[start:end])

    def _distance(self, row: Row, left: str, right: str) -> int | None:
        """Characters between a number and the nearest of its names; None without a name."""
        end = max((found.end() for found in self._names[row.near].finditer(left)), default=None)
        if end is not None and len(left) - end <= row.reach:
            return len(left) - end
        clause = right if row.reach == FAR else CLAUSE_ENDS.split(right)[0]
        behind = self._names[row.near].search(clause)
        if behind and not any(c.isdigit() for c in right[: behind.start()]):
            return behind.start()
        return None
