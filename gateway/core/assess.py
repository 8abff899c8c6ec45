"""Why the client writes, whether somebody may be in danger, and what is sensitive in it.

Every rule of every detector is matched in one pass; each hit is then read in its place
(place.py), and inside an idiom dropped. What is left is combined (combinations.py). The model
may then raise the risk (opinion.py), and the highest stays. Reasons are weighed apart from risk.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from gateway.core.assessment import Assessment, Evidence, Risk
from gateway.core.combinations import combined
from gateway.core.language import read_language
from gateway.core.mail import ParsedMail, Segment, SegmentKind
from gateway.core.model import Model
from gateway.core.opinion import OWN, Heard, Opinion, hear, opinion_of, reasons_of
from gateway.core.patterns import PatternSet
from gateway.core.place import capped, in_place
from gateway.core.plain import plain_hits
from gateway.core.quoting import told_apart
from gateway.core.rules import Detector, Hit, Rule
from gateway.core.windows import Reading, read

# A first reason less likely than this is no more than a guess, and the answer is "other".
SURE_ENOUGH = 0.1
# Further reasons are named from here on: a reason too many costs a line in the reply.
ALSO = 0.15
# Beside a reason of its own "other" tells little, unless it is likelier than not.
OTHER_TOO = 0.5
# How likely a crisis is at least the main reason where somebody may be in danger.
LEAST_CRISIS = {Risk.URGENT: 0.65, Risk.EMERGENCY: 0.97}
OTHER, CRISIS = "other", "crisis"
NOT_OWN: tuple[SegmentKind, ...] = ("attachment", "forwarded", "quote", "signature")
FOUND_AT_MOST = 200
# Characters of one mail that are judged, the first and the last; her own words first.
JUDGED_AT_MOST = 131_072
# Characters of a bare text in which new words and old ones are told apart first.
READ_AT_MOST = 196_608


@dataclass(frozen=True)
class Detectors:
    """All detectors; their rules are compiled when the first mail is judged, and once."""

    intents: tuple[Detector, ...]
    signs: tuple[Detector, ...]
    model: Model

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
    unread = ("too-large",) if len(text) > READ_AT_MOST else ()
    plain = _ends_of(text, READ_AT_MOST).replace("\r\n", "\n").replace("\r", "\n")
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
    language = read_language(reading)
    found = (*_hits(reading, detectors), *plain_hits(reading, language.plain))
    hits = _outside_idioms(found)
    judged = [in_place(hit, reading) for hit in hits if hit.rule.about not in detectors.reasons]
    model = detectors.model
    own = hear(reading, OWN, model)
    detected = [e for d in (*detectors.intents, *detectors.signs) for e in d.detect(reading)]
    reasons = list(_of_reasons(hits, reading, detectors))
    evidence = [
        *reasons,
        *_of_risk(judged, reading),
        *_of_model(own, judged, reading, model),
        *combined(judged, reading),
        *detected,
    ]
    risk = max((e.risk for e in evidence), default=Risk.NONE)
    if not language.is_read:
        unread = (*unread, "language")
    return Assessment(
        intents=_ranked(_weighed(own, reasons, detected, detectors), risk),
        risk=risk,
        signs=tuple(sorted({e.about for e in evidence} & detectors.sensitive)),
        evidence=_strongest(evidence),
        language=language.code,
        unread=unread,
    )


def _strongest(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """What speaks for something, the gravest first; what speaks against is only summed up."""
    found = (e for e in evidence if e.weight >= 0)
    return tuple(sorted(found, key=lambda e: (-e.risk, -e.weight))[:FOUND_AT_MOST])


def _within(room: int, segments: Sequence[Segment]) -> list[Segment]:
    """As much as may be judged, in the same order: her own words first, then what is old."""
    kept = list(segments)
    for at in sorted(range(len(kept)), key=lambda i: kept[i].kind not in OWN):
        text = kept[at].text
        if len(text) > room:
            kept[at] = replace(kept[at], text=_ends_of(text, room))
        room = max(0, room - len(text))
    return kept


def _ends_of(text: str, room: int) -> str:
    """Of a text that is too long, the beginning and the end: a last line says most."""
    half = room // 2
    return text if len(text) <= room else f"{text[:half]}\n\n{text[len(text) - half :]}"


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


def _of_reasons(hits: Iterable[Hit], reading: Reading, detectors: Detectors) -> Iterator[Evidence]:
    """Each rule once, by its first hit in the client's own words."""
    seen: set[str] = set()
    for hit in sorted(
        (h for h in hits if h.rule.about in detectors.reasons), key=lambda h: h.start
    ):
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


