"""What stays known of a message, and what a reply is asked for with: classes, codes, keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from gateway.core.claims import Counts
from gateway.core.decision import Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What stays known of a message: classes and codes, never words.

    intents, risk, signs, unread  as assessed at the first judging
    rules                         names of the rules that spoke
    reasons                       why each action was, or was not, chosen
    urgent                        the risk was urgent or worse, or could not be judged
    shelved                       nothing may read the message again (three crashes)
    """

    intents: tuple[str, ...] = ()
    risk: str = "unknown"
    signs: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    reasons: tuple[Because, ...] = ()
    urgent: bool = False
    shelved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A reply that the rules allow, asking for its claim.

    sender, domain  canonical (addresses.py)
    message         Message-ID, or a hash of the content when there is none
    may             the pure rule: why not, given the counts, or None
    """

    sender: str = field(repr=False)
    domain: str = field(repr=False)
    message: str = field(repr=False)
    handle: str
    may: Callable[[Counts], Because | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAction:
    """One action of a stored message, as a person may see it.

    state       todo, doing, waiting (for a person; tried again at not_before), held, done, dropped
    not_before  the next try, when there is one
    error       our own words for what went wrong, "" when nothing did
    """

    number: int
    kind: str
    words: str
    state: str
    attempts: int
    not_before: datetime
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One stored message, as a person may see it: no word and no address of a client.

    state  kept (not yet judged), decided, done
    """

    id: str
    received_at: datetime
    size: int
    state: str
    crashes: int
    record: Record
    actions: tuple[SeenAction, ...]

    @property
    def needs_a_person(self) -> bool:
        return any(a.state in ("waiting", "held") for a in self.actions)

    def settled(self, now: datetime) -> bool:
        """Nothing more will happen to it before the next retry or a person's command."""
        if self.state == "kept":
            return False
        busy = (a for a in self.actions if a.state in ("todo", "doing"))
        return all(a.state == "todo" and a.not_before > now for a in busy)
