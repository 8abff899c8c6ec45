"""What the daemon says of itself: one line an event, to stderr, in text or JSON.

Ids, classes and counts only. Libraries below us may speak of addresses and
bodies, so only their warnings pass, and only ours carry more.
"""

import json
import logging
import sys
from datetime import UTC, datetime


class Text(logging.Formatter):
    """time level message; a line feed in a value cannot start a line of its own."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{_when(record)} {record.levelname.lower():7} {_one_line(record, self)}"


class Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        row = {
            "at": _when(record),
            "level": record.levelname.lower(),
            "from": record.name,
            "text": _one_line(record, self),
        }
        return json.dumps(row)


def set_up(level: str, form: str) -> None:
    """Log to stderr from now on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json() if form == "json" else Text())
    # Nobody reads these of each line, and they cost a system call.
    logging.logProcesses = logging.logThreads = logging.logMultiprocessing = False
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("gateway").setLevel(level.upper())
    # gpg's own words may name a file, and asyncio's tracebacks may quote a value.
    logging.getLogger("gnupg").setLevel(logging.CRITICAL)
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)


def _when(record: logging.LogRecord) -> str:
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _one_line(record: logging.LogRecord, formatter: logging.Formatter) -> str:
    text = record.getMessage()
    if record.exc_info:
        text = f"{text}\n{formatter.formatException(record.exc_info)}"
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c == "\n" else "?" for c in text)
