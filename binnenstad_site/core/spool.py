"""Bytes that wait on the disk until they are read, so that they take no memory meanwhile.

In: bytes. Out: their place; or the bytes themselves when they are few, or when the disk does not take them. The file
has no name, so nothing is left of it however the process ends. Copies of the process write in the same file, so what
they bring is a place too. On Linux only, as the copies are; elsewhere everything stays in memory.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import weakref
from pathlib import Path

Aside = bytes | tuple[int, int]
"""Bytes, or their place in the file: offset and length. Both go through `marshal` and `pickle`."""
_LEAST = 256
"""From so many bytes on a place takes less memory than they do."""
_NONE = -1


class Spool:
    """One such file, open for as long as somebody may ask for its bytes."""

    def __init__(self, folder: Path | None = None) -> None:
        """In a folder, which is made when it is not there. Without one, or where it cannot be, bytes stay in memory."""
        self._reading = self._writing = _NONE
        if sys.platform == "linux" and folder is not None:
            with contextlib.suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
                    self._reading = self._writing = _opened_anew(file.fileno())
                weakref.finalize(self, os.close, self._reading)

    def begin_copy(self) -> None:
        """In a copy of the process: from here on it knows by itself where in the file it writes."""
        if self._writing != _NONE:
            self._writing = _NONE
            with contextlib.suppress(OSError):
                self._writing = _opened_anew(self._reading)

    def put(self, content: bytes) -> Aside:
        """Where the bytes wait, or the bytes."""
        if self._writing == _NONE or len(content) < _LEAST:
            return content
        try:
            written = os.write(self._writing, content)
            end = os.lseek(self._writing, 0, os.SEEK_CUR)
        except OSError:
            return content
        return (end - written, written) if written == len(content) else content

    def read(self, aside: Aside) -> bytes:
        """The bytes; raises `OSError` when the disk lost them."""
        if isinstance(aside, bytes):
            return aside
        at, length = aside
        content = os.pread(self._reading, length, at) if sys.platform != "win32" else b""
        if len(content) != length:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return content


def _opened_anew(descriptor: int) -> int:
    """The same file with a position of its own, which is behind what was written last by this descriptor.

    The system appends each write as a whole, whoever else is writing.
    """
    return os.open(f"/proc/self/fd/{descriptor}", os.O_RDWR | os.O_APPEND)
