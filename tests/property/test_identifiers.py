"""Promises of checksums, of the search, and of the mask."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.identifiers import bank_account, government_id, health_number, payment_card
from gateway.core.identifiers.checks import (
    by,
    is_aba,
    is_iban,
    is_medicare_au,
    is_nhs,
    is_nir,
    is_nuss,
    is_rib,
    luhn,
)
from gateway.core.identifiers.find import Finder
from gateway.core.identifiers.masked import masked
from gateway.core.identifiers.phones import phones
from gateway.core.identifiers.plain import plain

FINDERS = [Finder(rows.ROWS) for rows in (bank_account, government_id, health_number, payment_card)]
# A check, digits before and after the varied part, how many vary, and how many check digits follow.
CODES: list[tuple[str, Callable[[str], bool], str, int, int]] = [
    ("luhn", luhn, "", 8, 1),
    ("luhn of a card", luhn, "", 15, 1),
    ("nhs", is_nhs, "", 9, 1),
    ("iban", is_iban, "GB00TEST", 14, 0),
    ("routing", is_aba, "02", 6, 1),
    ("rib", is_rib, "", 21, 2),
    ("medicare", is_medicare_au, "2", 7, 1),
    ("nir", is_nir, "18501", 8, 2),
    ("nuss", is_nuss, "281", 7, 2),
    ("phn", by("ca.bc_phn"), "9", 8, 1),
    ("tfn", by("au.tfn"), "", 8, 1),
    ("aadhaar", by("in_.aadhaar"), "2", 10, 1),
    ("numero fiscal", by("fr.nif"), "1", 9, 3),
]


def completed(check: Callable[[str], bool], head: str, digits: int) -> str | None:
    """The head with its right check digits, None where there are none."""
    if digits == 0:  # the digits after the country of an IBAN
        tries = (head[:2] + f"{n:02}" + head[4:] for n in range(2, 99))
    else:
        tries = (f"{head}{n:0{digits}}" for n in range(10**digits))
    pad = "1" if check is is_medicare_au else ""
    return next((number + pad for number in tries if check(number + pad)), None)


@pytest.mark.parametrize(("name", "check", "start", "free", "digits"), CODES)
@given(data=st.data())
def test_a_changed_digit_never_passes(
    name: str, check: Callable[[str], bool], start: str, free: int, digits: int, data: st.DataObject
) -> None:
    varied = data.draw(st.text("0123456789", min_size=free, max_size=free))
    number = completed(check, start + varied, digits)
    if number is None:
        return
    at = len(start) + data.draw(st.integers(0, free - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != number[at]]))
    assert not check(number[:at] + other + number[at + 1 :])


LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


@given(st.integers(0, 99_999_999), st.integers(0, 7), st.integers(1, 9))
def test_a_changed_digit_of_a_dni_never_passes(number: int, at: int, more: int) -> None:
    digits = f"{number:08}"
    changed = digits[:at] + str((int(digits[at]) + more) % 10) + digits[at + 1 :]
    check = by("es.dni")
    assert check(digits + LETTERS[number % 23])
    assert not check(changed + LETTERS[number % 23])


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8))
def test_luhn_sees_two_neighbours_swapped(body: str, at: int) -> None:
    number = next(body + d for d in "0123456789" if luhn(body + d) or len(set(body + d)) == 1)
    first, second = number[at], number[at + 1]
    swapped = number[:at] + second + first + number[at + 2 :]
    if {first, second} not in ({"0", "9"}, {first}):
        assert not luhn(swapped)


soup = st.text("0123456789 -./+,:;()@#~abeinorst\n\u00a0\u2011\uff11", max_size=300)


@given(soup)
def test_any_text_is_searched_and_what_is_found_stands_in_it(text: str) -> None:
    line = plain(text)
    for finder in FINDERS:
        end = 0
        for found in finder.found(line, line[-50:]):
            assert end <= found.start < found.end <= len(line)
            assert any(c.isdigit() for c in line[found.start : found.end])
            end = found.end
    for start, stop in phones(text):
        assert 0 <= start < stop <= len(text)


@given(st.text())
def test_the_mask_hides_every_long_number_and_nothing_else(text: str) -> None:
    hidden = masked(text)
    assert len(hidden) == len(text)
    assert all(a == b or (a.isdigit() and b == "\u2022") for a, b in zip(text, hidden, strict=True))
    assert masked(hidden) == hidden


@given(st.integers(6, 30), st.sampled_from(["", " ", "-", "."]))
def test_the_mask_leaves_two_digits(length: int, separator: str) -> None:
    assert sum(c.isdigit() for c in masked(separator.join("7" * length))) == 2


@given(st.text("0123456789", min_size=1, max_size=18), st.sampled_from([" ", "-", ""]))
def test_a_card_inside_a_longer_number_is_none(more: str, separator: str) -> None:
    text = f"4111111111111111{separator}{more}00000"
    assert not list(FINDERS[-1].found(plain(text)))
