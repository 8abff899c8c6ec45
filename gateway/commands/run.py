"""gateway run: the daemon."""

import asyncio
import contextlib
import gc
import logging
import os
import resource
import signal
import sys
from typing import TYPE_CHECKING

import click

from gateway.commands._policy import config_of, config_option
from gateway.config.read import Config

if TYPE_CHECKING:
    from gateway.wiring import Gateway

log = logging.getLogger("gateway")

REST_S = 2.0


@click.command()
@config_option
def command(policy: str | None) -> None:
    """Run the gateway until it is stopped.

    SIGTERM or Ctrl-C ends it in at most 10 seconds: mail in work is finished or kept for
    the next start. SIGHUP reads the policy again; a wrong one leaves the old one in force.
    """
    gc.disable()  # until all is loaded: nothing of it is garbage

    import uvloop

    from gateway.logs import set_up
    from gateway.memory import few_arenas

    config = config_of(policy)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core dump holds clients' words
    os.umask(0o077)
    few_arenas()
    set_up(config.policy.log.level, config.policy.log.form)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(config))


async def _serve(config: Config) -> None:
    from gateway.wiring import running

    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.set_exception_handler(_quietly)
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    async with running(config) as gateway:
        loop.add_signal_handler(signal.SIGHUP, gateway.reload)
        gc.freeze()  # what stands now stays: it need not be looked through again and again
        gc.enable()
        log.info("ready, policy %s", config.sha256[:12])
        rest = asyncio.create_task(_rest(gateway))
        await stop.wait()
        rest.cancel()
        log.info("stopping")
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.flush()


async def _rest(gateway: "Gateway") -> None:
    """After each rush, when nothing came in for a while, give its memory back."""
    from gateway.memory import give_back

    seen = given_back = 0
    while True:
        await asyncio.sleep(REST_S)
        if seen == gateway.store.kept != given_back:
            given_back = seen
            give_back()
        seen = gateway.store.kept


def _quietly(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """The loop's own report of an error would quote what was in hand."""
    error = context.get("exception")
    log.error("in the event loop: %s", type(error).__name__ if error else "no error named")
