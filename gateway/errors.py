"""Errors at the edges: what to do next, and what may a stranger read?"""


class EdgeError(Exception):
    """Something outside refused or failed. Raise one of the three below.

    public  one line that may leave this machine (SMTP text, alert, page);
            no address, path, version, or word of a client
    detail  for this machine's log only; no word of a client either
    """

    def __init__(self, public: str, *, detail: str = "") -> None:
        super().__init__(public)
        self.public = public
        self.detail = detail


class TryLater(EdgeError):
    """Time may heal it: away, busy, full. The default for the unknown.

    in_doubt  the other side may have taken the message all the same: the line was
              cut between the end of data and its answer (RFC 5321 §4.5.4.1)
    """

    def __init__(self, public: str, *, detail: str = "", in_doubt: bool = False) -> None:
        super().__init__(public, detail=detail)
        self.in_doubt = in_doubt


class NeedsHuman(EdgeError):
    """Only a person can mend it: no key, bad password. Keep, tell her, wait."""


class GiveUp(EdgeError):
    """Nothing can mend it: refused for good. Never the end of a client's own mail."""


class Withheld(GiveUp):
    """We ourselves do not send it: nobody refused it, so that nothing is held against her."""


class ConfigError(Exception):
    """policies.toml, a template or a data file is wrong; all findings at once.

    findings  lines for people, each "FILE:LINE: key: what is wrong - what to do"
    """

    def __init__(self, findings: tuple[str, ...]) -> None:
        super().__init__("\n".join(findings))
        self.findings = findings
