"""The pages of a gallery as HTML: no scripts, nothing remote, fit for a telephone and for paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from gateway.core.gallery import OTHER_LANGUAGES
from gateway.core.policy import Policy
from gateway.core.speak import Speaker
from gateway.gallery.entries import Entry, Leaf

MARK = '<meta name="generator" content="gateway preview">'
INDEX, SHEET = "index.html", "sign-off.html"
SOURCES = ("base.html.j2", "index.html.j2", "page.html.j2", "sheet.html.j2", "style.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a gallery is made from, for its head and its sheet. at: in the zone of the practice."""

    policy: Policy
    policy_sha256: str
    lines_version: str
    program: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The pages of one language. name: "English", "français + English"."""

    folder: str
    name: str
    leaves: tuple[Leaf, ...]

    @property
    def columns(self) -> dict[str, str]:
        """Title of each form by its key, in the order of the pages."""
        forms = (entry.form for leaf in self.leaves for entry in leaf.entries)
        # What stands beside a reason differs from row to row.
        return {form.key: "Two reasons" if form.key == "two" else form.title for form in forms}


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct:
    """Words to be signed once: the first entry with them, and all that say the same.

    uses  (title of a form, its reasons)
    """

    entry: Entry
    uses: tuple[tuple[str, tuple[str, ...]], ...]


def pages(leaves: Sequence[Leaf], speaker: Speaker, made: Made) -> dict[str, str]:
    """The text of every file by its path; what stands in the index first."""
    texts = {name: (files(__package__) / name).read_text("utf-8") for name in SOURCES}
    env = Environment(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    env.filters["plain"] = _plain
    groups = _groups(leaves, speaker)
    common = {"made": made, "groups": groups, "style": texts["style.css"], "mark": MARK}
    abroad = [leaf for leaf in leaves if leaf.page.row == OTHER_LANGUAGES]
    result = {INDEX: _render(env, "index", common, abroad=abroad, root="")}
    sheet = [(group, _distinct(group.leaves)) for group in groups]
    away = _distinct(abroad)
    result[SHEET] = _render(env, "sheet", common, sheet=sheet, abroad=away, root="")
    for leaf in leaves:
        root = "../" if leaf.page.folder else ""
        near = _near(leaf, groups)
        result[leaf.page.path] = _render(env, "page", common, leaf=leaf, root=root, **near)
    return result


def _render(env: Environment, name: str, common: Mapping[str, Any], **more: Any) -> str:
    return env.get_template(f"{name}.html.j2").render(**common, **more)


def _groups(leaves: Sequence[Leaf], speaker: Speaker) -> tuple[Group, ...]:
    found = []
    for tags, members in groupby(leaves, key=lambda leaf: leaf.page.languages):
        if tags:
            name = " + ".join(speaker.voice(tag).locale.name for tag in tags)
            found.append(Group(folder="+".join(tags), name=name, leaves=tuple(members)))
    return tuple(found)


def _near(leaf: Leaf, groups: Sequence[Group]) -> dict[str, Any]:
    """The same reason in other languages, and the pages before and after this one."""
    own = next((group for group in groups if leaf in group.leaves), None)
    if own is None:
        return {"own": None, "others": [], "before": None, "after": None}
    place = own.leaves.index(leaf)
    return {
        "own": own,
        "others": [(g.name, g.leaves[place]) for g in groups if g is not own],
        "before": own.leaves[place - 1] if place else None,
        "after": own.leaves[place + 1] if place + 1 < len(own.leaves) else None,
    }


def _distinct(leaves: Sequence[Leaf]) -> list[Distinct]:
    """Replies with the same words are one: uses are (form, reasons)."""
    by_hash: dict[str, list[tuple[Leaf, Entry]]] = {}
    for leaf in leaves:
        for entry in leaf.entries:
            by_hash.setdefault(entry.shown.text_hash, []).append((leaf, entry))
    found = []
    for members in by_hash.values():
        uses: dict[str, list[str]] = {}
        for leaf, entry in members:
            rows = uses.setdefault(entry.form.title, [])
            rows += [_plain(leaf.page.row)] if leaf.page.folder else []
        told = tuple((title, tuple(rows)) for title, rows in uses.items())
        found.append(Distinct(entry=members[0][1], uses=told))
    return found


def _plain(name: str) -> str:
    return name.replace("_", " ").replace("-", " ")
