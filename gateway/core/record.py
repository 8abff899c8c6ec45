"""What stays known of a message, and what a reply is asked for with: classes, codes, keys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from gateway.core.claims import Counts
from gateway.core.decision import Because


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What stays known of a message: classes and codes, never words.

    intents, risk, signs, unread, language  as assessed at the first judging
    rules                         names of the rules that spoke
    reasons                       why each action was, or was not, chosen
    urgent                        the risk was urgent or worse, or could not be judged
    shelved                       nothing may read the message again (three crashes)
    """

    intents: tuple[str, ...] = ()
    risk: str = "unknown"
    signs: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    language: str = ""
    rules: tuple[str, ...] = ()
    reasons: tuple[Because, ...] = ()
    urgent: bool = False
    shelved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTrace:
    """What one reply was made of, so that years later it can be said why it read as it did.

    edition        number of the policy, templates and lines that were in force
    languages      of the text, one below the other, at least one: ("fr-CA", "en")
    form           "full" or "discreet"
    also           other reasons, each with a line of its own
    short          a later reply in the window
    place          the place its crisis lines are for; audience: whom besides everyone
    lines          ids of all crisis lines shown
    foreign        the client's language, where there is no reply in it; else ""
    received       when the message came, in the practice's zone: "2026-03-03T09:30:00-05:00"
    received_zone  that zone, "America/Toronto"
    """

    edition: int
    template: str
    languages: tuple[str, ...]
    form: str
    also: tuple[str, ...] = ()
    short: bool = False
    place: str = field(repr=False)
    audience: tuple[str, ...] = field(default=(), repr=False)
    lines: tuple[str, ...] = field(default=(), repr=False)
    foreign: str = ""
    received: str
    received_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A reply that the rules allow, asking for its claim.

    sender, domain  canonical (addresses.py)
    message         Message-ID, or a hash of the content when there is none
    may             the pure rule: why not, given the counts, or None
    trace           what is remembered of the reply; None: nothing
    shadow          the decision holds no reply: nothing is claimed, but the trace is kept
    """

    sender: str = field(repr=False)
    domain: str = field(repr=False)
    message: str = field(repr=False)
    handle: str
    may: Callable[[Counts], Because | None]
    trace: ReplyTrace | None = None
    shadow: bool = False


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
