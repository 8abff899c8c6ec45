"""From what was understood to what is done. One pure function, every branch explained.

READ SECOND, after pipeline.py. Deliver is always there, for each mailbox:
nothing that was found, or not found, may cost the therapist a message. Risk
adds an alert and changes the template; it never lifts a ban on replying,
since that ban guards against loops.
"""

from gateway.core.assessment import Assessment, Risk
from gateway.core.decision import Action, Alert, Because, Decision, Deliver, Reply, SealWhat
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.policy import Policy, Seal

# Why somebody who is probably a person got no reply: marks that persons' mail carries as well
# (reply.py), or an agreement that cannot be read.
DOUBTED = frozenset({"uncertain", "several-authors", "client-damaged"})


def decide(
    env: Envelope,
    mail: ParsedMail,
    found: Assessment,
    policy: Policy,
    answer: Reply | Because,
    *,
    is_client: bool = False,
) -> Decision:
    """Choose the actions for one message; their order is the order of urgency.

    answer     the reply that may be sent, or why none may
    is_client  there is an agreement with its sender
    """
    what, why_seal = seal_owed(mail, policy.seal)
    actions: list[Action] = []
    reasons: list[Because] = [
        Because("intent", ", ".join(name for name, _ in found.intents)),
        Because("risk", found.risk_word),
    ]
    if found.risk >= Risk.URGENT:
        actions.append(Alert(found.risk.word, "risk"))
        rules = sorted({e.rule for e in found.evidence if e.risk >= Risk.URGENT})
        reasons.append(Because("alert", f"rules {', '.join(rules)}"))
    actions.extend(Deliver(box, what) for box in mailboxes(env, policy))
    reasons.append(why_seal)
    _add_answer(actions, reasons, answer, policy)
    if policy.reply.tell_unanswered and _looks_human(found, answer, is_client=is_client):
        actions.append(Alert("notice", "unanswered"))
    return Decision(tuple(actions), tuple(reasons))


def unjudged(env: Envelope, policy: Policy, error: str, answer: Reply | Because) -> Decision:
    """The decision for a message that our own code could not judge.

    error  the name of the error's type, never its text
    The mail goes on (sealed whole where a scheme is set), the therapist is told, and the
    client gets the general reply where a reply is allowed: it carries the crisis block.
    """
    sealed: SealWhat | None = "message" if policy.seal.scheme != "off" else None
    actions: list[Action] = [Alert("urgent", "unjudged")]
    actions.extend(Deliver(box, sealed) for box in mailboxes(env, policy))
    reasons = [Because("unjudged", f"our own code failed: {error}")]
    _add_answer(actions, reasons, answer, policy)
    return Decision(tuple(actions), tuple(reasons))


def shelved(env: Envelope, policy: Policy) -> Decision:
    """The decision for a message that ended the whole program three times.

    Nothing may read it again. It goes on as it came where no sealing is owed; else the
    store holds its delivery, encrypted here, until a person releases it.
    """
    owed: SealWhat | None = None if policy.seal.scheme == "off" else "message"
    rest = tuple(Deliver(box, owed) for box in mailboxes(env, policy))
    told = "held, since sealing is owed" if owed else "delivered unread"
    because = Because("shelved", f"the program ended three times on it: {told}")
    return Decision((Alert("urgent", "shelved"), *rest), (because,))


def _add_answer(
    actions: list[Action], reasons: list[Because], answer: Reply | Because, policy: Policy
) -> None:
    if isinstance(answer, Because):
        reasons.append(answer)
    elif policy.reply.mode == "shadow":
        words = f"only recorded, not sent: template {answer.template}"
        reasons.append(Because("shadow", words))
    else:
        actions.append(answer)
        reasons.append(Because("reply", f"template {answer.template}"))


def _looks_human(found: Assessment, answer: Reply | Because, *, is_client: bool) -> bool:
    """A person probably wrote what gets no reply for its doubtful marks: somebody should know."""
    if isinstance(answer, Reply) or answer.code not in DOUBTED:
        return False
    return is_client or found.risk >= Risk.NOTICE or found.intent != "other"


def mailboxes(env: Envelope, policy: Policy) -> tuple[str, ...]:
    """Where a message goes: each mailbox once, in the order of its recipients.

    postmaster, and an address that was taken out of the table meanwhile, go to the practice.
    """
    table = {address.lower(): box for address, box in policy.recipients.items()}
    own = table.get(policy.practice.address.lower()) or next(iter(table.values()))
    found = (table.get(r.lower(), own) for r in env.recipients)
    return tuple(dict.fromkeys(found))


def seal_owed(mail: ParsedMail, seal: Seal) -> tuple[SealWhat | None, Because]:
    """What of this message must be encrypted before it leaves, and why.

    Mail that came encrypted passes untouched. What could not be taken apart, or carries a
    signature over its attachments, is sealed whole.
    """
    if seal.scheme == "off":
        return None, Because("clear", "no sealing scheme is set")
    if mail.protected in ("openpgp", "smime"):
        return None, Because("came-sealed", f"already encrypted ({mail.protected})")
    if mail.opaque:
        return "message", Because("seal", f"could not be taken apart ({mail.opaque})")
    if seal.what == "message":
        return "message", Because("seal", "the policy seals whole messages")
    count = len(mail.attachments)
    if not count:
        return None, Because("clear", "no attachment")
    if mail.protected == "signed":
        return "message", Because("seal", "signed, with attachments")
    return "attachments", Because("seal", f"{count} attachment(s)")
