"""The figures told: on a terminal, for a script and as a picture; words only where they may be."""

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from gateway.cli import gateway
from gateway.commands._figures import bar, line
from gateway.commands._picture import picture
from gateway.core.assessment import INTENTS, Risk
from gateway.core.labels import labelled
from gateway.core.scoring import RISK_WORDS, Pair, Share

MAILS: list[dict[str, object]] = [
    {
        "id": "q1",
        "lang": "en",
        "subject": "Friday",
        "text": "I have to cancel our session on Friday, sorry.",
        "reasons": ["cancelling"],
        "risk": "none",
    },
    {
        "id": "q2",
        "lang": "en",
        "text": "I am going to kill myself tonight.",
        "reasons": ["crisis"],
        "risk": "emergency",
        "signs": ["suicide"],
        "traps": ["plain"],
    },
    {
        "id": "q3 [x]",
        "lang": "fr",
        "text": "Le canari violet chante.",
        "reasons": ["update"],
        "risk": "urgent",
        "traps": ["veiled"],
    },
]


def scored(folder: Path, rows: list[dict[str, object]], *more: str) -> Result:
    file = folder / "mails.jsonl"
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    words = ["assess", "--score", str(file), *more]
    return CliRunner().invoke(gateway, words, env={"COLUMNS": "80"})


def test_the_figures_on_a_terminal(tmp_path: Path) -> None:
    done = scored(tmp_path, MAILS)
    assert done.exit_code == 0, done.output
    told = " ".join(done.stdout.split())
    assert "mails.jsonl: 3 labelled mails" in told
    assert "emergencies seen 1 of 1 100.0%" in told
    assert "all danger seen 1 of 2 50.0%" in told
    assert "Only 1 emergencies are labelled here" in told
    assert "By language" in told
    assert "By trap" in told
    assert "q3 [x] urgent -> none Le canari violet chante." in told
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_figures_for_a_script_hold_no_word(tmp_path: Path) -> None:
    done = scored(tmp_path, MAILS, "--json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert told["all"]["risk"]["danger_found"]["part"] == 1
    assert told["all"]["risk"]["table"]["urgent"] == {"none": 1}
    assert set(told["by_language"]) == {"en", "fr"}
    assert {"what": "not found", "id": "q3 [x]", "gold": "urgent", "got": "none"} in told["misses"]
    assert "canari" not in done.stdout
    assert "cancel our" not in done.stdout


BAD_FILES = [  # content, the line and the key that are named
    ('{"text": "canary", "risk": "none", "reasons": ["other"]}\nnonsense', ":2: not JSON"),
    ("\n\n[]", ":3: not an object"),
    ('{"text": "canary", "risk": "bad", "reasons": ["other"]}', ":1: risk: unknown word"),
    ("", ":1: holds no labelled mail"),
    ("\udcff", ":1: not UTF-8"),
]


@pytest.mark.parametrize(("content", "told"), BAD_FILES)
def test_a_bad_file_is_named(tmp_path: Path, content: str, told: str) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text(content, "utf-8", errors="surrogateescape")
    done = CliRunner().invoke(gateway, ["assess", "--score", str(file)])
    assert done.exit_code == 65
    assert f"mine.jsonl{told}" in done.stderr
    assert "canary" not in done.stderr


@pytest.mark.parametrize("option", [("--json",), ("--plot", "x.svg")])
def test_what_belongs_to_score(option: tuple[str, ...]) -> None:
    done = CliRunner().invoke(gateway, ["assess", *option], input="")
    assert done.exit_code == 2
    assert "belong to --score" in done.stderr


def test_the_picture(tmp_path: Path) -> None:
    plot = tmp_path / "figures.svg"
    done = scored(tmp_path, MAILS, "--plot", str(plot))
    assert done.exit_code == 0, done.output
    words = " ".join(fromstring(plot.read_text("utf-8")).itertext())
    assert "3 labelled mails" in words
    assert "emergencies seen" in words
    assert "canari" not in words


def test_a_picture_that_cannot_be_written(tmp_path: Path) -> None:
    done = scored(tmp_path, MAILS, "--plot", str(tmp_path / "no" / "figures.svg"))
    assert done.exit_code == 1
    assert "figures.svg" in done.stderr


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Risk),
            st.sampled_from(RISK_WORDS),
            st.sampled_from(INTENTS),
            st.floats(0, 1),
            st.text(max_size=12).filter(str.isprintable),
        ),
        max_size=6,
    )
)
def test_every_picture_is_whole(cells: list[tuple[Risk, str, str, float, str]]) -> None:
    calm = {"text": "A calm line.", "reasons": ["other"]}
    pairs = [
        Pair(
            gold=labelled({**calm, "risk": gold.word, "lang": language}),
            risk=got,
            reasons=((reason, score),),
        )
        for gold, got, reason, score, language in cells
    ]
    svg = fromstring(picture(pairs))
    height = float(svg.attrib["height"])
    for part in svg.iter():
        assert 0 <= float(part.attrib.get("y", "0")) <= height
        assert "nan" not in " ".join(part.attrib.values())


@given(st.integers(0, 60), st.integers(0, 60), st.integers(20, 40))
def test_lines_and_bars_fit(part: int, rest: int, room: int) -> None:
    share = Share(part, part + rest)
    if share.value is not None:
        drawn = line(share, room)
        assert len(drawn) == room + 1
        assert drawn.index("●") == round(share.value * room)
        assert len(bar(share.value, share.value, room)) == room + 1
