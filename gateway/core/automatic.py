"""Was this message written by a machine? What speaks for it, as one table.

Two errors are possible. To answer a machine can start a loop, fill a list or tell a
spammer that the address lives; to be silent to a person in danger is worse, but her
mail still reaches the therapist at once, with an alert. So what a machine says of
itself ("hard" marks) always silences us; what persons' mail may carry as well ("soft"
marks: a company's mail program, a rule that forwards) is left to the policy, and two
different soft marks weigh like a hard one.

Not marks, on purpose: Feedback-ID and a Delivered-To of our own, since large mail
houses put them on every person's mail; "Auto:" in a subject (RFC 3834 §3.1.5).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gateway.core.absence import REPLY_SUBJECTS
from gateway.core.addresses import addresses_in, key_of
from gateway.core.decision import Because
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.unattended import sender_mark

# What a value is worth reading for; a longer one is no word of ours.
VALUE_AT_MOST = 1_000
SUBJECT_AT_MOST = 200
SUPPRESSED = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One sign of a machine: stable code, words for people, and how it is recognised."""

    code: str
    words: str
    shown: Callable[[ParsedMail], bool]


def without_comments(value: str) -> str:
    """A field value without its (nested (comments)); an unclosed one reaches to the end."""
    kept: list[str] = []
    depth = 0
    escaped = False
    for char in value[:VALUE_AT_MOST]:
        if escaped:
            escaped = False
        elif depth and char == "\\":
            escaped = True
        elif char == "(":
            depth += 1
        elif char == ")" and depth:
            depth -= 1
        elif not depth:
            kept.append(char)
    return "".join(kept)


def keyword(value: str) -> str:
    """The leading word of "auto-replied (vacation); x=y", in lower case (RFC 3834 §5)."""
    return "".join(without_comments(value).partition(";")[0].split()).lower()


def _says(name: str, *words: str) -> Callable[[ParsedMail], bool]:
    """A field with one of these keywords; parameters, comments and case do not matter."""
    wanted = frozenset(words)
    return lambda mail: any(keyword(v) in wanted for v in mail.headers(name))


def _has(*names: str) -> Callable[[ParsedMail], bool]:
    wanted = frozenset(names)
    return lambda mail: any(f.name in wanted for f in mail.fields)


def _has_and_means_it(*names: str) -> Callable[[ParsedMail], bool]:
    """A field that is there and does not say "no"."""
    wanted = frozenset(names)
    return lambda mail: any(
        f.name in wanted and keyword(f.value) not in ("no", "none", "false") for f in mail.fields
    )


def _auto_submitted(mail: ParsedMail) -> bool:
    """Any value but "no", with comments and parameters; one of several is enough."""
    return any(keyword(value) != "no" for value in mail.headers("auto-submitted"))


def _is_list(mail: ParsedMail) -> bool:
    return any(f.name.startswith("list-") for f in mail.fields)


def _is_calendar(mail: ParsedMail) -> bool:
    """An invitation or its answer (RFC 6047); a calendar file that a person attached is none."""
    return any(
        leaf.media_type == "text/calendar" and leaf.disposition != "attachment"
        for leaf in mail.leaves
    )


def _has_report_part(mail: ParsedMail) -> bool:
    return any(leaf.media_type in REPORT_PARTS for leaf in mail.leaves)


def _suppresses_replies(mail: ParsedMail) -> bool:
    """MS-OXCMAIL: a list of words; those for receipts and reports alone say nothing."""
    values = mail.headers("x-auto-response-suppress")
    words = {word for v in values for word in SUPPRESSED.findall(v[:VALUE_AT_MOST].lower())}
    return bool(words & {"all", "oof", "autoreply"})


def _has_reply_subject(mail: ParsedMail) -> bool:
    subject = " ".join((mail.header("subject") or "")[:SUBJECT_AT_MOST].split()).casefold()
    return any(subject == s or subject.startswith((s + ":", s + " :")) for s in REPLY_SUBJECTS)


REPORT_PARTS = frozenset(
    {
        "message/delivery-status",
        "message/disposition-notification",
        "message/feedback-report",
        "message/global-delivery-status",
        "message/global-disposition-notification",
    }
)

