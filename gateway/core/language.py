"""Which language a mail is in, and whether the rules can read it.

A library decides by the letters of the words (CLD2: a hundredth of the memory of a larger
one, and the same answers from five words on). The commonest words of English, French and Spanish
decide only what it leaves open. The client's own words are looked at; a quoted or forwarded part
decides only when there are none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gateway.core.plain import TABLES, TOLD, TOLD_BY
from gateway.core.windows import Reading, Sentence

# Read by all rules of reasons, risk and signs.
FULLY_READ = ("en", "fr", "es")
# Of these a plain statement of danger is read, and nothing else.
PLAINLY_READ = frozenset(TABLES)
# Words that two of the three share ("me", "no", "son", "on") are left out.
COMMON = {
    "en": frozenset(
        b"the and you to of my is that it this have for with i am was not be at are can your do we"
        b" will would if so but what when from about just she he her they there our been".split()
    ),
    "fr": frozenset(
        b"je vous et le les est pas pour une dans que ce avec suis ai mon nous ne des du sur mais"
        b" bonjour merci qui elle il au votre ma plus tout bien cette etre j c ou mes".split()
    ),
    "es": frozenset(
        b"que el los para una con por mi muy pero es y usted lo como las hola gracias estoy tengo"
        b" del su ya esta cita se quiero hoy puedo al yo mis cuando favor hasta".split()
    ),
}
# Shares of all words; ordinary prose has 30 to 50 common words in a hundred.
SURE = 0.15
UNLIKE_ALL = 0.04
MOST_WORDS = 250
# A name and a greeting tell nothing: so many words, and so many that are not written like names.
ENOUGH_WORDS, ENOUGH_SMALL = 3, 2
# What is rarely met here has to be longer to be believed; and what nobody knows, longer still.
ENOUGH_UNREAD = 5
ENOUGH_UNKNOWN = 10
# Characters that are looked at, the first and the last.
BEGINNING, END = 900, 300
# In addresses and numbers, in no word of any language.
is_no_word = re.compile(r"[0-9@/_\\<>=&#\x00-\x1f\x7f]").search
LAST_LATIN = "\u024f"
OTHER_LETTER = re.compile(r"[^\W\d_\x00-\u024f\u1e00-\u1eff]")
LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# Former names that the library still uses; and Corsican, which short Italian is taken for.
RENAMED = {"iw": "he", "in": "id", "jw": "jv", "mo": "ro", "co": "it"}
# What a short text of these is also taken for.
NEIGHBOURS = {"lb": "de", "gl": "pt", "af": "nl", "fy": "nl", "cs": "pl", "sk": "pl", "sl": "pl"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The language of a mail.

    code     ISO 639-1, "" when unsure
    is_read  False when it is surely in a language that the rules do not read as they read
             English; of PLAINLY_READ only plain statements are read, so that finding nothing
             there says little
    plain    languages whose plain statements may stand in the text (plain.py)
    """

    code: str
    is_read: bool
    plain: tuple[str, ...] = ()


def read_language(reading: Reading) -> Language:
    """The language of what the client wrote. Pure; looks at BEGINNING and END of it."""
    words = _words_of(reading)
    text = " ".join(words)
    if not text.isprintable():
        text = "".join(filter(str.isprintable, text))
    told = reading.words.split()
    plain = {TOLD_BY[word] for word in TOLD.intersection(told)}
    is_other = not text.isascii() and max(text) > LAST_LATIN and _is_other_script(text)
    count = len(words) if text.isupper() else sum(1 for word in words if word[0].islower())
    is_enough = is_other or (count >= ENOUGH_SMALL and len(words) >= ENOUGH_WORDS)
    guess, is_sure = _guess(text) if is_enough else ("", False)
    if is_other:
        code, is_read = guess if is_sure else "", False
    elif is_sure:
        is_read = guess in FULLY_READ or count < ENOUGH_UNREAD
        code = guess if count >= _enough_for(guess) else ""
    else:
        code, is_read = _by_commonest(guess, count, told) if is_enough else ("", True)
    plain.add(NEIGHBOURS.get(guess, guess))
    return Language(code=code, is_read=is_read, plain=tuple(sorted(plain & PLAINLY_READ)))


def _enough_for(code: str) -> int:
    """Words in small letters that a language needs: names have some ("van der", "de la")."""
    if code in FULLY_READ:
        return ENOUGH_SMALL
    return ENOUGH_WORDS if code in PLAINLY_READ else ENOUGH_UNREAD


def _by_commonest(guess: str, count: int, words: Sequence[bytes]) -> tuple[str, bool]:
    """(code, is_read) by the commonest words, where the library is not sure of its guess.

    A guess of another language that we know is left to doubt.
    """
    shares = _shares(words[:MOST_WORDS])
    best = max(shares, key=lambda name: shares[name])
    others = max(share for name, share in shares.items() if name != best)
    is_clear = shares[best] >= max(SURE, 1.3 * others)
    is_likely = guess == best or guess not in (*FULLY_READ, *PLAINLY_READ)
    is_foreign = count >= ENOUGH_UNKNOWN and shares[best] < UNLIKE_ALL and guess not in FULLY_READ
    return best if is_clear and is_likely else "", not is_foreign


def _shares(words: Sequence[bytes]) -> dict[str, float]:
    return {
        name: sum(map(common.__contains__, words)) / max(len(words), 1)
        for name, common in COMMON.items()
    }


def _words_of(reading: Reading) -> list[str]:
    """Words as the client wrote them; when she wrote but a subject, whatever else was sent."""
    some = reading.sentences
    if reading.has_own_words:
        some = tuple(s for s in some if s.where in ("subject", "new"))
    text = _first(some, BEGINNING)
    if len(text) >= BEGINNING:
        text += "\n" + _first(reversed(some), END)
    return [word for word in text.split() if not is_no_word(word)]


def _first(sentences: Iterable[Sentence], most: int) -> str:
    def some() -> Iterator[str]:
        room = most
        for sentence in sentences:
            yield sentence.original[:room]
            room -= len(sentence.original)
            if room <= 0:
                return

    return "\n".join(some())


def _is_other_script(text: str) -> bool:
    other = len(OTHER_LETTER.findall(text))
    return other > 1 and other > len(LATIN_LETTER.findall(text))


def _guess(text: str) -> tuple[str, bool]:
    """(ISO 639-1 code or "", whether the library is sure of it)."""
    import pycld2  # a megabyte that a process without mail does not need

    raw = text.encode("utf-8", "ignore")
    try:
        is_sure, _, found = pycld2.detect(raw, isPlainText=True)
        if not is_sure:
            _, _, found = pycld2.detect(raw, isPlainText=True, bestEffort=True)
    except (pycld2.error, ValueError):
        return "", False
    code = found[0][1].partition("-")[0]
    code = RENAMED.get(code, code)
    return (code, bool(is_sure)) if len(code) == 2 and code != "un" else ("", False)
