"""Suicide: thoughts, wishes, plans, means and acts, of the writer or of somebody near.

The rows stand by language in _suicide_*.py, from the graver to the lighter. A cue on a row is
what it may be combined with (combinations.py); a row of no risk with a cue says nothing alone.
"""

from gateway.core.rules import sign
from gateway.core.signs._lists import LISTS
from gateway.core.signs._suicide_cues_en import CUES, IDIOMS
from gateway.core.signs._suicide_en import ENGLISH
from gateway.core.signs._suicide_en import WORDS as WORDS_EN
from gateway.core.signs._suicide_es import SPANISH
from gateway.core.signs._suicide_es import WORDS as WORDS_ES
from gateway.core.signs._suicide_fr import FRENCH
from gateway.core.signs._suicide_fr import WORDS as WORDS_FR

WORDS = {**LISTS, **WORDS_EN, **WORDS_FR, **WORDS_ES}
DETECTOR = sign("suicide", {"en": (*ENGLISH, *CUES, *IDIOMS), "fr": FRENCH, "es": SPANISH}, WORDS)
