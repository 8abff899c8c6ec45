"""The bench of listening measures what it says: its sets, its mixtures, its encodings."""

import json
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.listen import run, sets
from bench.listen.alarms import is_calm
from bench.listen.dilution import BENIGN_WORDS, PLACES, diluted
from bench.listen.encodings import MAILS, flowed, subject_field
from bench.listen.goals import Goal, of_share, table
from bench.listen.reasons import by_reason, macro_f1
from bench.listen.sets import Broken, Row, client_mail, handed_over, hard_cases, was_learnt
from gateway.core.parse import parse
from gateway.core.scoring import Share

ROW = {"id": "x1", "lang": "en", "text": "See you.", "reasons": ["other"], "risk": "none"}
GOALS = [  # the goal, what is said of it
    (Goal(words="more", measured=0.95, target=0.9), "met"),
    (Goal(words="less", measured=0.89, target=0.9), "MISSED"),
    (Goal(words="at most", measured=0.02, target=0.02, at_least=False), "met"),
    (Goal(words="too much", measured=0.021, target=0.02, at_least=False), "MISSED"),
    (of_share("nothing there", Share(0, 0), 0.9), "not measured"),
]


@pytest.mark.parametrize(("goal", "verdict"), GOALS, ids=lambda x: getattr(x, "words", None))
def test_a_goal_is_one_line(goal: Goal, verdict: str) -> None:
    assert str(goal).startswith(verdict)
    assert "\n" not in str(goal)


