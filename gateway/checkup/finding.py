"""What `gateway check` says of one thing it looked at."""

from dataclasses import dataclass
from typing import Literal

from gateway.errors import EdgeError


@dataclass(frozen=True, slots=True)
class Finding:
    """level  "error": mail cannot flow, or not safely, until it is mended; "warn": look at it soon
    what   the thing in a word or two; words: how it is; fix: what to do, "" for nothing
    """

    level: Literal["ok", "warn", "error"]
    what: str
    words: str
    fix: str = ""


def good(what: str, words: str) -> Finding:
    return Finding("ok", what, words)


def look(what: str, words: str, fix: str = "") -> Finding:
    return Finding("warn", what, words, fix)


def bad(what: str, words: str, fix: str = "") -> Finding:
    return Finding("error", what, words, fix)


def told(what: str, error: EdgeError) -> Finding:
    """An edge's own words; what to do about it is in its detail."""
    return bad(what, error.public, error.detail)
