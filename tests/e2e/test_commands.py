"""Every command as a user types it, from an empty folder."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.peers._private import free_port

MAIL = (
    b"From: Ann Lee <ann@client.example>\r\nTo: dana@clinic.example\r\nSubject: Friday\r\n"
    b"Message-ID: <1@client.example>\r\n\r\nI need to cancel our session on Friday, sorry.\r\n"
)
HOMEWORK = (
    b"From: Ann Lee <ann@client.example>\r\nTo: dana@clinic.example\r\nSubject: Homework\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\n'
    b"Here is my homework.\r\n--b\r\nContent-Type: application/pdf; name=record.pdf\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nbXkgdGhvdWdodHM=\r\n--b--\r\n"
)


def gateway(
    folder: Path, *words: str, given: str | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "gateway", *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "COLUMNS": "100"},
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder after `gateway init`."""
    assert gateway(tmp_path, "init").returncode == 0
    return tmp_path


def test_init_makes_a_private_place_and_overwrites_nothing(place: Path) -> None:
    key = place / "keys" / "master.key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE((place / "state").stat().st_mode) == 0o700
    before = key.read_bytes()
    again = gateway(place, "init")
    assert again.returncode == 0
    assert "is there already" in again.stdout
    assert key.read_bytes() == before


def test_check_says_what_to_do(place: Path) -> None:
    policy = place / "policies.toml"
    text = policy.read_text().replace("port = 2526", f"port = {free_port()}")
    policy.write_text(text.replace("port = 2525", f"port = {free_port()}"))
    done = gateway(place, "check", "--json")
    findings = json.loads(done.stdout)
    assert done.returncode == 1
    bad = [f["what"] for f in findings if f["level"] == "error"]
    assert bad == ["relay"]
    assert "nothing listens there" in gateway(place, "check").stdout.replace("\n", " ")


def test_explain_says_what_would_happen_and_why(place: Path) -> None:
    (place / "mail.eml").write_bytes(MAIL)
    told = json.loads(gateway(place, "explain", "mail.eml", "--json").stdout)
    assert told["reasons"] == ["cancelling"]
    assert told["risk"] == "none"
    assert told["actions"] == ["deliver as it came", "reply with cancelling"]
    shown = gateway(place, "explain", "mail.eml").stdout
    assert "cancel our session" in shown
    assert "reply with cancelling" in shown
    piped = gateway(place, "explain", "-", "--json", given=MAIL.decode())
    assert json.loads(piped.stdout) == told


def test_explain_knows_what_was_agreed_with_the_client(place: Path) -> None:
    (place / "mail.eml").write_bytes(MAIL)
    plain = json.loads(gateway(place, "explain", "mail.eml", "--json").stdout)["reply"]
    assert (plain["template"], plain["form"], plain["place"]) == ("cancelling", "full", "")
    agreed = ("--reply", "discreet", "--place", "GB", "--language", "fr")
    gateway(place, "client", "add", "ann@client.example", *agreed)
    reply = json.loads(gateway(place, "explain", "mail.eml", "--json").stdout)["reply"]
    assert (reply["languages"], reply["form"], reply["place"]) == (["fr"], "discreet", "GB")
    shown = " ".join(gateway(place, "explain", "mail.eml").stdout.split())
    assert "in fr, discreet, lines for GB" in shown
    gateway(place, "client", "edit", "ann@client.example", "--reply", "none")
    told = json.loads(gateway(place, "explain", "mail.eml", "--json").stdout)
    assert (told["reply"], told["actions"]) == (None, ["deliver as it came"])
    assert told["because"][-1][0] == "client-none"
    (place / "keys" / "master.key").unlink()
    lost = gateway(place, "explain", "mail.eml")
    assert lost.returncode == 0
    assert "note: agreements with clients are not looked at" in lost.stderr


