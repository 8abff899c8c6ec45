"""A notice says that a message needs her, and nothing of whom it is from."""

import pytest

from gateway.core.decision import Alert
from gateway.core.notice import CAUSES, notice
from tests.conftest import NOW

ALERTS = [
    Alert("emergency", "risk"),
    Alert("urgent", "risk"),
    *(Alert("urgent", cause) for cause in ("unjudged", "unsent", "held", "delayed", "shelved")),
    Alert("notice", "unanswered"),
]


@pytest.mark.parametrize("alert", ALERTS, ids=str)
def test_it_names_the_reference_and_when(alert: Alert) -> None:
    text = notice(alert, reference="abc123", received=NOW)
    assert "Reference: abc123\n" in text
    assert "Received: Tuesday 3 March 2026, 14:30" in text
    assert "{" not in text


def test_every_text_is_used() -> None:
    used = {notice(a, reference="{reference}", received=NOW).partition("\n")[0] for a in ALERTS}
    assert used == set(CAUSES.values())
