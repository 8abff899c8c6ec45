"""Text as the rule tables see it: canonical words.

People in distress write without apostrophes, accents and full stops, and hide
words from filters ("k1ll", "su!cide"). All spellings of one word become one
word here, so that a table needs to name it once: "dont", "don't" and "do not"
are all "do not".
"""

import re

import re2

# One word for each typing habit, misspelling or hiding that we know of.
SPELLINGS = {
    b"im": b"i am", b"ive": b"i have", b"dont": b"do not", b"doesnt": b"does not",
    b"didnt": b"did not", b"cant": b"can not", b"cannot": b"can not", b"wont": b"will not",
    b"couldnt": b"could not", b"wouldnt": b"would not", b"shouldnt": b"should not",
    b"isnt": b"is not", b"arent": b"are not", b"wasnt": b"was not", b"werent": b"were not",
    b"havent": b"have not", b"hasnt": b"has not", b"hadnt": b"had not", b"aint": b"is not",
    b"wanna": b"want to", b"wana": b"want to", b"wnna": b"want to", b"gonna": b"going to",
    b"gunna": b"going to", b"gona": b"going to", b"gotta": b"got to", b"tryna": b"trying to",
    b"imma": b"i am going to", b"ima": b"i am going to", b"lemme": b"let me",
    b"u": b"you", b"ur": b"your", b"youre": b"you are", b"theyre": b"they are",
    b"thats": b"that is", b"hes": b"he is", b"shes": b"she is", b"theres": b"there is",
    b"whats": b"what is", b"theyll": b"they will", b"youll": b"you will", b"itll": b"it will",
    b"2nite": b"tonight", b"tonite": b"tonight", b"tnite": b"tonight", b"2night": b"tonight",
    b"2day": b"today", b"tmrw": b"tomorrow", b"tmr": b"tomorrow", b"tomoro": b"tomorrow",
    b"tommorow": b"tomorrow", b"tomorow": b"tomorrow", b"tommorrow": b"tomorrow",
    b"every1": b"everyone", b"evry1": b"everyone", b"evryone": b"everyone", b"some1": b"someone",
    b"no1": b"no one", b"ppl": b"people", b"b4": b"before", b"cuz": b"because",
    b"anymor": b"anymore", b"nomore": b"no more", b"w/o": b"without", b"witout": b"without",
    b"wihtout": b"without", b"withot": b"without",
    b"killmyself": b"kill myself", b"killingmyself": b"killing myself",
    b"iwanttodie": b"i want to die", b"wanttodie": b"want to die", b"endmylife": b"end my life",
    b"enditall": b"end it all", b"selfharm": b"self harm", b"cutmyself": b"cut myself",
    b"hurtmyself": b"hurt myself", b"iwanttokillmyself": b"i want to kill myself",
    b"jeveuxmourir": b"je veux mourir", b"quieromorir": b"quiero morir",
    b"suiside": b"suicide", b"sucide": b"suicide", b"suicde": b"suicide", b"sucicide": b"suicide",
    b"suicid": b"suicide", b"sewerslide": b"suicide", b"sewercide": b"suicide",
    b"sucidal": b"suicidal", b"suicidle": b"suicidal",
    b"suicidial": b"suicidal", b"suisidal": b"suicidal", b"suicial": b"suicidal",
    b"suididal": b"suicidal", b"sewerslidal": b"suicidal", b"unalive": b"kill myself",
    b"unaliving": b"killing myself", b"unalived": b"killed myself",
    b"disapear": b"disappear", b"dissapear": b"disappear", b"dissappear": b"disappear",
    b"wud": b"would", b"wuld": b"would", b"noone": b"no one",
    b"burdon": b"burden", b"berden": b"burden",
    b"tierd": b"tired", b"hopless": b"hopeless", b"idk": b"i do not know", b"cud": b"could",
    b"mysef": b"myself", b"mysel": b"myself",
    b"myslef": b"myself", b"meself": b"myself", b"mself": b"myself", b"kil": b"kill",
    b"appt": b"appointment", b"appoinment": b"appointment",
    b"apointment": b"appointment", b"appointmnt": b"appointment", b"appts": b"appointments",
    b"sesh": b"session", b"resched": b"reschedule", b"thx": b"thanks", b"tks": b"thanks",
    b"ty": b"thank you", b"goodby": b"goodbye", b"goodbyes": b"goodbye",
    b"jai": b"j ai", b"jen": b"j en", b"jveux": b"je veux", b"jvais": b"je vais",
    b"jsuis": b"je suis", b"chuis": b"je suis", b"chui": b"je suis", b"cest": b"c est",
    b"jpeux": b"je peux", b"jpense": b"je pense", b"tt": b"tout", b"auj": b"aujourd hui",
    b"aujourdhui": b"aujourd hui", b"ojd": b"aujourd hui", b"rdv": b"rendez vous",
    b"svp": b"s il vous plait", b"qq": b"quelque", b"pq": b"porque", b"xq": b"porque",
    b"q": b"que", b"k": b"que", b"tb": b"tambien", b"kiero": b"quiero", b"matarm": b"matarme",
}  # fmt: skip
ENDINGS = (
    (b"n't", b" not"),
    (b"'ll", b" will"),
    (b"'ve", b" have"),
    (b"'re", b" are"),
    (b"'m", b" am"),
    (b"'d", b" would"),
)
IS_AFTER = frozenset((b"he", b"she", b"it", b"that", b"what", b"who", b"there", b"here"))
IRREGULAR = {b"can't": b"can not", b"won't": b"will not", b"shan't": b"shall not"}
# Words that people hide from filters by digits and signs, and only those:
# "4ever" or "c0de" in any other word is no one's danger.
HIDDEN = frozenset(
    b"die dead death died dying kill killing killed suicide suicidal suicides murder cut cutting "
    b"harm selfharm hurt overdose pills gun knife rape raped abuse matar morir mourir "
    b"suicidio".split()
)
HIDDEN_BY_LENGTH = {
    length: tuple(sorted(w for w in HIDDEN if len(w) == length)) for length in map(len, HIDDEN)
}
LEET = bytes.maketrans(b"013457@$!|", b"oieastasii")

