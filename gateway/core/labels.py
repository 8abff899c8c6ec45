"""A mail that a person has labelled: why the client wrote, how soon to look, what is sensitive.

One JSON object a line. `text`, `risk` and `reasons` must be there; all else may be left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gateway.core.assessment import INTENTS, Risk

SIGNS = (
    "suicide",
    "self_harm",
    "harm_to_others",
    "abuse",
    "child_protection",
    "substance_use",
    "eating_disorder",
    "diagnosis_or_medication",
    "health_number",
    "government_id",
    "payment_card",
    "bank_account",
    "third_party_health",
)
RISKS = tuple(risk.word for risk in Risk)
KEYS = (
    "id",
    "lang",
    "subject",
    "text",
    "attachments",
    "reasons",
    "risk",
    "signs",
    "traps",
    "why",
    "category",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One mail with its labels, as a careful clinician reading only this mail would give them.

    reasons   the main one first, at least one
    language  "en", ...; "" when it was not said
    traps     what makes it hard to judge ("idiom", "veiled"), by free words
    category  of a hard case; "" for none
    """

    id: str
    language: str = ""
    subject: str = field(default="", repr=False)
    text: str = field(repr=False)
    reasons: tuple[str, ...]
    risk: Risk
    signs: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    category: str = ""


class BadLabel(ValueError):
    """A row that is not as it should be; `key` is "" when it is the row itself."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(f"{key}: {words}" if key else words)
        self.key = key


def labelled(row: Any, number: int = 1) -> Labelled:
    """The labelled mail of one row. number: names a row that has no id.

    Errors: BadLabel with the first key that is wrong; never a word of the text.
    """
    if not isinstance(row, dict):
        raise BadLabel("", "expected an object")
    for key in row:
        if key not in KEYS:
            raise BadLabel(str(key)[:40], f"unknown; there are {', '.join(KEYS)}")
    reasons = _words(row, "reasons", INTENTS)
    if not reasons:
        raise BadLabel("reasons", "expected at least one, the main one first")
    return Labelled(
        id=_name(str(row.get("id", number)), "id"),
        language=_name(_word(row, "lang"), "lang"),
        subject=_word(row, "subject"),
        text=_word(row, "text", needed=True),
        reasons=reasons,
        risk=Risk[_one_of(_word(row, "risk", needed=True), "risk", RISKS).upper()],
        signs=_words(row, "signs", SIGNS),
        traps=tuple(_name(trap, "traps") for trap in _words(row, "traps")),
        category=_name(_word(row, "category"), "category"),
    )


def _word(row: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
    if needed and key not in row:
        raise BadLabel(key, "is missing")
    value = row.get(key) or ""
    if not isinstance(value, str):
        raise BadLabel(key, "expected text")
    return value


def _words(row: Mapping[str, Any], key: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Each once, in order; with `known`, only these."""
    values = row.get(key) or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise BadLabel(key, "expected a list of words")
    for value in values:
        if known:
            _one_of(value, key, known)
    return tuple(dict.fromkeys(values))


def _name(value: str, key: str) -> str:
    """What is shown beside figures: a control character could steer a terminal."""
    if not value.isprintable():
        raise BadLabel(key, "expected text without control characters")
    return value


def _one_of(value: str, key: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadLabel(key, f"unknown word; there are {', '.join(known)}")
    return value
