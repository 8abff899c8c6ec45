"""`gateway replay`: what a new policy would have said, from what is remembered."""

import asyncio
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from gateway.commands.replay import command
from gateway.config.read import read_config
from gateway.config.text import policy_from_text
from gateway.core.addresses import key_of
from gateway.core.answer import answer_for
from gateway.core.assessment import INTENTS, Assessment, Risk
from gateway.core.client import Client, Known
from gateway.core.decision import Because, Decision, Deliver, Reply
from gateway.core.mail import Envelope
from gateway.core.record import Asked, Record, ReplyTrace
from gateway.core.replay import (
    Side,
    assessment_of,
    cautions,
    chosen,
    compare,
    language_of,
    line_of,
    replied,
    reply_of,
    signs_of,
    unanswered,
)
from gateway.errors import ConfigError, NeedsHuman
from gateway.private import private_folder
from gateway.replies import edition_of, open_speaker
from gateway.resources import default_policy, read_lines
from gateway.secrets import make_master_key, master_key
from gateway.store.sqlite import SqliteStore, open_store

ANN = "ann@client.example"
POLICY = policy_from_text(default_policy())
DELIVER = Deliver("dana@clinic.example")
NOW = datetime.now(UTC).replace(microsecond=0)
LOCAL = NOW.astimezone(ZoneInfo("America/Toronto"))


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


