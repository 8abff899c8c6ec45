"""What the model adds to the rules: a risk that it may raise, and reasons that it weighs.

The segments of each kind are heard apart, so that no quoted word takes part in what the client
says now. The words that weighed most are shown with the sentence: a person can judge the model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from gateway.core.assessment import Risk
from gateway.core.mail import SegmentKind
from gateway.core.model import Model, Peak, Unit, units_of
from gateway.core.windows import Reading

OWN: tuple[SegmentKind, ...] = ("subject", "new")
# Heads of the model and the risk each asks for, the gravest first.
RISKS = (("emergency", Risk.EMERGENCY), ("danger", Risk.URGENT), ("notice", Risk.NOTICE))
REASON = "reason."
SHOWN_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The segments of some kinds as the model heard them."""

    units: Sequence[Unit]
    peaks: Mapping[str, Peak]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """A risk that the model asks for.

    head         that speaks: "danger", ...
    about        the sign that comes nearest, "crisis" when none does
    probability  that it gives to the risk, 0..1
    sentence     number of the sentence that speaks loudest
    words        that weigh most there: for the therapist's eyes only
    """

    head: str
    about: str
    risk: Risk
    probability: float
    sentence: int
    words: tuple[str, ...] = field(repr=False)


def hear(reading: Reading, kinds: Sequence[SegmentKind], model: Model) -> Heard:
    """The segments of these kinds, heard together."""
    units = units_of(reading, kinds)
    return Heard(units=units, peaks=model.peaks(units))


def opinion_of(heard: Heard, model: Model, signs: Sequence[str]) -> Opinion | None:
    """The gravest risk that a head asks for; None when none speaks.

    signs  names that `about` may be
    """
    for head, risk in RISKS:
        if heard.peaks and heard.peaks[head].score >= model.limits[head]:
            return _opinion(head, risk, heard, model, signs)
    return None


def reasons_of(heard: Heard, model: Model, by_rules: Mapping[str, float]) -> dict[str, float]:
    """Each reason with its probability; what the rules say when there is nothing to read.

    by_rules  the scores 0..1 of the rules, which are weighed in
    """
    if not heard.peaks:
        return dict(by_rules)
    return {
        name.removeprefix(REASON): probability(
            peak.score + model.trust[name] * by_rules.get(name.removeprefix(REASON), 0.0)
        )
        for name, peak in heard.peaks.items()
        if name.startswith(REASON)
    }


def probability(score: float) -> float:
    """Log-odds as a probability."""
    return 1.0 / (1.0 + exp(-max(-40.0, min(40.0, score))))


def _opinion(head: str, risk: Risk, heard: Heard, model: Model, signs: Sequence[str]) -> Opinion:
    peak = heard.peaks[head]
    window = heard.units[peak.start : peak.end]
    alone = [model.peaks([unit])[head].score for unit in window]
    loudest = window[alone.index(max(alone))]
    near = max(signs, key=lambda name: heard.peaks[name].score)
    return Opinion(
        head=head,
        about=near if heard.peaks[near].score >= 0 else "crisis",
        risk=risk,
        probability=probability(peak.score),
        sentence=loudest.sentence,
        words=model.weightiest(head, window, SHOWN_WORDS),
    )
