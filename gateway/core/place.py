"""What a finding may ask for where it stands.

A cue under a negation, a past, an exercise or a story asks for NOTICE; so does what stands in a
quote or a signature. Forwarded words count as her own when she wrote none; attached ones ask for
URGENT at most, and for NOTICE in a form that was filled in.
"""

from dataclasses import replace

from gateway.core.assessment import Risk
from gateway.core.rules import Hit
from gateway.core.scope import is_sheet, scope_of, speaks_of_writer
from gateway.core.windows import Reading

OWN = ("subject", "new")


def in_place(hit: Hit, reading: Reading) -> Hit:
    """The hit with the risk and the cue that are left to it where it stands."""
    if hit.risk is Risk.NONE and not hit.cue:
        return hit
    lowered = scope_of(reading, hit.start, hit.end, hit.rule.keeps)
    cue = "" if lowered else hit.cue
    if lowered == "denied" and hit.risk >= Risk.URGENT:
        cue = "denied"
    risk = min(hit.risk, Risk.NOTICE) if lowered else hit.risk
    return replace(hit, risk=capped(risk, hit.start, hit.end, reading), cue=cue)


def capped(risk: Risk, start: int, end: int, reading: Reading) -> Risk:
    """What may be asked for in this kind of segment. start, end: of the words that ask."""
    where = reading.sentences[reading.at(start)].where
    if where in OWN or risk is Risk.NONE:
        return risk
    plain = speaks_of_writer(reading, start, end)
    if where == "attachment":
        is_more = plain and (risk is Risk.EMERGENCY or not is_sheet(reading))
        return min(risk, Risk.URGENT if is_more else Risk.NOTICE)
    if where == "forwarded" and not reading.has_own_words:
        return min(risk, Risk.URGENT)
    return min(risk, Risk.NOTICE) if plain else Risk.NONE
