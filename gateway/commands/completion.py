"""gateway completion: the script that makes Tab work."""

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script for SHELL.

    For bash: gateway completion bash >> ~/.bashrc
    """
    found = get_completion_class(shell)
    if found is None:
        raise click.ClickException(f"no completion for {shell}")
    root = click.get_current_context().find_root().command
    click.echo(found(root, {}, "gateway", "_GATEWAY_COMPLETE").source())
