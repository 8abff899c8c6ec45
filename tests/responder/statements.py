"""The statements of docs/responder.md, and the register of what shows each of them.

A statement is one rule of an RFC, or of ours, said so that it can fail. Each has one check;
test_complete.py sees to it that none is missing, here or in the document.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

COUNTS = {"3834": 50, "5230": 24, "6131": 6}
STATEMENTS = tuple(f"{rfc}-{n:02}" for rfc, most in COUNTS.items() for n in range(1, most + 1))
ADJACENT = tuple(f"A-{n:02}" for n in range(1, 10))
PRODUCT = tuple(f"R{n}" for n in range(1, 11))
EVERY = (*STATEMENTS, *ADJACENT, *PRODUCT)
# What is not met yet, and why. Its check must fail: whoever mends it takes the line away here,
# and "not met" in docs/responder.md.
NOT_MET: dict[str, str] = {
    "R9": "the relay signs; the gateway neither signs nor looks at SPF of its own name",
}

Pure = Callable[[], None]
Live = Callable[[Path], Awaitable[None]]


class Checks:
    """Statement -> what shows it: a plain function, or a coroutine that is given a folder."""

    def __init__(self) -> None:
        self._pure: dict[str, Pure] = {}
        self._live: dict[str, Live] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted({**self._pure, **self._live}))

    def pure(self, name: str) -> Callable[[Pure], Pure]:
        def keep(check: Pure) -> Pure:
            assert name in EVERY
            assert name not in self.names, f"{name} has two checks"
            self._pure[name] = check
            return check

        return keep

    def live(self, name: str) -> Callable[[Live], Live]:
        def keep(check: Live) -> Live:
            assert name in EVERY
            assert name not in self.names, f"{name} has two checks"
            self._live[name] = check
            return check

        return keep

    async def hold(self, name: str, folder: Path) -> None:
        if name in self._pure:
            self._pure[name]()
        else:
            await self._live[name](folder)


def params(checks: Checks) -> list[ParameterSet]:
    """The names of the checks, for parametrize."""
    return [
        pytest.param(name, marks=pytest.mark.xfail(reason=NOT_MET[name], strict=True))
        if name in NOT_MET
        else pytest.param(name)
        for name in checks.names
    ]
