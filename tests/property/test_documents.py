"""Promises of the reading of documents, whatever they are and whatever is said of them."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gateway.core.document import DocumentText, documents_of, with_documents
from gateway.core.parse import parse
from gateway.documents import office, rtf
from gateway.documents.findings import Findings, Unreadable
from gateway.documents.limits import CHARACTERS
from gateway.documents.reader import CODES, texts_in
from tests import documents as made

KINDS = ["application/pdf", made.DOCX_TYPE, "application/octet-stream", "text/plain", "image/png"]
NAMES = ["a.pdf", "a.docx", "a.txt", "a", "a.jpg"]
STARTS = [b"%PDF-", b"PK\3\4", b"{\\rtf", b"\x89PNG", b"", b"\xd0\xcf\x11\xe0"]
files = st.tuples(
    st.sampled_from(NAMES),
    st.sampled_from(KINDS),
    st.builds(bytes.__add__, st.sampled_from(STARTS), st.binary(max_size=40)),
)
codes = st.lists(st.sampled_from(sorted(CODES)), max_size=2).map(tuple)


@given(st.lists(files, max_size=4), st.data())
def test_words_are_only_added_and_nothing_unread_is_forgotten(
    attached: list[made.File], data: st.DataObject
) -> None:
    mail = parse(made.mail_with(*attached))
    numbers = [number for number, _ in documents_of(mail)]
    assert all(mail.attachments[number - 1].is_document for number in numbers)
    looked_at = data.draw(st.lists(st.sampled_from(numbers), unique=True)) if numbers else []
    texts = tuple(
        DocumentText(number=n, text=data.draw(st.text(max_size=20)), unread=data.draw(codes))
        for n in looked_at
    )
    after = with_documents(mail, texts)
    assert after.segments[: len(mail.segments)] == mail.segments
    assert {s.place for s in after.segments[len(mail.segments) :]} <= set(looked_at)
    assert set(mail.unread) - {"document"} <= set(after.unread)
    assert {code for text in texts for code in text.unread} <= set(after.unread)
    if set(numbers) - set(looked_at):
        assert "document" in after.unread
    assert after.leaves == mail.leaves


values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=4,
)
sayings = (
    st.fixed_dictionaries({"text": values})
    | st.fixed_dictionaries({"unread": values | st.sampled_from(sorted(CODES))})
    | st.just({"end": True})
    | values
)
lines = sayings.map(lambda said: json.dumps(said).encode()) | st.binary(max_size=20)


@given(st.lists(lines, max_size=12).map(b"\n".join), st.integers(1, 4))
def test_whatever_a_child_says_each_document_has_one_answer(told: bytes, count: int) -> None:
    texts = texts_in(told, range(1, count + 1))
    assert [text.number for text in texts] == list(range(1, len(texts) + 1))
    assert 1 <= len(texts) <= count
    assert {code for text in texts for code in text.unread} <= CODES
    ended = sum(line == b'{"end": true}' for line in told.split(b"\n"))
    assert ended >= sum("document" not in text.unread for text in texts)


good = st.sampled_from(
    [made.docx("I slept", "well"), made.odt("I slept"), made.rtf("I \\'e9 {\\b slept}")]
)


@given(good, st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=9)), max_size=6))
def test_a_damaged_document_gives_words_or_an_error_and_no_more(
    document: bytes, damage: list[tuple[float, bytes]]
) -> None:
    for share, new in damage:
        at = int(share * len(document))
        document = document[:at] + new + document[at + len(new) :]
    said: list[dict[str, Any]] = []
    read = rtf.read if document.startswith(b"{\\rtf") else office.read
    findings = Findings(said.append)
    try:
        read(document, findings)
    except Unreadable as why:
        findings.note(why.code)
    except Exception:  # noqa: BLE001 as the child does
        findings.note("document")
    assert sum(len(line.get("text", "")) for line in said) <= CHARACTERS
    assert {line["unread"] for line in said if "unread" in line} <= CODES
