"""./run model: makes gateway/model.bin from model/text, and prints what it is worth.

One logistic regression for each head, over the same words and pairs that the gateway reads at
run time. A label holds for a whole text, danger stands in one window of it: each round takes
the window of a dangerous text that speaks loudest, and every window of a harmless one. All
figures are from five folds: a text is always scored by a model that has not seen it. The limits
are set on those scores. The seed is fixed, so that the same text gives the same file.
"""

import json
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from examples import EXTERNAL, Example, external, own
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from gateway.core.assess import Detectors, reasons_by_rules
from gateway.core.assessment import INTENTS, Risk
from gateway.core.mail import Segment
from gateway.core.model import LANE, LANE_BYTES, Model, Unit, features, spans, units_of
from gateway.core.opinion import OWN
from gateway.core.quoting import told_apart
from gateway.core.windows import Reading, read
from gateway.plugins import rules_in

HERE = Path(__file__).parent
OUT = HERE.parent / "gateway" / "model.bin"
CARD = HERE / "card.md"
FIGURES = "## Figures"
SEED = 7
FOLDS = 5
ROUNDS = 2
# Texts in which a word or pair must occur to get a coefficient.
LEAST_TEXTS = 2
# Words and pairs that are kept, those that weigh most in any head: more only cost memory.
MOST_NAMES = 40_000
# Steps of a coefficient; 32-bit lanes hold the sum of any window.
STEPS = 2_000
SIGNS = (
    "suicide",
    "self_harm",
    "abuse",
    "child_protection",
    "harm_to_others",
    "substance_use",
    "eating_disorder",
)
# Of our own texts, which were written to be hard: the share of the harmless that may be taken for
# dangerous, of what is no emergency for one, and of the harmless for something to notice.
FALSE_DANGER = 0.02
FALSE_EMERGENCY = 0.02
FALSE_NOTICE = 0.04
# About as many windows as a mail of 1,200 words has, and what more of them may cost: so much
# that a newsletter is let through, so little that a danger in it is not.
FREE_WINDOWS = 200
MOST_CHOICE = 2.0
Label = Callable[[Example], bool | None]


@dataclass(frozen=True)
class Head:
    """A question, and how strongly its coefficients are held down (C of scikit-learn)."""

    name: str
    label: Label
    strength: float

    @property
    def free(self) -> int:
        """Windows that cost nothing: danger must not drown in a long mail."""
        return 1 if self.name.startswith("reason.") else FREE_WINDOWS


def heads() -> list[Head]:
    """Every question the model answers; a label of None: this text does not tell."""

    def sign(name: str) -> Label:
        return lambda e: name in e.signs if e.risk >= Risk.URGENT else None

    def reason(name: str) -> Label:
        return lambda e: None if e.reasons is None else name in e.reasons

    def crisis(e: Example) -> bool | None:
        """Whether danger is the main purpose: asked only where there is danger."""
        if e.risk < Risk.URGENT or e.reasons in (None, ("other",)):
            return None
        return e.reasons[0] == "crisis"

    def other(e: Example) -> bool | None:
        return None if e.risk >= Risk.URGENT else reason("other")(e)

    return [
        Head("danger", lambda e: e.risk >= Risk.URGENT, 30),
        Head("emergency", lambda e: e.risk is Risk.EMERGENCY, 10),
        Head("notice", lambda e: e.risk >= Risk.NOTICE, 10),
        *(Head(name, sign(name), 10) for name in SIGNS),
        *(Head(f"reason.{n}", reason(n), 10) for n in INTENTS if n not in ("crisis", "other")),
        Head("reason.crisis", crisis, 10),
        Head("reason.other", other, 10),
    ]


