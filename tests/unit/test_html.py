"""HTML as a person reads it."""

import pytest

from gateway.core.html import html_to_text

CASES = [  # name, markup, text
    ("inline is no break", "<p>hope<b>less</b>ness</p>", "hopelessness"),
    ("blocks break", "<div>one</div><div>two</div>three", "one\ntwo\nthree"),
    ("paragraphs", "<p>one</p><p>two</p>", "one\n\ntwo"),
    ("line break", "one<br>two<br/>three", "one\ntwo\nthree"),
    ("white space", "<p>one\r\n  two&nbsp;&#32; three</p>", "one two three"),
    ("entities", "&lt;b&gt; caf&eacute; &#x1F600;", "<b> café \U0001f600"),
    ("list", "<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ("table", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    (
        "script, style, head",
        "<head><title>t</title></head><style>p{}</style><script>x</script>y",
        "y",
    ),
    ("comment", "a<!-- no -->b<!--[if mso]>no<![endif]-->c", "abc"),
    ("alt text", 'see <img src="cid:1" alt="my drawing"> here', "see my drawing here"),
    ("hidden text is kept", '<div style="display:none">help</div><p hidden>me</p>', "help\n\nme"),
    ("tiny text is kept", '<span style="font-size:0">help</span>', "help"),
    ("quote", "<p>new</p><blockquote>old<br>older</blockquote>", "new\n\n> old\n> older"),
    ("quote in a quote", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n\n> > b"),
    ("below a quote", "<blockquote>old</blockquote><p>new</p>", "> old\n\nnew"),
    (
        "Gmail, answered below",
        '<div class="gmail_quote">On 1, A wrote:<blockquote>old</blockquote><div>new</div></div>',
        "> On 1, A wrote:\n\n> > old\n\nnew",
    ),
    (
        "Gmail, forwarded",
        '<div class="x gmail_quote">--- F ---<br>old</div>new',
        "> --- F ---\n> old\nnew",
    ),
    (
        "Outlook",
        '<p>new</p><div id="divRplyFwdMsg">Von: A</div><div>old</div>',
        "new\n\n> Von: A\n> old",
    ),
    ("unclosed", "<div><b>one<p>two", "one\n\ntwo"),
    ("open tag at the end", "one<br>two <a href=", "one\ntwo"),
    ("no markup", "just text", "just text"),
    ("NUL", "he\0lp", "help"),
    ("nothing", "", ""),
]
DEEP = 20_000


@pytest.mark.parametrize(("markup", "text"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_html_to_text(markup: str, text: str) -> None:
    assert html_to_text(markup) == text


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "table", "font", "form", "a"])
def test_deep_markup_keeps_its_text(tag: str) -> None:
    markup = f"<{tag}>" * DEEP + "<style>no</style>deep &amp; dark" + f"</{tag}>" * DEEP
    assert html_to_text(markup).strip("> ") == "deep & dark"


def test_tags_that_never_end() -> None:
    assert "help" in html_to_text("<a " * DEEP + "help")
    assert "help" in html_to_text("<div>" * DEEP + "help <a ")
