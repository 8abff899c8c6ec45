"""Everything that a policy's replies are made from, read from disk; and the proof of them.

The daemon, `gateway check`, `preview` and `replay` all make their replies here.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from gateway import __version__
from gateway.config.read import Config
from gateway.core.crisis import ANYWHERE
from gateway.core.crisis_data import data_version
from gateway.core.hotline import Line
from gateway.core.hours import Calendar, years_needed
from gateway.core.policy import Policy
from gateway.core.render import Templates
from gateway.core.speak import Speaker
from gateway.holiday import holidays_of
from gateway.resources import read_lines, read_templates, shipped_templates


def open_speaker(config: Config, *, apart: bool) -> Speaker:
    """The words of this policy's replies.

    apart  public holidays are read in a process of its own (holiday.py)
    Errors: ConfigError when a template or a data file cannot be read.
    """
    return speaker_of(config.policy, read_templates(config.base), read_lines(), apart=apart)


def plain_speaker(policy: Policy) -> Speaker:
    """Replies that need nothing but the program itself: shipped templates, no public holidays."""
    made = speaker_of(policy, shipped_templates(), read_lines(), apart=True)
    bare = Calendar(hours=policy.hours, holidays=frozenset(), away=policy.away)
    return replace(made, calendar=lambda _: bare)


def speaker_of(
    policy: Policy, sources: Mapping[str, str], lines: tuple[Line, ...], *, apart: bool
) -> Speaker:
    """The same from values that were read, perhaps years ago."""
    return Speaker(
        policy=policy,
        templates=Templates(sources),
        lines=_of_country(lines),
        calendar=_calendars(policy, apart=apart),
        sealed=policy.seal.scheme != "off",
    )


def edition_of(config: Config, speaker: Speaker) -> dict[str, Any]:
    """All that decides what a reply says, as JSON values, to be kept (store/editions.py)."""
    lines = read_lines()
    content = {
        "policy": config.text,
        "templates": dict(speaker.templates.sources),
        "lines": [asdict(line) for line in lines],
        "lines_version": data_version(lines),
        "program": __version__,
    }
    plain: dict[str, Any] = json.loads(json.dumps(content, default=date.isoformat))
    return plain


def _of_country(lines: tuple[Line, ...]) -> Callable[[str], tuple[Line, ...]]:
    by_country: dict[str, list[Line]] = {}
    for line in lines:
        by_country.setdefault(line.place.partition("-")[0], []).append(line)

    def rows(place: str) -> tuple[Line, ...]:
        here = by_country.get(place.partition("-")[0], ())
        return (*here, *by_country.get(ANYWHERE, ()))

    return rows


def _calendars(policy: Policy, *, apart: bool) -> Callable[[date], Calendar]:
    by_year: dict[int, Calendar] = {}

    def calendar(day: date) -> Calendar:
        if day.year not in by_year:
            years = years_needed(date(day.year, 12, 31))
            holidays = holidays_of(policy.hours.holidays, years, apart=apart)
            by_year[day.year] = Calendar(hours=policy.hours, holidays=holidays, away=policy.away)
        return by_year[day.year]

    return calendar
