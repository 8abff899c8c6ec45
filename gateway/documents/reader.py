"""The parent: starts the child that reads documents, and takes nothing on trust from it."""

import asyncio
import contextlib
import json
import logging
import sys
from collections.abc import Sequence

from gateway.core.document import UNREAD, DocumentText, documents_of
from gateway.core.mail import Leaf, ParsedMail
from gateway.core.splice import leaf_body
from gateway.documents.limits import DOCUMENT_BYTES

log = logging.getLogger(__name__)

CHILD = (sys.executable, "-I", "-m", "gateway.documents")
AT_ONCE = 2
# So long one document may take, and so long a mail waits for all of its documents at most.
DOCUMENT_S = 6.0
WHOLE_S = 12.0
MOST_DOCUMENTS = 10
MOST_TOLD = 4_194_304
CHUNK = 65_536
END = b'{"end": true}\n'
CODES = frozenset((UNREAD, "encrypted", "image", "too-large"))

Wanted = Sequence[tuple[int, Leaf]]


class DocumentReader:
    """Reads the documents of mails, each mail in a process of its own, AT_ONCE together.

    command  the child's program
    document_s, whole_s  how long one document may take, and one mail wait, for its turn too
    """

    def __init__(
        self,
        *,
        command: Sequence[str] = CHILD,
        document_s: float = DOCUMENT_S,
        whole_s: float = WHOLE_S,
    ) -> None:
        self._command = tuple(command)
        self._document_s = document_s
        self._whole_s = whole_s
        self._places = asyncio.Semaphore(AT_ONCE)

    async def read(self, raw: bytes, mail: ParsedMail) -> tuple[DocumentText, ...]:
        """What could be read of each document; one that is missing was not looked at.

        raw  the bytes that `mail` was read from
        No file and no failure here raises: mail goes its way with what was read.
        """
        found = documents_of(mail)
        left = [(n, leaf) for n, leaf in found if _size(leaf) <= DOCUMENT_BYTES][:MOST_DOCUMENTS]
        read = [
            DocumentText(number=number, text="", unread=("too-large",))
            for number, leaf in found
            if (number, leaf) not in left
        ]
        clock = asyncio.get_running_loop().time
        until = clock() + self._whole_s
        try:
            async with asyncio.timeout_at(until):
                await self._places.acquire()
        except TimeoutError:
            log.warning("documents were left unread: too many are being read")
            return tuple(read)
        try:
            while left and clock() < until:
                done = await self._child(raw, left, until)
                read += done
                left = left[len(done) :]
        except OSError as error:
            log.warning("documents were left unread: %s", type(error).__name__)
        finally:
            self._places.release()
        return tuple(read)

    async def _child(self, raw: bytes, wanted: Wanted, until: float) -> list[DocumentText]:
        """What one process said, up to the document that ended it; at least one."""
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            cwd="/",
            env={},
            start_new_session=True,  # Ctrl-C in a terminal is for us alone
        )
        assert process.stdin is not None
        assert process.stdout is not None
        feeding = asyncio.create_task(_feed(process.stdin, raw, wanted))
        told = bytearray()
        clock = asyncio.get_running_loop().time
        try:
            async with asyncio.timeout_at(min(clock() + self._document_s, until)) as timer:
                while piece := await process.stdout.read(CHUNK):
                    told += piece
                    if len(told) > MOST_TOLD:
                        break
                    if END in piece:
                        timer.reschedule(min(clock() + self._document_s, until))
                else:
                    await process.wait()
        except TimeoutError:
            pass
        finally:
            feeding.cancel()
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
            await asyncio.gather(feeding, process.wait(), return_exceptions=True)
        return texts_in(bytes(told), [number for number, _ in wanted])


async def _feed(pipe: asyncio.StreamWriter, raw: bytes, wanted: Wanted) -> None:
    """One document after the other, so that one at a time is held in memory."""
    try:
        for _, leaf in wanted:
            body = await asyncio.to_thread(leaf_body, raw, leaf)
            pipe.write(len(body).to_bytes(4, "big"))
            pipe.write(body)
            await pipe.drain()
    except ConnectionError:  # it has ended, and what it said until then is taken
        pass
    finally:
        pipe.close()


def _size(leaf: Leaf) -> int:
    """Bytes of its content, as nearly as its encoding tells."""
    size = leaf.body_end - leaf.body_start
    return size * 3 // 4 if leaf.encoding == "base64" else size


def texts_in(told: bytes, numbers: Sequence[int]) -> list[DocumentText]:
    """What the child's lines say; the document it did not end is unread from there on."""
    texts: list[DocumentText] = []
    words: list[str] = []
    codes: set[str] = set()
    for line in told.split(b"\n"):
        match _line(line):
            case {"text": str(text)}:
                words.append(text)
            case {"unread": str(code)} if code in CODES:
                codes.add(code)
            case {"end": True} if len(texts) < len(numbers):
                texts.append(_text(numbers[len(texts)], words, codes))
                words, codes = [], set()
            case _:
                break
    if len(texts) < len(numbers):
        texts.append(_text(numbers[len(texts)], words, codes | {UNREAD}))
    return texts


def _text(number: int, words: list[str], codes: set[str]) -> DocumentText:
    return DocumentText(number=number, text="\n".join(words), unread=tuple(sorted(codes)))


def _line(line: bytes) -> object:
    """One line of the child; None when it was cut short."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
