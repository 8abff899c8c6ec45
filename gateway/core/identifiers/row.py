"""What one row of a table of identifiers says."""

from collections.abc import Callable
from dataclasses import dataclass

# So many characters before a number may its name stand when it has a checksum, and when not.
FAR = 100
CLOSE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One identifier of one country. Patterns are read on folded text (core/text.py).

    country  ISO 3166-1 code in lower case, "" for all
    shapes   pictures of the number: 9 a digit, A a letter, a space for one space, hyphen, dot
             or stroke; () for an IBAN, which has no one picture
    check    whether these capitals and digits, without separators, can be such a number
    near     its names; one must stand near
    alone    a pattern of the pictures, with their own separators, that need no name; "" for none
    reach    how far before the number its name may stand, in characters
    beside   a pattern that must stand near too; "" for none
    unless   a pattern that must not stand shortly before: names that hold one of its names
    tail     digits that a next group may have, such as the code on the back of a card
    """

    country: str
    name: str
    shapes: tuple[str, ...]
    check: Callable[[str], bool]
    near: str
    alone: str = ""
    reach: int = FAR
    beside: str = ""
    unless: str = ""
    tail: int = 0

    @property
    def rule(self) -> str:
        """The name of the rule, safe to log."""
        return f"{self.country}_{self.name}" if self.country else self.name
