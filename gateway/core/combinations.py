"""Cues that say little alone and much together: a farewell with thanks, a wish with a means.

A row: (name, what it is about, risk, cues that must all be there, reach). The reach is
"sentence", "window" (three sentences on end) or "mail". "low*2" is two different hits of
that cue. The window moves over the client's own words only, so that no cue of a quote or
an attachment takes part.

A calm row is a goodbye: a next meeting in the same mail makes it a usual one, and a reason
to part (moving, another therapist) lowers it to NOTICE.
"""

from collections.abc import Iterator, Mapping, Sequence

from gateway.core.assessment import Evidence, Risk
from gateway.core.rules import Hit
from gateway.core.windows import Reading

URGENT, EMERGENCY = Risk.URGENT, Risk.EMERGENCY
WINDOW = 3
# Whether the two must come from different rules.
TWICE = {"low": True, "coercion": False}

Row = tuple[str, str, Risk, frozenset[str], str, bool]


def _pairs(
    risk: Risk,
    one: str,
    others: str,
    reach: str = "window",
    about: str = "suicide",
    *,
    calm: bool = False,
) -> Iterator[Row]:
    for other in others.split():
        yield f"{one}+{other}", about, risk, frozenset((one, other)), reach, calm


ROWS: tuple[Row, ...] = (
    *_pairs(EMERGENCY, "ideation", "means plan letters-weak away affairs farewell gun ready place"),
    *_pairs(EMERGENCY, "passive", "means plan letters-weak away affairs farewell gun ready place"),
    *_pairs(EMERGENCY, "ideation", "tonight", "sentence"),
    *_pairs(EMERGENCY, "passive", "tonight", "sentence"),
    *_pairs(EMERGENCY, "plan", "tonight farewell thanks letters-weak"),
    *_pairs(EMERGENCY, "gun", "low unsafe peace"),
    *_pairs(EMERGENCY, "unsafe", "means"),
    *_pairs(EMERGENCY, "unsafe", "tonight", "sentence"),
    *_pairs(EMERGENCY, "letters-weak", "affairs farewell tonight away peace peace-weak thanks"),
    *_pairs(EMERGENCY, "letters-weak", "means forgive ready final"),
    *_pairs(EMERGENCY, "away", "farewell final-weak forgive peace peace-weak", calm=True),
    *_pairs(EMERGENCY, "farewell", "thanks forgive peace peace-weak affairs", calm=True),
    *_pairs(EMERGENCY, "peace", "thanks farewell forgive final-weak tonight affairs"),
    *_pairs(EMERGENCY, "place", "ready low peace peace-weak farewell forgive tonight thanks final"),
    *_pairs(EMERGENCY, "ready", "tonight peace away affairs"),
    *_pairs(EMERGENCY, "plan", "peace-weak peace ready place act"),
    *_pairs(EMERGENCY, "final", "affairs farewell thanks forgive letters-weak away"),
    *_pairs(URGENT, "away", "thanks affairs", calm=True),
    *_pairs(URGENT, "thanks", "final-weak endall forgive peace-weak", calm=True),
    *_pairs(URGENT, "forgive", "final-weak endall peace-weak", calm=True),
    *_pairs(URGENT, "endall", "final-weak farewell", calm=True),
    *_pairs(URGENT, "denied", "lie"),
    *_pairs(URGENT, "relapse", "cannot-stop low", about="substance_use"),
    *_pairs(URGENT, "low", "plea hiding forgive final-weak endall farewell", about="crisis"),
    ("low*2", "crisis", URGENT, frozenset(("low*2",)), "window", False),
    ("coercion*2", "abuse", URGENT, frozenset(("coercion*2",)), "window", False),
    *_pairs(EMERGENCY, "weapon", "revenge target harm-want", about="harm_to_others"),
    *_pairs(EMERGENCY, "target", "harm-want", about="harm_to_others"),
    *_pairs(EMERGENCY, "harm-want", "tonight", "sentence", "harm_to_others"),
    *_pairs(EMERGENCY, "psychosis", "harm-want", about="harm_to_others"),
    *_pairs(URGENT, "revenge", "target", about="harm_to_others"),
    *_pairs(EMERGENCY, "near", "tonight means", about="suicide"),
    *_pairs(EMERGENCY, "hiding", "violence coercion", about="abuse"),
    *_pairs(EMERGENCY, "violence", "tonight", "sentence", "abuse"),
    *_pairs(EMERGENCY, "violence", "weapon", "window", "abuse"),
)  # fmt: skip


def combined(hits: Sequence[Hit], reading: Reading) -> Iterator[Evidence]:
    """What the cues in the client's own words say together; each row once at most."""
    if not any(hit.cue for hit in hits):
        return
    own = [n for n, s in enumerate(reading.sentences) if s.where in ("subject", "new")]
    order = {number: place for place, number in enumerate(own)}
    by_place: dict[int, list[Hit]] = {}
    for hit in hits:
        if hit.cue and hit.sentence in order:
            by_place.setdefault(order[hit.sentence], []).append(hit)
    everything = frozenset(h.cue for some in by_place.values() for h in some)
    rows = [row for row in ROWS if all(c.removesuffix("*2") in everything for c in row[3])]
    if not rows:
        return
    found: dict[str, tuple[Row, int]] = {}
    for place in sorted(by_place):
        alone = _cues(by_place, place, 1)
        window = _cues(by_place, place, WINDOW)
        for row in rows:
            if row[3] <= (alone if row[4] == "sentence" else window):
                found.setdefault(row[0], (row, own[place]))
    for name, (row, number) in found.items():
        if row[5] and "continuing" in everything:
            continue
        usual = row[5] and "parting" in everything
        yield Evidence(
            about="crisis" if usual else row[1],
            rule=f"together.{name}",
            risk=Risk.NOTICE if usual else row[2],
            where=reading.sentences[number].where,
            place=reading.sentences[number].place,
            excerpt=reading.excerpt(number),
        )


def _cues(by_place: Mapping[int, Sequence[Hit]], first: int, length: int) -> set[str]:
    hits = [h for place in range(first, first + length) for h in by_place.get(place, ())]
    cues = {h.cue for h in hits}
    cues.update(f"{cue}*2" for cue in TWICE if cue in cues and _is_twice(cue, hits))
    return cues


def _is_twice(cue: str, hits: Sequence[Hit]) -> bool:
    """Two hits of one cue, in words that do not overlap."""
    some = [h for h in hits if h.cue == cue]
    return any(
        (a.rule.name != b.rule.name or not TWICE[cue]) and (a.end <= b.start or b.end <= a.start)
        for i, a in enumerate(some)
        for b in some[i + 1 :]
    )
