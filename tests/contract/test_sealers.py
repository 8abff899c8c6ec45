"""What every sealer owes (ports.Sealer): the therapist can open it, a bad key stops it."""

import asyncio
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gateway.core.policy import Seal
from gateway.errors import NeedsHuman, TryLater
from gateway.opening import unlocked
from gateway.plugins import every_name, load
from gateway.ports import Sealer
from gateway.seal._packets import recipients
from tests import keys

CLEAR = b"Homework, week 3\r\n\x00\xff\n" + b"line of the diary\r\n" * 20_000


@dataclass
class Sealing:
    """A sealer and the way to open what it sealed."""

    sealer: Sealer
    opened: Callable[[bytes], bytes]


def openpgp(tmp_path: Path) -> Iterator[Sealing]:
    pair = keys.pair()
    sealer = load("seal", "openpgp", "open_sealer")(keys.openpgp_seal(tmp_path, pair), tmp_path)
    with keys.home_with(pair) as home:
        yield Sealing(sealer, lambda sealed: keys.gpg(home, "--decrypt", given=sealed).stdout)


def smime(tmp_path: Path) -> Iterator[Sealing]:
    held = keys.certificate()
    sealer = load("seal", "smime", "open_sealer")(keys.smime_seal(tmp_path, held), tmp_path)
    certificate, key = tmp_path / "own.pem", tmp_path / "key.pem"
    certificate.write_bytes(held.certificate)
    key.write_bytes(held.key)
    with unlocked(key=key, certificate=certificate) as unlock:
        yield Sealing(sealer, unlock.smime)


SCHEMES = {"openpgp": openpgp, "smime": smime}


@pytest.fixture(params=every_name("seal"))
def sealing(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sealing]:
    yield from SCHEMES[request.param](tmp_path)


async def test_it_names_its_scheme_and_a_good_key(sealing: Sealing) -> None:
    assert sealing.sealer.scheme in every_name("seal")
    assert tuple(sealing.sealer.check()) == ()


@pytest.mark.parametrize("clear", [b"", b"x", CLEAR, os.urandom(2_000_000)], ids=len)
async def test_the_same_bytes_come_back(sealing: Sealing, clear: bytes) -> None:
    sealed = await sealing.sealer.seal(clear)
    assert sealing.opened(sealed) == clear


async def test_nothing_clear_is_in_it(sealing: Sealing) -> None:
    sealed = await sealing.sealer.seal(CLEAR)
    assert b"diary" not in sealed
    assert sealed != await sealing.sealer.seal(CLEAR)


async def test_many_at_once(sealing: Sealing) -> None:
    pieces = [b"piece %d" % number for number in range(12)]
    sealed = await asyncio.gather(*(sealing.sealer.seal(piece) for piece in pieces))
    assert [sealing.opened(one) for one in sealed] == pieces


async def refused(sealer: Sealer) -> NeedsHuman:
    """The sealer says what is wrong, and seals nothing."""
    told = tuple(sealer.check())
    assert told
    with pytest.raises(NeedsHuman) as caught:
        await sealer.seal(CLEAR)
    assert all(problem in caught.value.public for problem in told)
    assert "diary" not in f"{caught.value!r}{caught.value.public}{caught.value.detail}"
    return caught.value


BAD_PAIRS = [
    ("expired", "expired"),
    ("revoked", "revoked"),
    ("sign-only", "only sign"),
    ("weak", "too weak"),
]


@pytest.mark.parametrize(("condition", "told"), BAD_PAIRS)
async def test_a_bad_openpgp_key(tmp_path: Path, condition: str, told: str) -> None:
    seal = keys.openpgp_seal(tmp_path, keys.pair(condition))
    error = await refused(load("seal", "openpgp", "open_sealer")(seal, tmp_path))
    assert told in error.public


@pytest.mark.parametrize("condition", ["expired", "revoked", "sign-only"])
async def test_gpg_too_refuses_it(tmp_path: Path, condition: str) -> None:
    """Our own look at the key is not the only guard."""
    sealer = load("seal", "openpgp", "open_sealer")(
        keys.openpgp_seal(tmp_path, keys.pair(condition)), tmp_path
    )
    with pytest.raises(NeedsHuman, match="could not encrypt"):
        sealer._run(b"x")


WRONG_FINGERPRINTS = [
    ("another key's", lambda: keys.pair("other").fingerprint, "not in the key ring"),
    ("short", lambda: keys.pair().fingerprint[-16:], "full fingerprint"),
    ("an address", lambda: keys.ADDRESS, "full fingerprint"),
    ("an option", lambda: "--output=/dev/null", "full fingerprint"),
]


@pytest.mark.parametrize(
    ("fingerprint", "told"),
    [row[1:] for row in WRONG_FINGERPRINTS],
    ids=[row[0] for row in WRONG_FINGERPRINTS],
)
async def test_a_key_that_is_not_pinned(
    tmp_path: Path, fingerprint: Callable[[], str], told: str
) -> None:
    seal = keys.openpgp_seal(tmp_path, keys.pair(), fingerprint())
    error = await refused(load("seal", "openpgp", "open_sealer")(seal, tmp_path))
    assert told in error.public


async def test_a_fingerprint_may_have_spaces(tmp_path: Path) -> None:
    pinned = keys.pair().fingerprint.lower()
    spaced = " ".join(pinned[at : at + 4] for at in range(0, 40, 4))
    seal = keys.openpgp_seal(tmp_path, keys.pair(), spaced)
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    assert recipients(await sealer.seal(b"x"))


