"""The figures of labelled mails on the therapist's own terminal, in her words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from gateway.commands._scores import GROUPS
from gateway.core.assessment import INTENTS
from gateway.core.misses import misses
from gateway.core.scoring import (
    FOUND,
    RISK_WORDS,
    Figures,
    Pair,
    RiskFigures,
    Share,
    figures,
    grouped,
)

# Least and most characters of a bar, and what stands beside it.
BARS = (20, 40)
BESIDE = 58
FEW = 30
SHORT = {"booking": "book", "next_appointment": "next", "cancelling": "cancel"}
MEASURES = (
    ("emergency", "emergencies seen"),
    ("exact", "emergencies graded so"),
    ("danger", "all danger seen"),
    ("right_alarms", "alarms that were right"),
    ("none", "alarms where no risk was"),
    ("notice", "alarms on mails of notice"),
)
OF_RISK = (
    "Each row is what you labelled, each column what the gateway said. Where the two agree "
    "stands on the diagonal. What it calls unknown it could not read; that counts as not seen."
)
OF_SHARES = (
    "Danger is every mail that you labelled urgent or emergency. It is seen, and raises an "
    "alarm, when the gateway graded it urgent or emergency. The dot is what was measured; the "
    "line is where the true figure may well be (95 %). With few mails the line is long."
)
OF_REASONS = (
    "By the main reason. Right: of the mails named so, how many were. Found: of the mails that "
    "you labelled so, how many were named so. F1 is the balance of the two, 1 at best."
)
OF_MIXED = "Each row is the main reason you labelled, each column the one the gateway named."
OF_SCORES = (
    "The gateway gives each reason that it names a score. Scores can be trusted when, of all "
    "reasons scored about 0.8, about 8 in 10 are right. The bar is how many were right; "
    "the bar should end at the stroke, which is the score."
)
OF_SIGNS = "What is sensitive in a mail. Right and found as above."
OF_MISSES = (
    "Each mail that was judged otherwise than you labelled it, the gravest first. Its first "
    "words are shown here only; --json leaves them out."
)


def show(name: str, pairs: Sequence[Pair]) -> None:
    """Print everything that was measured. name: of the file."""
    console = Console(highlight=False)
    all_ = figures(pairs)
    room = min(BARS[1], max(BARS[0], console.width - BESIDE))
    console.print(f"[bold]{escape(name)}[/]: {all_.mails} labelled mails\n")
    _say(console, "How danger was graded", OF_RISK, _risk_table(all_.risk))
    _say(console, "Seen, missed, and false alarms", OF_SHARES, share_table(all_.risk, room))
    if all_.risk.emergency.whole < FEW:
        console.print(
            f"[yellow]Only {all_.risk.emergency.whole} emergencies are labelled here: "
            f"that is too few to rely on the figures above.[/]\n"
        )
    _say(console, "Why the client writes", OF_REASONS, _reason_table(all_))
    _say(console, "Which reason was taken for which", OF_MIXED, _mixed(all_.reasons.table))
    _say(console, "How far the scores can be trusted", OF_SCORES, _score_table(all_, room))
    if all_.signs:
        _say(console, "What is sensitive", OF_SIGNS, _sign_table(all_))
    for name_, names in GROUPS.items():
        if len(groups := grouped(pairs, names)) > 1:
            _say(console, f"By {name_}", "", _group_table(name_, groups))
    _show_misses(console, pairs)


def _say(console: Console, title: str, words: str, table: Table) -> None:
    console.print(f"[bold]{title}[/]")
    if words:
        console.print(words, style="dim")
    console.print(table)
    console.print()


def _table(*columns: str) -> Table:
    """The first column holds names, the others figures."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=True)
    return table


def _risk_table(risk: RiskFigures) -> Table:
    table = _table("labelled", *RISK_WORDS, "mails")
    for gold in RISK_WORDS[:-1]:
        counts = [risk.table.get((gold, got), 0) for got in RISK_WORDS]
        cells = (
            _cell(count, is_right=gold == got, is_grave=(gold in FOUND) != (got in FOUND))
            for got, count in zip(RISK_WORDS, counts, strict=True)
        )
        table.add_row(gold, *cells, str(sum(counts)))
    return table


def _cell(count: int, *, is_right: bool, is_grave: bool) -> Text:
    if not count:
        return Text(".", "dim")
    return Text(str(count), "green" if is_right else "bold red" if is_grave else "yellow")


