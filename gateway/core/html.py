"""HTML as the lines of text that a person reads in it.

Block elements break lines, others do not: "hope<b>less</b>" is one word. Text that a style
hides is kept, since it costs nothing and a crisis may stand in it. What a mail program marks
as a quote comes out as "> " lines, so that one scanner tells old words from new ones.
"""

import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

# The HTML parser's time grows with the square of the nesting; no mail is nested so deeply.
DEEPEST = 500
UNREAD = frozenset(("head", "script", "style", "-comment", "template", "!doctype", "title"))
PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre")
)
BLOCKS = PARAGRAPHS | frozenset(
    ("div", "tr", "li", "dt", "dd", "br", "hr", "section", "article", "header", "footer", "nav")
    + ("aside", "main", "form", "fieldset", "address", "center", "body", "html", "figure", "option")
    + ("caption", "details", "summary", "textarea", "select", "figcaption", "iframe", "noscript")
)
CELLS = frozenset(("td", "th"))
# Signs by which mail programs set apart what was written before.
QUOTING_CLASSES = frozenset(("gmail_quote", "yahoo_quoted", "moz-cite-prefix", "zmail_extra"))
# From here on all is an earlier mail, which stands behind this element and not inside of it.
OPENS_EARLIER_MAIL = frozenset(("divrplyfwdmsg", "x_divrplyfwdmsg"))

SPACES = re.compile("[ \t\r\n\f\u00a0]+")
NESTING_TAG = re.compile(r"<(/?)(?!(?:p|li|tr|t[dh]|d[td]|br|hr|img|link|meta|input)\b)([a-z]+)")
TAG_NAME = re.compile("/?([a-z][a-z0-9]*)")


class _Lines:
    """Text coming in pieces, put into lines: blanks collapse, breaks do not pile up."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.quoted = 0

    def text(self, piece: str) -> None:
        self.pieces.append(piece)

    def end_line(self) -> None:
        line = SPACES.sub(" ", "".join(self.pieces)).strip()
        self.pieces.clear()
        if line:
            self.lines.append("> " * min(self.quoted, 3) + line)

    def end_paragraph(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def whole(self) -> str:
        self.end_line()
        return "\n".join(self.lines).strip("\n")


def html_to_text(markup: str) -> str:
    """The text of an HTML document, lines ended by LF, quotes as "> " lines; never raises."""
    markup = markup.replace("\0", "")
    lines = _Lines()
    if _depth(markup) > DEEPEST:
        _strip_tags(markup, lines)
    else:
        root = LexborHTMLParser(markup).root
        if root is not None:
            _walk(root, lines)
    return lines.whole()


def _depth(markup: str) -> int:
    """How deep the elements may be nested at most: all that were opened and not yet closed."""
    depth = deepest = 0
    opened: dict[str, int] = {}
    for slash, name in NESTING_TAG.findall(markup.lower()):
        count = opened.get(name, 0)
        if not slash:
            opened[name] = count + 1
            depth += 1
            deepest = max(deepest, depth)
        elif count:
            opened[name] = count - 1
            depth -= 1
    return deepest


def _walk(root: LexborNode, lines: _Lines) -> None:
    """Every node once, in order, its end told apart; no recursion."""
    node: LexborNode | None = root
    depth = 0
    quoting: list[tuple[int, bool]] = []
    while node is not None:
        tag = node.tag or ""
        child = None if tag in UNREAD else _enter(node, tag, depth, lines, quoting)
        if child is not None:
            node, depth = child, depth + 1
            continue
        while node is not None:
            _leave(node.tag or "", depth, lines, quoting)
            following = None if depth == 0 else node.next
            if following is not None or depth == 0:
                node = following
                break
            node, depth = node.parent, depth - 1


def _enter(
    node: LexborNode, tag: str, depth: int, lines: _Lines, quoting: list[tuple[int, bool]]
) -> LexborNode | None:
    """Begin one node; its first child, if it has any."""
    if tag == "-text":
        lines.text(node.text_content or "")
        return None
    if tag in PARAGRAPHS:
        lines.end_paragraph()
    elif tag in BLOCKS:
        lines.end_line()
    elif tag in CELLS:
        lines.text(" ")
    elif tag in ("img", "area"):
        lines.text(f" {node.attributes.get('alt') or ''} ")
    if tag == "blockquote" or (tag == "div" and _is_quote(node, lines)):
        lines.end_line()
        lines.quoted += 1
        quoting.append((depth, tag == "blockquote"))
    return node.first_child


def _is_quote(node: LexborNode, lines: _Lines) -> bool:
    attributes = node.attributes
    if (attributes.get("id") or "").lower() in OPENS_EARLIER_MAIL:
        lines.end_line()
        lines.quoted += 1
        return False
    return not QUOTING_CLASSES.isdisjoint((attributes.get("class") or "").split())


def _leave(tag: str, depth: int, lines: _Lines, quoting: list[tuple[int, bool]]) -> None:
    if tag in PARAGRAPHS:
        lines.end_paragraph()
    elif tag in BLOCKS:
        lines.end_line()
    if quoting and quoting[-1][0] == depth:
        lines.end_line()
        quoting.pop()
        lines.quoted -= 1
        # A reply may be typed below the quote, inside the element that holds it.
        while tag == "blockquote" and quoting and not quoting[-1][1]:
            quoting.pop()
            lines.quoted -= 1


def _strip_tags(markup: str, lines: _Lines) -> None:
    """The text between tags, for markup that is too hostile to build a tree of; linear."""
    lowered = markup.lower()
    at, size = 0, len(markup)
    while at < size:
        opens = markup.find("<", at)
        if opens < 0:
            opens = size
        lines.text(unescape(markup[at:opens]))
        closes = markup.find(">", opens)
        if closes < 0:
            lines.text(markup[opens + 1 :])
            return
        at = closes + 1
        found = TAG_NAME.match(lowered, opens + 1)
        name = found[1] if found else ""
        if name in BLOCKS:
            lines.end_line()
        if name in ("script", "style") and lowered[opens + 1] != "/":
            end = lowered.find(f"</{name}", at)
            at = size if end < 0 else end
