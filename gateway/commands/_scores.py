"""The figures of labelled mails for a script: numbers, names and ids; no word of a mail."""

from collections import Counter
from collections.abc import Mapping, Sequence

from gateway.core.misses import misses
from gateway.core.scoring import (
    RISK_WORDS,
    Figures,
    Pair,
    Retrieval,
    Share,
    by_category,
    by_language,
    by_trap,
    figures,
    grouped,
)

DIGITS = 4
GROUPS = {"language": by_language, "trap": by_trap, "category": by_category}


def plain_scores(pairs: Sequence[Pair]) -> dict[str, object]:
    """All figures, of all mails and by language, trap and category, and each miss by its id."""
    found = misses(pairs)
    return {
        "all": _plain(figures(pairs)),
        **{
            f"by_{name}": {
                key: _plain(figures(some)) for key, some in grouped(pairs, names).items()
            }
            for name, names in GROUPS.items()
        },
        "missed": dict(Counter(miss.what for miss in found)),
        "misses": [{"what": m.what, "id": m.id, "gold": m.gold, "got": m.got} for m in found],
    }


def _plain(all_: Figures) -> dict[str, object]:
    return {
        "mails": all_.mails,
        "risk": {
            "table": _table(all_.risk.table),
            "emergency_found": _share(all_.risk.emergency),
            "emergency_graded_so": _share(all_.risk.exact),
            "danger_found": _share(all_.risk.danger),
            "none_alarmed": _share(all_.risk.none),
            "notice_alarmed": _share(all_.risk.notice),
            "alarms_right": _share(all_.risk.right_alarms),
        },
        "reasons": {
            "table": _table(all_.reasons.table),
            "macro_f1": _rounded(all_.reasons.macro_f1),
            "main_right": _share(all_.reasons.right),
            "reported": _share(all_.reasons.reported),
            "each": {name: _retrieval(r) for name, r in all_.reasons.each.items()},
        },
        "signs": {name: _retrieval(r) for name, r in all_.signs.items()},
        "calibration": {
            "error": _rounded(all_.calibration_error),
            "bins": [{"score": _rounded(b.mean), "right": _share(b.right)} for b in all_.bins],
        },
    }


def _table(table: Mapping[tuple[str, str], int]) -> dict[str, dict[str, int]]:
    """Labelled -> judged -> mails."""
    rows: dict[str, dict[str, int]] = {}
    for (gold, got), count in sorted(table.items(), key=lambda cell: _order(cell[0])):
        rows.setdefault(gold, {})[got] = count
    return rows


def _order(cell: tuple[str, str]) -> tuple[int, int, str, str]:
    gold, got = (RISK_WORDS.index(word) if word in RISK_WORDS else 0 for word in cell)
    return gold, got, *cell


def _share(share: Share) -> dict[str, object]:
    return {
        "part": share.part,
        "whole": share.whole,
        "share": _rounded(share.value),
        "bounds": [_rounded(bound) for bound in share.bounds],
    }


def _retrieval(found: Retrieval) -> dict[str, object]:
    return {
        "precision": _share(found.precision),
        "recall": _share(found.recall),
        "f1": _rounded(found.f1),
    }


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, DIGITS)
