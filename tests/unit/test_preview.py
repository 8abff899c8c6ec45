"""`gateway preview`: what it shows is what the gateway would send."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email import policy as email_policy
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from gateway.commands.preview import command
from gateway.config.read import read_config
from gateway.core.addresses import key_of
from gateway.core.answer import answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.client import Client, Known
from gateway.core.compose import reply_mail
from gateway.core.gallery import BOUNDARY, OUR_ID, THEIR_MAIL, TO
from gateway.errors import ConfigError, NeedsHuman
from gateway.private import private_folder
from gateway.replies import open_speaker
from gateway.resources import default_policy
from gateway.secrets import make_master_key, master_key
from gateway.store.sqlite import open_store

AT = "2026-11-24 09:30"
ANN = "ann@client.example"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    return written(tmp_path / "policies.toml")


def written(path: Path, *changes: tuple[str, str]) -> Path:
    text = default_policy()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    return path


def preview(policy: Path, *words: str, at: str = AT, columns: int = 100) -> Result:
    given = [*words, "--at", at, "-c", str(policy)]
    result = CliRunner(env={"COLUMNS": str(columns)}).invoke(command, given)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def plain(policy: Path, *words: str) -> dict[str, Any]:
    result = preview(policy, *words, "--json")
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def clients(policy: Path, **agreed: Client) -> None:
    """A store with these agreements; an address is NAME@client.example."""
    config = read_config(policy)
    make_master_key(config.at(config.policy.store.key_file))
    private_folder(config.state)
    now = datetime(2026, 11, 20, tzinfo=UTC)
    key = master_key(config)
    store = open_store(config.state, key, inline_bytes=32_768, now=lambda: now, key_of=key_of)
    for name, client in agreed.items():
        store.clients.put(f"{name}@client.example", client, now)
    store.close()


@pytest.mark.parametrize(
    ("words", "template", "also"),
    [
        ((), "other", []),
        (("booking",), "booking", []),
        (("Homework",), "homework", []),
        (("next_appointment", "--also", "cancelling"), "next_appointment", ["cancelling"]),
        (("booking", "--also", "booking"), "booking", []),
        (("booking", "--risk", "notice"), "booking", []),
        (("booking", "--risk", "urgent"), "urgent", []),
        (("update", "--risk", "urgent"), "urgent", ["update"]),
        (("crisis",), "urgent", []),
        (("crisis", "--risk", "none"), "other", []),
        (("--risk", "emergency"), "emergency", []),
        (("undelivered",), "undelivered", []),
    ],
)
def test_reason_and_risk_choose_the_template(
    policy: Path, words: tuple[str, ...], template: str, also: list[str]
) -> None:
    shown = plain(policy, *words)
    assert (shown["template"], shown["also"]) == (template, also)
    assert shown["template_files"] == [f"en/{template}"]
    assert shown["no_reply"] is None


@pytest.mark.parametrize("html", ["false", "true"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_bytes_are_those_that_would_be_sent(tmp_path: Path, language: str, html: str) -> None:
    path = written(tmp_path / "policies.toml", ("\nhtml = false", f"\nhtml = {html}"))
    config = read_config(path)
    found = Assessment(intents=(("cancelling", 0.9),), risk=Risk.NONE, language=language)
    known = Known(replied=True)
    at = datetime.fromisoformat(AT).replace(tzinfo=ZoneInfo("America/Toronto"))
    spoken = open_speaker(config, apart=False).speak(answer_for(found, known, config.policy), at)
    expected = reply_mail(
        to=TO,
        mail=THEIR_MAIL,
        policy=config.policy,
        subject=spoken.subject,
        name=spoken.name,
        body=spoken.text,
        html=spoken.html,
        languages=spoken.languages,
        date=at,
        message_id=OUR_ID.format("clinic.example"),
        boundary=BOUNDARY,
    )
    result = preview(path, "cancelling", "--lang", language, "--short", "--raw")
    assert result.stdout_bytes == expected
    assert expected.count(b"\n") == expected.count(b"\r\n")
    assert (b"text/html" in expected) is (html == "true")


def test_a_report_is_shown_as_a_report(policy: Path) -> None:
    raw = preview(policy, "undelivered", "--raw").stdout_bytes
    mail = message_from_bytes(raw, policy=email_policy.default)
    assert mail.get_content_type() == "multipart/report"
    text = plain(policy, "undelivered")["text"]
    first = next(iter(mail.iter_parts()))
    assert first.get_content().splitlines() == text.splitlines()


@pytest.mark.parametrize("columns", [60, 79, 80, 200])
@pytest.mark.parametrize("words", [("booking",), ("crisis", "--lang", "fr"), ("--lang", "ar")])
def test_no_line_of_the_text_is_broken(
    tmp_path: Path, words: tuple[str, ...], columns: int
) -> None:
    long = f"https://clinic.example/{'book/' * 18}"
    policy = written(tmp_path / "policies.toml", ("https://clinic.example/book", long))
    out = preview(policy, *words, columns=columns).stdout
    shown = [line.strip("\u2502").strip() for line in out.splitlines()]
    for line in plain(policy, *words)["text"].splitlines():
        assert line.strip() in shown


def test_the_head_stands_above_the_text(policy: Path) -> None:
    out = preview(policy, "booking").stdout
    places = [out.index(word) for word in ("From:", "To:", "Subject:", "Date:", "automatic")]
    assert places == sorted(places)
    assert TO in out


def test_lines_and_files_are_told_apart_from_the_reply(policy: Path) -> None:
    result = preview(policy, "booking", "--raw")
    assert "CA-emergency" in result.stderr
    assert "en/booking (shipped)" in result.stderr
    assert b"CA-emergency" not in result.stdout_bytes


def test_html_is_shown_although_it_is_not_sent(policy: Path) -> None:
    html = preview(policy, "booking", "--html").stdout
    assert html.startswith("<!doctype html>")
    assert html == plain(policy, "booking")["html"]


def test_the_moment_is_that_of_the_practice(policy: Path) -> None:
    by_zone = {
        at: preview(policy, "booking", "--raw", at=at).stdout_bytes
        for at in ("2026-12-24 17:30", "2026-12-24T22:30:00+00:00", "2026-12-24T17:30")
    }
    (raw,) = set(by_zone.values())
    assert b"Date: Thu, 24 Dec 2026 17:30:00 -0500\r\n" in raw


@pytest.mark.parametrize(
    ("tags", "languages", "foreign"),
    [
        ((), ["en"], ""),
        (("fr",), ["fr"], ""),
        (("fr-FR",), ["fr"], ""),
        (("de",), ["en"], "de"),
        (("fr", "en"), ["fr", "en"], ""),
    ],
)
@pytest.mark.parametrize("reason", ["booking", "crisis"])
def test_language(
    policy: Path, reason: str, tags: tuple[str, ...], languages: list[str], foreign: str
) -> None:
    words = [word for tag in tags for word in ("--lang", tag)]
    shown = plain(policy, reason, *words)
    assert (shown["languages"], shown["foreign"]) == (languages, foreign)
    assert not any("automatic" in note for note in shown["notes"])
    told = any("practice.unsure" in note for note in shown["notes"])
    assert told is (len(tags) > 1)


def test_an_undelivered_mail_has_the_language_of_the_agreement(policy: Path) -> None:
    shown = plain(policy, "undelivered", "--lang", "es")
    assert shown["languages"] == ["es"]
    assert shown["subject"] == "No se pudo poner su correo en el buzón"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nonsense",), "'booking'"),
        (("--risk", "high"), "'emergency'"),
        (("--lang", "xx"), "there are replies in en, fr, es"),
        (("--lang", "de", "--lang", "en"), "there are replies in en, fr, es"),
        (("--lang", "en", "--lang", "fr", "--lang", "es"), "two languages at most"),
        (("undelivered", "--risk", "urgent"), "nobody could read"),
        (("--force",), "--all"),
        (("booking", "--all", "x"), "takes --at and --force"),
        (("--discreet", "--all", "x"), "takes --at and --force"),
    ],
)
def test_a_wrong_word_is_told_with_what_there_is(
    policy: Path, words: tuple[str, ...], told: str
) -> None:
    result = preview(policy, *words)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())
    assert "[REASON]" in result.output


def test_a_wrong_time_is_told(policy: Path) -> None:
    result = preview(policy, at="tomorrow")
    assert result.exit_code == 2
    assert "2026-12-24 17:30" in result.output


def test_discreet_and_short(policy: Path) -> None:
    usual, short = plain(policy, "booking"), plain(policy, "booking", "--short")
    discreet = plain(policy, "booking", "--discreet")
    assert len(short["text"]) < len(usual["text"])
    assert discreet["form"] == "discreet"
    assert discreet["template_files"] == ["en/discreet"]


def test_what_was_agreed_with_a_client_counts(policy: Path) -> None:
    clients(
        policy,
        ann=Client(language="fr", place="CA-QC", reply="discreet"),
        bo=Client(reply="none"),
        cy=Client(reasons=("homework",)),
    )
    ann = plain(policy, "booking", "--client", "Ann@Client.example")
    assert (ann["languages"], ann["form"], ann["place"]) == (["fr"], "discreet", "CA-QC")
    assert ANN not in json.dumps(ann)
    assert plain(policy, "booking", "--client", "bo@client.example")["no_reply"] == "client-none"
    cy = ("--client", "cy@client.example")
    assert plain(policy, "booking", *cy)["no_reply"] == "client-reason"
    assert plain(policy, "homework", *cy)["no_reply"] is None
    assert plain(policy, "crisis", *cy)["no_reply"] is None
    assert preview(policy, "booking", *cy, "--raw").stdout.startswith("no reply: ")
    unknown = plain(policy, "booking", "--client", "di@client.example")
    assert any("nothing was agreed" in note for note in unknown["notes"])
    assert unknown["text"] == plain(policy, "booking")["text"]


def test_a_client_without_a_store(policy: Path) -> None:
    with pytest.raises(NeedsHuman, match="nothing is kept"):
        preview(policy, "booking", "--client", ANN)


@pytest.mark.parametrize("mode", ["off", "shadow"])
def test_a_policy_that_sends_nothing_is_shown_and_said(tmp_path: Path, mode: str) -> None:
    path = written(tmp_path / "policies.toml", ('mode = "live"', f'mode = "{mode}"'))
    result = preview(path, "booking")
    assert "automatic" in result.stdout
    assert f'reply.mode is "{mode}"' in result.stderr


def test_own_templates_are_named_and_their_mistakes(policy: Path) -> None:
    own = policy.parent / "templates/en/booking.txt.j2"
    own.parent.mkdir(parents=True)
    own.write_text("This is an automatic reply. {{ practice.name }}\n", "utf-8")
    result = preview(policy, "booking")
    assert str(own) in result.stderr
    assert "does not carry the number 911" in result.stderr
    assert "the gateway does not start" in result.stderr
    own.write_text("\n{{ practice.nmae }}\n", "utf-8")
    with pytest.raises(ConfigError, match=r"en/booking:2: practice has no key 'nmae'"):
        preview(policy, "booking")


def test_all_as_json(policy: Path, tmp_path: Path) -> None:
    found = plain(policy, "--all", str(tmp_path / "pages"))
    assert found["pages"] == len(list((tmp_path / "pages").rglob("*.html")))
    assert found["replies"] > found["pages"]


def test_nothing_but_the_sender_differs_for_a_known_client(policy: Path) -> None:
    """An empty agreement says the same words as none."""
    clients(policy, ann=replace(Client(), consent=None))
    shown = plain(policy, "crisis", "--client", ANN)
    assert shown["text"] == plain(policy, "crisis")["text"]
