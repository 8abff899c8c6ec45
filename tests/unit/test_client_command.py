"""`gateway client`: what a therapist types, what is kept of it, and what she is told."""

import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.commands.client import command
from gateway.core.client import Client
from gateway.errors import NeedsHuman
from tests.stores import MASTER, Clock, opened

ANN = "Ann@client.example"
POLICY = """
[practice]
name = "Iris Calder"
address = "iris@calder.example"
place = "CA-ON"
timezone = "America/Toronto"
[reply]
display_name = "Iris Calder"
[recipients]
"iris@calder.example" = "iris@box.example"
[[inlet]]
port = 0
"""
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`gateway client ...` on a fresh folder."""
    tmp_path.chmod(0o700)
    (tmp_path / "policies.toml").write_text(POLICY, "utf-8")
    monkeypatch.setenv("GATEWAY_CONFIG", str(tmp_path / "policies.toml"))
    monkeypatch.setenv("GATEWAY_MASTER_KEY", b64encode(MASTER).decode())
    return lambda *words, given=None: CliRunner().invoke(command, words, input=given)


def kept(folder: Path) -> list[tuple[str, Client]]:
    store = opened(folder / "state", Clock())
    try:
        return store.clients.all()
    finally:
        store.close()


def test_all_that_can_be_agreed(run: Run, tmp_path: Path) -> None:
    done = run(
        *("add", ANN, "--place", "ca-qc", "--language", "fr-ca", "--reply", "discreet"),
        *("--audience", "youth", "--audience", "lgbtq", "--audience", "youth"),
        *("--reason", "booking", "--reason", "cancelling", "--consent", "2026-01-05", "--minor"),
    )
    assert done.exit_code == 0, done.output
    agreed = Client(
        place="CA-QC",
        language="fr-CA",
        audience=("youth", "lgbtq"),
        reply="discreet",
        reasons=("booking", "cancelling"),
        consent=date(2026, 1, 5),
        minor=True,
    )
    assert kept(tmp_path) == [(ANN, agreed)]
    shown = run("show", "ann@CLIENT.example").output
    for words in (
        "CA-QC",
        "fr-CA",
        "youth, lgbtq",
        "discreet",
        "booking, cancelling",
        "2026-01-05",
    ):
        assert words in shown
    plain = json.loads(run("show", ANN, "--json").output)
    assert plain == json.loads(run("list", "--json").output)[0]
    assert (plain["consent"], plain["minor"], plain["address"]) == ("2026-01-05", True, ANN)


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        (("--place", ""), {"place": ""}),
        (("--place", "Quebec"), {"place": "CA-QC"}),
        (("--language", "es"), {"language": "es"}),
        (("--language", ""), {"language": ""}),
        (("--audience", "veterans"), {"audience": ("veterans",)}),
        (("--audience", "everyone"), {"audience": ()}),
        (("--reply", "none"), {"reply": "none"}),
        (("--reply", "default"), {"reply": None}),
        (("--reason", "update"), {"reasons": ("update",)}),
        (("--all-reasons",), {"reasons": None}),
        (("--consent", "2026-02-01"), {"consent": date(2026, 2, 1)}),
        (("--no-consent",), {"consent": None}),
        (("--no-minor",), {"minor": False}),
    ],
)
def test_edit_changes_what_was_named_and_nothing_else(
    run: Run, tmp_path: Path, words: tuple[str, ...], changed: dict[str, object]
) -> None:
    first = ("--place", "GB-SCT", "--language", "en", "--audience", "youth", "--reply", "full")
    run("add", ANN, *first, "--reason", "booking", "--consent", "2026-01-05", "--minor")
    ((_, before),) = kept(tmp_path)
    done = run("edit", ANN, *words)
    assert done.exit_code == 0, done.output
    ((_, after),) = kept(tmp_path)
    differs = {
        n: getattr(after, n) for n in before.__slots__ if getattr(after, n) != getattr(before, n)
    }
    assert differs == changed


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "ann at client"), "no e-mail address"),
        (("add", "ann@client.example\nx"), "no e-mail address"),
        (("add", ANN, "--place", "Atlantis"), "CA-QC"),
        (("add", ANN, "--place", "CAN"), "CA-QC"),
        (("add", ANN, "--language", "tlh"), "must be one of en, es, fr"),
        (("add", ANN, "--language", "en-"), "must be one of"),
        (("add", ANN, "--language", "fr-Canada"), "must be one of"),
        (("add", ANN, "--audience", "friends"), "youth"),
        (("add", ANN, "--reply", "maybe"), "discreet"),
        (("add", ANN, "--reason", "gossip"), "booking"),
        (("add", ANN, "--consent", "5 January"), "--consent"),
        (("add", ANN, "--consent", "2999-01-05"), "is a day to come"),
        (("add", ANN, "--consent", "2026-01-05", "--no-consent"), "exclude each other"),
        (("add", ANN, "--reason", "booking", "--all-reasons"), "exclude each other"),
        (("edit", ANN), "name what to change"),
    ],
)
def test_what_cannot_be_is_said_and_not_kept(
    run: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    done = run(*words)
    assert (done.exit_code, told in done.output) == (2, True), done.output
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "ann@client.example"), "has a record already"),
        (("edit", "bo@client.example", "--minor"), "has no record"),
        (("show", "bo@client.example"), "has no record"),
        (("forget", "bo@client.example", "--yes"), "nothing is kept of bo@client.example"),
    ],
)
def test_what_is_there_and_what_is_not(run: Run, words: tuple[str, ...], told: str) -> None:
    run("add", ANN)
    done = run(*words)
    assert isinstance(done.exception, NeedsHuman)
    assert told in done.exception.public


def test_before_the_first_start_there_is_nothing_to_see_but_one_can_begin(run: Run) -> None:
    assert isinstance(run("list").exception, NeedsHuman)
    assert run("add", ANN).exit_code == 0
    assert run("list").output.startswith(ANN)
    run("forget", ANN, "--yes")
    assert "no client has a record" in run("list").output


def test_what_a_record_may_cost_is_told(run: Run) -> None:
    assert "in a crisis neither" in run("add", ANN, "--reply", "none").output
    for nowhere in ("XX", "ZZ"):
        told = run("edit", ANN, "--place", nowhere).output
        assert f"no crisis line is known for {nowhere}" in told
    assert "note:" not in run("edit", ANN, "--place", "CA", "--reply", "full").output
    assert "add it to practice.languages" in run("edit", ANN, "--language", "fr-FR").output
    assert "note:" not in run("edit", ANN, "--language", "en-GB").output


def test_forget_asks_and_says_what_it_deleted(run: Run, tmp_path: Path) -> None:
    run("add", ANN)
    refused = run("forget", ANN, given="n\n")
    assert refused.exit_code == 1
    assert len(kept(tmp_path)) == 1
    done = run("forget", "ann@client.example", given="y\n")
    assert "deleted the record" in done.output
    assert kept(tmp_path) == []


def test_a_second_process_beside_the_running_gateway(run: Run, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(mode=0o700)
    clock = Clock()
    store = opened(tmp_path / "state", clock)  # holds the folder, as the gateway does
    code = "from gateway.commands.client import command; command()"
    words = [sys.executable, "-c", code, "add", ANN, "--reply", "none"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert store.clients.known("ann@client.example", clock()).client == Client(reply="none")
    store.close()


def test_with_another_key_nothing_is_read_and_nothing_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", ANN, "--reply", "none")
    monkeypatch.setenv("GATEWAY_MASTER_KEY", b64encode(bytes(32)).decode())
    done = run("add", "bo@client.example")
    assert isinstance(done.exception, NeedsHuman)
    assert "another master key" in done.exception.public
    assert [address for address, _ in kept(tmp_path)] == [ANN]
