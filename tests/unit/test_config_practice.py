"""What a practice says of itself, read strictly: words in languages, days, tables in tables."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gateway.core.hotline import Crisis
from gateway.core.practice import Away, Cover, HoursException, Said, SelfHelp, Tier
from tests.unit.small_policy import SMALL, findings, read

OWN_LINE = """\
[[crisis.line]]
kind = "mental_health"
name = "{}"
on = 2026-01-15
{}
by = "Ola"
"""
CONFIRMED = '[[crisis.confirmed]]\nline = "{}"\non = 2026-01-15\nby = "Ola"\n'
AWAY = "[[away]]\nfirst = 2026-08-03\nlast = 2026-08-14\n"
NAME = 'name = "Ola Berg"'
CASES = [  # name, text to replace, its replacement, line, finding
    ("language that replies have not", NAME, NAME + '\nlanguages = ["en", "xx"]', 3,
     'practice.languages.2: there are no replies in "xx", only in "en", "fr", "es"'),
    ("language in small letters", NAME, NAME + '\nlanguages = [\n "en",\n "fr-ca"]', 5,
     'practice.languages.2: "fr-ca" is not how a language is written - did you mean "fr-CA"?'),
    ("unsure of another one", NAME, NAME + '\nunsure = ["en", "fr"]', 3,
     'practice.unsure.2: "fr" is not one of practice.languages'),
    ("words of no kind", NAME, NAME + "\ndesk_hours = 9", 3,
     'practice.desk_hours: expected text in quotes, or { en = "...", fr = "..." }, got a number'),
    ("words in a list", NAME, NAME + '\ndesk_hours = ["9 to 4"]', 3,
     'practice.desk_hours: expected text in quotes, or { en = "...", fr = "..." }, got a list'),
    ("words in another language", NAME, NAME + '\ndesk_hours = { en = "9 to 4", fr = "9 h" }', 3,
     'practice.desk_hours.fr: "fr" is not one of practice.languages'),
    ("words in a table of their own", "[response]",
     '[practice.desk_hours]\nen = "9 to 4"\nde = "9 bis 4"\n[response]', 9,
     'practice.desk_hours.de: "de" is not one of practice.languages'),
    ("words that are none", NAME, NAME + '\ndesk_hours = {\ten = 9 }', 3,
     "practice.desk_hours.en: expected text in quotes, got a number"),
    ("words within words", NAME, NAME + '\ndesk_hours = { en = { am = "9" } }', 3,
     "practice.desk_hours.en: expected text in quotes"),
    ("blank words", NAME, NAME + '\ndesk_hours = { en = " " }', 3,
     'practice.desk_hours.en: is blank; "" says nothing'),
    ("day in quotes", "[response]", '[agreement]\non = "2026-01-05"\n[response]', 8,
     "agreement.on: expected a date such as 2026-03-31, without quotes, got "),
    ("day with a time", "[response]", "[review]\ncrisis_on = 2026-01-05T09:00:00\n[response]", 8,
     "review.crisis_on: expected a date such as 2026-03-31, without quotes, got 2026-01-05 09"),
    ("when to look again", "[response]", "[review]\nevery_days = 7\n[response]", 8,
     "review.every_days: must be from 30 to 730, is 7"),
    ("one that is exempt", "[response]",
     '[cancelling]\nexempt = [\n"illness",\n"sickness"]\n[response]', 10,
     'cancelling.exempt.2: expected "illness", "weather" or "emergency", got "sickness"'),
    ("one for a list", "[response]", '[cancelling]\nexempt = "illness"\n[response]', 8,
     'cancelling.exempt: expected a list, ["...", "..."], got text'),
    ("audience", "[response]", '[crisis]\naudiences = ["youth", "vetrans"]\n[response]', 8,
     'crisis.audiences.2: expected "everyone", "youth", "indigenous", "lgbtq", "veterans" or'
     ' "survivors", got "vetrans" - did you mean "veterans"?'),
    ("survivors", "[response]", '[crisis]\naudiences = ["survivors"]\n[response]', 8,
     'crisis.audiences: "survivors" cannot stand here, as whoever abuses a client may read'),
    ("line without a number", "[response]",
     OWN_LINE.format("Hill", 'phone = "1737"') + OWN_LINE.format("Dale", "") + "[response]", 13,
     'crisis.line.2: "Dale": needs phone or sms'),
    ("line of no kind", "[response]",
     OWN_LINE.format("Hill", 'phone = "1737"').replace('kind = "mental_health"\n', "")
     + "[response]", 7, "crisis.line.1.kind: is missing"),
    ("line that is not known", "[response]", CONFIRMED.format("NZ-1737")
     + CONFIRMED.format("NZ-9999") + "[response]", 11,
     'crisis.confirmed.2: there is no line "NZ-9999"'),
    ("line in a language", "[response]",
     OWN_LINE.format("Hill", 'phone = "1737"\nlanguages = ["English"]') + "[response]", 12,
     'crisis.line.1.languages.1: must be a language by its two letters, such as "en"'),
    ("no span", "[response]",
     '[hours]\nmonday = ["09:00-12:00", "one to five"]\n[response]', 8,
     'hours.monday.2: "one to five" is not a span of time such as "09:00-12:00"'),
    ("one span", "[response]", '[hours]\nmonday = "09:00-12:00"\n[response]', 8,
     'hours.monday: expected a list, ["...", "..."], got text'),
    ("holidays of no code", "[response]", '[hours]\nholidays = "nz"\n[response]', 8,
     'hours.holidays: "nz" is not a country or region code - did you mean "NZ"?'),
    ("span of a day unlike others", "[response]", "[[hours.exception]]\non = 2026-12-24\n"
     '[[hours.exception]]\non = 2026-12-31\nopen = ["12:00-09:00"]\n[response]', 11,
     'hours.exception.2.open.1: "12:00-09:00" does not end after it starts'),
    ("day unlike others without a day", "[response]",
     '[[hours.exception]]\nopen = ["09:00-12:00"]\n[response]', 7,
     "hours.exception.1.on: is missing"),
    ("day unlike others, one bracket", "[response]",
     "[hours.exception]\non = 2026-12-24\n[response]", 7,
     "hours.exception: expected [[hours.exception]], with double brackets, got a table"),
    ("tier without hours", "[response]", "[[cancelling.tier]]\npercent = 50\n[response]", 7,
     "cancelling.tier.1.hours: is missing"),
    ("tier twice", "[response]", "[[cancelling.tier]]\nhours = 24\npercent = 50\n"
     "[[cancelling.tier]]\nhours = 24\npercent = 100\n[response]", 11,
     "cancelling.tier.2.hours: is the same as in cancelling.tier.1; keep one of them"),
    ("more than all", "[response]",
     "[[cancelling.tier]]\nhours = 24\npercent = 150\n[response]", 9,
     "cancelling.tier.1.percent: must be from 0 to 100, is 150"),
    ("key of a tier", "[response]", "[cancelling]\npercent = 50\n[response]", 8,
     'cancelling.percent: unknown setting "percent" here - it belongs to [[cancelling.tier]]'),
    ("key of the cover", "[response]", AWAY + 'phone = "555-0123"\n[response]', 10,
     'away.1.phone: unknown setting "phone" here - it belongs to [away.cover]'),
    ("key of many tables", NAME, NAME + '\nurl = "https://berg.example"', 3,
     'practice.url: unknown setting "url"'),
    ("no last day", "[response]", "[[away]]\nfirst = 2026-08-03\n[response]", 7,
     "away.1.last: is missing"),
    ("last day first", "[response]",
     AWAY + "[[away]]\nfirst = 2026-09-03\nlast = 2026-08-31\n[response]", 12,
     "away.2.last: 2026-08-31 is before the first day, 2026-09-03"),
    ("cover that nobody asked", "[response]", AWAY
     + '[away.cover]\nname = "Kim Roe"\nphone = "555-0123"\nagreed = false\n[response]', 13,
     "away.1.cover.agreed: say agreed = true once Kim Roe agreed that clients are told"),
    ("cover without a telephone", "[response]",
     AWAY + '[away.cover]\nname = "Kim Roe"\nagreed = true\n[response]', 10,
     "away.1.cover.phone: is missing: how is Kim Roe reached?"),
    ("cover's purpose in another language", "[response]", AWAY + AWAY.replace("08", "09")
     + '[away.cover]\nname = "Kim Roe"\nphone = "555-0123"\nagreed = true\n'
     'purpose.es = "para hablar."\n[response]', 17,
     'away.2.cover.purpose.es: "es" is not one of practice.languages'),
    ("cover that is none", "[response]", AWAY + 'cover = "Kim Roe"\n[response]', 10,
     "away.1.cover: expected a table [away.cover], got text"),
    ("help without a title", "[response]", '[[selfhelp]]\nkind = "page"\n[response]', 7,
     "selfhelp.1.title: is missing"),
    ("help of no kind", "[response]",
     '[[selfhelp]]\ntitle = "Small Steps"\nkind = "film"\n[response]', 9,
     'selfhelp.1.kind: expected "book", "workbook", "video" or "page", got "film"'),
    ("help in another language", "[response]",
     '[[selfhelp]]\ntitle = "Kleine Schritte"\nlanguage = "de"\n[response]', 9,
     'selfhelp.1.language: "de" is not one of practice.languages'),
    ("help's page", "[response]",
     '[[selfhelp]]\ntitle = "Small Steps"\nurl = "steps.example"\n[response]', 9,
     "selfhelp.1.url: must be a link that begins with https://, without spaces"),
    ("form by default", "[response]", '[privacy]\nreply_default = "none"\n[response]', 8,
     'privacy.reply_default: expected "full" or "discreet", got "none"'),
    ("time of recall", "[response]", "[privacy]\nrecall_days = 7\n[response]", 8,
     "privacy.recall_days: must be from 30 to 3650, is 7"),
    ("discreet subject", "[response]",
     '[privacy]\ndiscreet_subject.en = "a\\nBcc: x@y.example"\n[response]', 8,
     "privacy.discreet_subject.en: must be one line of at most 200 plain characters"),
    ("mode", "[relay]", 'mode = "dry"\n[relay]', 14,
     'reply.mode: expected "live", "shadow" or "off", got "dry"'),
    ("mode by truth", "[relay]", "mode = true\n[relay]", 14,
     'reply.mode: expected "live", "shadow" or "off", got true'),
    ("doubt", "[relay]", "uncertain = false\n[relay]", 14,
     'reply.uncertain: expected "silent", "known" or "answer", got false'),
    ("what is told", "[relay]", 'tell_unanswered = "daily"\n[relay]', 14,
     'reply.tell_unanswered: expected true or false, got "daily"'),
    ("subject in another language", "[relay]", 'subject.fr = "Bonjour"\n[relay]', 14,
     'reply.subject.fr: "fr" is not one of practice.languages'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_one_mistake(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert SMALL.count(old) == 1
    (said,) = findings(tmp_path, SMALL.replace(old, new))
    assert said.startswith(f"policies.toml:{line}: {words}")


def with_practice(folder: Path, text: str, languages: str = '["en", "fr-CA", "es"]') -> Any:
    rows = f"{NAME}\nlanguages = {languages}\n"
    return read(folder, SMALL.replace(NAME, rows) + text).policy


SAID = [  # as it is written, in en, fr-CA, es
    ('"9 to 4"', "9 to 4", "", ""),
    ('""', "", "", ""),
    ('{ en = "9 to 4", fr = "9 h" }', "9 to 4", "9 h", ""),
    ('{ fr = "9 h", fr-CA = "9 h 00" }', "", "9 h 00", ""),
    ('{ en = "", es = "de 9 a 4" }', "", "", "de 9 a 4"),
    ("{ }", "", "", ""),
]


@pytest.mark.parametrize(("written", "en", "fr", "es"), SAID)
def test_words_in_languages(tmp_path: Path, written: str, en: str, fr: str, es: str) -> None:
    policy = with_practice(tmp_path, f"[agreement]\ncontact_section = {written}\n")
    said = policy.agreement.contact_section
    assert bool(said) is bool(en or fr or es)
    told = [said.in_language(tag, "en") for tag in policy.practice.languages]
    assert told == [en, fr, es]


def test_plain_text_is_in_the_first_language(tmp_path: Path) -> None:
    policy = with_practice(tmp_path, '[portal]\nurl = ""\n', '["fr-CA", "en"]')
    assert not policy.reply.subject
    text = SMALL.replace('"O. Berg"', '"O. Berg"\nsubject = "Bonjour"')
    subject = read(tmp_path, text).policy.reply.subject
    assert subject == Said({"": "Bonjour"})
    assert subject.in_language("fr-CA", "fr-CA") == subject.in_language("fr", "fr-CA") == "Bonjour"
    assert subject.in_language("en", "fr-CA") == ""


FULL = """\
[review]
policy_on = 2026-01-05
by = "Ola Berg"

