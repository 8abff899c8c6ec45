"""What is known of the key that mail is sealed to."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """The sealing key as it stands today; nothing secret is in it.

    fingerprint  upper-case hex: OpenPGP's own, or SHA-256 of the certificate; "" when none
    algorithm    of the part that encrypts, "RSA 3072", "cv25519"; "" unknown
    expires      None when it never does, or is not known
    problems     why it cannot be used, and what to do; () when it can
    """

    scheme: str
    fingerprint: str = ""
    owner: str = ""
    algorithm: str = ""
    created: datetime | None = None
    expires: datetime | None = None
    problems: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        return not self.problems
