"""The one line for people whose language has no templates."""

import re
import unicodedata

import pycld2
import pytest

from gateway.core.danger import DANGER, DANGER_ANYWHERE, danger_line
from gateway.core.language import PLAINLY_READ, RENAMED
from gateway.core.locale import shipped

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
NUMBERS = ("911", "112", "1-800-555-0142", "0808 555 0142", "*4141")
DETECTED = sorted({RENAMED.get(code, code) for _, code in pycld2.LANGUAGES})


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("language", sorted(DANGER))
def test_the_number_stands_once_and_by_itself(language: str, number: str) -> None:
    line = danger_line(language, number)
    assert line.count(number) == 1
    before, after = line.split(number)
    assert not before or not before[-1].isalnum()
    assert not after[:1].isalnum()
    assert not re.search(r"[{}\d]", before + after)
    assert "\n" not in line


@pytest.mark.parametrize("language", sorted(DANGER))
def test_right_to_left_the_number_is_set_apart(language: str) -> None:
    line = danger_line(language, "1-800-555-0142")
    is_apart = "\u20661-800-555-0142\u2069" in line
    assert is_apart == (language in RIGHT_TO_LEFT)
    turned = any(unicodedata.bidirectional(c) in ("R", "AL") for c in line)
    assert turned == (language in RIGHT_TO_LEFT)


def test_every_language_has_both_forms() -> None:
    assert set(DANGER) == set(DANGER_ANYWHERE)
    for language in DANGER:
        line = danger_line(language, "")
        assert line == DANGER_ANYWHERE[language]
        assert not re.search(r"[{}\d\u2066-\u2069]", line)
    assert len(set(DANGER.values())) == len(DANGER)


@pytest.mark.parametrize("code", DETECTED)
def test_every_language_that_can_be_detected_has_a_line_or_none(code: str) -> None:
    assert ("911" in danger_line(code, "911")) or danger_line(code, "911") == ""


def test_the_languages_of_the_rules_and_of_the_replies_have_one() -> None:
    for language in (*PLAINLY_READ, *shipped()):
        assert "112" in danger_line(language, "112")


TAGS = [("no", "nb"), ("nn", "nb"), ("pt-BR", "pt"), ("zh-Hant", "zh"), ("DE-at", "de")]


@pytest.mark.parametrize(("tag", "same"), TAGS)
def test_tags_and_forms_of_a_language(tag: str, same: str) -> None:
    assert danger_line(tag, "911") == danger_line(same, "911") != ""


def test_an_unknown_language_has_no_line() -> None:
    assert danger_line("", "911") == danger_line("xx", "") == danger_line("tlh", "911") == ""
