"""Fuzzing of the parser: broken mails without end, and none may raise or be slow.

    python tests/fuzz/fuzz_parse.py [--seconds 300] [--seed N] [FILE ...]

With FILEs, each is read once, to see a failure again. A failing input is saved beside the
current folder as fuzz-parse-NAME.eml and the program ends with 1.
"""

import argparse
import hashlib
import random
import re
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from gateway.core.line_ends import normalised
from gateway.core.mail import ParsedMail
from gateway.core.parse import parse
from gateway.core.splice import leaf_body, replace_ranges

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SLOW_S_PER_MIB = 2.0
# Below this a pause of the machine counts for more than our own time.
LEAST_S = 0.2
LARGEST = 1_048_576
UNSAFE = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e]")

TYPES = ("text/plain", "text/html", "image/png", "message/rfc822", "application/pkcs7-mime")
MULTIPARTS = ("mixed", "alternative", "related", "signed", "encrypted", "digest", "report")
LINES = [
    b"Content-Type: multipart/mixed; boundary=b", b"Content-Type: text/plain; charset=utf-16",
    b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable",
    b"Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1*=%A9", b"", b"--b",
    b"--b--",
    b" folded", b"\t", b"no colon here", b"Subject: =?utf-8?b?4oCu?= =?x?q?=00?=", b"> quoted",
    b"On Mon, 2 Mar 2026, A <a@x.example> wrote:", b"From: A", b"Sent: 1", b"To: B", b"-- ",
    b"-----Original Message-----", b"begin 644 a.txt", b"#86)C", b"-----BEGIN PGP MESSAGE-----",
    b"<div><blockquote><b>", b"</div>", b"<a ", b"&#x110000;", b"=?utf-8?q?" * 20, b"(" * 200,
]  # fmt: skip

Mutation = Callable[[random.Random, bytes, list[bytes]], bytes]


def invented(rnd: random.Random, depth: int = 0) -> bytes:
    """A mail, mostly well formed, of random parts."""
    end = b"\r\n"
    if depth < 4 and rnd.random() < 0.5:
        mark = rnd.choice([b"b", b"bb", b"=_x%d" % depth, b"--b"])
        kind = rnd.choice(MULTIPARTS).encode()
        head = b"Content-Type: multipart/" + kind + b'; boundary="' + mark + b'"' + end + end
        parts = [invented(rnd, depth + 1) for _ in range(rnd.randrange(4))]
        body = b"".join(b"--" + mark + end + part + end for part in parts)
        return head + body + (b"--" + mark + b"--" + end if rnd.random() < 0.8 else b"")
    lines = [rnd.choice(LINES) for _ in range(rnd.randrange(12))]
    head = b"Content-Type: " + rnd.choice(TYPES).encode() + end
    return b"Subject: s" + end + head + end + end.join(lines) + rnd.randbytes(rnd.randrange(40))


