"""Bytes to text by an allow-list of charsets, and the encoded words of RFC 2047.

A label is a stranger's word. Python would look it up among all of its codecs, rot13, zlib
and idna too; here it only picks from this table.
"""

import re

from gateway.core.transfer import decode_base64, decode_q

# Labels without punctuation, and the Python codec each is read by. ASCII and ISO-8859-1 are
# read as windows-1252, and some others as their larger kin, as mail programs do.
LABELS = {
    "utf_8": "utf8 unicode11utf8 utf8mb4", "utf_7": "utf7 unicode11utf7",
    "utf_16": "utf16 unicode ucs2", "utf_16_le": "utf16le", "utf_16_be": "utf16be iso10646ucs2",
    "utf_32": "utf32 ucs4", "utf_32_le": "utf32le", "utf_32_be": "utf32be",
    "cp1252": "usascii ascii ansix341968 iso646us us ansi iso88591 latin1 l1",
    "cp1254": "iso88599 latin5", "cp874": "iso885911 tis620 windows874 cp874",
    "iso8859_2": "latin2", "iso8859_15": "latin9", "iso8859_8": "iso88598i iso88598e",
    "koi8_r": "koi8r koi8", "koi8_u": "koi8u koi8ru", "ptcp154": "ptcp154", "kz1048": "kz1048",
    "mac_roman": "macintosh mac macroman xmacroman", "mac_cyrillic": "xmaccyrillic maccyrillic",
    "gb18030": "gb18030 gb2312 gbk xgbk cp936 windows936 euccn gb231280", "hz": "hz hzgb2312",
    "big5hkscs": "big5 big5hkscs xbig5 cnbig5 cp950",
    "cp932": "shiftjis sjis xsjis windows31j cp932 mskanji", "euc_jp": "eucjp xeucjp ujis",
    "iso2022_jp_2": "iso2022jp iso2022jp1 iso2022jp2", "iso2022_jp_2004": "iso2022jp2004",
    "iso2022_jp_3": "iso2022jp3", "iso2022_jp_ext": "iso2022jpext", "iso2022_kr": "iso2022kr",
    "cp949": "euckr cp949 ksc56011987 ksc5601 ksx1001 uhc windows949", "johab": "johab",
    "cp037": "cp037 ibm037", "cp500": "cp500 ibm500", "cp1140": "cp1140 ibm1140",
}  # fmt: skip
ISO_8859 = (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)
DOS = (437, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869)
CODECS = {label: codec for codec, labels in LABELS.items() for label in labels.split()}
CODECS |= {f"iso8859{n}": f"iso8859_{n}" for n in ISO_8859}
CODECS |= {f"{name}{n}": f"cp{n}" for n in range(1250, 1259) for name in ("windows", "cp", "xcp")}
CODECS |= {f"{name}{n}": f"cp{n}" for n in DOS for name in ("ibm", "cp")}

LONGEST_LABEL = 40
PUNCTUATION = re.compile(r"[^a-z0-9]+")
# In these, bytes below 128 need not be ASCII letters.
SHIFTING = frozenset(("utf_7", "hz", "cp037", "cp500", "cp1140"))
NOT_TEXT = re.compile("[\ud800-\udfff]")
NOT_ASCII = re.compile(rb"[\x80-\xff]+")
WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")


def codec_of(label: str) -> str:
    """The Python codec for a charset label; "" for a label that is none of ours."""
    if len(label) > LONGEST_LABEL:
        return ""
    return CODECS.get(PUNCTUATION.sub("", label.lower()), "")


def decode(data: bytes, label: str) -> tuple[str, bool]:
    """(text, sure); never raises.

    label  charset as it was given, "" for none
    sure   False when the text may be wrong: label unknown or not fitting, bytes of no known kind
    """
    codec = codec_of(label)
    if data.isascii() and _is_ascii_in(codec, data):
        return data.decode("ascii"), True
    if codec and codec not in ("utf_8", "cp1252"):
        text = data.decode(codec, "replace").removeprefix("\ufeff")
        wrong = text.count("\ufffd")
        if wrong * 10 <= len(text):
            return NOT_TEXT.sub("\ufffd", text), not wrong
    return _guessed(data, sure_if_western=codec == "cp1252")


def _is_ascii_in(codec: str, data: bytes) -> bool:
    """These bytes are ASCII letters, whatever the label says.

    UTF-16 of Latin letters is full of NULs; without any, the label is a mistake.
    """
    if codec in SHIFTING:
        return False
    return b"\x1b" not in data and b"\x0e" not in data and b"\0" not in data


def _guessed(data: bytes, *, sure_if_western: bool) -> tuple[str, bool]:
    """Text out of bytes that must say themselves what they are: UTF-8, UTF-16, windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), True
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), True
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    odd = sum(len(run) for run in NOT_ASCII.findall(data))
    if text.count("\ufffd") * 4 <= odd:
        return text, False
    return data.decode("cp1252", "replace"), sure_if_western


def decode_words(value: str, *, quoting: bool = False) -> str:
    """A header value with its encoded words read (RFC 2047 §6.2), leniently, in linear time.

    quoting  a word that holds "," "@" or the like becomes a quoted string, so that what is
             only a name cannot turn into an address
    """
    pieces: list[str] = []
    run: list[tuple[str, bytes]] = []
    done = 0
    for found in WORD.finditer(value):
        between = value[done : found.start()]
        if run and between.strip():
            pieces.append(_read(run, quoting, pieces))
            run = []
        if not run:
            pieces.append(between)
        run.append((found[1].partition("*")[0], _word_bytes(found[2], found[3])))
        done = found.end()
    if run:
        pieces.append(_read(run, quoting, pieces))
    pieces.append(value[done:])
    return "".join(pieces)


def _word_bytes(how: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    return decode_base64(raw) if how in "bB" else decode_q(raw)


def _read(run: list[tuple[str, bytes]], quoting: bool, before: list[str]) -> str:
    """Neighbouring words as one text: a character may begin in one and end in the next."""
    texts: list[str] = []
    pending: list[bytes] = []
    label = run[0][0]
    for charset, data in run:
        if charset.lower() != label.lower():
            texts.append(decode(b"".join(pending), label)[0])
            label, pending = charset, []
        pending.append(data)
    text = "".join((*texts, decode(b"".join(pending), label)[0]))
    if quoting and any(c in text for c in '()<>@,;:\\".[]'):
        text = text.replace("\\", "\\\\").replace('"', '\\"')
        return text if before and before[-1].endswith('"') else f'"{text}"'
    return text
