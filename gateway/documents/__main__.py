"""The child: documents in by standard input, words out by standard output, one line of JSON each.

In: for each document four bytes of length, most significant first, and its bytes.
Out: {"text": words} and {"unread": code} as they are found, {"end": true} after each document.
"""

import json
import logging
import sys
from typing import BinaryIO

from gateway.documents.findings import Findings, Unreadable
from gateway.documents.limits import allow_one_more, confine


def main() -> None:
    confine()
    logging.disable()  # libraries would quote what they read
    from gateway.documents.kinds import read_document

    while (data := _next(sys.stdin.buffer)) is not None:
        allow_one_more()
        findings = Findings(_tell)
        try:
            read_document(data, findings)
        except Unreadable as why:
            findings.note(why.code)
        except MemoryError:
            findings.note("too-large")
        except Exception:  # noqa: BLE001 whatever is wrong with it costs it its own words
            findings.note("document")
        _tell({"end": True})


def _next(source: BinaryIO) -> bytes | None:
    length = source.read(4)
    if len(length) < 4:
        return None
    return source.read(int.from_bytes(length, "big"))


def _tell(words: dict[str, object]) -> None:
    line = json.dumps(words, ensure_ascii=False) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
