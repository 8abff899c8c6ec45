"""Whose words are these? A mail's text told apart into new, quoted, forwarded and signature.

One pass over the lines, each looked at once. Wrong labels have unlike prices: old words taken
for new cost a needless look, new words taken for old may cost a life. So what is not surely
old is new, and words of a person about herself below a signature are new again.
"""

import re
from collections.abc import Iterator, Sequence

from gateway.core.mail import Segment, SegmentKind

LONGEST_MARK = 300
ATTRIBUTION_LINES = 3
HEADER_BLOCK_LINES = 8
PARAGRAPH_LINES = 100

QUOTED = re.compile(r"[ \t]{0,4}(?:>|\|[ \t]|\|$)")
# How a mail program opens and closes the line above a quote.
OPENS = re.compile(r"[*\s]{0,3}(?:on|le|el|am|il|em|op|den|\d{1,4}[-./]\d)\b", re.IGNORECASE)
CLOSES = re.compile(
    r"(?:\b(?:wrote|writes|said|a écrit|a ecrit|écrivait|escribió|escribio"
    r"|ha scritto|escreveu|schrieb|schreef|skrev)\b.{0,160}:|>[ \t]?:)$",
    re.IGNORECASE,
)
OLD_BELOW = re.compile(
    r"[-_*=\s]{0,40}(?:original message|message d.origine|message original|mensaje original"
    r"|ursprüngliche nachricht|messaggio originale|mensagem original|oorspronkelijk bericht)"
    r"[-_*=:\s]{0,40}$",
    re.IGNORECASE,
)
FORWARDED_BELOW = re.compile(
    r"[-_*=>\s]{0,40}(?:begin forwarded message|forwarded message|forwarded by .{1,100}"
    r"|message transféré|début du message (?:réexpédié|transféré)"
    r"|mensaje reenviado|inicio del mensaje reenviado|weitergeleitete nachricht"
    r"|anfang der weitergeleiteten nachricht|messaggio inoltrato|mensagem encaminhada"
    r"|doorgestuurd bericht)[-_*=:\s]{0,40}$",
    re.IGNORECASE,
)
FROM_LINE = re.compile(
    r"[*\s]{0,3}(?:from|de|von|da|van|expéditeur)[*\s\u00a0]{0,3}:", re.IGNORECASE
)
HEADER_LINE = re.compile(
    r"[*\s]{0,3}(?:sent|date|to|cc|subject|envoyé|date d.envoi|à|objet|enviado(?: el)?|fecha"
    r"|para|asunto|gesendet|datum|an|betreff|reply-to|importance)[*\s\u00a0]{0,3}:",
    re.IGNORECASE,
)
# The first words of all that is looked for here: most lines begin with none of them, and so
# cost one look.
FIRST_WORDS = frozenset(
    ("on", "le", "el", "am", "il", "em", "op", "den", "from", "de", "von", "da", "van")
    + ("expéditeur", "original", "message", "mensaje", "ursprüngliche", "messaggio", "mensagem")
    + ("oorspronkelijk", "begin", "forwarded", "début", "inicio", "anfang", "weitergeleitete")
    + ("doorgestuurd", "sent", "get", "download", "envoyé", "téléchargez", "télécharger")
    + ("obtenir", "enviado", "obtener", "gesendet", "inviato", "verzonden")
)
# One line that a telephone or a mail program adds, and what it names itself.
PROGRAM_LINE = re.compile(
    r"[*_ \t]{0,3}(?:sent (?:from|via|with|using|by)(?: my)?|(?:get|download) outlook for"
    r"|envoyé (?:de|depuis|à partir de|avec)(?: mon)?|(?:télécharge[rz]|obtenir) outlook pour"
    r"|enviado (?:desde|con|d[oe])(?: mi)?|obtener outlook para|von meinem|gesendet (?:von|mit)"
    r"|inviato da|verzonden vanaf)\b",
    re.IGNORECASE,
)
PROGRAM_NAME = re.compile(
    r"iphone|ipad|android|samsung|galaxy|phone|mobile|mail|outlook|yahoo|proton|blackberry|huawei"
    r"|windows|device|pixel|tablet|téléphone|teléfono|móvil|handy|xiaomi|\bios\b|\bapp\b",
    re.IGNORECASE,
)
PROGRAM_LINE_AT_MOST = 80
# A paragraph of business secrecy, or of name, title and number, is no longer than this.
SECRECY_AT_MOST = 4_000
SIGNATURE_AT_MOST = 600
SECRECY = re.compile(r"confidenti?al|confidentiel|vertraulich|riservat", re.IGNORECASE)
ADDRESSEE = re.compile(
    r"recipient|addressee|privileged|destinatai?r|empfänger|disclos|divulg|unauthori[sz]ed"
    r"|not intended for you",
    re.IGNORECASE,
)
# Words of someone who speaks, which a block of name, title and number has none of.
SPEAKING = re.compile(
    r"\b(?:[ijm]['\u2019]|(?:i|im|ive|myself|my|me|we|he|she|je|moi|mon|mes|nous|elle|yo|mi|mis|nos"
    r"|ich|mich|mir|mein|wir|p\.?s)\b)",
    re.IGNORECASE,
)
SURELY_A_DATE = re.compile(r"@|\b\d{4}\b|\d:\d\d")
SECRECY_HINTS = ("onfiden", "ertraulich", "iservat")
DASHES = re.compile(r"(?:--|\u2014|\u2013)[ \t]*$")