class Place:
    """A folder whose gateway has answered, and what is tried there."""

    def __init__(self, folder: Path) -> None:
        self.policy = folder / "policies.toml"
        self.policy.write_text(default_policy(), "utf-8")
        self.new = folder / "tried" / "policies.toml"
        self.new.parent.mkdir()
        self.try_()
        config = read_config(self.policy)
        make_master_key(config.at(config.policy.store.key_file))
        private_folder(config.state)
        self.now = NOW
        key = master_key(config)
        self.store: SqliteStore = open_store(
            config.state, key, inline_bytes=32_768, now=lambda: self.now, key_of=key_of
        )
        self.count = 0

    def try_(self, *changes: tuple[str, str]) -> None:
        self.new.write_text(changed(default_policy(), *changes), "utf-8")

    def edition(self) -> int:
        config = read_config(self.policy)
        content = edition_of(config, open_speaker(config, apart=False))
        return self.store.editions.number_of(content, self.now)

    def answered(
        self,
        found: Assessment,
        *,
        ago: timedelta = timedelta(days=1),
        sender: str = ANN,
        shadow: bool = False,
        known: Known = Known(),  # noqa: B008 a frozen value
    ) -> str:
        """A mail that came so long ago, and its reply as the policy chose it."""
        config = read_config(self.policy)
        received = (NOW - ago).astimezone(UTC)
        reply = answer_for(found, known, config.policy)
        trace = ReplyTrace(
            edition=self.edition(),
            template=reply.template,
            languages=reply.languages,
            form=reply.form,
            also=reply.also,
            short=reply.short,
            place=reply.place,
            audience=reply.audience,
            foreign=reply.foreign,
            lines=open_speaker(config, apart=False).line_ids(reply, received),
            received=received.isoformat(),
            received_zone=config.policy.practice.timezone,
        )
        record = Record(
            intents=tuple(name for name, _ in found.intents),
            risk=found.risk_word,
            signs=found.signs,
            language=found.language,
        )
        return self._kept(record, reply, trace, received, sender, shadow)

    def silent(self, code: str, record: Record, ago: timedelta = timedelta(days=1)) -> str:
        reasons = (Because("intent", "booking"), Because(code, "no reply"))
        return self._kept(replace(record, reasons=reasons), None, None, NOW - ago, ANN, False)

    def _kept(
        self,
        record: Record,
        reply: Reply | None,
        trace: ReplyTrace | None,
        received: datetime,
        sender: str,
        shadow: bool,
    ) -> str:
        self.count += 1
        self.now = received
        env = Envelope(sender=sender, recipients=("dana@clinic.example",), received_at=received)
        decision = Decision((DELIVER, *([reply] if reply and not shadow else [])), record.reasons)
        asked = reply and Asked(
            sender=key_of(sender),
            domain="client.example",
            message=f"<{self.count}@client.example>",
            handle=reply.handle,
            may=lambda counts: None,
            trace=trace,
            shadow=shadow,
        )

        async def keep() -> str:
            message = await self.store.put(env, b"Subject: hello\r\n\r\nsecret words\r\n")
            job = await self.store.next_job(0.01)
            for number, _ in await job.decided(decision, record, asked):
                await job.done(number)
            self.store.release(job)
            return message

        message = asyncio.run(keep())
        self.now = NOW
        return message

    def replay(self, *words: str) -> Result:
        given = ["--policy", str(self.new), "-c", str(self.policy), *words]
        result = CliRunner(env={"COLUMNS": "160"}).invoke(command, given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def told(self, *words: str) -> dict[str, Any]:
        result = self.replay("--json", *words)
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        return found

    def one(self, *words: str) -> dict[str, Any]:
        (row,) = self.told(*words)["messages"]
        found: dict[str, Any] = row
        return found


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.store.close()


def mail(reason: str = "booking", risk: Risk = Risk.NONE, **more: Any) -> Assessment:
    return Assessment(intents=((reason, 0.9),), risk=risk, **{"language": "en", **more})


def test_the_same_policy_says_the_same_words(place: Place) -> None:
    samples = [
        mail("booking"),
        mail("cancelling", language="fr"),
        mail("crisis", Risk.EMERGENCY, language="es"),
        mail("homework", language="de"),
        mail("update", signs=("abuse",)),
        mail("resource", language=""),
    ]
    for found in samples:
        place.answered(found)
    place.answered(mail("other"), known=Known(replied=True))
    told = place.told()
    assert [row["verdict"] for row in told["messages"]] == ["same"] * 7
    assert told["totals"]["same"] == 7
    assert told["notes"] == []


def test_other_words_are_counted_and_shown(place: Place) -> None:
    place.answered(mail("booking"))
    place.answered(mail("crisis", Risk.URGENT))
    changes = ('online_url = "https://clinic.example/book"', 'online_url = "https://new.example/b"')
    place.try_(changes)
    row = next(r for r in place.told("--diff")["messages"] if r["reasons"] == ["booking"])
    assert (row["verdict"], row["added"], row["removed"]) == ("other", 1, 1)
    assert row["told"] == "other words (+1 -1 lines)"
    assert any(line.startswith("+") and "https://new.example/b" in line for line in row["diff"])
    out = place.replay("--diff").stdout
    assert "other words (+1 -1 lines)" in out
    assert "https://new.example/b" in out
    assert "https://new.example/b" not in place.replay().stdout


def test_nothing_of_a_client_is_shown(place: Place) -> None:
    place.answered(mail("booking"))
    place.try_(('display_name = "D. Whitfield"', 'display_name = "Dana"'))
    out = place.replay("--diff").output + place.replay("--json", "--diff").output
    assert "From: Dana" in out
    assert "client.example" not in out
    assert "secret" not in out


def test_the_old_words_are_those_of_the_edition_then(place: Place) -> None:
    """Policy and templates were changed since: what was said then does not change with them."""
    place.answered(mail("booking"), ago=timedelta(days=9))
    own = place.policy.parent / "templates/en/booking.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("This is an automatic reply. Mine.\n", "utf-8")
    text = changed(default_policy(), ('name = "Dana Whitfield"', 'name = "Dana Ashe"'))
    place.policy.write_text(text, "utf-8")
    place.answered(mail("booking"), ago=timedelta(days=1))
    early, late = place.told("--diff")["messages"]
    assert early["verdict"] == "same"
    assert late["verdict"] == "other"
    assert "-This is an automatic reply. Mine." in late["diff"]


def test_templates_beside_the_new_policy_count(place: Place) -> None:
    place.answered(mail("booking"))
    own = place.new.parent / "templates/en/booking.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("This is an automatic reply. Tried.\n", "utf-8")
    assert "+This is an automatic reply. Tried." in place.one("--diff")["diff"]


@pytest.mark.parametrize(
    ("change", "verdict", "why", "told"),
    [
        (('mode = "live"', 'mode = "off"'), "gone", "off", "no reply: off"),
        (('mode = "live"', 'mode = "shadow"'), "gone", "shadow", "no reply: shadow"),
        (("never = []", 'never = ["Ann@client.example"]'), "gone", "never", "no reply: never"),
        (('reply_default = "full"', 'reply_default = "discreet"'), "other", None, None),
        (('languages = ["en", "fr", "es"]', 'languages = ["fr"]'), "other", None, None),
        (("window_days = 7", "window_days = 9"), "same", None, "same words"),
    ],
)
def test_what_was_answered(
    place: Place, change: tuple[str, str], verdict: str, why: str | None, told: str | None
) -> None:
    place.answered(mail("booking"))
    place.try_(change)
    row = place.one()
    assert (row["verdict"], row["now"]["why"]) == (verdict, why)
    assert told is None or row["told"] == told


def test_a_shadow_reply_becomes_a_real_one(place: Place) -> None:
    place.policy.write_text(changed(default_policy(), ('mode = "live"', 'mode = "shadow"')))
    place.answered(mail("booking"), shadow=True)
    row = place.one()
    assert (row["verdict"], row["told"]) == ("new", "a reply")
    assert (row["then"]["why"], row["now"]["why"]) == ("shadow", None)
    place.new.write_text(place.policy.read_text("utf-8"), "utf-8")
    assert place.one()["verdict"] == "none"


def test_the_agreement_of_today_counts(place: Place) -> None:
    place.answered(mail("booking"))
    place.store.clients.put(ANN, Client(reasons=("homework",)), NOW)
    assert place.one()["told"] == "no reply: client-reason"
    place.store.clients.put(ANN, Client(reply="none"), NOW)
    assert place.one()["told"] == "no reply: client-none"
    place.store.clients.put(ANN, Client(language="fr"), NOW)
    assert place.one()["now"]["languages"] == ["fr"]


BOOKING = Record(intents=("booking",), risk="none", language="en")


@pytest.mark.parametrize(
    ("code", "before", "tried", "verdict"),
    [
        ("off", "", ('mode = "live"', 'mode = "live"'), "open"),
        ("off", "", ('mode = "live"', 'mode = "off"'), "none"),
        ("off", "", ('mode = "live"', 'mode = "shadow"'), "none"),
        ("uncertain", "", ('uncertain = "known"', 'uncertain = "answer"'), "new"),
        ("uncertain", "", ('uncertain = "known"', 'uncertain = "silent"'), "none"),
        ("uncertain", "", ('uncertain = "known"', 'uncertain = "known"'), "none"),
        ("uncertain", "silent", ('uncertain = "known"', 'uncertain = "known"'), "open"),
        ("never", "", ("never = []", "never = []"), "none"),
        ("client-none", "", ("never = []", "never = []"), "none"),
        ("client-reason", "", ("never = []", "never = []"), "none"),
    ],
)
def test_what_was_not_answered(
    place: Place, code: str, before: str, tried: tuple[str, str], verdict: str
) -> None:
    place.silent(code, BOOKING)
    if before:
        change = ('uncertain = "known"', f'uncertain = "{before}"')
        place.policy.write_text(changed(default_policy(), change), "utf-8")
    place.try_(tried)
    row = place.one()
    assert row["verdict"] == verdict
    assert row["then"]["why"] == code
    if verdict == "none":
        assert row["told"] == f"no reply: {'shadow' if 'shadow' in tried[1] else code}"
    assert row["now"]["template"] == ("booking" if verdict == "new" else None)


def test_an_address_that_is_taken_from_the_list_may_be_answered(place: Place) -> None:
    place.silent("never", BOOKING)
    text = changed(default_policy(), ("never = []", 'never = ["bo@client.example"]'))
    place.policy.write_text(text, "utf-8")
    assert place.one()["verdict"] == "open"


def test_what_no_policy_answers_is_left_out(place: Place) -> None:
    for code in ("list", "own-address", "replied-lately", "auto-submitted"):
        place.silent(code, BOOKING)
    assert place.told()["messages"] == []
    assert "nothing is remembered" in place.replay().stdout


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ((), [2, 20]),
        (("--since", "30d"), [2, 20]),
        (("--since", "3d"), [2]),
        (("--since", "72H"), [2]),
        (("--since", "9w"), [2, 20, 50]),
        (("--since", f"{NOW - timedelta(days=51):%Y-%m-%d}"), [2, 20, 50]),
        (("--since", "9w", "--until", f"{LOCAL - timedelta(days=20):%Y-%m-%d}"), [20, 50]),
    ],
)
def test_the_time(place: Place, words: tuple[str, ...], found: list[int]) -> None:
    for days in (2, 20, 50):
        place.answered(mail("booking"), ago=timedelta(days=days))
        place.silent("off", BOOKING, ago=timedelta(days=days, hours=6))
    rows = place.told(*words)["messages"]
    answered = [row["then"]["template"] is not None for row in rows]
    assert answered == [False, True] * len(found)
    ago = [
        round((NOW - datetime.fromisoformat(row["received"])) / timedelta(days=1)) for row in rows
    ]
    assert ago == [days for days in sorted(found, reverse=True) for _ in range(2)]


