"""A goal of the issue as one line: what was asked, what was measured, met or missed."""

from dataclasses import dataclass

from gateway.core.scoring import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What was to be shown.

    measured  None when there was nothing to measure it on
    bounds    of a share, 95 %; None for what is no share
    unit      "" for a share of 1
    """

    words: str
    measured: float | None
    target: float
    at_least: bool = True
    bounds: tuple[float, float] | None = None
    unit: str = ""

    @property
    def met(self) -> bool | None:
        """None when it was not measured."""
        if self.measured is None:
            return None
        return self.measured >= self.target if self.at_least else self.measured <= self.target

    def __str__(self) -> str:
        verdict = {True: "met", False: "MISSED", None: "not measured"}[self.met]
        figure = "" if self.measured is None else f"{self.measured:.3f}{self.unit}"
        between = "" if self.bounds is None else "({:.3f}-{:.3f})".format(*self.bounds)
        sign = ">=" if self.at_least else "<="
        target = f"{sign} {self.target:g}{self.unit}"
        return f"{verdict:<13}{self.words:<62}{figure:>10} {between:<15} {target}".rstrip()


def of_share(words: str, share: Share, target: float, *, at_least: bool = True) -> Goal:
    """A goal that is a share of something; its parts stand in its words."""
    return Goal(
        words=f"{words}, {share.part} of {share.whole}",
        measured=share.value,
        target=target,
        at_least=at_least,
        bounds=share.bounds if share.whole else None,
    )


def table(rows: list[tuple[object, ...]]) -> str:
    """Rows as columns of text; the first row is the head, the first column stands left."""
    cells = [[str(cell) for cell in row] for row in rows]
    wide = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    lines = (
        "  ".join(
            [row[0].ljust(wide[0]), *(c.rjust(w) for c, w in zip(row[1:], wide[1:], strict=True))]
        )
        for row in cells
    )
    return "\n".join(f"  {line}".rstrip() for line in lines)


def shown(share: Share) -> str:
    """A share for a table: its parts, its value and its bounds; "-" of nothing."""
    if share.value is None:
        return "-"
    low, high = share.bounds
    return f"{share.part}/{share.whole} {share.value:.3f} ({low:.3f}-{high:.3f})"
