"""Which mails were judged otherwise than a person labelled them, the gravest errors first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gateway.core.assessment import Risk
from gateway.core.labels import Labelled
from gateway.core.scoring import FOUND, UNKNOWN, Pair

# Kinds of error, the dearest first.
KINDS = (
    "not found",
    "false alarm",
    "too low",
    "too high",
    UNKNOWN,
    "reason",
    "sign not found",
    "false sign",
)
FIRST_WORDS = 12
MOST_SHOWN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One mail that was judged otherwise than labelled.

    what         one of KINDS: danger graded below urgent is "not found", graded urgent or above
                 without being it is a "false alarm"; other risks are "too low" or "too high"
    gold, got    the labels that differ; "" when there is none
    first_words  of the mail: for the owner of the file only
    """

    what: str
    id: str
    language: str
    gold: str
    got: str
    traps: tuple[str, ...] = ()
    first_words: str = field(repr=False)


def misses(pairs: Iterable[Pair]) -> list[Miss]:
    """Every mail that was judged otherwise, the gravest errors first."""
    found = (miss for pair in pairs for miss in _misses(pair))
    return sorted(found, key=lambda miss: KINDS.index(miss.what))


def first_words(gold: Labelled) -> str:
    """How the mail begins, on one line; what cannot be printed is "?"."""
    words = f"{gold.subject} | {gold.text}" if gold.subject else gold.text
    begins = " ".join(words.split()[:FIRST_WORDS])
    return "".join(c if c.isprintable() else "?" for c in begins[:MOST_SHOWN])


def _misses(pair: Pair) -> Iterator[Miss]:
    gold = pair.gold
    found: list[tuple[str, str, str]] = []
    if pair.risk != gold.risk.word:
        found.append((_error_of(gold.risk, pair.risk), gold.risk.word, pair.risk))
    if pair.reason != gold.reasons[0]:
        found.append(("reason", gold.reasons[0], pair.reason))
    found += (("sign not found", sign, "") for sign in gold.signs if sign not in pair.signs)
    found += (("false sign", "", sign) for sign in pair.signs if sign not in gold.signs)
    for what, label, got in found:
        yield Miss(
            what=what,
            id=gold.id,
            language=gold.language,
            gold=label,
            got=got,
            traps=gold.traps,
            first_words=first_words(gold),
        )


def _error_of(gold: Risk, got: str) -> str:
    if gold >= Risk.URGENT and got not in FOUND:
        return "not found"
    if got == UNKNOWN:
        return UNKNOWN
    graded = Risk[got.upper()]
    if gold < Risk.URGENT <= graded:
        return "false alarm"
    return "too low" if graded < gold else "too high"
