"""Mail for the statements: the practice that is written to, what is written, what it comes to."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email import policy as email_policy
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from gateway.config.read import read_config
from gateway.core.client import Client, Known
from gateway.core.compose import (
    alert_mail,
    is_our_token,
    message_token,
    reply_mail,
    report_mail,
)
from gateway.core.decision import Alert, Decision
from gateway.core.decision import Reply as Answer
from gateway.core.judge import Judgement, judge
from gateway.core.mail import Envelope
from gateway.core.parse import parse
from gateway.core.policy import Policy, Reply
from gateway.core.practice import Practice
from gateway.core.reply import why_no_reply
from gateway.core.speak import Speaker, Spoken
from gateway.errors import ConfigError
from gateway.plugins import detectors
from gateway.replies import speaker_of
from gateway.resources import default_policy, read_lines, read_templates
from tests.conftest import NOW

NOA, IRIS = "noa@berg.example", "iris@calder.example"
KEY = bytes(range(32))
OURS = message_token(KEY, "job/1", IRIS)
LOCAL = NOW.astimezone(ZoneInfo("America/Toronto"))
HELLO = "Could you tell me whether the heating in your office works again?"
CRISIS = "I am going to kill myself tonight. I have the pills here."

POLICY = Policy(
    practice=Practice(
        name="Iris Calder",
        address=IRIS,
        addresses=("office@calder.example",),
        place="US",
        timezone="America/Toronto",
        languages=("en", "fr-CA", "es"),
    ),
    reply=Reply(display_name="I. Calder"),
    recipients={IRIS: "iris@box.example"},
)


def policy(**reply: Any) -> Policy:
    """The practice, with these keys of its [reply]."""
    return replace(POLICY, reply=replace(POLICY.reply, **reply))


def mail(
    *more: str,
    to: str = f"To: {IRIS}",
    author: str = f"From: Noa Berg <{NOA}>",
    subject: str = "Subject: hello",
    body: str = HELLO,
) -> bytes:
    """A person's mail, with these header lines more; "" leaves a line out."""
    head = [line for line in (author, to, subject, *more) if line]
    return ("\r\n".join([*head, "", body]) + "\r\n").encode("utf-8")


def envelope(sender: str = NOA, *recipients: str, utf8: bool = False) -> Envelope:
    return Envelope(sender=sender, recipients=recipients or (IRIS,), received_at=NOW, smtputf8=utf8)


def is_ours(value: str) -> bool:
    return is_our_token(KEY, value)


def why(
    raw: bytes,
    env: Envelope | None = None,
    *,
    rules: Policy = POLICY,
    client: Client | None = None,
) -> str | None:
    """The code of why this mail gets no reply; None when it may have one."""
    found = why_no_reply(
        env or envelope(), parse(raw, normal=True), rules, is_ours=is_ours, client=client
    )
    return found.code if found else None


def codes(*mails: bytes, **given: Any) -> set[str | None]:
    """All codes that these mails come to."""
    return {why(raw, **given) for raw in mails}


def from_senders(*senders: str) -> set[str | None]:
    """All codes of the same mail from each of these."""
    return {why(mail(), envelope(sender)) for sender in senders}


def judged(
    raw: bytes,
    env: Envelope | None = None,
    *,
    rules: Policy = POLICY,
    client: Client | None = None,
) -> Judgement:
    """What the whole core makes of a mail, with the rules and the model that are shipped."""
    known = Known(client=client)
    return judge(env or envelope(), raw, rules, detectors, is_ours, known=known)


def answers(decision: Decision) -> list[Answer]:
    return [action for action in decision.actions if isinstance(action, Answer)]


def alerts(decision: Decision) -> list[tuple[str, str]]:
    return [(a.urgency, a.cause) for a in decision.actions if isinstance(a, Alert)]


@cache
def sources() -> dict[str, str]:
    return read_templates(Path("/nowhere"))


@cache
def speaker(rules: str = "", html: bool = False) -> Speaker:
    """The words of POLICY's replies. rules: a name from VARIANTS."""
    base = VARIANTS[rules] if rules else POLICY
    return speaking(replace(base, reply=replace(base.reply, html=html)))


def speaking(rules: Policy) -> Speaker:
    return speaker_of(rules, sources(), read_lines(), apart=False)


VARIANTS: dict[str, Policy] = {
    "clinic": replace(
        POLICY,
        practice=replace(POLICY.practice, name="Mill Lane Practice", kind="clinic"),
        reply=replace(POLICY.reply, display_name="Mill Lane front desk"),
    ),
    "discreet": replace(POLICY, privacy=replace(POLICY.privacy, reply_default="discreet")),
}


def reply_bytes(
    answer: Answer | None = None,
    *,
    of: bytes | None = None,
    to: str = NOA,
    by: Speaker | None = None,
    received: datetime = LOCAL,
    date: datetime = LOCAL,
    subject: str = "",
) -> bytes:
    """The reply as it leaves, made the way stages.py makes it."""
    by = by or speaker()
    said: Spoken = by.speak(answer or Answer("other", "other"), received)
    return reply_mail(
        to=to,
        mail=parse(of or mail(), normal=True),
        policy=by.policy,
        subject=subject or said.subject,
        name=said.name,
        body=said.text,
        html=said.html,
        languages=said.languages,
        date=date,
        message_id=message_token(KEY, "job/2", by.policy.practice.address),
        boundary="b0123456789abcdef",
    )


def read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=email_policy.default)


def reply(answer: Answer | None = None, **given: Any) -> EmailMessage:
    """The same, read by another's parser."""
    return read(reply_bytes(answer, **given))


def words_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def alert_bytes() -> bytes:
    return alert_mail(
        policy=POLICY, to=(IRIS,), urgency="urgent", text="Look.\n", date=LOCAL, message_id=OURS
    )


def report_bytes() -> bytes:
    said = speaker().speak(Answer("undelivered", "undelivered"), LOCAL)
    return report_mail(
        to=NOA,
        policy=POLICY,
        hostname="mx.calder.example",
        cause="expired",
        recipient=IRIS,
        subject="Not delivered",
        body=said.text,
        arrival=LOCAL,
        date=LOCAL,
        message_id=OURS,
        boundary="b0123456789abcdef",
        original_message_id=None,
    )


def setting(key: str, value: str | None) -> Reply:
    """[reply] as it is read with this key; None: without it."""
    return _read(key, value, "reply").reply


def findings(key: str, value: str, table: str = "reply") -> tuple[str, ...]:
    """What is wrong with a policy file in which this key has this value."""
    with pytest.raises(ConfigError) as caught:
        _read(key, value, table)
    return caught.value.findings


def _read(key: str, value: str | None, table: str) -> Policy:
    """The policy that is shipped, with one key changed, added or taken away."""
    line = "" if value is None else f"{key} = {value}\n"
    before, head, rest = default_policy().partition(f"\n[{table}]")
    first, sep, more = rest.partition("\n")
    body, mark, after = more.partition("\n[")
    rows = "".join(r + "\n" for r in body.split("\n") if r.split(" =")[0] != key)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "policies.toml"
        path.write_text(f"{before}{head}{first}{sep}{line}{rows}{mark}{after}", "utf-8")
        return read_config(path).policy
