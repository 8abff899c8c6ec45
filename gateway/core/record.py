"""What stays known of a message, and what a reply is asked for with: classes, codes, keys."""

from collections.abc import Callable
from dataclasses import dataclass, field

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
