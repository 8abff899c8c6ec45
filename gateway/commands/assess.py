"""gateway assess: texts in, judgements out, for measuring and for scripts."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gateway.commands._policy import json_option

if TYPE_CHECKING:
    from gateway.core.assessment import Assessment
    from gateway.core.labels import Labelled
    from gateway.core.scoring import Pair

BAD_DATA = 65
FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option(
    "--score",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Mails that you have labelled: print how well they are judged.",
)
@click.option("--plot", type=FILE, help="With --score: the figures as a picture too (.svg).")
@json_option
def command(score: Path | None, plot: Path | None, as_json: bool) -> None:
    """Judge texts: JSON lines on stdin, JSON lines on stdout.

    Each line in: {"id": ..., "subject": ..., "text": ...}. Each line out: id, reasons
    (the main one first), scores, risk, signs, language, evidence (rule, what it speaks for,
    where it was found).

    With --score FILE: each line of FILE is a mail with your labels, {"id": ..., "lang": "en",
    "subject": ..., "text": ..., "reasons": ["booking"], "risk": "none", "signs": []}. Printed
    are what was found, what was missed, and how far the scores can be trusted. All stays on
    this computer; --json holds figures and ids, and no word of a mail.
    """
    if score is not None:
        _score(score, plot, as_json)
    elif plot is not None or as_json:
        raise click.UsageError("--plot and --json belong to --score FILE")
    else:
        _judge_lines()


def _judge_lines() -> None:
    from gateway.core.assess import assess_text
    from gateway.plugins import detectors

    found = detectors()
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        row = _row(line, "stdin", number, "id, subject, text")
        judged = assess_text(str(row.get("subject") or ""), str(row.get("text") or ""), found)
        click.echo(json.dumps(_plain(row.get("id"), judged), ensure_ascii=False))


def _plain(identity: object, judged: "Assessment") -> dict[str, object]:
    return {
        "id": identity,
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


def _score(file: Path, plot: Path | None, as_json: bool) -> None:
    from gateway.core.assess import assess_text
    from gateway.core.scoring import paired
    from gateway.plugins import detectors

    mails = list(_labelled(file))
    if not mails:
        raise BadLine(file.name, 1, "holds no labelled mail")
    found = detectors()
    pairs = [paired(gold, assess_text(gold.subject, gold.text, found)) for gold in mails]
    if plot is not None:
        _draw(plot, pairs)
    if as_json:
        from gateway.commands._scores import plain_scores

        click.echo(json.dumps(plain_scores(pairs), ensure_ascii=False, indent=2))
    else:
        from gateway.commands._figures import show

        show(file.name, pairs)
        if plot is not None:
            click.echo(f"the picture is in {plot}")


def _draw(plot: Path, pairs: "list[Pair]") -> None:
    from gateway.commands._picture import picture

    try:
        plot.write_text(picture(pairs), "utf-8")
    except OSError as e:
        raise click.FileError(str(plot), hint=e.strerror or type(e).__name__) from e


def _labelled(file: Path) -> "Iterator[Labelled]":
    """Errors: BadLine names the file, the line and the key."""
    from gateway.core.labels import BadLabel, labelled

    with file.open(encoding="utf-8", errors="strict") as lines:
        number = 0
        try:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    row = _row(line, file.name, number, "a mail with its labels")
                    yield labelled(row, number)
        except BadLabel as e:
            raise BadLine(file.name, number, str(e)) from e
        except UnicodeDecodeError as e:
            raise BadLine(file.name, number + 1, "not UTF-8 from here on") from e


def _row(line: str, name: str, number: int, expected: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as e:
        raise BadLine(name, number, f"not JSON; expected {expected}") from e
    if not isinstance(row, dict):
        raise BadLine(name, number, f"not an object; expected {expected}")
    return row


class BadLine(click.ClickException):
    """A line that cannot be judged, by its file and its number."""

    exit_code = BAD_DATA

    def __init__(self, name: str, number: int, words: str) -> None:
        super().__init__(f"{name}:{number}: {words}")
