"""The figures of labelled mails as one picture (SVG 1.1), for a report or a wall."""

from collections.abc import Mapping, Sequence
from itertools import cycle
from xml.etree.ElementTree import Element, SubElement, tostring

from gateway.commands._figures import MEASURES, percent
from gateway.core.scoring import (
    FOUND,
    RISK_WORDS,
    Bin,
    Pair,
    RiskFigures,
    Share,
    by_language,
    figures,
    grouped,
)

WIDTH, MARGIN, LINE = 980, 24, 17
FONT = "system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif"
INK, FAINT, GRID, PAPER = "#222222", "#666666", "#d9d9d9", "#ffffff"
# Okabe and Ito's colours, which colour-blind readers can tell apart.
HUES = ("#222222", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00")
SHARES_AT, SHARES_WIDE = 250, 200
RIGHT_AT = 610
SQUARE = 250
# Between two cells of the table, across and down.
CELL = (54, 40)
NAME = 10


def picture(pairs: Sequence[Pair]) -> str:
    """Shares with their bounds, the scores against what was right, and the table of risk."""
    groups: dict[str, Sequence[Pair]] = {"all": pairs}
    languages = grouped(pairs, by_language)
    if len(languages) > 1:
        groups |= languages
    left = 110 + len(MEASURES) * (len(groups) * LINE + 14)
    height = max(left, 110 + SQUARE + 130 + 4 * CELL[1]) + MARGIN
    svg = Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH} {height}",
        width=str(WIDTH),
        height=str(height),
    )
    svg.set("font-family", FONT)
    _box(svg, 0, 0, WIDTH, height, PAPER)
    _text(svg, MARGIN, 38, f"How well the gateway listens: {len(pairs)} labelled mails", size=20)
    all_ = figures(pairs)
    _shares(svg, 90, {name: figures(some).risk for name, some in groups.items()})
    _scores(svg, 90, all_.bins)
    _risks(svg, 110 + SQUARE + 96, all_.risk.table)
    return tostring(svg, encoding="unicode")


def _shares(svg: Element, top: int, groups: Mapping[str, RiskFigures]) -> None:
    """A dot and its line for each share, by language."""
    _text(svg, MARGIN, top, "Seen, missed, and false alarms (lines: 95 % bounds)", bold=True)
    y = top + 20
    bottom = y + len(MEASURES) * (len(groups) * LINE + 14) - 8
    for tenth in range(0, 11, 2):
        x = _across(tenth / 10)
        _line(svg, x, y - 4, x, bottom, GRID)
        _text(svg, x, bottom + 14, f"{tenth * 10}", anchor="middle", hue=FAINT)
    _text(svg, _across(1) + 16, bottom + 14, "%", hue=FAINT)
    for key, words in MEASURES:
        _text(svg, MARGIN, y + 12, words)
        for (name, risk), hue in zip(groups.items(), cycle(HUES), strict=False):
            _share(svg, y + 8, name, getattr(risk, key), hue)
            y += LINE
        y += 14


def _share(svg: Element, y: float, name: str, share: Share, hue: str) -> None:
    _text(svg, SHARES_AT - 12, y + 4, name[:NAME], anchor="end", hue=hue)
    beside = f"{percent(share)} of {share.whole}" if share.whole else "none labelled"
    _text(svg, SHARES_AT + SHARES_WIDE + 16, y + 4, beside, hue=hue)
    if share.value is None:
        return
    low, high = share.bounds
    _line(svg, _across(low), y, _across(high), y, hue, 2)
    for end in (low, high):
        _line(svg, _across(end), y - 3, _across(end), y + 3, hue, 2)
    SubElement(svg, "circle", cx=f"{_across(share.value):.1f}", cy=f"{y:.1f}", r="4", fill=hue)