@pytest.mark.parametrize(
    "words", [("--since", "a month"), ("--since", "30"), ("--until", "30d"), ("--until", "soon")]
)
def test_a_wrong_time_is_told(place: Place, words: tuple[str, ...]) -> None:
    result = place.replay(*words)
    assert result.exit_code == 2
    assert "2026-03-01" in result.output


def test_an_edition_that_is_gone(place: Place) -> None:
    place.answered(mail("booking"))
    place.store._reader.execute("DELETE FROM edition")
    row = place.one()
    assert row["verdict"] == "open"
    assert "edition 1" in row["told"]
    place.try_(('mode = "live"', 'mode = "off"'))
    assert place.one()["verdict"] == "gone"


def test_words_that_cannot_be_made(place: Place) -> None:
    place.answered(mail("booking"))
    own = place.new.parent / "templates/en/booking.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nothing_such }}\n", "utf-8")
    row = place.one()
    assert row["verdict"] == "open"
    assert "en/booking:1" in row["told"]


def test_the_record_is_forgotten_before_the_reply(place: Place) -> None:
    """After keep_log_days only the trace is left; the reply is chosen from it."""
    place.answered(mail("booking", language="fr"))
    place.answered(mail("update", signs=("child_protection",)))
    place.answered(mail("other", language="de"))
    place.store._reader.execute("DELETE FROM message")
    told = place.told()
    assert [row["verdict"] for row in told["messages"]] == ["same"] * 3
    assert {row["now"]["form"] for row in told["messages"]} == {"full", "discreet"}


