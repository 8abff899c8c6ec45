"""Mail addresses: which are valid, which are the same, and which a field names.

Everything here is linear in its input and never raises: addresses are a
stranger's text until `parse_path` has said that they are addresses.
"""

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv6Address

# RFC 5321 §4.5.3.1, in octets; a path is at most 256 with its <>.
LOCAL_AT_MOST = 64
DOMAIN_AT_MOST = 255
MAILBOX_AT_MOST = 254
LABEL_AT_MOST = 63

# Classes say what is left out: one that names all of Unicode takes milliseconds to compile.
_ATEXT = r'[^\x00-\x20"(),.:;<>@\[\\\]\x7f]'
_DOT_STRING = re.compile(rf"{_ATEXT}+(?:\.{_ATEXT}+)*")
_QUOTED = re.compile(r'"(?:[^\x00-\x1f"\\\x7f]|\\[ -~])*"')
# The underscore is no letter of host names, but real senders have it.
_LABEL = re.compile(r"[^\x00-/:-@\[-^`{-\x7f][^\x00-,./:-@\[-^`{-\x7f]*")
_PLAIN_DOMAIN = re.compile(r"[a-z0-9.\-\[\]:_]*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
# Zero-width joiners are letters' own in some scripts; all other format characters deceive.
_JOINERS = "\u200c\u200d"
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"})


def parse_path(text: str, *, utf8: bool = False) -> str | None:
    """The mailbox of a path given without its <>, or None when it is no address.

    A source route ("@a,@b:user@host") is taken off. The null sender "" and a lone
    "postmaster" are no mailboxes: the caller knows what they mean to it.
    utf8  the transaction is SMTPUTF8: letters beyond ASCII are allowed
    Sources: RFC 5321 §4.1.2, §4.1.3; RFC 6531 §3.3.
    """
    if len(text) > 2 * MAILBOX_AT_MOST or not _is_clean(text, utf8=utf8):
        return None
    if text.startswith("@"):
        route, colon, text = text.partition(":")
        if not colon or not all(h[:1] == "@" and _is_domain(h[1:]) for h in route.split(",")):
            return None
    local, _, domain = text.rpartition("@")
    if _octets(text) > MAILBOX_AT_MOST or not 0 < _octets(local) <= LOCAL_AT_MOST:
        return None
    if not (_DOT_STRING.fullmatch(local) or _QUOTED.fullmatch(local)):
        return None
    return text if _is_literal(domain) or _is_domain(domain) else None


def key_of(address: str) -> str:
    """The one spelling of an address by which we count, compare and remember it.

    Lower case, the local part in NFC without quotes, the domain as A-labels. A "+tag"
    stays: only the receiving host knows whether it is one (RFC 5321 §2.3.11), and to take
    two people for one could cost the second a crisis reply; the caps bound the rest.
    What is no address gets a key too.
    """
    local, at, _ = address.strip().rpartition("@")
    if local.startswith('"') and local.endswith('"') and len(local) > 1:
        local = _ESCAPED.sub(r"\1", local[1:-1])
    if not at:
        local = address.strip()
    return f"{_folded(local)}{at}{domain_of(address)}"


def domain_of(address: str) -> str:
    """The domain in lower case and A-labels (RFC 5890); "" when there is none."""
    _, at, domain = address.strip().rpartition("@")
    if not at:
        return ""
    name = _folded(domain).rstrip(".")
    if _PLAIN_DOMAIN.fullmatch(name) or len(name) > DOMAIN_AT_MOST:
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def same_address(one: str, other: str) -> bool:
    """Do both reach the same mailbox, as far as anybody but its host can tell?"""
    return key_of(one) == key_of(other)


def addresses_in(field_value: str) -> tuple[str, ...]:
    """The addresses that a From, To or Cc field names, in order, groups opened.

    Understands quoted names, comments, groups and what decoding made of encoded words;
    what is no address is left out.
    Sources: RFC 5322 §3.4, §4.4.
    """
    found = (parse_path(text, utf8=True) for text in _mailbox_texts(field_value))
    return tuple(address for address in found if address is not None)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())


