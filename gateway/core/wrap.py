"""Paragraphs flowed to the width of a mail, where no telephone number is ever torn.

A line that begins with two spaces stays as it is (numbers stand so, each on its own
line), unless it goes on with an item: one that begins with "- " and hangs. All others
are joined and flowed.
"""

import re

WIDTH = 76
# "0808 808 8000", "+1 (416) 555-0100", "111 then 2": one piece, spaces included.
NUMBER = re.compile(r"[+(]?\d[\d()./-]*(?: (?:then |or )?[(]?\d[\d()./-]*)+")
EMPTY_LINES = re.compile(r"\n{3,}")
# No such character can stand in a text of ours, so it may hold a space's place.
HELD = "\x00"


def flowed(text: str) -> str:
    """The text with lines of at most 76 columns; a longer word keeps a line to itself.

    No two empty lines in a row, none at the ends, no spaces at line ends, one newline last.
    """
    lines: list[str] = []
    paragraph: list[str] = []
    for line in [*text.replace(HELD, " ").splitlines(), ""]:
        in_item = bool(paragraph) and paragraph[0].startswith("- ")
        stays = line.startswith("  ") and not in_item
        if paragraph and (stays or line.startswith("- ") or not line.strip()):
            lines.extend(_wrapped(" ".join(paragraph)))
            paragraph = []
        if stays or not line.strip():
            lines.append(line.rstrip())
        else:
            paragraph.append(line.strip())
    return EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip("\n") + "\n"


def _wrapped(paragraph: str) -> list[str]:
    indent = "  " if paragraph.startswith("- ") else ""
    held = NUMBER.sub(lambda number: number[0].replace(" ", HELD), paragraph)
    lines = [""]
    for word in held.split():
        longer = f"{lines[-1]} {word}" if lines[-1].strip() else f"{lines[-1]}{word}"
        if len(longer) <= WIDTH or not lines[-1].strip():
            lines[-1] = longer
        else:
            lines.append(f"{indent}{word}")
    return [line.replace(HELD, " ") for line in lines]
