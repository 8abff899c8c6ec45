"""Why the client writes, whether somebody may be in danger, and what is sensitive in it.

Every rule of every detector is matched in one pass; each hit is then read in its place:
inside an idiom it is dropped, under a negation, a past, an exercise or a story it is lowered
to NOTICE, in a quote or a signature it asks for NOTICE at most. What is left is combined
(combinations.py), and the highest risk stays. Reasons are summed up apart from risk.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gateway.core.assessment import Assessment, Evidence, Risk
from gateway.core.combinations import combined
from gateway.core.language import is_foreign, language_of
from gateway.core.mail import ParsedMail, Segment
from gateway.core.patterns import PatternSet
from gateway.core.quoting import told_apart
from gateway.core.reading import PART_LIMIT
from gateway.core.rules import Detector, Hit, Rule
from gateway.core.scope import is_sheet, scope_of, speaks_of_writer
from gateway.core.windows import Reading, read

# Below it a reason is no more than a guess, and the answer is "other".
SURE_ENOUGH = 0.5
CRISIS = "crisis"
CRISIS_SCORE = {Risk.URGENT: 0.9, Risk.EMERGENCY: 0.99}
OWN = ("subject", "new")
# What was found in the words of an earlier mail, or of a program, or of a third hand.
LEAST_IN = {"quote": Risk.NOTICE, "signature": Risk.NOTICE, "forwarded": Risk.NOTICE}
FOUND_AT_MOST = 200
# Characters of one mail that are judged; her own words first.
JUDGED_AT_MOST = PART_LIMIT


@dataclass(frozen=True)
class Detectors:
    """All detectors; their rules are compiled when the first mail is judged, and once."""

    intents: tuple[Detector, ...]
    signs: tuple[Detector, ...]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for d in (*self.intents, *self.signs) for rule in d.rules)

    @cached_property
    def patterns(self) -> PatternSet:
        return PatternSet([rule.pattern for rule in self.rules])

    @cached_property
    def sensitive(self) -> frozenset[str]:
        """Names of the signs that are shown."""
        return frozenset(d.name for d in self.signs)

    @cached_property
    def reasons(self) -> frozenset[str]:
        """Names of the intents that are summed up from weights."""
        return frozenset(d.name for d in self.intents) - {CRISIS}


def assess(mail: ParsedMail, detectors: Detectors) -> Assessment:
    """What is understood of one mail. Pure; linear in the length of its text."""
    names = tuple(leaf.name for leaf in mail.attachments if leaf.name)
    return _assess(list(mail.segments), names, mail.unread, detectors)


def assess_text(subject: str, text: str, detectors: Detectors) -> Assessment:
    """The same for a bare subject and text, "" for none; lines end in LF or CRLF."""
    unread = ("too-large",) if len(text) > PART_LIMIT else ()
    plain = text[:PART_LIMIT].replace("\r\n", "\n").replace("\r", "\n")
    segments = [Segment(kind="subject", text=subject)] if subject else []
    return _assess([*segments, *told_apart(plain)], (), unread, detectors)


def _assess(
    segments: list[Segment],
    names: tuple[str, ...],
    unread: tuple[str, ...],
    detectors: Detectors,
) -> Assessment:
    judged_segments = _within(JUDGED_AT_MOST, segments)
    if judged_segments != segments and "too-large" not in unread:
        unread = (*unread, "too-large")
    reading = read(judged_segments, names)
    hits = _outside_idioms(_hits(reading, detectors))
    judged = [_in_place(hit, reading) for hit in hits if hit.rule.about not in detectors.reasons]
    evidence = [
        *_of_reasons((h for h in hits if h.rule.about in detectors.reasons), reading),
        *_of_risk(judged, reading),
        *combined(judged, reading),
        *(e for d in (*detectors.intents, *detectors.signs) for e in d.detect(reading)),
    ]
    risk = max((e.risk for e in evidence), default=Risk.NONE)
    words = reading.words.split()
    language = language_of(words)
    if not language and is_foreign(words):
        unread = (*unread, "language")
    return Assessment(
        intents=_ranked(evidence, risk, detectors.reasons),
        risk=risk,
        signs=tuple(sorted({e.about for e in evidence} & detectors.sensitive)),
        evidence=_strongest(evidence),
        language=language,
        unread=unread,
    )


def _strongest(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What speaks for something, the gravest first; what speaks against is only summed up."""
    found = (e for e in evidence if e.weight >= 0)
    return tuple(sorted(found, key=lambda e: (-e.risk, -e.weight))[:FOUND_AT_MOST])


def _within(room: int, segments: Sequence[Segment]) -> list[Segment]:
    """As much as may be judged, in the same order: her own words first, then what is old.

    Of a text that is too long the beginning and the end are kept: a last line says most.
    """
    kept = list(segments)
    for at in sorted(range(len(kept)), key=lambda i: kept[i].kind not in OWN):
        text = kept[at].text
        if len(text) > room:
            half = room // 2
            kept[at] = replace(kept[at], text=f"{text[:half]}\n\n{text[len(text) - half :]}")
        room = max(0, room - len(text))
    return kept


