"""Office files, Office Open XML and OpenDocument: XML in an archive, read as it is inflated.

No tree is built and no document type declaration is taken, so there are no entities to grow
and nothing outside to ask for.
"""

import re
import zipfile
from io import BytesIO
from xml.parsers import expat

from gateway.documents.findings import Findings, Unreadable
from gateway.documents.limits import CAPTION, DEPTH, INFLATED_BYTES, MEMBERS

# The members that hold words, those of the body first.
BODIES = re.compile(
    r"content\.xml|word/document\d*\.xml|xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"
    r"|ppt/slides/slide\d+\.xml"
)
ASIDES = re.compile(
    r"styles\.xml|word/(?:header|footer|footnotes|endnotes|comments)\d*\.xml"
    r"|ppt/notesSlides/notesSlide\d+\.xml"
)
PICTURES = re.compile(r"(?:(?:word|xl|ppt)/media|Pictures)/.")
MANIFEST = "META-INF/manifest.xml"
ENCRYPTED_FLAG = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
CHUNK = 65_536
# Words are handed over in pieces of about this many characters.
PIECE = 4_096

# Elements by their local names: what holds words in each family of formats, what parts them,
# and what is no text of the document. Fallback says again what stands beside it.
OPEN_DOCUMENT = frozenset(("p", "h"))
OPEN_XML = frozenset(("t",))
BLANKS = frozenset(("tab", "s"))
BREAKS = frozenset(("br", "cr", "line-break"))
ENDS = frozenset(("p", "h", "si", "is"))
UNREAD = frozenset(("Fallback", "tracked-changes", "creator", "date", "rPh"))


def read(data: bytes, findings: Findings) -> None:
    """Say the words of its body, then those around it."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except zipfile.BadZipFile as why:
        raise Unreadable("document") from why
    members = archive.infolist()
    if len(members) > MEMBERS:
        raise Unreadable("too-large")
    worded = [m for known in (BODIES, ASIDES) for m in members if known.fullmatch(m.filename)]
    if _is_encrypted(archive, worded):
        raise Unreadable("encrypted")
    if not worded:
        raise Unreadable("document")
    inflated = Inflated()
    for member in worded:
        _read_member(archive, member, inflated, findings)
    if findings.said < CAPTION and any(PICTURES.match(m.filename) for m in members):
        findings.note("image")


class Inflated:
    """What was inflated of one archive."""

    def __init__(self) -> None:
        self.room = INFLATED_BYTES

    def add(self, count: int) -> None:
        self.room -= count
        if self.room < 0:
            raise Unreadable("too-large")


def _is_encrypted(archive: zipfile.ZipFile, worded: list[zipfile.ZipInfo]) -> bool:
    """By the archive's own flag, or as OpenDocument says it (ODF 1.3 part 2 §4.8)."""
    if any(member.flag_bits & ENCRYPTED_FLAG for member in worded):
        return True
    if MANIFEST not in archive.namelist():
        return False
    with archive.open(MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(16 * CHUNK)


def _read_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, inflated: Inflated, findings: Findings
) -> None:
    if member.compress_type not in METHODS:
        raise Unreadable("document")
    words = Words(OPEN_XML if "/" in member.filename else OPEN_DOCUMENT, findings)
    with archive.open(member) as source:
        while chunk := source.read(CHUNK):
            inflated.add(len(chunk))
            words.parser.Parse(chunk, False)
    words.parser.Parse(b"", True)
    words.hand_over()


class Words:
    """Hears the elements of one XML file and says its words, line by line."""

    def __init__(self, worded: frozenset[str], findings: Findings) -> None:
        self.worded = worded
        self.findings = findings
        self.pieces: list[str] = []
        self.length = 0
        self.depth = self.within = 0
        self.unread_from = 0
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text

    def doctype(self, *_: object) -> None:
        raise Unreadable("document")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise Unreadable("document")
        local = name.rpartition(" ")[2]
        if local in UNREAD:
            self.unread_from = self.unread_from or self.depth
        elif local in self.worded:
            self.within += 1
        elif local in BLANKS:
            self.add(" ")
        elif local in BREAKS:
            self.add("\n")

    def end(self, name: str) -> None:
        local = name.rpartition(" ")[2]
        if self.unread_from == self.depth:
            self.unread_from = 0
        if local in self.worded:
            self.within -= 1
        if local in ENDS:
            self.add("\n")
        self.depth -= 1

    def text(self, words: str) -> None:
        if self.within:
            self.add(words)

    def add(self, words: str) -> None:
        if self.unread_from:
            return
        self.pieces.append(words)
        self.length += len(words)
        if self.length >= PIECE and words == "\n":
            self.hand_over()

    def hand_over(self) -> None:
        words = "".join(self.pieces)
        self.pieces.clear()
        self.length = 0
        self.findings.say(words)