class Table:
    """All windows of all texts as one sparse matrix; rows of text n are first[n]..first[n+1]."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        units = [units_in(e) for e in examples]
        texts = Counter(name for u in units for name in {f for x in u for f in features(x.words)})
        kept = sorted(name for name, count in texts.items() if count >= LEAST_TEXTS)
        self.names = {name: n for n, name in enumerate(kept)}
        self.first = [0]
        data: list[float] = []
        columns: list[int] = []
        ends = [0]
        self.lengths: list[int] = []
        for some in units:
            for start, end in list(spans(len(some))) or [(0, 0)]:
                length = sum(len(u.words) for u in some[start:end])
                for unit in some[start:end]:
                    found = sorted(self.names[f] for f in features(unit.words) if f in self.names)
                    columns += found
                    data += [1 / (length + 1) ** 0.5] * len(found)
                ends.append(len(columns))
                self.lengths.append(length)
            self.first.append(len(self.lengths))
        self.rows = csr_matrix(
            (np.array(data), columns, ends), shape=(len(self.lengths), len(self.names))
        )

    def windows(self, text: int) -> range:
        return range(self.first[text], self.first[text + 1])


def reading_of(example: Example) -> Reading:
    """As the gateway reads it."""
    subject = [Segment(kind="subject", text=example.subject)] if example.subject else []
    return read([*subject, *told_apart(example.text)])


def units_in(example: Example) -> list[Unit]:
    """Her own words."""
    return units_of(reading_of(example), OWN)


def fit(table: Table, head: Head, texts: Sequence[int]) -> tuple[np.ndarray, float]:
    """(coefficients, intercept) of one head from these texts."""
    labels = {n: head.label(table.examples[n]) for n in texts}
    yes = [n for n in texts if labels[n] is True]
    no = [w for n in texts if labels[n] is False for w in table.windows(n)]
    loudest = [max(table.windows(n), key=lambda w: table.lengths[w]) for n in yes]
    model = LogisticRegression(
        C=head.strength, class_weight="balanced", solver="liblinear", random_state=SEED
    )
    for _ in range(ROUNDS):
        rows = table.rows[[*loudest, *no]]
        model.fit(rows, [True] * len(loudest) + [False] * len(no))
        scores = table.rows @ model.coef_[0]
        loudest = [max(table.windows(n), key=lambda w: scores[w]) for n in yes]
    return model.coef_[0], float(model.intercept_[0])


def scored(table: Table, coefficients: np.ndarray, intercept: float) -> np.ndarray:
    """Each text's score: that of its strongest window."""
    rows = table.rows @ coefficients + intercept
    return np.maximum.reduceat(rows, table.first[:-1])


def cross_scored(table: Table, head: Head) -> np.ndarray:
    """Each text's score by a model that has not seen it."""
    place = [int(e.key[:8], 16) % FOLDS for e in table.examples]
    out = np.zeros(len(place))
    for fold in range(FOLDS):
        seen = [n for n, p in enumerate(place) if p != fold]
        some = scored(table, *fit(table, head, seen))
        for n, p in enumerate(place):
            if p == fold:
                out[n] = some[n]
    return out


@dataclass(frozen=True)
class Fitted:
    """A head ready to be written: coefficients and the rest, all in calibrated log-odds."""

    name: str
    coefficients: np.ndarray
    intercept: float
    choice: float
    free: int
    trust: float
    seen: np.ndarray


def fitted(table: Table, head: Head, rules: np.ndarray) -> Fitted:
    """One head fitted on all texts, calibrated on scores by models that had not seen them.

    rules  for each text the score of the rules for this head's reason, 0 for other heads
    """
    unseen = cross_scored(table, head)
    labels = [head.label(e) for e in table.examples]
    told = [n for n, label in enumerate(labels) if label is not None]
    beyond = np.maximum(np.diff(table.first) / head.free, 1.0)
    facts = np.column_stack([unseen, np.log(beyond), rules])
    scale = LogisticRegression(C=100.0, random_state=SEED).fit(
        facts[told], [bool(labels[n]) for n in told]
    )
    slope, choice, trust = (float(c) for c in scale.coef_[0])
    coefficients, intercept = fit(table, head, range(len(labels)))
    return Fitted(
        name=head.name,
        coefficients=coefficients * slope,
        intercept=intercept * slope + float(scale.intercept_[0]),
        choice=min(0.0, max(choice, -MOST_CHOICE)),
        free=head.free,
        trust=max(0.0, trust),
        seen=facts @ scale.coef_[0] + scale.intercept_[0],
    )


def rule_scores(examples: Sequence[Example]) -> dict[str, np.ndarray]:
    """What the rules alone say of each reason, for each text."""
    silent = Model(
        heads=(),
        intercepts=(),
        choices=(),
        free=(),
        step=1.0,
        limits={},
        trust={},
        signs=(),
        weights={},
    )
    rules = Detectors(rules_in("core.intents"), rules_in("core.signs"), silent)
    scores = [reasons_by_rules(reading_of(e), rules) for e in examples]
    return {name: np.array([s.get(name, 0.0) for s in scores]) for name in INTENTS}