def _scores(svg: Element, top: int, bins: Sequence[Bin]) -> None:
    """Share right by score; bars that end on the slanted line are as sure as they say."""
    _text(svg, RIGHT_AT, top, "Can the scores be trusted?", bold=True)
    floor = top + 20 + SQUARE
    for fifth in range(6):
        y, x = floor - SQUARE * fifth / 5, RIGHT_AT + 36 + SQUARE * fifth / 5
        _line(svg, RIGHT_AT + 36, y, RIGHT_AT + 36 + SQUARE, y, GRID)
        _text(svg, RIGHT_AT + 30, y + 4, f"{fifth * 20} %", anchor="end", hue=FAINT)
        _text(svg, x, floor + 16, f"{fifth / 5:.1f}", anchor="middle", hue=FAINT)
    for b in bins:
        low = min(9, int(b.mean * 10)) / 10
        tall = SQUARE * (b.right.value or 0.0)
        _box(svg, RIGHT_AT + 38 + SQUARE * low, floor - tall, SQUARE / 10 - 4, tall, HUES[1])
        x = RIGHT_AT + 36 + SQUARE * (low + 0.05)
        from_, to = (floor - SQUARE * bound for bound in b.right.bounds)
        _line(svg, x, from_, x, to, INK)
    _line(svg, RIGHT_AT + 36, floor, RIGHT_AT + 36 + SQUARE, floor - SQUARE, HUES[2], 1.5)
    _text(svg, RIGHT_AT + 36, floor + 34, "score of a reason, and how many were right;")
    _text(svg, RIGHT_AT + 36, floor + 50, "on the slanted line a score says what is so")


def _risks(svg: Element, top: int, table: Mapping[tuple[str, str], int]) -> None:
    """Rows as labelled, columns as graded; the darker, the more of the row."""
    _text(svg, RIGHT_AT, top, "Labelled (rows), graded (columns)", bold=True)
    left, y = RIGHT_AT + 80, top + 34
    for column, got in enumerate(RISK_WORDS):
        _text(svg, left + (column + 0.5) * CELL[0], y - 8, got, anchor="middle", size=10)
    for row, gold in enumerate(RISK_WORDS[:-1]):
        counts = [table.get((gold, got), 0) for got in RISK_WORDS]
        middle = y + row * CELL[1] + 24
        _text(svg, left - 8, middle, gold, anchor="end")
        for column, (got, count) in enumerate(zip(RISK_WORDS, counts, strict=True)):
            x, dark = left + column * CELL[0], count / (sum(counts) or 1)
            hue = HUES[2] if (gold in FOUND) != (got in FOUND) else HUES[1]
            _box(svg, x, y + row * CELL[1], CELL[0] - 2, CELL[1] - 2, hue, 0.06 + 0.7 * dark)
            _text(svg, x + CELL[0] / 2, middle, str(count), anchor="middle")


def _across(share: float) -> float:
    return SHARES_AT + SHARES_WIDE * share


def _text(
    svg: Element,
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    hue: str = INK,
    size: int = 12,
    bold: bool = False,
) -> None:
    text = SubElement(svg, "text", x=f"{x:.1f}", y=f"{y:.1f}", fill=hue)
    text.set("font-size", str(size))
    text.set("text-anchor", anchor)
    if bold:
        text.set("font-weight", "bold")
    text.text = words


def _line(
    svg: Element, x: float, y: float, to_x: float, to_y: float, hue: str, wide: float = 1
) -> None:
    line = SubElement(svg, "line", x1=f"{x:.1f}", y1=f"{y:.1f}", x2=f"{to_x:.1f}", y2=f"{to_y:.1f}")
    line.set("stroke", hue)
    line.set("stroke-width", str(wide))


def _box(
    svg: Element, x: float, y: float, wide: float, tall: float, hue: str, dark: float = 1
) -> None:
    size = {"x": x, "y": y, "width": wide, "height": tall}
    box = SubElement(svg, "rect", {name: f"{value:.1f}" for name, value in size.items()}, fill=hue)
    box.set("fill-opacity", f"{dark:.2f}")
