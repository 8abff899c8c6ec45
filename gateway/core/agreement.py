"""The contact policy as a page for the client agreement, in Markdown (CommonMark).

It is made from the same tables as the replies, so that what was agreed and what is answered
are one. A value of the policy is text: nothing in it is read as Markdown.
"""

import re
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateway.core.facts import Voice, shown, told, voice_of
from gateway.core.hotline import Line
from gateway.core.hours import DAYS
from gateway.core.locale import Locale, locale_of, primary, shipped
from gateway.core.policy import Policy
from gateway.core.practice import Hours
from gateway.core.render import MISTAKES, TemplateProblem, choice, place_of, words_of

NAME = "agreement"
# jinja2 calls a template without a name so.
UNNAMED = "<template>"
# Tables that this page tells of and replies do not.
ALSO_TOLD = ("hours", "privacy", "review")

# What CommonMark could take for markup within a line, and at its beginning.
INLINE = re.compile(r"[\\`*\[\]<]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
AT_START = re.compile(
    r"^( *)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|#{1,6}(?:\s|$)|>|[-=~]+ *$|~~~))"
)
SPACE = re.compile(r"[ \t\r\n\f\v]+")
# The star that begins a number ("*4141") opens nothing, since no star closes it.
STAR = re.compile(r"(^| )\\\*(?=\d)")
URL = re.compile(r"https?://[^\s<>\"]+")
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)


class _Markup(str):
    """Text that is Markdown already."""

    __slots__ = ()


def agreement_page(
    policy: Policy,
    source: str,
    *,
    tag: str,
    lines: Sequence[Line],
    directory: str,
    today: date,
) -> str:
    """The page, one newline at its end.

    source     of the template, in the language of `tag`
    lines      crisis lines as the replies show them today; directory  "" when none is needed
    Errors: TemplateProblem; ValueError when there is no such language.
    """
    voice = voice_of(policy, tag)
    env = _environment(voice, policy.practice.kind)
    try:
        text = env.from_string(source).render(_context(policy, voice, lines, directory, today))
    except TemplateSyntaxError as error:
        words = error.message or "is malformed"
        raise TemplateProblem(f"{tag}/{NAME}", error.lineno, words) from error
    except MISTAKES as error:
        _, line = place_of(error, [UNNAMED]) or ("", 0)
        raise TemplateProblem(f"{tag}/{NAME}", line, words_of(error)) from error
    bare = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", bare).strip("\n") + "\n"


def _context(
    policy: Policy, voice: Voice, lines: Sequence[Line], directory: str, today: date
) -> dict[str, Any]:
    also = {name: told(getattr(policy, name), voice.tag, voice.first) for name in ALSO_TOLD}
    seal = policy.seal
    return {
        **voice.tables,
        **also,
        "display_name": policy.reply.display_name,
        "window_days": policy.reply.window_days,
        "automatic": policy.reply.mode != "off",
        "sealed": "" if seal.scheme == "off" else seal.what,
        "languages": _languages(policy),
        "working_hours": _working_hours(policy.hours, voice, policy.practice.timezone),
        "lines": tuple(_line(line, voice) for line in lines),
        "has_emergency": any(line.kind == "emergency" for line in lines),
        "directory": directory,
        "today": today,
    }


def _line(line: Line, voice: Voice) -> Any:
    """As replies show it, and what there is room for on a page."""
    view = shown(line, voice)
    view.hours = view.hours or voice.locale.always
    view.free = line.free
    return view


def _languages(policy: Policy) -> tuple[str, ...]:
    """Their own names, when there is a choice."""
    tags = [tag for tag in policy.practice.languages if primary(tag) in shipped()]
    names = tuple(locale_of(tag).name for tag in tags)
    return names if len(names) > 1 else ()


def _working_hours(hours: Hours, voice: Voice, zone: str) -> str:
    """ "Monday to Thursday, 9 a.m. to noon (Toronto time)"; "" when there are none."""
    week = [(day[:3], getattr(hours, day)) for day in DAYS if getattr(hours, day)]
    parts = (
        f"{','.join(day for day, _ in days)} {','.join(spans)}"
        for spans, days in groupby(week, key=lambda one: one[1])
    )
    text = "; ".join(parts)
    return voice.locale.hours(text, zone) if text else ""


def _environment(voice: Voice, kind: str) -> ImmutableSandboxedEnvironment:
    def by_kind(solo: str, clinic: str) -> str:
        return clinic if kind == "clinic" else solo

    env = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,  # that would be of HTML; `finalize` is the one of Markdown
        finalize=_plain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.clear()
    env.filters |= {
        "clinic": by_kind,
        "choice": choice,
        "day": lambda on: _day(voice.locale, on),
        "dial": _dial,
        "link": _link,
        "working_days": voice.locale.working_days,
    }
    return env


def _day(locale: Locale, on: date) -> str:
    """ "March 3, 2026": a document's date goes without the weekday where that stands first."""
    return locale.day(on).removeprefix(locale.weekdays[on.weekday()]).lstrip(", \u00a0")


def _plain(value: object) -> str:
    """A value as Markdown that shows it letter by letter, in one line."""
    if isinstance(value, _Markup):
        return value
    return AT_START.sub(r"\1\2\\", _within(str(value)))


def _within(text: str) -> str:
    return INLINE.sub(r"\\\g<0>", SPACE.sub(" ", text))


def _dial(number: str) -> _Markup:
    """A number as it stands in the data; always after a word, never first in a line."""
    return _Markup(STAR.sub(r"\1*", _within(number)))


def _link(address: str) -> _Markup:
    """An address that can be followed, shown whole."""
    if URL.fullmatch(address) or ADDRESS.fullmatch(address):
        return _Markup(f"<{address}>")
    return _Markup(_plain(address))
