"""What the commands share: which policy file, and output for scripts."""

from pathlib import Path
from typing import Any

import click

from gateway.config.read import Config, read_config
from gateway.errors import NeedsHuman

POLICY_PLACES = ("policies.toml", "/etc/gateway/policies.toml")


def config_option(function: Any) -> Any:
    """--config FILE, as every command that needs a policy takes it."""
    return click.option(
        "-c",
        "--config",
        "policy",
        envvar="GATEWAY_CONFIG",
        type=click.Path(dir_okay=False),
        help=f"The policy file.  [default: the first of {', '.join(POLICY_PLACES)}]",
    )(function)


def json_option(function: Any) -> Any:
    return click.option("--json", "as_json", is_flag=True, help="For a script to read.")(function)


def policy_path(named: str | None) -> Path:
    """Errors: NeedsHuman when none was named and none stands where it is looked for."""
    if named:
        return Path(named)
    for place in map(Path, POLICY_PLACES):
        if place.is_file():
            return place
    raise NeedsHuman(
        f"there is no {POLICY_PLACES[0]} here",
        detail="make one with `gateway init`, or name one with --config",
    )


def config_of(named: str | None) -> Config:
    """Errors: ConfigError with all findings, NeedsHuman."""
    return read_config(policy_path(named))
