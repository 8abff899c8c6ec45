"""The health of somebody else: a relative's, friend's or colleague's."""

from gateway.core.assessment import Risk
from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS
from gateway.core.signs.diagnosis_or_medication import WORDS as MEDICAL

NONE = Risk.NONE

WORDS = {
    **LISTS,
    **MEDICAL,
    "ill": "cancer|leuk[a-z]*mia|tumou?r|dementia|alzheimer s?|stroke|heart attack|surgery"
    "|operation|chemo[a-z]*|miscarriage|overdosed?|depressed|suicidal|sick|ill|hospital|icu|rehab"
    "|dying|pregnant|diagnosed|diagnosis|{illness}",
}  # fmt: skip
ENGLISH = (
    ("has", NONE, "(my|our|his|her) (late )?({near_en})( s)? (who )?(is|was|has|had|has been|was "
     "just|just got|got|is back|went|needs|being|may have|might have|is being|is getting)? ?(in"
     "|to|a|an|into|with|very|really|just|been|diagnosed with|in the|for|having)* ?({ill})|(he"
     "|she) (has|had|was diagnosed|suffers from|is having|had a) … ({ill})"),
)  # fmt: skip
FRENCH = (
    ("has", NONE, "(mon|ma|notre) ({near_fr}) … (a|est|a eu|souffre|vient|a fait) … (cancer"
     "|malade|hopital|hospitalisee?|demence|alzheimer|avc|operee?|chimio|depression"
     "|diagnostiquee?|infarctus|enceinte|tumeur)"),
)  # fmt: skip
SPANISH = (
    ("has", NONE, "(mi|nuestr[oa]) ({near_es}) … (tiene|esta|tuvo|fue|sufre|padece|le) … (cancer"
     "|enferm[oa]|hospital|ingresad[oa]|demencia|alzheimer|derrame|operad[oa]|quimio|depresion"
     "|diagnostic[a-z]+|infarto|embarazada|tumor)"),
)  # fmt: skip

DETECTOR = sign("third_party_health", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, WORDS)