AUTO_SUBMITTED = Mark(
    code="auto-submitted", words="Auto-Submitted says a machine sent it", shown=_auto_submitted
)
HARD = (
    AUTO_SUBMITTED,
    Mark(code="list", words="it came through a mailing list", shown=_is_list),
    Mark(
        code="list",
        words="it came through a mailing list",
        shown=_has(
            "mailing-list", "x-mailing-list", "x-beenthere", "x-mailman-version", "x-ml-name"
        ),
    ),
    Mark(
        code="report",
        words="it is a delivery or reading report",
        shown=_says("content-type", "multipart/report", *sorted(REPORT_PARTS)),
    ),
    Mark(
        code="report",
        words="it is a delivery or reading report",
        shown=_says("content-class", "urn:content-classes:dsn", "urn:content-classes:mdn"),
    ),
    Mark(
        code="report",
        words="it is a delivery report",
        shown=_has("x-failed-recipients"),
    ),
    Mark(code="calendar", words="it is a calendar's own mail", shown=_is_calendar),
    Mark(
        code="calendar",
        words="it is a calendar's own mail",
        shown=_says("content-class", "urn:content-classes:calendarmessage"),
    ),
    Mark(
        code="auto-reply",
        words="it calls itself an automatic reply",
        shown=_has_and_means_it(
            "x-autoreply",
            "x-auto-reply",
            "x-autoreply-from",
            "x-auto-reply-from",
            "x-autorespond",
            "x-autoresponder",
            "x-autoresponse",
            "x-mail-autoreply",
            "x-autogenerated",
        ),
    ),
    Mark(
        code="auto-reply",
        words="it calls itself an automatic reply",
        shown=_says("precedence", "auto_reply", "auto-reply"),
    ),
    Mark(
        code="spam",
        words="a spam filter before us marked it",
        shown=_says("x-spam-flag", "yes"),
    ),
    Mark(
        code="virus",
        words="a virus filter before us marked it",
        shown=_says("x-virus-status", "infected", "yes"),
    ),
)

SOFT = (
    Mark(
        code="precedence",
        words="Precedence says bulk mail",
        shown=_says("precedence", "bulk", "junk", "list"),
    ),
    Mark(
        code="suppress",
        words="X-Auto-Response-Suppress asks for no reply",
        shown=_suppresses_replies,
    ),
    Mark(
        code="subject",
        words="the subject is that of an absence notice or a bounce",
        shown=_has_reply_subject,
    ),
    Mark(
        code="report-part", words="it carries a delivery or reading report", shown=_has_report_part
    ),
    Mark(
        code="inbox-rule",
        words="an inbox rule sent it on",
        shown=_has("x-ms-exchange-inbox-rules-loop", "x-ms-exchange-generated-message-source"),
    ),
    Mark(code="x-loop", words="somebody guards it against loops", shown=_has("x-loop")),
    Mark(
        code="campaign",
        words="it belongs to a mailing campaign",
        shown=_has("x-campaign", "x-campaignid", "x-campaign-id", "x-report-abuse"),
    ),
)


def machine_mark(
    env: Envelope, mail: ParsedMail, is_ours: Callable[[str], bool], *, is_client: bool = False
) -> tuple[Because | None, Because | None]:
    """(why it is a machine's for sure, why it may be one); None where nothing says so.

    is_ours    does this field value hold one of our own Message-IDs?
    is_client  there is an agreement with its sender
    """
    sure = sender_mark(env, mail) or _own_message(mail, is_ours)
    if sure is None:
        excused = AUTO_SUBMITTED if is_client and _sent_on_by_her(env, mail) else None
        marks = (m for m in HARD if m is not excused and m.shown(mail))
        sure = next((Because(m.code, m.words) for m in marks), None)
    if sure is not None:
        return sure, None
    soft = list(_soft_marks(mail, is_ours))
    if len(soft) > 1:
        return Because("automatic", f"several marks of a machine: {_codes(soft)}"), None
    return None, soft[0] if soft else None


def _sent_on_by_her(env: Envelope, mail: ParsedMail) -> bool:
    """An inbox rule of the sender's own mailbox sent on what she wrote elsewhere.

    Exchange calls that auto-generated; the trace of the rule is then the only mark, a soft one.
    """
    words = {keyword(value) for value in mail.headers("auto-submitted")} - {"no"}
    authors = {key_of(a) for value in mail.headers("from") for a in addresses_in(value)}
    traced = bool(mail.headers("x-ms-exchange-inbox-rules-loop"))
    return traced and words == {"auto-generated"} and authors == {key_of(env.sender)}


def _soft_marks(mail: ParsedMail, is_ours: Callable[[str], bool]) -> Iterator[Because]:
    for mark in SOFT:
        if mark.shown(mail):
            yield Because("uncertain", f"{mark.words} ({mark.code})")
    if _answers_ours(mail, is_ours):
        yield Because("uncertain", "it answers an automatic reply of ours (answers-ours)")


def _codes(marks: list[Because]) -> str:
    return ", ".join(m.text.rpartition("(")[2].rstrip(")") for m in marks)


def _own_message(mail: ParsedMail, is_ours: Callable[[str], bool]) -> Because | None:
    if any(is_ours(value) for value in mail.headers("message-id")):
        return Because("own-message", "our own message came back")
    return None


def _answers_ours(mail: ParsedMail, is_ours: Callable[[str], bool]) -> bool:
    """The message that it directly answers is ours.

    Only the last of the References: a person who once answered a reply of ours carries its
    id through the whole thread, and would never be answered again.
    """
    direct = mail.headers("in-reply-to")
    parents = direct or tuple(v[v.rfind("<") :] for v in mail.headers("references"))
    return any(is_ours(parent) for parent in parents)
