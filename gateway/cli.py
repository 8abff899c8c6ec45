"""The command `gateway`: finds the subcommand, and says errors so that a person can act.

Exit codes (sysexits): 0 ok; 1 something was found; 2 usage; 65 bad data;
69 something is missing; 75 try later; 77 no permission; 78 wrong policy; 130 Ctrl-C.
"""

import sys
from importlib import import_module

import click

from gateway import __version__
from gateway.errors import ConfigError, EdgeError, TryLater

# Name and summary stand here, so that --help imports none of them.
COMMANDS = {
    "init": "Make a folder ready: policies.toml, the master key, the state folder.",
    "run": "Run the gateway until it is stopped.",
    "demo": "Show on sample mail what the gateway does; nothing leaves this computer.",
    "check": "Read the policy, try keys, folders and servers, and say what is wrong.",
    "explain": "Say what would happen to a message, and why; nothing is sent.",
    "preview": "Show the reply for a reason, or all of them as pages.",
    "replay": "Say what a new policy would have changed.",
    "lines": "Show the crisis lines that replies carry, and confirm them.",
    "client": "Keep what was agreed with single clients: language, place, form of replies.",
    "recall": "Find who got a crisis line, or why a client got a reply.",
    "export": "Write the contact policy as a page for the client agreement.",
    "assess": "Judge texts: JSON lines in, JSON lines out.",
    "queue": "See and steer the messages that wait.",
    "open": "Decrypt what was sealed, with your key.",
    "keys": "Make, import or show the key that mail is sealed to.",
    "completion": "Print the completion script for your shell.",
}


class Subcommands(click.Group):
    """Imports a subcommand when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"gateway.commands.{name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Subcommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="gateway")
def gateway() -> None:
    """A secure mail gateway for psychotherapists.

    It keeps each client's mail, understands why the client writes, encrypts homework
    to your key, delivers it to your mailbox, and answers with your own contact policy.

    Start with `gateway demo`; then `gateway init`, edit policies.toml, `gateway check`,
    `gateway run`.
    """


def main() -> None:
    """Errors become words on stderr and an exit code; a traceback is a bug of ours."""
    try:
        code = gateway.main(standalone_mode=False)
    except click.exceptions.Exit as ending:
        code = ending.exit_code
    except click.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (KeyboardInterrupt, BrokenPipeError):
        code = 130
    except Exception as error:  # noqa: BLE001 told by kind below, raised again when unknown
        code = _told(error)
    sys.exit(code if isinstance(code, int) else 0)


def _told(error: Exception) -> int:
    match error:
        case ConfigError(findings=findings):
            for finding in findings:
                click.echo(finding, err=True)
            click.echo(f"{len(findings)} error{'s' * (len(findings) != 1)} in the policy", err=True)
            return 78
        case EdgeError():
            click.echo(f"gateway: {error.public}", err=True)
            if error.detail:
                click.echo(f"         {error.detail}", err=True)
            return 75 if isinstance(error, TryLater) else 69
        case PermissionError(filename=name):
            click.echo(f"gateway: no permission for {name}", err=True)
            return 77
        case FileNotFoundError(filename=name):
            click.echo(f"gateway: there is no file {name}", err=True)
            return 65
        case _:
            raise error
