"""The data that comes with the program: crisis lines, reply templates, the default policy.

Found in the wheel, or in a checkout where templates/ and policies.toml stand beside the package.
"""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from gateway.core.crisis_data import parse_lines
from gateway.core.hotline import Line
from gateway.core.locale import primary
from gateway.errors import ConfigError, NeedsHuman

TEMPLATE_ENDING = ".txt.j2"
PAGE_ENDING = ".md.j2"
OWN_FOLDER = "templates"


@cache
def read_lines() -> tuple[Line, ...]:
    """Every crisis line that is shipped, by the order of its file names.

    All of them at once: a damaged file is found at the start, not when a client abroad writes.
    Errors: ConfigError when a data file is damaged.
    """
    found: dict[str, Line] = {}
    for entry in sorted(_package().joinpath("hotlines").iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".toml"):
            continue
        try:
            lines = {x.id: x for x in parse_lines(tomllib.loads(entry.read_text("utf-8")))}
            if twice := found.keys() & lines.keys():
                raise ValueError(f"line {min(twice)!r} stands in two files")
        except ValueError as e:
            raise ConfigError((f"hotlines/{entry.name}: {e} - install the gateway anew",)) from e
        found |= lines
    return tuple(found.values())


def read_templates(base: Path) -> dict[str, str]:
    """LANGUAGE/NAME without ending -> source of each reply template.

    A template in the folder `templates` beside the policy file (`base`) goes before the
    shipped one of its name. Errors: ConfigError when one cannot be read.
    """
    sources = shipped_templates()
    own = base / OWN_FOLDER
    if own.is_dir():
        sources |= _templates_in(own)
    return sources


def read_page_template(base: Path, tag: str, name: str) -> str:
    """The source of a page's template, in the language of this tag.

    Found as those of replies are; a folder of the full tag ("fr-CA") goes before that of its
    language. Errors: ConfigError when it cannot be read; NeedsHuman when there is none.
    """
    for folder in (base / OWN_FOLDER, _shipped(OWN_FOLDER)):
        for part in (tag, primary(tag)):
            entry = folder.joinpath(part, name + PAGE_ENDING)
            if entry.is_file():
                return _text_of(entry)
    raise NeedsHuman(f"there is no template of this page in {tag}")


def shipped_templates() -> dict[str, str]:
    return _templates_in(_shipped(OWN_FOLDER))


def default_policy() -> str:
    """The commented policies.toml that a new practice begins with."""
    return _shipped("policies.toml").read_text("utf-8")


def _templates_in(folder: Traversable) -> dict[str, str]:
    sources = {}
    for language in sorted(folder.iterdir(), key=lambda e: e.name):
        if not language.is_dir():
            continue
        for entry in sorted(language.iterdir(), key=lambda e: e.name):
            if entry.name.endswith(TEMPLATE_ENDING):
                name = f"{language.name}/{entry.name.removesuffix(TEMPLATE_ENDING)}"
                sources[name] = _text_of(entry)
    return sources


def _text_of(entry: Traversable) -> str:
    try:
        return entry.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as e:
        why = "it is not UTF-8" if isinstance(e, UnicodeDecodeError) else e.strerror
        raise ConfigError((f"{entry}: the template cannot be read: {why}",)) from e


def _shipped(name: str) -> Traversable:
    """In the wheel inside the package, in a checkout beside it."""
    inside = _package().joinpath(name)
    if inside.is_dir() or inside.is_file():
        return inside
    return Path(str(_package())).parent / name


def _package() -> Traversable:
    return files("gateway")
