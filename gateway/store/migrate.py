"""Numbered schema steps: NNNN_name.sql, each run once, in order, in one transaction."""

import sqlite3
from importlib.resources import files

from gateway.errors import NeedsHuman


def steps() -> list[tuple[int, str]]:
    """(number, SQL) of every step that this version knows."""
    folder = files("gateway.store") / "sql"
    names = sorted(p.name for p in folder.iterdir() if p.name.endswith(".sql"))
    return [(int(n[:4]), (folder / n).read_text("utf-8")) for n in names]


def migrate(db: sqlite3.Connection) -> int:
    """Bring the schema up to date; answers its number.

    Errors: NeedsHuman when the file was written by a newer version.
    """
    (have,) = db.execute("PRAGMA user_version").fetchone()
    known = steps()
    newest = known[-1][0]
    if have > newest:
        raise NeedsHuman(
            "the state folder was written by a newer version of the gateway",
            detail=f"schema {have}, known up to {newest}",
        )
    for number, sql in known:
        if number > have:
            db.executescript(f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number};\nCOMMIT;")
    return newest
