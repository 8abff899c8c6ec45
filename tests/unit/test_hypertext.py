"""The HTML of a reply: the same words, numbers that dial what they show, open to everybody."""

import re
from dataclasses import replace

import pytest

from gateway.core.hotline import Line
from gateway.core.hypertext import Number, Section, numbers_of, section, to_html, to_text
from tests.unit.page import Page, barriers, contrast, digits, folded
from tests.unit.reply_texts import LINES, MINE, TEXTING, english, french, hebrew

TITLE = "Automatic reply"
REPLIES = {
    "English": (english(),),
    "French": (french(),),
    "Hebrew": (hebrew(),),
    "two languages": (french(), english()),
    "two directions": (hebrew(), english()),
    "no words": (section("en", ""),),
}


def html(*sections: Section) -> str:
    return to_html(sections, title=TITLE)


def links(text: str, *numbers: Number, language: str = "en") -> list[tuple[str, str]]:
    page = Page(html(section(language, text, numbers)))
    return [(href, words) for href, words, _ in page.links]


@pytest.mark.parametrize("name", REPLIES)
def test_the_html_has_the_words_of_the_text_and_no_others(name: str) -> None:
    page = Page(html(*REPLIES[name]))
    assert page.text == folded(to_text(REPLIES[name]))
    assert page.title == TITLE


@pytest.mark.parametrize("name", REPLIES)
def test_no_barriers(name: str) -> None:
    assert barriers(html(*REPLIES[name])) == set()


def test_what_can_be_tapped_in_a_reply() -> None:
    page = Page(html(english()))
    book = "https://calder.example/book-an-hour-with-iris-calder?from=reply&again=1"
    assert [(href, words) for href, words, _ in page.links] == [
        ("tel:999", "999"),
        ("tel:988", "988"),
        ("sms:988", "988"),
        ("tel:%2A4141", "*4141"),
        ("sms:741741", "741741"),
        ("tel:08001110111", "0800 111 0 111"),
        ("https://lines.example/near", "https://lines.example/near"),
        (book, book),
        ("tel:4165550142", MINE),
        ("tel:4165550142", MINE),
        ("tel:988", "988"),
    ]


def test_words_and_ways_have_their_elements() -> None:
    made = html(english())
    assert (
        '<dt>The Ear</dt>\n<dd>Call <a class="n" href="tel:988">988</a>, then press 1</dd>' in made
    )
    assert '<dt>Owls &amp; "Larks" &lt;by night&gt; (Friday to Sunday,' in made
    assert '<p>Call <a class="n" href="tel:4165550142">(416) 555-0142</a></p>' in made
    assert made.count("<ul>") == made.count("<dl>") == 1
    assert "March&nbsp;3" in made


def test_lines_of_their_own_without_a_name_stay_apart() -> None:
    made = html(section("en", "  Call 999\n  Call 988\n"))
    assert "<p>Call 999<br> Call 988</p>" in made


def test_two_languages_are_two_sections() -> None:
    made = html(hebrew(), english())
    assert '<html lang="he" dir="rtl">' in made
    assert '<section lang="he" dir="rtl">' in made
    assert '<section lang="en-CA" dir="ltr">' in made
    assert made.index("</section>\n<hr>\n<section") > 0
    assert "\n\n* * *\n\n" in to_text((hebrew(), english()))


def test_a_first_line_in_another_language_says_so() -> None:
    text = "في حالة الخطر اتصل 999\n\nThis is an automatic reply. Call 999.\n"
    part = section("en", text, (Number("999"),), opening="ar")
    first, second = re.findall(r"<p.*?</p>", html(part), re.DOTALL)
    assert first.startswith('<p lang="ar" dir="rtl">')
    assert '<bdi dir="ltr"><a class="n" dir="ltr" href="tel:999">999</a></bdi>' in first
    assert second == '<p>This is an automatic reply. Call <a class="n" href="tel:999">999</a>.</p>'
    assert to_text((part,)).count("\u2066999\u2069") == 1


