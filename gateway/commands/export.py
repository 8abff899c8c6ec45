"""gateway export: what the policy says, as a page for people."""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from gateway.commands._policy import config_of, config_option
from gateway.config.read import Config
from gateway.errors import ConfigError, NeedsHuman

FORMATS = ("md", "html", "pdf")
ENDINGS = {"": "md", ".md": "md", ".htm": "html", ".html": "html", ".pdf": "pdf"}


@click.group()
def command() -> None:
    """Write what the policy says as a page for people."""


@command.command(short_help="Your contact policy, for your client agreement.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Markdown, HTML or PDF.  [default: by the ending of --out, else md]",
)
@click.option("--language", metavar="TAG", help='"fr-CA".  [default: your first one]')
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file.  [default: standard output]",
)
@click.option("--force", is_flag=True, help="Write over a file of that name.")
@config_option
def agreement(
    form: str | None, language: str | None, out: Path | None, force: bool, policy: str | None
) -> None:
    """Your contact policy between sessions, for your client agreement.

    Made from the same policies.toml that the replies follow, with the crisis lines of your
    place as they are shown today. Read it before you hand it out.
    """
    config = config_of(policy)
    form = form or _form(out)
    if form == "pdf" and out is None and sys.stdout.isatty():
        raise click.UsageError("a PDF needs --out FILE")
    content = _agreement(config, form, _tag(config, language))
    if out is None:
        click.echo(content, nl=False)
        return
    from gateway.pages.files import write_page

    write_page(out, content, force=force)
    click.echo(f"written: {out}", err=True)


def _form(out: Path | None) -> str:
    """By the ending of the file: a page in Markdown is no .docx."""
    ending = out.suffix.lower() if out else ""
    if ending not in ENDINGS:
        words = f"a page cannot be a {ending} file: end it in .md, .html or .pdf, or name --format"
        raise click.BadParameter(words, param_hint="--out")
    return ENDINGS[ending]


def _tag(config: Config, asked: str | None) -> str:
    """The practice's own tag of the language that was asked for: "fr-CA" for "fr"."""
    from gateway.core.locale import primary, shipped

    own = config.policy.practice.languages
    if asked is None:
        return own[0]
    if primary(asked) not in shipped():
        words = f"there is no page in {asked!r}; there is one in {', '.join(shipped())}"
        raise click.BadParameter(words, param_hint="--language")
    near = [tag for tag in own if primary(tag) == primary(asked)]
    same = [tag for tag in near if tag.lower() == asked.lower()]
    return (same or near or [asked])[0]


def _agreement(config: Config, form: str, tag: str) -> bytes:
    from gateway.core.agreement import NAME, agreement_page
    from gateway.core.crisis import directory_for, lines_for
    from gateway.core.render import TemplateProblem
    from gateway.resources import read_lines, read_page_template

    policy = config.policy
    place = policy.practice.place
    today = datetime.now(ZoneInfo(policy.practice.timezone)).date()
    rows = read_lines()
    shown = lines_for(rows, policy, place=place, language=tag, audience=(), today=today)
    other = directory_for(rows, policy, place=place, language=tag, audience=(), today=today)
    source = read_page_template(config.base, tag, NAME)
    try:
        page = agreement_page(policy, source, tag=tag, lines=shown, directory=other, today=today)
    except TemplateProblem as problem:
        raise ConfigError((str(problem),)) from problem
    if form == "md":
        return page.encode()
    if form == "html":
        from gateway.pages.html import html_page

        return html_page(page, tag=tag).encode()
    try:
        from gateway.pages.pdf import pdf_page
    except ModuleNotFoundError as e:
        what = "pip install '.[pdf]' in its folder, or --format html, to be printed from a browser"
        raise NeedsHuman("the library for PDF is not there", detail=what) from e
    return pdf_page(
        page, tag=tag, country=place.partition("-")[0], author=policy.practice.name, made=today
    )
