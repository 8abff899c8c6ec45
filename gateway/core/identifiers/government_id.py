"""Numbers that a state gives to a person: social insurance, tax, identity, passport, licence."""

from gateway.core.identifiers.checks import ITIN, NINO, SSN, any_number, by, luhn, shaped
from gateway.core.identifiers.row import CLOSE, Row

NINE = ("999999999", "999 999 999")
SSN_SHAPES = ("999999999", "999 99 9999")
# Passports have no checksum outside their machine-readable lines.
PASSPORTS = (
    *("999999999", "A99999999", "A9999999", "AA9999999", "AA999999", "AA99999999"),
    *("AAA999999", "AAA999999A", "99AA99999", "A999999AA", "AA 999999", "AA 9999999"),
)
# Licences as the provinces, states and countries of our practices print them.
LICENCES = (
    *("9999999", "99999999", "999999999", "9999999999", "999999999999", "999 999 999"),
    *("999999 999", "9999 99 9999", "999 999999", "99AA99999", "99999999A"),
    *("A9999999", "A99999999", "A99999999999", "A999999999999", "A99999999999999"),
    *("A9999 99999 99999", "A9999 999999 99", "A999 999 9999", "A999 9999 9999"),
    *("A999 999 99 999", "A999 999 99 999 9", "A999 9999 9999 99"),
    *("AA9999999", "AA9999999A", "AAAA9999999", "AAAAA999999AA9AA", "AAAAA 999999 AA9AA"),
    *("AA9999999999999", "AA99 99999999999", "AA99 9999 9999999", "AA99 99999 999999"),
)
LICENCE_WORDS = (
    r"driv(?:er|ers|er's|ing)'?[ -]licen[cs]e|licen[cs]e de conduire|driving permit"
    r"|permis(?: de conduire)?"
    r"|(?:permiso|licencia|carnet|carne) de (?:conducir|manejar|conduccion)|dl"
)