def _of_model(
    own: Heard, hits: Iterable[Hit], reading: Reading, model: Model
) -> Iterator[Evidence]:
    """What the model asks for, of her own words and of each other kind of segment.

    In a sentence that looks forward to the next meeting it asks for NOTICE at most, and
    names no sign: a goodbye there is a usual one.
    """
    continuing = {hit.sentence for hit in hits if hit.cue == "continuing"}
    kinds = {sentence.where for sentence in reading.sentences}
    others = (hear(reading, (kind,), model) for kind in NOT_OWN if kind in kinds)
    for heard in (own, *others):
        if opinion := opinion_of(heard, model, model.signs):
            if opinion.sentence in continuing:
                opinion = replace(opinion, about=CRISIS, risk=Risk.NOTICE)
            yield _of_opinion(opinion, reading)


def _of_opinion(opinion: Opinion, reading: Reading) -> Evidence:
    sentence = reading.sentences[opinion.sentence]
    return Evidence(
        about=opinion.about,
        rule=f"model.{opinion.head}",
        weight=opinion.probability,
        risk=capped(opinion.risk, sentence.start, sentence.end, reading),
        where=sentence.where,
        place=sentence.place,
        excerpt=f"{reading.excerpt(opinion.sentence)} [{', '.join(opinion.words)}]",
    )


def _weighed(
    own: Heard, reasons: Iterable[Evidence], detected: Iterable[Evidence], detectors: Detectors
) -> dict[str, float]:
    """Each reason with its probability; what a detector saw for itself, as a file's name, is sure.

    reasons   what rules say in her own words
    detected  what detectors found by their own reading
    """
    weighed = reasons_of(own, detectors.model, _scores(reasons))
    for e in detected:
        if e.about in detectors.reasons:
            weighed[e.about] = max(e.weight, weighed.get(e.about, 0.0))
    return weighed


def reasons_by_rules(reading: Reading, detectors: Detectors) -> dict[str, float]:
    """The score 0..1 of each reason that a rule speaks for."""
    return _scores(_of_reasons(_outside_idioms(_hits(reading, detectors)), reading, detectors))


def _scores(evidence: Iterable[Evidence]) -> dict[str, float]:
    """By reason, what speaks for it together less what speaks against it."""
    missing: dict[str, float] = {}
    against: dict[str, float] = {}
    for e in evidence:
        if e.weight > 0:
            missing[e.about] = missing.get(e.about, 1.0) * (1.0 - e.weight)
        else:
            against[e.about] = against.get(e.about, 0.0) - e.weight
    return {n: max(0.0, 1.0 - left - against.get(n, 0.0)) for n, left in missing.items()}


def _ranked(weighed: dict[str, float], risk: Risk) -> tuple[tuple[str, float], ...]:
    """The reasons to name, the likeliest first; a crisis is named whenever the risk says so."""
    crisis = max(weighed.pop(CRISIS, 0.0), LEAST_CRISIS.get(risk, 0.0))
    weighed.setdefault(OTHER, 1.0)
    best = max(weighed, key=lambda name: weighed[name])
    if weighed[best] < SURE_ENOUGH:
        best = OTHER
    named = {
        name: p
        for name, p in weighed.items()
        if name == best or p >= (OTHER_TOO if name == OTHER else ALSO)
    }
    if risk >= Risk.URGENT:
        named.pop(OTHER, None)
        named[CRISIS] = crisis
        best = CRISIS if crisis >= named.get(best, 0.0) else best
    return tuple(sorted(named.items(), key=lambda pair: (pair[0] != best, -pair[1])))