def test_numbers_right_to_left_are_kept_left_to_right_twice() -> None:
    page = Page(html(hebrew()))
    assert {direction for href, _, direction in page.links if href.startswith("tel:")} == {"ltr"}
    assert page.attributes("bdi") == [{"dir": "ltr"}] * 4
    assert not Page(html(english())).attributes("bdi")


URIS = [
    ("988", "tel:988"),
    ("*4141", "tel:%2A4141"),
    ("#31#", "tel:%2331#".replace("#", "%23")),
    ("1-866-277-3553", "tel:18662773553"),
    ("+972 3 555 0123", "tel:+97235550123"),
    ("(416) 555-0142", "tel:4165550142"),
    ("01.99.00.55.01", "tel:0199005501"),
    ("+44 (0)20 7946 0000", ""),  # dialled as it is shown, it leads nowhere
    ("416-555-0142 ext. 3", ""),
    ("1 866 APPELLE", ""),
    ("911/112", ""),
    ("9", ""),
    ("", ""),
]


@pytest.mark.parametrize(("shown", "uri"), URIS)
def test_a_number_is_dialled_as_it_is_shown(shown: str, uri: str) -> None:
    assert Number(shown).uri == uri
    assert replace(Number(shown), way="sms").uri == uri.replace("tel:", "sms:")
    assert digits(uri) in ("", digits(shown))


IN_ONE_PIECE = [
    ("Call 113.", True),
    ("(113)", True),
    ("Call 113, then press 1", True),
    ("Call 113 (09:00-17:00)", True),
    ("電話番号は113です", True),
    ("ל-113", True),
    ("1-113", False),
    ("113-113", False),
    ("113 24", False),
    ("0800 113 0 113", False),
    ("(416) 113", False),
    ("+113", False),
    ("*113", False),
    ("$113", False),
    ("113 $", False),
    ("113\u00a0€", False),
    ("113%", False),
    ("11.113", False),
    ("113:30", False),
    ("113th", False),
    ("B113", False),
    ("route-113", False),
    ("www.113.example", False),
    ("https://a.example/113", False),
    ("https://a.example/?n=113", False),
    ("113@a.example", False),
]


@pytest.mark.parametrize(("text", "linked"), IN_ONE_PIECE)
def test_only_a_number_in_one_piece_is_a_link(text: str, linked: bool) -> None:
    assert (("tel:113", "113") in links(text, Number("113"))) is linked


def test_a_number_that_is_not_given_is_only_text() -> None:
    assert links("Call 999 or (416) 555-0100.", Number("988")) == []


def test_the_longest_number_goes_first() -> None:
    given = (Number("0800 111"), Number("0800 111 0 111"))
    assert links("Call 0800 111 0 111.", *given) == [("tel:08001110111", "0800 111 0 111")]


def test_very_short_numbers_are_links_only_on_lines_of_their_own() -> None:
    text = "Le 15 mars, avec 15 jours de délai :\n  Appelez le 15\n"
    assert links(text, Number("15"), language="fr") == [("tel:15", "15")]


WAYS = [
    ("Call 988", "tel:988"),
    ("Text 988", "sms:988"),
    ("TEXT HOME to 988", "sms:988"),
    ("Textez le 988", "sms:988"),
    ("Envía un mensaje al 988", "sms:988"),
    ("988 (call or text)", "tel:988"),
    ("In this context, call 988", "tel:988"),
]


@pytest.mark.parametrize(("text", "uri"), WAYS)
def test_digits_of_two_ways_go_the_way_that_the_words_say(text: str, uri: str) -> None:
    assert links(text, *numbers_of(LINES, texting=TEXTING)) == [(uri, "988")]


def test_digits_of_one_way_always_go_that_way() -> None:
    pen = Line(id="p", place="XX", kind="text_only", name="Pen", sms="741741")
    assert links("Call 741741", *numbers_of((pen,), texting=TEXTING)) == [("sms:741741", "741741")]


ADDRESSES = [
    ("See https://a.example/b.", "https://a.example/b"),
    ("(https://a.example/b)", "https://a.example/b"),
    ("« https://a.example » !", "https://a.example"),
    ('"https://a.example/?a=1&b=2"', "https://a.example/?a=1&b=2"),
]


