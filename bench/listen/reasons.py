"""Reasons on requests that others collected: the first reason, against what a label maps to."""

from collections import Counter
from collections.abc import Iterator

from bench.listen.goals import Goal, of_share, shown, table
from bench.listen.sets import LEARNT_FROM, SHARED, Row, handed_over, judge
from gateway.core.scoring import Retrieval, Share

MAPPED = ("booking", "next_appointment", "cancelling")
OTHER = "other"
FOUR = (*MAPPED, OTHER)
GOALS = {"clinc150": 0.95, "hwu64": 0.86}
SHOWN = 12
Answer = tuple[str, str]


def reasons(*, all_misses: bool) -> Iterator[Goal]:
    """clinc150 and hwu64 by four reasons, bookings by people, and good news."""
    for name, target in GOALS.items():
        rows = handed_over(name)
        if not rows:
            print(f"  {name}: not in {SHARED}")
            continue
        half = ", the half that was not learnt from" if name in LEARNT_FROM else ""
        print(f"\n{name}{half}")
        every = [(row.reason or OTHER, first_of_four(row)) for row in rows]
        mapped = [answer for answer in every if answer[0] in MAPPED]
        _print("all rows", every)
        _print("mapped rows", mapped)
        _print_wrong(rows, every, all_misses)
        words = f"{name}: macro-F1 of four reasons, {len(every)} rows"
        yield Goal(words=words, measured=macro_f1(every), target=target)
        right = Share(sum(gold == got for gold, got in mapped), len(mapped))
        yield of_share(f"{name}: mapped rows right", right, target)
    yield from _bookings()
    _updates()


def _bookings() -> Iterator[Goal]:
    rows = handed_over("sgd_appointments")
    if not rows:
        print(f"  sgd_appointments: not in {SHARED}")
        return
    firsts = Counter(judge("", row.text).intent for row in rows)
    print(f"\nsgd_appointments, nothing learnt from it: {dict(firsts.most_common())}")
    share = Share(firsts["booking"], len(rows))
    yield of_share("sgd_appointments: booking, not learnt from", share, 0.75)
    yield of_share("sgd_appointments: booking, as if learnt from", share, 0.90)


def _updates() -> None:
    rows = [row for row in handed_over("goemotions") if row.is_update is not None]
    if not rows:
        print(f"  goemotions: not in {SHARED}")
        return
    named = [(row.is_update, "update" in dict(judge("", row.text).intents)) for row in rows]
    both = sum(gold is True and got for gold, got in named)
    found = Retrieval(
        precision=Share(both, sum(got for _, got in named)),
        recall=Share(both, sum(gold is True for gold, _ in named)),
    )
    print("\ngoemotions: joy, excitement, pride or relief named as update; no goal, other people's")
    print(f"  F1 {found.f1:.3f}, P {shown(found.precision)}, R {shown(found.recall)}")


def first_of_four(row: Row) -> str:
    """The main reason; what none of the labels maps to is other."""
    intent = judge("", row.text).intent
    return intent if intent in MAPPED else OTHER


def by_reason(answers: list[Answer]) -> dict[str, Retrieval]:
    """Precision and recall of each of the four that occurs."""
    both = Counter(gold for gold, got in answers if gold == got)
    meant = Counter(gold for gold, _ in answers)
    said = Counter(got for _, got in answers)
    return {
        name: Retrieval(
            precision=Share(both[name], said[name]), recall=Share(both[name], meant[name])
        )
        for name in FOUR
        if meant[name]
    }


def macro_f1(answers: list[Answer]) -> float | None:
    """Mean F1 of those of the four that were labelled; None without any."""
    each = [found.f1 for found in by_reason(answers).values()]
    return sum(each) / len(each) if each else None


def _print(name: str, answers: list[Answer]) -> None:
    right = Share(sum(gold == got for gold, got in answers), len(answers))
    print(f"  {name}: macro-F1 {macro_f1(answers) or 0:.3f}, right {shown(right)}")
    each = by_reason(answers).items()
    rows = [(n, shown(r.precision), shown(r.recall), f"{r.f1:.3f}") for n, r in each]
    print(table([("", "precision", "recall", "F1"), *rows]))


def _print_wrong(rows: list[Row], answers: list[Answer], all_misses: bool) -> None:
    wrong = [
        (f"{row.label}: {gold} -> {got}", row)
        for row, (gold, got) in zip(rows, answers, strict=True)
        if gold != got
    ]
    for kind, count in Counter(kind for kind, _ in wrong).most_common(
        None if all_misses else SHOWN
    ):
        print(f"    {count:4} {kind}")
    for kind, row in wrong if all_misses else ():
        print(f"        {row.id} {kind}")