def _hits(reading: Reading, detectors: Detectors) -> Iterator[Hit]:
    for number, start, end in detectors.patterns.hits(reading.words):
        rule = detectors.rules[number]
        at = reading.at(start)
        yield Hit(rule=rule, sentence=at, start=start, end=end, risk=rule.risk, cue=rule.cue)


def _outside_idioms(hits: Iterable[Hit]) -> list[Hit]:
    """Without idioms, and without what an idiom uses up: a hit that ends in its words."""
    idioms: dict[int, list[Hit]] = {}
    rest: list[Hit] = []
    for hit in hits:
        if hit.cue == "idiom":
            idioms.setdefault(hit.sentence, []).append(hit)
        else:
            rest.append(hit)
    return [
        hit
        for hit in rest
        if not any(i.start < hit.end <= i.end for i in idioms.get(hit.sentence, ()))
    ]


def _in_place(hit: Hit, reading: Reading) -> Hit:
    """The hit with the risk and the cue that are left to it where it stands."""
    where = reading.sentences[hit.sentence].where
    if hit.risk is Risk.NONE and not hit.cue:
        return hit
    lowered = scope_of(reading, hit.start, hit.end, hit.rule.keeps)
    cue = "" if lowered else hit.cue
    if lowered == "denied" and hit.risk >= Risk.URGENT:
        cue = "denied"
    risk = min(hit.risk, Risk.NOTICE) if lowered else hit.risk
    return replace(hit, risk=_capped(risk, where, hit, reading), cue=cue)


def _capped(risk: Risk, where: str, hit: Hit, reading: Reading) -> Risk:
    """What may be asked for from this kind of segment."""
    if where in OWN or risk is Risk.NONE:
        return risk
    if where == "attachment":
        return _in_attachment(risk, hit, reading)
    if where == "forwarded" and not reading.has_own_words:
        return min(risk, Risk.URGENT)
    return (
        min(risk, LEAST_IN[where]) if speaks_of_writer(reading, hit.start, hit.end) else Risk.NONE
    )


def _in_attachment(risk: Risk, hit: Hit, reading: Reading) -> Risk:
    """Exercise sheets name every danger; only plain words of the writer are more than that."""
    plain = speaks_of_writer(reading, hit.start, hit.end)
    if risk is Risk.EMERGENCY and plain:
        return Risk.URGENT
    if plain and not is_sheet(reading):
        return min(risk, Risk.URGENT)
    return min(risk, Risk.NOTICE)


def _of_reasons(hits: Iterable[Hit], reading: Reading) -> Iterator[Evidence]:
    """Each rule once, by its first hit in the client's own words."""
    seen: set[str] = set()
    for hit in sorted(hits, key=lambda h: h.start):
        where = reading.sentences[hit.sentence].where
        if where not in OWN or hit.rule.name in seen:
            continue
        seen.add(hit.rule.name)
        yield Evidence(
            about=hit.rule.about,
            rule=hit.rule.name,
            weight=hit.rule.weight,
            where=where,
            excerpt=reading.excerpt(hit.sentence),
        )


def _of_risk(hits: Iterable[Hit], reading: Reading) -> Iterator[Evidence]:
    """Each rule once for each kind of segment, by its gravest hit; a cue alone is no evidence."""
    best: dict[tuple[str, str, int], Hit] = {}
    for hit in hits:
        sentence = reading.sentences[hit.sentence]
        if hit.risk is Risk.NONE and (hit.rule.cue or hit.rule.risk):
            continue
        key = hit.rule.name, sentence.where, sentence.place
        if key not in best or hit.risk > best[key].risk:
            best[key] = hit
    for (name, where, place), hit in best.items():
        yield Evidence(
            about=hit.rule.about,
            rule=name,
            risk=hit.risk,
            where=where,
            place=place,
            excerpt=reading.excerpt(hit.sentence),
        )


def _ranked(
    evidence: Iterable[Evidence], risk: Risk, reasons: frozenset[str]
) -> tuple[tuple[str, float], ...]:
    """Reasons by score; a crisis comes first, ("other", s) alone when none is sure."""
    missing: dict[str, float] = {}
    against: dict[str, float] = {}
    for e in evidence:
        if e.about in reasons and e.weight > 0:
            missing[e.about] = missing.get(e.about, 1.0) * (1.0 - e.weight)
        elif e.about in reasons:
            against[e.about] = against.get(e.about, 0.0) - e.weight
    scores = {name: max(0.0, 1.0 - left - against.get(name, 0.0)) for name, left in missing.items()}
    found = [(name, score) for name, score in scores.items() if score >= SURE_ENOUGH]
    if risk in CRISIS_SCORE:
        found.append((CRISIS, CRISIS_SCORE[risk]))
    if not found:
        return (("other", 1.0 - max(scores.values(), default=0.0)),)
    return tuple(sorted(found, key=lambda pair: (pair[0] != CRISIS, -pair[1])))
