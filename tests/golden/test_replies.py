"""Each reply of each practice, word for word: the diff of a template is the review."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gateway.core.crisis import lines_for
from gateway.core.render import NEEDED, render
from tests.conftest import NOW
from tests.practices import LINES, PRACTICES, TEMPLATES

HERE = Path(__file__).parent


@pytest.mark.parametrize("practice", PRACTICES)
@pytest.mark.parametrize("name", NEEDED)
def test_reply(name: str, practice: str, golden: Callable[[Path, str], None]) -> None:
    policy = PRACTICES[practice]
    facts = {
        "received": NOW.astimezone(ZoneInfo(policy.practice.timezone)),
        "lines": lines_for(LINES, policy),
        "sealed": practice != "plain",
    }
    golden(HERE / "replies" / f"{name}.{practice}.txt", render(TEMPLATES, name, policy, facts))


def test_no_file_without_its_reply() -> None:
    known = {f"{name}.{practice}.txt" for name in NEEDED for practice in PRACTICES}
    assert {path.name for path in (HERE / "replies").iterdir()} == known
