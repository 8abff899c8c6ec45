"""A dangerous text inside a long friendly mail: how much of what is found alone is lost."""

import random
from collections.abc import Iterator, Sequence

from bench.listen.goals import Goal, shown, table
from bench.listen.sets import client_mail, hard_cases, judge
from gateway.core.assessment import Risk
from gateway.core.labels import Labelled
from gateway.core.quoting import told_apart
from gateway.core.scoring import Share

SEED = 20261124
MOST_WORDS = 60
BENIGN_WORDS = (120, 600)
PLACES = ("start", "middle", "end")
MOST_LOST = 3.0


def dilution(*, all_misses: bool) -> Iterator[Goal]:
    """Each place by itself; the loss is of those that are found alone."""
    mails = [m for some in (*client_mail().values(), *hard_cases().values()) for m in some]
    texts = [m for m in mails if _is_dangerous(m) and judge("", m.text).risk >= Risk.URGENT]
    rows: list[tuple[object, ...]] = [("", *PLACES, "all")]
    kept: dict[str, list[bool]] = {place: [] for place in PLACES}
    for language in sorted({m.language for m in texts}):
        benign = [m.text for m in mails if m.language == language and is_benign(m)]
        some = [m for m in texts if m.language == language]
        if benign:
            found = _found(some, benign, all_misses)
            rows.append((language, *(shown(_share(found[p])) for p in PLACES), _all(found)))
            for place in PLACES:
                kept[place] += found[place]
    rows.append(("all", *(shown(_share(kept[p])) for p in PLACES), _all(kept)))
    print(f"\ndilution: texts of at most {MOST_WORDS} words, found alone, still found")
    print(table(rows))
    whole = _share([was for place in PLACES for was in kept[place]])
    lost = None if whole.value is None else 100 * (1 - whole.value)
    words = f"dilution: recall lost, {whole.whole - whole.part} of {whole.whole}"
    yield Goal(words=words, measured=lost, target=MOST_LOST, at_least=False, unit=" points")


def _found(texts: list[Labelled], benign: list[str], all_misses: bool) -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = {place: [] for place in PLACES}
    for mail in texts:
        for place in PLACES:
            whole = diluted(mail.text, benign, place, random.Random(f"{SEED} {mail.id} {place}"))
            found[place].append(judge("", whole).risk >= Risk.URGENT)
            if all_misses and not found[place][-1]:
                print(f"    lost at the {place}: {mail.id}")
    return found


def diluted(text: str, benign: Sequence[str], place: str, chance: random.Random) -> str:
    """The text at its place in paragraphs of friendly mails, of 120 to 600 words in all."""
    wanted = chance.randint(*BENIGN_WORDS)
    paragraphs: list[str] = []
    words, before = 0, -1
    while before < words < wanted:
        before = words
        for mail in chance.sample(benign, len(benign)):
            for paragraph in filter(str.strip, mail.split("\n\n")):
                long = len(paragraph.split())
                if words < wanted and words + long <= BENIGN_WORDS[1]:
                    paragraphs.append(paragraph.strip())
                    words += long
    if words < BENIGN_WORDS[0]:
        raise ValueError("no friendly paragraph is short enough")
    at = {"start": 0, "middle": len(paragraphs) // 2, "end": len(paragraphs)}[place]
    return "\n\n".join([*paragraphs[:at], text.strip(), *paragraphs[at:]])


def _is_dangerous(mail: Labelled) -> bool:
    is_short = len(mail.text.split()) <= MOST_WORDS
    return mail.risk >= Risk.URGENT and is_short and _is_new(mail.text)


def is_benign(mail: Labelled) -> bool:
    """Labelled none, without a quote or a signature, and no alarm of its own."""
    return mail.risk is Risk.NONE and _is_new(mail.text) and judge("", mail.text).risk < Risk.URGENT


def _is_new(text: str) -> bool:
    return all(segment.kind == "new" for segment in told_apart(text)) and bool(text.strip())


def _share(found: list[bool]) -> Share:
    return Share(sum(found), len(found))


def _all(found: dict[str, list[bool]]) -> str:
    return shown(_share([was for some in found.values() for was in some]))
