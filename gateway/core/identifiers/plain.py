"""A sentence made ready for the search: what only looks like an identifier is taken out."""

import re

from gateway.core.text import fold

SIGNS = str.maketrans(
    {c: "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2212"}
    | {c: "'" for c in "\u2019\u2018`"}
    | {c: " " for c in "_*\u2022\u00b7\t\u00a0"}
)
# Each begins where a word does, or is short: time stays linear.
LINKED = re.compile(r"(?:https?://|www\.)\S+|\bmid:\S+|\bcid:\S+")
PART = r"[^\s<>\"(),;:@]"
ADDRESS = re.compile(rf"(?<!{PART}){PART}{{1,256}}@{PART}{{1,256}}")
DATE = re.compile(
    r"\b(?:[0-9]{1,2}[/.][0-9]{1,2}[/.](?:19|20)?[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}-(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2})(?![0-9.]*[0-9])"
)
EXPIRY = re.compile(r"(?<![0-9/.])(?:0[1-9]|1[0-2]) ?/ ?(?:20)?[0-9]{2}(?![0-9/])")
IP = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?!\.?[0-9])")
IPV6 = re.compile(r"(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b")
UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")


def plain(original: str) -> str:
    """Folded (text.py), with one kind of hyphen, and "~" for each character of what is no number.

    That is: links, addresses and Message-IDs, dates, IP addresses, UUIDs.
    """
    text = fold(original).translate(SIGNS)
    if "/" in text or "www." in text or "id:" in text:
        text = LINKED.sub(_hidden, text)
        text = EXPIRY.sub(_hidden, text)
    if "@" in text:
        text = ADDRESS.sub(_hidden, text)
    if "/" in text or "." in text or "-" in text:
        text = DATE.sub(_hidden, text)
        text = IP.sub(_hidden, text)
        text = UUID.sub(_hidden, text)
    return IPV6.sub(_hidden, text) if ":" in text else text


def _hidden(found: re.Match[str]) -> str:
    return "~" * len(found[0])
