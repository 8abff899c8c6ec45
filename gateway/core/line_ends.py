"""Line ends: CRLF and nothing else, before anything is stored (RFC 5321 §2.3.8).

A bare CR or LF is what SMTP smuggling is made of. Mail that has one is still a
client's mail, so it is mended and not refused: a run of CRs before an LF is one
line end (so that a header block does not end early), a lone CR or LF is one.
"""

import re

ODD_END = re.compile(rb"\r{2,}\n|\r(?!\n)|(?<!\r)\n")


def normalised(raw: bytes) -> bytes:
    """The same message with CRLF line ends only; the same object when it had no others."""
    crlf = raw.count(b"\r\n")
    if raw.count(b"\n") == crlf and raw.count(b"\r") == crlf:
        return raw
    return ODD_END.sub(b"\r\n", raw)