def test_assess_judges_line_by_line(place: Path) -> None:
    rows = [
        {"id": "a", "subject": "Friday", "text": "I have to cancel our session."},
        {"id": "b", "subject": "", "text": "I am going to kill myself tonight."},
        {"id": "c", "subject": "", "text": "The weather is grey."},
    ]
    done = gateway(place, "assess", given="\n".join(map(json.dumps, rows)))
    judged = [json.loads(line) for line in done.stdout.splitlines()]
    assert [j["id"] for j in judged] == ["a", "b", "c"]
    assert [j["reasons"][0] for j in judged] == ["cancelling", "crisis", "other"]
    assert [j["risk"] for j in judged] == ["none", "emergency", "none"]
    assert judged[1]["signs"] == ["suicide"]
    assert judged[1]["evidence"]


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"id": '])
def test_assess_names_a_bad_line(place: Path, line: str) -> None:
    done = gateway(place, "assess", given='{"id": 1, "text": "hello"}\n' + line)
    assert done.returncode == 65
    assert "stdin:2:" in done.stderr


def test_all_that_is_wrong_with_a_policy_at_once(place: Path) -> None:
    policy = place / "policies.toml"
    text = policy.read_text()
    text = text.replace("timezone =", "tiemzone =").replace("per_hour = 60", 'per_hour = "many"')
    policy.write_text(text)
    for words in (("run",), ("check",), ("queue", "list"), ("explain", "policies.toml")):
        done = gateway(place, *words)
        told = " ".join((done.stdout + done.stderr).split())
        assert 'did you mean "timezone"' in told
        assert "policies.toml:" in told
        assert done.returncode == (1 if words == ("check",) else 78)


def test_queue_of_a_new_place_and_unknown_messages(place: Path) -> None:
    nothing = gateway(place, "queue", "list")
    assert (nothing.returncode, "has not run here" in nothing.stderr) == (69, True)


@pytest.mark.parametrize("scheme", ["openpgp", "smime"])
def test_keys_seal_and_open(place: Path, scheme: str) -> None:
    made = gateway(place, "keys", "new", "--scheme", scheme, "--to", "mine")
    assert made.returncode == 0, made.stderr
    _write_policy(place, made.stdout)
    shown = json.loads(gateway(place, "keys", "show", "--json").stdout)
    assert (shown["scheme"], shown["problems"]) == (scheme, [])
    again = gateway(place, "keys", "new", "--scheme", scheme, "--to", "mine")
    assert again.returncode == 69
    (place / "mail.eml").write_bytes(HOMEWORK)
    told = json.loads(gateway(place, "explain", "mail.eml", "--json").stdout)
    assert told["actions"][0] == "deliver with attachments sealed"
    nothing = gateway(place, "open", "mail.eml", "--to", "out", "--key", _key(scheme))
    assert (nothing.returncode, "is sealed" in nothing.stderr) == (69, True)


def _write_policy(place: Path, said: str) -> None:
    """Put the lines that `keys new` prints into [seal]."""
    policy = place / "policies.toml"
    lines = [line for line in said.splitlines() if " = " in line]
    names = {line.partition(" ")[0] for line in lines}
    head, _, rest = policy.read_text().partition("[seal]\n")
    kept = [line for line in rest.splitlines() if line.partition(" ")[0] not in names]
    policy.write_text(f"{head}[seal]\n" + "\n".join([*lines, *kept]) + "\n")


def _key(scheme: str) -> str:
    return "mine/secret.asc" if scheme == "openpgp" else "mine/secret.pem"


def test_a_secret_key_is_not_imported(place: Path) -> None:
    gateway(place, "keys", "new", "--to", "mine")
    done = gateway(place, "keys", "import", "mine/secret.asc")
    assert done.returncode == 69
    assert "secret key" in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(place: Path, shell: str) -> None:
    assert "_GATEWAY_COMPLETE" in gateway(place, "completion", shell).stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--version",), 0, "gateway, version"),
        (("--help",), 0, "Commands:"),
        (("nonsense",), 2, "No such command"),
        (("explain", "nowhere.eml"), 2, "nowhere.eml"),
        (("check", "--config", "nowhere.toml"), 1, "no such file"),
        (("run", "--config", "nowhere.toml"), 78, "no such file"),
    ],
)
def test_exit_codes(tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    done = gateway(tmp_path, *words)
    assert said in done.stdout + done.stderr
    assert done.returncode == code
    assert "Traceback" not in done.stderr


def test_without_a_policy_it_says_how_to_make_one(tmp_path: Path) -> None:
    done = gateway(tmp_path, "run")
    assert done.returncode == 69
    assert "gateway init" in done.stderr
