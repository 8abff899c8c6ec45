"""Reads policies.toml strictly: all that is wrong at once, each with its line and what to do."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from gateway.config.lines import places
from gateway.config.shape import expected_one_of, fit
from gateway.core import crisis_check
from gateway.core.policy import Policy
from gateway.core.policy_check import problems
from gateway.core.policy_values import Path as KeyPath
from gateway.core.policy_values import dotted
from gateway.errors import ConfigError
from gateway.resources import read_lines

SYNTAX_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
# What makes a file of a folder a plug; wire code may stand beside the plugs.
FACTORIES = {
    "inlet": "open_inlet",
    "deliver": "open_deliverer",
    "seal": "open_sealer",
    "notify": "open_notifier",
}
BY_SERVER = {"smtp", "lmtp"}

Finding = tuple[str, str]  # dotted key, what is wrong with it


@dataclass(frozen=True)
class Config:
    """A policy that was read and found right.

    base    the folder of the file; relative paths of the policy are under it
    text    of the file, as it was read
    sha256  of its bytes, 64 hex digits
    """

    policy: Policy
    path: Path
    base: Path
    text: str = field(repr=False)
    sha256: str

    def at(self, relative: str) -> Path:
        """A path of the policy on this machine; an absolute one stays as it is."""
        return self.base / relative

    @property
    def state(self) -> Path:
        """Where accepted mail is kept: the folder behind "sqlite:"."""
        return self.at(self.policy.store.url.removeprefix("sqlite:"))

    def finding(self, key: str, words: str) -> str:
        """What was found out later about a key, as read_config says it: with file and line."""
        return _findings(self.path, [(key, words)], places(self.text))[0]


def read_config(path: Path) -> Config:
    """Errors: ConfigError with one finding for each thing that is wrong."""
    raw = _bytes_of(path)
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
        table = tomllib.loads(text)
    except UnicodeDecodeError as e:
        line = raw.count(b"\n", 0, e.start) + 1
        raise ConfigError((f"{path}:{line}: the file is not UTF-8; save it as UTF-8",)) from e
    except tomllib.TOMLDecodeError as e:
        raise ConfigError((_syntax(path, text, str(e)),)) from e
    except RecursionError as e:
        raise ConfigError((f"{path}:1: too many brackets inside each other",)) from e
    policy, found = _check(table)
    if found:
        raise ConfigError(_findings(path, found, places(text)))
    return Config(policy, path, path.resolve().parent, text, sha256(raw).hexdigest())


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as e:
        words = f"{path}: there is no such file - make one with `gateway init`"
        raise ConfigError((words,)) from e
    except IsADirectoryError as e:
        raise ConfigError((f"{path}: is a folder; name the file in it",)) from e
    except PermissionError as e:
        words = f"{path}: may not be read by this user - see `ls -l {path}`"
        raise ConfigError((words,)) from e
    except OSError as e:
        raise ConfigError((f"{path}: cannot be read: {e.strerror}",)) from e


def _syntax(path: Path, text: str, words: str) -> str:
    found = SYNTAX_LINE.search(words)
    rows = text.split("\n")
    line = int(found[1]) if found and found[1] else len(rows)
    words = SYNTAX_LINE.sub("", words)
    row = rows[line - 1] if line <= len(rows) else ""
    if "overwrite" in words or "twice" in words or "mutable" in words:
        return f"{path}:{line}: this key or table stands in the file twice"
    hint = ""
    if "@" in row.partition("=")[0] and '"' not in row.partition("=")[0]:
        hint = ' - write an address in quotes: "you@clinic.example" = "..."'
    elif "value" in words.lower() and '"' not in row:
        hint = ' - write text in quotes: name = "..."'
    return f"{path}:{line}: not valid TOML: {words[:1].lower()}{words[1:]}{hint}"


def _check(table: dict[str, object]) -> tuple[Policy, list[Finding]]:
    """The policy, with stand-ins for what is wrong, and what is wrong.

    A finding without words: another one speaks for its key.
    """
    misfits: list[Finding] = []

    def wrong(path: KeyPath, words: str) -> None:
        misfits.append((dotted(path), words))

    policy: Policy = fit(Policy, table, wrong)
    others = [*_plugs(policy), *problems(policy, _Zones())]
    if policy.deliver.by in BY_SERVER and not _has_hop(table):
        others.append(("deliver.hop", "is missing: write [deliver.hop] with host and port"))
    if not any(_touch("practice.place", key) for key, _ in (*misfits, *others)):
        others += _crisis(policy)
    return policy, misfits + [
        (key, words)
        for key, words in others
        if not any(_touch(key, misfit) for misfit, _ in misfits)
    ]


def _has_hop(table: Mapping[str, object]) -> bool:
    deliver = table.get("deliver")
    return isinstance(deliver, dict) and "hop" in deliver


def _touch(one: str, other: str) -> bool:
    """Whether one key is the other or holds it."""
    one, other = f"{one}.", f"{other}."
    return one.startswith(other) or other.startswith(one)


def _crisis(policy: Policy) -> Iterator[Finding]:
    """They name their key themselves: "crisis.confirmed: ...", 'crisis.line "NAME": ...'."""
    crisis, numbered = policy.crisis, {}
    for number, line in enumerate(crisis.line):
        numbered[f'crisis.line "{line.name}": '] = ("crisis", "line", number)
    for number, one in enumerate(crisis.confirmed):
        for start in (f'there is no line "{one.line}"', f"{one.line} cannot"):
            numbered[f"crisis.confirmed: {start}"] = ("crisis", "confirmed", number)
    for words in crisis_check.problems(read_lines(), policy):
        key, _, rest = words.partition(" ")
        path = next((path for start, path in numbered.items() if words.startswith(start)), None)
        yield (dotted(path) if path else key.rstrip(":")), rest


def _plugs(policy: Policy) -> Iterator[Finding]:
    named = [("seal.scheme", "seal", policy.seal.scheme)]
    named += [("deliver.by", "deliver", policy.deliver.by)]
    named += [("alert.by", "notify", policy.alert.by)]
    for number, door in enumerate(policy.inlet):
        named.append((dotted(("inlet", number, "by")), "inlet", door.by))
    for key, folder, name in named:
        there = (*(("off",) if folder == "seal" else ()), *plug_names(folder))
        if name not in there:
            yield key, expected_one_of(there, name)


def plug_names(folder: str) -> tuple[str, ...]:
    """The names that the policy may use for gateway/<folder>/; nothing is imported for it."""
    makes = re.compile(rf"^(async )?def {FACTORIES[folder]}\b", re.M)
    package = Path(str(import_module(f"gateway.{folder}").__file__)).parent
    sources = sorted(package.glob("[!_]*.py"))
    return tuple(f.stem for f in sources if makes.search(f.read_text("utf-8")))


def _findings(path: Path, found: list[Finding], lines: Mapping[str, int]) -> tuple[str, ...]:
    rows = [(_line(key, lines), f"{key}: {words}") for key, words in found if words]
    return tuple(f"{path}:{line}: {words}" for line, words in sorted(rows))


def _line(key: str, lines: Mapping[str, int]) -> int:
    """The line of the key, or of the table that it should stand in."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 1)


class _Zones(Collection[str]):
    """The time zones of this machine; looked up one by one, for the list of all takes long."""

    def __contains__(self, name: object) -> bool:
        try:
            return bool(ZoneInfo(str(name)).key)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return False

    @cached_property
    def _all(self) -> set[str]:
        return available_timezones()

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._all))

    def __len__(self) -> int:
        return len(self._all)
