"""`gateway recall`: who got which number, why, and the drafts that correct it."""

import asyncio
import email
import email.policy
import json
import stat
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.commands._correction import Correction, Right, draft
from gateway.commands._edition import printed
from gateway.commands.recall import command
from gateway.config.read import read_config
from gateway.core.client import Client
from gateway.core.crisis import lines_for
from gateway.core.hotline import Line
from gateway.core.record import Record, ReplyTrace
from gateway.errors import NeedsHuman
from gateway.resources import read_lines
from gateway.store.sqlite import SqliteStore
from tests.conftest import NOW
from tests.stores import DECISION, MASTER, RAW, Clock, asked, envelope, opened
from tests.unit.test_client_command import POLICY

ANN, BO = "ann@client.example", "bo@client.example"
WRONG = "555-0142"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    tmp_path.chmod(0o700)
    (tmp_path / "policies.toml").write_text(POLICY, "utf-8")
    monkeypatch.setenv("GATEWAY_CONFIG", str(tmp_path / "policies.toml"))
    monkeypatch.setenv("GATEWAY_MASTER_KEY", b64encode(MASTER).decode())
    return lambda *words: CliRunner().invoke(command, words)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    (tmp_path / "state").mkdir(mode=0o700)
    store = opened(tmp_path / "state", clock)
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def right(run: Run, tmp_path: Path) -> Line:
    """A crisis line that is in force where the practice is."""
    policy = read_config(tmp_path / "policies.toml").policy
    where = {"place": "", "language": "en", "audience": (), "today": datetime.now(UTC).date()}
    shown = lines_for(read_lines(), policy, **where)  # type: ignore[arg-type]
    return next(line for line in shown if line.kind != "emergency" and line.phone)


def content(line: Line, **changes: str) -> dict[str, object]:
    """An edition with this line, changed as told."""
    row = json.loads(json.dumps(asdict(replace(line, **changes)), default=str))  # type: ignore[arg-type]
    return {
        "policy": POLICY,
        "templates": {"en": {"booking": "Hello"}},
        "lines": [row],
        "lines_version": "2026-02",
        "program": "1.0",
    }


async def answer(
    store: SqliteStore, clock: Clock, trace: ReplyTrace, sender: str = ANN, *, shadow: bool = False
) -> str:
    message = await store.put(envelope(clock, sender), RAW)
    job = await store.next_job(0.01)
    ask = replace(asked(clock, sender, message), trace=trace, shadow=shadow)
    record = Record(intents=("booking", "resource"), risk="notice")
    for number, _ in await job.decided(DECISION, record, ask):
        await job.done(number)
    store.release(job)
    clock.pass_(days=8)
    return message


def trace_of(edition: int, line: Line, clock: Clock, **changes: object) -> ReplyTrace:
    trace = ReplyTrace(
        edition=edition,
        template="booking",
        languages=("en",),
        form="full",
        place="CA-ON",
        lines=(line.id,),
        received=f"{clock():%Y-%m-%d}T09:30:00-05:00",
        received_zone="America/Toronto",
    )
    return replace(trace, **changes)  # type: ignore[arg-type]


def drafts(folder: Path) -> dict[str, email.message.EmailMessage]:
    """Address -> draft."""
    found = {}
    for path in folder.iterdir():
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        found[str(mail["To"])] = mail
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return found


def text_of(mail: email.message.EmailMessage) -> str:
    text: str = mail.get_content()
    return text.replace("\r\n", "\n")


async def test_who_got_a_line_and_which_number(
    run: Run, store: SqliteStore, clock: Clock, right: Line
) -> None:
    old = store.editions.number_of(content(right, phone=WRONG), clock())
    new = store.editions.number_of(content(right), clock())
    await answer(store, clock, trace_of(old, right, clock))
    await answer(store, clock, trace_of(new, right, clock), BO)
    await answer(store, clock, trace_of(old, right, clock), "cy@client.example", shadow=True)
    rows = json.loads((await _run(run, "--line", right.id, "--json")).output)
    assert [(r["address"], r["edition"]) for r in rows] == [(ANN, old), (BO, new)]
    assert WRONG in rows[0]["number"]
    assert rows[1]["number"] == printed(asdict(right))
    shown = (await _run(run, "--line", right.id)).output.splitlines()
    assert shown[0].startswith(f"2026-03-03 09:30  {ANN}")
    assert WRONG in shown[0]
    for words, found in (
        (("--since", "2026-03-04"), [BO]),
        (("--until", "2026-03-03"), [ANN]),
        (("--since", "2026-03-03", "--until", "2026-03-11"), [ANN, BO]),
        (("--until", "2026-03-02"), []),
    ):
        told = (await _run(run, "--line", right.id, *words, "--json")).output
        assert [r["address"] for r in json.loads(told)] == found
    assert "nobody had a reply" in (await _run(run, "--line", "HK-samaritans")).output
    assert [
        r["address"] for r in json.loads((await _run(run, "--edition", "2", "--json")).output)
    ] == [BO]


