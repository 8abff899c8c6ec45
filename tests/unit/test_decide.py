"""Every branch from what was understood to what is done."""

from dataclasses import replace
from typing import Any

import pytest

from gateway.core.assessment import Assessment, Evidence, Risk
from gateway.core.decide import DOUBTED, decide, mailboxes, seal_owed, shelved, unjudged
from gateway.core.decision import Alert, Because, Deliver, Reply
from gateway.core.mail import Envelope, Leaf, ParsedMail
from gateway.core.policy import Policy, Seal
from gateway.core.policy import Reply as ReplyLimits
from gateway.core.practice import Practice
from tests.conftest import NOW

DANA = "dana@clinic.example"
TEXT = Leaf(
    head_start=0, head_end=0, body_start=0, body_end=0, media_type="text/plain", is_attachment=False
)
FILE = Leaf(
    head_start=0, head_end=0, body_start=0, body_end=0, media_type="image/png", is_attachment=True
)
PLAIN = ParsedMail(fields=(), body_start=0, leaves=(TEXT,))
WITH_FILE = ParsedMail(fields=(), body_start=0, leaves=(TEXT, FILE))
OPAQUE = ParsedMail(fields=(), body_start=0, opaque="nesting")
SIGNED = ParsedMail(fields=(), body_start=0, leaves=(TEXT, FILE), protected="signed")
SIGNED_TEXT = ParsedMail(fields=(), body_start=0, leaves=(TEXT,), protected="signed")
SEALED = ParsedMail(fields=(), body_start=0, leaves=(FILE,), protected="openpgp")
ANSWER = Reply("other", "other")
BARRED = Because("list", "it came from a list")
TELLS = Alert("notice", "unanswered")


def policy(scheme: str = "off", what: str = "attachments", **reply: Any) -> Policy:
    return Policy(
        practice=Practice(name="Dana", address=DANA, place="CA-ON", timezone="America/Toronto"),
        reply=ReplyLimits(display_name="Dana", **reply),
        recipients={DANA: "box@host.example", "Team@clinic.example": "team@host.example"},
        seal=Seal(scheme=scheme, what=what),  # type: ignore[arg-type]
    )


def envelope(*recipients: str) -> Envelope:
    return Envelope(sender="ann@client.example", recipients=recipients or (DANA,), received_at=NOW)


def found(risk: Risk = Risk.NONE, intent: str = "other") -> Assessment:
    evidence = (Evidence(about="suicide", rule="suicide.plan.en", risk=risk),) if risk else ()
    return Assessment(intents=((intent, 0.5),), risk=risk, evidence=evidence)


@pytest.mark.parametrize(
    ("mail", "scheme", "what", "sealed", "code"),
    [
        (PLAIN, "off", "attachments", None, "clear"),
        (WITH_FILE, "off", "message", None, "clear"),
        (PLAIN, "openpgp", "attachments", None, "clear"),
        (WITH_FILE, "openpgp", "attachments", "attachments", "seal"),
        (WITH_FILE, "smime", "attachments", "attachments", "seal"),
        (PLAIN, "openpgp", "message", "message", "seal"),
        (OPAQUE, "openpgp", "attachments", "message", "seal"),
        (SIGNED, "openpgp", "attachments", "message", "seal"),
        (SIGNED_TEXT, "openpgp", "attachments", None, "clear"),
        (SEALED, "openpgp", "message", None, "came-sealed"),
    ],
)
def test_what_must_be_sealed(
    mail: ParsedMail, scheme: str, what: str, sealed: str | None, code: str
) -> None:
    owed, because = seal_owed(mail, Seal(scheme=scheme, what=what))  # type: ignore[arg-type]
    assert (owed, because.code) == (sealed, code)


@pytest.mark.parametrize("risk", list(Risk))
@pytest.mark.parametrize("answer", [ANSWER, BARRED])
def test_it_is_always_delivered_and_risk_only_adds(risk: Risk, answer: Reply | Because) -> None:
    decision = decide(envelope(), PLAIN, found(risk), policy(), answer)
    assert Deliver("box@host.example") in decision.actions
    alerts = [a for a in decision.actions if isinstance(a, Alert)]
    assert alerts == ([Alert(risk.word, "risk")] if risk >= Risk.URGENT else [])
    assert (ANSWER in decision.actions) == (answer is ANSWER)
    assert decision.reasons[-1].code == ("reply" if answer is ANSWER else "list")


