"""Fits a parsed TOML table to the dataclasses of core/policy.py, and collects every misfit."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from gateway.core.policy import Policy
from gateway.core.policy_values import Path
from gateway.core.practice import Said

Wrong = Callable[[Path, str], None]

SECRETS = ("password", "passwd", "passphrase", "secret", "token", "credential", "api_key", "apikey")
SECRET_WORDS = (
    "secrets never stand in this file - put it into a file of its own (chmod 600) and name that "
    "file in `password_file`; see docs/policy.md, Secrets"
)
LONGEST_SHOWN = 40


class _Misfit:
    """Stands for a value that could not be read."""


MISFIT = _Misfit()


def fit(cls: type, table: Mapping[str, Any], wrong: Wrong, path: Path = ()) -> Any:
    """An instance of `cls`, with an empty or default value for each that is wrong.

    wrong  hears of each misfit, so that the rest can be looked at all the same; without
           words when another misfit speaks for this key
    """
    known = {f.name: f for f in fields(cls)}
    hints = get_type_hints(cls)
    strange = [key for key in table if key not in known]
    meant = {_unknown(key, known, wrong, (*path, key)) for key in strange} - {""} - set(table)
    for name in meant:
        wrong((*path, name), "")  # its misspelling was told
    made: dict[str, Any] = {}
    for name, item in known.items():
        below = (*path, name)
        value = _value(hints[name], table[name], wrong, below) if name in table else MISFIT
        if value is not MISFIT:
            made[name] = value
        elif _is_required(item):
            if name not in table and name not in meant:
                wrong(below, _missing_words(name, hints[name]))
            made[name] = _empty(hints[name])
    return cls(**made)


def _unknown(key: str, known: Mapping[str, object], wrong: Wrong, path: Path) -> str:
    """Tells of an unknown key; answers the known one that was probably meant."""
    if any(word in key.lower() for word in SECRETS):
        wrong(path, SECRET_WORDS)
        return ""
    near = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    kind = "setting" if len(path) > 1 else "table or setting"
    words = f'unknown {kind} "{key}"'
    if near:
        wrong(path, f'{words} - did you mean "{near[0]}"?')
        return near[0]
    homes = [header for header, keys in _all_keys().items() if key in keys]
    below = [header for header in homes if header.strip("[]").startswith(f"{_header(path[:-1])}.")]
    if len(below or homes) == 1:
        words += f" here - it belongs to {(below or homes)[0]}"
    wrong(path, words)
    return ""


@cache
def _all_keys() -> Mapping[str, frozenset[str]]:
    """The keys below each header of the policy, "[reply]" or "[[away]]"."""
    return dict(_tables(Policy, ()))


def _tables(cls: type, path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for name, hint in get_type_hints(cls).items():
        is_list = get_origin(hint) is tuple
        inner, below = get_args(hint)[0] if is_list else hint, (*path, name)
        if is_dataclass(inner) and isinstance(inner, type) and inner is not Said:
            header = f"[[{_header(below)}]]" if is_list else f"[{_header(below)}]"
            yield header, frozenset(f.name for f in fields(inner))
            yield from _tables(inner, below)


def _is_required(item: "Field[Any]") -> bool:
    return item.default is MISSING and item.default_factory is MISSING


def _missing_words(name: str, hint: Any) -> str:
    if is_dataclass(hint):
        needs = ", ".join(f.name for f in fields(hint) if _is_required(f))
        return f"the table [{name}] is missing; it needs {needs}"
    if get_origin(hint) is dict:
        return f"the table [{name}] is missing"
    return "is missing"


def _empty(hint: Any) -> Any:
    """A stand-in for a required value that is missing or wrong."""
    if is_dataclass(hint) and isinstance(hint, type):
        return fit(hint, {}, lambda _path, _words: None)
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    return date.min if hint is date else hint()


def _value(hint: Any, value: Any, wrong: Wrong, path: Path) -> Any:
    origin = get_origin(hint)
    if hint is Said:
        return _said(value, wrong, path)
    if origin is UnionType:  # "X | None": None is what stands there when the key does not
        return _value(get_args(hint)[0], value, wrong, path)
    if is_dataclass(hint) and isinstance(hint, type):
        if isinstance(value, dict):
            return fit(hint, value, wrong, path)
        return _misfit(wrong, path, f"expected a table [{_header(path)}], got {_kind(value)}")
    if origin is tuple:
        return _list(get_args(hint)[0], value, wrong, path)
    if origin is dict:
        return _names(value, wrong, path)
    if origin is Literal:
        return _choice(get_args(hint), value, wrong, path)
    return _plain(hint, value, wrong, path)


def _list(hint: Any, value: Any, wrong: Wrong, path: Path) -> Any:
    tables = is_dataclass(hint)
    if not isinstance(value, list):
        how = f"[[{_header(path)}]], with double brackets" if tables else 'a list, ["...", "..."]'
        how = "a list of numbers, [60, 300]" if hint is float else how
        return _misfit(wrong, path, f"expected {how}, got {_kind(value)}")
    made = [_value(hint, one, wrong, (*path, number)) for number, one in enumerate(value)]
    return MISFIT if MISFIT in made else tuple(made)


def _header(path: Path) -> str:
    """What stands in the brackets above a table."""
    return ".".join(step for step in path if isinstance(step, str))


def _said(value: Any, wrong: Wrong, path: Path) -> Any:
    """Text in the practice's first language, or a table of language to text."""
    if isinstance(value, str):
        return Said({"": value} if value else {})
    if not isinstance(value, dict):
        want = 'text in quotes, or { en = "...", fr = "..." }'
        return _misfit(wrong, path, f"expected {want}, got {_kind(value)}")
    return Said(_texts(value, wrong, path, "expected text in quotes"))


