"""The default policies.toml and docs/policy.md: valid, complete, and never behind the code."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.config.read import read_config
from gateway.core.hours import DAYS
from gateway.core.policy import Policy
from gateway.core.practice import Said
from gateway.errors import ConfigError

ROOT = Path(__file__).parents[2]
FILE = (ROOT / "policies.toml").read_text("utf-8")
DOCUMENT = (ROOT / "docs/policy.md").read_text("utf-8")
HEADER = re.compile(r"^(?:# )?\[\[?([a-z.]+)\]\]?(?: *#.*)?$")
KEY = re.compile(r"^(?:# )?([a-z][a-z_]*) = (\S.*)$")
ROW = re.compile(r"^\| `([^`]+)` \|")


def schema(table: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """(dotted key, default) of every key of the policy; lists of tables without a number."""
    hints = get_type_hints(table)
    for item in fields(table):
        key, hint = f"{path}{item.name}", hints[item.name]
        inner = next((one for one in (hint, *get_args(hint)) if is_dataclass(one)), None)
        if inner not in (None, Said):
            yield from schema(inner, f"{key}.")
        elif key != "recipients":
            yield key, "" if hint is Said else item.default


def keys_in_file(text: str) -> dict[str, str]:
    """Dotted key -> the rest of its line, those in comments too."""
    found, table = {}, ""
    for row in text.splitlines():
        if header := HEADER.match(row):
            table = header[1]
        elif key := KEY.match(row):
            found[f"{table}.{key[1]}"] = key[2]
    return found


KEYS = dict(schema(Policy))


def test_it_reads_without_a_finding() -> None:
    policy = read_config(ROOT / "policies.toml").policy
    assert policy.practice.address.endswith(".example")
    assert all(door.address == "127.0.0.1" for door in policy.inlet)


def test_every_key_stands_in_it() -> None:
    found = keys_in_file(FILE)
    assert set(KEYS) - set(found) == set()
    assert set(found) - set(KEYS) == set()


def test_what_is_commented_out_reads_too(tmp_path: Path) -> None:
    text = "\n".join(
        row.removeprefix("# ") if HEADER.match(row) or KEY.match(row) else row
        for row in FILE.splitlines()
    )
    # No fictional number passes the reader.
    text = re.sub(r'^phone = ""( +# as it is dialled)$', r'phone = "211"\1', text, flags=re.M)
    (tmp_path / "policies.toml").write_text(text, "utf-8")
    policy = read_config(tmp_path / "policies.toml").policy
    assert policy.deliver.hop.tls == "required"
    assert policy.crisis.line[0].name == "County distress line"
    assert policy.crisis.confirmed[0].line == "CA-988"
    assert policy.agreement.on == date(2026, 1, 5)
    assert policy.hours.exception[0].open == ("09:00-12:00",)
    assert policy.selfhelp[0].language == "en"
    assert policy.away[0].cover.agreed


def test_every_key_has_a_comment() -> None:
    days = {f"hours.{day}" for day in DAYS}  # their header says it
    bare = {key for key, rest in keys_in_file(FILE).items() if " # " not in rest}
    assert bare <= days


def test_it_is_short_and_narrow() -> None:
    rows = FILE.splitlines()
    assert len(rows) <= 265
    assert max(map(len, rows)) <= 120
    assert FILE.isascii()


@pytest.mark.parametrize("key", KEYS)
def test_the_document_explains_each_key(key: str) -> None:
    rows = [row for row in DOCUMENT.splitlines() if ROW.match(row)]
    row = next((row for row in rows if ROW.match(row)[1] == key), "")  # type: ignore[index]
    assert row, f"docs/policy.md has no row for `{key}`"
    assert len(row.split("|")) >= 5


def test_the_document_names_no_key_that_is_gone() -> None:
    named = {found[1] for row in DOCUMENT.splitlines() if (found := ROW.match(row))}
    assert {name for name in named if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", name)} == set(KEYS)


@pytest.mark.parametrize("key", [k for k, default in KEYS.items() if default is not MISSING])
def test_the_document_tells_the_default(key: str) -> None:
    default = KEYS[key]
    row = next(r for r in DOCUMENT.splitlines() if r.startswith(f"| `{key}` |"))
    shown = row.split("|")[2].strip().strip("`")
    assert shown == written(default)


PIECES = st.sampled_from(
    ['"', "\n", "[", "]]", "{", "=", ".", ",", "0", "-1", "1e400", "true", '"""', "\'\'\'", "#",
     "inf", "[[practice]]\n", "[practice.x]\n", "a.b = {c = [[1]]}\n", "1979-05-27", "\x00", "\\"]
)  # fmt: skip


@given(st.integers(0, len(FILE)), st.integers(0, 12), PIECES)
def test_any_damage_is_told_with_its_line_or_does_no_harm(
    tmp_path_factory: pytest.TempPathFactory, start: int, gone: int, piece: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.toml"
    path.write_text(FILE[:start] + piece + FILE[start + gone :], "utf-8")
    findings: tuple[str, ...] = ()
    try:
        read_config(path)
    except ConfigError as error:
        findings = error.findings
    assert all(re.match(r".*damaged\.toml:\d+: \S", words) for words in findings)


def written(value: Any) -> str:
    """A default as TOML writes it."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else f"{value}"