STAR = ord("*")
PAUSES = b",;:()"
SPACES = b'\t\r\x0b\x0c.!?"[]{}<>\\=+^_~#-/*`|'
PLAIN = bytes.maketrans(PAUSES + SPACES, b"," * len(PAUSES) + b" " * len(SPACES))
# What printers write and keyboards do not. Replacing each in turn is faster than a table.
TYPOGRAPHY = (
    *((c, "'") for c in "’‘ʼ`´"),
    *((c, " ") for c in "“”«»„…¿¡•·‐‑"),
    *((c, ",") for c in "—–"),
)
# They show nothing; halves of a surrogate pair are no characters at all.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]+"
)
LENGTHENED = re.compile(rb"([a-z])\1\1+")


def canonical(folded: str) -> bytes:
    """Folded text as canonical words; line feeds stay where they are, one for one."""
    if not folded.isascii():
        for printed, plain in TYPOGRAPHY:
            folded = folded.replace(printed, plain)
    raw = folded.encode("utf-8", "replace")
    if b"@" in raw or b"!" in raw or b"$" in raw or b"*" in raw:
        raw = _uncover(raw)
    if MAYBE_SPACED.search(raw):
        raw = SPACED.sub(_closed_up, raw)
    raw = raw.translate(PLAIN).replace(b",", b" , ").replace(b"\n", b" \n ")
    if any(vowel * 3 in raw for vowel in (b"a", b"e", b"i", b"o", b"u", b"y")):
        raw = LENGTHENED.sub(rb"\1", raw)
    known = SPELLINGS.get
    words = [
        known(w) or (w if w.isalpha() or len(w) == 1 else _respelt(w)) for w in raw.split(b" ") if w
    ]
    return b" ".join(words).replace(b"any more", b"anymore")


def _respelt(word: bytes) -> bytes:
    """A word with an apostrophe or digits in it, spelt out."""
    if b"'" in word:
        return _spelt_out(word.strip(b"'"))
    plain = word.translate(LEET)
    return plain if plain in HIDDEN else word


def _spelt_out(word: bytes) -> bytes:
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, full in ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + full
    stem, _, rest = word.partition(b"'")
    if rest == b"s":
        return stem + b" is" if stem in IS_AFTER else stem
    return SPELLINGS.get(word) or word.replace(b"'", b" ")


def _uncover(raw: bytes) -> bytes:
    """Words behind signs ("d!e", "su*cide") made readable, before signs become spaces."""
    return COVERED.sub(_bare, raw)


# Single letters in a row: "k i l l", "s.u.i.c.i.d.e"; four at least, since "a b c" is a list.
MAYBE_SPACED = re2.compile(rb"\b[a-z][ .\-_*][a-z][ .\-_*][a-z][ .\-_*][a-z]")
SPACED = re.compile(rb"(?<![a-z0-9])[a-z](?:[ .\-_*][a-z]){3,}(?![a-z0-9'])")


def _closed_up(found: re.Match[bytes]) -> bytes:
    return bytes(b for b in found[0] if b not in b" .-_*")


COVERED = re.compile(rb"(?<![a-z0-9])[a-z0-9]{1,8}[@!$*|][a-z0-9@!$*|]{1,9}(?![a-z0-9])")


def _bare(found: re.Match[bytes]) -> bytes:
    word = found[0].strip(b"!*")
    plain = word.translate(LEET)
    if plain in HIDDEN:
        return plain
    if b"*" not in word:
        return found[0]
    return next((w for w in HIDDEN_BY_LENGTH.get(len(word), ()) if _fits(w, word)), found[0])


def _fits(word: bytes, starred: bytes) -> bool:
    return all(b in (a, STAR) for a, b in zip(word, starred, strict=True))
