"""Which attachments are documents, what is read in them, and how it becomes part of the mail."""

from collections.abc import Callable
from typing import Any

import pytest

from gateway.core.document import DocumentText, documents_of, with_documents
from gateway.core.mail import ParsedMail
from gateway.core.parse import parse
from gateway.documents import office, pdf, rtf
from gateway.documents.findings import Findings, Unreadable
from gateway.documents.kinds import read_document
from gateway.documents.limits import CHARACTERS
from tests import documents as made
from tests.documents import DOCX_TYPE, File, mail_with
from tests.unit.mails import MIXED, TEXT, mixed

OCTETS = "application/octet-stream"
PNG = b"\x89PNG\r\n\x1a\n"
Read = Callable[[bytes, Findings], None]

# ---- which attachments are what: is it a document, and what is unread before anything is read

FILES: list[tuple[str, File, bool, tuple[str, ...]]] = [
    ("PDF by type", ("a", "application/pdf", b"%PDF-1.4"), True, ("document",)),
    ("called a PDF, by name", ("week.PDF", OCTETS, b"?"), False, ("file",)),
    ("called a PDF, by type", ("a", "application/pdf", b"?"), False, ("file",)),
    ("PDF by bytes", ("a", OCTETS, b"\n%PDF-1.4"), True, ("document",)),
    ("PDF under a false type", ("a.png", "image/png", b"%PDF-1.4"), True, ("document",)),
    ("DOCX by type", ("a", DOCX_TYPE, b"PK\3\4"), True, ("document",)),
    ("DOCX renamed by a filter", ("a.docx.bin", OCTETS, b"PK\3\4"), True, ("document",)),
    ("archive by bytes", ("a", OCTETS, b"PK\3\4"), True, ("document",)),
    ("ODT", ("a.odt", made.ODT_TYPE, b"PK\3\4"), True, ("document",)),
    ("RTF by its text type", ("a.rtf", "text/rtf", b"{\\rtf1 a}"), True, ("document",)),
    ("RTF as plain text", ("a.txt", "text/plain", b"{\\rtf1 a}"), True, ("document",)),
    ("old Word", ("a.doc", "application/msword", b"\xd0\xcf\x11\xe0"), True, ("document",)),
    ("text that is called Word", ("a.doc", "text/plain", b"I slept"), False, ()),
    ("rich text of old", ("a", "text/richtext", b"I <bold>slept</bold>"), False, ()),
    ("text file", ("a.txt", "text/plain", b"I slept"), False, ()),
    ("text file without a type", ("a.txt", OCTETS, b"I slept"), False, ()),
    ("invitation", ("a.ics", OCTETS, b"BEGIN:VCALENDAR"), False, ()),
    ("key", ("key.asc", "application/pgp-keys", b"-----BEGIN"), False, ()),
    ("unknown file", ("a.pages", OCTETS, b"?"), False, ("file",)),
    ("empty file", ("a.pages", OCTETS, b""), False, ()),
    ("logo", ("logo.png", "image/png", PNG + bytes(9_000)), False, ()),
    ("photo", ("IMG_1.jpg", "image/jpeg", b"\xff\xd8\xff" + bytes(90_000)), False, ("image",)),
    ("photo without a type", ("IMG_1.heic", OCTETS, bytes(90_000)), False, ("image",)),
    ("voice", ("memo.m4a", "audio/x-m4a", bytes(99)), False, ("audio",)),
    ("voice without a type", ("memo.m4a", OCTETS, bytes(99)), False, ("audio",)),
    ("film", ("a.mov", "video/quicktime", bytes(99)), False, ("video",)),
]


@pytest.mark.parametrize(
    ("file", "is_document", "unread"), [f[1:] for f in FILES], ids=[f[0] for f in FILES]
)
def test_what_an_attachment_is(file: File, is_document: bool, unread: tuple[str, ...]) -> None:
    mail = parse(mail_with(file))
    assert [leaf.is_document for leaf in mail.attachments] == [is_document]
    assert mail.unread == unread


RELATED = MIXED.replace(b"mixed", b"related")


@pytest.mark.parametrize(
    ("top", "size", "unread"),
    [
        (RELATED, 40_000, ()),
        (RELATED, 90_000, ("image",)),
        (MIXED, 40_000, ("image",)),
    ],
)
def test_an_image_shown_inside_the_html_may_be_larger(
    top: bytes, size: int, unread: tuple[str, ...]
) -> None:
    image = b"Content-Type: image/png\r\nContent-Id: <a>\r\n\r\n" + b"x" * size
    assert parse(mixed(TEXT, image, top=top)).unread == unread


