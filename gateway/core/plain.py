"""Plain statements of danger in languages that the other rules do not read.

Each language has its rows (signs/_plain_*.py) and is compiled when first met, since most
practices never see it. A word of the language is enough to look: people write "ich will sterben"
below two lines of English, and no library tells the language of three words.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from gateway.core.patterns import PatternSet
from gateway.core.rules import Hit, Row, Rule, sign
from gateway.core.signs import _plain_de, _plain_it, _plain_nl, _plain_pl, _plain_pt
from gateway.core.windows import Reading

TABLES: Mapping[str, tuple[Mapping[str, Sequence[Row]], Mapping[str, str]]] = {
    "de": (_plain_de.ROWS, _plain_de.WORDS),
    "it": (_plain_it.ROWS, _plain_it.WORDS),
    "nl": (_plain_nl.ROWS, _plain_nl.WORDS),
    "pl": (_plain_pl.ROWS, _plain_pl.WORDS),
    "pt": (_plain_pt.ROWS, _plain_pt.WORDS),
}
# Words that English, French and Spanish do not have: the commonest, and those of danger.
TOLD_BY: Mapping[bytes, str] = {
    word: code
    for code, words in {
        "de": b"ich mich mir und ist nicht mein meine meinen meinem wir uns ohne sterben sterbe "
        b"umbringen umzubringen selbstmord suizid suizidgedanken abschiedsbrief abschiedsbriefe "
        b"tabletten schlagt steht gelassen leben",
        "pt": b"nao meu minha mim estou vou quero tenho ele ela dele voce vc hoje tudo "
        b"morrer viver adeus tomei tentei cortei matou bateu uma vontade",
        "it": b"voglio vorrei sono mio questa nella senza perche piu gia stasera stanotte morire "
        b"vivere uccidermi uccidersi ammazzarmi ammazzarlo ammazzarla suicidarmi suicidi pastiglie "
        b"pillole picchia finita tentato lettere bambino bambina voglia sorella fratello",
        "nl": b"ik mij mijn niet mezelf een het naar voor heeft zijn zonder wil dood sterven leven "
        b"doodgaan pillen zelfmoord zelfmoordgedachten afscheidsbrief afscheidsbrieven geslagen "
        b"vermoorden",
        "pl": b"nie mnie juz jestem moj moja boje znowu wczoraj dziekuje beze chce umrzec zycie "
        b"zabic zabije samobojstwo samobojcze mysli wzielam wzialem tabletki tabletek pozegnalny "
        b"pozegnalne ochote bije grozi dziecko corke syna drzwiami",
    }.items()
    for word in words.split()
}
TOLD = frozenset(TOLD_BY)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainRules:
    """The rules of one language, compiled."""

    rules: tuple[Rule, ...] = field(repr=False)
    patterns: PatternSet = field(repr=False)

    def hits(self, reading: Reading) -> Iterator[Hit]:
        for number, start, end in self.patterns.hits(reading.words):
            rule = self.rules[number]
            at = reading.at(start)
            yield Hit(rule=rule, sentence=at, start=start, end=end, risk=rule.risk, cue=rule.cue)


@cache
def plain_rules(code: str) -> PlainRules:
    """Errors: KeyError for a language without rows."""
    rows, words = TABLES[code]
    rules = tuple(r for about in rows for r in sign(about, {code: rows[about]}, words).rules)
    return PlainRules(rules=rules, patterns=PatternSet([r.pattern for r in rules]))


def plain_hits(reading: Reading, codes: Iterable[str]) -> Iterator[Hit]:
    """Where a plain statement may stand, read in these languages."""
    for code in codes:
        yield from plain_rules(code).hits(reading)
