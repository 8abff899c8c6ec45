"""The demo's policy is the shipped one but for the values it names."""

import tomllib

import pytest

from gateway.demo.settings import with_values
from gateway.resources import default_policy

TEXT = """# port = 1
[relay]   # out
port = 25            # a note
host = "a"
[[inlet]]
port = 2525
"""


def test_replaced_in_its_own_table():
    got = tomllib.loads(with_values(TEXT, {("relay", "port"): 7, ("relay", "host"): "b"}))
    assert got == {"relay": {"port": 7, "host": "b"}, "inlet": [{"port": 2525}]}
    got = tomllib.loads(with_values(TEXT, {("inlet", "port"): 0}))
    assert got["inlet"] == [{"port": 0}]
    assert got["relay"]["port"] == 25


@pytest.mark.parametrize("place", [("relay", "prot"), ("rely", "port"), ("", "port")])
def test_an_unknown_key_is_loud(place: tuple[str, str]):
    with pytest.raises(KeyError, match=".".join(place)):
        with_values(TEXT, {place: 1})


def test_nothing_else_of_the_shipped_policy_changes():
    before = tomllib.loads(default_policy())
    after = tomllib.loads(with_values(default_policy(), {("relay", "port"): 1234}))
    assert after["relay"].pop("port") == 1234
    before["relay"].pop("port")
    assert after == before
