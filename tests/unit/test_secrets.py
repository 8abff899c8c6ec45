"""The master key, passwords and private folders: found in order, refused when others may look."""

import base64
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from gateway.config.read import Config, read_config
from gateway.core.policy import Hop, Store
from gateway.errors import NeedsHuman
from gateway.private import private_folder, write_private
from gateway.resources import default_policy
from gateway.secrets import make_master_key, master_key, password_for

KEY = bytes(range(32))
OTHER = bytes(32)
PASSWORD = "correct horse\u00e9"


def b64(key: bytes) -> bytes:
    return base64.b64encode(key) + b"\n"


def private(path: Path, content: bytes) -> Path:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(0o600)
    return path


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    monkeypatch.delenv("GATEWAY_MASTER_KEY", raising=False)
    (tmp_path / "policies.toml").write_text(default_policy(), "utf-8")
    return read_config(tmp_path / "policies.toml")


def test_key_of_the_file(config: Config) -> None:
    private(config.at("keys/master.key"), b64(KEY))
    assert master_key(config) == KEY


def test_order_of_the_places(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    private(config.at("keys/master.key"), b64(OTHER))
    monkeypatch.setenv("GATEWAY_MASTER_KEY", b64(KEY).decode())
    assert master_key(config) == KEY
    folder = config.base / "credentials"
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    assert master_key(config) == KEY  # no credential of that name
    private(folder / "master-key", b64(OTHER))
    assert master_key(config) == OTHER


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o601, 0o620, 0o777])
def test_file_that_others_may_use(config: Config, mode: int) -> None:
    path = private(config.at("keys/master.key"), b64(KEY))
    path.chmod(mode)
    with pytest.raises(NeedsHuman, match="can be read by other users") as caught:
        master_key(config)
    assert caught.value.detail == f"chmod 600 {path}"


def test_file_of_another_user(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    path = private(config.at("keys/master.key"), b64(KEY))
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 70_000)
    with pytest.raises(NeedsHuman, match="belongs to another user") as caught:
        master_key(config)
    assert caught.value.detail.startswith("chown ")


def test_root_is_told_to_act_as_the_owner(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = private_folder(config.base / "x")
    status = os.stat(folder)
    monkeypatch.setattr(
        Path, "stat", lambda self, **_: os.stat_result((*status[:4], 70_000, *status[5:]))
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(NeedsHuman) as caught:
        private_folder(folder)
    assert "sudo -u 70000 gateway" in caught.value.detail


def test_key_in_the_state_folder_through_a_link(config: Config) -> None:
    state = private_folder(config.at("state"))
    private(state / "k", b64(KEY))
    (config.base / "link").symlink_to(state)
    policy = replace(config.policy, store=Store(key_file="link/k"))
    with pytest.raises(NeedsHuman, match="lies in the state folder"):
        master_key(replace(config, policy=policy))


@pytest.mark.parametrize(
    "content",
    [b"", b"AAAA\n", b64(KEY)[:-3], b"!" * 44, b64(KEY + b"x"), b"\xff" * 44],
    ids=["empty", "short", "cut", "no base64", "long", "binary"],
)
def test_damaged_key(config: Config, content: bytes) -> None:
    private(config.at("keys/master.key"), content)
    with pytest.raises(NeedsHuman, match="damaged") as caught:
        master_key(config)
    shown = f"{caught.value!r} {caught.value.detail} {caught.value.__cause__!r}"
    assert not content.strip() or content.strip().decode("latin-1") not in shown


def test_missing_key(config: Config) -> None:
    with pytest.raises(NeedsHuman, match="missing") as caught:
        master_key(config)
    assert str(config.at("keys/master.key")) in caught.value.detail


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_key_that_is_no_file(config: Config, kind: str) -> None:
    path = config.at("keys/master.key")
    path.parent.mkdir(0o700)
    if kind == "pipe":
        os.mkfifo(path, 0o600)
    else:
        path.mkdir(0o700)
    with pytest.raises(NeedsHuman, match=r"no plain file|cannot be read"):
        master_key(config)


def test_made_key_is_private_and_used(config: Config) -> None:
    path = config.at("keys/master.key")
    make_master_key(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert len(master_key(config)) == 32


def test_a_key_is_never_overwritten(config: Config) -> None:
    path = config.at("keys/master.key")
    make_master_key(path)
    before = path.read_bytes()
    with pytest.raises(NeedsHuman, match="already"):
        make_master_key(path)
    assert path.read_bytes() == before


def test_no_key_into_a_shared_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with pytest.raises(NeedsHuman, match="open to other users"):
        make_master_key(tmp_path / "master.key")
    assert list(tmp_path.iterdir()) == []


def test_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CREDENTIALS_DIRECTORY", raising=False)
    hop = Hop(user="rae", password_file="keys/relay-password")
    private(tmp_path / "keys/relay-password", PASSWORD.encode() + b"\r\n")
    assert password_for(hop, tmp_path) == PASSWORD
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "c"))
    assert password_for(hop, tmp_path) == PASSWORD
    private(tmp_path / "c/relay-password", b"of systemd")
    assert password_for(hop, tmp_path) == "of systemd"


def test_no_user_needs_no_password(tmp_path: Path) -> None:
    assert password_for(Hop(), tmp_path) is None


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"a\nb", b"\xff\xfe", b"a\0b"], ids=repr
)  # fmt: skip
def test_file_without_a_password(tmp_path: Path, content: bytes) -> None:
    private(tmp_path / "p", content)
    with pytest.raises(NeedsHuman, match="holds no password"):
        password_for(Hop(user="rae", password_file="p"), tmp_path)


def test_shared_password_file(tmp_path: Path) -> None:
    private(tmp_path / "p", b"x").chmod(0o644)
    with pytest.raises(NeedsHuman, match="can be read by other users") as caught:
        password_for(Hop(user="rae", password_file="p"), tmp_path)
    assert caught.value.detail == f"chmod 600 {tmp_path / 'p'}"


def test_private_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    made = private_folder(tmp_path / "a/b/c")
    for folder in (made, made.parent, made.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert private_folder(made) == made


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o711, 0o720])
def test_shared_folder(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "of mine"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(NeedsHuman, match="open to other users") as caught:
        private_folder(folder)
    assert caught.value.detail == f"chmod 700 '{folder}'"


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    path = private(tmp_path / "state", b"")
    with pytest.raises(NeedsHuman, match="where a file stands"):
        private_folder(path)
    with pytest.raises(NeedsHuman, match="cannot be made"):
        private_folder(path / "below")


def test_a_secret_is_written_once_for_one_user(tmp_path: Path) -> None:
    path = tmp_path / "new" / "secret.asc"
    write_private(path, b"x", "a key file")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(NeedsHuman, match="already"):
        write_private(path, b"y", "a key file")
    assert path.read_bytes() == b"x"
