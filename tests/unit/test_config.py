"""policies.toml, read strictly: one changed line of the default policy, and what is said of it."""

import tomllib
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.config.lines import places
from gateway.config.read import plug_names, read_config
from gateway.core.policy_values import Path as KeyPath
from gateway.core.policy_values import dotted
from gateway.errors import ConfigError
from gateway.resources import default_policy
from tests.unit.small_policy import SMALL, findings, read


def test_a_small_policy(tmp_path: Path) -> None:
    config = read(tmp_path, SMALL)
    assert config.policy.practice.name == "Ola Berg"
    assert config.policy.reply.window_days == 7
    assert config.base == tmp_path.resolve()
    assert config.at("keys/k") == tmp_path.resolve() / "keys/k"
    assert config.at("/etc/k") == Path("/etc/k")
    assert config.sha256 == sha256(SMALL.encode()).hexdigest()


def test_types_are_those_of_the_policy(tmp_path: Path) -> None:
    text = SMALL.replace('"O. Berg"', '"O. Berg"\ncrisis_window_h = 3\nnever = ["a@b.example"]')
    text += '[[crisis.line]]\nkind = "text_only"\nname = "X"\nsms = "22334"\n'
    text += 'on = 2026-01-02\nby = "Ola"\n[[inlet]]\n[[inlet]]\nport = 2587\n'
    policy = read(tmp_path, text).policy
    assert policy.reply.crisis_window_h == 3.0
    assert isinstance(policy.reply.crisis_window_h, float)
    assert policy.reply.never == ("a@b.example",)
    assert policy.crisis.line[0].on == date(2026, 1, 2)
    assert [door.port for door in policy.inlet] == [2525, 2587]


@pytest.mark.parametrize("ends", ["\r\n", "\n\n"], ids=["CRLF", "blank lines"])
def test_line_ends_and_byte_order_mark(tmp_path: Path, ends: str) -> None:
    text = "\ufeff" + SMALL.replace("\n", ends)
    assert read(tmp_path, text).policy.practice.name == "Ola Berg"


