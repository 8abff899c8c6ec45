"""A practice whose gateway has answered mail, and a policy that is tried on it."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from click.testing import CliRunner, Result

from gateway.commands.replay import command
from gateway.config.read import read_config
from gateway.config.text import policy_from_text
from gateway.core.addresses import key_of
from gateway.core.answer import answer_for
from gateway.core.assessment import Assessment, Risk
from gateway.core.client import Known
from gateway.core.decision import Because, Decision, Deliver, Reply
from gateway.core.mail import Envelope
from gateway.core.record import Asked, Record, ReplyTrace
from gateway.private import private_folder
from gateway.replies import edition_of, open_speaker
from gateway.resources import default_policy
from gateway.secrets import make_master_key, master_key
from gateway.store.sqlite import SqliteStore, open_store

ANN = "ann@client.example"
POLICY = policy_from_text(default_policy())
DELIVER = Deliver("dana@clinic.example")
NOW = datetime.now(UTC).replace(microsecond=0)
LOCAL = NOW.astimezone(ZoneInfo("America/Toronto"))


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


class Place:
    """A folder whose gateway has answered, and what is tried there."""

    def __init__(self, folder: Path) -> None:
        self.policy = folder / "policies.toml"
        self.policy.write_text(default_policy(), "utf-8")
        self.new = folder / "tried" / "policies.toml"
        self.new.parent.mkdir()
        self.try_()
        config = read_config(self.policy)
        make_master_key(config.at(config.policy.store.key_file))
        private_folder(config.state)
        self.now = NOW
        key = master_key(config)
        self.store: SqliteStore = open_store(
            config.state, key, inline_bytes=32_768, now=lambda: self.now, key_of=key_of
        )
        self.count = 0

    def try_(self, *changes: tuple[str, str]) -> None:
        self.new.write_text(changed(default_policy(), *changes), "utf-8")

    def edition(self) -> int:
        config = read_config(self.policy)
        content = edition_of(config, open_speaker(config, apart=False))
        return self.store.editions.number_of(content, self.now)

    def answered(
        self,
        found: Assessment,
        *,
        ago: timedelta = timedelta(days=1),
        sender: str = ANN,
        shadow: bool = False,
        known: Known = Known(),  # noqa: B008 a frozen value
    ) -> str:
        """A mail that came so long ago, and its reply as the policy chose it."""
        config = read_config(self.policy)
        received = (NOW - ago).astimezone(UTC)
        reply = answer_for(found, known, config.policy)
        trace = ReplyTrace(
            edition=self.edition(),
            template=reply.template,
            languages=reply.languages,
            form=reply.form,
            also=reply.also,
            short=reply.short,
            place=reply.place,
            audience=reply.audience,
            foreign=reply.foreign,
            lines=open_speaker(config, apart=False).line_ids(reply, received),
            received=received.isoformat(),
            received_zone=config.policy.practice.timezone,
        )
        record = Record(
            intents=tuple(name for name, _ in found.intents),
            risk=found.risk_word,
            signs=found.signs,
            language=found.language,
        )
        return self._kept(record, reply, trace, received, sender, shadow)

    def silent(self, code: str, record: Record, ago: timedelta = timedelta(days=1)) -> str:
        reasons = (Because("intent", "booking"), Because(code, "no reply"))
        return self._kept(replace(record, reasons=reasons), None, None, NOW - ago, ANN, False)

    def _kept(
        self,
        record: Record,
        reply: Reply | None,
        trace: ReplyTrace | None,
        received: datetime,
        sender: str,
        shadow: bool,
    ) -> str:
        self.count += 1
        self.now = received
        env = Envelope(sender=sender, recipients=("dana@clinic.example",), received_at=received)
        decision = Decision((DELIVER, *([reply] if reply and not shadow else [])), record.reasons)
        asked = reply and Asked(
            sender=key_of(sender),
            domain="client.example",
            message=f"<{self.count}@client.example>",
            handle=reply.handle,
            may=lambda counts: None,
            trace=trace,
            shadow=shadow,
        )

        async def keep() -> str:
            message = await self.store.put(env, b"Subject: hello\r\n\r\nsecret words\r\n")
            job = await self.store.next_job(0.01)
            for number, _ in await job.decided(decision, record, asked):
                await job.done(number)
            self.store.release(job)
            return message

        message = asyncio.run(keep())
        self.now = NOW
        return message

    def replay(self, *words: str) -> Result:
        given = ["--policy", str(self.new), "-c", str(self.policy), *words]
        result = CliRunner(env={"COLUMNS": "160"}).invoke(command, given)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def told(self, *words: str) -> dict[str, Any]:
        result = self.replay("--json", *words)
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        return found

    def one(self, *words: str) -> dict[str, Any]:
        (row,) = self.told(*words)["messages"]
        found: dict[str, Any] = row
        return found


def mail(reason: str = "booking", risk: Risk = Risk.NONE, **more: Any) -> Assessment:
    return Assessment(intents=((reason, 0.9),), risk=risk, **{"language": "en", **more})
