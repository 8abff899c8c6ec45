"""Templates and facts to the text of a reply. The one place that knows jinja2.

What goes in: the therapist's policy, the time of receipt and the crisis lines. Nothing
of a client's message is ever passed here, so nothing of it can come out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateway.core.assessment import INTENTS
from gateway.core.policy import Policy
from gateway.core.practice import Line
from gateway.core.wording import words_problems
from gateway.core.wrap import flowed

TEXT_AT_MOST = 8_192
UNDELIVERED = "undelivered"
NEEDED = (*INTENTS, UNDELIVERED)
# The tables of the policy that replies may speak of; no keys, hosts or folders.
SPOKEN = (
    "practice",
    "agreement",
    "response",
    "booking",
    "portal",
    "cancelling",
    "resource",
    "update",
    "homework",
    "phone",
    "crisis",
    "urgent",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SAMPLE_DAY = datetime(2026, 3, 3, 14, 30, tzinfo=UTC)


class TemplateProblem(ValueError):
    """A template that cannot be used. line is 0 where none can be named."""

    def __init__(self, name: str, line: int, words: str) -> None:
        super().__init__(f"{name}:{line}: {words}")
        self.name = name
        self.line = line
        self.words = words


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates ready to render, by name without ending; those beginning with "_" are parts."""

    by_name: Mapping[str, Template]


def compile_templates(sources: Mapping[str, str]) -> Templates:
    """The templates of these sources (name without ending -> text).

    Errors: TemplateProblem for the first that is not well formed.
    """

    def source(name: str) -> tuple[str, str, None] | None:
        text = sources.get(name)
        return None if text is None else (text, name, None)

    env = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(source),
        undefined=StrictUndefined,
        autoescape=False,  # plain text: there is no markup to protect
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    env.globals.clear()
    env.filters["when"] = when
    compiled = {}
    for name in sorted(sources):
        try:
            compiled[name] = env.get_template(name)
        except TemplateSyntaxError as error:
            raise TemplateProblem(name, error.lineno, error.message or "is malformed") from error
    return Templates(compiled)


def render(templates: Templates, name: str, policy: Policy, facts: Mapping[str, object]) -> str:
    """The text of one reply: lines of at most 76 columns, one newline at the end.

    facts  received: aware time in the zone of the practice; lines: tuple[Line, ...];
           sealed: attachments are encrypted here
    Errors: TemplateProblem when the template speaks of what is not there, or is too long.
    """
    template = templates.by_name.get(name)
    if template is None:
        raise TemplateProblem(name, 0, "there is no such template")
    known = {table: getattr(policy, table) for table in SPOKEN}
    pieces, size = [], 0
    try:
        for piece in template.generate({**known, **facts}):
            size += len(piece.encode("utf-8"))
            if size > TEXT_AT_MOST:
                raise TemplateProblem(name, 0, f"gives more than {TEXT_AT_MOST} bytes")
            pieces.append(piece)
    except (TemplateError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        where, line = _place(error.__traceback__, frozenset(templates.by_name)) or (name, 0)
        raise TemplateProblem(where, line, _words(error)) from error
    return flowed("".join(pieces))


def lint(templates: Templates, policy: Policy, lines: Sequence[Line]) -> tuple[str, ...]:
    """What is wrong with the templates under this policy, for `gateway check`; () when nothing.

    Every reply is there, renders, carries the whole crisis block, and says nothing
    that a machine cannot keep. Each line reads "NAME:LINE: what is wrong".
    """
    found = [
        f"{name}:0: this template is missing" for name in NEEDED if name not in templates.by_name
    ]
    for name in sorted(templates.by_name):
        if name.startswith("_"):
            continue
        for sealed in (False, True):
            facts = {"received": SAMPLE_DAY, "lines": tuple(lines), "sealed": sealed}
            try:
                text = render(templates, name, policy, facts)
            except TemplateProblem as problem:
                found.append(str(problem))
                continue
            found.extend(f"{name}:0: {words}" for words in words_problems(text, lines))
    return tuple(dict.fromkeys(found))


def when(at: datetime) -> str:
    """ "Tuesday 3 March 2026 at 09:30 (EST)": no locale, and always with its zone."""
    zone = at.tzname() or "UTC"
    name = zone if zone[0].isalpha() else f"UTC{zone}"
    day = f"{WEEKDAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}"
    return f"{day} at {at:%H:%M} ({name})"


def _place(trace: TracebackType | None, names: frozenset[str]) -> tuple[str, int] | None:
    """Template and line of an error: jinja2 gives frames the name of the template."""
    place = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in names:
            place = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return place


def _words(error: Exception) -> str:
    """Plain words for the usual mistake: a name that is not there."""
    if isinstance(error, RecursionError):
        return "includes itself"
    text = str(error)
    missing = re.fullmatch(r"'(?:.*\.)?(\w+) object' has no attribute '(\w+)'", text)
    if missing:
        return f"{missing[1].lower()} has no key {missing[2]!r}"
    return text or type(error).__name__
