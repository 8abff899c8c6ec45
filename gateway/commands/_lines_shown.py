"""Shows the crisis lines of a place: what replies print, what not and why, what to check."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gateway.core.crisis import Standing, directory_for, standings
from gateway.core.crisis_check import warnings
from gateway.core.crisis_data import data_version
from gateway.core.crisis_rows import checked_on
from gateway.core.hotline import Audience, Line
from gateway.core.hypertext import Number
from gateway.core.locale import primary
from gateway.core.policy import Policy
from gateway.resources import read_lines

if TYPE_CHECKING:
    from rich.table import Table

CONFIRM = 'gateway lines confirm {id} --by "NAME"'
WHY = {
    "no_number": "has no number; add that of your community as [[crisis.line]]",
    "low": "its number is not sure: it is never shown",
    "waiting": f"waits for a check; then: {CONFIRM}",
    "not_yet": "holds from {valid_from} on",
    "ended": "ended on {valid_to}",
    "expired": f"nobody has checked it for three years; check it, then: {CONFIRM}",
    "audience": "is for one audience only: --audience {audience}",
    "language": "others here speak the language of the reply",
    "same": "its number is shown already",
    "no_room": "four are enough to choose from",
}


@dataclass(frozen=True)
class View:
    """Whom a reply is for, and on what day."""

    policy: Policy
    place: str
    language: str
    audience: tuple[Audience, ...]
    today: date

    @property
    def judged(self) -> tuple[Standing, ...]:
        return standings(
            read_lines(),
            self.policy,
            place=self.place,
            language=self.language,
            audience=self.audience,
            today=self.today,
        )

    @property
    def directory(self) -> str:
        return directory_for(
            read_lines(),
            self.policy,
            place=self.place,
            language=self.language,
            audience=self.audience,
            today=self.today,
        )

    @property
    def to_check(self) -> tuple[str, ...]:
        return warnings(
            read_lines(), self.policy, self.today, place=self.place, audience=self.audience
        )

    def checked(self, line: Line) -> str:
        day = checked_on(line, self.policy, self.today)
        return day.isoformat() if day else ""


def plain(view: View) -> dict[str, object]:
    """For scripts; numbers as they are shown, and the addresses that dial them."""
    judged = view.judged
    return {
        "place": view.place,
        "language": view.language,
        "audience": list(view.audience),
        "on": view.today.isoformat(),
        "data": data_version(read_lines()),
        "lines": [
            {
                "id": x.line.id,
                "kind": x.line.kind,
                "name": x.line.name_in(primary(view.language)),
                "phone": x.line.phone,
                "then": x.line.then,
                "tel": Number(x.line.phone).uri,
                "sms": x.line.sms,
                "sms_word": x.line.sms_word,
                "sms_to": Number(x.line.sms, "sms").uri,
                "hours": x.line.hours,
                "zone": x.line.zone,
                "languages": list(x.line.languages),
                "checked": view.checked(x.line),
            }
            for x in judged
            if not x.why
        ],
        "directory": view.directory,
        "not_shown": [{"id": x.line.id, "why": x.why} for x in judged if x.why],
        "to_check": list(view.to_check),
    }


def print_view(view: View) -> None:
    """For people: what replies print, what not and why, what to check."""
    from rich.console import Console
    from rich.markup import escape

    console = Console()
    judged = view.judged
    shown = [x.line for x in judged if not x.why]
    whom = f", for {' and '.join(view.audience)}" if view.audience else ""
    console.print(f"[bold]{view.place}[/], reply in {view.language}{whom}, on {view.today}\n")
    if not any(line.kind == "emergency" for line in shown):
        console.print(
            "No emergency number is known here, and none is shown: the reply says to call"
        )
        console.print("the emergency number of the place where the client is.\n")
    if shown:
        console.print(_shown(view, shown))
    if view.directory:
        console.print(f"[bold]{'then' if shown else 'only'}[/]  {escape(view.directory)}")
    hidden = [x for x in judged if x.why]
    if hidden:
        console.print("\n[bold]Not shown[/]")
        console.print(_hidden(hidden))
    if view.to_check:
        console.print("\n[bold]To check[/]")
    for words in view.to_check:
        console.print(f"- {escape(words)}", soft_wrap=True)


def _table() -> "Table":
    from rich.table import Table

    return Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)


def _shown(view: View, lines: list[Line]) -> "Table":
    from rich.markup import escape

    table = _table()
    table.add_column("", no_wrap=True)
    table.add_column("call", no_wrap=True, style="bold")
    table.add_column("text", no_wrap=True, style="bold")
    table.add_column("line", overflow="fold")
    table.add_column("hours", overflow="fold")
    table.add_column("speaks", overflow="fold")
    table.add_column("checked", no_wrap=True)
    for number, line in enumerate(lines, start=1):
        name = escape(line.name_in(primary(view.language)))
        table.add_row(
            str(number),
            escape(line.phone + (f" then {line.then}" if line.then else "")),
            escape(f"{line.sms_word} to {line.sms}" if line.sms_word else line.sms),
            f"{name} [dim]{escape(line.id)}[/]",
            escape(f"{line.hours} {line.zone}".strip()),
            " ".join(line.languages),
            view.checked(line) or "on no known day",
        )
    return table


def _hidden(judged: list[Standing]) -> "Table":
    from rich.markup import escape

    table = _table()
    table.show_header = False
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for x in judged:
        line = x.line
        why = WHY[x.why].format(
            id=line.id, audience=line.audience, valid_from=line.valid_from, valid_to=line.valid_to
        )
        table.add_row(escape(line.id), escape(line.phone or line.sms), escape(why))
    return table
