"""`gateway demo`: the real gateway on this computer, clients who write, and what they see."""

import asyncio
import contextlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from gateway.demo.mailbox import Mailbox
from gateway.demo.relay import demo_relay
from gateway.demo.settings import prepare
from gateway.demo.show import Show
from gateway.errors import NeedsHuman
from gateway.opening import unlocked
from gateway.wiring import running

OUR_FILES = re.compile(r"\d\d+-[\w-]+\.eml")


async def run_demo(*, folder: Path, stay: bool, out: Console, keep: bool) -> int:
    """The exit code: 0 when all that the demo promises was seen to happen, else 1.

    folder  where the delivered mail, the replies and the page are left
    stay    the gateway stays up for mail of the user's own, until Ctrl-C
    keep    its policy, state and keys are left, and it says where
    Errors: NeedsHuman when the folder cannot be written; those of wiring.running.
    """
    _make_room(folder)
    with _private_place(keep, out) as base:
        async with demo_relay() as relay:
            config, secret = await asyncio.to_thread(prepare, base, relay.port)
            mailbox = Mailbox(config.at(config.policy.deliver.path))
            with unlocked(key=secret) as her_key:
                async with running(config) as gateway:
                    show = Show(folder, out, gateway, relay, mailbox, her_key)
                    await show.samples()
                    if stay:
                        with contextlib.suppress(asyncio.CancelledError):  # how Ctrl-C arrives
                            await show.own_mail()
                    return 1 if show.totals().wrong else 0


def _make_room(folder: Path) -> None:
    """Take away what an earlier demo left; files of anybody else stay."""
    try:
        for part in (folder / "inbox", folder / "replies"):
            part.mkdir(parents=True, exist_ok=True)
            for old in part.iterdir():
                if OUR_FILES.fullmatch(old.name):
                    old.unlink()
    except OSError as e:
        raise NeedsHuman("the demo's folder cannot be written", detail=str(e)) from e


@contextmanager
def _private_place(keep: bool, out: Console) -> Iterator[Path]:
    base = Path(tempfile.mkdtemp(prefix="gateway-demo-"))
    try:
        yield base
    finally:
        if keep:
            out.print(f"Policy, state and keys of the demo: {base}", markup=False, soft_wrap=True)
        else:
            shutil.rmtree(base, ignore_errors=True)
