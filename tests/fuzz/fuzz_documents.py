"""Fuzzing of documents: broken ones without end; a good one beside them is read whole, in time.

    python -m tests.fuzz.fuzz_documents [--seconds 300] [--seed N] [FILE ...]

With FILEs, each is read once, to see a failure again. Documents that fail are saved beside the
current folder as fuzz-document-NAME and the program ends with 1.
"""

import argparse
import asyncio
import hashlib
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from gateway.core.document import DocumentText
from gateway.core.parse import parse
from gateway.documents.limits import ADDRESS_SPACE, CHARACTERS
from gateway.documents.reader import CODES, WHOLE_S, DocumentReader
from tests import documents as made

TOGETHER = 5
LARGEST = 300_000
SLACK_S = 3.0
GOOD_WORDS = "this one is whole"
GOOD = made.docx(GOOD_WORDS)
WORDS = "I slept badly, and on Monday I did not want to get up. (It passed.)"
NOTE = "<< /Type /Annot /Subtype /FreeText /Contents (noted) >>"
PIECES = [
    b"%PDF-1.7", b"PK\3\4", b"PK\1\2", b"{\\rtf1", b"{\\*\\shppict", b"\\bin9999 ",
    b"\\u-10179 ?", b"endobj", b"stream\n", b"/Kids [2 0 R]", b"/Length 99999999", b"/Prev 0",
    b"/Filter [/FlateDecode /LZWDecode]", b"startxref\n9\n", b"<< /Parent 3 0 R >>", b"[" * 500,
    b"(" * 500, b"{" * 500, b"<w:t>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"\0" * 99,
    b"\xff" * 99, b"-1", b"4294967296",
]  # fmt: skip

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def seeds() -> list[bytes]:
    member = {"word/document.xml": made.word(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>")}
    stored = made.archive(member, method=0)
    return [
        made.pdf(WORDS, WORDS, notes=NOTE), made.pdf(WORDS, image=True), made.image_junk(),
        made.encrypted_pdf(WORDS, ""), made.looped_pages(), made.docx(WORDS, WORDS), stored,
        made.odt(WORDS), made.rtf(WORDS), made.rtf("{\\field{\\*\\fldinst{HYPERLINK \"a\"}}{b}}"),
        made.billion_laughs(), made.encrypted_docx(),
    ]  # fmt: skip


def cut(rnd: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + data[at + rnd.randrange(200) :]


def put(rnd: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + rnd.choice(PIECES) + data[at:]


def flipped(rnd: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    new = bytearray(data)
    for _ in range(rnd.randrange(1, 9) if new else 0):
        new[rnd.randrange(len(new))] = rnd.randrange(256)
    return bytes(new)


def doubled(rnd: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    start, end = sorted(rnd.randrange(len(data) + 1) for _ in range(2))
    times = rnd.choice([2, 3, 50, 2_000])
    return data[:start] + data[start:end][: LARGEST // times] * times + data[end:]


def spliced(rnd: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = rnd.choice(others)
    return data[: rnd.randrange(len(data) + 1)] + other[rnd.randrange(len(other) + 1) :]


def renumbered(rnd: random.Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """One digit of the file made another: lengths, places, references."""
    digits = [at for at, byte in enumerate(data[:20_000]) if 48 <= byte <= 57]
    if not digits:
        return data
    at = rnd.choice(digits)
    return data[:at] + rnd.choice([b"0", b"9", b"-", b"99", b""]) + data[at + 1 :]


MUTATIONS: tuple[Mutation, ...] = (cut, put, flipped, doubled, spliced, renumbered, renumbered)


def mutated(rnd: random.Random, found: Sequence[bytes]) -> bytes:
    data = rnd.choice(found)
    for _ in range(rnd.choice([1, 1, 2, 3, 6])):
        data = rnd.choice(MUTATIONS)(rnd, data, found)[:LARGEST]
    return data


async def read(*documents: bytes) -> tuple[DocumentText, ...]:
    files = ((f"{n}.pdf", "application/pdf", data) for n, data in enumerate(documents))
    raw = made.mail_with(*files)
    return await DocumentReader().read(raw, parse(raw))


def problem(documents: Sequence[bytes]) -> str:
    """What is wrong with the reading of these and of a good one behind them, or ""."""
    begun = time.monotonic()
    texts = asyncio.run(read(*documents, GOOD))
    took = time.monotonic() - begun
    if took > WHOLE_S + SLACK_S:
        return f"slow: {took:.1f} s"
    if took < WHOLE_S and (len(texts) <= len(documents) or texts[-1].text.strip() != GOOD_WORDS):
        return "the good one beside it was not read"
    if any(len(t.text) > 2 * CHARACTERS or not CODES.issuperset(t.unread) for t in texts):
        return "more words or other codes than there may be"
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1_024 > ADDRESS_SPACE:
        return "more memory than there may be"
    return ""


def failed(documents: Sequence[bytes], what: str) -> None:
    for data in documents:
        path = Path(f"fuzz-document-{hashlib.sha256(data).hexdigest()[:12]}")
        path.write_bytes(data)
        print(f"saved as {path}")
    sys.exit(what)


def fuzz(seconds: float, seed: int) -> int:
    """How many documents were read until the time was over; ends the program at a failure."""
    rnd, found = random.Random(seed), seeds()
    until = time.monotonic() + seconds
    count = 0
    while time.monotonic() < until:
        documents = [mutated(rnd, found) for _ in range(TOGETHER)]
        if what := problem(documents):
            failed(documents, what)
        count += TOGETHER
    return count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    options.add_argument("files", nargs="*", type=Path)
    given = options.parse_args()
    for path in given.files:
        print(path, problem([path.read_bytes()]) or "is read well")
    if not given.files:
        print(f"seed {given.seed}, {given.seconds:.0f} s")
        print(f"{fuzz(given.seconds, given.seed)} documents read, none failed")


if __name__ == "__main__":
    main()
