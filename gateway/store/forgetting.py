"""What time takes away: each record is kept as long as the policy says, and no longer."""

import sqlite3
from datetime import datetime

DAY_S = 86_400


def forget_old(
    db: sqlite3.Connection, now: datetime, log_days: int, answers_days: int, recall_days: int
) -> None:
    """Drop what is older.

    log_days      records of messages that are done
    answers_days  claims, by which replies are counted; a refusal has its own end
    recall_days   what each reply was made of, and to whom it went
    """
    at = now.timestamp()
    done = (at - log_days * DAY_S,)
    db.execute("DELETE FROM message WHERE state = 'done' AND done_at < ?", done)
    db.execute("DELETE FROM answer WHERE at < ?", (at - answers_days * DAY_S,))
    db.execute("DELETE FROM refusal WHERE until < ?", (at,))
    db.execute("DELETE FROM reply WHERE at < ?", (at - recall_days * DAY_S,))
