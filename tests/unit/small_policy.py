"""The smallest policy that can be read, and what is said of it when it cannot."""

from pathlib import Path
from typing import Any

import pytest

from gateway.config.read import read_config
from gateway.errors import ConfigError

SMALL = """\
[practice]
name = "Ola Berg"
address = "ola@berg.example"
place = "NZ"
timezone = "Pacific/Auckland"

[response]
logistics_days = 3
clinical_days = 3

[reply]
display_name = "O. Berg"

[relay]
port = 2526
tls = "off"

[recipients]
"ola@berg.example" = "ola@berg.example"
"""


def read(folder: Path, text: str | bytes) -> Any:
    path = folder / "policies.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_config(path)


def findings(folder: Path, text: str | bytes) -> list[str]:
    """What is said, without the folder."""
    with pytest.raises(ConfigError) as caught:
        read(folder, text)
    return [words.replace(f"{folder}/", "") for words in caught.value.findings]
