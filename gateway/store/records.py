"""How values are written into a store: JSON, small and readable once opened."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from gateway.core.decision import KINDS, Action, Because, kind_of
from gateway.core.mail import Envelope
from gateway.core.record import Record


def pack_envelope(env: Envelope) -> bytes:
    plain = asdict(env) | {"received_at": env.received_at.isoformat()}
    return _dump(plain)


def unpack_envelope(data: bytes) -> Envelope:
    plain = json.loads(data)
    plain["recipients"] = tuple(plain["recipients"])
    plain["received_at"] = datetime.fromisoformat(plain["received_at"])
    return Envelope(**plain)


def pack_action(action: Action) -> bytes:
    return _dump({"kind": kind_of(action), **asdict(action)})


def unpack_action(data: bytes) -> Action:
    plain = json.loads(data)
    return KINDS[plain.pop("kind")](**plain)


def pack_record(record: Record) -> bytes:
    return _dump(asdict(record))


def unpack_record(data: bytes) -> Record:
    plain = json.loads(data)
    reasons = tuple(Because(**r) for r in plain.pop("reasons"))
    lists: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in plain.items()}
    return Record(**lists, reasons=reasons)


def _dump(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii")