def limits(table: Table, found: Sequence[Fitted]) -> dict[str, float]:
    """Where each head of a risk begins to speak: so that of our harmless texts, which were
    written to look dangerous, no more than a share is taken for what it is not."""
    by_name = {f.name: f.seen for f in found}
    risks = np.array([e.risk for e in table.examples])
    ours = np.array([e.source not in EXTERNAL for e in table.examples])

    def at(head: str, below: Risk, share: float) -> float:
        return float(np.quantile(by_name[head][ours & (risks < below)], 1 - share))

    return {
        "danger": at("danger", Risk.NOTICE, FALSE_DANGER),
        "emergency": at("emergency", Risk.URGENT, FALSE_EMERGENCY),
        "notice": at("notice", Risk.NOTICE, FALSE_NOTICE),
    }


def written(table: Table, found: Sequence[Fitted], at: dict[str, float]) -> bytes:
    """The file: facts as a line of JSON, then names and lanes, deflated."""
    step = max(float(np.abs(f.coefficients).max()) for f in found) / STEPS
    steps = np.rint(np.array([f.coefficients for f in found]) / step).astype(int)
    weight = (np.abs(steps) / steps.std(axis=1, keepdims=True)).max(axis=0)
    heavy = set(np.argsort(-weight, kind="stable")[:MOST_NAMES].tolist())
    names = [name for name, n in table.names.items() if n in heavy]
    lanes = b"".join(
        sum(int(c) << (LANE * lane) for lane, c in enumerate(steps[:, table.names[n]])).to_bytes(
            LANE_BYTES * len(found), "little", signed=True
        )
        for n in names
    )
    body = b"\n".join(names)
    facts = {
        "heads": [f.name for f in found],
        "intercepts": [round(f.intercept, 4) for f in found],
        "choices": [round(f.choice, 4) for f in found],
        "free": [f.free for f in found],
        "step": step,
        "limits": {name: round(limit, 4) for name, limit in at.items()},
        "trust": {f.name: round(f.trust, 4) for f in found if f.name.startswith("reason.")},
        "signs": SIGNS,
        "names": len(body),
    }
    return json.dumps(facts).encode() + b"\n" + zlib.compress(body + lanes, 9)


def figures(table: Table, found: Sequence[Fitted], at: dict[str, float]) -> str:
    """The card's last part: what there is, and what each head is worth on texts unseen."""
    lines = [FIGURES, "By `./run model`: texts, and shares of them, each judged by a model that"]
    lines += ["had not seen it. The rules are not in these; `./run listen` measures both.", ""]
    lines += ["| texts | none | notice | urgent | emergency |", "|---|---|---|---|---|"]
    groups = Counter((e.source, e.risk) for e in table.examples)
    for source in sorted({e.source for e in table.examples}):
        lines.append(f"| {source} | " + " | ".join(str(groups[source, r]) for r in Risk) + " |")
    lines += ["", "| spoken for by | none | notice | urgent | emergency |", "|---|---|---|---|---|"]
    by_name = {f.name: f.seen for f in found}
    ours = [n for n, e in enumerate(table.examples) if e.source not in EXTERNAL]
    for language in sorted({table.examples[n].language for n in ours}):
        for head in at:
            shares = []
            for risk in Risk:
                some = [
                    n
                    for n in ours
                    if table.examples[n].risk is risk and table.examples[n].language == language
                ]
                shares.append(f"{np.mean(by_name[head][some] >= at[head]):.2f}")
            lines.append(f"| {head}, {language} | {' | '.join(shares)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    examples = [*own(), *external()]
    table = Table(examples)
    rules = rule_scores(examples)
    nothing = np.zeros(len(examples))
    found = [fitted(table, h, rules.get(h.name.removeprefix("reason."), nothing)) for h in heads()]
    at = limits(table, found)
    OUT.write_bytes(written(table, found, at))
    prose = CARD.read_text("utf-8").partition(FIGURES)[0]
    report = figures(table, found, at)
    CARD.write_text(prose + report, "utf-8")
    print(report)
    print(f"{len(examples)} texts, {len(table.names)} words and pairs, {MOST_NAMES} kept: {OUT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
