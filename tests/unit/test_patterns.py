"""The pattern language, and the prefilter that may never forget a pattern."""

import pytest
import re2

from gateway.core.patterns import MOST_HITS, PatternSet, expand, options
from gateway.plugins import detectors

LISTS = {"who": "he|she", "near": "my ({who})"}
CASES = [
    ("whole words", "kill", "skill", False),
    ("whole words", "kill", "i kill it", True),
    ("list", "({who}) left", "she left", True),
    ("nested list", "({near}) left", "my he left", True),
    ("gap of none", "cut … deep", "cut deep", True),
    ("gap of four", "cut … deep", "cut a b , d deep", True),
    ("gap of five", "cut … deep", "cut a b c d e deep", False),
    ("gap ends with the line", "cut … deep", "cut\ndeep", False),
    ("choice", "(a|b c) d", "b c d", True),
]


@pytest.mark.parametrize(("name", "pattern", "text", "expected"), CASES)
def test_expand(name: str, pattern: str, text: str, expected: bool) -> None:
    found = re2.search(expand(pattern, LISTS).encode(), text.encode(), options())
    assert (found is not None) is expected


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        expand("({nobody})", LISTS)


def test_hits_say_which_and_where() -> None:
    patterns = PatternSet([expand("one", {}), expand("two … one", {})])
    assert sorted(patterns.hits(b"two or one")) == [(0, 7, 10), (1, 0, 10)]
    assert list(patterns.hits(b"")) == []


def test_repetition_gains_no_time() -> None:
    assert len(list(PatternSet([expand("one", {})]).hits(b"one " * 10_000))) == MOST_HITS


def test_the_prefilter_answers_as_every_pattern_alone_would() -> None:
    rules = detectors().rules
    text = (
        b"i want to kill myself , he hits me and my son , i can not cope\n"
        b"please cancel my appointment and book a session , here is my homework\n"
        b"je veux mourir , mon mari me frappe\nquiero morir , necesito una cita"
    )
    found = {number for number, _, _ in detectors().patterns.hits(text)}
    alone = {
        number
        for number, rule in enumerate(rules)
        if re2.search(rule.pattern.encode(), text, options())
    }
    assert found == alone
    assert len(found) > 15


def test_rule_names_are_unique_and_safe_to_log() -> None:
    names = [rule.name for rule in detectors().rules]
    assert len(names) == len(set(names))
    assert all(re2.fullmatch(r"[a-z_]+\.[a-z0-9-]+\.[a-z]{2}", name) for name in names)
