"""How well the gateway listens: figures from labelled mails and what was made of each.

The dearer error decides what is counted: a person in danger who is not seen. So "found" means
graded urgent or above, what the gateway calls "unknown" counts as not found, and each share
stands with its bounds (Wilson, 95 %): 25 of 25 found does not prove .98.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from gateway.core.assessment import INTENTS, Assessment, Risk
from gateway.core.labels import Labelled

UNKNOWN = "unknown"
RISK_WORDS = (*(risk.word for risk in Risk), UNKNOWN)
FOUND = ("urgent", "emergency")
BINS = 10
# The normal deviate that leaves 2.5 % on either side.
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. value: None of nothing."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def bounds(self) -> tuple[float, float]:
        """Lower and upper 95 % bound of the true share (Wilson 1927); 0 and 1 of nothing."""
        if not self.whole:
            return 0.0, 1.0
        n, p = self.whole, self.part / self.whole
        middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
        # At the ends the formula is exact; its rounding is not.
        low = 0.0 if self.part == 0 else max(0.0, middle - half)
        high = 1.0 if self.part == n else min(1.0, middle + half)
        return low, high


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What a person said of a mail, and what the gateway did.

    risk     a word of RISK_WORDS
    reasons  (name, score 0..1), the main one first, at least one
    """

    gold: Labelled
    risk: str
    reasons: tuple[tuple[str, float], ...]
    signs: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        return self.reasons[0][0]

    @property
    def is_found(self) -> bool:
        """Graded urgent or above by the gateway."""
        return self.risk in FOUND


def paired(gold: Labelled, got: Assessment) -> Pair:
    """The labels and the assessment of one mail, side by side."""
    return Pair(gold=gold, risk=got.risk_word, reasons=got.intents, signs=got.signs)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFigures:
    """How danger was graded.

    table           (labelled, graded) -> mails
    emergency       of the emergencies: graded urgent or above
    exact           of the emergencies: graded emergency
    danger          of urgent and emergency: graded urgent or above
    none, notice    of these: graded urgent or above, a false alarm
    right_alarms    of all graded urgent or above: labelled so (positive predictive value)
    """

    table: Mapping[tuple[str, str], int]
    emergency: Share
    exact: Share
    danger: Share
    none: Share
    notice: Share
    right_alarms: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """Of what was said, how much is right; of what should be said, how much was."""

    precision: Share
    recall: Share

    @property
    def f1(self) -> float:
        """Twice the right ones, by all that were said and all that should be; 0 of nothing."""
        both = self.precision.whole + self.recall.whole
        return 2 * self.recall.part / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonFigures:
    """Why the client wrote.

    table     (labelled, named) -> mails, by the main reason
    each      by main reason
    right     of all mails: the main reason is right
    reported  of all labelled reasons, further ones too: named among others or first
    """

    table: Mapping[tuple[str, str], int]
    each: Mapping[str, Retrieval]
    right: Share
    reported: Share

    @property
    def macro_f1(self) -> float | None:
        """Mean over the reasons that were labelled; None without any."""
        f1 = [found.f1 for found in self.each.values() if found.recall.whole]
        return sum(f1) / len(f1) if f1 else None


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores between two tenths: their mean, and how many of them were right."""

    mean: float
    right: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of some labelled mails.

    bins  of the scores of named reasons, by tenths; empty ones left out
    """

    mails: int
    risk: RiskFigures
    reasons: ReasonFigures
    signs: Mapping[str, Retrieval]
    bins: tuple[Bin, ...]

    @property
    def calibration_error(self) -> float | None:
        """Expected distance of score and share right, 0..1; None without scores."""
        scores = sum(b.right.whole for b in self.bins)
        far = sum(abs(b.mean * b.right.whole - b.right.part) for b in self.bins)
        return far / scores if scores else None


def figures(pairs: Sequence[Pair]) -> Figures:
    """Everything that is measured, on these mails."""
    return Figures(
        mails=len(pairs),
        risk=_of_risk(pairs),
        reasons=_of_reasons(pairs),
        signs=_of_signs(pairs),
        bins=_bins((score, name in p.gold.reasons) for p in pairs for name, score in p.reasons),
    )


def grouped(
    pairs: Iterable[Pair], names: Callable[[Labelled], Iterable[str]]
) -> dict[str, list[Pair]]:
    """The mails by a name that their labels have, sorted; a mail of several is in each."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        for name in names(pair.gold):
            groups.setdefault(name, []).append(pair)
    return dict(sorted(groups.items()))


def by_language(gold: Labelled) -> tuple[str, ...]:
    return (gold.language or "not said",)


def by_trap(gold: Labelled) -> tuple[str, ...]:
    return gold.traps or ("no trap",)


def by_category(gold: Labelled) -> tuple[str, ...]:
    return (gold.category,) if gold.category else ()


def _of_risk(pairs: Sequence[Pair]) -> RiskFigures:
    def found(*labels: Risk) -> Share:
        meant = [p for p in pairs if p.gold.risk in labels]
        return Share(sum(p.is_found for p in meant), len(meant))

    alarms = [p for p in pairs if p.is_found]
    emergencies = [p for p in pairs if p.gold.risk is Risk.EMERGENCY]
    return RiskFigures(
        table=Counter((p.gold.risk.word, p.risk) for p in pairs),
        emergency=found(Risk.EMERGENCY),
        exact=Share(sum(p.risk == "emergency" for p in emergencies), len(emergencies)),
        danger=found(Risk.URGENT, Risk.EMERGENCY),
        none=found(Risk.NONE),
        notice=found(Risk.NOTICE),
        right_alarms=Share(sum(p.gold.risk >= Risk.URGENT for p in alarms), len(alarms)),
    )


def _of_reasons(pairs: Sequence[Pair]) -> ReasonFigures:
    table = Counter((p.gold.reasons[0], p.reason) for p in pairs)
    said, meant = Counter(p.reason for p in pairs), Counter(p.gold.reasons[0] for p in pairs)
    named = [(reason, {n for n, _ in p.reasons}) for p in pairs for reason in p.gold.reasons]
    return ReasonFigures(
        table=table,
        each={
            name: _retrieval(table[name, name], said[name], meant[name])
            for name in INTENTS
            if said[name] or meant[name]
        },
        right=Share(sum(table[name, name] for name in meant), len(pairs)),
        reported=Share(sum(reason in names for reason, names in named), len(named)),
    )


def _of_signs(pairs: Sequence[Pair]) -> dict[str, Retrieval]:
    said = Counter(sign for p in pairs for sign in p.signs)
    meant = Counter(sign for p in pairs for sign in p.gold.signs)
    both = Counter(sign for p in pairs for sign in p.signs if sign in p.gold.signs)
    return {s: _retrieval(both[s], said[s], meant[s]) for s in sorted({*said, *meant})}


def _retrieval(both: int, said: int, meant: int) -> Retrieval:
    return Retrieval(precision=Share(both, said), recall=Share(both, meant))


def _bins(scores: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, is_right in scores:
        filled[min(BINS - 1, max(0, int(score * BINS)))].append((score, is_right))
    return tuple(
        Bin(sum(score for score, _ in b) / len(b), Share(sum(right for _, right in b), len(b)))
        for b in filled
        if b
    )
