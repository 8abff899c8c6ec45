"""Text as it sounds: the many ways to write one letter become one letter.

Words are hidden from filters by accents, invisible characters and letters of
another alphabet that look alike, and phones write plain words with all three.
"""

import re
from unicodedata import normalize

# Show nothing, but split a word for a reader of code points; combining marks with them.
UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
    "\uffa0\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
LOOKS_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
FOREIGN_WORD = re.compile("[A-Za-z\u0370-\u03ff\u0400-\u052f]+")
HAS_LATIN = re.compile("[A-Za-z]")

# Before NFKC: it would make a space of the accent that stands for an apostrophe.
APOSTROPHE = "\u00b4"
LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԌԚԜаеѕіјкмнорстухԁһԛԝвьпг" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεικνορτυχωηγμ",
    "ABESIJKMHOPCTYXGQWaesijkmhopctyxdhqwbbnr" + "ABEZHIKMNOPTYXabeikvoptuxwnyu",
)
# Letters that NFKC keeps apart from the plain ones that they are read as.
UNDECOMPOSED = {
    "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t",
    "þ": "th", "ß": "ss", "ɩ": "i", "ɑ": "a", "ɡ": "g", "ʋ": "v",
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
    **{chr(0x1F150 + i): chr(97 + i) for i in range(26)},
    **{chr(0x1F170 + i): chr(97 + i) for i in range(26)},
}  # fmt: skip
ODD_LETTER = re.compile("[" + "".join(UNDECOMPOSED) + "]")


def fold(text: str) -> str:
    """Lower case without accents, look-alikes or invisible characters; line feeds one for one.

    Letters of other alphabets stay, unless they stand in a word with Latin ones.
    Time is linear in the text.
    """
    if text.isascii():
        return text.lower()
    plain = normalize("NFKD", text.replace(APOSTROPHE, "'"))
    plain = UNSEEN.sub("", plain)
    if LOOKS_FOREIGN.search(plain):
        plain = FOREIGN_WORD.sub(_latin, plain)
    plain = plain.lower()
    if plain.isascii():
        return plain
    return normalize("NFC", ODD_LETTER.sub(_undecomposed, plain))


def _latin(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(LOOKALIKES) if HAS_LATIN.search(word) else word


def _undecomposed(found: re.Match[str]) -> str:
    return UNDECOMPOSED[found[0]]
