"""Checksums of identifiers, and the searching for them: the arithmetic of four signs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import re2

from gateway.core.assessment import Evidence
from gateway.core.rules import Rule
from gateway.core.windows import Reading


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1 annex B: cards, and the Canadian SIN."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0 and len(set(digits)) > 1


def mod97(iban: str) -> bool:
    """ISO 13616: the IBAN's two check digits."""
    moved = (iban[4:] + iban[:4]).upper()
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def mod11_nhs(digits: str) -> bool:
    """The NHS number's check digit, weights 10 down to 2."""
    check = 11 - sum(int(d) * (10 - i) for i, d in enumerate(digits[:9])) % 11
    return check % 11 == int(digits[9]) and len(set(digits)) > 1


@dataclass(frozen=True, slots=True)
class Shape:
    """One identifier: a pattern on canonical words (group 1 is the number) and its check."""

    name: str
    pattern: str
    check: Callable[[str], bool]

    def found(self, line: bytes) -> Iterator[str]:
        """The numbers of this shape in a sentence, without spaces."""
        for found in re2.finditer(self.pattern.encode(), line):
            yield found[1].decode("ascii").replace(" ", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """A detector of identifiers. The evidence holds no digit of them."""

    name: str
    shapes: tuple[Shape, ...]
    rules: tuple[Rule, ...] = ()

    def detect(self, reading: Reading) -> Iterator[Evidence]:
        for shape in self.shapes if reading.numbered else ():
            for number in reading.numbered:
                if any(shape.check(plain) for plain in shape.found(reading.line(number))):
                    where = reading.sentences[number].where
                    yield Evidence(about=self.name, rule=f"{self.name}.{shape.name}", where=where)
                    break