def test_a_table_stands_in_columns() -> None:
    assert table([("", "n"), ("all", 10), ("en", 7)]).split("\n") == [
        "        n",
        "  all  10",
        "  en    7",
    ]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Empty folders where the sets would be."""
    for name in ("GOLD", "SHARED"):
        (tmp_path / name).mkdir()
        monkeypatch.setattr(sets, name, tmp_path / name)
    return tmp_path


def put(path: Path, *rows: object) -> None:
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")


def test_sets_that_are_not_there_are_passed_over(places: Path) -> None:
    assert client_mail() == {}
    assert hard_cases() == {}
    assert handed_over("clinc150") == []


def test_client_mail_by_halves(places: Path) -> None:
    put(places / "GOLD" / "client_mail_a_en.jsonl", ROW)
    put(places / "GOLD" / "client_mail_a_fr.jsonl", {**ROW, "id": "x2", "lang": "fr"})
    put(places / "SHARED" / "client_mail.dev.jsonl", {**ROW, "id": "x3"})
    assert {name: [m.id for m in mails] for name, mails in client_mail().items()} == {
        "client_mail a": ["x1", "x2"],
        "client_mail.dev": ["x3"],
    }


def test_hard_cases_as_they_are_handed_over(places: Path) -> None:
    case = {"id": "h99", "lang": "en", "label": "urgent", "category": "made up", "source": "own"}
    put(
        places / "SHARED" / "hard_cases.dev.jsonl",
        {**case, "text": "Subject: Hello\n\nBody\n\nEnd"},
    )
    (mail,) = hard_cases()["hard_cases.dev"]
    assert (mail.subject, mail.text) == ("Hello", "Body\n\nEnd")
    assert (mail.risk.word, mail.category) == ("urgent", "h99 made up")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"text": "canary"', "hard_en.jsonl:1: not JSON"),
        ('\n{"text": "canary", "risk": "none"}', "hard_en.jsonl:2: reasons: expected at least"),
    ],
)
def test_a_broken_set_is_named(places: Path, content: str, told: str) -> None:
    (places / "GOLD" / "hard_en.jsonl").write_text(content, "utf-8")
    with pytest.raises(Broken) as found:
        hard_cases()
    assert str(found.value).startswith(told)
    assert "canary" not in str(found.value)


def test_the_run_ends_with_65_on_a_broken_set(
    places: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (places / "GOLD" / "hard_en.jsonl").write_text("nonsense", "utf-8")
    monkeypatch.setattr(sys, "argv", ["listen", "--only", "hard"])
    assert run.main() == 65
    assert "hard_en.jsonl:1" in capsys.readouterr().err


QUIET = ("client", "hard", "dilution", "alarms", "reasons", "encodings")


def test_the_run_without_any_set_says_so(
    places: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only = [word for part in QUIET for word in ("--only", part)]
    monkeypatch.setattr(sys, "argv", ["listen", *only])
    assert run.main() == 0
    told = capsys.readouterr().out
    assert "no client mail is here" in told
    assert "MISSED" not in told.replace("0 MISSED", "")


def test_the_run_on_a_small_set(
    places: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    danger = {"risk": "emergency", "reasons": ["crisis"], "text": "I will kill myself tonight."}
    missed = {"risk": "urgent", "reasons": ["crisis"], "text": "The violet canary sings."}
    calm = {**ROW, "text": "The garden is green and the bread is in the oven."}
    put(
        places / "GOLD" / "client_mail_a_en.jsonl",
        {**ROW, **danger, "id": "d1"},
        {**ROW, **missed, "id": "d2"},
        calm,
    )
    put(places / "GOLD" / "hard_en.jsonl", {**ROW, **danger, "id": "h1", "category": "h21"})
    only = [word for part in QUIET for word in ("--only", part)]
    monkeypatch.setattr(sys, "argv", ["listen", "--misses", *only])
    assert run.main() == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "MISSED client mail: urgent and emergency found, 1 of 2" in told
    assert "met hard cases: emergency right, 1 of 1" in told
    assert "met dilution: recall lost, 0 of 6" in told
    assert "d2 urgent -> none [] The violet canary sings." in told
    assert "met encodings: one verdict of one text" in told


def test_what_was_learnt_from_measures_nothing(places: Path) -> None:
    rows = [{"id": str(n), "text": f"book a table for {n}", "label": "b"} for n in range(60)]
    put(places / "SHARED" / "clinc150.dev.jsonl", *rows)
    put(places / "SHARED" / "sgd_appointments.dev.jsonl", *rows)
    kept = handed_over("clinc150")
    assert 0 < len(kept) < 60
    assert not any(was_learnt(row.text) for row in kept)
    assert len(handed_over("sgd_appointments")) == 60


CALM = [
    ("How do I tell my sister?", "family-conflict", True),
    ("I think of suicidal things", "depression", False),
    ("Some self harm", "depression", False),
    ("I started Cutting again", "depression", False),
    ("We argue about cutting the costs", "marriage", False),
    ("How do I stop?", "self-harm", False),
    ("I want to die", "depression", False),
]


@pytest.mark.parametrize(("text", "label", "calm"), CALM)
def test_questions_without_risk_words(text: str, label: str, calm: bool) -> None:
    assert is_calm(Row(id="c", text=text, label=label)) is calm


def test_four_reasons_by_hand() -> None:
    answers = [
        ("booking", "booking"),
        ("booking", "other"),
        ("other", "other"),
        ("other", "cancelling"),
    ]
    assert by_reason(answers)["booking"].recall == Share(1, 2)
    assert set(by_reason(answers)) == {"booking", "other"}
    assert macro_f1(answers) == pytest.approx((2 / 3 + 1 / 2) / 2)
    assert macro_f1([]) is None


PARAGRAPH = "The garden is green and the bread is in the oven."
BENIGN = [f"{PARAGRAPH} {n}\n\n{PARAGRAPH} Number {n} again." for n in range(9)]


@given(st.integers(), st.sampled_from(PLACES))
def test_a_text_stands_whole_in_its_place(seed: int, place: str) -> None:
    text = "A violet canary sings."
    whole = diluted(text, BENIGN, place, random.Random(seed))
    words = len(whole.split()) - len(text.split())
    assert BENIGN_WORDS[0] <= words <= BENIGN_WORDS[1]
    paragraphs = whole.split("\n\n")
    assert paragraphs.count(text) == 1
    at = paragraphs.index(text)
    assert (at == 0, at == len(paragraphs) - 1) == (place == "start", place == "end")
    assert whole == diluted(text, BENIGN, place, random.Random(seed))


def test_friendly_mails_that_are_all_too_long() -> None:
    with pytest.raises(ValueError, match="short enough"):
        diluted("text", ["word " * 700], "start", random.Random(1))


PLAIN = "Hello there,\n\nthe canary < the cat & sings.\n" + "It rained all day, again. " * 8
ACCENTS = "Bonjour,\n\nl'été dernier, ça chantait : « violet »."


@pytest.mark.parametrize("name", MAILS)
def test_every_encoding_holds_the_text(name: str) -> None:
    text = PLAIN if name in ("7bit", "iso-2022-jp") else ACCENTS + PLAIN
    mail = parse(MAILS[name]("A subject", text))
    assert mail.defects == ()
    found = " ".join(s.text for s in mail.segments if s.kind == "new")
    assert found.split() == text.split()
    assert mail.header("subject") == "A subject"


def test_there_are_twelve_encodings_at_least() -> None:
    assert len(MAILS) >= 12


@given(st.text(st.sampled_from("abé ñ\u4e2d"), min_size=1, max_size=60))
def test_a_subject_comes_back(subject: str) -> None:
    raw = f"{subject_field(subject.strip(), encoded=True)}\r\nbody\r\n".encode()
    assert (parse(raw).header("subject") or "").strip() == subject.strip()


@given(st.lists(st.text(st.sampled_from("ab-, >"), max_size=120), max_size=4))
def test_flowed_lines_flow_back(lines: list[str]) -> None:
    text = "\n".join(" ".join(line.split()) for line in lines)
    back = "".join(
        piece.removeprefix(" ") + ("" if piece.endswith(" ") else "\n")
        for piece in flowed(text).split("\r\n")
    )
    assert back.removesuffix("\n") == text