async def _run(run: Run, *words: str) -> Result:
    """In a thread: the store stays open in this one, as in the running gateway."""
    done = await asyncio.to_thread(run, *words)
    assert done.exit_code == 0, (done.output, done.exception)
    return done


async def test_why_a_message_got_its_reply(
    run: Run, store: SqliteStore, clock: Clock, right: Line
) -> None:
    old = store.editions.number_of(content(right, phone=WRONG), clock())
    changes = {"form": "discreet", "also": ("resource",), "short": True, "audience": ("youth",)}
    message = await answer(store, clock, trace_of(old, right, clock, **changes))
    shown = (await _run(run, "--message", message)).output
    for words in (
        *(message, "2026-03-03 09:30 (America/Toronto)", ANN, "booking, resource; risk notice"),
        *("booking, discreet, short", "CA-ON, youth", f"{right.id}: {WRONG}", "nothing changed"),
        *(f"{old}, loaded first 2026-03-03", "program 1.0", "reply       done"),
    ):
        assert words in shown, shown
    newer = content(right) | {"program": "1.1", "policy": POLICY.replace("ON", "QC")}
    store.editions.number_of(newer, clock())
    plain = json.loads((await _run(run, "--message", message, "--json")).output)
    assert plain["changed"] == ["policy practice.place", f"line {right.id}", "program"]
    assert plain["edition"]["lines_version"] == "2026-02"
    assert plain["lines"][right.id].startswith(WRONG)
    assert len(plain["edition"]["policy_sha256"]) == 64
    shadow = await answer(store, clock, trace_of(old, right, clock), BO, shadow=True)
    assert "never (shadow)" in (await _run(run, "--message", shadow)).output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name one of"),
        (("--line", "CA-988", "--edition", "1"), "name one of"),
        (("--edition", "1", "--draft", "out"), "name it with --line"),
        (("--line", "CA-988", "--since", "yesterday"), "--since"),
    ],
)
def test_what_was_typed_wrongly(run: Run, words: tuple[str, ...], told: str) -> None:
    done = run(*words)
    assert (done.exit_code, told in done.output) == (2, True)


def test_what_is_not_known(run: Run, store: SqliteStore) -> None:
    for words, told in (
        (("--message", "no"), "no reply to no is known"),
        (("--edition", "7"), "7"),
    ):
        done = run(*words)
        assert isinstance(done.exception, NeedsHuman)
        assert told in done.exception.public


@pytest.mark.parametrize("more", [(), ("--json",), ("--draft", "out")])
def test_a_mistyped_line_is_not_a_line_that_nobody_had(
    run: Run, store: SqliteStore, more: tuple[str, ...]
) -> None:
    error = run("--line", "ca-988", *more).exception
    assert isinstance(error, NeedsHuman)
    assert "none is known" in error.public
    assert "did you mean CA-988" in error.detail


def test_where_nobody_had_the_line_no_folder_is_made(
    run: Run, store: SqliteStore, tmp_path: Path
) -> None:
    done = run("--line", "CA-988", "--draft", str(tmp_path / "out"))
    assert (done.exit_code, "nobody had a reply" in done.output) == (0, True)
    assert not (tmp_path / "out").exists()


async def test_each_who_got_the_wrong_number_has_a_draft_in_her_language(
    run: Run, store: SqliteStore, clock: Clock, right: Line, tmp_path: Path
) -> None:
    old = store.editions.number_of(content(right, phone=WRONG, sms=""), clock())
    new = store.editions.number_of(content(right), clock())
    made = {
        ANN: ("en",),
        "fay@client.example": ("fr-CA",),
        "eva@client.example": ("es-US",),
        "both@client.example": ("fr-CA", "en"),
    }
    for sender, languages in made.items():
        await answer(store, clock, trace_of(old, right, clock, languages=languages), sender)
    await answer(store, clock, trace_of(old, right, clock), ANN)
    await answer(store, clock, trace_of(new, right, clock), "ok@client.example")
    await _run(run, "--line", right.id, "--draft", str(tmp_path / "out"))
    found = drafts(tmp_path / "out")
    assert found.keys() == made.keys()
    subjects = {str(mail["To"]): str(mail["Subject"]) for mail in found.values()}
    assert list(map(subjects.get, made)) == [
        *("A correction", "Une correction", "Una corrección", "Une correction")
    ]
    for mail in found.values():
        text = text_of(mail)
        assert text.count(f"    {WRONG}\n") == (2 if mail["To"] == "both@client.example" else 1)
        assert right.phone in text
        assert (mail["X-Unsent"], "{" in text) == ("1", False)
        assert mail["From"].addresses[0].addr_spec == "iris@calder.example"
        assert max(map(len, text.splitlines())) <= 76
        assert ("text 988" in text) == ("An automatic" in text)
    assert "April\u00a04, 2026" in text_of(found[ANN])
    assert "11\u00a0mars\n2026" in text_of(found["fay@client.example"])
    assert "19\u00a0de\u00a0marzo de 2026" in text_of(found["eva@client.example"])
    again = await asyncio.to_thread(run, "--line", right.id, "--draft", str(tmp_path / "out"))
    assert "there is a draft already" in str(again.exception)


