"""An edition as people see it: its lines as they were printed, and what is different since."""

import pytest

from gateway.commands._edition import differences, lines_of, printed


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (None, "not known"),
        ({"phone": "555-0101"}, "555-0101"),
        ({"phone": "555-0101", "then": "1"}, "555-0101, then press 1"),
        ({"phone": "", "sms": "55501", "sms_word": "HELLO"}, "text HELLO to 55501"),
        ({"phone": "555-0101", "sms": "55501"}, "555-0101 / text 55501"),
        ({"phone": "", "web": "https://line.example"}, "https://line.example"),
    ],
)
def test_a_number_as_it_was_printed(row: dict[str, str] | None, words: str) -> None:
    assert printed(row) == words


def test_the_lines_of_the_practice_itself_stand_in_its_policy() -> None:
    policy = '[[crisis.line]]\nphone = "555 0101"\n[[crisis.line]]\nsms = "55501"\n'
    found = lines_of({"policy": policy, "lines": [{"id": "CA-988", "phone": "988"}]})
    told = {name: printed(row) for name, row in found.items()}
    assert told == {"CA-988": "988", "own-5550101": "555 0101", "own-55501": "text 55501"}


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ({}, {}, []),
        ({"policy": "a = 1"}, {"policy": "\ufeffa = 1 # said anew"}, []),
        ({"policy": "[a]\nb = 1"}, {"policy": "[a]\nb = 2\nc = 1"}, ["policy a.b", "policy a.c"]),
        ({"templates": {"en": {"x": "1"}}}, {"templates": {"en": {"x": "2"}}}, ["template en.x"]),
        ({"templates": {"x": "1"}}, {"templates": {}}, ["template x"]),
        ({"lines": [{"id": "A"}]}, {"lines": [{"id": "A", "sms": "1"}]}, ["line A"]),
        ({"program": "1"}, {"program": "2"}, ["program"]),
    ],
)
def test_what_differs_between_two_editions(
    then: dict[str, object], now: dict[str, object], told: list[str]
) -> None:
    assert differences(then, now) == told
