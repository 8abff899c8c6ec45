"""Automatic, a person's, or doubtful: what marks make of a mail, and what follows from it."""

from dataclasses import dataclass

import pytest

from gateway.core.absence import REPLY_SUBJECTS
from gateway.core.automatic import machine_mark
from gateway.core.claims import CRISIS, DOUBTFUL, DOUBTFUL_CRISIS, window_of
from gateway.core.client import Client
from gateway.core.mail import Envelope
from gateway.core.parse import parse
from tests.responder.cases import (
    CRISIS as IN_DANGER,
)
from tests.responder.cases import (
    HELLO,
    NOA,
    OURS,
    POLICY,
    alerts,
    answers,
    envelope,
    is_ours,
    judged,
    mail,
    policy,
)

ASKS = "I would like to book an appointment for next week, in the afternoon."
SUPPRESS, BULK = "X-Auto-Response-Suppress: All", "Precedence: bulk"
RULE = "X-MS-Exchange-Inbox-Rules-Loop: noa@berg.example"
GENERATED = "Auto-Submitted: auto-generated"
TO_OURS = f"In-Reply-To: {OURS}"
ABSENCE = "Subject: Automatic reply: hello"


@dataclass(frozen=True, kw_only=True)
class Case:
    """A mail with these marks: "automatic", "person" or "doubtful".

    client  the same for a sender with a record, where that matters
    """

    name: str
    is_: str
    client: str = ""
    head: tuple[str, ...] = ()
    subject: str = "Subject: hello"
    author: str = f"From: Noa Berg <{NOA}>"
    sender: str = NOA


CASES = (
    Case(name="plain", is_="person"),
    Case(name="receipts alone", is_="person", head=("X-Auto-Response-Suppress: DR, RN, NRN",)),
    Case(name="null sender", is_="automatic", sender=""),
    Case(name="report", is_="automatic", head=("Content-Type: multipart/report; boundary=a",)),
    Case(name="list", is_="automatic", head=("List-Id: <a.b.example>",)),
    Case(name="our own mail", is_="automatic", head=(f"Message-ID: {OURS}",)),
    Case(name="auto-replied", is_="automatic", head=("Auto-Submitted: auto-replied",)),
    Case(name="auto-notified", is_="automatic", head=("Auto-Submitted: auto-notified",)),
    Case(name="auto-generated", is_="automatic", head=(GENERATED,)),
    # one soft mark
    Case(name="suppress alone", is_="doubtful", head=(SUPPRESS,)),
    Case(name="Precedence alone", is_="doubtful", head=(BULK,)),
    Case(name="answers ours", is_="doubtful", head=(TO_OURS,)),
    Case(name="answers ours, References", is_="doubtful", head=(f"References: <a@b> {OURS}",)),
    Case(name="a rule sent it on", is_="doubtful", head=(RULE,)),
    *(
        Case(name=f"subject: {subject}", is_="doubtful", subject=f"Subject: {subject}: hello")
        for subject in REPLY_SUBJECTS
    ),
    # the shape of an absence notice of Exchange
    Case(name="suppress, answers ours", is_="automatic", head=(SUPPRESS, TO_OURS)),
    *(
        Case(
            name=f"suppress, {subject}",
            is_="automatic",
            head=(SUPPRESS,),
            subject=f"Subject: {subject.upper()} : hello",
        )
        for subject in (
            "Automatic reply",
            "Réponse automatique",
            "Respuesta automática",
            "自動応答",
        )
    ),
    Case(name="suppress, Re:", is_="doubtful", head=(SUPPRESS,), subject="Subject: Re: " + ABSENCE),
    Case(
        name="suppress, an answer to others", is_="doubtful", head=(SUPPRESS, "In-Reply-To: <a@b>")
    ),
    Case(name="two soft marks", is_="automatic", head=(SUPPRESS, BULK)),
    # sent on by a rule of the client's own mailbox
    Case(name="sent on", is_="automatic", client="doubtful", head=(GENERATED, RULE)),
    Case(
        name="sent on, Auto-Submitted twice",
        is_="automatic",
        client="doubtful",
        head=("Auto-Submitted: no", "Auto-Submitted: Auto-Generated (rule)", RULE),
    ),
    Case(name="no trace of a rule", is_="automatic", client="automatic", head=(GENERATED,)),
    Case(
        name="a rule that replies",
        is_="automatic",
        client="automatic",
        head=("Auto-Submitted: auto-replied", RULE),
    ),
    Case(
        name="sent on and replied",
        is_="automatic",
        client="automatic",
        head=(GENERATED, "Auto-Submitted: auto-replied", RULE),
    ),
    Case(
        name="sent on for another author",
        is_="automatic",
        client="automatic",
        head=(GENERATED, RULE),
        author="From: Shop <news@shop.example>",
    ),
    Case(
        name="sent on without an author",
        is_="automatic",
        client="automatic",
        head=(GENERATED, RULE),
        author="From: nobody",
    ),
    Case(
        name="sent on, suppress",
        is_="automatic",
        client="automatic",
        head=(GENERATED, RULE, SUPPRESS),
    ),
    Case(
        name="sent on, answers ours",
        is_="automatic",
        client="automatic",
        head=(GENERATED, RULE, TO_OURS),
    ),
    Case(
        name="sent on, of a list",
        is_="automatic",
        client="automatic",
        head=(GENERATED, RULE, "List-Id: <a.b.example>"),
    ),
)


