"""Opening hours of crisis lines: how they are read, and said in each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.locale import Locale, locale_of
from gateway.core.locales import en, es, fr
from gateway.core.opening_times import DAYS, read_hours

VARIANTS = [*en.LOCALES.values(), *fr.LOCALES.values(), *es.LOCALES.values()]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


TORONTO = "America/Toronto"
OPEN = [  # tag, hours, in words
    ("en-CA", "24/7", "day and night"),
    ("en-CA", "mon-fri 13:00-21:00", "Monday to Friday, 1 p.m. to 9 p.m., Toronto time"),
    (
        "en-CA",
        "mon-fri 13:00-21:00; sat 10:00-14:30",
        "Monday to Friday, 1 p.m. to 9 p.m.; Saturday, 10 a.m. to 2:30 p.m., Toronto time",
    ),
    ("en-CA", "daily 09:00-24:00", "every day, 9 a.m. to midnight, Toronto time"),
    ("en-CA", "mon-sun 00:00-12:00", "every day, midnight to noon, Toronto time"),
    ("en-CA", "sat-sun 00:00-24:00", "Saturday and Sunday, all day and all night, Toronto time"),
    (
        "en-CA",
        "mon,thu 09:00-12:00,13:00-17:00",
        "Monday and Thursday, 9 a.m. to noon and 1 p.m. to 5 p.m., Toronto time",
    ),
    (
        "en-CA",
        "mon,thu-fri 00:00-24:00; tue-wed,sat-sun 06:00-24:00",
        "Monday, Thursday and Friday, all day and all night;"
        " Tuesday, Wednesday, Saturday and Sunday, 6 a.m. to midnight, Toronto time",
    ),
    (
        "en-GB",
        "mon-thu 18:00-02:00; fri 18:00-mon 06:00",
        "Monday to Thursday, 18:00 to 02:00; Friday 18:00 to Monday 06:00, Toronto time",
    ),
    ("en-CA", "sat-mon 08:00-10:00", "Saturday to Monday, 8 a.m. to 10 a.m., Toronto time"),
    ("fr-CA", "24/7", "jour et nuit"),
    ("fr-CA", "mon-fri 13:00-21:00", "du lundi au vendredi, de 13 h à 21 h, heure de Toronto"),
    ("fr-CA", "sat 10:00-14:30", "le samedi, de 10 h à 14 h 30, heure de Toronto"),
    ("fr-CA", "fri 18:00-mon 06:00", "du vendredi à 18 h au lundi à 6 h, heure de Toronto"),
    (
        "fr-CA",
        "sat-sun 12:00-24:00",
        "le samedi et le dimanche, de midi à minuit, heure de Toronto",
    ),
    ("es-US", "24/7", "día y noche"),
    ("es-US", "mon-fri 13:00-21:00", "de lunes a viernes, de 1 p. m. a 9 p. m., hora de Toronto"),
    ("es-US", "sat 12:00-14:30", "los sábados, de mediodía a 2:30 p. m., hora de Toronto"),
    ("es-ES", "daily 09:00-21:00", "todos los días, de 9:00 h a 21:00 h, hora de Toronto"),
]


@pytest.mark.parametrize(("tag", "hours", "words"), OPEN)
def test_opening_hours(tag: str, hours: str, words: str) -> None:
    assert plain(locale_of(tag).hours(hours, TORONTO)) == words


def test_the_zone_of_opening_hours() -> None:
    locale = locale_of("en-CA")
    said = locale.hours("sat 10:00-14:00", "America/St_Johns")
    assert said.endswith("St.\u00a0John's\u00a0time")
    assert locale.hours("sat 10:00-14:00", "").endswith("p.m.")
    assert locale.hours("24/7", TORONTO) == "day and night"


NO_HOURS = [
    *(
        "",
        "always",
        "Mon-Fri 09:00-17:00",
        "mon-fri 9-17",
        "mon-fri 09:00-17:00 ET",
        "foo 09:00-10:00",
    ),
    *(
        "mon 09:00-25:00",
        "mon 09:60-10:00",
        "mon 24:01-10:00",
        "mon 09:00-09:00",
        "mon,mon 09:00-10:00",
    ),
    *("mon-fri 09:00-17:00;", "not 24/7", "fri 18:00-mon 31:00"),
]


@pytest.mark.parametrize("text", NO_HOURS)
def test_what_is_no_opening_hours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no opening hours"):
        read_hours(text)


times = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
spans = st.tuples(times, times).filter(lambda span: span[0] != span[1]).map("-".join)
rows = st.builds("{} {}".format, st.sampled_from((*DAYS, "daily", "mon-fri", "sat-mon")), spans)


@given(st.lists(rows, min_size=1, max_size=4).map("; ".join), st.sampled_from(VARIANTS))
def test_every_span_is_said_in_every_language(text: str, locale: Locale) -> None:
    said = locale.hours(text, TORONTO)
    assert said.count(";") == text.count(";")
    assert "Toronto" in said
    assert "{" not in said
