"""New keys work at once, and nothing secret stays with the gateway."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway import keyring
from gateway.core.policy import Seal
from gateway.errors import NeedsHuman
from gateway.opening import unlocked
from gateway.seal import _gnupg, openpgp, smime
from tests import keys


def test_a_new_openpgp_key_seals_and_opens(tmp_path: Path) -> None:
    home = tmp_path / "keys" / "gnupg"
    fingerprint, secret = keyring.new_openpgp(home, name="Mira Holt", address=keys.ADDRESS)
    seal = Seal(scheme="openpgp", home="keys/gnupg", fingerprint=fingerprint)
    facts = keyring.show(seal, tmp_path)
    assert facts.usable
    assert facts.owner == f"Mira Holt <{keys.ADDRESS}>"
    assert (facts.algorithm, facts.expires) == ("cv25519", None)
    sealed = asyncio.run(openpgp.open_sealer(seal, tmp_path).seal(b"x"))
    (tmp_path / "secret.asc").write_text(secret)
    with unlocked(key=tmp_path / "secret.asc") as unlock:
        assert unlock.openpgp(sealed) == b"x"


def test_nothing_secret_stays(tmp_path: Path) -> None:
    keyring.new_openpgp(tmp_path / "home", name="Mira Holt", address=keys.ADDRESS)
    assert not list((tmp_path / "home").rglob("*.key"))
    assert not list((tmp_path / "home").glob("S.gpg-agent*"))
    held = _gnupg.entries(tmp_path / "home", secret=True)
    _gnupg.end_agent(tmp_path / "home")
    assert held == ()
    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700


BAD_OWNERS = [
    ("", keys.ADDRESS),
    ("Mira\nKey-Type: RSA", keys.ADDRESS),
    ("Mira <x@y.example>", keys.ADDRESS),
    ("%commit", keys.ADDRESS),
    ("Mira Holt", ""),
    ("Mira Holt", "a\r\n%commit"),
]


@pytest.mark.parametrize(("name", "address"), BAD_OWNERS)
def test_odd_owners_are_refused(tmp_path: Path, name: str, address: str) -> None:
    with pytest.raises(NeedsHuman, match="plain text"):
        keyring.new_openpgp(tmp_path / "home", name=name, address=address)
    with pytest.raises(NeedsHuman, match="plain text"):
        keyring.new_smime(name=name, address=address)


@pytest.mark.parametrize("armored", [True, False])
def test_import_of_a_public_key(tmp_path: Path, armored: bool) -> None:
    pair = keys.pair()
    with keys.home_with(pair, secret=False) as home:
        key = pair.public if armored else keys.gpg(home, "--export").stdout
    assert keyring.import_openpgp(tmp_path / "home", key) == pair.fingerprint
    assert keyring.import_openpgp(tmp_path / "home", key) == pair.fingerprint


def test_an_import_brings_a_revocation(tmp_path: Path) -> None:
    pair = keys.pair("revoked")
    keyring.import_openpgp(tmp_path / "home", pair.public)
    seal = Seal(scheme="openpgp", home="home", fingerprint=pair.fingerprint)
    assert "revoked" in keyring.show(seal, tmp_path).problems[0]


NO_KEYS = [
    ("secret", lambda: keys.pair().secret, "secret key"),
    ("two keys", lambda: two_keys(), "one public key"),
    ("text", lambda: b"hello", "no OpenPGP key"),
    ("nothing", lambda: b"", "one public key"),
    ("certificate", lambda: keys.certificate().certificate, "no OpenPGP key"),
    ("broken", lambda: keys.pair().public[:200], "no OpenPGP key"),
]


def two_keys() -> bytes:
    with keys.home_with(keys.pair(), keys.pair("other"), secret=False) as home:
        return keys.gpg(home, "--armor", "--export").stdout


@pytest.mark.parametrize(("key", "told"), [r[1:] for r in NO_KEYS], ids=[r[0] for r in NO_KEYS])
def test_what_is_not_imported(tmp_path: Path, key, told: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NeedsHuman, match=told):
        keyring.import_openpgp(tmp_path / "home", key())
    assert not (tmp_path / "home").exists()


def test_a_new_certificate_seals_and_opens(tmp_path: Path) -> None:
    certificate, key = keyring.new_smime(name="Mira Holt", address=keys.ADDRESS)
    (tmp_path / "own.pem").write_text(certificate)
    (tmp_path / "key.pem").write_text(key)
    seal = Seal(scheme="smime", certificate="own.pem")
    facts = keyring.show(seal, tmp_path)
    assert facts.usable
    assert facts.algorithm == "RSA 3072"
    assert facts.expires is not None
    assert facts.expires > datetime.now(UTC) + timedelta(days=3_000)
    sealed = asyncio.run(smime.open_sealer(seal, tmp_path).seal(b"x"))
    with unlocked(key=tmp_path / "key.pem", certificate=tmp_path / "own.pem") as unlock:
        assert unlock.smime(sealed) == b"x"


def test_facts_of_a_missing_key(tmp_path: Path) -> None:
    seal = Seal(scheme="openpgp", home="none", fingerprint=keys.pair().fingerprint)
    assert not keyring.show(seal, tmp_path).usable
    assert not keyring.show(Seal(scheme="smime", certificate="none"), tmp_path).usable


def test_sealing_is_off(tmp_path: Path) -> None:
    with pytest.raises(NeedsHuman, match="off"):
        keyring.show(Seal(), tmp_path)