def test_a_wrong_policy_and_no_store(place: Place, tmp_path: Path) -> None:
    place.new.write_text("[practice]\nnmae = 1\n")
    with pytest.raises(ConfigError, match="nmae"):
        place.replay()
    place.try_()
    place.policy = tmp_path / "elsewhere" / "policies.toml"
    place.policy.parent.mkdir()
    place.policy.write_text(default_policy(), "utf-8")
    with pytest.raises(NeedsHuman, match="nothing is kept"):
        place.replay()


def test_the_table_says_then_and_now(place: Place) -> None:
    message = place.answered(mail("booking"))
    place.answered(mail("crisis", Risk.EMERGENCY))
    place.try_(
        ('place = "CA-ON"', 'place = "US"'),
        ('reply_default = "full"', 'reply_default = "discreet"'),
    )
    out = place.replay().stdout
    assert message in out
    assert "booking, en, full -> booking, en, discreet" in out
    assert "crisis; emergency" in out
    assert "-CA-988 " in out
    assert "2  other words" in out


# ---- the pure rules -------------------------------------------------------------------------

TRACE = ReplyTrace(
    edition=1,
    template="booking",
    languages=("fr-CA", "en"),
    form="discreet",
    also=("homework",),
    short=True,
    place="CA-QC",
    audience=("youth",),
    foreign="de",
    received="2026-03-03T09:30:00-05:00",
    received_zone="America/Toronto",
)


def test_a_reply_comes_back_from_its_trace() -> None:
    reply = reply_of(TRACE)
    plain, kept = asdict(reply), asdict(TRACE)
    assert {key: plain[key] for key in plain if key != "handle"} == {
        key: kept[key] for key in plain if key != "handle"
    }


@pytest.mark.parametrize(
    ("languages", "foreign", "found"),
    [(("en",), "", "en"), (("fr-CA",), "", "fr"), (("fr", "en"), "", ""), (("en",), "de", "de")],
)
def test_the_language_from_a_trace(languages: tuple[str, ...], foreign: str, found: str) -> None:
    assert language_of(replace(TRACE, languages=languages, foreign=foreign)) == found


