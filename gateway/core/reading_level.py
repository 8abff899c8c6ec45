"""How hard a reply is to read: sentences, syllables, and a formula for each language.

What nobody can make easier is left out before: names, numbers, addresses, and lines that
stand for themselves. Only `gateway check` and tests need this.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from gateway.core.wrap import blocks

Sentence = tuple[str, ...]
ADDRESS = re.compile(r"https?://\S+|\S+@\S+")
# "9 a.m.", "9 a. m.": these points end no sentence.
HALF_OF_DAY = re.compile(r"\b[ap]\.\s?m\.", re.IGNORECASE)
ENDS = re.compile(r"[.!?]+(?=[\s\"')\]»]|$)")
# Flesch counts what these set apart as well, and Fernández Huerta the semicolon.
UNIT_ENDS = re.compile(r"[.!?;:]+(?=[\s\"')\]»]|$)")
FINISHED = re.compile(r"[.!?;:][\s\"')\]»]*$")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
HAS_DIGIT = re.compile(r"\S*\d\S*")

EN_VOWELS = re.compile(r"[aeiouy]+")
# Two syllables that are written as one group ("idea", "create", "being"), and the reverse.
EN_MORE = re.compile(
    r"ia(?!u)|[aeiouy]ing|[uo]a(?![rdltsc])|(?<!p)eo(?!u)|(?<!g)ua|io(?![nu])|iu|ye[rs]|ie[tn]"
    r"|(?<=s)ui(?!t)|(?<=[aeiouy][dr])ea$"
)
EN_FEWER = re.compile(r"[tscg]ia|[tc]ien|geo")
EN_LE = re.compile(r"[bcdfgkpstz]le$")
EN_MUTE_E = re.compile(r"(?<=[^aeiouy])e$|(?<=[aeiou]u)e$|(?<=[aeiou]y)e$|(?<=[aeo]i)e$|(?<=u)e$")
EN_MUTE_ED = re.compile(r"(?<=[^aeioutdy])ed$")
EN_MUTE_ES = re.compile(r"(?<=[^aeiouysxzcgh])es$")

FR_VOWELS = re.compile(r"[aàâeéèêëiîïoôuùûüyœæ]+")
FR_SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eéèêiî])")
FR_MUTE_E = re.compile(r"(?<=[^aàâoô])es?$|(?<=[^aeiouyé])e?s$")
# "idé|al", "po|ésie", "na|ïf"; "ou|bli|er"; "pa|ys".
FR_SPLIT = re.compile(
    r"(?<=é)(?=[aàâeéèêiîoôuûœ])|(?<=[aeo])(?=[éèïëü])|(?<=[bcdfgptv][lr]i)(?=[aeéèo])"
    r"|(?<=pa)(?=ys)"
)
FR_GLIDE = re.compile(r"(?<=[aeiouéèêâ])y(?=[aeiouéèêâ])")

ES_VOWELS = re.compile(r"[aeiouáéíóúüy]+")
ES_STRONG = re.compile(r"[aeoáéíóú]")
ES_GLIDE = re.compile(r"y(?=[aeiouáéíóú])")


def sentences(text: str, ends: re.Pattern[str] = ENDS) -> tuple[Sentence, ...]:
    """The words of each sentence, without names, numbers and addresses.

    Lines that stand for themselves, and what is set above them as a name, are no sentences.
    """
    found: list[Sentence] = []
    for block in blocks(text):
        words = HALF_OF_DAY.sub(" ", ADDRESS.sub(" ", block.text)).strip()
        if block.kind == "line" or (block.kind == "paragraph" and not FINISHED.search(words)):
            continue
        for part in ends.split(words):
            told = tuple(_without_names(HAS_DIGIT.sub(" ", part)))
            if told:
                found.append(told)
    return tuple(found)


def longest_sentence(text: str) -> Sentence:
    """The sentence with the most words; () when there is none."""
    return max(sentences(text), key=len, default=())


def flesch_kincaid_grade(text: str) -> float:
    """Years of school that English takes: 8 and less is plain.

    Sources: Kincaid, Fishburne, Rogers, Chissom (1975), Navy Research Branch Report 8-75.
    """
    per_sentence, per_word = _averages(text, syllables_en)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def kandel_moles(text: str) -> float:
    """Ease of French: 60 and more is plain.

    Sources: Kandel and Moles (1958), Cahiers d'études de radio-télévision 19, after Flesch (1948).
    """
    per_sentence, per_word = _averages(text, syllables_fr)
    return 207 - 1.015 * per_sentence - 73.6 * per_word


def fernandez_huerta(text: str) -> float:
    """Ease of Spanish: 60 and more is plain.

    With words for each sentence, as the author's own example counts, not the reverse.
    Sources: Fernández Huerta (1959), Consigna 214; corrected by Law (2011).
    """
    per_sentence, per_word = _averages(text, syllables_es)
    return 206.84 - 60 * per_word - 1.02 * per_sentence


FORMULAS: Mapping[str, Callable[[str], float]] = {
    "flesch_kincaid_grade": flesch_kincaid_grade,
    "kandel_moles": kandel_moles,
    "fernandez_huerta": fernandez_huerta,
}


def syllables_en(word: str) -> int:
    """Of an English word in small letters: of each piece that a hyphen may cut off.

    Within a piece an end such as the "e" of "home" in "homework" is seen for what it is.
    """
    whole = word.partition("'")[0]
    return sum(_piece_en(piece) for piece in _hyphens_en(whole).split("-") if piece)


def syllables_fr(word: str) -> int:
    """Of a French word in small letters; an "e" at its end is not spoken, nor is "qu'"."""
    return max(1, sum(map(_piece_fr, word.split("'"))))


def syllables_es(word: str) -> int:
    """Of a Spanish word in small letters: the spelling tells, accents included."""
    groups = ES_VOWELS.findall(ES_GLIDE.sub("-", word))
    return max(1, sum(max(1, len(ES_STRONG.findall(group))) for group in groups))


def _averages(text: str, syllables: Callable[[str], int]) -> tuple[float, float]:
    """(words for each sentence, syllables for each word); zeros when there are no words."""
    units = sentences(text, UNIT_ENDS)
    words = [word for unit in units for word in unit]
    if not words:
        return 0.0, 0.0
    count = sum(
        syllables(part) for word in words for part in word.lower().replace("’", "'").split("-")
    )
    return len(words) / len(units), count / len(words)


def _without_names(sentence: str) -> Iterator[str]:
    """Its words but capitalised ones inside it; at its start only a run of them is a name."""
    words = WORD.findall(sentence)
    names = [word[0].isupper() and word[:2] not in ("I", "I'", "I’") for word in words]
    for number, word in enumerate(words):
        is_first_alone = number == 0 and not any(names[1:2])
        if not names[number] or is_first_alone:
            yield word


@cache
def _hyphens_en(word: str) -> str:
    return str(_dictionary_en().inserted(word))


@cache
def _dictionary_en() -> Any:
    import pyphen  # its dictionary takes 40 ms, and the daemon never asks

    return pyphen.Pyphen(lang="en_US")


def _piece_en(piece: str) -> int:
    spoken = piece.replace("qu", "q")
    if spoken[:1] == "y" and spoken[1:2] in "aeiou":
        spoken = spoken[1:]
    if not EN_LE.search(spoken):
        spoken = _first_that_leaves_a_vowel(spoken)
    count = len(EN_VOWELS.findall(spoken))
    count += len(EN_MORE.findall(spoken)) - len(EN_FEWER.findall(spoken))
    return max(1, count)


def _piece_fr(piece: str) -> int:
    spoken = FR_GLIDE.sub("-", FR_SPLIT.sub("-", FR_SILENT_U.sub("", piece)))
    count = len(FR_VOWELS.findall(spoken))
    return len(FR_VOWELS.findall(FR_MUTE_E.sub("", spoken))) or count


def _first_that_leaves_a_vowel(spoken: str) -> str:
    for mute, kept in ((EN_MUTE_E, ""), (EN_MUTE_ED, "d"), (EN_MUTE_ES, "s")):
        shorter = mute.sub(kept, spoken)
        if shorter != spoken and EN_VOWELS.search(shorter):
            return shorter
    return spoken
