"""Read, understand, decide: everything that is thought about one message, in one pure call."""

from collections.abc import Callable
from dataclasses import dataclass

from gateway.core.assess import Detectors, assess
from gateway.core.assessment import Assessment, Risk
from gateway.core.decide import decide, unjudged
from gateway.core.decision import Because, Decision, Reply
from gateway.core.document import documents_of
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.parse import parse
from gateway.core.policy import Policy
from gateway.core.reply import reply_for, why_no_reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was read, understood and decided. mail, found: None when our own code failed there."""

    mail: ParsedMail | None
    found: Assessment | None
    decision: Decision


def judge(
    env: Envelope,
    raw: bytes,
    policy: Policy,
    detectors: Detectors,
    is_ours: Callable[[str], bool],
    read: ParsedMail | None = None,
) -> Judgement:
    """The judgement of one message; never raises.

    raw      as the store keeps it: CRLF line ends only (line_ends.py)
    is_ours  tells our own Message-IDs
    read     the message as it was read before, now with the words of its documents
             (document.py); None to read it here
    A bug in our rules must not stop mail: what cannot be judged is delivered, sealed whole
    where a scheme is set, and the therapist is told.
    """
    mail: ParsedMail | None = None
    answer: Reply | Because = Because("unread", "no reply: its header could not be read")
    try:
        mail = read or parse(raw, normal=True)
        barred = why_no_reply(env, mail, policy, is_ours=is_ours)
        answer = barred or Reply("other", "other")
        found = assess(mail, detectors)
    except Exception as error:  # noqa: BLE001 see above
        decision = unjudged(env, policy, type(error).__name__, answer)
        return Judgement(mail=mail, found=None, decision=decision)
    decision = decide(env, mail, found, policy, barred or reply_for(found))
    return Judgement(mail=mail, found=found, decision=decision)


def unread_documents(judged: Judgement) -> ParsedMail | None:
    """The mail to be judged again with the words of its documents; None when it has none."""
    mail = judged.mail
    if mail is None or judged.found is None or not documents_of(mail):
        return None
    return mail


def is_urgent(found: Assessment | None) -> bool:
    """Somebody may be in danger, or nobody could tell."""
    return found is None or found.risk >= Risk.URGENT
