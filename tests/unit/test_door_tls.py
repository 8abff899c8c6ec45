"""STARTTLS at the door: nothing said before it counts, nothing is slipped in."""

import contextlib
import ssl
from pathlib import Path

import pytest
import trustme

from gateway.inlet.smtp import tls_context
from tests.unit.doors import Kept, client_of, door_with


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


def certificate(authority: trustme.CA, folder: Path) -> ssl.SSLContext:
    issued = authority.issue_cert("mx.clinic.example")
    issued.cert_chain_pems[0].write_to_path(str(folder / "c.pem"))
    issued.private_key_pem.write_to_path(str(folder / "k.pem"))
    return tls_context(folder / "c.pem", folder / "k.pem")


async def test_starttls_and_nothing_said_before_it_counts(
    kept: Kept, tmp_path: Path, authority: trustme.CA
) -> None:
    tls = certificate(authority, tmp_path)
    async with door_with(kept, tmp_path, tls=tls) as inlet, client_of(inlet) as client:
        assert "STARTTLS" in await client.say("EHLO before.example")
        await client.say("MAIL FROM:<eve@client.example>")
        assert (await client.say("STARTTLS")).startswith("220")
        context = ssl.create_default_context()
        authority.configure_trust(context)
        await client.writer.start_tls(context, server_hostname="mx.clinic.example")
        assert (await client.say("MAIL FROM:<ann@client.example>")).startswith("503")
        assert "STARTTLS" not in await client.say("EHLO after.example")
        assert (await client.say("STARTTLS")).startswith("503")
        assert (await client.send(b"x\r\n.\r\n")).startswith("250")
    env = kept.mail[0][0]
    assert (env.protocol, env.helo) == ("ESMTPS", "after.example")


async def test_commands_sent_ahead_of_starttls_are_thrown_away(
    kept: Kept, tmp_path: Path, authority: trustme.CA
) -> None:
    """CVE-2011-0411: what came in clear must not be obeyed inside TLS."""
    tls = certificate(authority, tmp_path)
    async with door_with(kept, tmp_path, tls=tls) as inlet, client_of(inlet) as client:
        await client.say("EHLO before.example")
        client.writer.write(b"STARTTLS\r\nNOOP\r\n")
        assert (await client.reply()).startswith("220")
        context = ssl.create_default_context()
        authority.configure_trust(context)
        with contextlib.suppress(OSError, ssl.SSLError):
            await client.writer.start_tls(context, server_hostname="mx.clinic.example")
            answer = await client.say("EHLO after.example")
            assert answer.startswith("250-mx.clinic.example")


async def test_a_failed_handshake_is_no_fault_of_ours(
    kept: Kept, tmp_path: Path, authority: trustme.CA, caplog: pytest.LogCaptureFixture
) -> None:
    tls = certificate(authority, tmp_path)
    async with door_with(kept, tmp_path, tls=tls) as inlet, client_of(inlet) as client:
        await client.say("EHLO before.example", "STARTTLS")
        client.writer.write(b"no handshake\r\n")
        while await client.reader.read(1_000):
            pass
    assert not [record for record in caplog.records if record.name.startswith("gateway")]


async def test_tls_can_be_demanded(kept: Kept, tmp_path: Path, authority: trustme.CA) -> None:
    tls = certificate(authority, tmp_path)
    async with (
        door_with(kept, tmp_path, tls=tls, require_tls=True) as inlet,
        client_of(inlet) as client,
    ):
        answer = await client.say("EHLO x", "MAIL FROM:<ann@client.example>")
        assert answer.startswith("530")
