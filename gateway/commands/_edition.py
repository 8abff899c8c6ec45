"""An edition for people: its lines as they were printed, and what is different since."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from gateway.core.crisis_numbers import digits
from gateway.core.crisis_rows import OWN

Content = Mapping[str, Any]
Row = Mapping[str, Any]
UNKNOWN = "not known"


def policy_sha(content: Content) -> str:
    """SHA-256 of the policy file, 64 hex digits."""
    return sha256(content.get("policy", "").encode()).hexdigest()


def lines_of(content: Content) -> dict[str, Row]:
    """Its crisis lines by id: those of the data, and the practice's own."""
    own = _policy(content).get("crisis", {}).get("line", ())
    named = {f"{OWN}-{digits(row.get('phone') or row.get('sms', ''))}": row for row in own}
    return {row["id"]: row for row in content.get("lines", ())} | named


def like(id_: str, known: Iterable[str]) -> str:
    """ "did you mean CA-988? ", "" when no id of a line is near."""
    by_lower = {one.lower(): one for one in known}
    typed = id_.lower()
    near = [typed] if typed in by_lower else get_close_matches(typed, by_lower, n=3, cutoff=0.5)
    return f"did you mean {' or '.join(by_lower[x] for x in near)}? " if near else ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language tells a number. {0}: the number; {1}: what to press, or the word to text."""

    then: str = "{0}, then press {1}"
    text: str = "text {0}"
    word: str = "text {1} to {0}"


ENGLISH = Spelling()


def printed(row: Row | None, spelling: Spelling = ENGLISH) -> str:
    """A line's numbers: "988", "555-0101, then press 1 / text HOME to 55501"."""
    if row is None:
        return UNKNOWN
    phone, sms, then, word = (row.get(key, "") for key in ("phone", "sms", "then", "sms_word"))
    told = (
        spelling.then.format(phone, then) if phone and then else phone,
        (spelling.word if word else spelling.text).format(sms, word) if sms else "",
    )
    return " / ".join(filter(None, told)) or row.get("web") or UNKNOWN


def differences(then: Content, now: Content) -> list[str]:
    """What was changed between two editions, by its name: "policy booking.online_url"."""
    return [
        *(f"policy {key}" for key in _unequal(_keys(then), _keys(now))),
        *(f"template {key}" for key in _unequal(_flat(then, "templates"), _flat(now, "templates"))),
        *(f"line {key}" for key in _unequal(lines_of(then), lines_of(now))),
        *(key for key in ("program",) if then.get(key) != now.get(key)),
    ]


def _unequal(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    return (key for key in sorted({*then, *now}) if then.get(key) != now.get(key))


def _keys(content: Content) -> dict[str, Any]:
    return dict(_leaves(_policy(content), ""))


def _policy(content: Content) -> dict[str, Any]:
    """The tables of the policy; a gateway ran on it, so that it is TOML."""
    return tomllib.loads(content.get("policy", "").removeprefix("\ufeff"))


def _flat(content: Content, name: str) -> dict[str, Any]:
    return dict(_leaves(content.get(name, {}), ""))


def _leaves(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        path = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from _leaves(value, path)
        else:
            yield path, value
