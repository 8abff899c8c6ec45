"""Edges are opened as the policy says, or it says why not."""

from pathlib import Path

import pytest

from gateway.config.read import Config, read_config
from gateway.errors import ConfigError
from gateway.resources import default_policy
from gateway.wiring import open_templates


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "policies.toml").write_text(default_policy())
    (tmp_path / "templates").mkdir()
    return read_config(tmp_path / "policies.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hello {{ nobody }}", "templates/other:1:"),
        ("{% if %}", "templates/other:1:"),
        ("I have read your message and will answer today.", "templates/other:0:"),
    ],
)
def test_a_template_that_must_not_be_sent_stops_the_start(
    config: Config, text: str, told: str
) -> None:
    (config.base / "templates" / "other.txt.j2").write_text(text)
    with pytest.raises(ConfigError) as error:
        open_templates(config, ())
    assert any(finding.startswith(told) for finding in error.value.findings)
