"""One file, one plug."""

import pytest

from gateway.core.assessment import INTENTS
from gateway.plugins import detectors, every_name, load


def test_every_reason_but_other_has_its_file() -> None:
    assert set(every_name("core.intents")) == set(INTENTS) - {"other"}


def test_a_detector_bears_the_name_of_its_file() -> None:
    found = detectors()
    assert [d.name for d in found.intents] == every_name("core.intents")
    assert [d.name for d in found.signs] == every_name("core.signs")


def test_an_unknown_plug_names_those_there_are() -> None:
    with pytest.raises(LookupError, match="no 'pigeon'; there are lmtp, maildir, smtp"):
        load("deliver", "pigeon", "open_deliverer")
