"""What a reply must say, and must never say, whoever wrote the template.

A reply is information, not care: it never claims that somebody has read, will read or
will act, never assesses, and speaks of suicide in the words that are safe.
Sources: RFC 3834 §3.2.1.
"""

import re
from collections.abc import Iterator, Sequence

from gateway.core.practice import Line

# The first sentence, about.
OPENING = 120

# What the words would claim, and the words: lower case, one space, straight apostrophes.
NEVER = (
    ("that it was read", r"\b(i|we)( have|'ve)? (read|received|seen|got) your\b"),
    (
        "that it was read",
        r"\byour (e-?mail|message) (has been|was) (read|seen|reviewed|delivered)\b",
    ),
    ("thanks for words that nobody read", r"\bthank you for\b"),
    ("praise for words that nobody read", r"\bcongratulations?\b"),
    (
        "a promise",
        r"\b(i|we)( will| shall|'ll)( soon)? (get back|reply|answer|respond|call|write)\b",
    ),
    ("a promise", r"\b(i|we)( will| shall|'ll) (soon )?be in touch\b"),
    ("a promise", r"\bhelp is on the way\b"),
    (
        "that somebody was told",
        r"\b(has|have|am|was|were|is)( been)? (notified|alerted|informed)\b",
    ),
    ("that all will be well", r"\byou('ll| will) be (fine|ok|okay|safe|all ?right)\b"),
    ("that all will be well", r"\beverything will be (ok|okay|fine|all ?right)\b"),
    ("how to feel", r"\b(do not|don't) worry\b"),
    (
        "that somebody is there",
        r"\bsome(one|body) is always\b|\b(i am|i'm|we are|we're)( always)? here for you\b",
    ),
    ("what the message is about", r"\b(i|we)( have|'ve)? (detected|noticed)\b|\byou seem\b"),
    ("what the message is about", r"\byour (e-?mail|message) (seems|suggests|mentions|sounds)\b"),
    ("a feeling that no machine has", r"\bi hear you\b|\bi understand how\b|\bthinking of you\b"),
    ("a feeling that no machine has", r"\bsorry( that)? you('re| are)\b"),
    ("better: died by suicide", r"\bcommit(s|ted|ting)? suicide\b"),
    ("better: suicide attempt, died by suicide", r"\b((un)?successful|failed|completed) suicide\b"),
    ("words that hurt", r"\bcry for help\b|\battention[- ]seek|\bepidemic\b"),
    ("who is, or is not, a client", r"\bmy clients?\b|\bas a client\b"),
    ("a rest of template code", r"\{[{%#]|[%#}]\}"),
)
PATTERNS = tuple((why, re.compile(pattern)) for why, pattern in NEVER)
AUTOMATIC = re.compile(r"\bautomat(ic|ed|ically)\b")
UNREAD = re.compile(
    r"\b(nobody|no one|no person|no human)( else)? has read\b|\bnot( yet)? been read\b"
)
NO_WAITING = re.compile(r"\b(do not|don't) wait\b")


def words_problems(text: str, lines: Sequence[Line]) -> Iterator[str]:
    """What is wrong with one rendered reply.

    lines  the crisis lines whose every number it must carry, in one piece
    """
    said = " ".join(text.casefold().replace("\u2019", "'").split())
    if not AUTOMATIC.search(said[:OPENING]):
        yield "does not say at once that it is automatic"
    if not UNREAD.search(said):
        yield "does not say that nobody has read the message"
    if not NO_WAITING.search(said):
        yield "does not say: do not wait for an answer"
    for why, pattern in PATTERNS:
        hit = pattern.search(said)
        if hit:
            yield f'says "{hit[0]}" ({why})'
    for line in lines:
        for number in (line.phone, line.sms):
            if number and number not in text:
                yield f"does not carry the number {number} of {line.name}"
