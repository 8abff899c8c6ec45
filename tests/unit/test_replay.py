"""`gateway replay`: what a new policy would have said, from what is remembered."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gateway.core.assessment import Risk
from gateway.core.client import Client, Known
from gateway.core.record import Record
from gateway.errors import ConfigError, NeedsHuman
from gateway.resources import default_policy
from tests.unit.replays import ANN, LOCAL, NOW, Place, changed, mail


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    place = Place(tmp_path)
    yield place
    place.store.close()


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


def test_shadow_mode_shows_what_would_have_gone_out(place: Place) -> None:
    place.policy.write_text(changed(default_policy(), ('mode = "live"', 'mode = "shadow"')))
    place.answered(mail("booking"), shadow=True)
    place.new.write_text(place.policy.read_text("utf-8"), "utf-8")
    told = place.told()
    assert [row["verdict"] for row in told["messages"]] == ["new"]
    assert told["notes"] == ['reply.mode is "shadow": this is what it would send with "live"']
    assert "To make an appointment:" in place.replay("--diff").stdout
    assert "To make an appointment:" not in place.replay().stdout


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
    assert "-CA-emergency " in out
    assert "2  other words" in out
