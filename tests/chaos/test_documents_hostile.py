"""Hostile documents: each costs at most its own words, and the process that reads it is bound."""

import asyncio
import json
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from gateway.core.document import DocumentText
from gateway.core.parse import parse
from gateway.documents.limits import ADDRESS_SPACE, CPU_S
from gateway.documents.reader import CHILD, DocumentReader
from tests import documents as made
from tests.documents import mail_with

OCTETS = "application/octet-stream"
GOOD = made.docx("I slept well")
LEAK = "the words of the file outside"

Told = list[tuple[str, tuple[str, ...]]]


def program(source: str) -> tuple[str, ...]:
    """A child that does this instead of reading."""
    return (sys.executable, "-I", "-c", source)


async def read(
    *documents: bytes, command: Sequence[str] = CHILD, document_s: float = 6, whole_s: float = 12
) -> tuple[DocumentText, ...]:
    raw = mail_with(*((f"{number}.pdf", OCTETS, data) for number, data in enumerate(documents)))
    reader = DocumentReader(command=command, document_s=document_s, whole_s=whole_s)
    return await reader.read(raw, parse(raw))


def told(texts: tuple[DocumentText, ...]) -> Told:
    return [(text.text.strip(), text.unread) for text in texts]


UNREAD, LARGE = ("document",), ("too-large",)
HOSTILE = [  # name, document, words, unread
    ("archive of 200 MiB in 200 KiB", made.zip_bomb(), "", LARGE),
    ("a billion laughs", made.billion_laughs(), "", UNREAD),
    ("one long entity, often", made.quadratic_blowup(), "", UNREAD),
    ("entity from a web server", made.external_entity("http://127.0.0.1:9/a"), "", UNREAD),
    (
        "XML nested deeply",
        made.archive({"content.xml": "<a>" * 9_999 + "</a>" * 9_999}),
        "",
        UNREAD,
    ),
    ("archive cut short", GOOD[:150], "", UNREAD),
    ("PDF stream of 300 MiB", made.stream_bomb(), "", ("image",)),
    ("page tree in a loop", made.looped_pages(), "", UNREAD),
    ("PDF nested deeply", made.deep_arrays(), "", UNREAD),
    ("half a million pages", made.one_page_many_times(500_000), "", UNREAD),
    ("broken images", made.image_junk(), "", ("image",)),
    ("PDF cut short", made.pdf("I slept")[:300], "", UNREAD),
    ("RTF nested deeply", made.deep_braces(), "I am here", ()),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(9_000), "", UNREAD),
    ("noise that begins as a PDF", b"%PDF-1.7\n" + os.urandom(90_000), "", UNREAD),
    ("noise that begins as an archive", b"PK\3\4" + os.urandom(90_000), "", UNREAD),
    ("RTF made to take long", b"{\\rtf1 " + b"{\\field{\\*\\fldinst{" * 40_000, "", UNREAD),
]


@pytest.mark.parametrize(
    ("document", "words", "unread"), [h[1:] for h in HOSTILE], ids=[h[0] for h in HOSTILE]
)
async def test_it_costs_its_own_words_only(
    document: bytes, words: str, unread: tuple[str, ...]
) -> None:
    begun = time.monotonic()
    assert told(await read(document, GOOD)) == [(words, unread), ("I slept well", ())]
    assert time.monotonic() - begun < 12


async def test_what_many_pages_say_first_is_kept() -> None:
    (text,) = await read(made.one_page_many_times(300))
    assert text.text.startswith("I am so tired of it all")
    assert text.unread == LARGE


