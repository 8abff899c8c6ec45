"""The gallery: every reply is on some page, and the pages are whole, quiet and the same again."""

import re
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag
from zoneinfo import ZoneInfo

import pytest

from gateway.config.read import Config, read_config
from gateway.core.answer import UNDELIVERED
from gateway.core.danger import DANGER
from gateway.core.gallery import OTHER_LANGUAGES, answer, pages_of, shown
from gateway.core.proof import TEMPLATES
from gateway.errors import ConfigError, NeedsHuman
from gateway.gallery.write import write_gallery
from gateway.replies import open_speaker
from gateway.resources import default_policy

AT = datetime(2026, 11, 24, 9, 30, tzinfo=ZoneInfo("America/Toronto"))
AWAY = """
[[away]]
first = 2026-11-20
last = 2026-11-24
[[away]]
first = 2026-12-21
last = 2026-12-31
[[away]]
first = 2026-01-02
last = 2026-01-05
"""
ATTRIBUTES = re.compile(r' (?:src|href|action|data|poster|srcset)="([^"]*)"')


def config_in(folder: Path, *changes: tuple[str, str], more: str = "") -> Config:
    text = default_policy()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "policies.toml"
    path.write_text(text + more, "utf-8")
    return read_config(path)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """Away now and at the end of the year; two languages when it is not sure."""
    folder = tmp_path_factory.mktemp("practice")
    return config_in(folder, ("unsure = []", 'unsure = ["fr", "en"]'), more=AWAY)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """In one language."""
    return config_in(tmp_path_factory.mktemp("small"), ('["en", "fr", "es"]', '["en"]'))


