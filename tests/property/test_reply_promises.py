"""Promises of the reply over generated mail: never raises, answers no machine, echoes nothing."""

import quopri
import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.core.addresses import addresses_in, domain_of, key_of, parse_path, same_address
from gateway.core.answer import REASONS, RISKY
from gateway.core.automatic import HARD, SOFT
from gateway.core.claims import Counts, may_reply
from gateway.core.client import Client
from gateway.core.compose import MSG_ID, is_our_token, message_token, reply_mail
from gateway.core.decision import Form, Reply
from gateway.core.mail import Envelope, Field, Leaf, ParsedMail
from gateway.core.proof import FORMS
from gateway.core.reply import why_no_reply
from gateway.core.speak import Speaker
from gateway.core.wire import printable_text
from gateway.core.wrap import flowed
from tests.conftest import NOW
from tests.practices import PLAIN, PRACTICES, TAGS, received, speaker

KEY = b"k" * 32
NAMES = st.sampled_from(
    [
        *("from", "to", "cc", "bcc", "resent-to", "date", "received", "subject", "message-id"),
        *("in-reply-to", "references", "auto-submitted", "precedence", "list-id", "return-path"),
        *("content-type", "x-auto-response-suppress", "x-loop", "delivered-to", "x-spam-flag"),
        "content-class",
    ]
) | st.text(max_size=12)
SYNTAX = st.text(alphabet='<>()"\\,;:@. \t\r\n=?abc-é\x00\u202e', max_size=60)
VALUES = (
    SYNTAX
    | st.text(max_size=60)
    | st.datetimes().map(str)
    | st.sampled_from(
        ["iris@calder.example", "no", "auto-replied", "bulk", "multipart/report", "<>", "All"]
    )
)
FIELDS = st.lists(
    st.builds(Field, name=NAMES, value=VALUES, start=st.just(0), end=st.just(0)), max_size=12
)
LEAVES = st.lists(
    st.builds(
        Leaf,
        head_start=st.just(0),
        head_end=st.just(0),
        body_start=st.just(0),
        body_end=st.just(0),
        media_type=st.sampled_from(["text/plain", "text/calendar", "message/delivery-status"]),
        disposition=st.sampled_from(["", "inline", "attachment"]),
        is_attachment=st.booleans(),
    ),
    max_size=3,
)
MAILS = st.builds(
    lambda fields, leaves: ParsedMail(fields=tuple(fields), body_start=0, leaves=tuple(leaves)),
    FIELDS,
    LEAVES,
)
SENDERS = SYNTAX | st.emails() | st.just("")
CLIENTS = st.none() | st.builds(Client, reply=st.sampled_from([None, "full", "discreet", "none"]))
TIMES = st.timedeltas(timedelta(days=-16_000), timedelta(days=16_000)).map(NOW.__add__)
PERSON = (
    Field(name="from", value="Noa <noa@berg.example>", start=0, end=0),
    Field(name="to", value="iris@calder.example", start=0, end=0),
)


def ours(value: str) -> bool:
    return is_our_token(KEY, value)


def envelope(sender: str = "noa@berg.example") -> Envelope:
    return Envelope(sender=sender, recipients=("iris@calder.example",), received_at=NOW)


@given(SENDERS, MAILS, TIMES, st.booleans(), CLIENTS)
@settings(max_examples=200)
def test_never_raises(
    sender: str, mail: ParsedMail, at: datetime, utf8: bool, client: Client | None
) -> None:
    env = Envelope(
        sender=sender, recipients=("iris@calder.example",), received_at=at, smtputf8=utf8
    )
    found = why_no_reply(env, mail, PLAIN, is_ours=ours, client=client)
    assert found is None or re.fullmatch(r"[a-z-]+", found.code)


HARD_FIELDS = st.sampled_from(
    [
        ("auto-submitted", "auto-replied"),
        ("auto-submitted", "Auto-Generated (rejected)"),
        ("auto-submitted", "auto-notified; owner-token=af3"),
        ("list-id", "<news.berg.example>"),
        ("list-unsubscribe", "<mailto:x@berg.example>"),
        ("content-type", 'multipart/report; boundary="a"'),
        ("return-path", "<>"),
        ("x-autoreply", "yes"),
        ("x-failed-recipients", "a@b.example"),
        ("message-id", message_token(KEY, "1/1", "iris@calder.example")),
    ]
)


@given(HARD_FIELDS, FIELDS, FIELDS, LEAVES, st.sampled_from(["silent", "known", "answer"]), CLIENTS)
def test_a_hard_mark_always_silences(
    mark: tuple[str, str],
    before: list[Field],
    after: list[Field],
    leaves: list[Leaf],
    uncertain: Literal["silent", "known", "answer"],
    client: Client | None,
) -> None:
    """Wherever it stands, whatever stands beside it, and whatever the policy says."""
    marked = Field(name=mark[0], value=mark[1], start=0, end=0)
    mail = ParsedMail(fields=(*before, *PERSON, marked, *after), body_start=0, leaves=tuple(leaves))
    policy = replace(PLAIN, reply=replace(PLAIN.reply, uncertain=uncertain))
    assert why_no_reply(envelope(), mail, policy, is_ours=ours, client=client) is not None


@given(MAILS, CLIENTS)
def test_the_null_sender_is_never_answered(mail: ParsedMail, client: Client | None) -> None:
    assert why_no_reply(envelope(""), mail, PLAIN, is_ours=ours, client=client) is not None


