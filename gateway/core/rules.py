"""What one row of a rule table says, and how a table becomes a detector.

A row of a sign's table:    (name, least risk, pattern)
                            (name, least risk, pattern, cue)
                            (name, least risk, pattern, cue, keeps)
A row of an intent's table: (name, weight, pattern)

cue    what the hit may be combined with (combinations.py): "ideation", "means", ...;
       "idiom": harmless, and so is every hit inside it
keeps  scopes that do not lower this row, as letters: n negation, p past, f fiction or
       research, s rating scale or exercise. d is added by itself: the row holds a denial
       word of its own, so that one inside the hit denies nothing.
A weight below zero speaks against the intent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from gateway.core.assessment import Evidence, Risk
from gateway.core.patterns import expand
from gateway.core.scope import denies
from gateway.core.windows import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row, ready to match. pattern is in RE2 syntax; see the module for cue and keeps."""

    about: str
    name: str
    pattern: str
    risk: Risk = Risk.NONE
    weight: float = 0.0
    cue: str = ""
    keeps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a rule matched: bytes of Reading.words, and the risk and cue left to it there."""

    rule: Rule
    sentence: int
    start: int
    end: int
    risk: Risk
    cue: str


class Detector(Protocol):
    """One file in core/intents/ or core/signs/, exported as DETECTOR.

    name       the file's name, and the word for it everywhere
    rules      what the shared engine matches; () for a detector that does its own reading
    detect()   further evidence that no pattern can say, such as a checksum
    """

    @property
    def name(self) -> str: ...

    @property
    def rules(self) -> tuple[Rule, ...]: ...

    def detect(self, reading: Reading) -> Iterable[Evidence]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A detector that is nothing but its rules."""

    name: str
    rules: tuple[Rule, ...] = field(repr=False)

    def detect(self, reading: Reading) -> Iterable[Evidence]:
        return ()


Row = tuple[Any, ...]


def sign(
    name: str,
    rows: Mapping[str, Sequence[Row]],
    lists: Mapping[str, str] | None = None,
) -> Table:
    """A sign from its rows by language; the language is part of the rule's name."""
    rules = (_risk_rule(name, lang, row, lists or {}) for lang in rows for row in rows[lang])
    return Table(name=name, rules=tuple(rules))


def intent(
    name: str, rows: Mapping[str, Sequence[Row]], lists: Mapping[str, str] | None = None
) -> Table:
    """An intent from its rows by language."""
    rules = (
        Rule(
            about=name,
            name=f"{name}.{row[0]}.{lang}",
            weight=row[1],
            pattern=expand(row[2], lists or {}),
        )
        for lang in rows
        for row in rows[lang]
    )
    return Table(name=name, rules=tuple(rules))


def _risk_rule(about: str, lang: str, row: Row, lists: Mapping[str, str]) -> Rule:
    label, risk, pattern, cue, keeps = (*row, "", "")[:5]
    return Rule(
        about=about,
        name=f"{about}.{label}.{lang}",
        pattern=expand(pattern, lists),
        risk=risk,
        cue=cue,
        keeps=keeps + ("d" if denies(pattern) else ""),
    )
