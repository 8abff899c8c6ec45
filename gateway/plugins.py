"""One file, one plug: found by its name in a folder, loaded only when it is named."""

import pkgutil
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import Any

from gateway.core.assess import Detectors
from gateway.core.model import Model, parse_model


def every_name(folder: str) -> list[str]:
    """Names of the modules in gateway/<folder>/, sorted; helpers start with an underscore."""
    package = import_module(f"gateway.{folder}")
    found = (m.name for m in pkgutil.iter_modules(package.__path__))
    return sorted(n for n in found if not n.startswith("_"))


def load(folder: str, name: str, attribute: str) -> Any:
    """The attribute of gateway.<folder>.<name>, as the policy names it.

    Only the chosen module is imported, so that what is not used need not be installed.
    Errors: LookupError with the names there are.
    """
    names = every_name(folder)
    if name not in names:
        raise LookupError(f"{folder}: no {name!r}; there are {', '.join(names)}")
    return getattr(import_module(f"gateway.{folder}.{name}"), attribute)


@cache
def detectors() -> Detectors:
    """Every detector in core/intents/ and core/signs/, and the model."""
    return Detectors(intents=rules_in("core.intents"), signs=rules_in("core.signs"), model=model())


def rules_in(folder: str) -> tuple[Any, ...]:
    """Each detector of a folder."""
    return tuple(load(folder, name, "DETECTOR") for name in every_name(folder))


def model() -> Model:
    """The coefficients that model/train.py made. Errors: ValueError when the file is damaged."""
    return parse_model(files("gateway").joinpath("model.bin").read_bytes())
