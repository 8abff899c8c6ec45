"""Edges are opened as the policy says, or it says why not; editions are counted."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from gateway.config.read import Config, read_config
from gateway.errors import ConfigError
from gateway.open_edges import open_speaker
from gateway.resources import default_policy
from gateway.store.editions import Editions
from tests.conftest import NOW
from tests.stores import Clock, opened


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "policies.toml").write_text(default_policy())
    (tmp_path / "templates" / "en").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def editions(tmp_path: Path) -> Iterator[Editions]:
    (tmp_path / "state").mkdir(0o700)
    store = opened(tmp_path / "state", Clock())
    try:
        yield store.editions
    finally:
        store.close()


def config(place: Path) -> Config:
    return read_config(place / "policies.toml")


def own(place: Path, name: str, text: str) -> None:
    (place / "templates" / f"{name}.txt.j2").write_text(text)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("en/other", "Hello {{ nobody }}", "en/other:1: 'nobody'"),
        ("en/other", "\n{% if %}", "en/other:2:"),
        ("en/other", "I have read your message and will answer today.", "en/other: "),
        ("en/other", "This is an automatic reply. Thank you for writing.", "en/other: "),
        ("en/discreet", "{% include 'other' %}", "en/discreet: "),
        ("en/_crisis", "Call a friend.\n", "en/booking: does not carry the number 988"),
    ],
)
async def test_a_template_that_must_not_be_sent_stops_the_start(
    place: Path, editions: Editions, name: str, text: str, told: str
) -> None:
    own(place, name, text)
    with pytest.raises(ConfigError) as error:
        await open_speaker(config(place), editions, NOW)
    assert any(finding.startswith(f"templates/{told}") for finding in error.value.findings), (
        error.value.findings
    )


async def test_an_edition_is_counted_once(place: Path, editions: Editions) -> None:
    assert (await open_speaker(config(place), editions, NOW))[1] == 1
    assert (await open_speaker(config(place), editions, NOW + timedelta(days=1)))[1] == 1
    own(place, "en/_also", "- Another thing.\n")
    assert (await open_speaker(config(place), editions, NOW))[1] == 2
    (place / "templates" / "en" / "_also.txt.j2").unlink()
    assert (await open_speaker(config(place), editions, NOW + timedelta(days=2)))[1] == 1


async def test_what_was_refused_was_never_in_force(place: Path, editions: Editions) -> None:
    assert (await open_speaker(config(place), editions, NOW))[1] == 1
    own(place, "en/other", "I will get back to you soon.")
    for day in (1, 2):  # it is refused at each try
        with pytest.raises(ConfigError):
            await open_speaker(config(place), editions, NOW + timedelta(days=day))
    assert getattr(editions.newest(), "number", None) == 1