[cancelling]
notice_hours = 48
exempt = ["illness", "weather"]
[[cancelling.tier]]
hours = 48
percent = 50
[[cancelling.tier]]
hours = 0
amount = "$90"

[hours]
saturday = ["10:00-12:00"]
holidays = "NZ-AUK"
[[hours.exception]]
on = 2026-12-24
[[hours.exception]]
on = 2026-12-31
open = ["09:00-11:00", "13:00-14:00"]

[[selfhelp]]
title = "The Small Steps Workbook"
kind = "workbook"
url = "https://steps.example"
language = "fr"
[[selfhelp]]
title = "Slow Breathing"

[[away]]
first = 2026-08-03
last = 2026-08-14
reads = true
[away.cover]
name = "Kim Roe"
phone = "555-0123"
purpose = { en = "call before I am back.", fr = "pour parler avant mon retour." }
agreed = true
[[away]]
first = 2026-12-20
last = 2026-12-20

[crisis]
audiences = ["youth", "indigenous"]
"""


def test_every_table_of_a_practice(tmp_path: Path) -> None:
    policy = with_practice(tmp_path, FULL)
    assert (policy.review.policy_on, policy.review.crisis_on) == (date(2026, 1, 5), None)
    assert policy.agreement.on is None
    assert policy.cancelling.exempt == ("illness", "weather")
    assert policy.cancelling.tier == (Tier(hours=48, percent=50), Tier(hours=0, amount="$90"))
    assert policy.hours.saturday == ("10:00-12:00",)
    assert policy.hours.exception == (
        HoursException(on=date(2026, 12, 24)),
        HoursException(on=date(2026, 12, 31), open=("09:00-11:00", "13:00-14:00")),
    )
    workbook = SelfHelp(
        title="The Small Steps Workbook",
        kind="workbook",
        url="https://steps.example",
        language="fr",
    )
    assert policy.selfhelp == (workbook, SelfHelp(title="Slow Breathing"))
    cover = Cover(
        name="Kim Roe",
        phone="555-0123",
        purpose=Said({"en": "call before I am back.", "fr": "pour parler avant mon retour."}),
        agreed=True,
    )
    assert policy.away == (
        Away(first=date(2026, 8, 3), last=date(2026, 8, 14), reads=True, cover=cover),
        Away(first=date(2026, 12, 20), last=date(2026, 12, 20)),
    )
    assert policy.crisis == Crisis(audiences=("youth", "indigenous"))


def test_the_reply_as_it_is_without_a_word(tmp_path: Path) -> None:
    reply = read(tmp_path, SMALL).policy.reply
    assert (reply.mode, reply.uncertain) == ("live", "known")
    assert (reply.html, reply.tell_unanswered) == (False, True)


@pytest.mark.parametrize(
    ("key", "value"),
    [("mode", "shadow"), ("mode", "off"), ("uncertain", "silent"), ("uncertain", "answer")],
)
def test_the_reply_as_it_is_chosen(tmp_path: Path, key: str, value: str) -> None:
    text = SMALL.replace("[relay]", f'{key} = "{value}"\n[relay]')
    assert getattr(read(tmp_path, text).policy.reply, key) == value


def test_what_is_found_out_later_has_its_line_too(tmp_path: Path) -> None:
    config = read(tmp_path, SMALL + '[hours]\nmonday = []\nholidays = "NZ-XXX"\n')
    config.path.unlink()  # the words are of the file that was read
    told = [config.finding(key, "is odd") for key in ("hours.holidays", "reply.subject", "log")]
    assert told == [
        f"{config.path}:22: hours.holidays: is odd",
        f"{config.path}:11: reply.subject: is odd",
        f"{config.path}:1: log: is odd",
    ]
