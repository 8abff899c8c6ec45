"""The story of one mail: what the demo promises and what it must notice when it is broken."""

import base64
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gateway.core.assessment import Assessment, Evidence, Risk
from gateway.core.decision import Because, Decision, Reply
from gateway.core.judge import Judgement
from gateway.core.parse import parse
from gateway.core.record import Record, Seen, SeenAction
from gateway.demo.relay import Sent
from gateway.demo.story import totals, weightiest
from gateway.demo.told import Happened, story_of
from tests.conftest import NOW

DIARY = b"Tuesday: slept, ate, walked.\r\n"
CLEAR = base64.b64encode(DIARY).decode()


def mail(subject: str, part: str = "diary.txt.pgp", content: str = "QUJD") -> bytes:
    return (
        "From: Ann Lee <ann@x.example>\r\nTo: Dana <dana@y.example>\r\n"
        f"Subject: {subject}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
        f'--b\r\nContent-Disposition: attachment; filename="{part}"\r\n'
        "Content-Type: application/octet-stream\r\n"
        f"Content-Transfer-Encoding: base64\r\n\r\n{content}\r\n--b--\r\n"
    ).encode()


def action(number: int, kind: str, error: str = "") -> SeenAction:
    return SeenAction(
        number=number,
        kind=kind,
        words=kind,
        state="done",
        attempts=1,
        not_before=datetime(2026, 1, 1, tzinfo=UTC),
        error=error,
    )


SEEN = Seen(
    id="k1",
    received_at=NOW,
    size=1,
    state="done",
    crashes=0,
    record=Record(
        intents=("homework", "other"),
        risk="none",
        reasons=(Because("intent", "homework"), Because("reply", "template homework")),
    ),
    actions=(action(0, "deliver"), action(1, "reply")),
)
SPOKE = Evidence(about="homework", rule="homework.sends.en", weight=0.8, excerpt="hello")
FOUND = Assessment(intents=(("homework", 0.8), ("other", 0.1)), risk=Risk.NONE, evidence=(SPOKE,))
REPLY = Reply("homework", "homework")
CLIENTS = mail("My diary", "diary.txt", CLEAR)
ANSWER = Sent(sender="", recipients=("ann@x.example",), raw=mail("Automatic reply"))
GOOD = Happened(
    name="01-a",
    sender="ann@x.example",
    raw=CLIENTS,
    attached=(("diary.txt", DIARY),),
    silence=False,
    judged=Judgement(mail=parse(CLIENTS), found=FOUND, answer=REPLY, decision=Decision((), ())),
    seen=SEEN,
    delivered=(mail("My diary"),),
    answers=(ANSWER,),
    opened=(("diary.txt", DIARY),),
)


def test_all_well():
    story = story_of(GOOD)
    assert story.wrong == ()
    assert (story.author, story.address, story.subject) == ("Ann Lee", "ann@x.example", "My diary")
    assert (story.intents, story.risk, story.template) == (
        ("homework", "other"),
        "none",
        "homework",
    )
    assert story.proof
    assert story.proof.identical
    assert (story.proof.names, story.proof.files) == (("diary.txt",), ("diary.txt.pgp",))
    assert story.answer
    assert story.answer.file == "replies/01-a.eml"
    marked = [piece.text for passage in story.passages for piece in passage.pieces if piece.about]
    assert marked == ["hello"]


WRONG = [  # name, what differs, words that say so
    ("not taken", {"seen": None, "refusal": "not taken"}, "not taken"),
    ("lost", {"delivered": ()}, "delivered 0 times"),
    ("twice", {"delivered": (mail("a"), mail("a"))}, "delivered 2 times"),
    ("other bytes", {"opened": (("diary.txt", DIARY[:-1]),)}, "does not open"),
    ("other name", {"opened": (("diary", DIARY),)}, "does not open"),
    ("does not open", {"opened": None}, "does not open"),
    ("one too many", {"opened": (("diary.txt", DIARY), ("b", b""))}, "does not open"),
    ("in clear", {"delivered": (mail("a", "diary.txt", CLEAR),)}, "in clear"),
    ("machine answered", {"silence": True}, "a machine was answered"),
    ("no answer", {"answers": ()}, "answered 0 times"),
    ("two answers", {"answers": (ANSWER, ANSWER)}, "answered 2 times"),
    ("answer to another", {"answers": (replace(ANSWER, recipients=("b@x.example",)),)}, "else"),
    ("answer can bounce", {"answers": (replace(ANSWER, sender="d@y.example"),)}, "by a machine"),
    (
        "an action failed",
        {"seen": replace(SEEN, actions=(action(0, "deliver", "the disk is full"),))},
        "deliver: the disk is full",
    ),
]


