"""One file, one plug: found by its name in a folder, loaded only when it is named."""

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from gateway.core.assess import Detectors


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
    """Every detector in core/intents/ and core/signs/."""

    def all_in(folder: str) -> tuple[Any, ...]:
        return tuple(load(folder, name, "DETECTOR") for name in every_name(folder))

    return Detectors(intents=all_in("core.intents"), signs=all_in("core.signs"))