NAME = 'name = "Ola Berg"'
ZONE = 'timezone = "Pacific/Auckland"'
CASES = [  # name, text to replace, its replacement, line, finding
    ("misspelt", ZONE, 'tiemzone = "UTC"', 5,
     'practice.tiemzone: unknown setting "tiemzone" - did you mean "timezone"?'),
    ("of no kind", ZONE, ZONE + "\nxyzzy = 1", 6, 'practice.xyzzy: unknown setting "xyzzy"'),
    ("of another table", NAME, NAME + "\nwindow_days = 3", 3,
     'practice.window_days: unknown setting "window_days" here - it belongs to [reply]'),
    ("before any table", "[practice]", "notice_hours = 3\n[practice]", 1,
     'notice_hours: unknown table or setting "notice_hours" here - it belongs to [cancelling]'),
    ("table", "[response]", "[responce]", 7,
     'responce: unknown table or setting "responce" - did you mean "response"?'),
    ("missing", NAME, "", 1, "practice.name: is missing"),
    ("missing table", SMALL[SMALL.index("[reply]"):SMALL.index("[relay]")], "", 1,
     "reply: the table [reply] is missing; it needs display_name"),
    ("missing recipients", SMALL[SMALL.index("[recipients]"):], "", 1,
     "recipients: the table [recipients] is missing"),
    ("number for text", NAME, "name = 4", 2,
     "practice.name: expected text in quotes, got a number"),
    ("text for number", "port = 2526", 'port = "four"', 15,
     'relay.port: expected a whole number, got "four"'),
    ("half a port", "port = 2526", "port = 25.5", 15,
     "relay.port: expected a whole number, got 25.5"),
    ("true for number", "port = 2526", "port = true", 15,
     "relay.port: expected a whole number, got true"),
    ("not finite", "port = 2526", "port = 2526\ntimeout_s = inf", 16,
     "relay.timeout_s: expected a number, got inf"),
    ("number for truth", "[relay]", "html = 1\n[relay]", 14,
     "reply.html: expected true or false, got 1"),
    ("choice", 'tls = "off"', 'tls = "requierd"', 16,
     'relay.tls: expected "required", "implicit", "opportunistic" or "off", got "requierd"'
     ' - did you mean "required"?'),
    ("no choice", 'tls = "off"', "tls = []", 16,
     'relay.tls: expected "required", "implicit", "opportunistic" or "off", got a list'),
    ("text for list", NAME, NAME + '\naddresses = "x@y.example"', 3,
     'practice.addresses: expected a list, ["...", "..."], got text'),
    ("number in list", NAME, NAME + "\naddresses = [\n  # two\n  7]", 5,
     "practice.addresses.1: expected text in quotes, got a number"),
    ("waits", "[relay]", "[retry]\ndelays_s = 60\n[relay]", 15,
     "retry.delays_s: expected a list of numbers, [60, 300], got a number"),
    ("one bracket", "[relay]", "[inlet]\nport = 1\n[relay]", 14,
     "inlet: expected [[inlet]], with double brackets, got a table"),
    ("in the second", "[relay]", "[[inlet]]\n[[inlet]]\nprot = 1\n[relay]", 16,
     'inlet.2.prot: unknown setting "prot" - did you mean "port"?'),
    ("no mailboxes", SMALL[SMALL.index("[recipients]"):], '[[recipients]]\n"a@b.example" = "c"\n',
     18, "recipients: expected a table [recipients], got a list"),
    ("value for table", "[practice]", "seal = 5\n[practice]", 1,
     "seal: expected a table [seal], got a number"),
    ("no date", "[relay]",
     '[[crisis.confirmed]]\nline = "NZ-1737"\non = "2026"\nby = "Ola"\n[relay]', 16,
     'crisis.confirmed.1.on: expected a date such as 2026-03-31, without quotes, got "2026"'),
    ("inline", "[recipients]", 'hop = 4\n[deliver]\nhop = { port = "x" }\n[recipients]', 20,
     'deliver.hop.port: expected a whole number, got "x"'),
    ("mailbox", '"ola@berg.example" = "ola@berg.example"', '"ola@berg.example" = 3', 19,
     'recipients."ola@berg.example": expected text in quotes, got a number'),
    ("plug", "[relay]", '[seal]\nscheme = "openpgg"\n[relay]', 15, "seal.scheme: expected"),
    ("value", "port = 2526", "port = 0", 15, "relay.port: must be from 1 to 65535, is 0"),
    ("two keys", "port = 2526", "port = 2525", 15, "relay.port: is the gateway's own door"),
    ("hop is owed", "[relay]", '[deliver]\nby = "lmtp"\n[relay]', 14,
     "deliver.hop: is missing: write [deliver.hop] with host and port"),
    ("zone", ZONE, 'timezone = "New Zealand"', 5, 'practice.timezone: no time zone "New Zealand"'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_one_mistake(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert old in SMALL
    said = findings(tmp_path, SMALL.replace(old, new))
    assert any(f.startswith(f"policies.toml:{line}: {words}") for f in said), said
    if new.count("hop = 4") == 0:
        assert len(said) == 1, said


def test_all_mistakes_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = SMALL.replace("timezone", "tiemzone").replace("2526", '"four"')
    text = text.replace('"O. Berg"', '"O. Berg"\nwindow_days = 0')
    assert findings(tmp_path, text) == [
        'policies.toml:5: practice.tiemzone: unknown setting "tiemzone" - did you mean "timezone"?',
        "policies.toml:13: reply.window_days: must be from 1 to 365, is 0",
        'policies.toml:16: relay.port: expected a whole number, got "four"',
    ]


def test_an_empty_file_says_what_is_needed(tmp_path: Path) -> None:
    said = findings(tmp_path, "")
    assert len(said) == 3
    needs = "it needs name, address, place, timezone"
    assert f"policies.toml:1: practice: the table [practice] is missing; {needs}" in said


@pytest.mark.parametrize(
    "line",
    ['password = "hunter22"', 'smtp_passwd = "hunter22"', 'Token = "hunter22"', "secret = 5"],
)
def test_secrets_are_sent_elsewhere_and_not_repeated(tmp_path: Path, line: str) -> None:
    (said,) = findings(tmp_path, SMALL.replace("port = 2526", f"port = 2526\n{line}"))
    assert said.startswith("policies.toml:16: relay.")
    assert "secrets never stand in this file" in said
    assert "hunter22" not in said


SYNTAX = [  # name, text, line, some of the words
    ("no value", "[practice]\nname =\n", 2, "not valid TOML"),
    ("no quotes", "[practice]\nname = Ola\n", 2, "write text in quotes"),
    ("open quote", '[practice]\nname = "Ola\nplace = "NZ"\n', 2, "not valid TOML"),
    ("open list", "[practice]\naddresses = [1,\n", 3, "not valid TOML"),
    ("address", '[recipients]\nann@x.example = "b@x.example"\n', 2, "write an address in quotes"),
    ("key twice", '[practice]\nname = "a"\nname = "b"\n', 3, "twice"),
    ("table twice", "[practice]\n[reply]\n[practice]\n", 3, "twice"),
    ("bell", '[practice]\nname = "a\a"\n', 2, "not valid TOML"),
]


@pytest.mark.parametrize(
    ("text", "line", "words"), [c[1:] for c in SYNTAX], ids=[c[0] for c in SYNTAX]
)
def test_not_toml(tmp_path: Path, text: str, line: int, words: str) -> None:
    (said,) = findings(tmp_path, text)
    assert said.startswith(f"policies.toml:{line}: ")
    assert words in said


def test_dotted_address_without_quotes(tmp_path: Path) -> None:
    (said,) = findings(tmp_path, SMALL + 'berg.example = "x@y.example"\n')
    assert said.startswith("policies.toml:20: recipients.berg: write the address in quotes")


def test_not_utf8(tmp_path: Path) -> None:
    assert findings(tmp_path, SMALL.encode() + b'# caf\xe9"\n') == [
        "policies.toml:20: the file is not UTF-8; save it as UTF-8"
    ]


def test_deep_brackets(tmp_path: Path) -> None:
    assert findings(tmp_path, "x = " + "[" * 9_000) == [
        "policies.toml:1: too many brackets inside each other"
    ]


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file - make one with `gateway init`"):
        read_config(tmp_path / "policies.toml")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is a folder"):
        read_config(tmp_path)


def test_plugs_are_modules_with_their_factory() -> None:
    assert plug_names("inlet") == ("smtp",)  # esmtp.py is wire code


# Line numbers. Each piece is written in some style; what it holds and where is told by tomllib
# and by a mark: the value of each key is the number of the line it was written on.

NAMES = st.sampled_from(["a", "b-1", '"c d"', "'e.f'", '"g\\"h"', "1"])
STYLES = st.sampled_from(["bare", "list", "inline", "text", "literal", "comment", "dotted"])


@given(
    st.lists(
        st.tuples(st.booleans(), NAMES, st.dictionaries(NAMES, STYLES, max_size=4)), max_size=6
    )
)
def test_each_key_is_found_on_its_line(blocks: list[tuple[bool, str, dict[str, str]]]) -> None:
    rows: list[str] = []
    for many, name, keys in blocks:
        head = f"[[many.{name}]]" if many else f"[one.{name}.x{len(rows)}]"
        rows.append(f"  {head}  # = [a")
        for key, style in keys.items():
            rows += _written(key, style, len(rows) + 1)
    text = "\n".join(rows)
    expected: dict[str, int] = {}
    _marks(tomllib.loads(text), (), expected)
    found = places(text)
    assert {key: found[key] for key in expected} == expected


def _written(key: str, style: str, line: int) -> list[str]:
    match style:
        case "list":
            return [f"{key} = [ # ]", f"  {line + 1},", f'  {{ p = "}}", q = {line + 2} }} ]']
        case "inline":
            return [f"{key} = {{ x = {line}, y . z={line}, w = [{line}] }} # x"]
        case "text":
            return [f'{key} = ["""', f'a = 5 \\""" \'\'\'""""", {line + 1}]']
        case "literal":
            return [f"{key} = ['''\\", f"[x]'''', {line + 1}, '\\']"]
        case "comment":
            return ["# [x] a = 7", "", f"{key} = {line + 2}"]
        case "dotted":
            return [f"{key} . in = {line}"]
    return [f"{key}={line}"]


def _marks(value: Any, path: KeyPath, into: dict[str, int]) -> None:
    if isinstance(value, int):
        into[dotted(path)] = value
    rows = list(value.items()) if isinstance(value, dict) else []
    for step, below in [*rows, *(enumerate(value) if isinstance(value, list) else ())]:
        _marks(below, (*path, step), into)


def test_every_key_of_the_default_policy_has_its_line() -> None:
    text = default_policy()
    found, rows = places(text), text.split("\n")
    keys: dict[str, int] = {}
    for table, content in tomllib.loads(text).items():
        for key, value in (content if isinstance(content, dict) else content[0]).items():
            name = dotted((table, key)) if isinstance(content, dict) else f"{table}.1.{key}"
            keys[name] = found[name]
            has_tables = isinstance(value, list) and value and isinstance(value[0], dict)
            start = f"[[{name}]]" if has_tables else key
            assert rows[found[name] - 1].lstrip('"').startswith(start)
    assert len(set(keys.values())) == len(keys) > 90
