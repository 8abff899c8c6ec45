"""R10: no three words of a message stand in a row in its reply, but those that templates say.

The words are those of subject, body, attachment names and display name: invented ones, and
ones that templates use too. An invented one must not be there at all.
"""

import base64
import re
from collections.abc import Iterator
from email import message_from_bytes
from email import policy as email_policy
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from gateway.core.compose import message_token, reply_mail
from gateway.core.danger import DANGER, danger_line
from gateway.core.decision import Reply
from gateway.core.parse import parse
from gateway.core.proof import every_reply
from tests.responder.cases import (
    IRIS,
    KEY,
    LOCAL,
    NOA,
    POLICY,
    answers,
    judged,
    mail,
    speaker,
)

WORD = re.compile(r"\w+")
# Of no language and no template; the letters of a name that no address or id here holds.
INVENTED = (
    "zanzibar",
    "quixolm",
    "vrubelk",
    "plothix",
    "fjordquill",
    "wexbarn",
    "ümlautzig",
    "жаворонк",
)
THEIRS = (
    *(
        "automatic",
        "reply",
        "This",
        "is",
        "an",
        "911",
        "call",
        "Call",
        "please",
        "do",
        "not",
        "wait",
    ),
    *("danger", "your", "message", "arrived", "appointment", "book", "cancel", "kill", "myself"),
    *(
        "tonight",
        "want",
        "to",
        "die",
        "je",
        "veux",
        "mourir",
        "quiero",
        "morir",
        "sesión",
        "homework",
    ),
    *("{{", "}}", "{% include", "practice.name", "=?utf-8?q?zanzibar?=", "<b>", "&amp;"),
)
TEXT = st.lists(st.sampled_from((*INVENTED, *THEIRS)), max_size=14).map(" ".join)
NAMES = st.lists(st.sampled_from(INVENTED), min_size=1, max_size=4).map(" ".join)


def encoded(text: str) -> str:
    return f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def letter(subject: str, body: str, attachment: str, name: str) -> bytes:
    parts = (
        "--b0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        body,
        "--b0",
        f'Content-Type: image/png; name="{encoded(attachment)}"',
        f'Content-Disposition: attachment; filename="{encoded(attachment)}.png"',
        "",
        "PNG",
        "--b0--",
    )
    return mail(
        "Message-ID: <m1@berg.example>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b0"',
        author=f"From: {encoded(name)} <{NOA}>",
        subject=f"Subject: {encoded(subject)}",
        body="\r\n".join(parts),
    )


def words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def threes(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(found, found[1:], found[2:], strict=False))


def shown(raw: bytes) -> str:
    """All that a client can read of a reply: header and text, decoded."""
    message = message_from_bytes(raw, policy=email_policy.default)
    texts: Iterator[str] = (
        part.get_content() for part in message.walk() if part.get_content_maintype() == "text"
    )
    return "\n".join([*(f"{name}: {value}" for name, value in message.items()), *texts])


def composed(answer: Reply, raw: bytes) -> bytes:
    by = speaker(html=True)
    said = by.speak(answer, LOCAL)
    return reply_mail(
        to=NOA,
        mail=parse(raw, normal=True),
        policy=POLICY,
        subject=said.subject,
        name=said.name,
        body=said.text,
        html=said.html,
        languages=said.languages,
        date=LOCAL,
        message_id=message_token(KEY, "job/2", IRIS),
        boundary="b0123456789abcdef",
    )


@cache
def vocabulary() -> frozenset[tuple[str, ...]]:
    """Every three words that some reply of this practice says in a row, to whatever mail."""
    bare = mail("Message-ID: <m1@berg.example>")
    found: set[tuple[str, ...]] = set()
    for answer in every_reply(speaker(html=True)):
        found |= threes(shown(composed(answer, bare)))
    for language in DANGER:
        found |= threes(danger_line(language, "911"))
    return frozenset(found)


def leaks(raw: bytes, hers: tuple[str, ...]) -> tuple[set[tuple[str, ...]], set[str]]:
    """(three words in a row, invented words) of hers that a reply shows."""
    said = shown(raw)
    in_a_row: set[tuple[str, ...]] = set().union(*map(threes, hers))
    invented = {word for text in INVENTED for word in words(text)}
    return (threes(said) & in_a_row) - vocabulary(), set(words(said)) & invented


@given(TEXT, TEXT, NAMES, TEXT.filter(bool))
@settings(deadline=None)
def test_nothing_of_hers_is_in_the_reply(
    subject: str, body: str, attachment: str, name: str
) -> None:
    raw = letter(subject, body, attachment, name)
    for answer in answers(judged(raw).decision):
        assert leaks(composed(answer, raw), (subject, body, attachment, name)) == (set(), set())


def test_it_would_be_seen() -> None:
    """The net has no hole: each of the four places is read, and a leak of either kind is found."""
    hers = ("jam today please", "quixolm and jam today", "vrubelk plothix", "Wexbarn")
    raw = letter(*hers)
    read = parse(raw, normal=True)
    assert read.header("subject") == hers[0]
    assert hers[1] in "".join(segment.text for segment in read.segments)
    assert read.leaves[1].name == f"{hers[2]}.png"
    assert hers[3] in str(read.header("from"))
    answer = Reply("other", "other")
    clean = composed(answer, raw)
    assert leaks(clean, hers) == (set(), set())
    torn = clean.replace(b"Iris Calder", b"Jam, today: please. vrubelk")
    assert leaks(torn, hers) == ({("jam", "today", "please")}, {"vrubelk"})
