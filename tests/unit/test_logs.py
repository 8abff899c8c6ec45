"""One event is one line, whatever stands in it."""

import json
import logging

import pytest

from gateway.logs import Json, Text

ODD = "kept\r\n2026-01-01 error forged line\x1b[31m\x00\u202e"


def record(text: str, error: Exception | None = None) -> logging.LogRecord:
    info = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord("gateway.door", logging.INFO, "f", 1, "%s", (text,), info)
    made.created = 1_772_548_200.5
    return made


def test_text_is_time_level_and_message() -> None:
    line = Text().format(record("abc kept, 12 bytes"))
    assert line == "2026-03-03T14:30:00.500Z info    abc kept, 12 bytes"


@pytest.mark.parametrize("form", [Text(), Json()], ids=["text", "json"])
@pytest.mark.parametrize("error", [None, RuntimeError("KeyError")], ids=["plain", "with error"])
def test_no_value_starts_a_line_or_speaks_to_the_terminal(
    form: logging.Formatter, error: Exception | None
) -> None:
    line = form.format(record(ODD, error))
    assert line.isprintable()


def test_json_can_be_read_back() -> None:
    row = json.loads(Json().format(record('say "hello"')))
    assert row == {
        "at": "2026-03-03T14:30:00.500Z",
        "level": "info",
        "from": "gateway.door",
        "text": 'say "hello"',
    }
