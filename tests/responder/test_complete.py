"""No statement is without its check, here, and without its line in docs/responder.md."""

import re
from collections import Counter
from pathlib import Path

from tests.responder import (
    test_product,
    test_rfc3834_reply,
    test_rfc3834_when,
    test_rfc5230,
    test_rfc6131,
)
from tests.responder.statements import ADJACENT, EVERY, NOT_MET, PRODUCT, STATEMENTS

MODULES = (test_rfc3834_when, test_rfc3834_reply, test_rfc5230, test_rfc6131, test_product)
ROW = re.compile(r"^\| ([A-Z0-9-]+) \| (met|otherwise|in part|not met) \| (\S.*) \|$", re.MULTILINE)
DOCUMENT = Path(__file__).parents[2] / "docs/responder.md"


def test_each_statement_has_one_check() -> None:
    found = Counter(name for module in MODULES for name in module.CHECKS.names)
    assert len(STATEMENTS) == 80
    assert found == Counter((*STATEMENTS, *ADJACENT, *PRODUCT))


def test_each_statement_has_one_line_in_the_document() -> None:
    rows = ROW.findall(DOCUMENT.read_text("utf-8"))
    assert [name for name, _, _ in rows] == list(EVERY)
    assert {name for name, verdict, _ in rows if verdict == "not met"} == set(NOT_MET)
    assert all(NOT_MET.get(name, words) == words for name, _, words in rows)
