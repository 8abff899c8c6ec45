"""What a running gateway works with: one value, replaced whole when the policy is read anew."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from gateway.core.assess import Detectors
from gateway.core.client import Known
from gateway.core.document import DocumentText
from gateway.core.mail import ParsedMail
from gateway.core.policy import Policy
from gateway.core.speak import Speaker
from gateway.ports import Deliverer, Notifier, Sealer


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """What a running gateway works with; replaced whole when the policy is read anew.

    hostname   our own name, for Received fields and EHLO
    detectors  loaded when first asked for, after the doors are open
    speaker    the words of replies
    plain_speaker  the same from shipped templates alone, for when her own ones fail
    has_own_words  some template is the practice's own
    edition    number of this policy with its templates and crisis lines (store/editions.py)
    known      what is known of a sender, who may have had a reply since then
    sealer     None when the policy sets no scheme
    read_documents  the words of a message's documents; never raises (documents/reader.py)
    token_key  secret behind our Message-IDs, by which we know our own mail again
    """

    policy: Policy
    hostname: str
    detectors: Callable[[], Detectors]
    speaker: Speaker
    plain_speaker: Speaker
    has_own_words: bool
    edition: int
    known: Callable[[str, datetime], Known]
    sealer: Sealer | None
    read_documents: Callable[[bytes, ParsedMail], Awaitable[tuple[DocumentText, ...]]]
    mailbox: Deliverer
    relay: Deliverer
    notifier: Notifier
    token_key: bytes
    now: Callable[[], datetime]

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.policy.practice.timezone))