def test_an_alert_goes_first() -> None:
    decision = decide(envelope(), PLAIN, found(Risk.EMERGENCY), policy(), ANSWER)
    assert [type(a) for a in decision.actions] == [Alert, Deliver, Reply]


@pytest.mark.parametrize(
    ("recipients", "boxes"),
    [
        ((DANA,), ("box@host.example",)),
        ((DANA.upper(), DANA), ("box@host.example",)),
        (("team@clinic.example", DANA), ("team@host.example", "box@host.example")),
        (("postmaster",), ("box@host.example",)),
        (("gone@clinic.example",), ("box@host.example",)),
    ],
)
def test_each_mailbox_once(recipients: tuple[str, ...], boxes: tuple[str, ...]) -> None:
    assert mailboxes(envelope(*recipients), policy()) == boxes


@pytest.mark.parametrize(("scheme", "sealed"), [("off", None), ("openpgp", "message")])
def test_what_our_own_code_could_not_judge_goes_on_sealed_and_is_told(
    scheme: str, sealed: str | None
) -> None:
    decision = unjudged(envelope(), policy(scheme), "KeyError", ANSWER)
    wanted = (Alert("urgent", "unjudged"), Deliver("box@host.example", sealed), ANSWER)  # type: ignore[arg-type]
    assert decision.actions == wanted


@pytest.mark.parametrize(("scheme", "sealed"), [("off", None), ("smime", "message")])
def test_what_ends_the_program_is_not_answered(scheme: str, sealed: str | None) -> None:
    decision = shelved(envelope(), policy(scheme))
    wanted = (Alert("urgent", "shelved"), Deliver("box@host.example", sealed))  # type: ignore[arg-type]
    assert decision.actions == wanted


@pytest.mark.parametrize("risk", list(Risk))
def test_in_shadow_only_the_reply_is_left_out(risk: Risk) -> None:
    live = decide(envelope(), WITH_FILE, found(risk), policy("smime"), ANSWER)
    shadow = decide(envelope(), WITH_FILE, found(risk), policy("smime", mode="shadow"), ANSWER)
    assert shadow.actions == tuple(a for a in live.actions if a != ANSWER)
    assert shadow.reasons[:-1] == live.reasons[:-1]
    assert (shadow.reasons[-1].code, live.reasons[-1].code) == ("shadow", "reply")
    assert ANSWER.template in shadow.reasons[-1].text


def test_in_shadow_what_could_not_be_judged_is_not_answered_either() -> None:
    decision = unjudged(envelope(), policy(mode="shadow"), "KeyError", ANSWER)
    assert decision.actions == (Alert("urgent", "unjudged"), Deliver("box@host.example"))
    assert decision.reasons[-1].code == "shadow"


def test_in_shadow_why_there_is_no_reply_stays_the_reason() -> None:
    decision = decide(envelope(), PLAIN, found(), policy(mode="shadow"), BARRED)
    assert decision.reasons[-1] == BARRED


UNANSWERED = [  # why there is no reply, of whom it is, what it looks like, is she told
    (code, is_client, assessed, is_client or assessed != "nothing")
    for code in sorted(DOUBTED)
    for is_client in (False, True)
    for assessed in ("nothing", "a reason", "a risk")
] + [
    (code, True, "a reason", False)
    for code in ("list", "auto-submitted", "automatic", "too-old", "client-none", "never", "off")
]
LOOKS = {
    "nothing": found(),
    "a reason": found(intent="booking"),
    "a risk": replace(found(Risk.NOTICE), intents=(("other", 0.5),)),
}


@pytest.mark.parametrize(("code", "is_client", "assessed", "told"), UNANSWERED)
def test_silence_to_a_probable_person_is_told(
    code: str, is_client: bool, assessed: str, told: bool
) -> None:
    why = Because(code, "words")
    decision = decide(envelope(), PLAIN, LOOKS[assessed], policy(), why, is_client=is_client)
    assert (TELLS in decision.actions) is told
    assert decision.reasons[-1] == why
    quiet = policy(tell_unanswered=False)
    untold = decide(envelope(), PLAIN, LOOKS[assessed], quiet, why, is_client=is_client)
    assert TELLS not in untold.actions


def test_who_is_answered_is_no_silence() -> None:
    for mode in ("live", "shadow"):
        decision = decide(envelope(), PLAIN, found(), policy(mode=mode), ANSWER, is_client=True)
        assert TELLS not in decision.actions
