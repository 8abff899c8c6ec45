"""Client mail and hard cases: how danger, reasons and signs were judged, against the labels."""

from collections import Counter
from collections.abc import Iterator

from bench.listen.goals import Goal, of_share, shown, table
from bench.listen.sets import client_mail, hard_cases, pairs_of
from gateway.core.assessment import Risk
from gateway.core.misses import KINDS, Miss, misses
from gateway.core.scoring import (
    Figures,
    Pair,
    Share,
    by_category,
    by_language,
    by_trap,
    figures,
    grouped,
)

SHOWN = 12
RISK_HEAD = (
    "mails",
    "emergency found",
    "emergency so",
    "danger found",
    "none alarmed",
    "notice alarmed",
    "alarms right",
)
# Macro-F1 of the main reason that is asked for, by language.
REASON_F1 = {"en": 0.90, "fr": 0.87, "es": 0.87}
HARD_RIGHT = {
    Risk.EMERGENCY: 0.95,
    Risk.URGENT: 0.90,
    Risk.NOTICE: 0.80,
    Risk.NONE: 0.90,
}


def client(*, all_misses: bool) -> Iterator[Goal]:
    """Each set of client mail; then the goals, on our own sets together and on the given one."""
    sets = client_mail()
    own: list[Pair] = []
    for name, mails in sets.items():
        pairs = pairs_of(mails)
        own += pairs if name != "client_mail.dev" else []
        print_figures(name, pairs)
        print_misses(misses(pairs), all_misses)
    if not sets:
        print("  no client mail is here")
    if own:
        yield from client_goals("client mail", own)
    if "client_mail.dev" in sets:
        yield from client_goals("client_mail.dev", pairs_of(sets["client_mail.dev"]))


def client_goals(name: str, pairs: list[Pair]) -> Iterator[Goal]:
    """What is asked of client mail."""
    all_ = figures(pairs)
    risk = all_.risk
    yield of_share(f"{name}: emergencies graded urgent or above", risk.emergency, 0.98)
    yield of_share(f"{name}: emergencies graded so", risk.exact, 0.92)
    yield of_share(f"{name}: urgent and emergency found", risk.danger, 0.96)
    yield of_share(f"{name}: none graded urgent or above", risk.none, 0.02, at_least=False)
    yield of_share(f"{name}: notice graded urgent or above", risk.notice, 0.20, at_least=False)
    yield of_share(f"{name}: alarms that are right", risk.right_alarms, 0.66)
    for language, some in grouped(pairs, by_language).items():
        words = f"{name}: macro-F1 of the main reason, {language}"
        f1 = figures(some).reasons.macro_f1
        yield Goal(words=words, measured=f1, target=REASON_F1.get(language, 0.87))
    for reason, found in all_.reasons.each.items():
        yield Goal(words=f"{name}: F1 of {reason}", measured=found.f1, target=0.80)
    yield of_share(f"{name}: labelled reasons reported", all_.reasons.reported, 0.90)


def hard(*, all_misses: bool) -> Iterator[Goal]:
    """Each category of the hard cases; right is the very grade that was labelled."""
    for name, mails in hard_cases().items():
        pairs = pairs_of(mails)
        print_risk(name, pairs)
        _print_categories(pairs)
        print_misses([m for m in misses(pairs) if "sign" not in m.what], all_misses)
        if name == "hard_cases.dev":
            yield of_share("hard_cases.dev: right", _right(pairs), 1.0)
            continue
        for risk, target in HARD_RIGHT.items():
            some = [p for p in pairs if p.gold.risk is risk]
            side = Share(sum(p.is_found == (risk >= Risk.URGENT) for p in some), len(some))
            print(f"  {name}, {risk.word}: on the right side of urgent {shown(side)}")
            yield of_share(f"hard cases: {risk.word} right", _right(some), target)
    if not hard_cases():
        print("  no hard cases are here")


def _right(pairs: list[Pair]) -> Share:
    return Share(sum(p.risk == p.gold.risk.word for p in pairs), len(pairs))


