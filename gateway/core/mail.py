"""The nouns: what arrived, as values that never change.

Floor 0. Whatever a client wrote is kept out of repr(), so that a stray log
line or traceback cannot carry it.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

SegmentKind = Literal["subject", "new", "quote", "signature", "forwarded", "attachment"]
Protection = Literal["", "openpgp", "smime", "signed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Who handed us a message, for whom, and when (RFC 5321 §2.3.1).

    sender       reverse-path without <>; "" for the null sender of a bounce
    recipients   forward-paths, in RCPT order, at least one
    received_at  aware UTC; set by the inlet, never by the core
    peer, helo   address and name of the machine that spoke to us; "" unknown
    protocol     RFC 3848 word for our Received field: SMTP, ESMTP, ESMTPS, UTF8SMTP...
    smtputf8     the message was offered under RFC 6531
    """

    sender: str = field(repr=False)
    recipients: tuple[str, ...]
    received_at: datetime
    peer: str = field(default="", repr=False)
    helo: str = field(default="", repr=False)
    protocol: str = "ESMTP"
    smtputf8: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One header field: lower-case name, value unfolded and decoded for reading.

    start, end  its bytes in the raw message, its last CRLF included
    """

    name: str
    value: str = field(repr=False)
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One MIME part without parts of its own, as byte positions in the raw message.

    head_start..head_end   its own header block with the empty line that ends it;
                           both 0 for a message that is one single part
                           (its header block is then the message's)
    body_start..body_end   its encoded body, without the CRLF before the next boundary
    media_type             lower case, "text/plain" when none was given or it is broken
    charset                lower case as labelled, "" when none
    encoding               lower-case Content-Transfer-Encoding, "7bit" when none
    name                   safe to show: NFC, no controls, no path, <= 200 bytes; "" when none
    disposition            "attachment", "inline" or ""
    is_attachment          true for all that is not provably text or HTML to read,
                           and for text that came as a file
    is_document            an attachment whose words have to be read elsewhere (documents/)
    """

    head_start: int
    head_end: int
    body_start: int
    body_end: int
    media_type: str
    charset: str = ""
    encoding: str = "7bit"
    name: str = field(default="", repr=False)
    disposition: str = ""
    is_attachment: bool
    is_document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of readable text and where it stands; risk is judged on new text and subject.

    place  which attachment it is from, counted from 1; 0 for none
    """

    kind: SegmentKind
    text: str = field(repr=False)
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedMail:
    """One message, decoded as far as decoding is safe; the raw bytes stay the truth.

    fields      the header block of the message, in order, repeats kept
    body_start  first byte after the empty line that ends the header block
    leaves      in the order of the raw message; () when opaque
    segments    readable text in reading order, subject first
    opaque      why the structure was not read (a limit was passed), or ""
    protected   "openpgp"/"smime" encrypted, "signed" by either, "" plain
    unread      why some content could not be read as text: "encrypted", "image", ...;
                "document" until document.with_documents() adds the words of its documents
    defects     what the parser had to forgive
    """

    fields: tuple[Field, ...]
    body_start: int
    leaves: tuple[Leaf, ...] = ()
    segments: tuple[Segment, ...] = ()
    opaque: str = ""
    protected: Protection = ""
    unread: tuple[str, ...] = ()
    defects: tuple[str, ...] = ()

    def header(self, name: str) -> str | None:
        """First value of a field, or None; the name is case-insensitive."""
        wanted = name.lower()
        return next((f.value for f in self.fields if f.name == wanted), None)

    def headers(self, name: str) -> tuple[str, ...]:
        """All values of a field, in order."""
        wanted = name.lower()
        return tuple(f.value for f in self.fields if f.name == wanted)

    @property
    def attachments(self) -> tuple[Leaf, ...]:
        return tuple(leaf for leaf in self.leaves if leaf.is_attachment)
