"""What one document, and the process that reads it, may cost."""

import math
import os
import resource
import time

# Of one document: as it came; pages; members of an archive, and their inflated bytes; depth of
# nesting; and the characters that are handed back.
DOCUMENT_BYTES = 16_777_216
PAGES = 200
MEMBERS = 2_000
INFLATED_BYTES = 33_554_432
DEPTH = 500
CHARACTERS = 262_144
# A text shorter than this beside a picture is its caption: the words are in the picture.
CAPTION = 60
# Seconds of work on one document: then it is left, between two pages; then the kernel ends the
# process. What was read until then counts. PROCESS_S is for all documents of a mail.
WORK_S = 2.0
CPU_S = 4
PROCESS_S = 20
ADDRESS_SPACE = 402_653_184
DESCRIPTORS = 16


def confine() -> None:
    """Bind this process for good, before any library that reads documents is loaded.

    No file may be written, but for compiled modules until seal() is called.
    """
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_CPU, PROCESS_S)
    _set(resource.RLIMIT_AS, ADDRESS_SPACE)
    _set(resource.RLIMIT_NOFILE, DESCRIPTORS)
    _set(resource.RLIMIT_NPROC, 0)  # without effect for root
    os.nice(10)


def allow_one_more() -> None:
    """Time for one document, counted from now."""
    used = math.ceil(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (min(used + CPU_S, PROCESS_S), PROCESS_S))


def seal() -> None:
    """Nothing more may be written to any file; called before a document is looked at."""
    _set(resource.RLIMIT_FSIZE, 0)


def _set(what: int, limit: int) -> None:
    resource.setrlimit(what, (limit, limit))
