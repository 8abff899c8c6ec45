"""H-06, H-15, H-16, H-24: whoever opens the reply, in whichever mailbox, learns nothing from it."""

import re
from dataclasses import replace
from email.utils import getaddresses
from html import unescape
from pathlib import Path

import pytest

from gateway.core.client import Client
from gateway.core.crisis import lines_for
from gateway.core.decision import Reply
from gateway.core.hotline import Line
from gateway.core.policy import Policy
from gateway.core.proof import every_reply
from gateway.core.speak import Speaker, Spoken
from gateway.errors import NeedsHuman
from tests.conftest import NOW
from tests.practices import CLINIC, LINES, PLAIN, RICH, TAGS, away, received, speaker
from tests.responder.cases import CRISIS, NOA, answers, judged, mail, read
from tests.responder.road import road

# Beginnings of words, in three languages; chosen without a look at the list in locales/.
TELLING = (
    *("therap", "thérap", "terap", "psych", "psic", "counsel", "clinic", "hospital", "hôpital"),
    *("session", "séance", "sesi", "appointment", "rendez", "cita", "client", "patient", "pacient"),
    *("suicid", "self-harm", "crisis", "crise", "danger", "peligr", "abus", "violen", "safe"),
    *("distress", "détresse", "angusti", "mental", "depress", "dépress", "depresi", "trauma"),
    *("helpline", "lifeline", "hotline", "samaritan", "shout", "listen", "homework", "devoir"),
    *("partner", "couple", "family", "famil", "husband", "wife", "mari", "pareja"),
)
SHOWS = re.compile("|".join(rf"\b{word}" for word in TELLING), re.IGNORECASE)
HIDDEN = replace(
    RICH,
    practice=replace(RICH.practice, name="Calder Trauma Therapy"),
    reply=replace(RICH.reply, display_name="Calder Trauma Therapy", html=True),
    privacy=replace(RICH.privacy, discreet_name="I. Calder"),
)
OPEN = replace(HIDDEN, privacy=RICH.privacy, reply=replace(RICH.reply, html=True))


def said(by: Speaker, answer: Reply) -> Spoken:
    return by.speak(answer, received(by.policy))


def seen(spoken: Spoken) -> str:
    """All that a person sees of a reply, but for words to text: SHOUT is dialled as it stands."""
    page = re.sub(r"(?s)<style>.*</style>|<[^>]*>", " ", spoken.html)
    shown = f"{spoken.name}\n{spoken.subject}\n{spoken.text}\n{unescape(page)}"
    return re.sub(r"\b[A-Z]{4,}\b", "", shown)


@pytest.mark.parametrize("policy", [HIDDEN, away(HIDDEN), CLINIC], ids=["rich", "away", "clinic"])
def test_a_discreet_reply_has_none_of_the_words(policy: Policy) -> None:
    by = speaker(policy, sealed=True)
    made = [a for a in every_reply(by) if a.form == "discreet" and a.template != "undelivered"]
    assert len(made) >= 9 * len(TAGS)
    for answer in made:
        assert SHOWS.findall(seen(said(by, answer))) == []


def test_the_words_would_be_seen() -> None:
    for tag in TAGS:
        answer = Reply("other", "other", languages=(tag,))
        assert SHOWS.search(seen(said(speaker(PLAIN), answer)))
    assert SHOWS.search(said(speaker(HIDDEN), Reply("other", "other")).name)


@pytest.mark.parametrize("form", ["full", "discreet"])
def test_all_replies_have_one_subject_and_one_name(form: str) -> None:
    """Else the list of her mailbox, or a locked phone, would tell why she wrote."""
    for tag in TAGS:
        made = [
            said(by, answer)
            for by in (speaker(OPEN), speaker(away(OPEN)))
            for answer in every_reply(by)
            if answer.form == form and answer.languages == (tag,)
            if form == "discreet" or answer.template != "undelivered"
        ]
        assert len(made) > 2 * 9
        assert len({(spoken.subject, spoken.name) for spoken in made}) == 1


def test_mail_of_abuse_is_answered_discreetly_and_without_a_line_for_survivors() -> None:
    body = "My husband hits me when he has been drinking. I am afraid to go home tonight."
    (answer,) = answers(judged(mail(body=body)).decision)
    assert (answer.form, answer.audience) == ("discreet", ())
    for_survivors = {line.phone for line in LINES if line.audience == "survivors" and line.phone}
    assert for_survivors
    text = said(speaker(PLAIN), answer).text
    assert not any(number in text for number in for_survivors)


