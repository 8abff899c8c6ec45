"""What no template may say, and what each must: told with the template's name."""

from dataclasses import replace

import pytest

from gateway.core.crisis import lines_for
from gateway.core.render import compile_templates, lint
from tests.practices import LINES, PLAIN, PRACTICES, SOURCES, TEMPLATES


def test_the_shipped_templates_have_no_problem() -> None:
    for policy in PRACTICES.values():
        assert lint(TEMPLATES, policy, lines_for(LINES, policy)) == ()


GOOD = SOURCES["other"]
LINTED = [  # name, what is added to the general reply, what is found
    ("promise", "I will get back to you soon.", "a promise"),
    ("read", "I have received your message.", "that it was read"),
    ("delivered", "Your message was delivered.", "that it was read"),
    ("notified", "I have been notified.", "that somebody was told"),
    ("comfort", "You will be fine.", "that all will be well"),
    ("comfort, curly", "Don’t worry.", "how to feel"),
    ("thanks", "Thank you for sharing.", "thanks for words"),
    ("assessment", "You seem to be in distress.", "what the message is about"),
    ("empathy", "I hear you.", "a feeling"),
    ("suicide", "People who commit suicide", "better: died by suicide"),
    ("client", "As a client you know", "who is, or is not, a client"),
    ("over two lines", "help is\non the way", "a promise"),
    ("unknown table", "{{ policy.relay }}", "'policy' is undefined"),
    ("unknown key", "{{ practice.fax }}", "practice has no key 'fax'"),
    ("secrets stay out", "{{ relay.host }}", "'relay' is undefined"),
    ("python inside", "{{ ''.__class__.__mro__ }}", "unsafe"),
    ("too long", "{% for a in lines %}{{ 'x' * 9000 }}{% endfor %}", "more than 8192 bytes"),
    ("missing part", '{% include "_nothing" %}', "_nothing"),
]


@pytest.mark.parametrize(("name", "words", "found"), LINTED, ids=[x[0] for x in LINTED])
def test_lint_finds_it(name: str, words: str, found: str) -> None:
    templates = compile_templates({**SOURCES, "other": f"{GOOD}\n{words}\n"})
    problems = lint(templates, PLAIN, lines_for(LINES, PLAIN))
    assert len(problems) == 1, problems
    assert problems[0].startswith("other:")
    assert found in problems[0]


def test_lint_asks_for_the_whole_block() -> None:
    sources = {**SOURCES, "other": "This is your therapist. Call 911."}
    problems = lint(compile_templates(sources), PLAIN, lines_for(LINES, PLAIN))
    assert [p.removeprefix("other:0: ") for p in problems] == [
        "does not say at once that it is automatic",
        "does not say that nobody has read the message",
        "does not say: do not wait for an answer",
        "does not carry the number 988 of 9-8-8: Suicide Crisis Helpline",
    ]


def test_lint_misses_no_template() -> None:
    sources = {name: text for name, text in SOURCES.items() if name != "homework"}
    assert lint(compile_templates(sources), PLAIN, ()) == ("homework:0: this template is missing",)


def test_the_words_of_the_policy_are_linted_too() -> None:
    policy = replace(PLAIN, response=replace(PLAIN.response, typical="I will reply at once"))
    assert any("a promise" in p for p in lint(TEMPLATES, policy, ()))
