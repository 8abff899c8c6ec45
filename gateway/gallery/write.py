"""A gallery is written into a folder: each file whole or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gateway import __version__
from gateway.config.read import Config
from gateway.core.crisis_data import data_version
from gateway.core.render import TemplateProblem
from gateway.errors import ConfigError, NeedsHuman
from gateway.gallery.entries import leaves_of
from gateway.gallery.pages import INDEX, MARK, Made, pages
from gateway.pages.files import write_page
from gateway.replies import open_speaker
from gateway.resources import read_lines

# Our mark stands near the top of a page.
MARK_WITHIN = 2_000


@dataclass(frozen=True, slots=True)
class Written:
    """Counts. findings: replies that a person should look at."""

    pages: int
    replies: int
    findings: int


def write_gallery(config: Config, folder: Path, *, at: datetime, force: bool) -> Written:
    """Every reply of this policy as pages; the same policy and moment make the same bytes.

    at     when the imagined mail came, in the zone of the practice
    force  into a folder that holds other things; only pages of a gallery are written over
    Errors: NeedsHuman when the folder is not for it or cannot be written; ConfigError when a
    template is wrong.
    """
    _refuse(folder, force=force)
    speaker = open_speaker(config, apart=False)
    try:
        leaves = leaves_of(speaker, at)
    except TemplateProblem as problem:
        raise ConfigError((str(problem),)) from problem
    made = Made(
        policy=config.policy,
        policy_sha256=config.sha256,
        lines_version=data_version(read_lines()),
        program=__version__,
        at=at,
    )
    texts = pages(leaves, speaker, made)
    for name, text in texts.items():
        _write(folder / name, text)
    _drop(folder, {folder / name for name in texts})
    entries = [entry for leaf in leaves for entry in leaf.entries]
    looked = sum(bool(entry.findings) for entry in entries)
    return Written(pages=len(texts), replies=len(entries), findings=looked)


def _refuse(folder: Path, *, force: bool) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        holds = any(folder.iterdir())
    except OSError as e:
        raise NeedsHuman("the folder cannot be made", detail=f"{folder}: {e.strerror}") from e
    if holds and not force and not _is_ours(folder / INDEX):
        words = "the folder holds other things than a gallery"
        raise NeedsHuman(words, detail=f"{folder}; name a new one, or add --force")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as e:
        raise NeedsHuman("the folder cannot be made", detail=f"{path}: {e.strerror}") from e
    if path.exists() and not _is_ours(path):
        raise NeedsHuman("a file of another kind stands in the way", detail=str(path))
    write_page(path, text.encode(), force=True)


def _drop(folder: Path, kept: Iterable[Path]) -> None:
    """Pages of an earlier gallery that this one has no more: their words are not in force."""
    for path in sorted({*folder.glob("*.html"), *folder.glob("*/*.html")} - set(kept)):
        if _is_ours(path):
            path.unlink()


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return MARK.encode() in file.read(MARK_WITHIN)
    except OSError:
        return False