async def test_no_key_ring(tmp_path: Path) -> None:
    seal = Seal(scheme="openpgp", home="nowhere", fingerprint=keys.pair().fingerprint)
    error = await refused(load("seal", "openpgp", "open_sealer")(seal, tmp_path))
    assert "no key ring" in error.public


async def test_a_key_that_is_imported_later_is_seen(tmp_path: Path) -> None:
    seal = keys.openpgp_seal(tmp_path, keys.pair("other"), keys.pair().fingerprint)
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    await refused(sealer)
    keys.gpg(tmp_path / "ring", "--no-autostart", "--import", given=keys.pair().public)
    assert recipients(await sealer.seal(b"x"))


BAD_CERTIFICATES = [
    ("expired", "expired"),
    ("early", "not valid yet"),
    ("sign-only", "only sign"),
    ("weak", "too weak"),
    ("elliptic", "RSA"),
]


@pytest.mark.parametrize(("condition", "told"), BAD_CERTIFICATES)
async def test_a_bad_certificate(tmp_path: Path, condition: str, told: str) -> None:
    seal = keys.smime_seal(tmp_path, keys.certificate(condition))
    error = await refused(load("seal", "smime", "open_sealer")(seal, tmp_path))
    assert told in error.public


BAD_FILES = [
    ("missing", None, "cannot be read"),
    ("no certificate", b"hello", "holds none"),
    ("broken", b"-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n", "holds none"),
    ("private key", b"-----BEGIN PRIVATE KEY-----\n", "private key"),
]


@pytest.mark.parametrize(
    ("content", "told"), [r[1:] for r in BAD_FILES], ids=[r[0] for r in BAD_FILES]
)
async def test_a_bad_certificate_file(tmp_path: Path, content: bytes | None, told: str) -> None:
    if content is not None:
        (tmp_path / "bad.pem").write_bytes(content)
    seal = Seal(scheme="smime", certificate="bad.pem")
    error = await refused(load("seal", "smime", "open_sealer")(seal, tmp_path))
    assert told in error.public


def shim(folder: Path, script: str) -> None:
    """A program named gpg that lies when it encrypts and is the real one else."""
    real = shutil.which("gpg")
    folder.mkdir()
    program = folder / "gpg"
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in *--encrypt) ;; *) exec ' + f'{real} "$@";; esac\n'
        'while [ "$1" != --status-fd ]; do shift; done\n'
        f'told() {{ eval "echo \\"$1\\" >&$fd"; }}\nfd=$2\n{script}\n'
    )
    program.chmod(0o755)


ENDED = "told '[GNUPG:] BEGIN_ENCRYPTION 2 9'; told '[GNUPG:] END_ENCRYPTION'"
LIES = [  # name, what the false gpg does
    ("says all is well, writes nothing", f"cat >/dev/null; {ENDED}"),
    ("says all is well, writes the clear text", f"cat; {ENDED}"),
    ("says all is well, reads nothing", ENDED),
    ("says nothing, writes the clear text", "cat"),
    ("armors the clear text", f"echo '-----BEGIN PGP MESSAGE-----'; echo; base64; {ENDED}"),
    ("fails", f"cat >/dev/null; {ENDED}; exit 2"),
    ("fails before it reads", "exit 2"),
    (
        "says it where the text stands",
        "cat >/dev/null; echo '[GNUPG:] END_ENCRYPTION'; echo '[GNUPG:] END_ENCRYPTION' >&2",
    ),
]


@pytest.mark.parametrize("script", [row[1] for row in LIES], ids=[row[0] for row in LIES])
async def test_a_gpg_that_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    shim(tmp_path / "bin", script)
    seal = keys.openpgp_seal(tmp_path, keys.pair())
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    with pytest.raises(NeedsHuman):
        await sealer.seal(CLEAR)


async def test_a_gpg_that_encrypts_to_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = keys.pair("other")
    real = shutil.which("gpg")
    seal = keys.openpgp_seal(tmp_path, keys.pair())
    keys.gpg(tmp_path / "ring", "--no-autostart", "--import", given=other.public)
    home = tmp_path / "ring"
    swapped = f"--trust-model always --armor -r {other.fingerprint} --encrypt"
    shim(tmp_path / "bin", f"{real} --homedir {home} --batch --status-fd $fd {swapped}")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    with pytest.raises(NeedsHuman, match="another key"):
        await sealer.seal(CLEAR)


async def test_no_gpg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seal = keys.openpgp_seal(tmp_path, keys.pair())
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    assert sealer.check() == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    error = await refused(sealer)
    assert "apt install gpg" in error.public


async def test_a_gpg_that_is_killed_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim(tmp_path / "bin", "kill -9 $$")
    seal = keys.openpgp_seal(tmp_path, keys.pair())
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    with pytest.raises(TryLater):
        await sealer.seal(CLEAR)


HANGS = [
    ("with its pipes open", "exec sleep 9"),
    (
        "with its pipes closed",
        f"exec {sys.executable} -c 'import os, time; os.closerange(0, 99); time.sleep(9)'",
    ),
]


@pytest.mark.parametrize("script", [row[1] for row in HANGS], ids=[row[0] for row in HANGS])
async def test_a_gpg_that_hangs_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    shim(tmp_path / "bin", script)
    seal = keys.openpgp_seal(tmp_path, keys.pair())
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr("gateway.seal.openpgp.TIME_LIMIT_S", 0.2)
    sealer = load("seal", "openpgp", "open_sealer")(seal, tmp_path)
    with pytest.raises(TryLater, match="too long"):
        await sealer.seal(b"x")
