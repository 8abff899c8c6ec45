"""Which crisis lines a reply carries, for the place where the client lives.

A wrong number can cost a life, so the rules are narrow: a line is shown when two sources agree
("high"), or when a person of the practice has confirmed it; it leaves the replies when nobody
has looked at it for long. It is chosen by place, language and audience; never by language
alone, by top level domain or by guess. Where no emergency number is known none is shown:
another country's is worse than the words "call the emergency number where you are".
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from gateway.core.crisis_numbers import digits
from gateway.core.crisis_rows import OWN, Why, audiences_of, barred, lines_of_place
from gateway.core.hotline import Audience, Line
from gateway.core.locale import primary
from gateway.core.opening_times import ALWAYS
from gateway.core.policy import Policy

KINDS = ("emergency", "suicide_crisis", "mental_health", "text_only")
SHOWN_AT_MOST = 4
EMERGENCIES_AT_MOST = 2
ANYWHERE = "ZZ"


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of a place, and why it is not shown.

    why  "" it is shown; "low" its number is not sure; "waiting" for a confirmation; "not_yet"
         or "ended" by its dates; "expired" without a check; "audience" it is for others;
         "language" lines that speak the reply's are there; "same" as another one shown;
         "no_room" four are enough
    """

    line: Line
    why: Why


def lines_for(
    all_lines: Sequence[Line],
    policy: Policy,
    *,
    place: str,
    language: str,
    audience: tuple[Audience, ...],
    today: date,
) -> tuple[Line, ...]:
    """The lines of a reply in the order in which they are shown; four at most.

    place     where the client lives, "" as the practice
    language  of the reply (RFC 5646)
    audience  of the client's record: lines for these are shown too
    The emergency number is first. Without one here, none is known for the place.
    """
    judged = standings(
        all_lines, policy, place=place, language=language, audience=audience, today=today
    )
    return tuple(x.line for x in judged if not x.why)


def directory_for(
    all_lines: Sequence[Line],
    policy: Policy,
    *,
    place: str,
    language: str,
    audience: tuple[Audience, ...],
    today: date,
) -> str:
    """Address of a directory of lines, "" when the reply does without.

    It stands in for what is missing: an emergency number, a line to talk to, or one that
    nobody has checked for too long.
    """
    judged = standings(
        all_lines, policy, place=place, language=language, audience=audience, today=today
    )
    where = place or policy.practice.place
    return _directory(all_lines, where, today) if _is_wanting(judged) else ""


def standings(
    all_lines: Sequence[Line],
    policy: Policy,
    *,
    place: str,
    language: str,
    audience: tuple[Audience, ...],
    today: date,
) -> tuple[Standing, ...]:
    """Every line of the place: those shown, in their order, then the others with the reason."""
    where = place or policy.practice.place
    wanted = audiences_of(policy, audience)
    judged = [
        Standing(line, barred(line, policy, wanted, today))
        for line in lines_of_place(all_lines, policy, where)
    ]
    judged.sort(key=lambda x: _rank(x.line, where))
    judged = _once(judged)
    spoken = primary(language)
    judged = _in_language(judged, spoken)
    room = SHOWN_AT_MOST
    if _is_wanting(judged) and _directory(all_lines, where, today):
        room -= 1
    judged = _few(judged, room, spoken)
    return tuple(sorted(judged, key=lambda x: bool(x.why)))


def _rank(line: Line, place: str) -> tuple[bool, bool, bool, int, int]:
    """A line that is not always open stands behind all that are."""
    is_always = line.hours == ALWAYS
    is_for_all = line.audience == "everyone"
    near = (OWN, place).index(line.place) if line.place in (OWN, place) else 2
    if line.kind == "emergency" and line.place == OWN:
        near = 3  # the number that everybody there knows stands first
    behind = is_for_all != is_always
    return line.kind != "emergency", not is_always, behind, near, KINDS.index(line.kind)


def _once(judged: Sequence[Standing]) -> list[Standing]:
    """The same number twice is one choice less. A shipped row tells more than the own one."""
    kept: list[Line] = []
    same: set[int] = set()
    for x in sorted((x for x in judged if not x.why), key=_richness):
        if any(_covers(other, x.line) for other in kept):
            same.add(id(x))
        else:
            kept.append(x.line)
    return [Standing(x.line, "same") if id(x) in same else x for x in judged]


def _richness(judged: Standing) -> tuple[bool, bool]:
    line = judged.line
    return line.place == OWN, not (line.phone and line.sms)


def _covers(one: Line, other: Line) -> bool:
    """Whether one line has all numbers of the other."""
    ways = ((one.phone, other.phone), (one.sms, other.sms))
    is_like = (one.kind == "emergency") == (other.kind == "emergency")
    is_like = is_like and (one.then, one.audience) == (other.then, other.audience)
    return is_like and all(not b or digits(a) == digits(b) for a, b in ways)


def _in_language(judged: Sequence[Standing], language: str) -> list[Standing]:
    """Without the lines that do not speak it, where one does for everybody and at all hours.

    One that is closed at night leaves those in other languages where they are.
    """
    able = [x.line for x in judged if not x.why and x.line.kind != "emergency"]
    if not any(
        x.hours == ALWAYS and x.audience == "everyone" and language in x.languages for x in able
    ):
        return list(judged)
    return [
        Standing(x.line, "language") if not x.why and not _may_speak(x.line, language) else x
        for x in judged
    ]


def _may_speak(line: Line, language: str) -> bool:
    return line.kind == "emergency" or not line.languages or language in line.languages


def _few(judged: Sequence[Standing], room: int, language: str) -> list[Standing]:
    """Few enough to choose from in distress.

    Before others, and as far as there are such: the emergency number, a line for everybody, one
    by text since many cannot speak aloud, one for the client's own audience, one that speaks
    her language.
    """
    able = [x.line for x in judged if not x.why]
    lines = [x for x in able if x.kind != "emergency"]
    emergencies = [x for x in able if x.kind == "emergency"][:EMERGENCIES_AT_MOST]
    first = [
        *emergencies[:1],
        *_first(x for x in lines if x.audience == "everyone"),
        *_first(x for x in lines if x.sms),
        *_first(x for x in lines if x.audience != "everyone"),
        *_first(x for x in lines if language in x.languages),
        *[x for x in able if x in emergencies or x in lines],
    ]
    chosen = list(dict.fromkeys(first))[:room]
    return [x if x.why or x.line in chosen else Standing(x.line, "no_room") for x in judged]


def _first(lines: Iterator[Line]) -> list[Line]:
    return [line for line in (next(lines, None),) if line]


def _is_wanting(judged: Iterable[Standing]) -> bool:
    """Whether something is missing that a directory can stand in for."""
    emergency = talk = expired = False
    for x in judged:
        shown = x.why in ("", "no_room")
        emergency = emergency or (shown and x.line.kind == "emergency")
        talk = talk or (shown and x.line.kind != "emergency")
        expired = expired or x.why == "expired"
    return expired or not emergency or not talk


def _directory(all_lines: Sequence[Line], place: str, today: date) -> str:
    """The nearest one's address, "" when there is none."""
    places = (place, place[:2], ANYWHERE)
    near = [
        line
        for line in all_lines
        if line.kind == "directory" and line.place in places and line.confidence != "low"
        if not (line.valid_to and today > line.valid_to)
    ]
    return min(near, key=lambda line: places.index(line.place)).web if near else ""
