"""Telephone numbers: no sensitive sign by themselves, and no identifiers either.

A number is one when phonenumbers knows it for a region, or when a word says so ("call me at").
phonenumbers and the tables of a region are loaded at the first number that asks for them.
"""

import re
from collections.abc import Iterator, Sequence

# Where the clients of a practice are likely to live (ISO 3166-1).
REGIONS = ("CA", "GB", "IE", "FR", "ES", "AU", "IN")
# A stranger's million numbers gain no more of our time.
MOST = 200

NUMBER = re.compile(
    r"(?:\+|\(|\b)[0-9](?:[ ().\-/\u2010-\u2013\u00a0]{0,3}[0-9]){4,16}"
    r"(?: ?(?:x|ext\.? ?)[0-9]{1,6}\b)?"
)
# A date, an IP address, the shape of a social security number.
NO_PHONE = re.compile(
    r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9].*|[0-9]{1,3}(?:\.[0-9]{1,3}){3}"
    r"|[0-9]{3}-[0-9]{2}-[0-9]{4}"
)
DIGITS = range(6, 16)
CALLED = re.compile(
    r"(?i)\b(?:phone|t[e\u00e9]l[e\u00e9]phone|tel[e\u00e9]fono|tel|tlf|mobile|m[o\u00f3]vil|cell"
    r"|celular|fax|portable|desk|office|home|work|whatsapp|sms|call(?:ing)? (?:me|us)|text me"
    r"|reach me|appel(?:ez|le)[ -]moi|joindre|ll[a\u00e1]m[ea](?:me)?|answering|messages to"
    r"|registered)\b(?: (?:number|num[e\u00e9]ro|n[u\u00fa]mero|no|is|est|es|me|at|on|to|au|al)\b)"
    r"{0,2}[ \t\n:.#]{0,4}$"
)
CALLED_AFTER = re.compile(r"(?i)[ \t\-,(]{1,3}(?:office|mobile|fax|cell|home|work|desk|tel)\b")
BEFORE = 48


def phones(text: str, regions: Sequence[str] = REGIONS) -> tuple[tuple[int, int], ...]:
    """(start, end) of the telephone numbers in a text, in characters; the first MOST only.

    regions: whose national numbers are known; international ones ("+") always are.
    """
    return tuple(_phones(text, regions))


def _phones(text: str, regions: Sequence[str]) -> Iterator[tuple[int, int]]:
    for count, found in enumerate(NUMBER.finditer(text)):
        if count == MOST:
            return
        start, end = found.span()
        if sum(map(str.isdigit, found[0])) not in DIGITS or NO_PHONE.fullmatch(found[0]):
            continue
        if text[end : end + 1].isalnum():
            continue
        left = text[max(0, start - BEFORE) : start]
        if CALLED.search(left) or CALLED_AFTER.match(text, end) or is_phone(found[0], regions):
            yield start, end


def is_phone(number: str, regions: Sequence[str] = REGIONS) -> bool:
    """Whether phonenumbers takes all of it for a telephone number of one of the regions."""
    from phonenumbers import Leniency, PhoneNumberMatcher

    size = len(number.strip())
    return any(
        match.end - match.start >= size - 1
        for region in regions
        for match in PhoneNumberMatcher(number, region, Leniency.STRICT_GROUPING)
    )
