"""Which reader a document is for: its bytes decide, never its name."""

from gateway.documents.findings import Findings, Unreadable
from gateway.documents.limits import seal

RTF = b"{\\rtf"
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The stream that holds an encrypted office file (MS-OFFCRYPTO §2.3.4.4), as OLE writes names.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PDF, PDF_WITHIN = b"%PDF-", 1_024


def read_document(data: bytes, findings: Findings) -> None:
    """Say the words of one document. Errors: Unreadable, and whatever a library raises."""
    start = data[:64].lstrip()
    if start.startswith(RTF):
        from gateway.documents.rtf import read
    elif start.startswith(ZIP):
        from gateway.documents.office import read
    elif PDF in data[:PDF_WITHIN]:
        from gateway.documents.pdf import read
    else:
        raise Unreadable("encrypted" if start.startswith(OLE) and ENCRYPTED in data else "document")
    seal()
    read(data, findings)
