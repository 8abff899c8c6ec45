"""Suicide: thoughts, wishes, plans, means and acts, of the writer or of somebody near.

The rows stand by language in _suicide_*.py, from the graver to the lighter. A cue on a row is
what it may be combined with (combinations.py); a row of no risk with a cue says nothing alone.
"""

from gateway.core.rules import sign
from gateway.core.signs._suicide_en import ENGLISH, WORDS
from gateway.core.signs._suicide_es import SPANISH
from gateway.core.signs._suicide_fr import FRENCH

DETECTOR = sign("suicide", {"en": ENGLISH, "fr": FRENCH, "es": SPANISH}, WORDS)
