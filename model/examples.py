"""The labelled text that the model is made from.

model/text/*.txt is our own: every line invented, written by hand, grouped under a header
[risk | signs | reasons] (see model/card.md). Short requests with a licence that allows it are
read from ../shared/detection where that stands, and only the half of them whose sha256 begins
with 0 to 7: the other half measures (bench/listen).
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gateway.core.assessment import Risk

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "detection"
HEADER = re.compile(r"\[\s*(none|notice|urgent|emergency)\s*\|([^|]*)\|([^|\]]*)\]")
UNLABELLED = "-"
# Set, and how many of its harmless rows are taken: they must not outnumber our own.
EXTERNAL = {
    "clinc150": 1_000,
    "hwu64": 800,
    "banking77": 400,
    "enron_sentences": 1_500,
    "mail_ham": 700,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text and its labels. reasons: None when the text shows none of its own."""

    source: str
    language: str
    subject: str
    text: str
    risk: Risk
    signs: tuple[str, ...] = ()
    reasons: tuple[str, ...] | None = None

    @property
    def key(self) -> str:
        """What tells two texts apart, and gives each its place in the folds."""
        return hashlib.sha256(f"{self.subject}\n{self.text}".encode()).hexdigest()


def own(folder: Path = HERE / "text") -> Iterator[Example]:
    """Every line of our own text. Errors: ValueError names the file and the line."""
    for path in sorted(folder.glob("*.txt")):
        labels: re.Match[str] | None = None
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            if header := HEADER.fullmatch(line.strip()):
                labels = header
            elif labels is None:
                raise ValueError(f"{path.name}:{number}: a text before the first header")
            else:
                yield _example(path.stem, line, labels)


def external() -> Iterator[Example]:
    """The training half of the sets handed over; nothing where they are absent."""
    for name, most in EXTERNAL.items():
        path = SHARED / f"{name}.dev.jsonl"
        if not path.exists():
            continue
        harmless = 0
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for row in sorted(rows, key=lambda r: _digest(r["text"])):
            reason = row.get("reason") or "other"
            if not for_training(row["text"]) or (reason == "other" and harmless >= most):
                continue
            harmless += reason == "other"
            has_reason = name in ("clinc150", "hwu64", "banking77")
            yield Example(
                source=name,
                language="en",
                subject="",
                text=row["text"],
                risk=Risk.NONE,
                reasons=(reason,) if has_reason else None,
            )


def for_training(text: str) -> bool:
    """Whether a row of a set handed over may be learnt from; the others measure."""
    return _digest(text)[0] < "8"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _example(stem: str, line: str, labels: re.Match[str]) -> Example:
    subject, arrow, body = line.partition(">> ")
    reasons = _listed(labels[3])
    return Example(
        source=stem,
        language=stem.rpartition("_")[2],
        subject=subject.strip() if arrow else "",
        text=(body if arrow else line).strip().replace(" / ", "\n"),
        risk=Risk[labels[1].upper()],
        signs=_listed(labels[2]),
        reasons=None if reasons in ((), (UNLABELLED,)) else reasons,
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
