"""Servers, doors, keys and folders of the right shape that cannot work, one row each."""

from dataclasses import replace
from typing import Any

import pytest

from gateway.core.policy import Delivery, Hop, Inlet, Limits, Policy, Retry, Seal, Store
from gateway.core.policy_check import problems
from gateway.core.policy_machine import is_loopback
from tests.unit.right_policy import GOOD, LOCAL, ZONES


def relay(**changes: Any) -> Policy:
    return replace(GOOD, relay=replace(LOCAL, **changes))


def inlet(*doors: Inlet) -> Policy:
    return replace(GOOD, inlet=doors)


PEM = {"certificate": "door.pem", "key": "door.key"}

CASES: list[tuple[str, Policy, str, str]] = [  # name, policy, key, some of the words
    ("bell", relay(user="\a", password_file="p"), "relay.user", "control"),
    ("relay in clear", relay(host="mx.example"), "relay.tls", "this machine only"),
    (
        "relay hopes for TLS",
        relay(host="192.0.2.1", tls="opportunistic"),
        "relay.tls",
        '"required"',
    ),
    ("relay port", relay(port=0), "relay.port", "from 1 to 65535"),
    ("relay is the door", relay(port=2525), "relay.port", "circles"),
    ("by another name", relay(host="localhost", port=2525), "relay.port", "circles"),
    ("relay host", relay(host="mx example"), "relay.host", "host name"),
    ("user alone", relay(user="rae"), "relay.password_file", "together"),
    ("password alone", relay(password_file="p"), "relay.user", "together"),
    (
        "next hop is the door",
        replace(GOOD, deliver=Delivery(by="lmtp", hop=Hop(port=2525, tls="off"))),
        "deliver.hop.port",
        "circles",
    ),
    (
        "next hop in clear",
        replace(GOOD, deliver=Delivery(by="smtp", hop=Hop(host="mx.example", tls="off"))),
        "deliver.hop.tls",
        "this machine only",
    ),
    ("home", replace(GOOD, deliver=Delivery(path="~/mail")), "deliver.path", "~"),
    ("fingerprint", replace(GOOD, seal=Seal(scheme="openpgp", fingerprint="4441 42EA")),
     "seal.fingerprint", "40 hex"),
    ("no certificate", replace(GOOD, seal=Seal(scheme="smime")), "seal.certificate", "PEM"),
    ("no door", inlet(), "inlet", "empty"),
    ("door by name", inlet(Inlet(address="mail.example")), "inlet.1.address", "IP address"),
    ("same door", inlet(Inlet(), Inlet()), "inlet.2.port", "same"),
    ("half a certificate", inlet(Inlet(certificate="x.pem")), "inlet.1.key", "together"),
    ("half a key", inlet(Inlet(key="x.pem")), "inlet.1.certificate", "together"),
    ("TLS without", inlet(Inlet(require_tls=True)), "inlet.1.require_tls", "no certificate"),
    ("host name", inlet(Inlet(hostname="a b")), "inlet.1.hostname", "host name"),
    ("no waits", replace(GOOD, retry=Retry(delays_s=())), "retry.delays_s", "empty"),
    ("no wait", replace(GOOD, retry=Retry(delays_s=(60, 0))), "retry.delays_s.2", "is 0"),
    ("jitter", replace(GOOD, retry=Retry(jitter=1.5)), "retry.jitter", "from 0 to 1"),
    ("queue", replace(GOOD, limits=Limits(queue_bytes=2048)), "limits.queue_bytes", "one message"),
    ("store", replace(GOOD, store=Store(url="state")), "store.url", "sqlite:FOLDER"),
    ("store without folder", replace(GOOD, store=Store(url="sqlite:")), "store.url", "sqlite:F"),
    ("key in state", replace(GOOD, store=Store(key_file="./state/x/../k")), "store.key_file",
     "state folder"),
    ("mailbox in state", replace(GOOD, deliver=Delivery(path="state/m")), "deliver.path", "own"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("policy", "key", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_what_is_wrong(policy: Policy, key: str, words: str) -> None:
    found = dict(problems(policy, ZONES))
    assert key in found
    assert words in found[key]
    assert len(found) == 1  # one mistake, one finding


FINE: list[tuple[str, Policy]] = [
    ("relay elsewhere", relay(host="mx.example", tls="required")),
    ("relay on ::1", relay(host="::1")),
    ("unused hop", replace(GOOD, deliver=Delivery(hop=Hop(host="mx.example", tls="off")))),
    ("log in", relay(user="rae", password_file="keys/p")),
    ("fingerprint", replace(GOOD, seal=Seal(scheme="openpgp", fingerprint="ab12 " * 10))),
    ("certificate", replace(GOOD, seal=Seal(scheme="smime", certificate="rae.pem"))),
    ("two doors", inlet(Inlet(), Inlet(port=2587, require_tls=True, **PEM))),
    ("all addresses", inlet(Inlet(address="::", port=25))),
    ("any port", inlet(Inlet(port=0), Inlet(port=0))),
    ("key beside the state", replace(GOOD, store=Store(key_file="state-keys/k"))),
    ("key above the state", replace(GOOD, store=Store(url="sqlite:a/b", key_file="a/b/../k"))),
]


@pytest.mark.parametrize("policy", [c[1] for c in FINE], ids=[c[0] for c in FINE])
def test_nothing_is_wrong(policy: Policy) -> None:
    assert problems(policy, ZONES) == ()


@pytest.mark.parametrize(
    ("host", "expected"),
    [("127.0.0.9", True), ("::1", True), ("LOCALHOST.", True), ("localhost.example", False),
     ("10.0.0.1", False), ("", False)],
)  # fmt: skip
def test_is_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