def told_apart(text: str) -> list[Segment]:
    """The text as segments in reading order; together they hold every line but blank ones.

    text  lines ended by LF, quotes marked by ">" as html_to_text() writes them too
    """
    scanner = _Scanner(text.replace("\u00a0", " "))
    return list(_joined(scanner.lines, scanner.kinds()))


def _joined(lines: Sequence[str], kinds: Sequence[SegmentKind]) -> Iterator[Segment]:
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or kinds[at] != kinds[start]:
            text = "\n".join(lines[start:at])
            if text and not text.isspace():
                yield Segment(kind=kinds[start], text=text.strip("\n"))
            start = at


class _Scanner:
    """One kind for each line.

    old        the kind of all that follows, once an earlier mail stands below without marks
    quoted     the kind of the run of quoted lines that is open
    signed     a signature is open
    paragraph  the kind of the paragraph that is open
    has_new    something stands there that is new
    secret     words of secrecy stand somewhere in the text
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.found: list[SegmentKind] = []
        self.old: SegmentKind | None = None
        self.quoted: SegmentKind = "quote"
        self.signed = False
        self.paragraph: SegmentKind | None = None
        self.has_new = False
        self.secret = any(hint in text.lower() for hint in SECRECY_HINTS)

    def kinds(self) -> list[SegmentKind]:
        while len(self.found) < len(self.lines):
            at = len(self.found)
            line = self.lines[at]
            if not line or line.isspace():
                self.found.append(self.found[-1] if self.found else "new")
                self.paragraph = None
            elif not line[0].isalpha() and _is_quoted(line):
                self._add_quoted(line)
            elif self.old:
                self.found.append(self.old)
            elif not _is_notable(line):
                self._add_prose(at)
            elif not self._opens_old(at, line):
                self._add_own(at, line)
        return self.found

    def _add_quoted(self, line: str) -> None:
        if self.found and self.found[-1] != self.quoted:
            self.quoted = "quote"
        if len(line) < LONGEST_MARK and FORWARDED_BELOW.match(line.lstrip("> \t|")):
            self.quoted = "forwarded"
        self.found.append(self.old or self.quoted)
        self.signed, self.paragraph = False, None

    def _opens_old(self, at: int, line: str) -> bool:
        """Take the line or lines above an earlier mail; False when these are none."""
        if len(line) > LONGEST_MARK:
            return False
        count, sure = 1, True
        kind: SegmentKind = "quote"
        if FORWARDED_BELOW.match(line):
            kind = "forwarded"
        elif not (OLD_BELOW.match(line) or self._is_header_block(at, line)):
            count, sure = self._attribution(at, line)
        if not count:
            return False
        marked = self._is_marked(at + count)
        if not (sure or marked):
            return False
        self.found += [kind] * count
        self.quoted = kind
        if not marked:
            self.old = kind if self.has_new else "forwarded"
            self.found[-count:] = [self.old] * count
        self.signed, self.paragraph = False, None
        return True

    def _is_header_block(self, at: int, line: str) -> bool:
        """From, Sent, To, Subject: how Outlook heads the mail that stands below."""
        if not FROM_LINE.match(line):
            return False
        below = self.lines[at + 1 : at + HEADER_BLOCK_LINES]
        return sum(HEADER_LINE.match(other) is not None for other in below) >= 2

    def _attribution(self, at: int, line: str) -> tuple[int, bool]:
        """(how many lines "On ... wrote:" takes, 0 for none; whether nothing else can be meant)."""
        most = ATTRIBUTION_LINES if OPENS.match(line) else 1
        whole = ""
        for count, other in enumerate(self.lines[at : at + most], start=1):
            if not other.strip() or _is_quoted(other) or len(other) > LONGEST_MARK:
                break
            whole = f"{whole} {other.strip()}"
            if whole.rstrip("* \t").endswith(":") and CLOSES.search(whole.rstrip("* \t")):
                return count, most > 1 and SURELY_A_DATE.search(whole) is not None
        return 0, False

    def _is_marked(self, at: int) -> bool:
        """The next line that is not empty is marked as quoted."""
        for line in self.lines[at : at + HEADER_BLOCK_LINES]:
            if line.strip():
                return _is_quoted(line)
        return False

    def _add_own(self, at: int, line: str) -> None:
        if len(line) < LONGEST_MARK and DASHES.match(line):
            self.signed, self.paragraph = True, None
            self.found.append("signature")
            return
        if _is_program_line(line):
            self.found.append("signature")
            return
        self._add_prose(at)

    def _add_prose(self, at: int) -> None:
        if self.paragraph is None:
            self.paragraph = self._paragraph(at)
        self.has_new = self.has_new or self.paragraph == "new"
        self.found.append(self.paragraph)

    def _paragraph(self, at: int) -> SegmentKind:
        """Signature or new: by all lines up to the next empty or quoted one."""
        if not self.signed and not self.secret:
            return "new"
        own: list[str] = []
        size = 0
        for line in self.lines[at : at + PARAGRAPH_LINES]:
            if not line.strip() or _is_quoted(line) or DASHES.match(line):
                break
            if size > SECRECY_AT_MOST:
                break
            if not _is_program_line(line):
                own.append(line)
                size += len(line)
        text = "\n".join(own)
        if size > SECRECY_AT_MOST or SPEAKING.search(text):
            self.signed = False
        elif SECRECY.search(text) and ADDRESSEE.search(text):
            return "signature"
        elif size > SIGNATURE_AT_MOST:
            self.signed = False
        return "signature" if self.signed else "new"


def _is_notable(line: str) -> bool:
    """It may be more than prose."""
    if line[-1] in ": \t*":
        return True
    word = line.split(None, 1)[0].strip("*_:").lower()
    return word in FIRST_WORDS or not word.isalnum() or word[0].isdigit()


def _is_quoted(line: str) -> bool:
    return QUOTED.match(line) is not None and not line.startswith(">From ")


def _is_program_line(line: str) -> bool:
    if len(line) > PROGRAM_LINE_AT_MOST:
        return False
    found = PROGRAM_LINE.match(line)
    if not found or not PROGRAM_NAME.search(line, found.end()):
        return False
    return not SPEAKING.search(line, found.end())
