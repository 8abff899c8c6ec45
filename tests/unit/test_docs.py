"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATHS = re.compile(r"(?<![\w/.-])((?:tests|docs|bench|gateway|templates)/[\w./-]*\w)")


@pytest.mark.parametrize(
    "document", sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")]), ids=lambda p: p.name
)
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = PATHS.findall(document.read_text("utf-8"))
    missing = [name for name in named if "NAME" not in name and not (ROOT / name).exists()]
    assert missing == []
