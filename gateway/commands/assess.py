"""gateway assess: texts in, judgements out, for measuring and for scripts."""

import json
import sys
from typing import Any

import click


@click.command()
def command() -> None:
    """Judge texts: JSON lines on stdin, JSON lines on stdout.

    Each line in: {"id": ..., "subject": ..., "text": ...}. Each line out: id, reasons
    (the main one first), scores, risk, signs, language, evidence (rule, what it speaks for,
    where it was found).
    """
    from gateway.core.assess import assess_text
    from gateway.plugins import detectors

    found = detectors()
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        row = _row(line, number)
        judged = assess_text(str(row.get("subject") or ""), str(row.get("text") or ""), found)
        out = {
            "id": row.get("id"),
            "reasons": [name for name, _ in judged.intents],
            "scores": {name: round(score, 3) for name, score in judged.intents},
            "risk": judged.risk_word,
            "signs": list(judged.signs),
            "language": judged.language,
            "evidence": [
                {
                    "rule": e.rule,
                    "about": e.about,
                    "weight": round(e.weight, 3),
                    "risk": e.risk.word,
                    "where": e.where,
                    "excerpt": e.excerpt,
                }
                for e in judged.evidence
            ],
        }
        click.echo(json.dumps(out, ensure_ascii=False))


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as e:
        raise BadLine(number, "not JSON") from e
    if not isinstance(row, dict):
        raise BadLine(number, "not an object")
    return row


class BadLine(click.ClickException):
    """A line of stdin that cannot be judged."""

    exit_code = 65

    def __init__(self, number: int, words: str) -> None:
        super().__init__(f"stdin:{number}: {words}; expected id, subject, text")
