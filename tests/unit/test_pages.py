"""Pages to print: HTML, PDF and the file they go into, and `gateway export agreement`."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from gateway.commands.export import command
from gateway.errors import ConfigError, NeedsHuman
from gateway.pages.files import write_page
from gateway.pages.html import html_page
from gateway.pages.pdf import pdf_page
from gateway.resources import default_policy, read_page_template
from tests.unit.agreement_policies import LANGUAGES, LINES, RICH, TODAY
from tests.unit.test_agreement import page

NAMES = "Zoë Nguyễn, Łukasz Ağaoğlu, Ελένη, Ольга, cœur – ’ “ ” €"


def pdf(markdown: str, country: str = "CA") -> PdfReader:
    made = pdf_page(markdown, tag="fr-CA", country=country, author="Iris Calder", made=TODAY)
    return PdfReader(BytesIO(made))


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_html_is_whole_in_itself_and_can_be_heard(tag: str) -> None:
    html = html_page(page(RICH, tag), tag=tag)
    tree = LexborHTMLParser(html)
    assert tree.css_first("html").attributes == {"lang": tag}
    assert [node.text() for node in tree.css("h1")] == [tree.css_first("title").text()]
    assert not tree.css("script, img, iframe, form, base, object")
    assert "url(" not in html
    assert not tree.css('link, [src], [style*="http"]')
    assert {node.attributes["href"] for node in tree.css("a")} >= {
        "https://calder.example/book",
        "mailto:iris@calder.example",
    }
    assert "____" not in html


def test_html_of_markdown_has_none_of_its_tags() -> None:
    html = html_page("# A\n\n<b onclick='x'>hi</b> <script>1</script>\n", tag="en")
    assert not LexborHTMLParser(html).css("b, script")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_pdf_has_title_language_and_words(tag: str) -> None:
    markdown = page(RICH, tag)
    reader = pdf(markdown)
    assert reader.metadata is not None
    assert f"# {reader.metadata.title}" == markdown.splitlines()[0]
    assert reader.metadata.author == "Iris Calder"
    assert reader.trailer["/Root"]["/Lang"] == "fr-CA"
    shown = words_of(reader)
    for line in LINES:
        assert all(number in shown for number in (line.phone, line.sms))
    assert [one["/Title"] for one in reader.outline if not isinstance(one, list)]


def test_pdf_shows_the_letters_of_names() -> None:
    assert NAMES in words_of(pdf(f"# Page\n\n{NAMES}\n"))


@pytest.mark.parametrize(
    ("name", "told"), [("電話", "U+96FB"), ("קו", "U+05E7"), ("😀", "U+1F600")]
)
def test_pdf_refuses_letters_that_it_cannot_show(name: str, told: str) -> None:
    with pytest.raises(NeedsHuman) as raised:
        pdf(page(RICH, lines=(replace(LINES[2], name=name),)))
    assert told in raised.value.detail
    assert "--format html" in raised.value.detail


@pytest.mark.parametrize(("country", "height"), [("US", 792), ("CA", 792), ("GB", 842)])
def test_pdf_has_the_paper_of_the_country(country: str, height: int) -> None:
    assert round(pdf("# Page\n", country).pages[0].mediabox.height) == height


def test_pdf_keeps_numbers_whole_at_the_end_of_a_line() -> None:
    numbers = ["0800 55 01 23"] * 60
    for line in (
        pdf(f"# Page\n\nCall {' or '.join(numbers)}.\n").pages[0].extract_text().split("\n")
    ):
        assert line.count("0800") == line.count("23")


@pytest.mark.parametrize(
    ("write", "tag", "found"),
    [
        ("fr/agreement.md.j2", "fr-CA", "own"),
        ("fr-CA/agreement.md.j2", "fr-CA", "own"),
        ("fr/agreement.md.j2", "en", "# How to reach"),
    ],
)
def test_an_own_template_goes_first(tmp_path: Path, write: str, tag: str, found: str) -> None:
    path = tmp_path / "templates" / write
    path.parent.mkdir(parents=True)
    path.write_text("own", "utf-8")
    assert read_page_template(tmp_path, tag, "agreement").startswith(found)


def test_templates_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(NeedsHuman):
        read_page_template(tmp_path, "nl", "agreement")
    path = tmp_path / "templates" / "en" / "agreement.md.j2"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_page_template(tmp_path, "en", "agreement")


def test_a_file_is_never_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    write_page(path, b"first", force=False)
    with pytest.raises(NeedsHuman, match="already"):
        write_page(path, b"second", force=False)
    assert path.read_bytes() == b"first"
    write_page(path, b"second", force=True)
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for force in (False, True):
        with pytest.raises(NeedsHuman, match="cannot be written"):
            write_page(tmp_path / "none" / "page.md", b"", force=force)


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., Result]:
    """Runs `gateway export agreement` with the shipped policy."""
    policy = tmp_path / "policies.toml"
    policy.write_text(default_policy(), "utf-8")

    def run(*words: str) -> Result:
        return CliRunner().invoke(command, ["agreement", "-c", str(policy), *words])

    return run


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ((), "# How to reach me"),
        (("--language", "fr"), "# Comment me joindre"),
        (("--language", "fr-CA"), "# Comment me joindre"),
        (("--language", "ES"), "# Cómo comunicarse"),
    ],
)
def test_export_speaks(
    export: Callable[..., Result], language: tuple[str, ...], begins: str
) -> None:
    result = export(*language)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(begins)
    assert "911" in result.stdout


@pytest.mark.parametrize("name", ["a.docx", "a.PDF.txt"])
def test_a_file_of_another_kind_is_not_written(
    export: Callable[..., Result], tmp_path: Path, name: str
) -> None:
    result = export("--out", str(tmp_path / name))
    assert (result.exit_code, "--format" in result.stderr) == (2, True)
    assert not (tmp_path / name).exists()


def test_export_in_a_language_without_templates(export: Callable[..., Result]) -> None:
    result = export("--language", "nl")
    assert result.exit_code == 2
    assert "en, fr, es" in result.stderr


@pytest.mark.parametrize(
    ("name", "words", "begins"),
    [
        ("a.md", (), b"# How"),
        ("a.html", (), b"<!doctype html>"),
        ("a.pdf", (), b"%PDF-"),
        ("a.txt", ("--format", "html"), b"<!doctype html>"),
    ],
)
def test_export_to_a_file(
    export: Callable[..., Result], tmp_path: Path, name: str, words: tuple[str, ...], begins: bytes
) -> None:
    out = tmp_path / name
    assert export("--out", str(out), *words).exit_code == 0
    assert out.read_bytes().startswith(begins)
    again = export("--out", str(out), *words)
    assert isinstance(again.exception, NeedsHuman)
    assert export("--out", str(out), "--force", *words).exit_code == 0
