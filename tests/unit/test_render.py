"""Templates to text: what each reply must say under which policy, and what none may say."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from gateway.core.assessment import INTENTS
from gateway.core.crisis import lines_for
from gateway.core.policy import Policy
from gateway.core.practice import Agreement, Homework, Line
from gateway.core.render import (
    NEEDED,
    TEXT_AT_MOST,
    TemplateProblem,
    compile_templates,
    lint,
    render,
    when,
)
from tests.conftest import NOW
from tests.practices import CLINIC, LINES, PLAIN, PRACTICES, RICH, SOURCES, TEMPLATES


def facts(policy: Policy, *, sealed: bool = False) -> dict[str, object]:
    received = NOW.astimezone(ZoneInfo(policy.practice.timezone))
    return {"received": received, "lines": lines_for(LINES, policy), "sealed": sealed}


def said(name: str, policy: Policy, *, sealed: bool = False) -> str:
    return render(TEMPLATES, name, policy, facts(policy, sealed=sealed))


def flat(text: str) -> str:
    return " ".join(text.split())


BAGS = replace(PLAIN, homework=Homework(accept="no"))
# Which statement of the article on contact policies stands where, by its number. R5, R10
# and R14 are the three practices and the templates themselves; R48 has no key yet.
STATEMENTS = [
    ("R1", "other", PLAIN, "It is all right to write between sessions"),
    ("R2", "other", PLAIN, "E-mail suits practical things. What matters more I keep for sessions"),
    ("R2", "other", RICH, "E-mail suits practical things and short questions"),
    ("R3", "other", PLAIN, "Other ways:"),
    ("R4", "booking", PLAIN, "I usually answer: within two working days"),
    ("R4", "crisis", PLAIN, "I usually answer: within two working days"),
    ("R6", "booking", RICH, "my agreement (version 2026-02): https://calder.example/agreement"),
    ("R7", "booking", RICH, '"Between sessions"'),
    ("R9", "booking", PLAIN, "You are welcome to ask me about it"),
    ("R11", "booking", RICH, "usually arranged: at the end of a session"),
    ("R12", "booking", RICH, "https://calder.example/book"),
    ("R13", "booking", RICH, "To book online, the quickest way"),
    ("R15", "booking", PLAIN, "By e-mail: two or three days and times"),
    ("R16", "booking", PLAIN, "It can take a few messages until a time is found"),
    ("R17", "booking", CLINIC, "the front desk books for us"),
    ("R18", "booking", CLINIC, "usually picks up: 01632 960147 (Monday to Friday, 9 to 16)"),
    ("R19", "next_appointment", PLAIN, "It is easy to lose track of a date"),
    ("R20", "next_appointment", RICH, "Online, the quickest way: https://portal.example/calder"),
    ("R21", "next_appointment", PLAIN, "cannot say whether or when there is an appointment"),
    ("R22", "next_appointment", PLAIN, "always fine to ask"),
    ("R23", "cancelling", RICH, "Online, the quickest way: https://calder.example/book"),
    ("R24", "cancelling", PLAIN, "the time above counts as the time of your notice"),
    ("R24", "cancelling", CLINIC, "E-mail alone does not count as notice"),
    ("R25", "cancelling", RICH, "By phone: 416-555-0142 (you can leave a message"),
    ("R26", "cancelling", RICH, "Notice: 48 hours"),
    ("R27", "cancelling", RICH, "With less notice: half of the fee"),
    ("R28", "resource", PLAIN, "Books, links and other finds are welcome"),
    ("R29", "resource", RICH, "I may write a few words back"),
    ("R29", "resource", CLINIC, "I do not answer them by e-mail"),
    ("R29", "resource", PLAIN, "look at them together, in a session"),
    ("R30", "resource", PLAIN, "it is never about you"),
    ("R31", "update", PLAIN, "It is natural to want to share news"),
    ("R32", "update", RICH, "I may write a few words back"),
    ("R32", "update", CLINIC, "I do not answer news by e-mail"),
    ("R33", "update", PLAIN, "Anything sensitive is safer told when we speak"),
    ("R34", "update", PLAIN, "I may be busy, or may want to respond in person"),
    ("R35", "homework", PLAIN, "It makes sense to want to share homework"),
    ("R36", "homework", PLAIN, "fine if we agreed on it"),
    ("R36", "homework", RICH, "E-mail is fine too"),
    ("R36", "homework", CLINIC, "Please bring it along rather than send it by e-mail"),
    ("R37", "homework", RICH, "safest way is to upload it: https://portal.example/upload"),
    ("R38", "homework", PLAIN, "Attached files are only as safe as your e-mail is"),
    ("R39", "homework", RICH, "I look at homework before the session"),
    ("R39", "homework", PLAIN, "I look at homework in the session, with you"),
    ("R40", "homework", RICH, "Comments before a session are paid time, if we agreed on it"),
    ("R41", "homework", PLAIN, "read it aloud, or share your screen"),
    ("R42", "homework", PLAIN, "We can decide together what works best"),
    ("R43", "crisis", PLAIN, "It is natural to want to reach me first"),
    ("R44", "crisis", PLAIN, "I have no crisis service of my own"),
    ("R44", "crisis", CLINIC, "I can offer only little help in a crisis"),
    ("R44", "crisis", RICH, "You can also call me: Call 416-555-0177"),
    ("R45", "crisis", PLAIN, "Call 911"),
    ("R45", "crisis", PLAIN, "Or go to the nearest emergency department"),
    ("R46", "crisis", RICH, "Phone before nine: one time is kept free each day."),
    ("R46", "crisis", RICH, "Ask to be put on the list for times that open up."),
    ("R46", "crisis", RICH, "The walk-in centre on Mill Lane"),
    ("R46", "crisis", RICH, "The assistance line of your employer"),
    ("R47", "crisis", PLAIN, "write down what happened and what you felt, and bring it along"),
    ("R49", "crisis", RICH, "you can leave a message; only I hear it"),
    ("R49", "crisis", CLINIC, "if you leave a message, your name and number are enough"),
    ("R50", "crisis", RICH, "A note in a safer place: https://portal.example/calder"),
    ("R51", "crisis", PLAIN, "E-mail is not private"),
    ("R52", "crisis", PLAIN, "so please use these numbers"),
    ("R53", "crisis", PLAIN, "please do not wait for an answer to this e-mail"),
    ("R54", "crisis", PLAIN, "I am often in sessions and cannot see messages"),
    ("R55", "other", PLAIN, "in writing it is easily misread"),
    ("R56", "other", PLAIN, "What matters more I keep for sessions"),
    ("R57", "other", PLAIN, "tell me if it troubles you"),
    ("R59", "other", PLAIN, "You are welcome to ask me about it"),
    ("bring", "homework", BAGS, "Please bring it along"),
]


@pytest.mark.parametrize(
    ("statement", "name", "policy", "words"),
    STATEMENTS,
    ids=[f"{s[0]}-{s[1]}-{n}" for n, s in enumerate(STATEMENTS)],
)
def test_the_statements_of_the_article(
    statement: str, name: str, policy: Policy, words: str
) -> None:
    assert words in flat(said(name, policy)), statement


def test_encryption_is_claimed_only_where_it_is_done() -> None:
    assert "encrypted" not in said("homework", PLAIN, sealed=False)
    assert "encrypted once they are here; I cannot protect the way" in flat(
        said("homework", PLAIN, sealed=True)
    )


EVERY = [(name, practice) for name in NEEDED for practice in PRACTICES]


@pytest.mark.parametrize(("name", "practice"), EVERY)
def test_what_every_reply_says(name: str, practice: str) -> None:
    policy = PRACTICES[practice]
    text = said(name, policy)
    assert text.startswith("This is an automatic ")
    assert "No person has read it" in flat(text)
    assert re.search(r"on Tuesday 3 March 2026 at \d\d:\d\d \((EST|GMT)\)", flat(text))
    for line in lines_for(LINES, policy):
        for number in filter(None, (line.phone, line.sms)):
            assert re.search(rf"^  (Call|Text [A-Z]+ to|Text) {re.escape(number)}$", text, re.M)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    assert max(map(len, text.splitlines())) <= 76
    assert not any(row != row.rstrip() for row in text.splitlines())
    assert len(text.split()) <= (195 if practice == "plain" else 270)


@pytest.mark.parametrize("name", INTENTS)
def test_the_crisis_block_is_the_same_in_all(name: str) -> None:
    """So that nothing but its place tells what was understood."""
    block = re.search(r"If you are in danger.*?about\s+somebody else\.\n", said(name, PLAIN), re.S)
    assert block
    assert block[0] in said("crisis", PLAIN)
    assert len(block[0].split()) <= 68


def test_in_a_crisis_the_numbers_come_first_and_no_fee_at_all() -> None:
    for policy in PRACTICES.values():
        words = said("crisis", policy).split()
        assert "Call" in words[:60]
        assert "fee" not in said("crisis", policy)


@pytest.mark.parametrize("name", NEEDED)
def test_sentences_are_short(name: str) -> None:
    for paragraph in said(name, PLAIN).split("\n\n"):
        for sentence in re.split(r"[.:;!?](?:\s|$)", flat(paragraph)):
            assert len(sentence.split()) <= 21, sentence


def test_a_malformed_template_names_its_line() -> None:
    with pytest.raises(TemplateProblem) as caught:
        compile_templates({"other": "one\ntwo {% if %}\n"})
    assert (caught.value.name, caught.value.line) == ("other", 2)


def test_a_failing_template_names_the_part_and_the_line() -> None:
    templates = compile_templates({**SOURCES, "_footer": "one\n\n{{ agreement.none }}\n"})
    with pytest.raises(TemplateProblem) as caught:
        render(templates, "other", PLAIN, facts(PLAIN))
    assert (caught.value.name, caught.value.line) == ("_footer", 3)


def test_an_unknown_template_is_a_problem() -> None:
    with pytest.raises(TemplateProblem, match="no such template"):
        render(TEMPLATES, "billing", PLAIN, facts(PLAIN))


def test_a_template_that_includes_itself_is_a_problem() -> None:
    with pytest.raises(TemplateProblem, match="includes itself"):
        render(compile_templates({"x": '{% include "x" %}'}), "x", PLAIN, {})


def test_the_size_is_capped_while_it_grows() -> None:
    templates = compile_templates({"x": "{% for a in lines %}{{ 'y ' * 3000 }}{% endfor %}"})
    with pytest.raises(TemplateProblem, match=str(TEXT_AT_MOST)):
        render(templates, "x", PLAIN, {"lines": [1, 2, 3]})


def test_policy_words_are_not_templates() -> None:
    policy = replace(PLAIN, agreement=Agreement(version="{{ 7 * 7 }}"))
    assert "{{ 7 * 7 }}" in flat(said("other", policy))
    assert any("template code" in p for p in lint(TEMPLATES, policy, ()))


TIMES = [
    (
        datetime(2026, 1, 4, 7, 5, tzinfo=ZoneInfo("America/Toronto")),
        "Sunday 4 January 2026 at 07:05 (EST)",
    ),
    (
        datetime(2026, 7, 31, 23, 59, tzinfo=ZoneInfo("Europe/London")),
        "Friday 31 July 2026 at 23:59 (BST)",
    ),
    (
        datetime(2026, 5, 1, 0, 0, tzinfo=ZoneInfo("America/Sao_Paulo")),
        "Friday 1 May 2026 at 00:00 (UTC-03)",
    ),
    (datetime(2026, 12, 9, 12, 0, tzinfo=UTC), "Wednesday 9 December 2026 at 12:00 (UTC)"),
    (
        datetime(2026, 12, 9, 12, 0, tzinfo=timezone(timedelta(hours=3))),
        "Wednesday 9 December 2026 at 12:00 (UTC+03:00)",
    ),
]


@pytest.mark.parametrize(("at", "words"), TIMES, ids=[t[1] for t in TIMES])
def test_when(at: datetime, words: str) -> None:
    assert when(at) == words


def test_lines_with_hours_say_so() -> None:
    line = Line(
        id="x", place="own", kind="mental_health", name="By day", phone="211", hours="9 to 5"
    )
    text = render(TEMPLATES, "other", PLAIN, {**facts(PLAIN), "lines": (line,)})
    assert "By day (9 to 5)\n  Call 211\n" in text