def cut(rnd: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    at = rnd.randrange(len(raw) + 1)
    return raw[:at] if rnd.random() < 0.5 else raw[at:]


def spliced(rnd: random.Random, raw: bytes, seeds: list[bytes]) -> bytes:
    other = rnd.choice(seeds)
    return raw[: rnd.randrange(len(raw) + 1)] + other[rnd.randrange(len(other) + 1) :]


def doubled(rnd: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    start, end = sorted(rnd.randrange(len(raw) + 1) for _ in range(2))
    times = rnd.choice([2, 3, 50, 2_000])
    return raw[:start] + raw[start:end][: LARGEST // times] * times + raw[end:]


def flipped(rnd: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    new = bytearray(raw)
    for _ in range(rnd.randrange(1, 9) if new else 0):
        new[rnd.randrange(len(new))] = rnd.choice(b'\0\r\n\t -:;="()<>\\?\xff\xc3=')
    return bytes(new)


def with_line(rnd: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    lines = raw.split(b"\r\n")
    at = rnd.randrange(len(lines) + 1)
    lines[at:at] = [rnd.choice(LINES)] * rnd.choice([1, 1, 1, 2, 300])
    return b"\r\n".join(lines)


def without_line(rnd: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    lines = raw.split(b"\r\n")
    del lines[rnd.randrange(len(lines))]
    return b"\r\n".join(lines)


def boundary_game(rnd: random.Random, raw: bytes, _: list[bytes]) -> bytes:
    """A delimiter of the mail's own, somewhere, complete or not."""
    marks = [line for line in raw.split(b"\r\n") if line.startswith(b"--")]
    mark = rnd.choice(marks) if marks else b"--b"
    mark = rnd.choice([mark, mark + b"--", mark[:-1], mark + b"x", mark + b" ", b"\r\n" + mark])
    at = rnd.randrange(len(raw) + 1)
    return raw[:at] + b"\r\n" + mark + b"\r\n" + raw[at:]


MUTATIONS: tuple[Mutation, ...] = (
    cut, spliced, doubled, flipped, with_line, without_line, boundary_game, boundary_game,
)  # fmt: skip


def check(raw: bytes, mail: ParsedMail) -> None:
    """The promises that the rest of the gateway builds on."""
    done = 0
    for leaf in mail.leaves:
        assert done <= leaf.body_start <= leaf.body_end <= len(raw), "leaves overlap"
        assert not leaf.head_end or done <= leaf.head_start <= leaf.head_end == leaf.body_start
        done = leaf.body_end
        leaf_body(raw, leaf)
    same = [(x.body_start, x.body_end, raw[x.body_start : x.body_end]) for x in mail.leaves]
    assert replace_ranges(raw, same) == raw, "identity edits changed the message"
    assert all(not UNSAFE.search(f.value) for f in mail.fields), "unsafe value"
    assert not mail.opaque or mail.leaves == ()


def problem(raw: bytes) -> str:
    """What is wrong with the reading of one input, or ""."""
    allowed = max(LEAST_S, SLOW_S_PER_MIB * len(raw) / 1_048_576)
    took = 0.0
    for _ in range(3):
        begun = time.process_time()
        try:
            check(raw, parse(raw))
        except Exception:  # noqa: BLE001 that is what we look for
            return traceback.format_exc()
        took = time.process_time() - begun
        if took <= allowed:
            return ""
    return f"slow, three times: {took:.2f} s for {len(raw)} bytes"


def failed(raw: bytes, what: str) -> None:
    path = Path(f"fuzz-parse-{hashlib.sha256(raw).hexdigest()[:12]}.eml")
    path.write_bytes(raw)
    sys.exit(f"{what}\nsaved as {path}")


def fuzz(seconds: float, seed: int) -> int:
    """How many inputs were read until the time was over; ends the program at a failure."""
    rnd = random.Random(seed)
    seeds = [invented(rnd) for _ in range(300)]
    if CORPUS.is_dir():
        seeds += [normalised(path.read_bytes()) for path in sorted(CORPUS.rglob("*.eml"))]
    until = time.monotonic() + seconds
    count = 0
    for raw in seeds:
        if what := problem(raw):
            failed(raw, what)
    while time.monotonic() < until:
        raw = rnd.choice(seeds)
        for _ in range(rnd.choice([1, 1, 2, 3, 6])):
            raw = rnd.choice(MUTATIONS)(rnd, raw, seeds)[:LARGEST]
        if rnd.random() < 0.9:
            raw = normalised(raw)
        if what := problem(raw):
            failed(raw, what)
        count += 1
        if rnd.random() < 0.01:
            seeds[rnd.randrange(300)] = raw[:20_000]
    return count


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--seconds", type=float, default=300)
    options.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    options.add_argument("files", nargs="*", type=Path)
    given = options.parse_args()
    for path in given.files:
        print(path, problem(path.read_bytes()) or "is read well")
    if not given.files:
        print(f"seed {given.seed}, {given.seconds:.0f} s")
        print(f"{fuzz(given.seconds, given.seed)} mails read, none failed")


if __name__ == "__main__":
    main()
