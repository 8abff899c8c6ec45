"""What became of one mail, as values that the terminal and the page show."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gateway.core.assessment import Assessment, Evidence, Risk
from gateway.demo.marking import Passage

REASONS = {
    "booking": "booking",
    "next_appointment": "next appointment",
    "cancelling": "cancelling",
    "resource": "shares a resource",
    "update": "good news",
    "homework": "homework",
    "crisis": "crisis",
    "other": "other matter",
}
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """One message in the therapist's inbox or on the relay, and the file it was left in.

    file     path below the demo's folder
    author   name, or the address when there is none; address: of the author
    text     its readable words
    """

    file: str
    author: str
    address: str
    to: str
    subject: str
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was encrypted, and whether opening it again gave what the client attached.

    names      of the attachments, as the client named them
    files      names of the encrypted files in the delivered mail
    identical  opened with the demo key: same names and same bytes; None for a mail of the
               user's own, which opened but cannot be compared with anything
    """

    names: tuple[str, ...]
    files: tuple[str, ...]
    identical: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One mail from the client's pen to the client's inbox.

    author      name, or the address when there is none
    intents     reasons, strongest first; risk in one word
    because     the evidence that weighs most comes first
    delivered   () when nothing came into the inbox
    proof       None when there was nothing to seal
    answer      what the client got back, None for nothing
    manner      how it differs from the plain one: "in French", "discreet"
    no_answer   why there is none, "" when there is one
    wrong       what the demo promised and did not do
    """

    name: str
    author: str
    address: str
    subject: str
    passages: tuple[Passage, ...]
    attachments: tuple[str, ...] = ()
    intents: tuple[str, ...]
    risk: str
    because: tuple[Evidence, ...]
    delivered: tuple[Filed, ...]
    alerts: tuple[Filed, ...] = ()
    proof: Proof | None = None
    answer: Filed | None = None
    template: str = ""
    manner: tuple[str, ...] = ()
    no_answer: str = ""
    wrong: tuple[str, ...] = ()

    @property
    def looks_like(self) -> str:
        """The first reason in plain words."""
        return reason(self.intents[0])

    @property
    def others(self) -> tuple[str, ...]:
        """The further reasons in plain words."""
        return tuple(reason(intent) for intent in self.intents[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The last line of the demo."""

    mails: int
    delivered: int
    answered: int
    alerts: int
    sealed: int
    silent: tuple[str, ...]
    wrong: tuple[str, ...]


def totals(stories: Sequence[Story], *, strays: int = 0) -> Totals:
    """strays  messages in the mailbox or on the relay that belong to none of the stories"""
    wrong = [f"{s.name}: {w}" for s in stories for w in s.wrong]
    if strays:
        wrong.append(f"{strays} messages that belong to none of these")
    return Totals(
        mails=len(stories),
        delivered=sum(bool(s.delivered) for s in stories),
        answered=sum(s.answer is not None for s in stories),
        alerts=sum(len(s.alerts) for s in stories),
        sealed=sum(
            len(s.proof.names) for s in stories if s.proof and s.proof.identical is not False
        ),
        silent=tuple(s.author for s in stories if s.answer is None),
        wrong=tuple(wrong),
    )


def reason(intent: str) -> str:
    return REASONS.get(intent, intent.replace("_", " "))


def weightiest(found: Assessment | None) -> tuple[Evidence, ...]:
    """The evidence for what was concluded: the risk first, then the reasons in their order.

    What speaks against a reason, or was not found in words, is left out.
    """
    if found is None:
        return ()
    order = {name: place for place, (name, _) in enumerate(found.intents)}

    def rank(evidence: Evidence) -> tuple[bool, int, bool, int, float]:
        alarming = evidence.risk >= Risk.URGENT
        place = order.get(evidence.about, len(order))
        sign = evidence.about in found.signs
        return (not alarming, -evidence.risk, not sign, place, -evidence.weight)

    return tuple(sorted((e for e in found.evidence if e.excerpt and e.weight >= 0), key=rank))
