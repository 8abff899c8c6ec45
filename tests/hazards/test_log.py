"""docs/hazards.md: each hazard has its controls, and each control a test that fails without it."""

import ast
import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.mutate_hazards import ROOT, Mutation, Run, mutations

DOCUMENT = ROOT / "docs" / "hazards.md"
HAZARDS = [f"H-{number:02}" for number in range(1, 26)]
HEAD = "| control | where | fails without it |\n|---|---|---|\n"
TABLE = re.compile(re.escape(HEAD) + r"(?:\|.*\|\n)*")
ROWS = mutations()
# What is still to come must be named where a reader looks for it.
NOT_YET = {
    "H-07": "IMAP",
    "H-09": "escalation",
    "H-10": "watchdog",
    "H-12": "SPF",
    "H-15": "authentication",
    "H-25": "signed",
}


@cache
def document() -> str:
    return DOCUMENT.read_text("utf-8")


def sections() -> dict[str, str]:
    found = re.split(r"(?m)^## (H-\d\d) ", document())
    return dict(zip(found[1::2], found[2::2], strict=True))


@cache
def functions(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, kinds))


def table(hazard: str) -> str:
    rows = ""
    for row in ROWS:
        if row.hazard == hazard:
            tests = "<br>".join(f"`{test}`" for test in row.tests)
            rows += f"| {row.control} | `{row.file}` | {tests} |\n"
    return HEAD + rows


def test_every_hazard_has_its_section_in_order() -> None:
    assert list(sections()) == HAZARDS


@pytest.mark.parametrize("hazard", HAZARDS)
def test_its_table_names_each_control_with_its_file_and_tests(
    hazard: str, request: pytest.FixtureRequest
) -> None:
    text = sections()[hazard]
    found, wanted = TABLE.findall(text), table(hazard)
    if request.config.getoption("--update"):
        new = text.replace(found[0], wanted)
        DOCUMENT.write_text(DOCUMENT.read_text("utf-8").replace(text, new), "utf-8")
        return
    assert found == [wanted], "pytest tests/hazards/test_log.py --update"
    assert wanted.count("\n") > HEAD.count("\n")


@pytest.mark.parametrize("hazard", HAZARDS)
def test_it_says_how_grave_and_how_likely_it_is(hazard: str) -> None:
    first = sections()[hazard].split("\n\n")[1]
    grave = r"Catastrophic|Major|Considerable|Significant|Minor"
    assert re.match(rf"(?:{grave}); (?:low|medium|high)\. ", first)


@pytest.mark.parametrize("hazard", NOT_YET)
def test_what_is_missing_is_said(hazard: str) -> None:
    missing = sections()[hazard].partition("\nNot yet: ")[2]
    assert NOT_YET[hazard] in missing


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.hazard} {row.control[:40]}")
def test_each_row_fits_the_code(row: Mutation) -> None:
    """The words stand once in a file that exists, the file is whole without them, tests exist."""
    assert row.line(), f"{row.file} does not hold this once: {row.old!r}"
    assert row.old != row.new
    changed = (ROOT / row.file).read_text("utf-8").replace(row.old, row.new)
    match Path(row.file).suffix:
        case ".py":
            ast.parse(changed)
        case ".toml":
            tomllib.loads(changed)
    assert row.tests
    for test in row.tests:
        file, _, name = test.partition("::")
        assert name.partition("[")[0] in functions(file), test


def test_a_test_is_told_apart_from_its_neighbours() -> None:
    run = Run(code=1, failed=("tests/a.py::test_x[1-b]", "tests/a.py::test_y"), seconds=0.1)
    noticed = [run.noticed(f"tests/a.py::test_{name}") for name in ("x", "x[1-b]", "x[1]", "y")]
    assert noticed == [True, True, False, True]
    assert not run.noticed("tests/a.py::test_")


@pytest.mark.parametrize("old", ["phone", "no such words"])
def test_a_row_that_fits_twice_or_never_has_no_line(old: str) -> None:
    assert ROWS[0].file.endswith("ca.toml")
    assert ROWS[0].line()
    assert not replace(ROWS[0], old=old).line()
