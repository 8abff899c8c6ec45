"""Spellings of one word become one word; lines stay lines."""

import pytest

from gateway.core.text import fold
from gateway.core.words import canonical

CASES = [
    ("contraction", "I don't, can't, won't and I've", "i do not , can not , will not and i have"),
    ("no apostrophe", "im dont cant", "i am do not can not"),
    ("typographic", "I\u2019m \u201cfine\u201d", "i am fine"),
    ("french", "J'ai l'impression qu'il va mal", "j ai l impression qu il va mal"),
    ("accents", "d\u00e9sesp\u00e9r\u00e9e ma\u00f1ana", "desesperee manana"),
    ("slang", "tmrw idk 2nite", "tomorrow i do not know tonight"),
    ("pauses", "one, two; three: (four)", "one , two , three , , four ,"),
    ("stretched", "pleeease nooo", "please no"),
    ("digits", "su1c1de and p1lls", "suicide and pills"),
    ("digits elsewhere", "room b12 at 4pm", "room b12 at 4pm"),
    ("stars", "k*ll and su*cide", "kill and suicide"),
    ("signs", "d!e", "die"),
    ("spaced", "k i l l  m y s e l f", "kill myself"),
    ("dotted", "s.u.i.c.i.d.e", "suicide"),
    ("spaced as one", "k i l l m y s e l f", "kill myself"),
    ("a short list", "options a b c", "options a b c"),
    ("coded", "unalive sewerslide", "kill myself suicide"),
    ("zero width", "sui\u200bcide", "suicide"),
    ("look-alike", "suic\u0456de", "suicide"),
    ("full width", "\uff44\uff49\uff45", "die"),
    ("any more", "any more anymore", "anymore anymore"),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_canonical(name: str, text: str, expected: str) -> None:
    assert canonical(fold(text)).decode() == expected


def test_line_feeds_stay_one_for_one() -> None:
    assert canonical("one\n\ntwo\n").count(b"\n") == 3
