"""Numbers of patients and of those insured for health care.

The French NIR stands here and not with the numbers of the state: it is the matricule of the
national health identity (INS), it is on the carte Vitale, and clients write it for the
reimbursement of their care.
"""

from gateway.core.identifiers.checks import (
    MBI,
    any_number,
    by,
    is_ihi_au,
    is_medicare_au,
    is_nhs,
    is_nir,
    is_nuss,
    is_ohip,
    is_ramq,
    shaped,
)
from gateway.core.identifiers.row import CLOSE, Row

TEN = ("9999999999", "9999 999 999", "999 999 9999")
NINE = ("999999999", "999 999 999", "99999 9999")
HEALTH_CARD = (
    r"health(?: insurance)? ?(?:card|number|num|no|#)(?: number| num| no)?|hcn"
    r"|carte[ -](?:de )?sante"
)
HEALTH = r"(?: health(?: care| insurance| services)?| medicare| hospital)"
NIR_DIGITS = ("9 99 99 99 999 999 99", "9 99 99 9A 999 999 99")
NIR_KEYLESS = ("9 99 99 99 999 999", "9" * 13, "9 99 99 9A 999 999", "999999A999999")


def _versions(shape: str) -> tuple[str, ...]:
    return tuple(shape + version for version in ("", "A", "AA", " A", " AA"))


def _province(name: str, shapes: tuple[str, ...], words: str) -> Row:
    """A province whose checksum is not published."""
    return Row(country="ca", name=name, shapes=shapes, check=any_number, near=words, reach=CLOSE)


ROWS = (
    Row(
        country="gb",
        name="nhs",
        shapes=TEN,
        check=is_nhs,
        near=(
            r"nhs|n\.h\.s|national health(?: service)?|chi number|h&c|health (?:and|&) care number"
        ),
    ),
    Row(
        country="ca",
        name="ohip",
        shapes=tuple(shape for ten in TEN for shape in _versions(ten)),
        check=is_ohip,
        near=rf"ohip|o\.h\.i\.p|ontario health(?: insurance)?|{HEALTH_CARD}",
    ),
    Row(
        country="ca",
        name="ramq",
        shapes=("AAAA99999999", "AAAA 9999 9999", "AAAA9999 9999", "AAAA 99999999"),
        check=is_ramq,
        near=(
            r"ramq|assurance[- ]maladie|carte soleil|carte d'assurance|nam|medicare|"
            rf"{HEALTH_CARD}"
        ),
        alone=r"A{4} ?9{4} ?9{4}",
    ),
    Row(
        country="ca",
        name="bc_phn",
        shapes=TEN,
        check=by("ca.bc_phn"),
        near=(
            rf"phn|personal health(?: number)?|care ?card|services card|bc health|msp|{HEALTH_CARD}"
        ),
    ),
    _province("ab_phn", NINE, rf"alberta{HEALTH}|ahcip|ahc|alberta phn|phn|personal health number"),
    _province("sk_hsn", NINE, rf"(?:saskatchewan|sask){HEALTH}|hsn|health services number"),
    _province("mb_phin", NINE, rf"manitoba{HEALTH}|phin"),
    _province("nb_medicare", NINE, r"(?:new brunswick|nb) medicare|medicare du nouveau-brunswick"),
    _province("ns_health", ("9999 999 999", "9999999999"), rf"nova scotia{HEALTH}|ns health|msi"),
    _province("pe_phn", ("99999999", "9999 9999"), rf"(?:pei|prince edward island){HEALTH}"),
    _province("nl_mcp", ("999999999999", "999 999 999 999"), r"mcp|newfoundland health"),
    Row(
        country="us",
        name="mbi",
        shapes=tuple(
            shape.format(a, b)
            for a in "A9"
            for b in "A9"
            for shape in ("9A{}9A{}9AA99", "9A{}9 A{}9 AA99")
        ),
        check=shaped(MBI),
        near=r"mbi|medicare|beneficiary",
        alone=".*",
    ),
    Row(
        country="ie",
        name="ihi",
        shapes=("9" * 18, "999 999 999 999 999 999"),
        check=any_number,
        near=r"ihi|individual health identifier",
        reach=CLOSE,
    ),
    Row(
        country="ie",
        name="gms",
        shapes=("9999999A", "9999999 A"),
        check=any_number,
        near=r"gms|(?:medical|gp visit|doctor visit|drugs payment) card",
        reach=CLOSE,
    ),
    Row(
        country="au",
        name="medicare",
        shapes=("9" * 10, "9" * 11, "9999 99999 9", "9999 99999 9 9", "9999999999 9"),
        check=is_medicare_au,
        near="medicare",
    ),
    Row(
        country="au",
        name="ihi",
        shapes=("9" * 16, "9999 9999 9999 9999"),
        check=is_ihi_au,
        near=r"ihi|healthcare identifier",
        alone=".*",
    ),
    Row(
        country="fr",
        name="nir",
        shapes=(*NIR_DIGITS, *NIR_KEYLESS, "9" * 15, "999999A99999999", "9" * 13 + " 99"),
        check=is_nir,
        near=(
            r"nir|ins|(?:numero )?ins|securite sociale|secu|carte vitale|vitale|insee|nss"
            r"|matricule|immatriculation|assure social"
        ),
        alone=r"9 99 99 9[9A] 999 999 99|[9A]{15}|9{13} 99",
    ),
    Row(
        country="es",
        name="nuss",
        shapes=("9" * 12, "99 99999999 99", "99 9999999999"),
        check=is_nuss,
        near=r"nuss|naf|nss|seguridad social|afiliacion",
    ),
    Row(
        country="es",
        name="health_card",
        shapes=("AAAA" + "9" * 10, "AAAA 9 999999 99 9", "AAAA 9999999999", "A" * 10 + "9" * 6),
        check=any_number,
        near=r"tarjeta sanitaria|cip|sip|tsi|tis|tarjeta de salud|targeta sanitaria",
        reach=CLOSE,
    ),
    Row(
        country="in",
        name="abha",
        shapes=("99 9999 9999 9999", "9" * 14),
        check=any_number,
        near=r"abha|ayushman bharat|health id",
        reach=CLOSE,
    ),
    Row(
        country="at",
        name="svnr",
        shapes=("9999 999999", "9" * 10, "9999 99 99 99"),
        check=by("at.vnr"),
        near=r"svnr|sv-nummer|sozialversicherungs\w*|versicherungsnummer|e-card",
    ),
)