def test_words_of_a_text_file_without_a_type_are_read() -> None:
    mail = parse(mail_with(("a.txt", OCTETS, b"I slept"), ("b.html", OCTETS, b"<p>and woke</p>")))
    assert [(s.kind, s.text, s.place) for s in mail.segments[2:]] == [
        ("attachment", "I slept", 1),
        ("attachment", "and woke", 2),
    ]


def test_a_document_in_a_forwarded_mail_is_told() -> None:
    inner = mail_with(("a.pdf", "application/pdf", b"%PDF-1.4"))
    mail = parse(mixed(TEXT, b"Content-Type: message/rfc822\r\n\r\n" + inner))
    assert mail.unread == ("file",)


# ---- words put into the mail


def read_mail() -> ParsedMail:
    pdf_file = ("a.pdf", "application/pdf", b"%PDF-1.4")
    return parse(mail_with(pdf_file, ("b.txt", "text/plain", b"b"), ("c", OCTETS, b"{\\rtf1 c}")))


def test_documents_are_numbered_as_a_person_counts() -> None:
    assert [number for number, _ in documents_of(read_mail())] == [1, 3]


MERGED = [  # name, texts, words of the documents, unread
    ("nothing was tried", (), [], ("document",)),
    (
        "all was read",
        (DocumentText(number=1, text="one\r\ntwo"), DocumentText(number=3, text="three")),
        [(1, "one\ntwo"), (3, "three")],
        (),
    ),
    (
        "one was not tried",
        (DocumentText(number=1, text="one"),),
        [(1, "one")],
        ("document",),
    ),
    (
        "one is an image, one was read in part",
        (
            DocumentText(number=1, text=" \n", unread=("image",)),
            DocumentText(number=3, text="three", unread=("too-large",)),
        ),
        [(3, "three")],
        ("image", "too-large"),
    ),
    (
        "controls and halves of characters",
        (DocumentText(number=1, text="a\0\x1b\ud83db"), DocumentText(number=3, text="")),
        [(1, "ab")],
        (),
    ),
]


@pytest.mark.parametrize(
    ("texts", "words", "unread"), [m[1:] for m in MERGED], ids=[m[0] for m in MERGED]
)
def test_their_words_become_segments(
    texts: tuple[DocumentText, ...], words: list[tuple[int, str]], unread: tuple[str, ...]
) -> None:
    before = read_mail()
    mail = with_documents(before, texts)
    assert mail.segments[: len(before.segments)] == before.segments
    added = mail.segments[len(before.segments) :]
    assert [(s.place, s.text) for s in added] == words
    assert {s.kind for s in added} <= {"attachment"}
    assert mail.unread == unread


def test_words_are_kept_out_of_repr() -> None:
    assert "slept" not in repr(DocumentText(number=1, text="I slept"))


# ---- reading

NOTE = "<< /Type /Annot /Subtype /FreeText /Contents (I wrote this on top) >>"
FIELD = "<< /Type /Annot /Subtype /Widget /T (q1) /V (typed into the form) >>"
KID = "<< /Type /Annot /Subtype /Widget /Parent << /T (q2) /V (typed below) >> >>"
FORM = FIELD + KID
LONG = "these are the words of a page that says enough to stand for itself, or nearly so"

WORDS: list[tuple[str, Read, bytes, str]] = [
    ("PDF", pdf.read, made.pdf("I can't\nsleep", "next page"), "I can't sleep next page"),
    ("PDF note", pdf.read, made.pdf("page", notes=NOTE), "page I wrote this on top"),
    ("PDF form", pdf.read, made.pdf("page", notes=FORM), "page typed into the form typed below"),
    ("PDF that may not be printed", pdf.read, made.encrypted_pdf("open to all", ""), "open to all"),
    ("DOCX", office.read, made.docx("I can't", "sleep &amp; cry"), "I can't sleep & cry"),
    (
        "DOCX with what stands around the body",
        office.read,
        made.docx(
            "body",
            **{
                "header1.xml": made.word("<w:p><w:r><w:t>head</w:t></w:r></w:p>"),
                "footnotes.xml": made.word("<w:p><w:r><w:t>note</w:t></w:r></w:p>"),
                "comments.xml": made.word("<w:p><w:r><w:t>comment</w:t></w:r></w:p>"),
                "settings.xml": made.word("<w:p><w:r><w:t>setting</w:t></w:r></w:p>"),
            },
        ),
        "body head note comment",
    ),
    (
        "DOCX that says a text box twice",
        office.read,
        made.archive({"word/document.xml": made.word(
            "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Choice>"
            "<mc:Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t>"
            "<w:instrText>PAGE</w:instrText><w:delText>gone</w:delText></w:r></w:p>"
        )}),
        "box a b c",
    ),
    ("DOCX, one word in two runs", office.read, made.archive({"word/document.xml": made.word(
        "<w:p><w:r><w:t>hope</w:t></w:r><w:r><w:t>less</w:t></w:r></w:p>")}), "hopeless"),
    ("ODT", office.read, made.odt("I <text:span>can't</text:span>", "a<text:s/>b<text:tab/>c"),
     "I can't a b c"),
    (
        "ODT with what was deleted",
        office.read,
        made.odt("kept", "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"),
        "kept",
    ),
    ("spreadsheet", office.read,
     made.archive({"xl/sharedStrings.xml": "<sst><si><t>one</t></si><si><t>two</t></si></sst>"}),
     "one two"),
    ("slides", office.read, made.archive({"ppt/slides/slide1.xml": "<s><p><t>one</t></p></s>"}),
     "one"),
    ("RTF", rtf.read, made.rtf("caf\\'e9 \\\nI can\\'92t \\b sleep\\b0"), "café I can’t sleep"),
    ("RTF beyond 16 bits", rtf.read, made.rtf("\\uc0\\u55357 \\u56842 "), "😊"),
    ("RTF footnote", rtf.read, made.rtf("a{\\footnote noted}"), "anoted"),
]  # fmt: skip


