"""What the edges owe to the pipeline: Protocols only."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from gateway.core.decision import Action, Decision
from gateway.core.mail import Envelope


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message of ours or of a client on its way out, ready for the wire.

    sender      reverse-path, "" for null
    recipients  forward-paths, at least one
    raw         CRLF line ends only, not dot-stuffed
    key         same for each try of the same action: JOB/NUMBER
    never_notify  ask for no delivery report where DSN is offered (RFC 3461 §4.1 NOTIFY=NEVER)
    """

    sender: str
    recipients: tuple[str, ...]
    raw: bytes
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
    """One stored message that this worker holds, until the context ends."""

    id: str
    env: Envelope

    async def raw(self) -> bytes: ...

    async def decided(self, decision: Decision) -> Sequence[tuple[int, Action]]: ...

    async def done(self, number: int) -> None: ...

    async def failed(self, number: int, error: Exception) -> None: ...


class Store(Protocol):
    """gateway/store/: accepted mail, until every action is done."""

    async def put(self, env: Envelope, raw: bytes) -> str: ...

    def lease(self) -> AbstractAsyncContextManager[Job | None]: ...
