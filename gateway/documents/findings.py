"""What is found in a document while it is read, within the limits, told as it is found."""

import time
from collections.abc import Callable

from gateway.documents.limits import CHARACTERS, WORK_S

Tell = Callable[[dict[str, object]], None]


class Unreadable(Exception):
    """Why no more of this document can be read.

    code  "document", "encrypted" or "too-large"
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Findings:
    """The words and codes of one document. Errors of say(): Unreadable when it is enough.

    said  how many characters
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._room = CHARACTERS
        self._until = time.process_time() + WORK_S
        self.said = 0

    def say(self, text: str) -> None:
        """More words, a line or a page; a process that ends later has handed them over."""
        if text and not text.isspace():
            self.said += len(text)
            self._tell({"text": text[: self._room]})
        self._room -= len(text)
        if self._room <= 0 or time.process_time() > self._until:
            raise Unreadable("too-large")

    def note(self, code: str) -> None:
        """Something that cannot be read, while the rest can."""
        self._tell({"unread": code})
