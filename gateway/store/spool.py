"""Large bodies as files of their own: on disk, name and all, before their row is written."""

import os
from pathlib import Path


class Spool:
    """One folder of sealed bodies; a file without a row is a leftover of a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, exist_ok=True)
        self._dir_fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def write(self, name: str, sealed: bytes) -> None:
        """Write and sync file and folder: after this a power cut cannot lose it.

        Errors: OSError; nothing is left behind then.
        """
        path = self._folder / name
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            view = memoryview(sealed)
            while view:
                view = view[os.write(fd, view) :]
            os.fdatasync(fd)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        finally:
            os.close(fd)
        os.fsync(self._dir_fd)

    def read(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def remove(self, name: str) -> None:
        (self._folder / name).unlink(missing_ok=True)

    def names(self) -> set[str]:
        return set(os.listdir(self._folder))

    def close(self) -> None:
        os.close(self._dir_fd)