def share_table(risk: RiskFigures, room: int) -> Table:
    """The shares with their bounds, as numbers and as dots on lines of room + 1 characters."""
    table = _table("", "mails", "share", "between")
    table.add_column(f"0{'50':>{room // 2}}{'100 %':>{room - room // 2}}", no_wrap=True)
    for key, words in MEASURES:
        share: Share = getattr(risk, key)
        low, high = share.bounds
        between = f"{low:.0%}-{high:.0%}" if share.whole else ""
        mails = f"{share.part} of {share.whole}"
        table.add_row(words, mails, percent(share), between, line(share, room))
    return table


def percent(share: Share) -> str:
    """The share for people; "-" of nothing."""
    return "-" if share.value is None else f"{share.value:.1%}"


def line(share: Share, room: int) -> str:
    """A dot on a line between the bounds, room + 1 characters from 0 to 100 %; "" of nothing."""
    if share.value is None:
        return ""
    low, high = (round(bound * room) for bound in share.bounds)
    marks = ["─" if low <= at <= high else " " for at in range(room + 1)]
    marks[low], marks[high] = "├", "┤"
    marks[round(share.value * room)] = "●"
    return "".join(marks)


def _reason_table(all_: Figures) -> Table:
    table = _table("", "labelled", "named", "right", "found", "F1")
    for name, found in all_.reasons.each.items():
        counts = (str(found.recall.whole), str(found.precision.whole))
        shares = (percent(found.precision), percent(found.recall))
        table.add_row(name, *counts, *shares, f"{found.f1:.2f}")
    macro = all_.reasons.macro_f1
    main, reported = all_.reasons.right, all_.reasons.reported
    table.add_row("mean of the F1", "", "", "", "", "-" if macro is None else f"{macro:.2f}")
    table.add_row("main reason right", str(main.whole), "", "", percent(main))
    table.add_row("all reasons, also the further", str(reported.whole), "", "", percent(reported))
    return table


def _mixed(counts: Mapping[tuple[str, str], int]) -> Table:
    table = _table("labelled", *(SHORT.get(name, name) for name in INTENTS))
    for gold in INTENTS:
        if any(labelled == gold for labelled, _ in counts):
            cells = (
                _cell(counts.get((gold, got), 0), is_right=gold == got, is_grave=False)
                for got in INTENTS
            )
            table.add_row(SHORT.get(gold, gold), *cells)
    return table


def _score_table(all_: Figures, room: int) -> Table:
    table = _table("score", "reasons", "right")
    table.add_column("0" + "100 %".rjust(room), no_wrap=True)
    for b in all_.bins:
        share = b.right.value or 0.0
        table.add_row(
            f"{b.mean:.2f}", str(b.right.whole), percent(b.right), bar(share, b.mean, room)
        )
    error = all_.calibration_error
    words = "-" if error is None else f"{error:.3f}"
    table.add_row("mean distance", "", words)
    return table


def bar(share: float, score: float, room: int) -> str:
    """A bar as long as the share, with a mark at the score; room + 1 characters."""
    filled = round(share * room)
    marks = ["█" if at < filled else " " for at in range(room + 1)]
    marks[round(score * room)] = "|"
    return "".join(marks)


def _sign_table(all_: Figures) -> Table:
    table = _table("", "labelled", "named", "right", "found", "F1")
    for name, found in all_.signs.items():
        counts = (str(found.recall.whole), str(found.precision.whole))
        shares = (percent(found.precision), percent(found.recall))
        table.add_row(name, *counts, *shares, f"{found.f1:.2f}")
    return table


def _group_table(name: str, groups: Mapping[str, Sequence[Pair]]) -> Table:
    table = _table(name, "mails", "danger seen", "", "false alarms", "", "reason right", "")
    for key, some in groups.items():
        table.add_row(escape(key), str(len(some)), *_group_cells(figures(some)))
    return table


def _group_cells(all_: Figures) -> Iterator[str]:
    risk = all_.risk
    calm = Share(risk.none.part + risk.notice.part, risk.none.whole + risk.notice.whole)
    for share in (risk.danger, calm, all_.reasons.right):
        yield f"{share.part} of {share.whole}"
        yield percent(share)


def _show_misses(console: Console, pairs: Sequence[Pair]) -> None:
    found = misses(pairs)
    console.print(f"[bold]Misses: {len(found)}[/]")
    console.print(OF_MISSES, style="dim")
    for what, some in groupby(found, key=lambda miss: miss.what):
        table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for miss in some:
            labels = " -> ".join(filter(None, (miss.gold, miss.got)))
            table.add_row(*map(escape, (miss.id, labels, miss.first_words)))
        console.print(f"\n[bold]{what}[/] ({table.row_count})")
        console.print(table)