def _print_categories(pairs: list[Pair]) -> None:
    wrong = {
        name: share
        for name, some in grouped(pairs, by_category).items()
        if (share := _right(some)).part < share.whole
    }
    if wrong:
        print("\n  categories that are not all right")
        print(table([("", "right"), *((name, f"{s.part}/{s.whole}") for name, s in wrong.items())]))


def print_figures(name: str, pairs: list[Pair]) -> None:
    """Risk, reasons, signs and calibration of one set."""
    print_risk(name, pairs)
    all_ = figures(pairs)
    print("\n  by trap")
    print(table([("", *RISK_HEAD), *_risk_rows(grouped(pairs, by_trap))]))
    print("\n  reasons: main one (labelled, named, precision, recall, F1)")
    print(table([("", "n", "named", "P", "R", "F1"), *_reason_rows(all_)]))
    for language, some in {"all": pairs, **grouped(pairs, by_language)}.items():
        of = figures(some)
        print(
            f"  {language}: macro-F1 {of.reasons.macro_f1:.3f}, main reason right "
            f"{shown(of.reasons.right)}, reported {shown(of.reasons.reported)}, "
            f"calibration error {of.calibration_error:.3f}"
        )
    print("\n  taken for another: labelled -> named")
    print("  " + _mixed(all_))
    print("\n  signs")
    rows = [(sign, shown(r.precision), shown(r.recall)) for sign, r in all_.signs.items()]
    print(table([("", "precision", "recall"), *rows]))
    print("\n  scores of named reasons: mean, share right")
    print(table([("", "right"), *((f"{b.mean:.2f}", shown(b.right)) for b in all_.bins)]))


def print_risk(name: str, pairs: list[Pair]) -> None:
    """The table of risk, and the shares by language."""
    print(f"\n{name}: {len(pairs)} mails; rows labelled, columns graded")
    words = [*(risk.word for risk in Risk), "unknown"]
    counts = figures(pairs).risk.table
    rows = [(gold, *(counts.get((gold, got), 0) for got in words)) for gold in words[:-1]]
    print(table([("", *words), *rows]))
    print()
    groups = {"all": pairs, **grouped(pairs, by_language)}
    print(table([("", *RISK_HEAD), *_risk_rows(groups)]))


def _risk_rows(groups: dict[str, list[Pair]]) -> Iterator[tuple[object, ...]]:
    for name, pairs in groups.items():
        r = figures(pairs).risk
        shares = (r.emergency, r.exact, r.danger, r.none, r.notice, r.right_alarms)
        yield name, len(pairs), *map(shown, shares)


def _reason_rows(all_: Figures) -> Iterator[tuple[object, ...]]:
    for name, r in all_.reasons.each.items():
        precision, recall = (s.value or 0.0 for s in (r.precision, r.recall))
        counts = (r.recall.whole, r.precision.whole)
        yield name, *counts, f"{precision:.3f}", f"{recall:.3f}", f"{r.f1:.3f}"


def _mixed(all_: Figures) -> str:
    """The commonest confusions of the main reason."""
    wrong = Counter({pair: n for pair, n in all_.reasons.table.items() if pair[0] != pair[1]})
    return (
        ", ".join(f"{gold} -> {got} {n}" for (gold, got), n in wrong.most_common(SHOWN)) or "none"
    )


def print_misses(found: list[Miss], all_misses: bool) -> None:
    """Counts of each kind, and each miss; without all_misses, the first of a kind."""
    for kind in KINDS:
        some = [m for m in found if m.what == kind]
        if some:
            print(f"\n  {kind}: {len(some)}")
        for miss in some if all_misses else some[:SHOWN]:
            labels = " -> ".join(filter(None, (miss.gold, miss.got)))
            print(f"    {miss.id}  {labels}  [{', '.join(miss.traps)}]  {miss.first_words}")
        if len(some) > SHOWN and not all_misses:
            print("    ... --misses lists all")
