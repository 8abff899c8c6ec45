"""A detector of one kind of identifier. The evidence holds no digit of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gateway.core.assessment import Evidence
from gateway.core.identifiers.find import Finder
from gateway.core.identifiers.phones import is_phone
from gateway.core.identifiers.plain import plain
from gateway.core.identifiers.row import FAR
from gateway.core.rules import Rule
from gateway.core.text import fold
from gateway.core.windows import Reading

# Characters with numbers that are searched: a stranger's million digits gain no more of our time.
ROOM = 16_384
# Numbers far from their names that phonenumbers is asked about; the rest may as well be telephones.
MOST_ASKED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """What one file of signs exports: a finder under the name of the sign."""

    name: str
    finder: Finder
    rules: tuple[Rule, ...] = ()

    def detect(self, reading: Reading) -> Iterator[Evidence]:
        """Each rule once for each kind of segment."""
        seen: set[tuple[str, str, int]] = set()
        room = ROOM
        asked = _at_most(MOST_ASKED)
        for number in reading.numbered:
            sentence = reading.sentences[number]
            text = plain(sentence.original[:room])
            room -= len(text)
            for found in self.finder.found(text, _before(reading, number), asked):
                key = found.row.rule, sentence.where, sentence.place
                if key not in seen:
                    seen.add(key)
                    yield Evidence(
                        about=self.name,
                        rule=f"{self.name}.{found.row.rule}",
                        where=sentence.where,
                        place=sentence.place,
                    )
            if room <= 0:
                return


def _at_most(times: int) -> Callable[[str], bool]:
    """is_phone, which says yes after so many questions: each takes up to half a millisecond."""
    left = iter(range(times))
    return lambda number: next(left, None) is None or is_phone(number)


def _before(reading: Reading, number: int) -> str:
    """What stands before a sentence, where a name for its numbers may be.

    "Card no. 4111 ..." is two sentences to the reading, and a form has a line for each name.
    """
    words = ""
    for at in range(number - 1, -1, -1):
        last = reading.sentences[at]
        together = last.paragraph == reading.sentences[at + 1].paragraph
        if len(words) >= FAR or not (together or last.original.rstrip().endswith(":")):
            break
        words = f"{last.original[-FAR:]}\n{words}"
    return fold(words)[-FAR:]