@pytest.mark.parametrize(("other", "words"), [c[1:] for c in WRONG], ids=[c[0] for c in WRONG])
def test_what_is_wrong_is_noticed(other: dict[str, object], words: str):
    (first, *_) = wrong = story_of(replace(GOOD, **other)).wrong  # type: ignore[arg-type]
    assert any(words in one for one in wrong), first
    assert totals([story_of(replace(GOOD, **other))]).wrong  # type: ignore[arg-type]


def test_why_there_is_no_answer():
    record = Record(reasons=(Because("clear", "no attachment"), Because("list", "it is a list")))
    silent = replace(GOOD, silence=True, answers=(), seen=replace(SEEN, record=record))
    story = story_of(silent)
    assert (story.answer, story.no_answer, story.wrong) == (None, "it is a list", ())


@pytest.mark.parametrize(
    ("answer", "manner"),
    [
        (REPLY, ()),
        (replace(REPLY, languages=("en",)), ()),
        (replace(REPLY, languages=("fr-CA",)), ("in French",)),
        (replace(REPLY, languages=("es", "en")), ("in Spanish",)),
        (replace(REPLY, form="discreet"), ("discreet",)),
        (replace(REPLY, languages=("fr",), form="discreet"), ("in French", "discreet")),
        (Because("list", "it is a list"), ()),
    ],
)
def test_how_the_answer_differs(answer: Reply | Because, manner: tuple[str, ...]):
    happened = replace(GOOD, judged=replace(GOOD.judged, answer=answer))
    assert story_of(happened).manner == manner
    assert story_of(replace(happened, answers=())).manner == ()


def test_parts_that_nobody_named_are_sealed_as_well():
    """The machine-readable parts of a bounce are neither text nor HTML."""
    story = story_of(replace(GOOD, attached=(), opened=(("attachment-1", DIARY),)))
    assert story.wrong == ()
    assert story.proof
    assert story.proof.names == ("attachment-1",)


def test_own_mail_is_opened_but_not_compared():
    own = replace(GOOD, attached=None, silence=None, raw=GOOD.delivered[0])
    proof = story_of(own).proof
    assert proof
    assert proof.identical is None
    assert proof.names == ("diary.txt",)
    assert story_of(replace(own, opened=None)).wrong


def test_what_could_not_be_judged():
    story = story_of(
        replace(
            GOOD,
            judged=Judgement(mail=None, found=None, answer=REPLY, decision=Decision((), ())),
            seen=replace(SEEN, record=Record()),
        )
    )
    assert (story.intents, story.risk, story.passages, story.because) == (
        ("other",),
        "unknown",
        (),
        (),
    )


def test_mail_that_belongs_to_nobody_is_wrong():
    assert totals([story_of(GOOD)], strays=1).wrong
    assert not totals([story_of(GOOD)]).wrong


def test_the_weightiest_evidence_comes_first():
    risk = Evidence(about="suicide", rule="r", risk=Risk.URGENT, excerpt="a")
    past = Evidence(about="suicide", rule="p", risk=Risk.NOTICE, excerpt="b")
    weak = Evidence(about="homework", rule="w", weight=0.2, excerpt="c")
    other = Evidence(about="other", rule="o", weight=0.9, excerpt="d")
    silent = Evidence(about="homework", rule="s", weight=1.0)
    against = Evidence(about="homework", rule="a", weight=-0.5, excerpt="e")
    crisis = Evidence(about="crisis", rule="c", risk=Risk.URGENT, excerpt="f")
    evidence = (other, weak, silent, against, past, SPOKE, crisis, risk)
    found = replace(FOUND, signs=("suicide",), evidence=evidence)
    assert weightiest(found) == (risk, crisis, past, SPOKE, weak, other)
    assert weightiest(None) == ()
