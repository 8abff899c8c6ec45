"""Documents of the tests, made by hand: good ones and hostile ones."""

import base64
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT_TYPE = "application/vnd.oasis.opendocument.text"

File = tuple[str, str, bytes]


def mail_with(*files: File, text: str = "Here is my homework.") -> bytes:
    """A mail with attachments, each (name, media type, content)."""
    lines = [
        "From: Jo <jo@client.example>", "To: <dana@clinic.example>", "Subject: homework",
        "Message-ID: <d1@client.example>", "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="=-d"', "", "--=-d",
        "Content-Type: text/plain; charset=utf-8", "", text,
    ]  # fmt: skip
    for name, kind, content in files:
        lines += ["--=-d", f'Content-Type: {kind}; name="{name}"']
        lines += [f'Content-Disposition: attachment; filename="{name}"']
        lines += ["Content-Transfer-Encoding: base64", ""]
        lines += base64.encodebytes(content).decode().splitlines()
    return "\r\n".join([*lines, "--=-d--", ""]).encode()


# ---- archives


def archive(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return whole.getvalue()


def docx(*paragraphs: str, **members: str | bytes) -> bytes:
    """A Word file. members: more of them, by their names under word/ with __ for a slash."""
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in paragraphs)
    more = {f"word/{name.replace('__', '/')}": content for name, content in members.items()}
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": word(body)} | more)


def word(body: str) -> str:
    return f"{DECLARATION}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"


def odt(*paragraphs: str, **members: str | bytes) -> bytes:
    return archive({"mimetype": ODT_TYPE, "content.xml": open_document(*paragraphs)} | members)


def open_document(*paragraphs: str) -> str:
    body = "".join(f"<text:p>{words}</text:p>" for words in paragraphs)
    return (
        f"{DECLARATION}<office:document-content {ODF}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )


# ---- RTF


def rtf(words: str) -> bytes:
    """As TextEdit writes it. words: with RTF's own marks for all beyond ASCII."""
    head = r"{\rtf1\ansi\ansicpg1252\cocoartf2709" "\n" r"{\fonttbl\f0\fswiss\fcharset0 Helvetica;}"
    return f"{head}\n{{\\colortbl;\\red255;}}\n\\f0\\fs24 \\cf0 {words}}}".encode("ascii")


# ---- PDF


def pdf(*pages: str, notes: str = "", image: bool = False, drawn: str = "") -> bytes:
    """A PDF of these pages.

    notes  annotations of the first page
    image  each page shows one
    drawn  lines on the last page
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    shown = "/XObject << /I0 << /Type /XObject /Subtype /Image >> >>" if image else ""
    for number, words in enumerate(pages):
        noted = f"/Annots [{notes}]" if notes and number == 0 else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            f" {noted} /Resources << /Font << /F1 3 0 R >> {shown} >> >>".encode()
        )
        objects.append(page_stream(words, drawn if number == count - 1 else ""))
    return joined(objects)


def page_stream(words: str, drawn: str = "") -> bytes:
    lines = [line.translate({40: "\\(", 41: "\\)", 92: "\\\\"}) for line in words.split("\n")]
    shown = "\n".join(f"({line}) Tj T*" for line in lines if line)
    return stream(f"BT /F1 12 Tf 14 TL 72 770 Td\n{shown}\nET\n{drawn}".encode("cp1252"))


def stream(
    content: bytes, entries: bytes = b"/Filter /FlateDecode", *, packed: bool = True
) -> bytes:
    body = zlib.compress(content, 9) if packed else content
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), entries, body)


def joined(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """The whole file around its objects, numbered from 1; the first is the catalog."""
    whole, places = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return whole + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, trailer, len(whole))
    )


def encrypted_pdf(words: str, password: str) -> bytes:
    """With a password to open it; "" for one that only forbids to print."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(words))))
    writer.encrypt(password, "owner", algorithm="AES-256")
    whole = BytesIO()
    writer.write(whole)
    return whole.getvalue()


# ---- hostile ones


def zip_bomb() -> bytes:
    """200 MiB in 200 KiB."""
    return archive({"word/document.xml": word(" " * 209_715_200)})


def with_doctype(subset: str, words: str) -> bytes:
    body = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    text = word(body).replace(DECLARATION, f"{DECLARATION}<!DOCTYPE w:document [{subset}]>")
    return archive({"word/document.xml": text})


def billion_laughs() -> bytes:
    rows = ['<!ENTITY a0 "lol">']
    rows += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return with_doctype("".join(rows), "&a9;")


def quadratic_blowup() -> bytes:
    return with_doctype(f'<!ENTITY a "{"x" * 100_000}">', "&a;" * 20_000)


def external_entity(address: str) -> bytes:
    return with_doctype(f'<!ENTITY a SYSTEM "{address}">', "&a;")


def stream_bomb() -> bytes:
    """A page whose stream inflates to 300 MiB, deflated twice."""
    twice = zlib.compress(zlib.compress(bytes(314_572_800), 9), 9)
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>"
    )
    filters = b"/Filter [/FlateDecode /FlateDecode]"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    return joined([catalog, pages, page, stream(twice, filters, packed=False)])


def looped_pages() -> bytes:
    """A page tree that comes back to itself."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    return joined([catalog, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>",
                   b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>"])  # fmt: skip


def deep_arrays() -> bytes:
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    return joined([catalog, b"<< /Type /Pages /Kids " + b"[" * 100_000 + b"]" * 100_000 + b" >>"])


def one_page_many_times(count: int) -> bytes:
    """A page tree with one page so often."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 " + font + b" >> >> >>"
    )
    return joined([catalog, kids, page, page_stream("I am so tired of it all")])


def image_junk() -> bytes:
    """A page that shows broken JBIG2 and JPEG 2000 images, and inlines one."""
    jbig2 = stream(b"\0\xff" * 50, b"/Subtype /Image /Filter /JBIG2Decode", packed=False)
    jpx = stream(b"\0\0\0\x0cjP  junk" * 50, b"/Subtype /Image /Filter /JPXDecode", packed=False)
    catalog = b"<< /Type /Catalog /Pages 2 0 R >>"
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
        b" /Resources << /XObject << /A 5 0 R /B 6 0 R >> >> >>"
    )
    shown = stream(b"/A Do /B Do BI /W 9 /H 9 /F /JPX ID \xff\xd8junk EI")
    return joined([catalog, pages, page, shown, jbig2, jpx])


def encrypted_docx() -> bytes:
    """How an office file with a password begins, and the name of the stream that holds it."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000)
        + "EncryptedPackage".encode("utf-16-le") + bytes(1_000)
    )  # fmt: skip


def deep_braces() -> bytes:
    return b"{\\rtf1 " + b"{" * 1_000_000 + b"I am here" + b"}" * 1_000_000 + b"}"
