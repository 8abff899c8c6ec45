"""Folding: one spelling for what reads alike."""

import pytest

from gateway.core.text import fold

CASES = [  # name, text, folded
    ("plain", "I Am Here", "i am here"),
    ("accents", "Déjà, mañana, Äpfel", "deja, manana, apfel"),
    ("accents as marks", "de\u0301ja\u0300", "deja"),
    ("joined letters", "cœur, Straße, ﬁne", "coeur, strasse, fine"),
    ("full width", "ｈｅｌｐ", "help"),
    ("styled letters", "𝓱𝓮𝓵𝓹 ⓜⓔ 𝕟𝕠𝕨", "help me now"),
    ("boxed letters", "\U0001f177\U0001f174\U0001f17b\U0001f17f", "help"),
    ("small capitals", "ʜᴇʟᴘ", "help"),
    ("invisible inside a word", "he\u200bl\u00adp\u2060 me\ufeff", "help me"),
    ("direction marks", "\u202ehelp\u202c", "help"),
    ("piled marks", "h\u0335\u0321e\u0301l\u0300p", "help"),
    ("Cyrillic among Latin", "hеlр mе", "help me"),
    ("Greek among Latin", "hελp", "hελp".replace("ε", "e")),
    ("capitals of both", "НЕLР", "help"),
    ("a Russian word stays", "Привет, мир", "привет, мир"),
    ("a Greek word stays", "καλημερα", "καλημερα"),
    ("Turkish capital", "İyi", "iyi"),
    ("accent for apostrophe", "don´t", "don't"),
    ("Korean stays whole", "도와주세요", "도와주세요"),
    ("line feeds", "a\n\n\u200b\nB\r\n", "a\n\n\nb\r\n"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("text", "folded"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
