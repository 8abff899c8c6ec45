"""The text of attached documents as a part of the mail; what reads them is documents/."""

from dataclasses import dataclass, field, replace

from gateway.core.mail import Leaf, ParsedMail, Segment
from gateway.core.reading import CONTROLS

# The code of a document that nobody has read, or that cannot be read.
UNREAD = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """What was read of one attached document.

    number  which attachment of the mail it is, counted from 1
    text    as much as could be read, "" for nothing
    unread  why something of it could not be read, () when all was: "document" broken or of a
            kind that is not read, "encrypted", "image" pages without text, "too-large"
    """

    number: int
    text: str = field(repr=False)
    unread: tuple[str, ...] = ()


def documents_of(mail: ParsedMail) -> tuple[tuple[int, Leaf], ...]:
    """The attachments that can be read as documents, with their numbers."""
    numbered = enumerate(mail.attachments, start=1)
    return tuple((number, leaf) for number, leaf in numbered if leaf.is_document)


def with_documents(mail: ParsedMail, texts: tuple[DocumentText, ...]) -> ParsedMail:
    """The mail with the words of its documents as segments; what has no text here stays unread."""
    if not texts:
        return mail
    codes = {code for document in texts for code in document.unread}
    if {number for number, _ in documents_of(mail)} - {document.number for document in texts}:
        codes.add(UNREAD)
    segments = tuple(
        Segment(kind="attachment", text=words, place=document.number)
        for document in texts
        if (words := _clean(document.text))
    )
    return replace(
        mail,
        segments=(*mail.segments, *segments),
        unread=tuple(sorted((set(mail.unread) - {UNREAD}) | codes)),
    )


def _clean(text: str) -> str:
    return CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
