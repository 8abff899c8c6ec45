"""What was agreed with a client, and doubtful marks: may her message be answered?"""

import pytest

from gateway.core.answer import RISKY
from gateway.core.assessment import INTENTS
from gateway.core.client import Client
from gateway.core.decision import Reply
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.reply import is_doubtful, why_not_this
from tests.conftest import NOW
from tests.unit.reply_cases import FROM, TO, Case, because, fields, h, is_ours

UNCERTAIN = {"uncertain": "answer"}
RECORD, UNSAFE = Client(), Client(reply="none")
RULE = h("x-ms-exchange-inbox-rules-loop", "noa@berg.example")
GENERATED = h("auto-submitted", "auto-generated")
CASES = [
    Case("P9 unsafe to e-mail", "client-none", client=UNSAFE),
    Case("P9 unsafe, and uncertain", "client-none", h("precedence", "bulk"), client=UNSAFE),
    Case("P9 unsafe, whatever is uncertain", "client-none", client=UNSAFE, reply=UNCERTAIN),
    Case("a record says nothing against it", None, client=RECORD),
    Case("discreet is an answer", None, client=Client(reply="discreet")),
    Case("reasons are not looked at here", None, client=Client(reasons=())),
    Case(
        "R1 silent, a client",
        "uncertain",
        h("precedence", "bulk"),
        reply={"uncertain": "silent"},
        client=RECORD,
    ),
    Case("R1 known, a client", None, h("precedence", "bulk"), client=RECORD),
    Case("R1 known, a stranger", "uncertain", h("precedence", "bulk")),
    Case(
        "R1 known, a client's two marks",
        "automatic",
        (*h("precedence", "bulk"), *h("x-auto-response-suppress", "All")),
        client=RECORD,
    ),
    Case("R1 known, a client on a list", "list", h("list-id", "<a>"), client=RECORD),
    Case("sent on by her own rule", None, (*GENERATED, *RULE), client=RECORD),
    Case("sent on by a stranger's rule", "auto-submitted", (*GENERATED, *RULE)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_why_no_reply(case: Case) -> None:
    assert because(case) == case.code


DOUBTFUL = [
    ("a person's", (), None, False),
    ("a soft mark", h("precedence", "bulk"), None, True),
    ("a client's soft mark", h("precedence", "bulk"), RECORD, True),
    ("a hard mark", h("list-id", "<a>"), None, False),
    ("sent on by her own rule", (*GENERATED, *RULE), RECORD, True),
]


@pytest.mark.parametrize(
    ("more", "client", "is_"), [row[1:] for row in DOUBTFUL], ids=[row[0] for row in DOUBTFUL]
)
def test_which_answered_mail_is_doubtful(
    more: tuple[tuple[str, str], ...], client: Client | None, is_: bool
) -> None:
    """Its reply has a window of its own. Asked only of what nothing bars from an answer."""
    env = Envelope(sender="noa@berg.example", recipients=("iris@calder.example",), received_at=NOW)
    mail = ParsedMail(fields=fields(FROM, TO, *more), body_start=0)
    assert is_doubtful(env, mail, is_ours) is is_


REASONS = [  # what was agreed, template, is it answered
    (None, "homework", True),
    (RECORD, "homework", True),
    (Client(reasons=("booking", "cancelling")), "booking", True),
    (Client(reasons=("booking", "cancelling")), "homework", False),
    (Client(reasons=("booking",)), "other", False),
    (Client(reasons=()), "booking", False),
    *((Client(reasons=reasons), risky, True) for reasons in ((), ("booking",)) for risky in RISKY),
]


@pytest.mark.parametrize(("client", "template", "answered"), REASONS)
def test_reasons_agreed_with_a_client(client: Client | None, template: str, answered: bool) -> None:
    found = why_not_this(Reply(template, template), client)
    assert (found.code if found else None) == (None if answered else "client-reason")


def test_an_agreement_bars_reasons_and_never_a_crisis() -> None:
    """Each reason that there is, against the narrowest agreement."""
    narrow = Client(reasons=())
    for name in (*INTENTS, *RISKY):
        assert (why_not_this(Reply(name, name), narrow) is None) == (name in RISKY)
