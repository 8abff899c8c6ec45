"""What a session asks before it says yes."""

from typing import TYPE_CHECKING, Protocol

from gateway.core.policy import Limits

if TYPE_CHECKING:
    from gateway.inlet.esmtp import Esmtp


class Door(Protocol):
    """The policy half of a door. Words in answer are the refusal that the peer hears, "" is yes."""

    limits: Limits
    sessions: "set[Esmtp]"

    def admit(self, peer: str) -> bool: ...

    def leave(self, peer: str) -> None: ...

    def may_send(self, size: int | None) -> str: ...

    def recipient(self, address: str) -> str: ...

    def room_for(self, size: int) -> bool: ...

    async def take(self, session: "Esmtp", raw: bytes) -> str: ...

    def refused_for_now(self, error: Exception) -> str: ...
