"""Templates and facts to the text of a reply. The one place that knows jinja2.

A template is named LANGUAGE/NAME: "en/booking". A folder of a full tag ("fr-FR/booking") goes
before that of its language, file by file; parts (names with "_") likewise.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gateway.core.facts import Facts, Voice, context_of
from gateway.core.locale import primary

TEXT_AT_MOST = 8_192
# What a template's own mistake can raise.
MISTAKES = (
    TemplateError,
    TypeError,
    AttributeError,
    LookupError,
    ValueError,
    ArithmeticError,
    RecursionError,
)


class TemplateProblem(ValueError):
    """A template that cannot be used. line is 0 where none can be named."""

    def __init__(self, name: str, line: int, words: str) -> None:
        super().__init__(f"{name}:{line}: {words}")
        self.name = name
        self.line = line
        self.words = words


class Templates:
    """Reply templates by name without ending; each is compiled when it is first needed.

    sources  name -> text
    """

    def __init__(self, sources: Mapping[str, str]) -> None:
        self.sources = sources
        self._env = _Environment(self._source)

    def get(self, tag: str, name: str) -> Template:
        """Errors: TemplateProblem when it is not there or not well formed."""
        try:
            return self._env.get_template(f"{tag}/{name}")
        except TemplateSyntaxError as error:
            where = error.name or f"{tag}/{name}"
            raise TemplateProblem(where, error.lineno, error.message or "is malformed") from error
        except TemplateNotFound as error:
            raise TemplateProblem(f"{tag}/{name}", 0, "there is no such template") from error

    def _source(self, name: str) -> tuple[str, str, None] | None:
        tag, _, rest = name.partition("/")
        for found in (name, f"{primary(tag)}/{rest}"):
            if found in self.sources:
                return self.sources[found], found, None
        return None


class _Environment(ImmutableSandboxedEnvironment):
    """A part is looked for beside the template that includes it."""

    def __init__(self, source: Any) -> None:
        super().__init__(
            loader=FunctionLoader(source),
            undefined=StrictUndefined,
            autoescape=False,  # plain text: there is no markup to protect
            keep_trailing_newline=True,
            trim_blocks=True,
            lstrip_blocks=True,
            cache_size=-1,
            auto_reload=False,
        )
        self.globals.clear()
        self.filters |= {"moment": _moment, "day": _day, "choice": choice}
        self.filters["working_days"] = _working_days

    def join_path(self, template: str, parent: str) -> str:
        return template if "/" in template else f"{parent.partition('/')[0]}/{template}"


def render(templates: Templates, name: str, voice: Voice, facts: Facts) -> str:
    """The words of one reply in one language, as the template gives them: not yet flowed.

    Errors: TemplateProblem when the template speaks of what is not there, or is too long.
    """
    template = templates.get(voice.tag, name)
    pieces, size = [], 0
    try:
        for piece in template.generate(context_of(voice, facts)):
            size += len(piece.encode("utf-8"))
            if size > TEXT_AT_MOST:
                break
            pieces.append(piece)
    except MISTAKES as error:
        where, line = place_of(error, templates.sources) or (f"{voice.tag}/{name}", 0)
        raise TemplateProblem(where, line, words_of(error)) from error
    if size > TEXT_AT_MOST:
        raise TemplateProblem(name, 0, f"gives more than {TEXT_AT_MOST} bytes")
    return "".join(pieces)


@pass_context
def _moment(context: Context, at: datetime) -> str:
    return str(context["locale"].moment(at))


@pass_context
def _day(context: Context, on: date) -> str:
    return str(context["locale"].day(on))


@pass_context
def _working_days(context: Context, count: int) -> str:
    return str(context["locale"].working_days(count))


def choice(values: Sequence[str], words: Mapping[str, str], last: str) -> str:
    """ "illness, bad weather or emergencies": each value by its word, `last` before the last."""
    told = [words[value] for value in values]
    return last.join(filter(None, (", ".join(told[:-1]), *told[-1:])))


def place_of(error: Exception, names: Iterable[str]) -> tuple[str, int] | None:
    """Template and line of an error: jinja2 gives frames the name of the template."""
    trace, known, place = error.__traceback__, frozenset(names), None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in known:
            place = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return place


def words_of(error: Exception) -> str:
    """Plain words for the usual mistake: a name that is not there."""
    if isinstance(error, RecursionError):
        return "includes itself"
    text = str(error)
    if isinstance(error, KeyError):
        return f"there is no {text}"
    missing = re.fullmatch(r"'(?:.*\.)?(\w+) object' has no attribute '(\w+)'", text)
    if missing:
        return f"{missing[1].lower()} has no key {missing[2]!r}"
    return text or type(error).__name__