ROWS = (
    Row(
        country="ca",
        name="sin",
        shapes=NINE,
        check=luhn,
        near=r"sin|s\.i\.n|social insurance(?: number)?|nas|n\.a\.s|assurance sociale",
    ),
    Row(
        country="us",
        name="ssn",
        shapes=SSN_SHAPES,
        check=shaped(SSN),
        near=(
            r"ssn|s\.s\.n|ss ?#|ss(?: number| no| num)?|social(?: security)?(?: number)?"
            r"|seguro social"
        ),
        alone="999-99-9999",
    ),
    Row(
        country="us",
        name="itin",
        shapes=SSN_SHAPES,
        check=shaped(ITIN),
        near=r"itin|taxpayer(?: identification)?|tin|tax id",
        alone="999-99-9999",
    ),
    Row(
        country="gb",
        name="nino",
        shapes=("AA999999A", "AA 99 99 99 A", "AA 999999 A", "AA999999 A"),
        check=shaped(NINO),
        near=r"nino|national insurance(?: number)?|ni(?: number| no|#)?",
        alone="A{2}9{6}A|A{2} 99 99 99 A",
    ),
    Row(
        country="gb",
        name="utr",
        shapes=("9" * 10, "99999 99999", "999 999 9999"),
        check=by("gb.utr"),
        near=r"utr|unique tax(?:payer)? reference(?: number)?|self[ -]assessment|tax reference",
    ),
    Row(
        country="ie",
        name="pps",
        shapes=("9999999A", "9999999AA", "9999999 A", "9999999 AA"),
        check=by("ie.pps"),
        near=r"ppsn?|pps(?: number| no)?|personal public service|rsi number",
        alone="9{7}A{1,2}",
    ),
    Row(
        country="fr",
        name="spi",
        shapes=("9" * 13, "99 99 999 999 999"),
        check=by("fr.nif"),
        near=r"spi|(?:numero|reference|identifiant|identification) fiscale?|impots",
    ),
    Row(
        country="fr",
        name="identity_card",
        shapes=("9" * 12, "99AAA99999", "9999AAA99999"),
        check=any_number,
        near=r"carte (?:nationale )?d'identite|cni",
        reach=CLOSE,
    ),
    Row(
        country="es",
        name="dni",
        shapes=("99999999A", "99999999 A", "99 999 999 A"),
        check=by("es.dni"),
        near=r"dni|nif|documento(?: nacional)?(?: de identidad)?|carnet de identidad|identidad",
        alone=r"9{8}-?A|99\.999\.999-A",
    ),
    Row(
        country="es",
        name="nie",
        shapes=("A9999999A", "A 9999999 A"),
        check=by("es.nie"),
        near=r"nie|nif|extranjer[oa]s?",
        alone="A9{7}A|A-9{7}-A",
    ),
    Row(
        country="au",
        name="tfn",
        shapes=(*NINE, "99999999", "99 999 999"),
        check=by("au.tfn"),
        near=r"tfn|tax file(?: number)?",
    ),
    Row(
        country="in",
        name="aadhaar",
        shapes=("9" * 12, "9999 9999 9999"),
        check=by("in_.aadhaar"),
        near=r"aadh?aa?r(?: card)?|adhaar|uidai|uid",
    ),
    Row(
        country="in",
        name="pan",
        shapes=("AAAAA9999A",),
        check=by("in_.pan"),
        near=r"pan(?: card)?|permanent account(?: number)?|income tax",
        alone=".*",
    ),
    Row(
        country="",
        name="passport",
        shapes=PASSPORTS,
        check=any_number,
        near=r"passports?(?: number| no)?|passeports?|pasaportes?",
        reach=CLOSE,
    ),
    Row(
        country="",
        name="driving_licence",
        shapes=LICENCES,
        check=any_number,
        near=LICENCE_WORDS,
        reach=CLOSE,
    ),
    Row(
        country="it",
        name="codice_fiscale",
        shapes=("AAAAAA99A99A999A", "AAA AAA 99A99 A999A"),
        check=by("it.codicefiscale"),
        near="codice fiscale|tessera sanitaria",
        alone=".*",
    ),
    Row(
        country="ch",
        name="ahv",
        shapes=("999 9999 9999 99", "9" * 13),
        check=by("ch.ssn"),
        near=r"ahv(?:-nummer)?|avs|oasi",
        alone=r"999\.9999\.9999\.99",
    ),
    Row(
        country="nl",
        name="bsn",
        shapes=(*NINE, "9999 99 999"),
        check=by("nl.bsn"),
        near="bsn|burgerservicenummer",
    ),
    Row(
        country="be",
        name="nn",
        shapes=("9" * 11, "99 99 99 999 99", "999999 999 99"),
        check=by("be.nn"),
        near="registre national|numero national|rijksregister\\w*|niss|insz",
        alone=r"99\.99\.99-999\.99",
    ),
    Row(
        country="de",
        name="idnr",
        shapes=("9" * 11, "99 999 999 999"),
        check=by("de.idnr"),
        near=r"steuer-?(?:id\w*|nummer)|steuerliche identifikation\w*|idnr",
    ),
    Row(
        country="pt",
        name="nif",
        shapes=NINE,
        check=by("pt.nif"),
        near="nif|contribuinte",
    ),
    Row(country="pl", name="pesel", shapes=("9" * 11,), check=by("pl.pesel"), near="pesel"),
    Row(
        country="br",
        name="cpf",
        shapes=("9" * 11, "999 999 999 99"),
        check=by("br.cpf"),
        near="cpf",
        alone=r"999\.999\.999-99",
    ),
    Row(
        country="mx",
        name="curp",
        shapes=("AAAA999999AAAAAA99", "AAAA999999AAAAAAA9"),
        check=by("mx.curp"),
        near="curp",
        alone=".*",
    ),
    Row(
        country="se",
        name="personnummer",
        shapes=("999999 9999", "99999999 9999"),
        check=by("se.personnummer"),
        near="personnummer|personal identity number",
    ),
)
