"""Public holidays of a place, as the library `holidays` knows them.

The library weighs 6 MiB in the daemon, and 13 with all its countries. It is needed once in ten
years, so a child process loads it, tells the days of a whole decade, and ends:
`python -I -m gateway.holiday`. Commands that end soon themselves do without the child (0.02 s
instead of 0.07). New or moved holidays come with a new version of the library.
"""

import json
import re
import subprocess
import sys
import warnings
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from gateway.errors import NeedsHuman, TryLater

CHILD = (sys.executable, "-I", "-m", "gateway.holiday")
CHILD_S = 30
REGION = re.compile(r"[A-Z0-9]{1,3}")
SHOWN_AT_MOST = 5


def holidays_of(code: str, years: Iterable[int], *, apart: bool = True) -> frozenset[date]:
    """The public holidays of a country or region in these years, with those moved to a weekday.

    code   "CA", "CA-ON", "GB-SCT"; "" has none
    apart  in a process of its own, for a caller that lives long

    Errors: NeedsHuman when no holidays are known for the place, in words that name near ones, and
    when the library is not as it should be; TryLater when the child could not be started.
    """
    if not code:
        return frozenset()
    found: set[date] = set()
    for year in years:
        decade = _decade(code, year - year % 10, apart)
        found.update(day for day in decade if day.year == year)
    return frozenset(found)


@cache
def _decade(code: str, first: int, apart: bool) -> frozenset[date]:
    # A refusal is not kept: an error leaves nothing in the cache.
    told = _told(code, first) if apart else worked_out(code, first)
    if "unknown" in told:
        raise NeedsHuman(told["unknown"])
    return frozenset(date.fromisoformat(day) for day in told["days"])


def _told(code: str, first: int) -> dict[str, Any]:
    """What the child answers. Errors: NeedsHuman, TryLater."""
    try:
        done = subprocess.run(
            CHILD,
            input=json.dumps({"code": code, "first": first}).encode(),
            capture_output=True,
            timeout=CHILD_S,
            cwd="/",
            env={},
        )
        if done.returncode == 0:
            return dict(json.loads(done.stdout))
        last_line = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
    except (OSError, subprocess.TimeoutExpired) as error:
        raise TryLater("the public holidays could not be read", detail=repr(error)) from None
    except ValueError:
        last_line = "no JSON"
    raise NeedsHuman("the public holidays could not be read", detail=last_line)


def worked_out(code: str, first: int) -> dict[str, Any]:
    """{"days": ["2026-01-01", ...]} of ten years, or {"unknown": words}."""
    country_code, dash, region = code.partition("-")
    country = _country(country_code)
    if country is None or (dash and region not in _regions(country)):
        return {"unknown": f"no holidays are known for {json.dumps(code)}; try {_near(code)}"}
    with warnings.catch_warnings():
        # Some calendars end sooner than the decade; the years before are right all the same.
        warnings.simplefilter("ignore")
        days = country(subdiv=region or None, years=range(first, first + 10))
    return {"days": sorted(day.isoformat() for day in days)}


def _country(code: str) -> Any:
    """The library's class for a country, from its own file; None for an unknown code.

    `holidays.country_holidays` would read the files of all countries first.
    """
    from holidays.registry import COUNTRIES

    module = next((module for module, names in COUNTRIES.items() if names[1] == code), None)
    package = find_spec("holidays")
    if module is None or package is None or package.origin is None:
        return None
    path = Path(package.origin).parent / "countries" / f"{module}.py"
    spec = spec_from_file_location(f"holidays.countries.{module}", path)
    assert spec is not None
    assert spec.loader is not None
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return getattr(loaded, code)


def _regions(country: Any) -> list[str]:
    """Its codes as in ISO 3166-2; the library has school zones and towns beside them."""
    return [region for region in country.subdivisions if REGION.fullmatch(region)]


def _near(code: str) -> str:
    """Codes that may be meant, "CA, CA-ON"."""
    from holidays.registry import COUNTRIES

    head, _, tail = code.partition("-")
    by_name = {name.casefold(): names[1] for names in COUNTRIES.values() for name in names}
    if (country_code := by_name.get(head.replace(" ", "").casefold())) is None:
        return "a code such as CA, CA-ON or GB-SCT"
    country = _country(country_code)
    regions = _regions(country)
    names = {name.casefold(): short for name, short in country.subdivisions_aliases.items()}
    names |= {short.casefold(): short for short in regions}
    close = [names[name] for name in get_close_matches(tail.casefold(), names, n=3)]
    meant = [region for region in dict.fromkeys(close) if region in regions]
    if tail and not meant:
        meant = regions
    codes = [country_code, *(f"{country_code}-{region}" for region in meant)]
    return ", ".join(codes[:SHOWN_AT_MOST]) + (", ..." if len(codes) > SHOWN_AT_MOST else "")


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(worked_out(asked["code"], asked["first"]), sys.stdout)
