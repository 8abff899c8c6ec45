"""What a reply must say, and must never say, whoever wrote the template.

A reply is information, not care: it never claims that somebody has read, will read or
will act, never assesses, and speaks of suicide in the words that are safe. The words
themselves differ by language and stand in locales/.
Sources: RFC 3834 §3.2.1.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from gateway.core.decision import Form
from gateway.core.hotline import Line
from gateway.core.locale import Locale
from gateway.core.reading_level import longest_sentence, sentences

# In words. A number, with its spaces, is one word, and so is an address.
RISK_AT_MOST = 200
OTHER_AT_MOST = 180
CRISIS_BLOCK_AT_MOST = 60
# By these words of a reply to somebody who may be in danger stands the first number, and the last.
FIRST_NUMBER_BY = 60
LAST_NUMBER_BY = 90
SENTENCE_AT_MOST = 20

# A rest of a template is one in every language.
TEMPLATE_REST = re.compile(r"\{[{%#]|[%#}]\}")
SENTENCE_END = re.compile(r"[.!?]")
APOSTROPHES = str.maketrans("\u2018\u2019\u02bc", "'''")
COUNTED = re.compile(r"\d\d?:\d\d [ap]\. m\.|[+(]?\d[\d()./-]*(?: [(]?\d[\d()./-]*)*|\S*[^\W_]\S*")


def words_problems(
    text: str,
    *,
    locale: Locale,
    lines: Sequence[Line],
    risk: bool,
    form: Form,
    is_report: bool = False,
) -> Iterator[str]:
    """What is wrong with the words of one rendered reply, in one language.

    lines      the crisis lines whose every number it must carry, in one piece
    risk       it goes to somebody who may be in danger
    is_report  it says that the message could not be put into the mailbox
    """
    said, wording = folded(text), locale.wording
    if not _has(wording.automatic, SENTENCE_END.split(said, maxsplit=1)[0]):
        yield "does not say at once that it is automatic"
    if not _has(wording.unread, said):
        yield "does not say that nobody has read the message"
    if is_report and not _has(wording.undelivered, said):
        yield "does not say that the message was not delivered"
    if not _has(wording.no_waiting, said):
        yield "does not say: do not wait for an answer"
    yield from said_problems(text, locale=locale, form=form, risk=risk)
    for line in lines:
        yield from _line_problems(text, line)
        if form == "discreet" and line.kind != "emergency":
            yield from _name_problems(said, line)


def said_problems(words: str, *, locale: Locale, form: Form, risk: bool = False) -> Iterator[str]:
    """What no reply may say, in words that may be a part of one: the therapist's own, a subject.

    form  "discreet" when they stand in a discreet reply; risk: in one for somebody in danger
    """
    said, wording = folded(words), locale.wording
    rows = wording.never
    if risk:
        rows += wording.never_in_crisis
    if form == "discreet":
        rows += wording.discreet_never
    rest = TEMPLATE_REST.search(said)
    if rest:
        yield f'says "{rest[0]}" (a rest of template code)'
    for why, pattern in rows:
        hit = _compiled(pattern).search(said)
        if hit:
            yield f'says "{hit[0]}" ({why})'


def order_and_length_problems(
    text: str, *, lines: Sequence[Line], risk: bool, crisis: str = "", rows: str = ""
) -> Iterator[str]:
    """What is too long, or stands too late, in one rendered reply in one language.

    crisis  the part of it that is the crisis block; "" when there is none, as in a discreet reply
    rows    the names and numbers of crisis lines in it, whose words are not counted
    """
    total, most = word_count(text) - word_count(rows), RISK_AT_MOST if risk else OTHER_AT_MOST
    if total > most:
        yield f"has {total} words, more than {most}"
    prose = sum(map(len, sentences(crisis)))
    if prose > CRISIS_BLOCK_AT_MOST:
        yield f"has a crisis block of {prose} words, more than {CRISIS_BLOCK_AT_MOST}"
    if not risk:
        return
    for place, line in enumerate(lines):
        latest = LAST_NUMBER_BY if place else FIRST_NUMBER_BY
        for number in _numbers(line):
            found = _number(number).search(text)
            before = word_count(text[: found.start()]) if found else 0
            if before >= latest:
                yield f"has {before} words before the number {number}, more than {latest}"


def reading_problems(text: str, *, locale: Locale, crisis: str = "") -> Iterator[str]:
    """What is too hard to read in one rendered reply, or in its crisis block.

    Slow at the first English text, since a dictionary is read.
    """
    ease = locale.ease
    for name, part, bound in (("", text, ease.whole), ("the crisis block ", crisis, ease.crisis)):
        if not sentences(part):
            continue
        grade = locale.grade(part)
        if grade < bound if ease.up else grade > bound:
            side = "less" if ease.up else "more"
            yield f"{name}reads at {grade:.1f}, {side} than {bound:g} ({ease.formula})"
    longest = longest_sentence(text)
    if len(longest) > SENTENCE_AT_MOST:
        beginning = " ".join(longest[:6])
        yield f'has a sentence of {len(longest)} words, more than {SENTENCE_AT_MOST}: "{beginning}"'


def word_count(text: str) -> int:
    """How many words a reader reads; a telephone number is one."""
    return len(COUNTED.findall(text))


def folded(text: str) -> str:
    """As the patterns of a locale meet it: small letters, one space, straight apostrophes."""
    plain = unicodedata.normalize("NFC", text).translate(APOSTROPHES)
    return " ".join(plain.casefold().split())


def _line_problems(text: str, line: Line) -> Iterator[str]:
    for number in _numbers(line):
        if not _number(number).search(text):
            yield f"does not carry the number {number} of {line.name}"
    if line.sms_word and line.sms_word not in text:
        yield f"does not carry the word {line.sms_word} to text to {line.name}"


def _name_problems(said: str, line: Line) -> Iterator[str]:
    for name in (line.name, *(name for _, name in line.names)):
        if folded(name) != folded(line.sms_word) and folded(name) in said:
            yield f'says "{name}" (what the number is)'


def _numbers(line: Line) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (line.phone, line.sms))))


@cache
def _number(number: str) -> re.Pattern[str]:
    """The number in one piece, as no part of another."""
    return re.compile(rf"(?<![\d+*])(?<!\d[-.]){re.escape(number)}(?![\d*]|[-.]\d)")


def _has(pattern: str, said: str) -> bool:
    return _compiled(pattern).search(said) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
