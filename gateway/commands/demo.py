"""gateway demo: what it does, on sample mail, on this computer only."""

import asyncio
from pathlib import Path

import click


@click.command()
@click.option("--stay", is_flag=True, help="Keep it running, for mail of your own, until Ctrl-C.")
@click.option(
    "--to",
    default="demo",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the delivered mail, the replies and the page.",
)
@click.option("--keep", is_flag=True, help="Leave its policy, state and keys, and say where.")
def command(stay: bool, to: Path, keep: bool) -> None:
    """Show on sample mail what the gateway does; nothing leaves this computer."""
    import uvloop
    from rich.console import Console

    from gateway.demo.run import run_demo

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        raise SystemExit(runner.run(run_demo(folder=to, stay=stay, out=Console(), keep=keep)))