async def test_a_discreet_draft_names_nothing_and_none_is_written_to_whom_mail_is_unsafe(
    run: Run, store: SqliteStore, clock: Clock, right: Line, tmp_path: Path
) -> None:
    old = store.editions.number_of(content(right, phone=WRONG), clock())
    (tmp_path / "policies.toml").write_text(f'{POLICY}[privacy]\ndiscreet_name = "I. C."\n')
    senders = {
        ANN: (Client(reply="discreet"), "full"),
        BO: (None, "discreet"),
        "unsafe@client.example": (Client(reply="none"), "full"),
        "full@client.example": (Client(reply="full"), "discreet"),
    }
    for sender, (client, form) in senders.items():
        if client:
            store.clients.put(sender, client, clock())
        await answer(store, clock, trace_of(old, right, clock, form=form), sender)
    done = await _run(run, "--line", right.id, "--draft", str(tmp_path / "out"))
    assert "no draft for unsafe@client.example" in done.output
    found = drafts(tmp_path / "out")
    assert found.keys() == senders.keys() - {"unsafe@client.example"}
    for address in (ANN, BO):
        text = text_of(found[address])
        assert right.name not in text
        assert "Calder" not in f"{text}{found[address]['From'].addresses[0].display_name}"
        assert right.phone in text
    assert right.name in text_of(found["full@client.example"])


async def test_a_line_that_is_gone_is_corrected_by_those_that_are_there(
    run: Run, store: SqliteStore, clock: Clock, right: Line, tmp_path: Path
) -> None:
    gone = replace(right, id="CA-gone")
    old = store.editions.number_of(content(gone, phone=WRONG), clock())
    await answer(store, clock, trace_of(old, gone, clock))
    nowhere = trace_of(old, gone, clock, place="XX")
    await answer(store, clock, nowhere, BO)
    await _run(run, "--line", "CA-gone", "--draft", str(tmp_path / "out"))
    found = drafts(tmp_path / "out")
    text = text_of(found[ANN])
    assert "These are right" in text
    assert right.phone in text
    assert "call the emergency number of the place" in text_of(found[BO]).replace("\n", " ")


async def test_a_line_with_a_new_id_and_the_same_number_needs_no_correction(
    run: Run, store: SqliteStore, clock: Clock, right: Line, tmp_path: Path
) -> None:
    renamed = replace(right, id="CA-old-name")
    old = store.editions.number_of(content(renamed), clock())
    await answer(store, clock, trace_of(old, renamed, clock))
    done = await asyncio.to_thread(run, "--line", renamed.id, "--draft", str(tmp_path / "out"))
    assert "same number now" in str(done.exception)


@pytest.mark.parametrize(
    "address", ["ünder@client.example", '"a b"@client.example', "x@[192.0.2.1]"]
)
def test_a_draft_goes_to_the_address_as_it_stands(address: str, tmp_path: Path, run: Run) -> None:
    policy = read_config(tmp_path / "policies.toml").policy
    correction = Correction(
        address=address,
        languages=("en",),
        place="CA-ON",
        on=NOW.date(),
        wrong=({"phone": WRONG},),
        right=Right((), replaced=True),
        discreet=False,
    )
    raw = draft(policy, correction)
    assert f"To: {address}\r\n".encode() in raw
    assert b"\n" not in raw.replace(b"\r\n", b"")


async def test_no_draft_while_the_data_still_holds_the_same_number(
    run: Run, store: SqliteStore, clock: Clock, right: Line, tmp_path: Path
) -> None:
    old = store.editions.number_of(content(right), clock())
    await answer(store, clock, trace_of(old, right, clock))
    done = await asyncio.to_thread(run, "--line", right.id, "--draft", str(tmp_path / "out"))
    assert isinstance(done.exception, NeedsHuman)
    assert "same number now" in done.exception.public
    assert not (tmp_path / "out").exists()
