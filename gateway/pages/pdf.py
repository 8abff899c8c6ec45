"""A page of Markdown as PDF: its text can be selected and read aloud, its letters are in it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from typing import NamedTuple

from fpdf import FPDF, TextStyle, ViewerPreferences
from fpdf.enums import XPos, YPos
from fpdf.fonts import TTFFont
from markdown_it.token import Token

from gateway.errors import NeedsHuman
from gateway.pages.html import BLANK, reader, title_of

# Latin with the letters of Vietnamese and Central Europe, Greek, Cyrillic; see fonts/README.md.
FAMILY = "page"
FACES = {"": "DejaVuSansCondensed.ttf", "B": "DejaVuSansCondensed-Bold.ttf"}
# Where Letter is the paper; A4 everywhere else.
LETTER = frozenset(("CA", "CL", "CO", "MX", "PH", "US"))
MARGIN, STEP = 20.0, 6.0  # mm
SIZE, LEADING = 10.5, 5.4  # points, mm
HEADINGS = {"h1": 18.0, "h2": 13.5, "h3": 11.0}
# Room that is left for words under a heading, and for lines to sign, in mm.
UNDER, TO_SIGN = 18.0, 80.0
LINK = (10, 79, 158)
# A number is not broken at the end of a line.
IN_NUMBER = re.compile(r"(?<=\d) (?=\d)")


class Run(NamedTuple):
    """Words in one style. link: "" for none."""

    text: str
    bold: bool
    link: str


class _Sheet(FPDF):
    """Pages with their number at the foot."""

    def footer(self) -> None:
        self.set_y(-14)
        self.set_font(FAMILY, size=8)
        self.cell(w=0, text=f"{self.title or ''} · {self.page_no()} / {{nb}}", align="C")


def pdf_page(markdown: str, *, tag: str, country: str, author: str, made: date) -> bytes:
    """The document. country: "CA", for the size of its paper.

    Errors: NeedsHuman when it has letters that the font has not; `detail` names them.
    """
    tokens = reader().parse(markdown)
    sheet = _sheet(title_of(tokens), "letter" if country in LETTER else "a4")
    try:
        _refuse_strangers(sheet, f"{markdown}\n{author}")
        sheet.set_lang(tag)
        sheet.set_author(author)
        sheet.set_creation_date(datetime.combine(made, time(), UTC))
        sheet.add_page()
        _lay_out(sheet, tokens)
        return bytes(sheet.output())
    finally:
        for face in _faces(sheet):
            face.close()


def _sheet(title: str, paper: str) -> _Sheet:
    sheet = _Sheet(format=paper)
    for style, name in FACES.items():
        with as_file(files("gateway.pages").joinpath("fonts", name)) as path:
            sheet.add_font(FAMILY, style, path)
    sheet.set_title(title)
    sheet.viewer_preferences = ViewerPreferences(display_doc_title=True)
    sheet.set_margin(MARGIN)
    sheet.set_auto_page_break(True, margin=MARGIN)
    sheet.set_section_title_styles(
        *(
            TextStyle(font_family=FAMILY, font_style="B", font_size_pt=size, b_margin=1.5)
            for size in HEADINGS.values()
        )
    )
    sheet.set_font(FAMILY, size=SIZE)
    return sheet


def _refuse_strangers(sheet: FPDF, text: str) -> None:
    """Better no page than a number or a name with boxes in it."""
    known = set.intersection(*(set(face.cmap) for face in _faces(sheet)))
    strange = sorted({c for c in text if c != "\n" and ord(c) not in known})
    if strange:
        named = (f"{c} (U+{ord(c):04X} {unicodedata.name(c, 'without a name')})" for c in strange)
        raise NeedsHuman(
            "the font of the PDF has not all letters of this page",
            detail=f"missing: {', '.join(named)}; write the page as HTML (--format html) and"
            " print that from a browser, or use other letters in policies.toml",
        )


def _faces(sheet: FPDF) -> list[TTFFont]:
    return [face for face in sheet.fonts.values() if isinstance(face, TTFFont)]


def _lay_out(sheet: FPDF, tokens: Sequence[Token]) -> None:
    depth, bullet = 0, False
    for at, token in enumerate(tokens):
        if token.type == "bullet_list_open":
            depth += 1
        elif token.type == "bullet_list_close":
            depth -= 1
            if not depth:
                sheet.ln(2)
        elif token.type == "list_item_open":
            bullet = True
        elif token.type == "inline" and tokens[at - 1].type == "heading_open":
            _heading(sheet, tokens, at)
        elif token.type == "inline":
            _paragraph(sheet, tuple(_runs(token)), depth, bullet)
            bullet = False


def _heading(sheet: FPDF, tokens: Sequence[Token], at: int) -> None:
    """Not at the foot of a page, and on one page with what is to be signed under it."""
    kind = tokens[at - 1].tag
    level = min(int(kind[1:]), len(HEADINGS)) - 1
    is_to_sign = any(BLANK.search(token.content) for token in tokens[at : at + 12])
    if sheet.will_page_break(TO_SIGN if is_to_sign else UNDER):
        sheet.add_page()
    elif level:
        sheet.ln(5 - level)
    words = "".join(child.content for child in tokens[at].children or ())
    sheet.start_section(words, level, strict=False)
    sheet.set_font(FAMILY, size=SIZE)


def _paragraph(sheet: FPDF, runs: Sequence[Run], depth: int, bullet: bool) -> None:
    indent = MARGIN + depth * STEP
    if bullet:
        sheet.set_x(indent - STEP / 2 - 1)
        sheet.cell(w=STEP / 2, h=LEADING, text="•", new_x=XPos.RIGHT, new_y=YPos.TOP)
    sheet.set_left_margin(indent)
    sheet.set_x(indent)
    for run in runs:
        sheet.set_font(FAMILY, "B" if run.bold else "", SIZE)
        sheet.set_text_color(*(LINK if run.link else (0,)))
        sheet.write(LEADING, IN_NUMBER.sub("\u00a0", run.text), link=run.link)
    sheet.set_text_color(0)
    sheet.set_left_margin(MARGIN)
    has_blank = any(BLANK.search(run.text) for run in runs)
    sheet.ln(LEADING + (0.6 if depth else 5 if has_blank else 2))


def _runs(inline: Token) -> Iterator[Run]:
    bold, link = False, ""
    for child in inline.children or ():
        match child.type:
            case "strong_open" | "strong_close":
                bold = child.type == "strong_open"
            case "link_open":
                link = str(child.attrGet("href") or "")
            case "link_close":
                link = ""
            case "softbreak":
                yield Run(" ", bold, link)
            case "hardbreak":
                yield Run("\n", bold, link)
            case _ if child.content:
                yield Run(child.content, bold, link)
