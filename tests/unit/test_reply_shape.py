"""What stands where in a reply, and what every reply has in common."""

import re
from dataclasses import replace
from itertools import product

import pytest

from gateway.core.decision import Reply
from gateway.core.render import render
from gateway.core.wording import word_count
from gateway.core.wrap import flowed
from tests.marks import changed
from tests.practices import AWAY, CLINIC, PRACTICES, RICH, TAGS, received, speaker, spoken
from tests.statements import NAMES, ORDINARY, RISKY

FOOTER_AT_MOST = 40
practices = pytest.mark.parametrize("practice", PRACTICES)
tags = pytest.mark.parametrize("tag", TAGS)


def part(name: str, block: str, practice: str, tag: str, *, short: bool = False) -> str:
    """The text of one part of a reply."""
    made = speaker(PRACTICES[practice])
    facts = made.facts(Reply(name, name, short=short), tag, received(made.policy))
    return flowed(render(made.templates, block, made.voice(tag), facts))


@practices
@tags
def test_the_crisis_block_is_the_same_in_every_reply(practice: str, tag: str) -> None:
    """So that nobody reads from it what was understood of her message."""
    policy = PRACTICES[practice]
    block = part("other", "_crisis", practice, tag)
    for name, short in product(NAMES, (False, True)):
        assert block in spoken(name, policy, tag, short=short)


@practices
@tags
@pytest.mark.parametrize("name", [*ORDINARY, *RISKY])
def test_replies_begin_alike_and_danger_comes_first_where_it_may_be(
    name: str, practice: str, tag: str
) -> None:
    text = spoken(name, PRACTICES[practice], tag)
    opening = part(name, "_opening", practice, tag)
    block = part(name, "_crisis", practice, tag)
    assert text.startswith(opening)
    assert (text[len(opening) :].strip().startswith(block.strip())) == (name in RISKY)


@practices
@tags
@pytest.mark.parametrize("name", ORDINARY)
def test_what_is_read_and_answered_stands_in_the_first_lines(
    name: str, practice: str, tag: str
) -> None:
    opening, answer = (part(name, block, practice, tag) for block in ("_opening", "_answer"))
    text = spoken(name, PRACTICES[practice], tag)
    assert text.startswith(f"{opening}\n{answer}")


# The reply, what the quickest or safest way there is.
QUICKEST = [
    ("booking", "https://calder.example/book"),
    ("next_appointment", "https://portal.example/calder"),
    ("cancelling", "https://calder.example/book"),
    ("homework", "https://portal.example/upload"),
]


@tags
@pytest.mark.parametrize(("name", "url"), QUICKEST)
def test_the_quickest_way_stands_first(name: str, url: str, tag: str) -> None:
    items = re.findall(r"(?m)^- (?:.|\n(?=  ))*", spoken(name, RICH, tag))
    assert url in items[0]
    assert len(items) > 1


@tags
@pytest.mark.parametrize("name", NAMES)
def test_who_covers_is_named_only_when_it_was_agreed(name: str, tag: str) -> None:
    for agreed, form in product((True, False), ("full", "discreet")):
        away = (changed(AWAY, "cover.agreed", agreed),)
        text = spoken(name, replace(RICH, away=away), tag, form)  # type: ignore[arg-type]
        is_told = agreed and form == "full" and name != "undelivered"
        assert ("Robin Ashe" in text, "416-555-0123" in text) == (is_told, is_told)


@practices
@tags
@pytest.mark.parametrize(("name", "block"), [("other", "_footer"), ("urgent", "_footer_urgent")])
def test_the_footer_is_short(name: str, block: str, practice: str, tag: str) -> None:
    text = part(name, block, practice, tag)
    assert word_count(text) <= FOOTER_AT_MOST
    assert text.endswith(f"\n\n{PRACTICES[practice].practice.name}\n")


@tags
def test_a_later_reply_is_shorter(tag: str) -> None:
    for name, policy in product((*ORDINARY, *RISKY), (RICH, CLINIC)):
        first, later = (spoken(name, policy, tag, short=short) for short in (False, True))
        assert word_count(later) < word_count(first)
