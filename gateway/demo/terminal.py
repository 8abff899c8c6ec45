"""The demo in the terminal: a row for each mail as soon as it is settled, then one line for all."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from gateway.demo.story import Story, Totals, reason

WIDEST = 100
HEADINGS = ("client wrote", "looks like", "because of", "what happened")
SHARES = (0.22, 0.17, 0.27, 0.34)
GAP = 2
EXCERPT = 72
RISKS = {
    "emergency": ("emergency", "bold red"),
    "urgent": ("urgent", "bold yellow"),
    "notice": ("notice", "cyan"),
    "unknown": ("risk unknown", "cyan"),
}


def heading(out: Console) -> None:
    titles = [Text(title, style="bold") for title in HEADINGS]
    out.print(_columns(out, titles))
    out.print(Rule(style="dim", characters="─" if _signs(out) else "-"), width=_width(out))


def row(out: Console, story: Story) -> None:
    """One mail: who wrote what, what it looks like and why, and all that was done."""
    wrote = Text.assemble((f"{story.author}: ", "bold"), story.subject)
    happened = Text("\n").join(_happened(story, good="✓" if _signs(out) else "+"))
    out.print(_columns(out, [wrote, _looks_like(story), _because(story), happened]))


def summary(out: Console, found: Totals, page: Path, folder: Path, seconds: float) -> None:
    """What became of all of them, in one line, and where to look."""
    line = Text("\n")
    line.append(f"{found.delivered} of {found.mails} delivered", style="bold")
    line.append(f", {found.answered} answered, {len(found.silent)} not")
    line.append(f" ({', '.join(found.silent)})" if found.silent else "")
    line.append(f", in {seconds:.1f} s; nothing left this computer.")
    out.print(_sayable(out, line), width=_width(out))
    for problem in found.wrong:
        words = _sayable(out, Text(f"WRONG {problem}", style="bold red"))
        out.print(words, width=_width(out))
    inbox, replies = folder / "inbox", folder / "replies"
    places = (("See it", page.resolve().as_uri()), ("Inbox", inbox), ("Replies", replies))
    for name, place in places:
        out.print(Text(f"{name + ':':<9}{place}"), soft_wrap=True)


def invitation(out: Console, port: int, address: str, page: Path) -> None:
    """How a user sends mail of her own to the daemon that stays up."""
    out.print(Text("\nThe gateway stays up. Send mail of your own, as a client:", style="bold"))
    command = f"swaks --server 127.0.0.1:{port} --from you@client.example --to {address}"
    out.print(Text(f"  {command}"), soft_wrap=True)
    out.print(Text(f"Each mail becomes a row here and on {page}."), soft_wrap=True)
    out.print(Text("Ctrl-C ends it.\n"))


def _looks_like(story: Story) -> Text:
    text = Text(story.looks_like)
    for other in story.others:
        text.append(f"\n+ {other}", style="dim")
    if story.risk in RISKS:
        words, style = RISKS[story.risk]
        text.append(f"\n{words}", style=style)
    return text


def _because(story: Story) -> Text:
    if not story.because:
        return Text("no rule spoke", style="dim")
    first = story.because[0]
    about, _, rule = first.rule.partition(".")
    words = f"\n{about.replace('_', ' ')}: {rule.partition('.')[0].replace('_', ' ')}"
    return Text.assemble(f"“{_short(first.excerpt)}”", (words if rule else f"\n{about}", "dim"))


def _happened(story: Story, *, good: str) -> Iterator[Text]:
    if story.alerts:
        yield Text(f"{good} therapist alerted", style="red")
    if story.proof and story.proof.identical is not False:
        count = len(story.proof.names)
        what = "1 attachment" if count == 1 else f"{count} attachments"
        proved = ": identical" if story.proof.identical else ""
        words = f"{good} {what} sealed, opened again with the demo key{proved}"
        yield Text(words, style="green")
    if story.delivered:
        yield Text(f"{good} delivered", style="green")
    if story.answer:
        kind = ", ".join((_kind_of_reply(story.template), *story.manner))
        yield Text(f"{good} answered: {kind}", style="green")
    else:
        yield Text(f"- not answered: {story.no_answer}", style="dim")
    for problem in story.wrong:
        yield Text(f"WRONG: {problem}", style="bold red")


def _kind_of_reply(template: str) -> str:
    return "general reply" if template == "other" else reason(template)


def _columns(out: Console, cells: list[Text]) -> Table:
    room = _width(out) - GAP * (len(SHARES) - 1)
    table = Table.grid(padding=(0, GAP, 0, 0))
    for share in SHARES:
        table.add_column(width=int(room * share), overflow="fold")
    table.add_row(*(_sayable(out, cell) for cell in cells))
    return table


def _sayable(out: Console, text: Text) -> Text:
    """The text without the letters that this terminal cannot show; as many letters as before."""
    text.plain = text.plain.encode(out.encoding, "replace").decode(out.encoding)
    return text


def _width(out: Console) -> int:
    return min(out.width, WIDEST)


def _signs(out: Console) -> bool:
    """Whether this terminal can show signs outside ASCII."""
    return out.encoding.lower().startswith("utf")


def _short(words: str) -> str:
    """The beginning of an excerpt, cut between words."""
    if len(words) <= EXCERPT:
        return words
    return words[:EXCERPT].rpartition(" ")[0] + " …"
