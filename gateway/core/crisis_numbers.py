"""Telephone numbers of crisis lines: what is dialled, and which must never be shown.

Short numbers are dialled as they stand ("988", "113", "310-6789", "*4141") and never brought
into another form. The refused ones still stand on many pages. A long one is refused wherever
it is written; a short one means something else in another country (113 is a crisis line in one
and an ambulance in the next), so it is refused in its own country only.
"""

import re
from collections.abc import Mapping

LONG = 7
SHORTEST, LONGEST = 2, 15  # ITU-T E.164 §6.1
LONGEST_CODE = 6
SHORTEST_ABROAD = 8

# Country, number as its callers knew it, why.
REFUSED = (
    ("US", "1-800-273-8255", "it was replaced by 988"),
    ("CA", "1-833-456-4566", "it was replaced by 988"),
    ("CA", "45645", "it was replaced by 988"),
    ("CA", "1-800-661-0844", "it is no longer on the lists of the territory"),
    ("NL", "0900-0113", "it was replaced by 113"),
    ("IT", "199 284 284", "it was replaced"),
    ("IT", "345 0361628", "it was replaced"),
    ("KR", "1393", "it was replaced by 109"),
    ("BR", "141", "it was replaced by 188"),
    ("IN", "1800-599-0019", "nobody could say whether it is still answered"),
    ("PH", "0917-989-8727", "it was replaced by 1553"),
    ("PH", "0917-558-4673", "its funding ended in 2019"),
    ("PH", "2919", "its funding ended in 2019"),
    ("GB", "08457 90 90 90", "it was replaced by 116 123"),
    ("DE", "113", "it is planned, and not connected there"),
    ("SE", "1411", "it is a line of another country"),
)
# Country, number, what was pressed once connected, why.
REFUSED_KEYS = {("US", "988", "3"): "pressing 3 ended in July 2025"}
CODES_OF_COUNTRIES = ("1", "31", "39", "44", "46", "49", "55", "63", "82", "91")
# 555-01xx is for films and forms where the code of the country is 1.
FILM = re.compile(r"(1?[0-9]{3})?55501[0-9]{2}")
FILM_AS_WRITTEN = re.compile(r"\b555[-. ]01[0-9]{2}$")
ROWS_OF_DIGITS = ("0000000", "1234567")
NANP = ("CA", "US")
# How many digits a number of the country has; a digit more or less is a slip.
LENGTHS: Mapping[str, tuple[int, ...]] = {
    "AU": (3, 6, 8, 10),
    "CA": (3, 7, 10, 11),
    "ES": (3, 6, 9),
    "FR": (2, 3, 4, 6, 10),
    "GB": (3, 6, 8, 10, 11),
    "PT": (3, 4, 6, 9),
    "US": (3, 7, 10, 11),
}


def digits(number: str) -> str:
    return "".join(c for c in number if "0" <= c <= "9")


def refused(number: str, country: str) -> str:
    """Why this number must not be shown in this country, "" when nothing is known against it."""
    for form in _forms(number):
        if why := _BY_COUNTRY.get((country, form)) or _EVERYWHERE.get(form):
            return why
    return ""


def is_made_up(number: str, country: str) -> bool:
    """A number of films, forms and examples: 555-01xx, 000-0000, 123-4567."""
    plain = digits(number)
    film = FILM_AS_WRITTEN.search(number) or (country in NANP and FILM.fullmatch(plain))
    return bool(film) or any(row in plain for row in ROWS_OF_DIGITS)


def has_wrong_length(number: str, country: str) -> bool:
    """number: by voice. Where the lengths of a country are not known, any likely one will do."""
    count = len(digits(number))
    if number.startswith("+"):
        return not SHORTEST_ABROAD <= count <= LONGEST
    return count not in LENGTHS.get(country, range(SHORTEST, LONGEST + 1))


def has_wrong_length_for_texts(number: str, country: str) -> bool:
    """Texts go to short codes too: 85258, 741741."""
    is_code = SHORTEST < len(digits(number)) <= LONGEST_CODE and not number.startswith("+")
    return not is_code and has_wrong_length(number, country)


def _forms(number: str) -> set[str]:
    """The digits in each way of writing them: "+44 8457 ..." is "08457 ..." too."""
    plain = digits(number)
    found = {plain, f"1{plain}"} if len(plain) == len("8002738255") else {plain}
    abroad = plain if number.startswith("+") else plain[2:] if plain.startswith("00") else ""
    for code in CODES_OF_COUNTRIES:
        if abroad.startswith(code):
            rest = abroad[len(code) :]
            found |= {rest, f"0{rest}", f"1{rest}"}
    return found


_BY_COUNTRY = {(country, digits(number)): why for country, number, why in REFUSED}
_EVERYWHERE = {digits(n): why for _, n, why in REFUSED if len(digits(n)) >= LONG}
