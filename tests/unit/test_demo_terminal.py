"""The rows in the terminal fit its width and say what happened."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from gateway.core.assessment import Evidence
from gateway.demo import terminal
from gateway.demo.story import Filed, Proof, Story, totals

SPOKE = Evidence(about="booking", rule="booking.wants_time.en", weight=0.9, excerpt="word " * 40)
FILED = Filed(file="inbox/a.eml", author="a", address="a@x.example", to="b", subject="c")


def story(**other: object) -> Story:
    facts = {
        "name": "01-a",
        "author": "Ann Whitlock",
        "address": "ann@x.example",
        "subject": "[red]Next[/red] week",
        "passages": (),
        "intents": ("next_appointment", "booking"),
        "risk": "none",
        "because": (SPOKE,),
        "delivered": (FILED,),
        "answer": FILED,
        "template": "booking",
        **other,
    }
    return Story(**facts)  # type: ignore[arg-type]


def shown(*stories: Story, width: int = 100, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    out = Console(file=io.TextIOWrapper(raw, encoding), width=width)
    terminal.heading(out)
    for one in stories:
        terminal.row(out, one)
    terminal.summary(out, totals(stories), Path("d/index.html"), Path("d"), 1.25)
    terminal.invitation(out, 2525, "dana@x.example", Path("d/index.html"))
    out.file.flush()
    return raw.getvalue().decode(encoding)


def in_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 100, 180])
def test_never_wider_than_the_terminal_or_100(width: int):
    table = shown(story(), width=width).partition("See it")[0]
    assert max(len(line.rstrip()) for line in table.split("\n")) <= min(width, 100)


def test_who_what_and_why():
    text = in_one_line(shown(story()))
    for words in ("Ann Whitlock:", "[red]Next[/red]", "+ booking", "“word word", " …”"):
        assert words in text
    assert "booking: wants time" in text


HAPPENED = [  # name, what is different, words of the row or the summary
    ("all well", {}, "✓ answered: booking"),
    ("general", {"template": "other"}, "✓ answered: general reply"),
    ("in her language", {"manner": ("in French",)}, "✓ answered: booking, in French"),
    ("discreet", {"manner": ("discreet",)}, "✓ answered: booking, discreet"),
    ("no answer", {"answer": None, "no_answer": "a list"}, "- not answered: a list"),
    (
        "named in the end",
        {"answer": None, "no_answer": "a list"},
        "0 answered, 1 not (Ann Whitlock)",
    ),
    ("alerted", {"alerts": (FILED,), "risk": "emergency"}, "✓ therapist alerted"),
    ("not all was read", {"risk": "unknown"}, "risk unknown"),
    ("silent rules", {"because": ()}, "no rule spoke"),
    ("wrong", {"wrong": ("delivered 2 times",)}, "WRONG 01-a: delivered 2 times"),
    ("lost", {"delivered": ()}, "0 of 1 delivered"),
]


@pytest.mark.parametrize(
    ("other", "words"), [c[1:] for c in HAPPENED], ids=[c[0] for c in HAPPENED]
)
def test_what_happened(other: dict[str, object], words: str):
    assert words in in_one_line(shown(story(**other)))


def test_the_proof_of_sealing():
    proof = Proof(names=("a", "b"), files=("a.pgp", "b.pgp"), identical=True)
    rows = [row[66:] for row in shown(story(proof=proof)).split("\n")]
    assert "✓ 2 attachments sealed, opened again with the demo key: identical" in in_one_line(
        " ".join(rows)
    )


def test_what_does_not_open_is_not_called_sealed():
    proof = Proof(names=("a",), files=("a.pgp",), identical=False)
    assert "sealed" not in shown(story(proof=proof))


def test_a_terminal_without_unicode():
    because = (Evidence(about="booking", rule="booking.r.en", excerpt="when is it"),)
    assert "+ delivered" in shown(story(because=because), encoding="ascii")


def test_how_to_send_mail_of_your_own():
    assert "swaks --server 127.0.0.1:2525 --from you@client.example --to dana@x.example" in shown()
