"""A folder in which `gateway check` finds nothing to mend, and what it says when one thing is."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from gateway.checkup.finding import Finding
from gateway.checkup.run import run_checks
from gateway.private import private_folder
from gateway.resources import default_policy
from gateway.secrets import make_master_key

TODAY = datetime.now(UTC)  # certificates are made now
Write = Callable[..., Path]
EVERY_LANGUAGE = '["en", "fr", "es"]'


def ready(folder: Path, relay_port: int) -> Write:
    """Writes a policy that is in order, changed as told (old, new)...; answers its path.

    Its replies are in English unless told otherwise: to prove those of all languages takes time.
    """
    folder.chmod(0o700)
    make_master_key(folder / "keys/master.key")
    private_folder(folder / "state")

    def put(*changes: tuple[str, str], languages: str = '["en"]') -> Path:
        text = default_policy().replace("clinic.example", "clinic.test")
        text = text.replace(f"languages = {EVERY_LANGUAGE}", f"languages = {languages}")
        text = text.replace("port = 2526 ", f"port = {relay_port} ")
        text = text.replace("port = 2525 ", "port = 0 ")
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new, 1)
        path = folder / "policies.toml"
        path.write_text(text, "utf-8")
        path.chmod(0o644)
        return path

    return put


def level_of(found: tuple[Finding, ...], what: str) -> dict[str, str]:
    """level -> words and remedy of what was said of one thing."""
    return {f.level: f"{f.words} | {f.fix}" for f in found if f.what == what}


def check(path: Path, now: datetime = TODAY) -> tuple[Finding, ...]:
    return run_checks(path, now=now)


def errors(found: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in found if f.level == "error"]
