"""H-09, H-22: what the therapist is told, and what nobody may take the gateway for."""

import re
from pathlib import Path

import pytest

from gateway.core.decision import Alert
from gateway.core.notice import CAUSES, notice, review_notice
from gateway.errors import TryLater
from tests.conftest import NOW
from tests.responder.cases import CRISIS, mail
from tests.responder.road import road

ROOT = Path(__file__).parents[2]


def words_of(*names: str) -> str:
    return " ".join(" ".join((ROOT / name).read_text("utf-8") for name in names).split()).lower()


# ---- H-09


async def test_the_alert_goes_when_mailbox_and_relay_are_away(tmp_path: Path) -> None:
    async with road(tmp_path) as way:
        way.mailbox.error = way.relay.error = TryLater("away")
        got = await way.take(mail(body=CRISIS))
        assert (got.delivered, got.replies) == ([], [])
        assert got.notices[0][0] == "emergency"


async def test_each_message_in_danger_alerts_whatever_came_before(tmp_path: Path) -> None:
    """No limit of replies holds an alert back."""
    async with road(tmp_path) as way:
        told = []
        for number in range(8):
            raw = mail(f"Message-ID: <{number}@berg.example>", body=CRISIS)
            told.append([urgency for urgency, _ in (await way.take(raw)).notices])
        assert told == [["emergency"]] * 8


def test_an_alert_judges_nobody_and_tells_nothing_of_a_person() -> None:
    """It may be read on a locked phone, by anybody; and the gateway may be wrong."""
    for cause in ("emergency", "urgent"):
        text = notice(Alert(cause, "risk"), reference="k7", received=NOW)
        assert " may be " in text
        assert not re.search(
            r"suicid|harm|abus|client|patient|score|per ?cent|%|\bis in danger", text
        )
    assert {"emergency", "urgent", "unjudged", "held", "delayed"} <= set(CAUSES)
    assert "client" not in review_notice(["a line"])


# ---- H-22

SAID = [  # where, what it must say
    ("README.md", "information, not crisis care"),
    ("README.md", "no assessment of anybody"),
    ("README.md", "it misses"),
    ("docs/listening.md", "not a risk assessment"),
    ("docs/listening.md", "misses people"),
    ("docs/listening.md", "of these is missed"),
    ("docs/threats.md", "no triage and no crisis service"),
    ("docs/hazards.md", "information, not crisis care"),
    ("docs/hazards.md", "cannot replace the therapist's own emergency plan with each client"),
]


@pytest.mark.parametrize(("name", "words"), SAID)
def test_the_documents_say_what_it_is_not(name: str, words: str) -> None:
    assert words in words_of(name)


def test_the_share_that_is_missed_is_a_figure() -> None:
    """Of both sets of labelled mail, with bounds: not "some" and not "rarely"."""
    listening = words_of("docs/listening.md")
    row = re.search(
        r"emergencies graded urgent or above \|(.*?)\| emergencies graded so", listening
    )
    assert row
    assert re.search(r"\d+ of \d+ \| \d+ of \d+ \| \.\d\d \(\.\d\d-\.\d\d\)", row[1])


def test_the_page_for_clients_says_it_too() -> None:
    page = words_of("templates/en/agreement.md.j2")
    assert "it is not a crisis service" in page
    assert "do not count on it to notice that you are in danger" in page
    assert "no person has read your message" in page


@pytest.mark.parametrize("urgency", ["emergency", "urgent"])
def test_an_alert_says_what_it_is_not(urgency: str) -> None:
    text = notice(Alert(urgency, "risk"), reference="id", received=NOW)
    assert "A program noticed it: that is no assessment of risk." in text