@given(MAILS)
def test_who_must_not_be_written_to_is_never_answered(mail: ParsedMail) -> None:
    client = Client(reply="none")
    assert why_no_reply(envelope(), mail, PLAIN, is_ours=ours, client=client) is not None


@given(st.text(max_size=30), st.text(max_size=300))
def test_a_person_is_answered_whatever_she_writes(name: str, subject: str) -> None:
    """No word in name or subject silences us but the subjects of absence notices."""
    fields = (*PERSON, Field(name="subject", value=f"Hello {subject}", start=0, end=0))
    mail = ParsedMail(fields=fields, body_start=0)
    assert why_no_reply(envelope(), mail, PLAIN, is_ours=ours) is None


def test_the_tables_have_words_for_each_code() -> None:
    for mark in (*HARD, *SOFT):
        assert re.fullmatch(r"[a-z-]+", mark.code)
        assert mark.words


WORDS = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40)
WRITTEN = st.builds(
    lambda values: ParsedMail(
        fields=tuple(Field(name=n, value=v, start=0, end=0) for n, v in values), body_start=0
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["subject", "from", "message-id", "references", "in-reply-to", "x"]),
            WORDS | SYNTAX,
        ),
        max_size=6,
    ),
)


@cache
def words_of(practice: str) -> Speaker:
    return speaker(PRACTICES[practice])


@pytest.mark.parametrize("practice", PRACTICES)
@given(
    mail=WRITTEN,
    name=st.sampled_from((*REASONS, *RISKY)),
    tag=st.sampled_from(TAGS),
    form=st.sampled_from(FORMS),
)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_nothing_of_the_mail_is_in_the_reply(
    practice: str, mail: ParsedMail, name: str, tag: str, form: Form
) -> None:
    """R10: the reply is the same for every mail, but for well-formed ids in its threading."""
    policy = PRACTICES[practice]
    answer = Reply(name, name, languages=(tag,), form=form)
    spoken = words_of(practice).speak(answer, received(policy))

    def made(of: ParsedMail) -> bytes:
        return reply_mail(
            to="noa@berg.example",
            mail=of,
            policy=policy,
            subject=spoken.subject,
            name=spoken.name,
            languages=spoken.languages,
            body=spoken.text,
            date=NOW,
            message_id=message_token(KEY, "1/1", policy.practice.address),
        )

    raw = made(mail).decode("utf-8")
    threading = r"In-Reply-To: [^\r\n]*\r\nReferences: [^\r\n]*(?:\r\n [^\r\n]*)*\r\n"
    assert re.sub(threading, "", raw) == made(ParsedMail(fields=(), body_start=0)).decode("utf-8")
    ids = "".join(re.findall(threading, raw)).replace("In-Reply-To:", "").replace("References:", "")
    assert all(MSG_ID.fullmatch(found) for found in ids.split())


@given(SYNTAX | st.emails() | st.text(max_size=80), st.booleans())
def test_an_address_is_an_address(text: str, utf8: bool) -> None:
    found = parse_path(text, utf8=utf8)
    if found is not None:
        assert parse_path(found, utf8=utf8) == found
        assert found.isprintable() or utf8
        assert not re.search(r"[\r\n\x00\u202e]", found)
        assert addresses_in(f"Noa <{found}>") == (found,)
        assert same_address(found, found.upper()) or not found.isascii()


@given(SYNTAX | st.text(max_size=200))
def test_reading_addresses_never_raises(text: str) -> None:
    for found in addresses_in(text):
        assert parse_path(found, utf8=True) == found
    key_of(text)
    domain_of(text)


PARTS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters='"@'), max_size=40)


@given(PARTS, PARTS)
def test_a_key_is_its_own_key(local: str, domain: str) -> None:
    key = key_of(f"{local}@{domain}")
    assert key_of(key) == key


@given(
    st.builds(
        Counts,
        last_same_handle_at=st.none()
        | st.timedeltas(timedelta(0), timedelta(days=9)).map(NOW.__sub__),
        crisis_today=st.integers(0, 9),
        hour_total=st.integers(0, 90),
        day_total=st.integers(0, 400),
        domain_hour=st.integers(0, 30),
        same_message=st.booleans(),
    )
)
def test_what_bars_a_reply_is_counted(counts: Counts) -> None:
    for handle in ("crisis", "other"):
        if may_reply(counts, PLAIN.reply, handle, NOW) is None:
            assert not counts.same_message
            assert counts.hour_total < PLAIN.reply.per_hour
            assert counts.day_total < PLAIN.reply.per_day
            assert counts.domain_hour < PLAIN.reply.per_domain_per_hour


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_flowed_text_keeps_every_word(text: str) -> None:
    def words(of: str) -> list[str]:
        return of.replace("\x00", " ").split()

    made = flowed(text)
    assert words(made) == words(text)
    assert made.endswith("\n")
    assert flowed(made) == made


@given(
    st.lists(
        st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=200),
        max_size=5,
    )
)
def test_quoted_printable_is_seven_bit_and_comes_back(lines: list[str]) -> None:
    wire = printable_text(lines)
    assert wire.isascii()
    assert all(len(row) <= 76 for row in wire.split("\r\n"))
    assert quopri.decodestring(wire.encode()).decode("utf-8") == "\r\n".join(lines)
