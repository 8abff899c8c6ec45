"""A small guess at the language, by the commonest words that only it has."""

from collections.abc import Sequence

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
ENOUGH_WORDS = 3
MOST_WORDS = 250


def language_of(words: Sequence[bytes]) -> str:
    """ "en", "fr" or "es"; "" when there are too few words, or none of them is clearly ahead."""
    shares = _shares(words)
    best = max(shares, key=lambda name: shares[name])
    others = max(share for name, share in shares.items() if name != best)
    if len(words) < ENOUGH_WORDS or shares[best] < SURE or shares[best] < 1.3 * others:
        return ""
    return best


def is_foreign(words: Sequence[bytes]) -> bool:
    """Whether this is text in a language that no rule reads."""
    letters = [w for w in words[: 2 * MOST_WORDS] if w.isalpha() or not w.isascii()]
    return len(letters) >= 8 and max(_shares(letters).values()) < UNLIKE_ALL


def _shares(words: Sequence[bytes]) -> dict[str, float]:
    some = words[:MOST_WORDS]
    return {
        name: sum(map(common.__contains__, some)) / max(len(some), 1)
        for name, common in COMMON.items()
    }
