"""What no reply may say, and what each must: found before it is sent, with the template's name."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from gateway.core.policy import Policy
from gateway.core.proof import Finding, days_to_prove, every_reply, prove
from gateway.core.speak import Speaker
from gateway.replies import speaker_of
from tests.conftest import NOW
from tests.practices import AWAY, LINES, PLAIN, PRACTICES, RICH, SOURCES, said, speaker

TODAY = NOW.date()
ENGLISH = replace(PLAIN, practice=replace(PLAIN.practice, languages=("en",)))


def proved(sources: Mapping[str, str], policy: Policy = ENGLISH) -> tuple[Finding, ...]:
    return prove(speaker_of(policy, sources, LINES, apart=False), today=TODAY)


@pytest.mark.parametrize("practice", PRACTICES)
def test_the_shipped_templates_have_no_hazard(practice: str) -> None:
    assert prove(speaker(PRACTICES[practice]), today=TODAY) == ()


def test_every_reply_of_every_language_is_made() -> None:
    made = [(r.template, r.languages, r.form, r.short) for r in every_reply(speaker(PLAIN))]
    assert len(set(made)) == 10 * 3 * 2 * 2
    both = replace(PLAIN, practice=replace(PLAIN.practice, unsure=("fr", "en")))
    assert ("fr", "en") in {r.languages for r in every_reply(speaker(both))}


def test_a_coming_absence_is_proved_and_a_past_one_is_not() -> None:
    past = replace(AWAY, first=date(2026, 1, 1), last=date(2026, 1, 9))
    coming = replace(AWAY, first=date(2026, 8, 3), last=date(2026, 8, 9))
    made: Speaker = speaker(replace(PLAIN, away=(past, coming)))
    assert days_to_prove(made, TODAY) == (TODAY, date(2026, 8, 3))


GOOD = SOURCES["en/other"]
HAZARDS = [  # name, what is added to the general reply, what is found
    ("promise", "I will get back to you soon.", "a promise"),
    ("read", "I have received your message.", "received your"),
    ("delivered", "Your message was delivered.", "delivered"),
    ("notified", "I have been notified.", "notified"),
    ("comfort", "You will be fine.", "you will be fine"),
    ("comfort, curly", "Don\u2019t worry.", "don't worry"),
    ("thanks", "Thank you for sharing.", "thank you for"),
    ("assessment", "You seem to be in distress.", "you seem"),
    ("empathy", "I hear you.", "i hear you"),
    ("suicide", "People who commit suicide", "commit suicide"),
    ("client", "As a client you know", "as a client"),
    ("over two lines", "help is\non the way", "help is on the way"),
    ("unknown table", "{{ policy.relay }}", "'policy' is undefined"),
    ("unknown key", "{{ practice.fax }}", "practice has no key 'fax'"),
    ("too long", "{{ 'x' * 9000 }}", "more than 8192 bytes"),
    ("missing part", '{% include "_nothing" %}', "_nothing"),
]


@pytest.mark.parametrize(("name", "words", "found"), HAZARDS, ids=[x[0] for x in HAZARDS])
def test_a_hazard_is_found(name: str, words: str, found: str) -> None:
    findings = proved({**SOURCES, "en/other": f"{GOOD}\n{words}\n"})
    assert findings
    assert all(finding.is_hazard for finding in findings)
    assert any(found in finding.words for finding in findings)
    assert {finding.where.split(":")[0] for finding in findings} <= {"en/other", "other"}


def test_the_whole_block_is_asked_for() -> None:
    findings = proved({**SOURCES, "en/other": "This is your therapist. Call 911."})
    assert [finding.what for finding in findings] == [
        "does not say at once that it is automatic",
        "does not say that nobody has read the message",
        "does not say: do not wait for an answer",
        "does not carry the number 988 of 9-8-8: Suicide Crisis Helpline",
    ]


def test_a_missing_template_is_a_hazard() -> None:
    sources = {name: text for name, text in SOURCES.items() if name != "en/homework"}
    assert {f.words for f in proved(sources)} == {"en/homework:0: there is no such template"}


def test_the_words_of_the_policy_are_read_too() -> None:
    urgent = replace(RICH.urgent, other_service=said("I will reply at once", "", ""))
    found = proved(SOURCES, replace(ENGLISH, urgent=urgent))
    assert {(f.where, f.is_hazard) for f in found} == {("en/urgent", True)}


def test_therapy_is_not_named_in_a_discreet_reply() -> None:
    name = replace(ENGLISH, practice=replace(ENGLISH.practice, name="Calder Psychotherapy"))
    assert proved(SOURCES, name) == ()
    discreet = {**SOURCES, "en/discreet": SOURCES["en/discreet"] + "\n{{ practice.name }}\n"}
    assert {f.where for f in proved(discreet, name)} == {"en/discreet"}


def test_length_is_no_hazard() -> None:
    long = {**SOURCES, "en/other": GOOD + "\n" + "It is a plain day. " * 30 + "\n"}
    assert proved(long) == ()
    made = speaker_of(ENGLISH, long, LINES, apart=False)
    closely = prove(made, today=TODAY, closely=True)
    assert any("words, more than 180" in f.what for f in closely)
    assert not any(f.is_hazard for f in closely)