def _names(value: Any, wrong: Wrong, path: Path) -> Any:
    """A table of text to text. A dotted key without quotes makes a table inside: say so."""
    if not isinstance(value, dict):
        return _misfit(wrong, path, f"expected a table [{path[-1]}], got {_kind(value)}")
    return _texts(value, wrong, path, 'write the address in quotes: "you@clinic.example" = "..."')


def _texts(value: Mapping[str, Any], wrong: Wrong, path: Path, for_tables: str) -> dict[str, str]:
    for name, one in value.items():
        if isinstance(one, dict):
            wrong((*path, name), for_tables)
        elif not isinstance(one, str):
            wrong((*path, name), f"expected text in quotes, got {_kind(one)}")
    return {name: one for name, one in value.items() if isinstance(one, str)}


def _choice(words: tuple[str, ...], value: Any, wrong: Wrong, path: Path) -> Any:
    if value in words and isinstance(value, str):
        return value
    return _misfit(wrong, path, expected_one_of(words, value))


def expected_one_of(words: tuple[str, ...], value: Any) -> str:
    """A finding for a word that is none of those that there are."""
    near = get_close_matches(str(value).lower(), words, n=1)
    hint = f' - did you mean "{near[0]}"?' if near else ""
    first, comma, last = ", ".join(f'"{word}"' for word in words).rpartition(", ")
    return f"expected {first}{' or ' if comma else ''}{last}, got {_shown(value)}{hint}"


def _plain(hint: type, value: Any, wrong: Wrong, path: Path) -> Any:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if hint is str:
        right, want = isinstance(value, str), "text in quotes"
    elif hint is bool:
        right, want = isinstance(value, bool), "true or false"
    elif hint is int:
        right, want = is_number and isinstance(value, int), "a whole number"
    elif hint is float:
        right, want = is_number and math.isfinite(value), "a number"
    else:
        is_day = isinstance(value, date) and not isinstance(value, datetime)
        right, want = is_day, "a date such as 2026-03-31, without quotes"
    if right:
        return float(value) if hint is float else value
    got = _kind(value) if hint is str else _shown(value)
    return _misfit(wrong, path, f"expected {want}, got {got}")


def _misfit(wrong: Wrong, path: Path, words: str) -> Any:
    wrong(path, words)
    return MISFIT


def _shown(value: Any) -> str:
    """A short value as it stands in the file; of others the kind only."""
    if isinstance(value, str) and value.isprintable() and len(value) <= LONGEST_SHOWN:
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | date):
        return str(value)
    return _kind(value)


def _kind(value: Any) -> str:
    kinds = {
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "a table",
    }
    return kinds.get(type(value), "a date or time")
