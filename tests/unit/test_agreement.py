"""The page of the client agreement: its words, and that all of the policy is in them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from gateway.core.agreement import agreement_page
from gateway.core.hotline import Line
from gateway.core.locale import locale_of
from gateway.core.policy import Policy
from gateway.core.practice import Hours, Said, SelfHelp, Tier
from gateway.core.render import TemplateProblem
from gateway.core.wording import said_problems
from gateway.pages.html import html_page
from gateway.resources import read_page_template
from tests.unit.agreement_policies import CLINIC, LANGUAGES, LINES, PLAIN, PRACTICES, RICH, TODAY

GOLDEN = Path(__file__).parents[1] / "golden" / "agreement"
SOURCES = {tag: read_page_template(Path("nowhere"), tag, "agreement") for tag in LANGUAGES}


def page(policy: Policy, tag: str = "en", lines: tuple[Line, ...] = LINES) -> str:
    source = SOURCES[tag.partition("-")[0]]
    return agreement_page(policy, source, tag=tag, lines=lines, directory="", today=TODAY)


def changed(policy: Policy, key: str, value: Any) -> Policy:
    table, _, name = key.partition(".")
    if not name:
        return replace(policy, **{table: value})
    made: Any = replace(getattr(policy, table), **{name: value})
    return replace(policy, **{table: made})


@pytest.mark.parametrize("name", PRACTICES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_page(golden: Callable[[Path, str], None], name: str, tag: str) -> None:
    golden(GOLDEN / f"{name}.{tag}.md", page(PRACTICES[name], tag))


@pytest.mark.parametrize("name", PRACTICES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_its_words_are_safe_and_easy(name: str, tag: str) -> None:
    text, locale = page(PRACTICES[name], tag), locale_of(tag)
    assert list(said_problems(text, locale=locale, form="full")) == []
    grade = locale.grade(text)
    assert grade >= locale.ease.whole if locale.ease.up else grade <= locale.ease.whole


NEW = Said({tag: "Quite other words." for tag in LANGUAGES})
# Each key that clients are told of, with another value; from which of the practices it differs.
TOLD: list[tuple[Policy, str, Any]] = [
    (RICH, "practice.name", "Ada Moor"),
    (RICH, "practice.address", "ada@moor.example"),
    (RICH, "practice.kind", "clinic"),
    (RICH, "practice.timezone", "America/Halifax"),
    (RICH, "practice.languages", ("en",)),
    (CLINIC, "practice.desk_phone", "416-555-0199"),
    (CLINIC, "practice.desk_hours", NEW),
    (RICH, "agreement.version", "9"),
    (RICH, "agreement.on", date(2026, 2, 2)),
    (RICH, "agreement.url", "https://other.example"),
    (RICH, "agreement.contact_section", NEW),
    *((RICH, f"hours.{day}", ("08:00-10:00",)) for day in ("monday", "friday", "sunday")),
    (RICH, "hours.holidays", ""),
    *(
        (RICH, "response.reads", value)
        for value in ("each_working_day", "few_times_a_week", "weekly")
    ),
    (RICH, "response.answers", "usually"),
    (RICH, "response.answers", "no"),
    (RICH, "response.logistics_days", 4),
    (RICH, "response.clinical_days", 4),
    (RICH, "response.urgent_days", 4),
    (RICH, "response.by_email", False),
    (RICH, "booking.online_url", "https://other.example"),
    *((RICH, "booking.style", value) for value in ("", "later", "standing")),
    (RICH, "portal.url", "https://other.example"),
    (RICH, "portal.shows_appointments", False),
    (RICH, "portal.takes_notes", False),
    (RICH, "cancelling.notice_hours", 1),
    (RICH, "cancelling.tier", (Tier(hours=24, percent=0),)),
    (RICH, "cancelling.email_counts", False),
    (RICH, "cancelling.phone_counts", False),
    (RICH, "cancelling.online", False),
    (RICH, "cancelling.exempt", ("illness",)),
    (RICH, "resource.welcome", False),
    *((RICH, "resource.reply", value) for value in ("no", "in_session")),
    (RICH, "resource.paid_reading", False),
    *((RICH, "update.reply", value) for value in ("no", "in_session")),
    *((RICH, "homework.accept", value) for value in ("no", "if_agreed")),
    (RICH, "homework.portal_url", ""),
    (RICH, "homework.key_url", ""),
    (RICH, "homework.files", ("ODT",)),
    (RICH, "homework.largest_mb", 7),
    (RICH, "homework.review", "in_session"),
    (RICH, "homework.paid_review", False),
    (RICH, "phone.number", "416-555-0199"),
    (RICH, "phone.voicemail", False),
    (RICH, "phone.voicemail_confidential", False),
    *((RICH, "crisis.provision", value) for value in ("none", "limited")),
    (RICH, "crisis.on_call_phone", "416-555-0199"),
    (RICH, "crisis.on_call_hours", NEW),
    (RICH, "crisis.emergency_department", ""),
    (RICH, "crisis.safety_plan", False),
    (RICH, "urgent.earlier_online", False),
    (RICH, "urgent.cancellation_list", NEW),
    (RICH, "urgent.cancellation_list_url", ""),
    (RICH, "urgent.other_appointment", NEW),
    (RICH, "urgent.other_service", NEW),
    (RICH, "urgent.assistance_line", NEW),
    (RICH, "selfhelp", (SelfHelp(title="Another", kind="book"),)),
    (RICH, "privacy.reply_default", "full"),
    (RICH, "privacy.discreet_name", ""),
    (RICH, "privacy.recall_days", 400),
    (RICH, "review.policy_on", None),
    (RICH, "review.crisis_on", None),
    (RICH, "seal.scheme", "off"),
    (RICH, "seal.what", "message"),
    (RICH, "reply.mode", "off"),
    (RICH, "reply.window_days", 1),
    (CLINIC, "reply.display_name", "A. Moor"),
]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize(("policy", "key", "value"), TOLD, ids=[row[1] for row in TOLD])
def test_every_key_is_told(policy: Policy, key: str, value: Any, tag: str) -> None:
    other = page(changed(policy, key, value), tag)
    assert other != page(policy, tag)
    assert not list(said_problems(other, locale=locale_of(tag), form="full"))


def test_words_that_she_gave_in_another_language_only_are_left_out() -> None:
    only_french = Said({"fr": "Appelez la réception le matin."})
    policy = changed(RICH, "urgent.other_service", only_french)
    assert "Appelez la réception le matin." in page(policy, "fr")
    assert "réception" not in page(policy, "en")


def test_without_an_automatic_reply_the_page_speaks_of_none() -> None:
    assert "automatic" not in page(changed(PLAIN, "reply.mode", "off"))


def test_no_number_of_another_place_is_guessed() -> None:
    text = agreement_page(
        PLAIN, SOURCES["en"], tag="en", lines=(), directory="https://find.example", today=TODAY
    )
    assert "The emergency number of the place where you are" in text
    assert "A crisis line near you: <https://find.example>" in text
    assert "911" not in text


def test_no_working_hours_is_no_line() -> None:
    never = Hours(monday=(), tuesday=(), wednesday=(), thursday=(), friday=())
    assert "working hours" not in page(changed(PLAIN, "hours", never))


NUMBERS = st.from_regex(r"[+*]?[0-9]{1,4}([ -][0-9]{2,4}){0,3}#?", fullmatch=True)


@settings(max_examples=20, deadline=None)
@given(phone=NUMBERS, sms=NUMBERS, own=NUMBERS, tag=st.sampled_from(LANGUAGES))
def test_numbers_stand_as_in_the_data(phone: str, sms: str, own: str, tag: str) -> None:
    policy = changed(RICH, "phone.number", own)
    text = page(policy, tag, (replace(LINES[1], phone=phone, sms=sms),))
    shown = seen(html_page(text, tag=tag))
    for number in (phone, sms, own):
        assert number in text
        assert number in shown


@settings(max_examples=40, deadline=None)
@given(words=st.text(st.sampled_from("a1 .-+*_`~#>=<![](){}|&;:\\/'\"\n\u2019é"), max_size=24))
def test_a_value_is_text_whatever_it_holds(words: str) -> None:
    policy = changed(PLAIN, "urgent.other_service", Said({"en": words}))
    policy = changed(policy, "practice.name", f"X{words}Y")
    policy = changed(policy, "crisis.emergency_department", words)
    html = html_page(page(policy, lines=(replace(LINES[1], name=f"X{words}Y"),)), tag="en")
    shown = " ".join(seen(html).split())
    assert shown.count(" ".join(f"X{words}Y".split())) >= 3
    assert " ".join(words.split()) in shown
    assert tags(html) <= TAGS


def seen(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return body.text(deep=True)


def tags(html: str) -> set[str]:
    return {node.tag for node in LexborHTMLParser(html).css("*")}


TAGS = tags(html_page(page(PLAIN), tag="en"))
WRONG = [
    ("line one\n{{ practice.nme }}", 2, "nme"),
    ("{% if x %}", 1, "end"),
    ("{{ ''.__class__ }}", 1, "unsafe"),
    ("{{ policy.seal.home }}", 1, "policy"),
    ("{{ range(9) }}", 1, "range"),
    ("{% include 'x' %}", 1, "loader"),
]


@pytest.mark.parametrize(("source", "line", "word"), WRONG)
def test_a_wrong_template_is_told_with_its_line(source: str, line: int, word: str) -> None:
    with pytest.raises(TemplateProblem, match=word) as raised:
        agreement_page(PLAIN, source, tag="en", lines=LINES, directory="", today=TODAY)
    assert (raised.value.name, raised.value.line) == ("en/agreement", line)
