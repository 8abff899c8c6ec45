"""Finished pages are put into files."""

from pathlib import Path

from gateway.errors import NeedsHuman


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
