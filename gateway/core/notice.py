"""What the therapist is told: that a message, or the policy, needs her.

A notice may be read on a locked phone by anybody: no name, no subject, no reason,
only that a message needs her, when it came and under which reference.
"""

from collections.abc import Sequence
from datetime import datetime

from gateway.core.decision import Alert

# The urgency of what concerns no message: the policy or its crisis lines want a look.
REVIEW = "review"
CAUSES = {
    "emergency": "Please look at your mail now. A message that just came in may be from somebody"
    " in danger. It is in your mailbox. A program noticed it: that is no assessment of risk.",
    "urgent": "Please look at your mail today, as soon as you can. A message that just came in"
    " may be urgent. It is in your mailbox. A program noticed it: that is no assessment of risk.",
    "unjudged": "A message could not be read by the gateway, so nobody has looked at how urgent"
    " it is. Please look at it yourself. It is in your mailbox.",
    "unanswered": "A message that a person may have written got no automatic reply."
    " It is in your mailbox. Why: gateway queue show {reference}",
    "unsent": "An automatic reply could not be sent for a day and was given up. The message is"
    " in your mailbox. What was wrong: gateway queue show {reference}",
    "held": "A message could not be put into your mailbox and needs a person. It is safe on the"
    " gateway. What is wrong, and what to do: gateway queue show {reference}",
    "delayed": "A message could not be put into your mailbox yet. It is safe on the gateway, which"
    " goes on trying. What is wrong: gateway queue show {reference}",
    "shelved": "A message stopped the gateway several times and is no longer read by it. What"
    " became of it: gateway queue show {reference}",
}


def notice(alert: Alert, *, reference: str, received: datetime) -> str:
    """The text for the therapist.

    received  in the time zone of the practice
    """
    cause = alert.urgency if alert.cause == "risk" else alert.cause
    words = CAUSES[cause].format(reference=reference)
    when = f"{received:%A} {received.day} {received:%B %Y, %H:%M}"
    return f"{words}\n\nReceived: {when}\nReference: {reference}\n"


def review_notice(found: Sequence[str]) -> str:
    """The text of the weekly reminder. found: what wants a look, in words for her."""
    points = "\n".join(f"- {words}" for words in found)
    return (
        "Your automatic replies carry crisis lines that nobody has checked for a year or longer."
        f" Please check them, and tell the gateway:\n\n{points}\n"
    )
