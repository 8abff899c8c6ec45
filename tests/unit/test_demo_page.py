"""The page shows clients' words as text only, loads nothing, and can be read by everybody."""

import re
from html.parser import HTMLParser

import pytest

from gateway.core.assessment import Evidence, Risk
from gateway.core.mail import Segment
from gateway.demo.marking import passages
from gateway.demo.page import page
from gateway.demo.story import Filed, Proof, Story, totals
from tests.conftest import NOW

TRAP = '<script>alert("x")</script><img src=x onerror=y>&amp;'
SPOKE = Evidence(about="suicide", rule="suicide.r", risk=Risk.URGENT, excerpt=f"it is {TRAP}")


def story(**other: object) -> Story:
    facts = {
        "name": "01-trap",
        "author": f"Ann {TRAP}",
        "address": "ann@x.example",
        "subject": TRAP,
        "passages": passages(
            [Segment(kind="subject", text=TRAP), Segment(kind="new", text=f"well, it is {TRAP}")],
            [SPOKE],
        ),
        "attachments": (TRAP,),
        "intents": ("cancelling", "other"),
        "risk": "urgent",
        "because": (SPOKE,),
        "delivered": (
            Filed(file="inbox/01-trap.eml", author=TRAP, address=TRAP, to="", subject=TRAP),
        ),
        "alerts": (
            Filed(
                file="inbox/01-a.eml",
                author="g",
                address="g@x.example",
                to="",
                subject=TRAP,
                text=TRAP,
            ),
        ),
        "proof": Proof(names=(TRAP,), files=(f"{TRAP}.pgp",), identical=True),
        "answer": Filed(
            file="replies/01.eml", author=TRAP, address=TRAP, to=TRAP, subject=TRAP, text=TRAP
        ),
        **other,
    }
    return Story(**facts)  # type: ignore[arg-type]


def html(*stories: Story) -> str:
    return page(stories, totals(stories), practice=TRAP, written=NOW)


class Seen(HTMLParser):
    """Every element with its attributes, and the text between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.marked: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("meta", "img"):
            self.open.append(tag)
        if tag == "mark":
            self.marked.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data
        if self.open[-1:] == ["mark"]:
            self.marked[-1] += data


def test_whole_and_closed():
    seen = Seen(html(story()))
    assert seen.open == []
    assert seen.elements[0] == ("html", {"lang": "en"})


def test_what_others_wrote_is_only_ever_text():
    seen = Seen(html(story()))
    assert not {"script", "img", "iframe", "link", "object", "form"} & {e for e, _ in seen.elements}
    assert not [a for _, found in seen.elements for a in found if a.startswith("on")]
    assert seen.words.count(TRAP) >= 8


def test_how_the_answer_differs_is_shown():
    words = " ".join(Seen(html(story(manner=("in French", "discreet")))).words.split())
    assert "in French" in words
    assert "discreet: it says nothing of therapy" in words
    assert "discreet" not in Seen(html(story())).words


def test_nothing_is_loaded():
    text = html(story())
    assert "default-src 'none'" in text
    links = [a["href"] for _, a in Seen(text).elements if "href" in a]
    assert {link.partition("/")[0].partition("#")[0] for link in links} == {"", "inbox", "replies"}
    assert not re.search(r"src=|url\(|@import", re.sub(re.escape("src=x"), "", text))


def test_every_icon_is_drawn_on_the_page():
    elements = Seen(html(story())).elements
    drawn = {a["id"] for tag, a in elements if tag == "symbol"}
    assert {a["href"].removeprefix("#") for tag, a in elements if tag == "use"} <= drawn


def test_reasons_are_marked():
    seen = Seen(html(story()))
    assert f"it is {TRAP}" in seen.marked


def test_the_title_holds_no_word_of_a_client():
    assert "<title>Gateway demo</title>" in html(story())


def test_why_there_is_no_answer():
    words = Seen(html(story(answer=None, no_answer="a machine sent it"))).words
    assert "Nothing" in words
    assert "A machine sent it" in words


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"delivered": ()}, "Not delivered"),
        ({"risk": "unknown"}, "risk unknown"),
        ({"proof": Proof(names=("a",), files=("a.pgp",), identical=False)}, "it differs"),
        ({"wrong": ("a machine was answered",)}, "01-trap: a machine was answered"),
    ],
    ids=["lost", "unread", "sealed wrongly", "promise broken"],
)
def test_what_went_wrong_is_said(other: dict[str, object], words: str):
    assert words in Seen(html(story(**other))).words


INKS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "quiet-paper"),
    ("ink", "accent-paper"),
    ("ink", "red-paper"),
    ("soft", "paper"),
    ("soft", "card"),
    ("soft", "quiet-paper"),
    ("accent", "card"),
    ("accent", "paper"),
    ("accent", "red-paper"),
    ("accent", "accent-paper"),
    ("mark-ink", "mark"),
    ("red", "red-paper"),
    ("amber", "amber-paper"),
    ("blue", "blue-paper"),
]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "paper"), INKS)
def test_contrast(scheme: int, ink: str, paper: str):
    """At least 4.5 to 1 (WCAG 2.2 §1.4.3, level AA)."""
    block = re.findall(r":root \{(.*?)\}", html(), re.S)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+)", block))
    one, other = sorted((_luminance(colours[ink]), _luminance(colours[paper])))
    assert (other + 0.05) / (one + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