@pytest.fixture(scope="module")
def gallery(config: Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "gallery"
    write_gallery(config, folder, at=AT, force=False)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_every_reason_in_every_language_and_form(config: Config) -> None:
    pages = pages_of(config.policy, AT)
    by_path = {page.path: page for page in pages}
    assert len(by_path) == len(pages)
    folders = ("en", "fr", "es", "fr+en")
    assert set(by_path) == {f"{f}/{row}.html" for f in folders for row in TEMPLATES} | {
        f"{OTHER_LANGUAGES}.html"
    }
    away = ["away-2026-11-20", "away-2026-12-21"]
    usual = ["normal", *away, "discreet", *(f"discreet-{key}" for key in away)]
    for page in pages[:-1]:
        keys = [form.key for form in page.forms]
        assert keys == usual + ([] if page.row == UNDELIVERED else ["short", "two"])
    abroad = {form.key for form in by_path[f"{OTHER_LANGUAGES}.html"].forms}
    assert abroad == set(DANGER) - {"en", "fr", "es"}


def test_each_form_gives_the_reply_that_it_says(config: Config) -> None:
    policy = config.policy
    for page in pages_of(policy, AT):
        for form in page.forms:
            reply = answer(form.sample, policy)
            if page.row == OTHER_LANGUAGES:
                assert (reply.foreign, reply.languages) == (form.key, ("en",))
                continue
            assert reply.template == page.row
            assert reply.languages == page.languages
            assert (reply.form == "discreet") is form.key.startswith("discreet")
            assert reply.short is (form.key == "short")
            assert len(reply.also) == (form.key == "two")
            is_away = any(one.first <= form.received.date() <= one.last for one in policy.away)
            assert is_away is ("away" in form.key)
            assert form.received.timetz() == AT.timetz()
            assert form.received >= AT


def test_each_reason_stands_beside_another_one(config: Config) -> None:
    pages = pages_of(config.policy, AT)
    second = {form.sample.also for page in pages for form in page.forms} - {()}
    usual = set(TEMPLATES) - {"other", "urgent", "emergency", UNDELIVERED}
    assert {also for (also,) in second} == usual


def test_each_reply_is_on_its_page(config: Config, gallery: Path) -> None:
    speaker = open_speaker(config, apart=False)
    for page in pages_of(config.policy, AT):
        html = (gallery / page.path).read_text("utf-8")
        texts = [unescape(found) for found in re.findall(r"<pre[^>]*>(.*?)</pre>", html, re.S)]
        frames = [unescape(found) for found in re.findall(r'srcdoc="([^"]*)"', html)]
        made = [shown(speaker, answer(f.sample, config.policy), f.received) for f in page.forms]
        # A parser drops the first line end after <pre>; ours begins with words.
        assert texts == [one.spoken.text for one in made]
        assert frames == [one.html for one in made]
        for one in made:
            assert one.text_hash in html
            assert all(line in html for line in one.lines)


def test_index_and_sheet_name_every_reply(config: Config, gallery: Path) -> None:
    index = (gallery / "index.html").read_text("utf-8")
    sheet = (gallery / "sign-off.html").read_text("utf-8")
    assert config.sha256 in sheet
    assert "Dana Whitfield" in sheet
    assert all(word in sheet for word in ("Name", "Date", "Signature"))
    speaker = open_speaker(config, apart=False)
    hashes = set()
    for page in pages_of(config.policy, AT):
        for form in page.forms:
            hashes.add(shown(speaker, answer(form.sample, config.policy), form.received).text_hash)
            if page.row != OTHER_LANGUAGES:
                assert f'href="{page.path.replace("+", "%2B")}#{form.key}"' in index
    listed = re.findall(r"<code>([0-9a-f]{16})</code>", sheet)
    # The same words in two languages' tables would be two rows.
    assert set(listed) == hashes
    assert len(listed) == len(set(listed))


def test_nothing_runs_and_nothing_is_remote(gallery: Path) -> None:
    for name, raw in files_of(gallery).items():
        assert name.endswith(".html")
        text = re.sub(r'srcdoc="[^"]*"', "", raw.decode())
        assert "<script" not in raw.decode().lower()
        assert "default-src 'none'" in text
        assert text.count("<iframe") == text.count("<iframe sandbox ")
        assert not re.search(r"url\(|@import|https?://[^ ]*\.(?:js|css|png)", text)
        for link in ATTRIBUTES.findall(text):
            assert not re.match(r"[a-z]+:|//", unescape(link)), link


class Outline(HTMLParser):
    """Ids, languages and headings of a page; a tag that is not closed raises."""

    VOID = ("meta", "br")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.titled = True
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.titled &= tag != "iframe" or bool(given.get("title"))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def test_pages_are_well_formed_and_links_lead_somewhere(gallery: Path) -> None:
    outlines = {name: Outline(raw.decode()) for name, raw in files_of(gallery).items()}
    for name, outline in outlines.items():
        assert outline.titled
        assert len(outline.ids) == len(set(outline.ids))
        assert outline.headings[0] == 1
        steps = zip(outline.headings, outline.headings[1:], strict=False)
        assert all(after - before <= 1 for before, after in steps)
        text = re.sub(r'srcdoc="[^"]*"', "", (gallery / name).read_text("utf-8"))
        for link in re.findall(r'href="([^"]*)"', text):
            path, place = urldefrag(unquote(link))
            target = (gallery / name).parent / path if path else gallery / name
            found = outlines[str(target.resolve().relative_to(gallery.resolve()))]
            assert not place or place in found.ids


def test_the_same_policy_and_moment_make_the_same_bytes(
    config: Config, gallery: Path, tmp_path: Path
) -> None:
    write_gallery(config, tmp_path / "again", at=AT, force=False)
    assert files_of(tmp_path / "again") == files_of(gallery)


def test_a_gallery_is_written_over_and_stale_pages_go(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write_gallery(config_in(tmp_path), out, at=AT, force=False)
    (out / "notes.txt").write_text("mine")
    (out / "fr/kept.html").write_text("mine too")
    fewer = config_in(tmp_path, ('languages = ["en", "fr", "es"]', 'languages = ["en", "es"]'))
    written = write_gallery(fewer, out, at=AT, force=False)
    names = set(files_of(out))
    assert len(names) == written.pages + 2
    assert {name for name in names if name.startswith("fr/")} == {"fr/kept.html"}
    assert (out / "notes.txt").read_text() == "mine"


def test_a_folder_with_other_things_is_refused(small: Config, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(NeedsHuman, match="other things"):
        write_gallery(small, tmp_path, at=AT, force=False)
    assert set(files_of(tmp_path)) == {"letter.txt"}
    write_gallery(small, tmp_path, at=AT, force=True)
    assert (tmp_path / "letter.txt").read_text() == "mine"
    assert (tmp_path / "index.html").is_file()


def test_no_file_of_another_kind_is_written_over(small: Config, tmp_path: Path) -> None:
    (tmp_path / "sign-off.html").write_text("<p>signed</p>")
    with pytest.raises(NeedsHuman, match="another kind"):
        write_gallery(small, tmp_path, at=AT, force=True)
    assert (tmp_path / "sign-off.html").read_text() == "<p>signed</p>"


def test_a_folder_that_cannot_be_made(config: Config, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NeedsHuman, match="cannot be made"):
        write_gallery(config, tmp_path / "file/out", at=AT, force=False)


def test_what_needs_a_look_is_marked_and_words_of_a_policy_stay_text(tmp_path: Path) -> None:
    name = '<b>Dana</b> & "Co"'
    config = config_in(tmp_path, ('name = "Dana Whitfield"', f"name = '{name}'"))
    own = tmp_path / "templates/en/update.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("This is an automatic reply. {{ practice.name }}\n", "utf-8")
    written = write_gallery(config, tmp_path / "out", at=AT, force=False)
    assert written.findings > 0
    page = (tmp_path / "out/en/update.html").read_text("utf-8")
    assert "does not carry the number 911" in page
    for raw in files_of(tmp_path / "out").values():
        assert "<b>Dana" not in re.sub(r'srcdoc="[^"]*"', "", raw.decode())


def test_a_mistake_in_a_template_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    config = config_in(tmp_path)
    own = tmp_path / "templates/en/update.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nothing_such }}", "utf-8")
    with pytest.raises(ConfigError, match="en/update:1"):
        write_gallery(config, tmp_path / "out", at=AT, force=False)
    assert files_of(tmp_path / "out") == {}
