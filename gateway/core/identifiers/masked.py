"""A text whose long numbers cannot be read."""

import re

# Six digits and more, with at most one separator between two of them: shorter is a date or a sum.
LONG = re.compile(r"[0-9](?:[ .\-/]?[0-9]){5,}")
ALL_BUT_TWO = re.compile(r"[0-9](?=(?:[^0-9]?[0-9]){2})")


def masked(text: str) -> str:
    """The same text with a dot for each digit of a long number but the last two."""
    return LONG.sub(lambda found: ALL_BUT_TWO.sub("\u2022", found[0]), text)
