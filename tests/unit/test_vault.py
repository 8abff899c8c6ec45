"""Everything at rest is sealed to its place."""

import pytest

from gateway.errors import NeedsHuman
from gateway.store.vault import Vault

VAULT = Vault(bytes(32))


def test_what_was_sealed_opens_in_its_place() -> None:
    sealed = VAULT.seal(b"words", "body 1")
    assert b"words" not in sealed
    assert VAULT.open(sealed, "body 1") == b"words"
    assert VAULT.seal(b"words", "body 1") != sealed


@pytest.mark.parametrize(
    "damage",
    [
        lambda sealed: sealed[:-1],
        lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]),
        lambda sealed: b"\x02" + sealed[1:],
        lambda sealed: b"",
        lambda sealed: sealed[:5],
    ],
)
def test_damage_is_noticed_and_nothing_of_it_is_told(damage: object) -> None:
    sealed = VAULT.seal(b"secret words", "body 1")
    with pytest.raises(NeedsHuman) as told:
        VAULT.open(damage(sealed), "body 1")  # type: ignore[operator]
    assert "secret" not in f"{told.value.public}{told.value.detail}"


def test_a_record_does_not_open_in_another_place_or_under_another_key() -> None:
    sealed = VAULT.seal(b"words", "body 1")
    with pytest.raises(NeedsHuman):
        VAULT.open(sealed, "body 2")
    with pytest.raises(NeedsHuman):
        Vault(b"1" * 32).open(sealed, "body 1")


def test_marks_tell_equal_from_unequal_and_do_not_run_together() -> None:
    assert VAULT.mark("a", "b") == VAULT.mark("a", "b")
    assert VAULT.mark("ab", "c") != VAULT.mark("a", "bc")
    assert Vault(b"1" * 32).mark("a") != VAULT.mark("a")
