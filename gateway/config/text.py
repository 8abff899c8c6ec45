"""A policy that was in force once, read again from its kept text."""

import tomllib

from gateway.config.shape import fit
from gateway.core.policy import Policy
from gateway.errors import NeedsHuman


def policy_from_text(text: str) -> Policy:
    """The policy of this text, which was found right when it was loaded.

    What this version does not know any more is passed over, and what it asks for since then has
    its default: a policy of years ago must still tell what it said.
    Errors: NeedsHuman when the text is not TOML.
    """
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as e:
        raise NeedsHuman("a kept policy cannot be read", detail="it is not TOML") from e
    policy: Policy = fit(Policy, table, lambda _key, _words: None)
    return policy
