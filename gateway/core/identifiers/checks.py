"""The arithmetic of identifiers, on capitals and digits without separators.

python-stdnum is imported at the first number of its kind, since most mail has none. Rules that
it lacks, or that it has with exceptions that we do not want, stand here.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from importlib import import_module

Check = Callable[[str], bool]

# Leading digits and lengths of cards, as their issuers publish them (ISO/IEC 7812-1).
CARDS = re.compile(
    r"4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})"  # Visa
    r"|(?:5[1-5][0-9]{2}|222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}"
    r"|3[47][0-9]{13}"  # American Express
    r"|(?:6011|64[4-9][0-9]|65[0-9]{2})[0-9]{12}(?:[0-9]{3})?"  # Discover, RuPay
    r"|35[0-9]{14}|(?:2131|1800)[0-9]{11}"  # JCB; 3528 to 3589, but lists of 35 are about
    r"|3(?:0[0-5]|095|6[0-9]|[89][0-9])[0-9]{11,13}"  # Diners Club
    r"|62[0-9]{14,17}|(?:60|81|82)[0-9]{14}"  # UnionPay, RuPay
    r"|(?:50(?:18|19|20|38)|5[678][0-9]{2}|63[0-9]{2}|67[0-9]{2})[0-9]{8,15}"  # Maestro
)
# What the Social Security Administration assigns: no area 000, 666 or 9xx, no zero group or serial.
SSN = re.compile(r"(?!000|666|9)[0-9]{3}(?!00)[0-9]{2}(?!0000)[0-9]{4}")
# IRS, IRM 3.21.263: groups of an ITIN.
ITIN = re.compile(r"9[0-9]{2}(?:5[0-9]|6[0-5]|7[0-9]|8[0-8]|9[0-24-9])[0-9]{4}")
# HMRC, NIM39110: prefixes that are never used.
NINO = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][0-9]{6}[A-D]")
# CMS, Understanding the New Medicare Beneficiary Identifier: no S, L, O, I, B or Z.
MBI = re.compile(
    "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9]"
    "[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9][0-9][AC-HJKMNP-RT-Y]{2}[0-9]{2}"
)
NIR_MONTH = re.compile("0[1-9]|1[0-2]|2[0-9]|3[0-9]|4[0-2]|[5-9][0-9]")
RIB_LETTERS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


def by(module: str) -> Check:
    """The check of a module of python-stdnum: "gb.nhs"."""

    def check(number: str) -> bool:
        return bool(import_module(f"stdnum.{module}").is_valid(number)) and _varied(number)

    return check


def shaped(pattern: re.Pattern[str]) -> Check:
    """Where nothing but the shape is known."""
    return lambda number: pattern.fullmatch(number) is not None


def any_number(number: str) -> bool:
    """No checksum is known; its name must stand close."""
    return _varied(number)


def _varied(number: str) -> bool:
    """Not one digit all along, which passes most checksums and names nobody."""
    return len(set(number)) > 1


luhn = by("luhn")
is_nhs = by("gb.nhs")
is_iban = by("iban")
_is_nir = by("fr.nir")
_is_aba = by("us.rtn")


def is_card(number: str) -> bool:
    """A known range of an issuer, its length, and Luhn's digit."""
    return CARDS.fullmatch(number) is not None and luhn(number)


def is_ohip(number: str) -> bool:
    """Ontario: Luhn over ten digits, then a version of up to two letters."""
    return number[0] != "0" and luhn(number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def is_ramq(number: str) -> bool:
    """Quebec: three letters of the name and one of the first name, then the date of birth.

    A woman's month is 50 higher. The last two digits tell twins apart.
    """
    month, day = int(number[6:8]) % 50, int(number[8:10])
    if number[6] not in "0156" or not 1 <= month <= 12:
        return False
    return any(1 <= day <= monthrange(c + int(number[4:6]), month)[1] for c in (1900, 2000))


def is_medicare_au(number: str) -> bool:
    """Australia: eight digits, their check digit, the issue, and a line of the card at will."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9)
    total = sum(w * int(d) for w, d in zip(weights, number, strict=False))
    return number[0] in "23456" and total % 10 == int(number[8]) and number[9] != "0"


def is_ihi_au(number: str) -> bool:
    """Australia's healthcare identifier of a person."""
    return number.startswith("800360") and luhn(number)


def is_nir(number: str) -> bool:
    """France: sex, year, month, place, order, and the key when it is given."""
    if number[0] not in "123478" or NIR_MONTH.fullmatch(number[3:5]) is None:
        return False
    return len(number) == 13 or _is_nir(number)


def is_nuss(number: str) -> bool:
    """Spain: province and number modulo 97; a short number is put together without its zero."""
    province, body, key = int(number[:2]), int(number[2:10]), int(number[10:])
    whole = province * 10**7 + body if body < 10**7 else int(number[:10])
    return 1 <= province <= 66 and whole % 97 == key


def is_aba(number: str) -> bool:
    """United States: the Federal Reserve's districts, and the check digit."""
    district = int(number[:2])
    known = district <= 12 or 21 <= district <= 32 or 61 <= district <= 72 or district == 80
    return known and _is_aba(number)


def is_transit(number: str) -> bool:
    """Canada: branch, institution, account; institutions begin with few digits."""
    return number[5] in "0368" and _varied(number)


def is_ifsc(number: str) -> bool:
    """India: the fifth character is kept at zero."""
    return number[4] == "0"


def is_rib(number: str) -> bool:
    """France: bank, branch, account with letters as digits, and the key."""
    bank, branch, rest = int(number[:5]), int(number[5:10]), number[10:21]
    account = int(rest.translate(RIB_LETTERS))
    key = 97 - (89 * bank + 15 * branch + 3 * account) % 97
    return key == int(number[21:]) and _varied(number[:21])