@pytest.mark.parametrize(("text", "url"), ADDRESSES)
def test_an_address_is_a_link_that_shows_itself(text: str, url: str) -> None:
    assert links(text) == [(url, url)]


@pytest.mark.parametrize("text", ["http://a.example", "javascript:alert(1)", "mailto:a@b.example"])
def test_no_other_kind_of_address_is_a_link(text: str) -> None:
    assert links(text) == []


def test_nothing_can_be_slipped_in() -> None:
    evil = '<script>x</script> "https://a.example/"onclick="x" https://a.example/<b>&quot;\n'
    made = to_html((section('en"><b>', evil, (Number('1"><b>1'),)),), title="</title><b>")
    page = Page(made)
    assert page.text == folded(evil)
    assert {name for name, _ in page.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "p", "a")
    }
    assert all(set(given) <= {"href"} for given in page.attributes("a"))


DIRECTIONS = [
    ("en-CA", "ltr"),
    ("he", "rtl"),
    ("ar-EG", "rtl"),
    ("fa", "rtl"),
    ("ur-Latn", "ltr"),
    ("az-Arab-IR", "rtl"),
    ("zh-Hant", "ltr"),
    ("es-419", "ltr"),
]


@pytest.mark.parametrize(("tag", "direction"), DIRECTIONS)
def test_direction(tag: str, direction: str) -> None:
    assert section(tag, "").direction == direction


def test_lines_of_the_mail_are_short_and_numbers_whole_in_them() -> None:
    made = html(english()).splitlines()
    assert all(len(line) <= 76 or "https://calder" in line for line in made)
    assert any(">0800 111 0 111</a>" in line for line in made)
    assert any(f">{MINE}</a>" in line for line in made)


def test_the_text_made_of_an_isolated_text_is_the_same() -> None:
    once = to_text((hebrew(),))
    assert "\u2066+972 3 555 0123\u2069" in once
    assert to_text((section("he", once, hebrew().numbers),)) == once
    assert html(section("he", once, hebrew().numbers)) == html(hebrew())


BROKEN = [  # what is taken out or put in, and the barrier that must be found
    ('lang="fr-CA" dir="ltr">\n<head>', "dir='ltr'>\n<head>", "3.1.1 language of page"),
    ('<section lang="en-CA"', "<section", "3.1.2 language of parts"),
    (f"<title>{TITLE}", "<title>", "2.4.2 title"),
    ("initial-scale=1", "maximum-scale=1", "1.4.4 no zoom"),
    ("color: #1d1d1f", "color: #8a8a8a", "1.4.3 contrast in light"),
    ("color: #9ccbff", "color: #0a4f9e", "1.4.3 contrast in dark"),
    ("text-decoration: underline", "", "1.4.1 links known by colour only"),
    ("font-size: 17px", "font-size: 13px", "letters smaller than 16 px"),
    ("line-height: 1.5", "line-height: 1.2", "1.4.12 lines too near"),
    ("padding: 0.3em 0", "padding: 0.1em 0", "2.5.8 number links lower than 24 px"),
    ('<a class="n"', "<a", "2.5.8 a number link without its padding"),
    ("max-width: 34em", "width: 600px", "1.4.10 reflow"),
    (">*4141</a>", ">here</a>", "2.4.4 link purpose"),
    (">*4141</a>", ">*4142</a>", "2.4.4 link purpose"),
    ("sms:741741", "http://741741", "a link of another kind"),
    ("<hr>", '<hr id="x">', "an attribute of hr that tells or loads something"),
    ('class="n"', 'class="crisis"', "a class with a meaning"),
    ("hr {", "hr { background: url(//a.example/x);", "something remote"),
    ("</dd>", "</dd> or", "1.3.1 words outside of a paragraph"),
    ("<dt>", "<li>", "1.3.1 li in dl"),
    ("</ul>", "", "1.3.1 section ends what it does not begin"),
]


@pytest.mark.parametrize(("old", "new", "barrier"), BROKEN, ids=[b[2] for b in BROKEN])
def test_a_barrier_would_be_found(old: str, new: str, barrier: str) -> None:
    made = html(french(), english())
    assert old in made
    assert barrier in barriers(made.replace(old, new))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
