"""Read, understand, decide: everything that is thought about one message, in one pure call."""

from collections.abc import Callable
from dataclasses import dataclass

from gateway.core.answer import answer_for
from gateway.core.assess import Detectors, assess
from gateway.core.assessment import Assessment, Risk
from gateway.core.client import UNKNOWN, Known
from gateway.core.decide import decide, unjudged
from gateway.core.decision import Because, Decision, Reply
from gateway.core.document import documents_of
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.parse import parse
from gateway.core.policy import Policy
from gateway.core.reply import is_doubtful, why_no_reply, why_not_this


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was read, understood and decided. mail, found: None when our own code failed there.

    answer  the reply that was chosen, or why there is none
    """

    mail: ParsedMail | None
    found: Assessment | None
    answer: Reply | Because
    decision: Decision


def judge(
    env: Envelope,
    raw: bytes,
    policy: Policy,
    detectors: Callable[[], Detectors],
    is_ours: Callable[[str], bool],
    *,
    read: ParsedMail | None = None,
    known: Known = UNKNOWN,
) -> Judgement:
    """The judgement of one message; never raises.

    raw      as the store keeps it: CRLF line ends only (line_ends.py)
    is_ours  tells our own Message-IDs
    read     the message as it was read before, now with the words of its documents
             (document.py); None to read it here
    known    what is known of the sender
    detectors  asked for in here: that they do not load must not stop mail either
    A bug in our rules must not stop mail: what cannot be judged is delivered, sealed whole
    where a scheme is set, and the therapist is told.
    """
    mail: ParsedMail | None = None
    answer: Reply | Because = Because("unread", "no reply: its header could not be read")
    try:
        mail = read or parse(raw, normal=True)
        barred = why_no_reply(env, mail, policy, is_ours=is_ours, client=known.client)
        if known.is_damaged:
            barred = Because("client-damaged", "what was agreed with its sender cannot be read")
        doubtful = barred is None and is_doubtful(env, mail, is_ours)
        answer = barred or answer_for(None, known, policy, doubtful=doubtful)
        found = assess(mail, detectors())
        answer = barred or answer_for(found, known, policy, doubtful=doubtful)
    except Exception as error:  # noqa: BLE001 see above
        decision = unjudged(env, policy, type(error).__name__, answer)
        return Judgement(mail=mail, found=None, answer=answer, decision=decision)
    if isinstance(answer, Reply):
        answer = why_not_this(answer, known.client) or answer
    decision = decide(env, mail, found, policy, answer, is_client=known.client is not None)
    return Judgement(mail=mail, found=found, answer=answer, decision=decision)


def unread_documents(judged: Judgement) -> ParsedMail | None:
    """The mail to be judged again with the words of its documents; None when it has none."""
    mail = judged.mail
    if mail is None or judged.found is None or not documents_of(mail):
        return None
    return mail


def is_urgent(found: Assessment | None) -> bool:
    """Somebody may be in danger, or nobody could tell."""
    return found is None or found.risk >= Risk.URGENT
