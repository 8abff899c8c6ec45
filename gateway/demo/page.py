"""The demo as one static page: inbox, what the client wrote, what the client got back.

Clients' words enter it as escaped text only; their HTML is never shown. It loads nothing and
runs nothing (see its Content-Security-Policy).
"""

from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from gateway.demo.story import Story, Totals


def page(stories: Sequence[Story], total: Totals, *, practice: str, written: datetime) -> str:
    """The whole page.

    practice  the therapist's name
    written   now, in her time zone
    """
    source = (files(__package__) / "page.html.j2").read_text("utf-8")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
    return template.render(
        stories=stories,
        total=total,
        practice=practice,
        when=f"{written:%A} {written.day} {written:%B %Y at %H:%M (%Z)}",
    )
