"""One demo under way: sends each mail, waits until the gateway is done with it, tells its story."""

import asyncio
import re
import smtplib
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console

from gateway.core import compose
from gateway.core.judge import Judgement, judge
from gateway.core.mail import Envelope
from gateway.core.parse import parse
from gateway.core.record import Seen
from gateway.demo import terminal
from gateway.demo.mailbox import Mailbox, send
from gateway.demo.page import page
from gateway.demo.relay import DemoRelay
from gateway.demo.samples import AGREED, Sample, samples
from gateway.demo.story import Story, Totals, totals
from gateway.demo.told import Attached, Happened, story_of
from gateway.errors import NeedsHuman
from gateway.opening import Unlock, open_sealed
from gateway.wiring import Gateway

SETTLES_WITHIN_S = 30.0
LOOK_EVERY_S = 0.5
TRACE = re.compile(r"\sid (\S+);")


@dataclass
class Show:
    """stories: of all mails so far, in their order. The rest waits for the mail it belongs to."""

    folder: Path
    out: Console
    gateway: Gateway
    relay: DemoRelay
    mailbox: Mailbox
    her_key: Unlock
    stories: list[Story] = field(default_factory=list)
    _arrived: list[bytes] = field(default_factory=list, repr=False)

    @property
    def page(self) -> Path:
        return self.folder / "index.html"

    def totals(self) -> Totals:
        return totals(self.stories, strays=len(self._arrived) + len(self.relay.sent))

    async def samples(self) -> None:
        """A row for each sample, as it happens; then the page and the line for all."""
        begun = time.monotonic()
        for address, client in AGREED.items():
            self.gateway.store.clients.put(address, client, self.gateway.edges.now())
        terminal.heading(self.out)
        for sample in samples(self.gateway.edges.now()):
            self._tell(await self._happened(sample))
        self._write_page()
        seconds = time.monotonic() - begun
        terminal.summary(self.out, self.totals(), self.page, self.folder, seconds)

    async def own_mail(self) -> None:
        """A row for each mail that the user sends, until it is cancelled."""
        address = self.gateway.edges.policy.practice.address
        terminal.invitation(self.out, self.gateway.ports[0], address, self.page)
        while True:
            self._arrived += self.mailbox.arrived()
            for raw in self._arrived:
                if message := _kept_as(raw):
                    self._tell(await self._happened_to_own(message, raw))
                    self._write_page()
            await asyncio.sleep(LOOK_EVERY_S)

    # -- one mail

    async def _happened(self, sample: Sample) -> Happened:
        seen, refusal = await self._sent(sample)
        judged = await self._judged(sample.sender, sample.raw)
        it = Happened(
            name=sample.name,
            sender=sample.sender,
            raw=sample.raw,
            attached=sample.attachments(),
            silence=sample.by_machine,
            judged=judged,
            seen=seen,
            refusal=refusal,
        )
        return await self._with_its_mail(it)

    async def _happened_to_own(self, message: str, raw: bytes) -> Happened:
        sender = (parse(raw).header("return-path") or "").strip("<> ")
        judged = await self._judged(sender, raw)
        seen = await self.gateway.settled(message)
        it = Happened(
            name=f"{len(self.stories) + 1:02}-own",
            sender=sender,
            raw=raw,
            attached=None,
            silence=None,
            judged=judged,
            seen=seen,
        )
        return await self._with_its_mail(it)

    async def _sent(self, sample: Sample) -> tuple[Seen | None, str]:
        """What is known of it when it is settled, or None and why."""
        port, address = self.gateway.ports[0], self.gateway.edges.policy.practice.address
        try:
            message = await asyncio.to_thread(
                send, port, sender=sample.sender, to=address, raw=sample.raw
            )
            return await asyncio.wait_for(self.gateway.settled(message), SETTLES_WITHIN_S), ""
        except TimeoutError:
            return None, f"not done within {SETTLES_WITHIN_S:.0f} s"
        except (OSError, smtplib.SMTPException) as error:
            return None, f"not taken by the door: {error}"

    async def _judged(self, sender: str, raw: bytes) -> Judgement:
        """The same pure judgement that the gateway made; it keeps no client's words itself."""
        edges = self.gateway.edges
        env = Envelope(
            sender=sender, recipients=(edges.policy.practice.address,), received_at=edges.now()
        )
        known = edges.known(sender, edges.now())

        def judged() -> Judgement:
            return judge(env, raw, edges.policy, edges.detectors, _is_ours, known=known)

        return await asyncio.to_thread(judged)

    async def _with_its_mail(self, it: Happened) -> Happened:
        """What came of it into the mailbox and to the relay, taken out of what waits there."""
        if it.seen is None:
            return it
        ours = self._our_ids(it.seen)
        self._arrived += self.mailbox.arrived()
        delivered = [raw for raw in self._arrived if _kept_as(raw) == it.seen.id]
        alerts = [raw for raw in self._arrived if parse(raw).header("message-id") in ours]
        answers = [sent for sent in self.relay.sent if parse(sent.raw).header("message-id") in ours]
        self._arrived = [raw for raw in self._arrived if raw not in (*delivered, *alerts)]
        self.relay.sent[:] = [sent for sent in self.relay.sent if sent not in answers]
        opened = await asyncio.to_thread(self._opened, delivered[0]) if delivered else None
        return replace(
            it,
            delivered=tuple(delivered),
            alerts=tuple(alerts),
            answers=tuple(answers),
            opened=opened,
        )

    def _opened(self, raw: bytes) -> Attached | None:
        """What was sealed in a delivered mail, opened with her key; None when it does not open."""
        try:
            return tuple((file.name, file.data) for file in open_sealed(raw, self.her_key))
        except NeedsHuman:
            return None

    def _our_ids(self, seen: Seen) -> set[str]:
        """The Message-IDs of all that the gateway itself writes about this mail."""
        edges = self.gateway.edges
        address = edges.policy.practice.address
        return {
            compose.message_token(edges.token_key, f"{seen.id}/{action.number}", address)
            for action in seen.actions
        }

    # -- what is left of it

    def _tell(self, it: Happened) -> None:
        files = {f"inbox/{it.name}.eml": it.delivered, f"inbox/{it.name}-alert.eml": it.alerts}
        files[f"replies/{it.name}.eml"] = tuple(sent.raw for sent in it.answers)
        for name, mails in files.items():
            for raw in mails[:1]:
                (self.folder / name).write_bytes(raw)
        story = story_of(it)
        self.stories.append(story)
        terminal.row(self.out, story)

    def _write_page(self) -> None:
        policy = self.gateway.edges.policy
        now = self.gateway.edges.now().astimezone(ZoneInfo(policy.practice.timezone))
        text = page(self.stories, self.totals(), practice=policy.practice.name, written=now)
        self.page.write_text(text, "utf-8")


def _is_ours(message_id: str) -> bool:
    """No sample answers a mail of the gateway's."""
    return False


def _kept_as(raw: bytes) -> str:
    """The id in our Received field, which is the topmost; "" in what we wrote ourselves."""
    found = TRACE.search(parse(raw).header("received") or "")
    return found[1] if found else ""