def bytes_of(case: Case, body: str = HELLO) -> bytes:
    return mail(*case.head, subject=case.subject, author=case.author, body=body)


@pytest.mark.parametrize("is_client", [False, True], ids=["stranger", "client"])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_mail_is(case: Case, is_client: bool) -> None:
    env = Envelope(
        sender=case.sender, recipients=envelope().recipients, received_at=envelope().received_at
    )
    parsed = parse(bytes_of(case), normal=True)
    sure, maybe = machine_mark(env, parsed, is_ours, is_client=is_client)
    found = "automatic" if sure else "doubtful" if maybe else "person"
    assert found == ((is_client and case.client) or case.is_)
    assert not (sure and maybe)


DOUBTS = tuple(
    c for c in CASES if "doubtful" in (c.is_, c.client) and not c.name.startswith("subject")
)


@pytest.mark.parametrize("uncertain", ["silent", "known", "answer"])
@pytest.mark.parametrize("is_client", [False, True], ids=["stranger", "client"])
@pytest.mark.parametrize("case", DOUBTS, ids=lambda case: case.name)
def test_the_policy_says_who_in_doubt_is_answered(
    case: Case, is_client: bool, uncertain: str
) -> None:
    doubtful = ((is_client and case.client) or case.is_) == "doubtful"
    client = Client() if is_client else None
    got = judged(bytes_of(case, ASKS), rules=policy(uncertain=uncertain), client=client).decision
    answered = doubtful and (uncertain == "answer" or (uncertain == "known" and is_client))
    assert [answer.handle for answer in answers(got)] == ([DOUBTFUL] if answered else [])
    # A person asks for something: when she gets no answer, the therapist is told.
    assert alerts(got) == ([("notice", "unanswered")] if doubtful and not answered else [])
    if not answered:
        assert got.reasons[-1].code == ("uncertain" if doubtful else "auto-submitted")


@pytest.mark.parametrize(
    ("body", "client", "told"),
    [
        ("ok", None, []),
        ("ok", Client(), [("notice", "unanswered")]),
        (ASKS, None, [("notice", "unanswered")]),
        (IN_DANGER, None, [("emergency", "risk"), ("notice", "unanswered")]),
    ],
    ids=["nobody known, nothing asked", "a client", "she asks for something", "in danger"],
)
def test_silence_to_a_probable_person_is_told(
    body: str, client: Client | None, told: list[tuple[str, str]]
) -> None:
    raw = mail(BULK, body=body)
    assert alerts(judged(raw, rules=policy(uncertain="silent"), client=client).decision) == told
    untold = policy(uncertain="silent", tell_unanswered=False)
    without = alerts(judged(raw, rules=untold, client=client).decision)
    assert without == [alert for alert in told if alert[1] == "risk"]


def test_silence_to_a_machine_is_not_told() -> None:
    for head in ((GENERATED,), (SUPPRESS, BULK), ("List-Id: <a.b.example>",)):
        assert alerts(judged(mail(*head, body=ASKS), client=Client()).decision) == []


def test_a_doubtful_reply_has_a_day_of_its_own() -> None:
    assert {window_of(POLICY.reply, h).days for h in (DOUBTFUL, DOUBTFUL_CRISIS)} == {1}
    (calm,) = answers(judged(mail(SUPPRESS, body=ASKS), client=Client()).decision)
    (danger,) = answers(judged(mail(SUPPRESS, body=IN_DANGER), client=Client()).decision)
    (sure,) = answers(judged(mail(body=IN_DANGER), client=Client()).decision)
    assert (calm.handle, danger.handle, sure.handle) == (DOUBTFUL, DOUBTFUL_CRISIS, CRISIS)
    assert (calm.template, danger.template) == ("booking", "emergency")
