"""What the Content-* fields of one MIME entity say (RFC 2045 §5 and §6, RFC 2183)."""

import re
from dataclasses import dataclass, field

from gateway.core.charset import WORD
from gateway.core.header import RawField, text_of
from gateway.core.names import Parameters, file_name, has_name, parameters, without_comments

BOUNDARY_LIMIT = 200

TYPE = re.compile(r"([!#$&^_.+\w-]++/[!#$&^_.+\w-]++)(?=[\s,]|\Z)", re.ASCII)
NESTED_WORD = re.compile(r"multipart|message")
TEXT_WORDS = frozenset(("", "text", "plain", "text/", "text/plain"))
PLAIN_BOUNDARY = re.compile(r"[ -~]*[!-~]")
SPELLINGS = {
    "": "7bit", "7-bit": "7bit", "7 bit": "7bit", "7bits": "7bit",
    "8-bit": "8bit", "8 bit": "8bit", "8bits": "8bit",
}  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Entity:
    """One part of a message, or the message; byte positions as in mail.Leaf.

    sure     its type is stated in one way, or not at all
    named    it names a file, be the name fit to show or not
    unclear  why mail programs may see other parts in it than we do; "" when they cannot
    over     the limit that its fields pass, or ""
    """

    head_start: int
    head_end: int
    body_start: int
    body_end: int
    media_type: str = "text/plain"
    charset: str = ""
    encoding: str = "7bit"
    disposition: str = ""
    name: str = field(default="", repr=False)
    boundary: str = ""
    protocol: str = ""
    smime_type: str = ""
    named: bool = False
    names_agree: bool = True
    sure: bool = True
    unclear: str = ""
    over: str = ""

    @property
    def is_multipart(self) -> bool:
        return self.media_type.startswith("multipart/")


def describe(entity: Entity, raw: bytes, fields: list[RawField], default: str) -> None:
    """Fill in what the fields say; `default` is the type of an entity that states none."""
    entity.media_type = default
    content = [f for f in fields if f.name.startswith("content-")]
    if not content:
        return
    values = [(f.name, text_of(raw, f)) for f in content]
    kinds = [parameters(v) for name, v in values if name == "content-type"]
    places = [parameters(v) for name, v in values if name == "content-disposition"]
    codes = [_encoding(v) for name, v in values if name == "content-transfer-encoding"]
    if kinds:
        _describe_type(entity, kinds)
    if places:
        words = [place.word for place in places if place.word]
        entity.disposition = "inline" if set(words) == {"inline"} else "attachment" * bool(words)
    if codes:
        entity.encoding = codes[0]
        if len(set(codes)) > 1:
            entity.sure = False
    first_place, first_kind = (found[0] if found else None for found in (places, kinds))
    entity.name, entity.names_agree = file_name(first_place, first_kind)
    entity.named = any(map(has_name, (*kinds, *places)))
    if any(found.over for found in (*kinds, *places)):
        entity.over = "params"


def _describe_type(entity: Entity, kinds: list[Parameters]) -> None:
    kind = kinds[0]
    entity.charset = kind.get("charset").strip().lower()
    entity.protocol = kind.get("protocol").strip().lower()
    entity.smime_type = kind.get("smime-type").strip().lower()
    stated = TYPE.match(kind.word)
    if stated:
        entity.media_type = stated[1]
    else:
        entity.media_type, entity.sure = "text/plain", kind.word in TEXT_WORDS
    words = {k.word for k in kinds}
    if len(words) > 1:
        entity.sure = False
    exact = len(words) == 1 and stated is not None and stated[1] == kind.word
    if not exact and any(map(NESTED_WORD.search, words)):
        entity.unclear = "type"
    if entity.is_multipart:
        _describe_boundary(entity, kinds)


def _describe_boundary(entity: Entity, kinds: list[Parameters]) -> None:
    kind = kinds[0]
    entity.boundary = boundary = kind.get("boundary")
    if len(boundary) > BOUNDARY_LIMIT:
        entity.over = "boundary"
    if (
        not PLAIN_BOUNDARY.fullmatch(boundary)
        or WORD.search(boundary)
        or "boundary" in kind.unclear
        or any("boundary" in k.extended or k.get("boundary") != boundary for k in kinds)
    ):
        entity.unclear = "boundary"


def _encoding(value: str) -> str:
    word = without_comments(value).strip(" \t;\"'").lower()
    return SPELLINGS.get(word, word)
