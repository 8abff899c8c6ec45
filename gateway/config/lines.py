"""On which line each key and table of a TOML file stands; tomllib does not say."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping

from gateway.core.policy_values import Path, dotted

SPACE = re.compile(r"[ \t]*")
BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?!")|'
    r"'''.*?'''(?!')|"
    r'"(?:[^"\\\n]|\\.)*"|'
    r"'[^'\n]*'",
    re.S,
)
BARE = re.compile(r"[^,\]}#\n]*")


def places(text: str) -> Mapping[str, int]:
    """Dotted key -> line, both counted from 1: "inlet.2.port", 'recipients."ann@x.example"'.

    text  a document that tomllib has read without an error
    """
    return _Scan(text).lines


class _Scan:
    def __init__(self, text: str) -> None:
        self.lines: dict[str, int] = {}
        self._text = text
        self._at = 0
        self._ends = [m.start() for m in re.finditer("\n", text)]
        self._tables: dict[Path, int] = {}
        self._document()

    def _document(self) -> None:
        table: Path = ()
        self._skip(BLANK)
        while self._at < len(self._text):
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(BLANK)

    def _header(self) -> Path:
        """[table] or [[table]]: the path of what follows."""
        start, many = self._at, self._text.startswith("[[", self._at)
        self._at += 2 if many else 1
        path: Path = ()
        for name in self._key():
            path = self._newest((*path, name))
            self._mark(path, start)
        if many:
            # The last step names the list; a table opened now is its next element.
            path = path[:-1] if isinstance(path[-1], int) else path
            self._mark(path, start)
            self._tables[path] = self._tables.get(path, 0) + 1
            path = self._newest(path)
        self._mark(path, start)
        self._at += 2 if many else 1
        return path

    def _newest(self, path: Path) -> Path:
        count = self._tables.get(path)
        return path if count is None else (*path, count - 1)

    def _pair(self, table: Path) -> None:
        start = self._at
        path = table
        for name in self._key():
            path = (*path, name)
            self._mark(path, start)
        self._at += 1  # the sign "="
        self._skip(SPACE)
        self._value(path)

    def _key(self) -> list[str]:
        names = []
        while True:
            self._skip(SPACE)
            word = self._take(KEY)
            names.append(_plain(word))
            self._skip(SPACE)
            if self._text[self._at] != ".":
                return names
            self._at += 1

    def _value(self, path: Path) -> None:
        first = self._text[self._at]
        if first == "[":
            self._list(path)
        elif first == "{":
            self._inline_table(path)
        elif first in "\"'":
            self._take(STRING)
        else:
            self._take(BARE)

    def _list(self, path: Path) -> None:
        self._at += 1
        self._skip(BLANK)
        number = 0
        while self._text[self._at] != "]":
            self._mark((*path, number), self._at)
            self._value((*path, number))
            number += 1
            self._skip_comma()
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        self._skip(BLANK)
        while self._text[self._at] != "}":
            self._pair(path)
            self._skip_comma()
        self._at += 1

    def _skip_comma(self) -> None:
        self._skip(BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._skip(BLANK)

    def _mark(self, path: Path, at: int) -> None:
        self.lines.setdefault(dotted(path), 1 + bisect_left(self._ends, at))

    def _skip(self, pattern: re.Pattern[str]) -> None:
        self._take(pattern)

    def _take(self, pattern: re.Pattern[str]) -> str:
        """What stands here; the document was read before, so that something does."""
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"no TOML at character {self._at}")
        self._at = found.end()
        return found.group()


def _plain(key: str) -> str:
    if key[0] not in "\"'":
        return key
    (name,) = tomllib.loads(f"{key} = 0")
    return name
