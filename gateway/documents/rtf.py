"""Rich Text Format: what TextEdit and WordPad write."""

from striprtf import striprtf

from gateway.documents.findings import Findings
from gateway.documents.limits import CAPTION

# The library leaves these out with pictures and style sheets, but they hold words.
WORDED = {"footnote", "header", "headerf", "headerl", "headerr", "footer", "footerf", "footerl",
          "footerr", "annotation", "shptxt", "result"}  # fmt: skip
striprtf.destinations -= WORDED


def read(data: bytes, findings: Findings) -> None:
    """Say all its words."""
    text = striprtf.rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    # Characters beyond 16 bits are written as two (RTF 1.9.1, \\u).
    findings.say(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
    if findings.said < CAPTION and b"\\pict" in data:
        findings.note("image")
