"""A page as its reader has it: its words, its links, and what keeps somebody from using it."""

import re
from html.parser import HTMLParser

VOID = frozenset(("meta", "br", "hr"))
# What may stand directly in what; these hold no words of their own.
HOLDS = {
    "html": {"head", "body"},
    "head": {"meta", "title", "style"},
    "body": {"p", "ul", "dl", "section", "hr"},
    "section": {"p", "ul", "dl"},
    "ul": {"li"},
    "dl": {"dt", "dd"},
}
IN_A_LINE = frozenset(("a", "bdi", "br"))
COLOUR = r"color: (#[0-9a-f]{6});"


class Page(HTMLParser):
    """faults: where its elements are not nested as HTML asks.

    text   as text/plain would have it: "- " before items, "* * *" for a rule
    links  (address, words, direction) of each; elements: (name, attributes) of each
    """

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.links: list[tuple[str, str, str]] = []
        self.title = self.sheet = ""
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.feed(source)
        self.close()
        if self.open:
            self.faults.append(f"never closed: {self.open}")

    @property
    def text(self) -> str:
        return folded("".join(self.pieces))

    def attributes(self, name: str) -> list[dict[str, str]]:
        return [given for element, given in self.elements if element == name]

    def handle_decl(self, decl: str) -> None:
        if decl != "doctype html" or self.elements:
            self.faults.append("wrong doctype")

    def handle_comment(self, data: str) -> None:
        self.faults.append("a comment")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.elements.append((tag, given))
        parent = self.open[-1] if self.open else ""
        if parent and tag not in HOLDS.get(parent, IN_A_LINE):
            self.faults.append(f"{tag} in {parent}")
        if tag in self.open:
            self.faults.append(f"{tag} in {tag}")
        if tag == "a":
            self.links.append((given.get("href", ""), "", given.get("dir", "")))
        if tag not in IN_A_LINE or tag == "br":
            self.pieces.append({"li": "\n- ", "hr": "\n* * *\n"}.get(tag, "\n"))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"{tag} ends what it does not begin")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "title":
            self.title += data
        elif self.open and self.open[-1] == "style":
            self.sheet += data
        elif data.strip() and (not self.open or self.open[-1] in HOLDS):
            self.faults.append("words outside of a paragraph")
        else:
            self.pieces.append(data)
        if "a" in self.open:
            href, words, direction = self.links[-1]
            self.links[-1] = href, words + data, direction


def folded(text: str) -> str:
    """White space as one space, without the marks of direction, which nobody sees."""
    return " ".join(re.sub("[\u2066\u2069]", "", text).split())


def digits(text: str) -> str:
    """What is pressed to dial this: "+97235550123", "*4141"."""
    return re.sub(r"[^\d+*#]", "", text.replace("%2A", "*").replace("%23", "#"))


def barriers(source: str) -> set[str]:
    """What of this page fails WCAG 2.2 AA, or tells somebody that it was read."""
    page = Page(source)
    found = {f"1.3.1 {fault}" for fault in page.faults}
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})*", page.attributes("html")[0].get("lang", "")):
        found.add("3.1.1 language of page")
    if not all(section.get("lang") for section in page.attributes("section")):
        found.add("3.1.2 language of parts")
    if not page.title.strip():
        found.add("2.4.2 title")
    found |= _too_small(page) | _too_faint(page) | _too_wide(page) | _telling(page)
    for href, words, _ in page.links:
        if href != words and not (digits(words) and digits(href) == digits(words)):
            found.add("2.4.4 link purpose")
        if not re.match(r"https://|tel:|sms:", href):
            found.add("a link of another kind")
    return found


def contrast(one: str, other: str) -> float:
    """Ratio of two colours "#rrggbb" (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _too_faint(page: Page) -> set[str]:
    found = set()
    light, _, dark = page.sheet.partition("@media (prefers-color-scheme: dark) {")
    for scheme, rules in (("light", light), ("dark", dark)):
        body = re.search(rf"body \{{ background-{COLOUR} {COLOUR}", rules)
        link = re.search(rf"a \{{ {COLOUR}", rules)
        if not body or not link:
            found.add(f"1.4.3 no colours for {scheme}")
        elif min(contrast(body[1], body[2]), contrast(body[1], link[1])) < 4.5:
            found.add(f"1.4.3 contrast in {scheme}")
    if not re.search(r"\ba \{[^}]*text-decoration: underline", light):
        found.add("1.4.1 links known by colour only")
    return found


def _too_small(page: Page) -> set[str]:
    style = page.attributes("body")[0].get("style", "")
    size = float((re.search(r"font-size: (\d+)px", style) or ["", "0"])[1])
    height = float((re.search(r"line-height: ([\d.]+)", style) or ["", "0"])[1])
    padding = float((re.search(r"\.n \{ padding: ([\d.]+)em", page.sheet) or ["", "0"])[1])
    found = set()
    if size < 16:
        found.add("letters smaller than 16 px")
    if height < 1.5:
        found.add("1.4.12 lines too near")
    if size * (1 + 2 * padding) < 24:
        found.add("2.5.8 number links lower than 24 px")
    if any(
        a.get("class") != "n" for a in page.attributes("a") if a["href"][:4] in ("tel:", "sms:")
    ):
        found.add("2.5.8 a number link without its padding")
    viewport = [
        meta["content"] for meta in page.attributes("meta") if meta.get("name") == "viewport"
    ]
    if not viewport or re.search("user-scalable|maximum-scale", viewport[0]):
        found.add("1.4.4 no zoom")
    return found


def _too_wide(page: Page) -> set[str]:
    style = page.sheet + page.attributes("body")[0].get("style", "")
    if (
        re.search(r"(?<![\w-])(?:min-)?(?:width|height): ", style)
        or "overflow-wrap: anywhere" not in style
    ):
        return {"1.4.10 reflow"}
    kept = [words for href, words, _ in page.links if not href.startswith("https:")]
    return (
        {"1.4.10 a number wider than a phone"} if any(len(words) > 24 for words in kept) else set()
    )


def _telling(page: Page) -> set[str]:
    found = set()
    for name, given in page.elements:
        if set(given) - {"lang", "dir", "charset", "name", "content", "style", "class", "href"}:
            found.add(f"an attribute of {name} that tells or loads something")
        if given.get("class", "n") != "n":
            found.add("a class with a meaning")
    if re.search(r"url\(|@import|@font-face", page.sheet):
        found.add("something remote")
    return found
