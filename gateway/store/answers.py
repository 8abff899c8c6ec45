"""The claim of a reply: counted and written in one transaction, before anything is sent."""

import sqlite3
from datetime import UTC, datetime

from gateway.core.claims import Counts
from gateway.core.decision import Because
from gateway.core.record import Asked
from gateway.store.vault import Vault

DAY_S = 86_400
REFUSAL_S = 30 * DAY_S
COUNT_AT_MOST = 10_000

COUNTS = f"""
SELECT
  (SELECT max(at) FROM answer WHERE handle = :handle),
  (SELECT count(*) FROM answer WHERE crisis AND sender = :sender AND at > :now - {DAY_S}),
  (SELECT count(*) FROM (SELECT 1 FROM answer
                          WHERE at > :now - 3600 AND crisis = :crisis LIMIT {COUNT_AT_MOST})),
  (SELECT count(*) FROM (SELECT 1 FROM answer
                          WHERE at > :now - {DAY_S} AND crisis = :crisis LIMIT {COUNT_AT_MOST})),
  (SELECT count(*) FROM (SELECT 1 FROM answer
                          WHERE domain = :domain AND at > :now - 3600 AND crisis = :crisis
                          LIMIT {COUNT_AT_MOST})),
  EXISTS (SELECT 1 FROM answer WHERE message = :message),
  EXISTS (SELECT 1 FROM refusal WHERE sender = :sender AND until > :now)
"""


def claim(db: sqlite3.Connection, vault: Vault, asked: Asked, now: datetime) -> Because | None:
    """Write the claim and answer None, or say why there is no reply.

    In shadow it is only asked: what was never sent must not count as an answer.
    """
    row = {
        "handle": vault.mark("handle", asked.sender, asked.handle),
        "sender": vault.mark("sender", asked.sender),
        "domain": vault.mark("domain", asked.domain),
        "message": vault.mark("message", asked.sender, asked.message, asked.handle),
        "crisis": asked.handle == "crisis",
        "now": now.timestamp(),
    }
    last, crisis, hour, day, domain, same, refused = db.execute(COUNTS, row).fetchone()
    if refused:
        return Because("refused-lately", "the address refused a reply for good in the last 30 days")
    counts = Counts(
        last_same_handle_at=datetime.fromtimestamp(last, UTC) if last is not None else None,
        crisis_today=crisis,
        hour_total=hour,
        day_total=day,
        domain_hour=domain,
        same_message=bool(same),
    )
    barred = asked.may(counts)
    if barred is None and not asked.shadow:
        db.execute(
            "INSERT INTO answer (at, crisis, handle, sender, domain, message)"
            " VALUES (:now, :crisis, :handle, :sender, :domain, :message)",
            row,
        )
    return barred


def refuse(db: sqlite3.Connection, vault: Vault, sender: str, now: datetime) -> None:
    """Remember that this address refused a reply for good (5yz)."""
    db.execute(
        "INSERT OR REPLACE INTO refusal VALUES (?, ?)",
        (vault.mark("sender", sender), now.timestamp() + REFUSAL_S),
    )
