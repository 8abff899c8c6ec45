"""What the edges owe to the pipeline: Protocols only."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from gateway.core.decision import Action, Because, Decision
from gateway.core.mail import Envelope, ParsedMail
from gateway.core.record import Asked, Record, ReplyTrace
from gateway.core.schedule import Next, Tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message of ours or of a client on its way out, ready for the wire.

    sender        reverse-path, "" for null
    recipients    forward-paths, at least one
    raw           CRLF line ends only, not dot-stuffed
    key           same for each try of the same action: JOB/NUMBER
    never_notify  ask for no delivery report where DSN is offered (RFC 3461 §4.1 NOTIFY=NEVER)
    """

    sender: str = field(repr=False)
    recipients: tuple[str, ...] = field(repr=False)
    raw: bytes = field(repr=False)
    key: str
    never_notify: bool = False


class Deliverer(Protocol):
    """gateway/deliver/: puts one message where it belongs, or hands it to a server.

    deliver() answers one result for each recipient, in order: None when the
    other side has taken charge of it, else TryLater, NeedsHuman or GiveUp as a
    value. It raises only those three, and then it speaks for all recipients.
    """

    async def deliver(self, mail: Outgoing) -> Sequence[Exception | None]: ...

    async def close(self) -> None: ...


class Sealer(Protocol):
    """gateway/seal/: encrypts to the therapist's one key.

    scheme  "openpgp" or "smime", the word of the policy
    seal()  ciphertext of `clear`: ASCII armor with CRLF line ends (openpgp), DER (smime).
            Errors: NeedsHuman when the key is missing, expired, revoked, too weak or
            is not the one the policy names; TryLater. Never returns clear text.
    check() what is wrong with the key today, in plain words; () when it is usable.
    """

    scheme: str

    async def seal(self, clear: bytes) -> bytes: ...

    def check(self) -> Sequence[str]: ...


class Notifier(Protocol):
    """gateway/notify/: tells the therapist that a message needs her.

    Errors: TryLater, NeedsHuman, GiveUp. `text` holds no word and no name of a client.
    """

    async def notify(self, *, urgency: str, text: str, key: str) -> None: ...


class Job(Protocol):
    """One stored message in the hands of this process, and what is still to be done for it.

    size      bytes of the message
    record    what is known of it once it is decided
    mail      the message as it was read, while this process has it in hand
    draft     its reply, composed while the claim was being written
    crashes   times the program ended while this message was being read or sealed
    worn_out  so often that nothing may read it again
    """

    id: str
    env: Envelope
    size: int
    record: Record
    mail: ParsedMail | None
    draft: Outgoing | None
    crashes: int

    @property
    def worn_out(self) -> bool: ...

    async def raw(self) -> bytes: ...

    def in_work(self) -> AbstractContextManager[None]:
        """Inside, our own code reads or seals this message; the next start knows."""

    async def begin(self) -> list[tuple[int, Action]] | None:
        """The actions that are due, their attempt written down; None: not yet decided."""

    async def decided(
        self, decision: Decision, record: Record, asked: Asked | None = None, *, hold: bool = False
    ) -> list[tuple[int, Action]]:
        """Keep the first decision for ever; answers the actions to do now.

        A lone delivery may be kept together with its outcome: it is judged again till then.
        asked  the claim of the decision's reply: without it the reply is taken out
        hold   deliveries wait for a person
        """

    async def restate(self, trace: ReplyTrace) -> None:
        """The reply was made anew, perhaps by a newer policy: remember what leaves now."""

    async def claim(self, asked: Asked) -> Because | None:
        """Count a letter beside the reply, and its trace; why it must not go, or None."""

    def tried(self, number: int) -> Tried: ...

    async def done(self, number: int) -> None: ...

    async def failed(self, number: int, step: Next, error: str) -> None: ...

    async def shelve(self) -> None:
        """Hold what is left to deliver until a person releases it."""

    async def survived(self) -> None:
        """It was read and sealed without ending the program: its crashes are forgotten."""


class Store(Protocol):
    """gateway/store/: accepted mail, until every action is done.

    Errors of all: TryLater when there is no room or the disk is away, NeedsHuman when a
    record is damaged.
    """

    async def put(self, env: Envelope, raw: bytes) -> str:
        """Keep a message so that a power cut cannot lose it; return its id."""

    async def next_job(self, poll_s: float) -> Job:
        """The next message that is due and in no one's hands; waits for one."""

    async def forget_old(self, log_days: int, answers_days: int, recall_days: int) -> None:
        """Drop records, claims and traces of replies that are older than so many days."""

    def release(self, job: Job) -> None:
        """This process has done what it can for now."""
