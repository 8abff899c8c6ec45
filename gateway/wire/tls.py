"""TLS towards a server: what each word of `Hop.tls` asks of its certificate."""

import ssl
from pathlib import Path

from gateway.core.policy import Hop
from gateway.errors import NeedsHuman


def context_for(hop: Hop, base: Path) -> ssl.SSLContext | None:
    """The settings for this server, None when the policy wants no TLS.

    base  the folder that hop.ca_file is under
    Loads all authorities of the system (some 20 ms): once a server, and not at start.
    Errors: NeedsHuman when ca_file cannot be used.
    Sources: RFC 8314 §4.4 (TLS 1.2 or later); RFC 7435 (opportunistic is not verified).
    """
    if hop.tls == "off":
        return None
    if hop.tls == "opportunistic":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        return context
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if hop.ca_file:
        try:
            context.load_verify_locations(base / hop.ca_file)
        except OSError as e:  # ssl.SSLError is one
            raise NeedsHuman(
                "the file with the authority for a server's certificate cannot be used",
                detail=f"see ca_file, {base / hop.ca_file}",
            ) from e
    return context
