"""Replies whose statements can be seen: each with a mark where its template makes one.

A template names the statements that it makes (R1-R60 of the clinical requirements) in a comment,
`{# R12 R13 #}`. Here also the words in which tests/statements.py says when each is made.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gateway.core.decision import Form
from gateway.core.policy import Policy
from tests.conftest import NOW

COMMENT = re.compile(r"(?m)(?:^[ \t]+)?\{#(?P<rows>[^#]*\bR\d[^#]*)#\}\n?")
ROW = re.compile(r"\bR\d+\b")
# A mark that nothing is said after.
WORDLESS = re.compile(r"\u27e6[^\u27e7]+\u27e7[ \t]*(?:\n|\Z)")
MARK = re.compile(r"\u27e6([^\u27e6\u27e7 ]+) (R\d+)\u27e7")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A reply, as far as its statements depend on it.

    name  of its template; form "discreet" is that one's own, but for "undelivered"
    also  other reasons are answered in it
    """

    name: str
    policy: Policy
    form: Form = "full"
    short: bool = False
    also: bool = False

    @property
    def template(self) -> str:
        is_discreet = self.form == "discreet" and self.name != "undelivered"
        return "discreet" if is_discreet else self.name


When = Callable[[Asked], bool]


def marked(sources: Mapping[str, str]) -> dict[str, str]:
    """The templates with each statement's number shown where it is made."""
    return {name: _marked(name.partition("/")[2], text) for name, text in sources.items()}


def _marked(block: str, source: str) -> str:
    """A comment takes the space before it and the end of its line with it, as in a reply."""

    def marks(comment: re.Match[str]) -> str:
        return "".join(f"\u27e6{block} {row}\u27e7" for row in ROW.findall(comment["rows"]))

    return COMMENT.sub(marks, source)


def marks_in(text: str) -> set[tuple[str, str]]:
    """(block, statement) of each mark."""
    return {(found[1], found[2]) for found in MARK.finditer(text)}


def without_marks(text: str) -> str:
    return MARK.sub("", text)


def changed(value: Any, path: str, new: Any) -> Any:
    """A policy with another value at this key: "cancelling.tier.percent" is the first tier's."""
    if isinstance(value, tuple):
        return (changed(value[0], path, new), *value[1:])
    name, _, rest = path.partition(".")
    return replace(value, **{name: changed(getattr(value, name), rest, new) if rest else new})


def is_one_of(*names: str) -> When:
    return lambda asked: asked.template in names


def has(key: str, *wanted: Any) -> When:
    """Whether this key has one of these values; without any: whether it says something."""

    def when(asked: Asked) -> bool:
        value: Any = asked.policy
        for name in key.split("."):
            value = getattr(value, name)
        return value in wanted if wanted else bool(value)

    return when


def every(*conditions: When) -> When:
    return lambda asked: all(one(asked) for one in conditions)


def some(*conditions: When) -> When:
    return lambda asked: any(one(asked) for one in conditions)


def no(condition: When) -> When:
    return lambda asked: not condition(asked)


def always(asked: Asked) -> bool:
    return True


def at_length(asked: Asked) -> bool:
    return not asked.short


def alone(asked: Asked) -> bool:
    return not asked.also


def gone(asked: Asked) -> bool:
    """She is away and reads no mail on that day."""
    today = NOW.date()
    return any(a.first <= today <= a.last and not a.reads for a in asked.policy.away)


def discreet(asked: Asked) -> bool:
    return asked.form == "discreet"
