"""What is shipped is found, from a checkout and from the wheel's own layout."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gateway.errors import ConfigError
from gateway.resources import default_policy, read_lines, read_templates

ROOT = Path(__file__).parents[2]
SAY = """
import sys
from pathlib import Path
from gateway import resources
print(Path(resources.__file__).parent.parent)
print(len(resources.read_lines()))
print(*sorted(resources.read_templates(Path("/nowhere"))))
print(resources.default_policy()[:2])
"""


def test_lines_are_those_of_thirty_countries() -> None:
    lines = read_lines()
    countries = {line.place[:2] for line in lines}
    assert countries >= {"CA", "US", "GB", "IE", "AU", "NZ", "FR", "DE", "ES", "MX", "JP"}
    assert len(countries) >= 30
    assert len({line.id for line in lines}) == len(lines)


def test_default_policy_is_that_of_the_checkout() -> None:
    assert default_policy() == (ROOT / "policies.toml").read_text("utf-8")


def test_shipped_templates(tmp_path: Path) -> None:
    folder = ROOT / "templates"
    files = {str(path.relative_to(folder)) for path in folder.rglob("*.txt.j2")}
    assert {"en/booking.txt.j2", "fr/_crisis.txt.j2", "es/discreet.txt.j2"} <= files
    assert {f"{name}.txt.j2" for name in read_templates(tmp_path)} == files


def test_own_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    shipped = read_templates(tmp_path)
    (tmp_path / "templates/en").mkdir(parents=True)
    (tmp_path / "templates/fr-CA").mkdir()
    (tmp_path / "templates/en/other.txt.j2").write_text("Caf\u00e9 hours", "utf-8")
    (tmp_path / "templates/fr-CA/other.txt.j2").write_text("Bonjour", "utf-8")
    (tmp_path / "templates/en/notes.txt").write_text("no template")
    (tmp_path / "templates/other.txt.j2").write_text("of no language")
    own = {"en/other": "Caf\u00e9 hours", "fr-CA/other": "Bonjour"}
    assert "en/other" in shipped
    assert read_templates(tmp_path) == shipped | own


def test_template_in_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "templates/en").mkdir(parents=True)
    (tmp_path / "templates/en/other.txt.j2").write_bytes(b"Caf\xe9")
    with pytest.raises(ConfigError, match=r"other.txt.j2: .*not UTF-8"):
        read_templates(tmp_path)


def test_layout_of_the_wheel(tmp_path: Path) -> None:
    package = tmp_path / "site/gateway"
    shutil.copytree(ROOT / "gateway", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "templates", package / "templates")
    shutil.copy(ROOT / "policies.toml", package)
    said = subprocess.run(
        [sys.executable, "-c", SAY],
        cwd=tmp_path / "site",
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert said[0] == str(tmp_path / "site")
    assert int(said[1]) == len(read_lines())
    assert said[2].split() == sorted(read_templates(tmp_path))
    assert said[3].startswith("#")
