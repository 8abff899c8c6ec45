"""Which messages are being read or sealed right now, for the next start to know.

A message that ends the whole program (a crash in a library, out of memory)
must not do so for ever. Its id is written here before our code touches it and
wiped after. The file is not synced: it must survive the end of a process,
not a power cut, and so costs two microseconds a message.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SLOT_BYTES = 32
SLOTS = 1_024  # more than limits.at_once messages with all their actions


class InWork:
    def __init__(self, path: Path) -> None:
        self._fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        data = os.pread(self._fd, SLOT_BYTES * SLOTS, 0)
        slots = (data[i : i + SLOT_BYTES] for i in range(0, len(data), SLOT_BYTES))
        self.left_over = sorted({s.strip(b"\0").decode("ascii", "replace") for s in slots} - {""})
        os.ftruncate(self._fd, 0)
        self._free = list(range(SLOTS))

    @contextmanager
    def mark(self, message: str) -> Iterator[None]:
        """Inside, `message` is in work."""
        slot = self._free.pop()
        os.pwrite(self._fd, message.encode().ljust(SLOT_BYTES, b"\0"), slot * SLOT_BYTES)
        try:
            yield
        finally:
            os.pwrite(self._fd, b"\0" * SLOT_BYTES, slot * SLOT_BYTES)
            self._free.append(slot)

    def close(self) -> None:
        os.close(self._fd)