def told(read: Read, data: bytes) -> tuple[str, list[str]]:
    """(words, codes) of one document, read in this process."""
    lines: list[dict[str, Any]] = []
    findings = Findings(lines.append)
    try:
        read(data, findings)
    except Unreadable as why:
        findings.note(why.code)
    words = " ".join(" ".join(line.get("text", "") for line in lines).split())
    return words, [line["unread"] for line in lines if "unread" in line]


@pytest.mark.parametrize(
    ("read", "data", "words"), [w[1:] for w in WORDS], ids=[w[0] for w in WORDS]
)
def test_words_of_a_document(read: Read, data: bytes, words: str) -> None:
    assert told(read, data) == (words, [])


PICTURE = {"media__image1.jpeg": b"\xff\xd8\xff"}
MANIFEST = {"META-INF/manifest.xml": "<file><encryption-data/></file>"}
CODES: list[tuple[str, Read, bytes, str, list[str]]] = [
    ("PDF, scanned", pdf.read, made.pdf("", "", image=True), "", ["image"]),
    ("PDF, scanned with a caption", pdf.read, made.pdf("Scan 1", image=True), "Scan 1", ["image"]),
    ("PDF with a logo", pdf.read, made.pdf(LONG, image=True), LONG, []),
    ("PDF, an empty page at its end", pdf.read, made.pdf(LONG, ""), LONG, []),
    ("PDF without a page", pdf.read, made.pdf(), "", ["image"]),
    ("PDF with a password", pdf.read, made.encrypted_pdf("secret", "pw"), "", ["encrypted"]),
    ("PDF of too many pages", pdf.read, made.pdf(*["a"] * 201), " ".join("a" * 200), ["too-large"]),
    ("DOCX that is a photo", office.read, made.docx("below", **PICTURE), "below", ["image"]),
    ("DOCX with a picture", office.read, made.docx(LONG, **PICTURE), LONG, []),
    ("ODT with a password", office.read, made.odt("?", **MANIFEST), "", ["encrypted"]),
    ("plain archive", office.read, made.archive({"a.txt": "words"}), "", ["document"]),
    ("too many members", office.read, made.archive({str(n): "" for n in range(2_001)}), "",
     ["too-large"]),
    ("odd compression", office.read,
     made.archive({"word/document.xml": made.word("")}, method=14), "", ["document"]),
    ("RTF that is a picture", rtf.read, made.rtf("{\\pict\\pngblip 89504e47}"), "", ["image"]),
    ("old Word", read_document, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "", ["document"]),
    ("DOCX with a password", read_document, made.encrypted_docx(), "", ["encrypted"]),
    ("nothing of the kind", read_document, b"hello", "", ["document"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("read", "data", "words", "codes"), [c[1:] for c in CODES], ids=[c[0] for c in CODES]
)
def test_what_could_not_be_read_is_told(
    read: Read, data: bytes, words: str, codes: list[str]
) -> None:
    assert told(read, data) == (words, codes)


def test_handwriting_drawn_on_a_page_is_an_image() -> None:
    strokes = "1 1 m " + " ".join(f"{n * n % 593} {n * n * n % 839} l" for n in range(900)) + " S"
    data = made.pdf(LONG, "my week", drawn=strokes)
    assert told(pdf.read, data) == (f"{LONG} my week", ["image"])


def test_no_more_than_enough_is_handed_back() -> None:
    words, codes = told(office.read, made.docx(*["word " * 1_000] * 80))
    assert len(words) <= CHARACTERS
    assert len(words) > CHARACTERS * 0.9
    assert codes == ["too-large"]
