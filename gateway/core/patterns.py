"""The readable pattern language of the rule tables, matched in linear time by RE2.

A pattern is written on canonical words (see words.py): lower case, no accents,
contractions spelt out, one space between words, "," for any pause. It stands
for whole words. Besides the usual (a|b), x? and [0-9] there are two signs:

    …        up to four words, nothing, or a pause, inside one sentence
    {name}   a word list by its name

RE2 keeps the time linear in the text whatever a stranger writes. The prefilter
finds in one pass over the text which patterns can match at all, by the
literal words that they need; only those are then searched for exactly. Inside
the prefilter an RE2 Set looks for those words, and a Set answers "nothing" when
its automaton outgrows its memory. Nothing is the one wrong answer here, so a
known word is added to every text: if that is not found, every pattern is tried.
"""

from collections.abc import Iterator, Mapping, Sequence

import re2

GAP = r"(?: [^ \n]+){0,4} "
# A stranger who repeats one phrase a million times gains no more of our time with it.
MOST_HITS = 100
# Bytes for one automaton; RE2 clears it and goes on when it is full.
MAX_MEMORY = 1 << 20
WATCHWORD = "zqwatchwordqz"


def expand(pattern: str, lists: Mapping[str, str]) -> str:
    """The RE2 syntax for one pattern of a table. Errors: KeyError for an unknown word list."""
    body = pattern
    while "{" in body:
        before, _, rest = body.partition("{")
        name, _, after = rest.partition("}")
        body = f"{before}(?:{lists[name]}){after}"
    body = body.replace(" … ", GAP).replace("(", "(?:").replace("(?:?:", "(?:")
    return rf"\b(?:{body})\b"


class PatternSet:
    """Many patterns, compiled at once; answers where each of them matches."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._filter = re2.Filter()
        self._count = len(patterns)
        for pattern in (*patterns, WATCHWORD):
            self._filter.Add(pattern, options())
        self._filter.Compile()

    def hits(self, text: bytes) -> Iterator[tuple[int, int, int]]:
        """(number of the pattern, start, end) in bytes, by pattern and then by place."""
        for number in self._possible(text):
            for count, found in enumerate(self._filter.re(number).finditer(text)):
                if count == MOST_HITS:
                    break
                start, end = found.span()
                yield number, start, end

    def _possible(self, text: bytes) -> Sequence[int]:
        found = self._filter.Match(text + b"\n" + WATCHWORD.encode(), potential=True) or []
        if self._count not in found:
            return range(self._count)
        return [number for number in found if number != self._count]


def options() -> re2.Options:
    """How RE2 reads our patterns: bytes, since canonical words are matched as such."""
    chosen = re2.Options()
    chosen.encoding = re2.Options.Encoding.LATIN1
    chosen.never_capture = True
    chosen.max_mem = MAX_MEMORY
    chosen.log_errors = False
    return chosen
