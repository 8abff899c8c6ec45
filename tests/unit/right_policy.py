"""A policy in which nothing is wrong, for tests that make one thing wrong."""

from gateway.core.policy import Hop, Policy, Reply
from gateway.core.practice import Practice

ZONES = {"America/Toronto", "Europe/London", "Pacific/Auckland", "UTC"}
LOCAL = Hop(port=2526, tls="off")
PRACTICE = Practice(
    name="Rae Okafor", address="rae@okafor.example", place="NZ", timezone="Pacific/Auckland"
)
GOOD = Policy(
    practice=PRACTICE,
    reply=Reply(display_name="R. Okafor"),
    relay=LOCAL,
    recipients={"rae@okafor.example": "inbox@okafor.example"},
)
