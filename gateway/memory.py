"""How much memory the process holds on to: glibc's allocator, told what suits a daemon."""

import ctypes

# With one arena for each thread, what was freed in one is of no use to the others (mallopt(3)).
M_ARENA_MAX = -8
ARENAS = 2


def _libc() -> ctypes.CDLL | None:
    """None where the C library is another one."""
    libc = ctypes.CDLL(None)
    return libc if hasattr(libc, "malloc_trim") else None


def few_arenas() -> None:
    """To be called before the first thread starts."""
    libc = _libc()
    if libc is not None:
        libc.mallopt(M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Return to the system what lies free after a rush; some milliseconds."""
    libc = _libc()
    if libc is not None:
        libc.malloc_trim(0)
