"""Accounts at banks: what money can be sent to, or drawn from."""

import re

from gateway.core.identifiers.checks import (
    any_number,
    by,
    is_aba,
    is_iban,
    is_ifsc,
    is_rib,
    is_transit,
    shaped,
)
from gateway.core.identifiers.row import CLOSE, Row

ACCOUNT = r"accounts?|acct|acc|a/c|compte|cuenta|konto"
# An account number has no checksum of its own: a word of banks must stand in the sentence too.
BANKS = (
    r"\b(?:bank\w*|banque|banco|sort code|transit|institution|routing|aba|bsb|ifsc|neft|swift|bic"
    r"|deposit|depot|cheques?|savings|chequing|checking|bancaire|bancaria|guichet|succursale"
    r"|e-?transfer|transferencia|virement)\b"
)
SORT_CODE = shaped(re.compile("(?!000000)[0-9]{6}(?:[0-9]{8})?"))

ROWS = (
    Row(country="", name="iban", shapes=(), check=is_iban, near="iban", alone=".*", tail=4),
    Row(
        country="",
        name="account",
        shapes=(*("9" * n for n in range(6, 18)), "9999 9999", "999 999 999", "999 9999 9999"),
        check=any_number,
        near=rf"(?:bank )?(?:{ACCOUNT})(?: ?(?:number|no|num|nr|n|#)\b)?|cuenta(?: bancaria)?",
        reach=CLOSE,
        beside=BANKS,
    ),
    Row(
        country="gb",
        name="sort_code",
        shapes=("99 99 99", "999999", "99 99 99 99999999", "999999 99999999"),
        check=SORT_CODE,
        near="sort[ -]?codes?|s/c",
        reach=CLOSE,
        tail=8,
    ),
    Row(
        country="ca",
        name="transit",
        shapes=tuple(f"99999 999 {'9' * n}" for n in range(7, 13)),
        check=is_transit,
        near=rf"transit|institution|(?:direct )?deposit|depot|cheque|bank|banque|{ACCOUNT}",
    ),
    Row(
        country="ca",
        name="branch",
        shapes=("99999", "99999 999"),
        check=any_number,
        near=r"transit(?: number| no)?|numero de transit|(?:de )?succursale",
        reach=20,
        beside=r"\b(?:institution|account|compte|bank|banque)\b",
    ),
    Row(
        country="us",
        name="routing",
        shapes=("999999999", "9999 9999 9", "999 999 999"),
        check=is_aba,
        near=r"routing(?: transit)?(?: number| no)?|aba|rtn|numero de ruta",
    ),
    Row(
        country="au",
        name="bsb",
        shapes=("999 999", "999999", "999 999 99999999", "999 999 999999999", "999 999 999999"),
        check=any_number,
        near="bsb",
        reach=CLOSE,
        tail=9,
    ),
    Row(
        country="in",
        name="ifsc",
        shapes=("AAAA9999999",),
        check=is_ifsc,
        near=rf"ifsc(?: code)?|neft|rtgs|imps|bank|{ACCOUNT}",
    ),
    Row(
        country="fr",
        name="rib",
        shapes=(
            "9" * 23,
            "99999 99999 99999999999 99",
            "99999 99999 9999999A999 99",
            "99999999999999999A99999",
        ),
        check=is_rib,
        near="rib|releve d'identite bancaire|compte(?: bancaire)?|banque|guichet|iban",
        alone="9{5} 9{5} .*",
    ),
    Row(
        country="es",
        name="ccc",
        shapes=("9" * 20, "9999 9999 99 9999999999"),
        check=by("es.ccc"),
        near="ccc|cuenta(?: bancaria| corriente)?|banco|iban",
        alone="9{4}[ -]9{4}[ -]9{2}[ -]9{10}",
    ),
    Row(
        country="nz",
        name="account",
        shapes=("99 9999 9999999 99", "99 9999 9999999 999"),
        check=by("nz.bankaccount"),
        near=rf"bank|{ACCOUNT}",
    ),
)
