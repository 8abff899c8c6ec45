"""The labelled sets: our own beside this file, and those handed over, where they stand."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from gateway.core.assess import assess_text
from gateway.core.assessment import Assessment, Risk
from gateway.core.labels import BadLabel, Labelled, labelled
from gateway.core.scoring import Pair, paired
from gateway.plugins import detectors

GOLD = Path(__file__).parent / "gold"
SHARED = Path(__file__).parents[3] / "shared" / "detection"
LANGUAGES = ("en", "fr", "es")
# The model learnt from rows of these whose sha256 begins below 8 (model/examples.py).
LEARNT_FROM = frozenset(("clinc150", "hwu64", "banking77", "enron_sentences", "mail_ham"))


class Broken(Exception):
    """A set that is not as it should be: file, line and key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text of a set handed over. reason: ours that its label maps to; "" for none."""

    id: str
    text: str = field(repr=False)
    label: str
    reason: str = ""
    is_update: bool | None = None


def client_mail() -> dict[str, list[Labelled]]:
    """Name -> mails of each set of client mail that is there."""
    found = {
        f"client_mail {half}": [
            mail
            for language in LANGUAGES
            for mail in _labelled(GOLD / f"client_mail_{half}_{language}.jsonl")
        ]
        for half in ("a", "b")
    }
    found["client_mail.dev"] = list(_labelled(SHARED / "client_mail.dev.jsonl"))
    return {name: mails for name, mails in found.items() if mails}


def hard_cases() -> dict[str, list[Labelled]]:
    """Name -> texts of each set of hard cases that is there."""
    own = [m for language in LANGUAGES for m in _labelled(GOLD / f"hard_{language}.jsonl")]
    return {name: mails for name, mails in (("hard", own), ("hard_cases.dev", _hard())) if mails}


def handed_over(name: str) -> list[Row]:
    """The rows of a set that measure: without those that were learnt from; [] when absent."""
    return [
        Row(
            id=row["id"],
            text=row["text"],
            label=row.get("label", ""),
            reason=row.get("reason") or "",
            is_update=bool(row["update"]) if "update" in row else None,
        )
        for _, row in _rows(SHARED / f"{name}.dev.jsonl")
        if name not in LEARNT_FROM or not was_learnt(row["text"])
    ]


def was_learnt(text: str) -> bool:
    """Whether a row belongs to the half of a set that the model may learn from."""
    return hashlib.sha256(text.encode()).hexdigest()[0] < "8"


@cache
def judge(subject: str, text: str) -> Assessment:
    """What the gateway makes of it; each text once in a run."""
    return assess_text(subject, text, detectors())


def pairs_of(mails: list[Labelled]) -> list[Pair]:
    """Labels and judgements side by side."""
    return [paired(mail, judge(mail.subject, mail.text)) for mail in mails]


def _labelled(path: Path) -> Iterator[Labelled]:
    """The mails of one file. Errors: Broken."""
    for number, row in _rows(path):
        try:
            yield labelled(row, number)
        except BadLabel as e:
            raise Broken(f"{path.name}:{number}: {e}") from e


def _hard() -> list[Labelled]:
    """The hard cases handed over: label is the risk, and a subject may stand in the text."""
    return [_hard_case(row) for _, row in _rows(SHARED / "hard_cases.dev.jsonl")]


def _hard_case(row: dict[str, Any]) -> Labelled:
    subject, text = "", row["text"]
    if text.startswith("Subject: "):
        subject, _, text = text.removeprefix("Subject: ").partition("\n\n")
    return Labelled(
        id=row["id"],
        language=row["lang"],
        subject=subject,
        text=text,
        reasons=("other",),
        risk=Risk[row["label"].upper()],
        category=f"{row['id']} {row['category']}",
    )


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    """(line number, row); nothing when the file is not there. Errors: Broken."""
    if not path.exists():
        return
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as e:
                raise Broken(f"{path.name}:{number}: not JSON") from e