async def test_who_must_not_be_written_to_is_not_and_the_mail_and_the_alert_go_on(
    tmp_path: Path,
) -> None:
    async with road(tmp_path) as way:
        way.store.clients.put(NOA, Client(reply="none"), NOW)
        got = await way.take(mail(body=CRISIS))
        assert (got.replies, got.code, len(got.delivered)) == ([], "client-none", 1)
        assert [urgency for urgency, _ in got.notices] == ["emergency"]


async def test_who_cannot_be_looked_up_is_not_written_to(tmp_path: Path) -> None:
    """She may be one to whom a reply is not safe."""

    def known(sender: str, lately: object) -> object:
        raise NeedsHuman("the agreement cannot be opened")

    async with road(tmp_path) as way:
        way.edges = replace(way.edges, known=known)  # type: ignore[arg-type]
        got = await way.take(mail(body=CRISIS))
        assert (got.replies, got.code, len(got.delivered)) == ([], "client-damaged", 1)
        assert [urgency for urgency, _ in got.notices] == ["emergency", "notice"]


OTHERS = ("sam@berg.example", "boss@work.example", "parent@home.example", "list@b.example")


async def test_one_person_gets_the_reply_and_nobody_else_is_named_in_it(tmp_path: Path) -> None:
    """Reply-To, Cc, From and Sender may be others: they would learn who is in therapy."""
    sam, boss, parent, other = OTHERS
    raw = mail(
        f"Cc: {boss}, Parent <{parent}>",
        f"Bcc: {boss}",
        f"Reply-To: Sam <{sam}>",
        f"Sender: {other}",
        f"Disposition-Notification-To: {sam}",
        f"Return-Receipt-To: {sam}",
        f"X-Original-To: {other}",
        author=f"From: {sam}",
        body=CRISIS,
    )
    async with road(tmp_path) as way:
        (sent,) = (await way.take(raw)).replies
    message = read(sent.raw)
    assert sent.recipients == (NOA,)
    assert [address for _, address in getaddresses(message.get_all("To", []))] == [NOA]
    assert [message[name] for name in ("Cc", "Bcc", "Reply-To", "Resent-To")] == [None] * 4
    assert [address for address in OTHERS if address in sent.raw.decode()] == []


async def test_a_stranger_gets_the_words_that_a_client_gets(tmp_path: Path) -> None:
    """From is easily forged: nothing in a reply may prove that its address is a client's."""
    said_to = []
    async with road(tmp_path) as way:
        way.store.clients.put(NOA, Client(), NOW)
        for sender in (NOA, "bo@else.example"):
            (sent,) = (await way.take(mail(), sender=sender)).replies
            message = read(sent.raw)
            said_to.append((message["Subject"], message["From"], message.get_content()))
    assert said_to[0] == said_to[1]


async def test_no_part_of_the_mail_and_no_file_comes_back(tmp_path: Path) -> None:
    async with road(tmp_path) as way:
        (sent,) = (await way.take(mail(subject="Subject: my panic attacks"))).replies
    message = read(sent.raw)
    assert message.get_content_type() == "text/plain"
    assert "panic" not in sent.raw.decode().lower()


YOUNG = [line for line in LINES if line.audience == "youth" and line.confidence == "high"]


def lines_at(place: str, minor: bool) -> tuple[Line, ...]:
    (answer,) = answers(judged(mail(), client=Client(minor=minor, place=place)).decision)
    return lines_for(
        LINES,
        PLAIN,
        place=answer.place,
        language="en",
        audience=answer.audience,
        today=NOW.date(),
    )


@pytest.mark.parametrize("place", sorted({line.place for line in YOUNG}))
def test_a_line_for_the_young_is_shown_by_the_record_alone(place: str) -> None:
    def audiences(minor: bool) -> set[str]:
        return {line.audience for line in lines_at(place, minor)}

    assert audiences(minor=False) == {"everyone"}
    assert "youth" in audiences(minor=True)


@pytest.mark.parametrize("tag", TAGS)
def test_a_discreet_reply_has_no_line_for_the_young(tag: str) -> None:
    """Whoever reads the mailbox learns nothing of who it is that is given a number."""
    answer = Reply("other", "other", languages=(tag,), audience=("youth",))
    (young,) = (x for x in YOUNG if x.place == "CA")
    names = (young.name, *dict(young.names).values())
    full, discreet = (
        said(speaker(PLAIN), replace(answer, form=form)) for form in ("full", "discreet")
    )
    assert young.phone in full.text
    assert any(name in full.text for name in names)
    assert young.phone not in discreet.text
    assert not any(name.casefold() in seen(discreet).casefold() for name in names)
