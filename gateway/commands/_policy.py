"""Which policy file a command works with."""

from pathlib import Path

from gateway.cli import POLICY_PLACES
from gateway.config import Config, read_config
from gateway.errors import NeedsHuman


def policy_path(named: str | None) -> Path:
    """Errors: NeedsHuman when none was named and none stands where it is looked for."""
    if named:
        return Path(named)
    for place in map(Path, POLICY_PLACES):
        if place.is_file():
            return place
    raise NeedsHuman(f"there is no {POLICY_PLACES[0]} here", detail="make one with: gateway init")


def config_of(named: str | None) -> Config:
    """Errors: ConfigError with all findings, NeedsHuman."""
    return read_config(policy_path(named))
