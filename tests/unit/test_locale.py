"""Days and times as each language writes them."""

import subprocess
import sys
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.locale import Locale, locale_of, primary, shipped
from gateway.core.locales import en, es, fr

VARIANTS = [*en.LOCALES.values(), *fr.LOCALES.values(), *es.LOCALES.values()]
# 14:30 UTC: 9:30 in Toronto and New York, 15:30 in Paris and Madrid.
AT = datetime(2026, 3, 3, 14, 30, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 16, 5, tzinfo=UTC)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


CHOSEN = [  # tag, place, the locale
    ("en", "", "en-CA"),
    ("en", "CA-ON", "en-CA"),
    ("en", "US", "en-US"),
    ("en", "GB-SCT", "en-GB"),
    ("en", "IE", "en-IE"),
    ("en", "DE", "en-CA"),
    ("en-NZ", "CA-ON", "en-NZ"),
    ("EN-gb", "", "en-GB"),
    ("en-ZA", "AU", "en-AU"),
    ("fr", "", "fr-CA"),
    ("fr", "CA-QC", "fr-CA"),
    ("fr", "US", "fr-CA"),
    ("fr", "FR", "fr-FR"),
    ("fr", "BE", "fr-BE"),
    ("fr", "CH", "fr-CH"),
    ("fr-FR", "CA-QC", "fr-FR"),
    ("es", "", "es-US"),
    ("es", "US", "es-US"),
    ("es", "ES", "es-ES"),
    ("es", "MX", "es-MX"),
]


@pytest.mark.parametrize(("tag", "place", "chosen"), CHOSEN)
def test_the_locale_of_a_tag_at_a_place(tag: str, place: str, chosen: str) -> None:
    assert locale_of(tag, place).tag == chosen


def test_a_language_without_replies_has_no_locale() -> None:
    with pytest.raises(ValueError, match="'de'"):
        locale_of("de-AT", "AT")


def test_each_shipped_language_has_a_locale_whose_language_it_is() -> None:
    assert shipped() == ("en", "fr", "es")
    assert [locale_of(language).language for language in shipped()] == list(shipped())
    assert [primary(tag) for tag in ("fr-CA", "EN", "es-419")] == ["fr", "en", "es"]


SAID = [  # tag, zone, moment at 14:30 UTC in March
    ("en-CA", "America/Toronto", "Tuesday, March 3, 2026 at 9:30 a.m. (EST)"),
    ("en-US", "America/Los_Angeles", "Tuesday, March 3, 2026 at 6:30 a.m. (PST)"),
    ("en-GB", "Europe/London", "Tuesday 3 March 2026 at 14:30 (GMT)"),
    ("en-AU", "Australia/Sydney", "Wednesday 4 March 2026 at 01:30 (AEDT)"),
    ("en-CA", "America/St_Johns", "Tuesday, March 3, 2026 at 11:00 a.m. (NST)"),
    ("en-CA", "America/Sao_Paulo", "Tuesday, March 3, 2026 at 11:30 a.m. (São Paulo time)"),
    ("en-GB", "UTC", "Tuesday 3 March 2026 at 14:30 (UTC)"),
    ("fr-CA", "America/Toronto", "le mardi 3 mars 2026 à 9 h 30 (HNE)"),
    ("fr-CA", "America/Halifax", "le mardi 3 mars 2026 à 10 h 30 (HNA)"),
    ("fr-CA", "America/St_Johns", "le mardi 3 mars 2026 à 11 h (HNT)"),
    ("fr-CA", "Asia/Shanghai", "le mardi 3 mars 2026 à 22 h 30 (heure de Shanghai)"),
    ("fr-FR", "Europe/Paris", "le mardi 3 mars 2026 à 15 h 30 (heure de Paris)"),
    ("fr-BE", "Europe/Brussels", "le mardi 3 mars 2026 à 15 h 30 (heure de Bruxelles)"),
    ("fr-FR", "Europe/Athens", "le mardi 3 mars 2026 à 16 h 30 (heure d’Athènes)"),
    ("es-US", "America/New_York", "el martes 3 de marzo de 2026 a las 9:30 a. m. (EST)"),
    ("es-US", "Pacific/Honolulu", "el martes 3 de marzo de 2026 a las 4:30 a. m. (HST)"),
    ("es-ES", "Europe/Madrid", "el martes 3 de marzo de 2026 a las 15:30 h (hora de Madrid)"),
    (
        "es-MX",
        "America/Mexico_City",
        "el martes 3 de marzo de 2026 a las 8:30 a. m. (hora de la Ciudad de México)",
    ),
]


@pytest.mark.parametrize(("tag", "zone", "words"), SAID)
def test_a_moment_names_its_weekday_and_zone(tag: str, zone: str, words: str) -> None:
    assert plain(locale_of(tag).moment(AT.astimezone(ZoneInfo(zone)))) == words


SUMMERS = [
    ("en-CA", "America/Toronto", "Wednesday, July 1, 2026 at 12:05 p.m. (EDT)"),
    ("en-GB", "Europe/London", "Wednesday 1 July 2026 at 17:05 (BST)"),
    ("fr-CA", "America/Vancouver", "le mercredi 1er juillet 2026 à 9 h 05 (HAP)"),
    ("es-US", "America/Chicago", "el miércoles 1 de julio de 2026 a las 11:05 a. m. (CDT)"),
]


@pytest.mark.parametrize(("tag", "zone", "words"), SUMMERS)
def test_the_zone_is_that_of_the_day(tag: str, zone: str, words: str) -> None:
    assert plain(locale_of(tag).moment(SUMMER.astimezone(ZoneInfo(zone)))) == words


