"""False alarms on text that nobody in danger wrote, each one printed for a person to read."""

import re
from collections.abc import Iterator

from bench.listen.goals import Goal, of_share, shown
from bench.listen.sets import LEARNT_FROM, SHARED, Row, handed_over, judge
from gateway.core.assessment import Risk
from gateway.core.scoring import Share

# As the goals leave them out of counsel_questions; looked for in text and label.
RISK_WORDS = re.compile(
    r"suicid|self[- ]?harm|kill(?:ing)? myself|want to die|end my life|\bcutting\b", re.IGNORECASE
)
# Set -> share of alarms that is allowed; None where no goal was set.
SETS = {
    "counsel_questions": 0.04,
    "mail_ham": 0.002,
    "mail_general": 0.002,
    "enron_sentences": 0.002,
    "banking77": None,
    "goemotions": None,
}
SHOWN = 12
WIDE = 160


def alarms(*, all_misses: bool) -> Iterator[Goal]:
    """Of each set: graded urgent or above."""
    for name, allowed in SETS.items():
        rows = [row for row in handed_over(name) if name != "counsel_questions" or is_calm(row)]
        if not rows:
            print(f"  {name}: not in {SHARED}")
            continue
        found = [row for row in rows if judge("", row.text).risk >= Risk.URGENT]
        share = Share(len(found), len(rows))
        half = ", the half that was not learnt from" if name in LEARNT_FROM else ""
        print(f"\n{name}: graded urgent or above {shown(share)}{half}")
        every = all_misses or name == "counsel_questions"
        for row in found if every else found[:SHOWN]:
            _print(row)
        if len(found) > SHOWN and not every:
            print("    ... --misses lists all")
        if allowed is not None:
            yield of_share(f"{name}: graded urgent or above", share, allowed, at_least=False)


def is_calm(row: Row) -> bool:
    """A question without words of suicide or self-harm, and not filed under them."""
    return not RISK_WORDS.search(row.text) and not RISK_WORDS.search(row.label)


def _print(row: Row) -> None:
    """What spoke for danger, gravest first."""
    found = judge("", row.text)
    grave = [e for e in found.evidence if e.risk >= Risk.URGENT]
    print(f"    {row.id} ({row.label}) {found.risk.word}")
    for evidence in grave:
        print(f"        {evidence.rule}: {' '.join(evidence.excerpt.split())[:WIDE]}")