async def test_no_entity_brings_a_file_in(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text(LEAK)
    hostile = made.external_entity(outside.as_uri())
    assert told(await read(hostile)) == [("", UNREAD)]


async def test_a_document_over_the_limit_is_not_even_sent() -> None:
    large = b"%PDF-1.4" + bytes(17_000_000)
    assert told(await read(large, GOOD)) == [("", LARGE), ("I slept well", ())]


async def test_only_so_many_documents_are_read() -> None:
    texts = await read(*[GOOD] * 12)
    assert sorted(told(texts)) == [("", LARGE)] * 2 + [("I slept well", ())] * 10


# ---- children that do not behave

BAD_CHILDREN = [  # name, what it does
    ("never ends", "while True: pass"),
    ("never ends and says nothing more", "import os, time\nos.close(1)\nwhile True: pass"),
    ("ends itself", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"),
    ("eats memory", "from gateway.documents.limits import confine\nconfine()\n'x' * 10**9"),
    ("speaks in tongues", "print('{{{{')"),
    ("says more than words", "print('{\"text\": 7}')"),
    ("says a code of its own", 'print(\'{"unread": "I was here"}\')'),
    ("talks without end", "while True: print('{\"text\": \"' + 'x' * 9999 + '\"}')"),
    ("is nested deeply", "print('[' * 100000)"),
]


@pytest.mark.parametrize("source", [b[1] for b in BAD_CHILDREN], ids=[b[0] for b in BAD_CHILDREN])
async def test_a_bad_child_is_ended_and_the_mail_goes_on(source: str) -> None:
    begun = time.monotonic()
    (text,) = await read(GOOD, command=program(source), document_s=0.5)
    assert "document" in text.unread
    assert not set(text.text) - {"x", "\n"}
    assert time.monotonic() - begun < 5


async def test_what_was_said_before_the_end_is_kept() -> None:
    source = (
        'import os\nprint(\'{"text": "first"}\\n{"end": true}\\n{"text": "sec"}\','
        " flush=True)\nos.abort()"
    )
    texts = await read(GOOD, GOOD, command=program(source))
    assert told(texts) == [("first", ()), ("sec", UNREAD)]


async def test_a_program_that_is_not_there_leaves_the_document_unread(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert await read(GOOD, command=("/nowhere/python",)) == ()
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


async def together(count: int, source: str, whole_s: float) -> list[tuple[DocumentText, ...]]:
    raw = mail_with(("a.pdf", OCTETS, GOOD))
    reader = DocumentReader(command=program(source), document_s=whole_s, whole_s=whole_s)
    return await asyncio.gather(*(reader.read(raw, parse(raw)) for _ in range(count)))


async def test_a_mail_waits_for_its_turn_only_so_long() -> None:
    begun = time.monotonic()
    results = await together(12, "while True: pass", 0.6)
    assert time.monotonic() - begun < 6 * 0.6
    assert {unread for texts in results for _, unread in told(texts)} <= {UNREAD}


async def test_two_children_at_once() -> None:
    source = (
        "import time\nbegun = time.monotonic()\nwhile time.monotonic() - begun < 0.1: pass\n"
        'print(\'{"text": "%f %f"}\\n{"end": true}\' % (begun, time.monotonic()))'
    )
    results = await together(6, source, 12)
    spans = [tuple(map(float, texts[0].text.split())) for texts in results]
    together_at = [sum(begun <= at < ended for begun, ended in spans) for at, _ in spans]
    assert max(together_at) == 2


# ---- what binds a child

STATE = """
import json, os, resource
from gateway.documents.limits import allow_one_more, confine, seal
held = sorted(os.listdir("/proc/self/fd"), key=int)[:-1]
confine(); seal(); allow_one_more()
def tried(what):
    try:
        what()
    except BaseException as error:
        return type(error).__name__
    return "done"
limits = {n: resource.getrlimit(getattr(resource, n)) for n in dir(resource) if n[:7] == "RLIMIT_"}
print(json.dumps({"text": json.dumps({
    "held": held, "environment": sorted(os.environ), "folder": os.getcwd(), "limits": limits,
    "write": tried(lambda: open(PLACE, "w").write("x" * 99_999)),
    "memory": tried(lambda: bytearray(10**9)),
    "descriptors": tried(lambda: [os.dup(0) for _ in range(99)]),
})}))
print('{"end": true}')
"""


async def test_the_child_is_bound_and_inherits_nothing(tmp_path: Path) -> None:
    place = tmp_path / "written"
    with TemporaryFile() as ours:
        os.set_inheritable(ours.fileno(), True)
        source = f"PLACE = {str(place)!r}\n{STATE}"
        (text,) = await read(GOOD, command=program(source))
    state = json.loads(text.text)
    assert state["held"] == ["0", "1", "2"]
    assert set(state["environment"]) <= {"LC_CTYPE"}
    assert state["folder"] == "/"
    assert (state["write"], state["memory"]) == ("OSError", "MemoryError")
    assert state["descriptors"] == "OSError"
    assert place.read_bytes() == b""
    limits = state["limits"]
    assert limits["RLIMIT_AS"] == [ADDRESS_SPACE, ADDRESS_SPACE]
    assert limits["RLIMIT_CPU"][0] <= CPU_S + 1
    for name in ("RLIMIT_CORE", "RLIMIT_FSIZE", "RLIMIT_NPROC"):
        assert limits[name] == [0, 0]
