"""A language of the replies: how it writes days and times, and what its words are held to.

A new language is its files in locales/, its branch in `_of` below, and a folder of templates.
In what is returned here U+00A0 stands where a line must not be broken ("March 3", "9 a.m.").
Sources: RFC 5646 §4.1 (tags).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from gateway.core.opening_times import Opening, Through, read_hours

# RFC 5646 primary subtags that have a file in locales/.
PRIMARIES = ("en", "fr", "es")
# Last part of a zone's name that is not written as the place is.
PLACES = {"St_Johns": "St. John's", "Sao_Paulo": "São Paulo"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What replies in a language are held to. All are regular expressions of `re`.

    They are met with the text in lower case, white space as one space, apostrophes straight
    (wording.py). A row of a "never" is (why, pattern): why ends `says "..." (why)`.

    automatic        in the first sentence
    unread           nobody has read the message
    undelivered      of reports in its place: the message could not be put into the mailbox
    no_waiting       do not wait for an answer
    never            in no reply
    never_in_crisis  moreover in none to somebody who may be in danger
    discreet_never   moreover in none that somebody else may see
    """

    automatic: str
    unread: str
    undelivered: str
    no_waiting: str
    never: tuple[tuple[str, str], ...]
    never_in_crisis: tuple[tuple[str, str], ...]
    discreet_never: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ease:
    """How easy a reply must be to read.

    formula        a function of reading_level.py
    whole, crisis  the bound for a whole reply, and for the crisis block
    up             True: higher is easier, and the bounds are the least that will do
    """

    formula: Literal["flesch_kincaid_grade", "kandel_moles", "fernandez_huerta"]
    whole: float
    crisis: float
    up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """How a language writes opening hours; {0}, {1} are the ends, each the name of a day.

    each       Monday first: "Monday", "le lundi", "lunes"
    days       several of `each`: "{0}", "los {0}"
    range      "Monday to Friday": gets names from Locale.weekdays
    every      "every day"
    span       "{0} to {1}" of two times
    whole_day  of a day from midnight to midnight
    through    "{0} {1} to {2} {3}": day and time, day and time
    always     of "24/7", short: "day and night"
    """

    each: tuple[str, ...]
    days: str
    range: str
    every: str
    span: str
    whole_day: str
    through: str
    always: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """One language as one place writes it.

    tag               RFC 5646: "en-CA"; name  in its own words: "English"
    subject           of replies; discreet_subject  of discreet ones; undelivered_subject  of
                      reports that a mail could not be put into the mailbox
    texting           beginnings of words for sending a text message: ("text", "sms")
    emergency         name of the emergency number's row
    press             "then press {0}"
    always            of lines that never close: "24 hours a day, every day"
    weekdays          Monday first; months
    first             the first day of a month: "1er"; "" is the digit
    day_form          of weekday, day, month, year, without an article; the  that article
    moment_form       of day with its article, time, zone
    moment_form_one   the same at one o'clock, "" when it is no other
    time              (hour, minute) -> "9:30 a.m."
    short_time        the same in opening hours: "9 a.m.", "noon"; 24, 0 is the end of the day
    zones             names of zones' abbreviations here; None keeps them as they are
    place_time        "Toronto" -> "Toronto time"
    places            names of places that differ in this language
    hours_words       opening hours
    both              the last "and" of a list: " and "
    within            in so many working days: 0, 1, 2, ...; within_many  "{0}" beyond
    """

    tag: str
    name: str
    subject: str
    discreet_subject: str
    undelivered_subject: str
    texting: tuple[str, ...]
    emergency: str
    press: str
    always: str
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    first: str = ""
    day_form: str
    the: str = ""
    moment_form: str
    moment_form_one: str = ""
    time: Callable[[int, int], str]
    short_time: Callable[[int, int], str]
    zones: Mapping[tuple[str, float], str] | None = None
    place_time: Callable[[str], str]
    places: Mapping[str, str]
    hours_words: Hours
    both: str
    within: tuple[str, ...]
    within_many: str
    wording: Wording
    ease: Ease

    @property
    def language(self) -> str:
        """The primary subtag: "en"."""
        return primary(self.tag)

    def day(self, on: date) -> str:
        """ "Tuesday, March 3, 2026", "mardi 3 mars 2026": to stand after "of", "until" or "le"."""
        number = self.first if on.day == 1 and self.first else str(on.day)
        return self.day_form.format(
            weekday=self.weekdays[on.weekday()],
            day=number,
            month=self.months[on.month - 1],
            year=on.year,
        )

    def the_day(self, on: date) -> str:
        """The same as a phrase of its own: "le mardi 3 mars 2026" (in English there is none)."""
        return f"{self.the}{self.day(on)}"

    def moment(self, at: datetime) -> str:
        """ "Tuesday, March 3, 2026 at 9:30 a.m. (EST)"; with its article, always with a zone.

        at  aware, in the zone of the practice
        """
        time = self.time(at.hour, at.minute)
        is_one = self.moment_form_one and time.startswith("1:")
        form = self.moment_form_one if is_one else self.moment_form
        return form.format(day=self.the_day(at), time=time, zone=self._zone(at))

    def hours(self, text: str, zone: str) -> str:
        """Opening hours in words: "Monday to Friday, 1 p.m. to 9 p.m., Toronto time".

        text  as opening_times.py reads it; "24/7" is Hours.always
        zone  in which they are meant, "America/Toronto"; "" says none
        Errors: ValueError when the text is no opening hours.
        """
        openings = read_hours(text)
        if not openings:
            return self.hours_words.always
        said = "; ".join(self._opening(one) for one in openings)
        return f"{said}, {self._time_of(zone)}" if zone else said

    def working_days(self, days: int) -> str:
        """How soon: "within two working days"; 0 is the same one."""
        if days < len(self.within):
            return self.within[days]
        return self.within_many.format(days)

    def grade(self, text: str) -> float:
        """How hard, or how easy, this is to read by the formula of the language (see `ease`)."""
        from gateway.core.reading_level import FORMULAS  # only `gateway check` needs it

        return FORMULAS[self.ease.formula](text)

    def _zone(self, at: datetime) -> str:
        """Its abbreviation where it has a known one, else the place, else the distance to UTC."""
        name, offset = at.tzname() or "", at.utcoffset() or timedelta()
        if name == "UTC":
            return name
        if self.zones is None:
            if name.isalpha():
                return name
        elif known := self.zones.get((name, offset.total_seconds() / 3600)):
            return known
        place: str = getattr(at.tzinfo, "key", "")
        return self._time_of(place) if "/" in place else _from_utc(offset)

    def _time_of(self, zone: str) -> str:
        last = zone.rpartition("/")[2]
        if last in ("UTC", "GMT"):
            return last
        name = self.places.get(last) or PLACES.get(last) or last.replace("_", " ")
        return self.place_time(name).replace(" ", "\u00a0")

    def _opening(self, opening: Opening | Through) -> str:
        words, time = self.hours_words, self.short_time
        if isinstance(opening, Through):
            start, end = (self.weekdays[day] for day in (opening.first, opening.last))
            return words.through.format(start, time(*opening.start), end, time(*opening.end))
        spans = [
            words.whole_day if span == WHOLE_DAY else words.span.format(*(time(*at) for at in span))
            for span in opening.spans
        ]
        return f"{self._days(opening.days)}, {self._listed(spans)}"

    def _days(self, days: Sequence[int]) -> str:
        words = self.hours_words
        if len(days) == len(self.weekdays):
            return words.every
        if len(days) > 2 and all((b - a) % 7 == 1 for a, b in zip(days, days[1:], strict=False)):
            return words.range.format(self.weekdays[days[0]], self.weekdays[days[-1]])
        return words.days.format(self._listed([words.each[day] for day in days]))

    def _listed(self, items: Sequence[str]) -> str:
        *others, last = items
        return f"{', '.join(others)}{self.both}{last}" if others else last


WHOLE_DAY = ((0, 0), (24, 0))


def primary(tag: str) -> str:
    """The language of a tag, in small letters: "fr" of "fr-CA"."""
    return tag.partition("-")[0].lower()


def shipped() -> tuple[str, ...]:
    """Primary subtags of the languages that replies can be in."""
    return PRIMARIES


def locale_of(tag: str, place: str = "") -> Locale:
    """The locale of this tag: "fr-CA", or "fr" as it is written at the place ("CA-QC").

    A region that has no variant gets that of the place, then the language's default.
    Errors: ValueError when the language is not shipped.
    """
    language, region = primary(tag), tag.partition("-")[2]
    variants = _of(language)
    for country in (region, place.partition("-")[0]):
        found = variants.get(f"{language}-{country.upper()}")
        if found:
            return found
    return next(iter(variants.values()))


def _of(language: str) -> Mapping[str, Locale]:
    """The variants of a language; its file is read when first asked for."""
    if language == "en":
        from gateway.core.locales import en

        return en.LOCALES
    if language == "fr":
        from gateway.core.locales import fr

        return fr.LOCALES
    if language == "es":
        from gateway.core.locales import es

        return es.LOCALES
    raise ValueError(f"there are no replies in {language!r}")


def _from_utc(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"