@pytest.mark.parametrize(
    ("form", "default", "agreed", "has_sign"),
    [
        ("full", "full", None, False),
        ("discreet", "full", None, True),
        ("discreet", "full", "full", True),
        ("discreet", "full", "discreet", False),
        ("discreet", "discreet", None, False),
    ],
)
def test_a_discreet_reply_without_a_reason_had_a_sign(
    form: str, default: str, agreed: Any, has_sign: bool
) -> None:
    then = replace(POLICY, privacy=replace(POLICY.privacy, reply_default=default))  # type: ignore[arg-type]
    found = signs_of(replace(TRACE, form=form), Client(reply=agreed), then)
    assert bool(found) is has_sign


@given(
    st.lists(st.sampled_from(INTENTS), min_size=1, max_size=3, unique=True),
    st.sampled_from([risk.word for risk in Risk]),
    st.sampled_from(["", "en", "fr", "de"]),
    st.booleans(),
)
def test_the_same_policy_chooses_the_same_reply(
    reasons: list[str], risk: str, language: str, short: bool
) -> None:
    found = assessment_of(tuple(reasons), risk, language, ())
    assert found is not None
    reply = answer_for(found, Known(replied=short), POLICY)
    trace = replace(
        TRACE,
        **{key: getattr(reply, key) for key in asdict(reply) if key != "handle"},
    )
    past = replied(trace, "m1", ANN, found, is_shadow=False)
    again = chosen(past, None, POLICY, POLICY).reply
    assert again is not None
    assert replace(again, handle="") == replace(reply, handle="")


def test_what_could_not_be_judged() -> None:
    assert assessment_of((), "unknown", "", ()) is None
    unread = assessment_of(("booking",), "unknown", "", ())
    assert unread is not None
    assert (unread.risk, unread.risk_word) == (Risk.NONE, "unknown")
    past = replied(replace(TRACE, template="other"), "m1", ANN, None, is_shadow=False)
    side = chosen(past, None, POLICY, POLICY)
    assert side.reply is not None
    assert side.reply.template == "other"


def test_unanswered_needs_a_code_that_depends_on_people() -> None:
    at = datetime(2026, 3, 3, tzinfo=UTC)
    assert unanswered("m1", at, Record(reasons=(Because("list", ""),))) is None
    past = unanswered("m1", at, Record(reasons=(Because("intent", ""), Because("off", "x"))))
    assert past is not None
    assert past.why == Because("off", "x")


def test_lines_come_back_as_they_were_kept() -> None:
    for line in read_lines():
        kept = json.loads(json.dumps(asdict(line), default=str))
        assert line_of(kept) == line
        assert line_of(kept | {"of_a_later_version": 1}) == line
    with pytest.raises(TypeError):
        line_of({"id": "CA-988"})


def test_a_policy_of_another_version_is_read() -> None:
    text = default_policy() + "\n[of_a_later_version]\nkey = 1\n"
    assert policy_from_text(text) == POLICY
    assert policy_from_text("\ufeff" + default_policy()) == POLICY
    with pytest.raises(NeedsHuman, match="kept policy"):
        policy_from_text("= 1")


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("window_days", 3, "reply.window_days"),
        ("per_hour", 1, "reply.per_hour"),
        ("uncertain", "silent", "marks of a machine"),
        ("uncertain", "answer", ""),
        ("display_name", "Dana", ""),
    ],
)
def test_cautions(key: str, value: Any, told: str) -> None:
    now = replace(POLICY, reply=replace(POLICY.reply, **{key: value}))
    found = cautions(POLICY, now)
    assert bool(found) is bool(told)
    assert all(told in words for words in found)


@given(st.text("ab\n", max_size=30), st.text("ab\n", max_size=30))
def test_equal_words_and_only_they_are_the_same(then: str, now: str) -> None:
    past = replied(TRACE, "m1", ANN, None, is_shadow=False)
    change = compare(past, Side(reply=past.reply, words=then), Side(reply=past.reply, words=now))
    assert (change.verdict == "same") is (then == now)
    lines = len(now.splitlines()) - len(then.splitlines())
    assert change.added - change.removed == lines
