"""How values are written into a store: JSON, small and readable once opened."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from gateway.core.client import Client
from gateway.core.decision import KINDS, Action, Because, kind_of
from gateway.core.mail import Envelope
from gateway.core.record import Record, ReplyTrace
from gateway.errors import NeedsHuman


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
    return KINDS[plain.pop("kind")](**_frozen(plain))


def pack_record(record: Record) -> bytes:
    return _dump(asdict(record))


def unpack_record(data: bytes) -> Record:
    plain = json.loads(data)
    reasons = tuple(Because(**r) for r in plain.pop("reasons"))
    return Record(**_frozen(plain), reasons=reasons)


def pack_client(address: str, client: Client) -> bytes:
    consent = client.consent.isoformat() if client.consent else None
    return _dump({"address": address, **asdict(client), "consent": consent})


def unpack_client(data: bytes) -> tuple[str, Client]:
    try:
        plain = json.loads(data)
        address = plain.pop("address")
        consent = plain.pop("consent")
        day = date.fromisoformat(consent) if consent else None
        return address, Client(**_frozen(plain), consent=day)
    except (KeyError, TypeError, ValueError) as e:
        raise NeedsHuman("a client's agreement does not read", detail=type(e).__name__) from e


def pack_sent(address: str, classes: Mapping[str, Any], trace: ReplyTrace) -> bytes:
    """address: as the envelope has it; classes: what is kept of the message it answers."""
    return _dump({"address": address, **classes, "trace": asdict(trace)})


def unpack_sent(data: bytes) -> tuple[str, dict[str, Any], ReplyTrace]:
    plain = json.loads(data)
    trace = ReplyTrace(**_frozen(plain.pop("trace")))
    return plain.pop("address"), _frozen(plain), trace


def _frozen(plain: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no tuples, and our values hold nothing else."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in plain.items()}


def _dump(plain: dict[str, Any]) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii")