HOURS_OF_DAY = [  # tag, hour, minute, what stands for it
    ("en-CA", 0, 0, "12:00 a.m."),
    ("en-CA", 12, 0, "12:00 p.m."),
    ("en-CA", 23, 59, "11:59 p.m."),
    ("en-GB", 0, 5, "00:05"),
    ("fr-CA", 0, 5, "0 h 05"),
    ("es-US", 13, 5, "a la 1:05 p. m."),
    ("es-US", 11, 5, "a las 11:05 a. m."),
    ("es-ES", 1, 5, "a la 1:05 h"),
    ("es-ES", 13, 5, "a las 13:05 h"),
    ("es-ES", 21, 5, "a las 21:05 h"),
]


@pytest.mark.parametrize(("tag", "hour", "minute", "words"), HOURS_OF_DAY)
def test_hours_of_the_day(tag: str, hour: int, minute: int, words: str) -> None:
    at = AT.replace(hour=hour, minute=minute)
    assert f" {words} (" in plain(locale_of(tag).moment(at))


FIXED = [(timezone(timedelta(hours=-5)), "UTC-5"), (timezone(timedelta(minutes=330)), "UTC+5:30")]


@pytest.mark.parametrize(("zone", "words"), FIXED)
@pytest.mark.parametrize("tag", ["en-CA", "fr-CA", "es-US"])
def test_a_zone_without_a_name_is_its_distance(tag: str, zone: timezone, words: str) -> None:
    assert locale_of(tag).moment(AT.astimezone(zone)).endswith(f" ({words})")


def test_days() -> None:
    on = date(2026, 1, 1)
    assert plain(locale_of("en-CA").day(on)) == "Thursday, January 1, 2026"
    assert plain(locale_of("en-GB").the_day(on)) == "Thursday 1 January 2026"
    assert plain(locale_of("fr-CA").day(on)) == "jeudi 1er janvier 2026"
    assert plain(locale_of("fr-CA").the_day(date(2026, 8, 31))) == "le lundi 31 août 2026"
    assert plain(locale_of("es-US").day(on)) == "jueves 1 de enero de 2026"
    assert plain(locale_of("es-US").the_day(on)) == "el jueves 1 de enero de 2026"


def test_what_belongs_together_is_not_torn() -> None:
    at = AT.astimezone(ZoneInfo("America/Toronto"))
    assert "March\u00a03," in locale_of("en-CA").moment(at)
    assert "9:30\u00a0a.m." in locale_of("en-CA").moment(at)
    assert "3\u00a0mars" in locale_of("fr-CA").moment(at)
    assert "9\u00a0h\u00a030" in locale_of("fr-CA").moment(at)
    assert "3\u00a0de\u00a0marzo" in locale_of("es-US").moment(at)
    assert "9:30\u00a0a.\u00a0m." in locale_of("es-US").moment(at)


TORONTO = "America/Toronto"


@given(st.datetimes(timezones=st.sampled_from((UTC, ZoneInfo(TORONTO)))), st.sampled_from(VARIANTS))
def test_a_moment_tells_day_and_year(at: datetime, locale: Locale) -> None:
    said = locale.moment(at)
    assert locale.weekdays[at.weekday()] in said
    assert locale.months[at.month - 1] in said
    assert f"{at.minute:02}" in said or not at.minute
    assert str(at.year) in said
    assert said.count("(") == said.count(")") == 1


DAYS_SAID = [
    ("en-CA", ("on the same working day", "within one working day", "within two working days")),
    ("fr-CA", ("le jour ouvrable même", "en un jour ouvrable", "en deux jours ouvrables")),
    ("fr-FR", ("le jour ouvré même", "en un jour ouvré", "en deux jours ouvrés")),
    ("es-US", ("el mismo día hábil", "en un día hábil", "en dos días hábiles")),
]


@pytest.mark.parametrize(("tag", "words"), DAYS_SAID)
def test_working_days(tag: str, words: tuple[str, ...]) -> None:
    locale = locale_of(tag)
    assert tuple(locale.working_days(days) for days in range(3)) == words
    assert [days for days in range(15) if str(days) in locale.working_days(days)] == [
        11,
        12,
        13,
        14,
    ]


@pytest.mark.parametrize("locale", VARIANTS, ids=lambda locale: locale.tag)
def test_every_variant_is_whole(locale: Locale) -> None:
    may_be_empty = {"first", "the", "moment_form_one", "zones", "places"}
    empty = {item.name for item in fields(locale) if not getattr(locale, item.name)}
    assert empty <= may_be_empty
    assert (len(locale.weekdays), len(locale.hours_words.each), len(locale.months)) == (7, 7, 12)
    assert locale.press.format("1").endswith("1")


def test_a_locale_is_loaded_without_what_only_the_check_needs() -> None:
    code = (
        "import sys; from gateway.core.locale import locale_of; locale_of('fr', 'CA');"
        "import gateway.core.wording; sys.exit('pyphen' in sys.modules or"
        " 'gateway.core.locales.en' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_dates_cost_nothing() -> None:
    locale, at = locale_of("fr-CA"), AT.astimezone(ZoneInfo(TORONTO))
    costs = []
    for _ in range(7):
        start = perf_counter()
        for _ in range(200):
            locale.moment(at)
            locale.day(at)
            locale.hours("mon-fri 13:00-21:00", TORONTO)
        costs.append((perf_counter() - start) / 600)
    assert min(costs) < 20e-6
