"""The Maildir: what lies on disk, what a repeat does, and what goes wrong."""

import resource
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.deliver.maildir import MaildirDeliverer, box_name
from gateway.errors import NeedsHuman, TryLater
from gateway.ports import Outgoing

DANA = "dana@clinic.example"
RAW = b"Subject: Tuesday\r\n\r\nSee you then.\r\n"


def outgoing(key: str = "7/1", *to: str, sender: str = "ann@client.example") -> Outgoing:
    return Outgoing(sender=sender, recipients=to or (DANA,), raw=RAW, key=key)


def boxes(folder: Path) -> MaildirDeliverer:
    return MaildirDeliverer(folder / "boxes", "gate/way:1.example")


def files(folder: Path, *of: str) -> list[Path]:
    return [p for name in of for p in sorted((folder / "boxes" / DANA / name).iterdir())]


async def test_what_lies_on_disk(tmp_path: Path) -> None:
    assert list(await boxes(tmp_path).deliver(outgoing())) == [None]
    (path,) = files(tmp_path, "tmp", "new", "cur")
    assert path.parent.name == "new"
    assert path.read_bytes() == b"Return-Path: <ann@client.example>\r\n" + RAW
    assert path.name.endswith(f".gate\\057way\\0721.example,S={path.stat().st_size}")
    assert path.name.partition(".")[0].isdecimal()


async def test_nobody_else_may_look(tmp_path: Path) -> None:
    await boxes(tmp_path).deliver(outgoing())
    modes = {stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "boxes").rglob("*") if p.is_dir()}
    assert modes == {0o700}
    assert stat.S_IMODE((tmp_path / "boxes").stat().st_mode) == 0o700
    assert [stat.S_IMODE(p.stat().st_mode) for p in files(tmp_path, "new")] == [0o600]


@pytest.mark.parametrize("moved", [False, True], ids=["still new", "read since"])
@pytest.mark.parametrize("again", [False, True], ids=["same process", "after a crash"])
async def test_a_repeat_adds_nothing(tmp_path: Path, moved: bool, again: bool) -> None:
    way = boxes(tmp_path)
    await way.deliver(outgoing("7/1"))
    if moved:
        (path,) = files(tmp_path, "new")
        path.rename(path.parent.parent / "cur" / f"{path.name}:2,S")
    way = boxes(tmp_path) if again else way
    assert list(await way.deliver(outgoing("7/1"))) == [None]
    assert len(files(tmp_path, "tmp", "new", "cur")) == 1
    assert list(await way.deliver(outgoing("7/2"))) == [None]
    assert len(files(tmp_path, "new", "cur")) == 2


async def test_half_a_message_of_a_crash_is_written_anew(tmp_path: Path) -> None:
    way = boxes(tmp_path)
    await way.deliver(outgoing("7/1"))
    (path,) = files(tmp_path, "new")
    token = path.name.partition("K")[2].partition(".")[0]
    path.unlink()
    (path.parent.parent / "tmp" / token).write_bytes(b"half of a longer one " * 100)
    assert list(await boxes(tmp_path).deliver(outgoing("7/1"))) == [None]
    (path,) = files(tmp_path, "tmp", "new", "cur")
    assert path.read_bytes().endswith(b"\r\n" + RAW)
    assert path.stat().st_size < 100


async def test_messages_of_others_are_left_alone(tmp_path: Path) -> None:
    box = tmp_path / "boxes" / DANA
    for name in ("tmp", "new", "cur"):
        (box / name).mkdir(parents=True)
    (box / "cur" / "1700000000.M1P2.host:2,S").write_bytes(b"old")
    assert list(await boxes(tmp_path).deliver(outgoing())) == [None]
    assert (box / "cur" / "1700000000.M1P2.host:2,S").read_bytes() == b"old"
    assert len(files(tmp_path, "new")) == 1


async def test_a_mailbox_that_was_moved_away_is_made_again(tmp_path: Path) -> None:
    way = boxes(tmp_path)
    await way.deliver(outgoing("7/1"))
    (tmp_path / "boxes").rename(tmp_path / "kept")
    first = list(await way.deliver(outgoing("7/2")))
    assert [type(outcome) for outcome in first] == [TryLater]
    assert list(await way.deliver(outgoing("7/2"))) == [None]
    assert len(files(tmp_path, "new")) == 1


async def test_no_room(tmp_path: Path) -> None:
    """The kernel lets no file grow, as on a full disk; later it does."""
    way = boxes(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, limits[1]))
    try:
        outcomes = way._deliver(outgoing())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [type(outcome) for outcome in outcomes] == [TryLater]
    assert files(tmp_path, "new") == []
    assert list(await way.deliver(outgoing())) == [None]
    assert len(files(tmp_path, "new")) == 1


def a_file(box: Path) -> None:
    box.write_text("not a folder")


def a_circle(box: Path) -> None:
    box.symlink_to(box)


def a_file_inside(box: Path) -> None:
    box.mkdir()
    (box / "tmp").write_text("not a folder")


@pytest.mark.parametrize("place", [a_file, a_circle, a_file_inside])
async def test_what_a_person_must_set_right(tmp_path: Path, place: Callable[[Path], None]) -> None:
    (tmp_path / "boxes").mkdir()
    place(tmp_path / "boxes" / DANA)
    (outcome,) = await boxes(tmp_path).deliver(outgoing())
    assert isinstance(outcome, NeedsHuman)
    assert "@" not in f"{outcome.public}{outcome.detail}"


async def test_a_trap_in_tmp_is_not_followed(tmp_path: Path) -> None:
    way = boxes(tmp_path)
    await way.deliver(outgoing("7/1"))
    (path,) = files(tmp_path, "new")
    token = path.name.partition("K")[2].partition(".")[0]
    path.unlink()
    (path.parent.parent / "tmp" / token).symlink_to(tmp_path / "elsewhere")
    (outcome,) = await boxes(tmp_path).deliver(outgoing("7/1"))
    assert isinstance(outcome, NeedsHuman)
    assert not (tmp_path / "elsewhere").exists()


@given(st.emails() | st.text(max_size=300))
def test_every_address_has_a_folder_of_its_own_inside(address: str) -> None:
    name = box_name(address)
    assert name == "" or Path("/boxes", name).resolve() == Path("/boxes") / name
    assert "/" not in name
    assert len(name.encode()) <= 255


BOXES = [
    ("dana@clinic.example", "dana@clinic.example"),
    ("Dana@Clinic.EXAMPLE", "dana@clinic.example"),
    ("../../etc/x@clinic.example", "%2E.%2F..%2Fetc%2Fx@clinic.example"),
    ("dana+notes@clinic.example", "dana+notes@clinic.example"),
    ("dana@bücher.example", "dana@xn--bcher-kva.example"),
    ("x" * 300 + "@clinic.example", "x" * 176 + "-"),
]


@pytest.mark.parametrize(("address", "expected"), BOXES)
def test_names_of_folders(address: str, expected: str) -> None:
    name = box_name(address)
    assert name[: len(expected)] == expected
    assert len(name) in (len(expected), len(expected) + 24)
