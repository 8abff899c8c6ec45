"""A page of Markdown as HTML: one file, nothing remote, fit to be read by ear and to be printed."""

import re
from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

# Room to write by hand; a screen reader need not spell it.
BLANK = re.compile(r"_{8,}")
# What a browser might break at a space or a hyphen: telephone numbers.
NUMBER = re.compile(r"[+*(]?\d[\d ().-]+\d#?")
STYLE = """\
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1em; max-width: 40em; font-size: 17px; line-height: 1.5;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  color: #1d1d1f; background: #ffffff; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h1 { font-size: 1.7em; } h2 { font-size: 1.3em; margin-top: 1.6em; } h3 { font-size: 1.1em; }
li { margin: 0.25em 0; break-inside: avoid; }
a { color: #0a4f9e; }
.number { white-space: nowrap; }
.blank { display: inline-block; width: 18em; max-width: 60%; border-bottom: 1px solid; }
@media (prefers-color-scheme: dark) {
  body { color: #ececee; background: #1b1b1d; }
  a { color: #9ccbff; }
}
@media print {
  @page { margin: 2cm; }
  body { padding: 0; max-width: none; font-size: 11pt; color: #000000; background: #ffffff; }
  a { color: #000000; text-decoration: none; }
}"""
PAGE = """\
<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
{body}</main>
</body>
</html>
"""


def reader() -> MarkdownIt:
    """CommonMark without HTML in it."""
    return MarkdownIt("commonmark", {"html": False})


def title_of(tokens: Sequence[Token]) -> str:
    """The words of the first heading; "" when there is none."""
    for opening, inline in zip(tokens, tokens[1:], strict=False):
        if opening.type == "heading_open":
            return "".join(child.content for child in inline.children or ())
    return ""


def html_page(markdown: str, *, tag: str) -> str:
    """A whole HTML document. tag: its language (RFC 5646)."""
    md = reader()
    md.add_render_rule("text", _text)
    title = title_of(md.parse(markdown))
    return PAGE.format(tag=escape(tag), title=escape(title), style=STYLE, body=md.render(markdown))


def _text(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: object, env: object
) -> str:
    text = escape(tokens[at].content, quote=False)
    text = NUMBER.sub(r'<span class="number">\g<0></span>', text)
    return BLANK.sub('<span class="blank"></span>', text)
