"""The demo's policy: the shipped default with a few of its values replaced, and keys for it."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from gateway.config.read import Config, read_config
from gateway.keyring import new_openpgp
from gateway.private import write_private
from gateway.resources import default_policy
from gateway.secrets import make_master_key

TABLE = re.compile(r"\[{1,2}([\w.-]+)\]{1,2}\s*(?:#.*)?")
HOST = "127.0.0.1"
SETTING = re.compile(r"([\w-]+)\s*=")


def prepare(base: Path, relay_port: int) -> tuple[Config, Path]:
    """A policy file with its master key and sealing key under `base`, and her secret key's file.

    Only addresses of this computer stand in it. Errors: NeedsHuman, ConfigError.
    """
    shipped = tomllib.loads(default_policy())
    practice, store = shipped["practice"], shipped["store"]
    make_master_key(base / store["key_file"])
    home = base / shipped["seal"]["home"]
    fingerprint, secret = new_openpgp(home, name=practice["name"], address=practice["address"])
    text = with_values(
        default_policy(),
        {
            ("relay", "host"): HOST,
            ("relay", "port"): relay_port,
            ("relay", "tls"): "off",
            ("seal", "scheme"): "openpgp",
            ("seal", "fingerprint"): fingerprint,
            ("deliver", "by"): "maildir",
            ("inlet", "address"): HOST,
            ("inlet", "port"): 0,
            ("inlet", "hostname"): "gateway.clinic.example",
        },
    )
    path = base / "policies.toml"
    path.write_text(text, "utf-8")
    write_private(base / "therapist" / "secret.asc", secret.encode("ascii"), "a key file")
    return read_config(path), base / "therapist" / "secret.asc"


def with_values(text: str, values: Mapping[tuple[str, str], str | int]) -> str:
    """The TOML text with single-line values replaced; all else stays.

    values  (table, key) -> the new value; text is written without escapes
    Errors: KeyError with the keys that do not stand in the text, for the demo must not run
    on other settings than it thinks.
    """
    left = dict(values)
    lines = text.split("\n")
    table = ""
    for number, line in enumerate(lines):
        if header := TABLE.fullmatch(line):
            table = header[1]
        elif (setting := SETTING.match(line)) and (table, setting[1]) in left:
            value = left.pop((table, setting[1]))
            lines[number] = (
                f"{setting[1]} = {value}"
                if isinstance(value, int)
                else (f'{setting[1]} = "{value}"')
            )
    if left:
        raise KeyError(", ".join(f"{table}.{key}" for table, key in left))
    return "\n".join(lines)