def _octets(text: str) -> int:
    return len(text.encode("utf-8", "replace"))


def _is_clean(text: str, *, utf8: bool) -> bool:
    """No control, no invisible or direction-changing character, no lone surrogate."""
    if text.isascii():
        return text.isprintable()
    if not utf8:
        return False
    odd = (c for c in text if not c.isascii() or not c.isprintable())
    return all(c in _JOINERS or unicodedata.category(c) not in _UNFIT for c in odd)


def _is_domain(domain: str) -> bool:
    if not 0 < _octets(domain) <= DOMAIN_AT_MOST:
        return False
    return all(
        _octets(label) <= LABEL_AT_MOST and _LABEL.fullmatch(label) and not label.endswith("-")
        for label in domain.split(".")
    )


def _is_literal(domain: str) -> bool:
    """An address literal: [192.0.2.1] or [IPv6:2001:db8::1] (RFC 5321 §4.1.3)."""
    if not (domain.startswith("[") and domain.endswith("]")):
        return False
    inner = domain[1:-1]
    try:
        if inner[:5].lower() == "ipv6:":
            return "%" not in inner and bool(IPv6Address(inner[5:]))
        return bool(IPv4Address(inner))
    except AddressValueError:
        return False


class _Scan:
    """Where one reading of an address list stands.

    plain  text outside of <> of the present mailbox; angle: text inside, None when none
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.plain: list[str] = []
        self.angle: list[str] | None = None
        self.in_angle = False

    def take(self, piece: str) -> None:
        if self.in_angle and self.angle is not None:
            self.angle.append(piece)
        elif self.angle is None:
            self.plain.append(piece)

    def end(self) -> None:
        """The present mailbox is over."""
        parts = self.plain if self.angle is None else self.angle
        text = "".join(parts).strip()
        if text:
            self.texts.append(_last_word(text) if self.angle is None else _unspaced(text))
        self.plain, self.angle, self.in_angle = [], None, False

    def mark(self, char: str) -> None:
        """One character that means something outside of quotes and comments."""
        if char == "<":
            self.angle, self.in_angle = [], True
        elif char == ">":
            self.in_angle = False
        elif self.in_angle and char in ",:":
            self.take(char)  # a source route
        elif char == ":":
            self.plain = []  # that was the name of a group
        else:
            self.end()


def _mailbox_texts(value: str) -> list[str]:
    """The text of each mailbox, not yet checked; no character is looked at more than thrice."""
    scan = _Scan()
    last_quote, last_bracket = value.rfind('"'), value.rfind(")")
    at = 0
    while at < len(value):
        char = value[at]
        if char == '"' and at < last_quote:
            end = _end_of_quoted(value, at)
            if end < 0:
                last_quote = at  # never closed: this and later quotes are plain characters
                continue
            scan.take(value[at:end])
            at = end
            continue
        if char == "(" and at < last_bracket:
            end = _end_of_comment(value, at)
            if end < 0:
                last_bracket = at
                continue
            at = end
            continue
        if char in "<>,:;":
            scan.mark(char)
        else:
            scan.take(char)
        at += 1
    scan.end()
    return scan.texts


def _end_of_quoted(value: str, start: int) -> int:
    """The place after the closing quote; -1 when it never closes."""
    at = start + 1
    while at < len(value):
        if value[at] == "\\":
            at += 1
        elif value[at] == '"':
            return at + 1
        at += 1
    return -1


def _end_of_comment(value: str, start: int) -> int:
    """The place after a comment, which may hold others; -1 when it never closes."""
    depth = 0
    at = start
    while at < len(value):
        char = value[at]
        if char == "\\":
            at += 1
        elif char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return -1


def _unspaced(text: str) -> str:
    """An address with obsolete spaces about its dots and @ (RFC 5322 §4.4)."""
    return text if '"' in text else "".join(text.split())


def _last_word(text: str) -> str:
    """A mailbox without <>: the address is the last word of "Ann Lee ann@x.example"."""
    if '"' in text:
        return text
    words = " ".join(text.split()).replace(" @", "@").replace("@ ", "@").split(" ")
    return words[-1]
