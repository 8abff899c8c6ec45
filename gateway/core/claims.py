"""May this reply go out now, given what went out before? The counts come from the store.

The crisis reply has its own handle, window and counts: an ordinary reply a minute ago, or
a hundred of them today, must not cost somebody the number of a crisis line.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.core.decision import Because
from gateway.core.policy import Reply

CRISIS = "crisis"
# Replies to mail that a machine may have written: one a day, and one in a crisis.
DOUBTFUL = "doubtful"
DOUBTFUL_CRISIS = "doubtful-crisis"
# Reports that mail could not be put into the mailbox.
REPORT = "report"
DAILY = (DOUBTFUL, DOUBTFUL_CRISIS, REPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What was claimed before. The totals count replies of the same kind only: crisis or not.

    last_same_handle_at  when this sender last had a reply with this handle; None: never
    crisis_today         crisis replies to this sender in the last 24 hours
    hour_total           replies to all in the last hour; day_total in the last 24 hours
    domain_hour          replies to the sender's domain in the last hour
    same_message         this very message has its reply already
    """

    last_same_handle_at: datetime | None
    crisis_today: int
    hour_total: int
    day_total: int
    domain_hour: int
    same_message: bool


def may_reply(counts: Counts, limits: Reply, handle: str, now: datetime) -> Because | None:
    """Why the reply must not be sent, or None when it may.

    Sources: RFC 3834 §2, §6; RFC 5230 §4.1, §4.2.
    """
    if counts.same_message:
        return Because("same-message", "this message has its reply already")
    window = window_of(limits, handle)
    last = counts.last_same_handle_at
    # abs(): after a clock was set back, a claim from "the future" bars for one window only.
    if last is not None and abs(now - last) < window:
        lately = f"the same reply went to this sender within {_words(window)}"
        return Because("replied-lately", lately)
    caps = (
        (
            "crisis-cap",
            counts.crisis_today,
            limits.crisis_per_day,
            "crisis replies to a sender a day",
        ),
        (
            "domain-cap",
            counts.domain_hour,
            limits.per_domain_per_hour,
            "replies to a domain an hour",
        ),
        ("hour-cap", counts.hour_total, limits.per_hour, "replies an hour"),
        ("day-cap", counts.day_total, limits.per_day, "replies a day"),
    )
    for code, count, cap, words in caps[0 if handle == CRISIS else 1 :]:
        if count >= cap:
            return Because(code, f"the limit of {cap} {words} is reached")
    return None


def window_of(limits: Reply, handle: str) -> timedelta:
    """How long a sender gets the reply of this handle only once."""
    if handle == CRISIS:
        return timedelta(hours=limits.crisis_window_h)
    return timedelta(days=1 if handle in DAILY else limits.window_days)


def _words(window: timedelta) -> str:
    hours = window / timedelta(hours=1)
    return f"{hours / 24:g} days" if hours >= 48 else f"{hours:g} hours"
