"""Templates of pages are found here, and finished pages put into files."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gateway.errors import ConfigError, NeedsHuman

FOLDER = "templates"
ENDING = ".md.j2"


def template_of(base: Path, tag: str, name: str) -> str:
    """The source of a page's template, in the language of this tag.

    One in the folder `templates` beside the policy file (`base`) goes before the shipped one; a
    folder of the full tag ("fr-CA") before that of its language.
    Errors: ConfigError when it cannot be read; NeedsHuman when there is none.
    """
    folders: tuple[Traversable, ...] = (base / FOLDER, _shipped())
    for folder in folders:
        for part in (tag, tag.partition("-")[0].lower()):
            path = folder.joinpath(part, name + ENDING)
            if path.is_file():
                return _text_of(path)
    raise NeedsHuman(f"there is no template of this page in {tag}")


def write_page(path: Path, content: bytes, *, force: bool) -> None:
    """The page as a file, whole or not at all.

    force  write over a file of that name
    Errors: NeedsHuman when there is one already or it cannot be written.
    """
    written = path.with_name(f".{path.name}.part") if force else path
    try:
        with written.open("wb" if force else "xb") as file:
            file.write(content)
        if force:
            written.replace(path)
    except FileExistsError as e:
        words = "there is a file of that name already"
        raise NeedsHuman(words, detail=f"{path}; --force writes over it") from e
    except OSError as e:
        written.unlink(missing_ok=True)
        raise NeedsHuman("the page cannot be written", detail=f"{path}: {e.strerror}") from e


def _text_of(path: Traversable) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as e:
        why = "it is not UTF-8" if isinstance(e, UnicodeDecodeError) else e.strerror
        raise ConfigError((f"{path}: the template cannot be read: {why}",)) from e


def _shipped() -> Traversable:
    """In the wheel inside the package, in a checkout beside it."""
    inside = files("gateway").joinpath(FOLDER)
    return inside if inside.is_dir() else Path(str(files("gateway"))).parent / FOLDER
