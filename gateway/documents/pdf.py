"""PDF: the text of its pages, what was typed into its forms, and its notes."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice

from pypdf import PageObject, PdfReader, overwrite_configuration
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, TextStringObject

from gateway.documents.findings import Findings, Unreadable
from gateway.documents.limits import CAPTION, DEPTH, INFLATED_BYTES, PAGES

MOST_NOTES = 2_000
# What a few words and a frame around them take at most.
DRAWN_BYTES = 8_000


def read(data: bytes, findings: Findings) -> None:
    """Say its words page by page."""
    overwrite_configuration(
        zlib_maximum_output_length=INFLATED_BYTES,
        lzw_maximum_output_length=INFLATED_BYTES,
        run_length_maximum_output_length=INFLATED_BYTES,
        array_based_stream_maximum_output_length=INFLATED_BYTES,
        stream_decoding_work_maximum_length=2 * INFLATED_BYTES,
        page_tree_maximum_depth=DEPTH,
        jbig2dec_binary=None,
    )
    reader = PdfReader(BytesIO(data))
    # Many are encrypted only to forbid printing: anybody may open them.
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("encrypted")
    pictured = False
    for number, page in enumerate(reader.pages):
        if number == PAGES:
            raise Unreadable("too-large")
        words = _words(page, findings)
        pictured = pictured or (len(words) < CAPTION and _shows_more(page))
        findings.say(words)
        for note in _notes(page):
            findings.say(note)
    if pictured or not findings.said:
        findings.note("image")


def _words(page: PageObject, findings: Findings) -> str:
    """The text of one page; a broken page does not cost the others."""
    try:
        return page.extract_text()
    except Exception:  # noqa: BLE001 the library has no base class for what it raises
        findings.note("document")
        return ""


def _shows_more(page: PageObject) -> bool:
    """There is an image on the page, or much is drawn, as handwriting on a tablet is."""
    try:
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > DRAWN_BYTES:
            return True
    except Exception:  # noqa: BLE001 as above; too much is drawn to be looked at
        return True
    resources = _resolved(page.get("/Resources"))
    shown = _resolved(resources.get("/XObject")) if isinstance(resources, DictionaryObject) else 0
    if not isinstance(shown, DictionaryObject):
        return False
    found = (_resolved(each) for each in islice(shown.values(), MOST_NOTES))
    return any(isinstance(f, DictionaryObject) and f.get("/Subtype") == "/Image" for f in found)


def _notes(page: PageObject) -> Iterator[str]:
    """What was typed into the fields of a form on this page, and notes that were put there."""
    notes = _resolved(page.get("/Annots"))
    for note in notes[:MOST_NOTES] if isinstance(notes, ArrayObject) else ():
        note = _resolved(note)
        if not isinstance(note, DictionaryObject):
            continue
        above = _resolved(note.get("/Parent"))
        values = [note.get("/Contents"), note.get("/V")]
        if isinstance(above, DictionaryObject):
            values.append(above.get("/V"))
        yield from (str(v) for v in map(_resolved, values) if isinstance(v, TextStringObject))


def _resolved(found: object) -> object:
    return found.get_object() if isinstance(found, IndirectObject) else found
