"""Identifiers: valid, invalid and look-alike numbers in sentences, telephone numbers, masking."""

from pathlib import Path

import pytest

from gateway.core.assess import Detectors, assess_text
from gateway.core.identifiers import bank_account, government_id, health_number, payment_card
from gateway.core.identifiers.masked import masked
from gateway.core.identifiers.phones import is_phone, phones
from gateway.core.identifiers.plain import plain
from gateway.core.signs._numbers import MOST_ASKED, ROOM
from gateway.plugins import detectors

KINDS = {
    "bank_account": bank_account.ROWS,
    "government_id": government_id.ROWS,
    "health_number": health_number.ROWS,
    "payment_card": payment_card.ROWS,
}
# One a line: the kind or "-", a tab, the mail; "\n" is a line end. Numbers are invented: check
# digits were calculated, then a digit changed or two swapped; cards and telephones are from test
# ranges, NHS numbers begin with 999 and SINs with 0, which nobody is given.
TABLE = [
    line.split("\t")
    for line in (Path(__file__).parent / "identifiers.tsv").read_text().splitlines()
]


@pytest.fixture(scope="module")
def known() -> Detectors:
    return detectors()


def signs(text: str, known: Detectors) -> set[str]:
    return set(assess_text("", text, known).signs) & set(KINDS)


def test_the_table_is_large_and_names_every_row() -> None:
    assert len(TABLE) >= 300
    assert {kind for kind, _ in TABLE} == {"-", *KINDS}


@pytest.mark.parametrize(("kind", "mail"), TABLE)
def test_number_in_a_mail(kind: str, mail: str, known: Detectors) -> None:
    expected = set() if kind == "-" else {kind}
    assert signs(mail.replace("\\n", "\n"), known) == expected


# The same card as phones, word processors and hiders write it.
WRITTEN = [
    "My card is 4111\u00a01111\u00a01111\u00a01111.",
    "My card is 4111\u202f1111\u202f1111\u202f1111.",
    "My card is 4111\u20111111\u20111111\u20111111.",
    "My card is 4111\u20131111\u20131111\u20131111.",
    "My card is \uff14\uff11\uff11\uff11 1111 1111 1111.",
    "My card is 4111\u200b1111\u200b1111\u200b1111.",
    "My card is _4111 1111 1111 1111_.",
    "M\u00fd c\u00e1rd is 4111.1111.1111.1111",
]


@pytest.mark.parametrize("mail", WRITTEN)
def test_card_in_every_spelling(mail: str, known: Detectors) -> None:
    assert signs(mail, known) == {"payment_card"}


PLACES = [
    ("On Tue, 24 Nov 2026, Dr Moor wrote:\n> my card is 4111 1111 1111 1111\n", "quote"),
    ("See you.\n-- \nAnn Example\nIBAN GB82 WEST 1234 5698 7654 32\n", "signature"),
]


@pytest.mark.parametrize(("mail", "where"), PLACES)
def test_old_words_are_searched_too(mail: str, where: str, known: Detectors) -> None:
    found = assess_text("", mail, known)
    assert where in {e.where for e in found.evidence if e.about in KINDS}


def test_the_evidence_repeats_no_number(known: Detectors) -> None:
    mail = (
        "SIN 046 454 286, card 4111 1111 1111 1111, OHIP 1234-567-897, IBAN GB82WEST12345698765432"
    )
    found = [e for e in assess_text("", mail, known).evidence if e.about in KINDS]
    assert {e.about for e in found} == set(KINDS)
    assert not any(c.isdigit() for e in found for c in e.rule + e.excerpt)


def test_the_rule_says_which_number_it_was(known: Detectors) -> None:
    found = assess_text("", "NHS number 943 476 5919 and UTR 1955839661", known)
    rules = {e.rule for e in found.evidence if e.about in KINDS}
    assert rules == {"health_number.gb_nhs", "government_id.gb_utr"}


def test_a_flood_of_numbers_hides_only_what_stands_behind_it(known: Detectors) -> None:
    flood = "123456789 " * (2 * ROOM // 10)
    assert signs(f"Card 4111 1111 1111 1111.\n{flood}", known) == {"payment_card"}
    assert signs(f"{flood}\nCard 4111 1111 1111 1111.", known) == set()


def test_a_flood_of_telephone_numbers_ends_the_asking(known: Detectors) -> None:
    far = "my nhs file, as far as anybody could say on Monday, 416 555 0130; "
    flood = far * (MOST_ASKED + 10)
    assert signs(f"NHS number 943 476 5919. {flood}", known) == {"health_number"}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_rows_of_a_kind_have_names_of_their_own(kind: str) -> None:
    names = [row.rule for row in KINDS[kind]]
    assert len(names) == len(set(names))
    assert all(set(shape) <= set("9A ") for row in KINDS[kind] for shape in row.shapes)


PHONES = [
    ("call 416-555-0123 or write", ["416-555-0123"]),
    ("(613) 555-0142", ["(613) 555-0142"]),
    ("Mobile: 07700 900123", ["07700 900123"]),
    ("T\u00e9l\u00e9phone : 01 99 00 12 34", ["01 99 00 12 34"]),
    ("Ll\u00e1mame al 600 000 000", ["600 000 000"]),
    ("my number is +1 613 555 0142", ["+1 613 555 0142"]),
    ("613 555 0142 office, 613 555 0143 fax", ["613 555 0142", "613 555 0143"]),
    ("see you on 2026-11-24 10:30", []),
    ("my SSN is 219-45-6781", []),
    ("4111 1111 1111 1111", []),
    ("192.168.100.254", []),
    ("order 12345", []),
]


@pytest.mark.parametrize(("text", "expected"), PHONES)
def test_telephone_numbers(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in phones(text)] == expected


def test_a_region_may_be_left_out() -> None:
    assert is_phone("0117 496 0123", ("GB",))
    assert not is_phone("0117 496 0123", ("FR",))


PLAIN = [
    ("on 24/11/2026", "on ~~~~~~~~~~"),
    ("on 2026-11-24.", "on ~~~~~~~~~~."),
    ("exp 04/29", "exp ~~~~~"),
    ("ip 10.0.0.254", "ip ~~~~~~~~~~"),
    ("<1764000000.46454286@mail.example>", "<" + "~" * 32 + ">"),
    ("https://x.example/046454286 ok", "~" * 27 + " ok"),
    ("12.345.678-Z", "12.345.678-z"),
    ("2.69.05.49.588.157.80", "2.69.05.49.588.157.80"),
    ("20-00-00", "20-00-00"),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_what_is_no_number_is_taken_out(text: str, expected: str) -> None:
    assert plain(text) == expected


MASKED = [
    ("card 4111 1111 1111 1111.", "card \u2022\u2022\u2022\u2022 " * 1 + "\u2022\u2022\u2022\u2022 "
     "\u2022\u2022\u2022\u2022 \u2022\u202211."),
    ("SIN 046-454-286", "SIN \u2022\u2022\u2022-\u2022\u2022\u2022-\u202286"),
    ("at 10:30 on the 24th of 2026", "at 10:30 on the 24th of 2026"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MASKED)
def test_masked(text: str, expected: str) -> None:
    assert masked(text) == expected
