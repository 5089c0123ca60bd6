"""From a file on the disk to text.

In: a file under `content/`. Out: its bytes, or its text with single newlines, and the problem if there is one.
"""

from __future__ import annotations

import codecs
import errno
import os
import stat
import unicodedata
from dataclasses import dataclass

from binnenstad_site.core.budgets import accents_overrun
from binnenstad_site.core.diagnostics import Code, Diagnostic, Location

_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""First bytes of other encodings; the longer ones first, for one begins with another."""
_SAVE_AS = 'Sla het bestand opnieuw op met de codering UTF-8 (in veel programma\'s: "Opslaan als").'
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Never follow a link, never wait for the other side of a pipe."""

_SPECIAL = {errno.ELOOP, errno.ENXIO}
"""What opening a link or a socket gives."""

Stamp = tuple[int, int, int, int]
"""What changes when a file changes: times of content and entry in ns, size in bytes, inode."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """The bytes of a file with its stamp, or the problem that kept them from being read."""

    data: bytes = b""
    stamp: Stamp = (0, 0, 0, 0)
    problem: Diagnostic | None = None


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file by what the system says of it."""
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)


def unreadable(path: str, error: OSError) -> Diagnostic:
    """Why the system did not give a file."""
    if isinstance(error, FileNotFoundError):
        message, hint = "Dit bestand verdween terwijl de inhoud werd gelezen", "Probeer het nog eens."
    elif isinstance(error, PermissionError):
        message, hint = "Dit bestand mag niet worden gelezen", "Kijk naar de rechten van het bestand."
    else:
        message = "Dit bestand kan niet worden gelezen"
        hint = f"Het systeem meldt: {error.strerror or type(error).__name__}."
    return Diagnostic(Code.BESTAND_ONLEESBAAR, Location(path), message, hint)


def special(path: str) -> Diagnostic:
    """About a link, a pipe, a socket or a device."""
    message = "Dit is geen gewoon bestand maar een verwijzing of een apparaat, en wordt niet geopend"
    return Diagnostic(Code.BIJZONDER_BESTAND, Location(path), message, "Zet er een gewoon bestand voor in de plaats.")


def too_big(path: str, most: int) -> Diagnostic:
    """About a file of more than `most` bytes."""
    size = f"{most // 1024} kB" if most < 1024 * 1024 else f"{most // (1024 * 1024)} MB"
    hint = "Verdeel de inhoud over meer bestanden." if most <= 2 * 1024 * 1024 else "Maak het bestand kleiner."
    return Diagnostic(Code.BESTAND_TE_GROOT, Location(path), f"Dit bestand is groter dan {size}", hint)


def read_file(file: str, path: str, most: int) -> FileContent:
    """A file of at most `most` bytes; `path` is how messages call it."""
    content = read_head(file, path, most + 1)
    return content if len(content.data) <= most else FileContent(problem=too_big(path, most))


def read_head(file: str, path: str, count: int) -> FileContent:
    """The first `count` bytes of a file, or all when there are fewer."""
    try:
        handle = os.open(file, _FLAGS)
    except OSError as error:
        return FileContent(problem=special(path) if error.errno in _SPECIAL else unreadable(path, error))
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            return FileContent(problem=special(path))
        requested = min(status.st_size + 1, count)
        data = os.read(handle, requested)
        while requested <= len(data) < count and (more := os.read(handle, count - len(data))):
            data += more  # it grew
        return FileContent(data, stamp_of(status))
    except OSError as error:
        return FileContent(problem=unreadable(path, error))
    finally:
        os.close(handle)


def decode(data: bytes, path: str) -> tuple[str, Diagnostic | None]:
    """The text of a file in composed form (NFC) with single newlines; what cannot be read is replaced and said."""
    data = data.removeprefix(codecs.BOM_UTF8)
    other = next((name for mark, name in _OTHER_ENCODINGS.items() if data.startswith(mark)), "")
    if not other and b"\0" in data:
        half = len(data) // 3
        if data[1::2].count(0) > half or data[::2].count(0) > half:
            other = "UTF-16"
        else:
            message = "Dit is geen tekstbestand"
            hint = "Zet de tekst in een gewoon tekstbestand; een afbeelding of PDF hoort in de map van een item."
            return "", Diagnostic(Code.BESTAND_ONLEESBAAR, Location(path), message, hint)
    if other:
        return "", Diagnostic(Code.GEEN_UTF8, Location(path), f"Dit bestand is opgeslagen als {other}", _SAVE_AS)
    try:
        text = single_newlines(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = single_newlines(data[: error.start].decode("utf-8"))
        before = before if accents_overrun(before) else unicodedata.normalize("NFC", before)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        guess = data[error.start : error.start + 1].decode("cp1252", "ignore")
        likely = f' (waarschijnlijk "{guess}")' if guess.isalpha() else ""
        message = f"Dit bestand is niet opgeslagen als UTF-8: dit teken is niet te lezen{likely}"
        place = Location(path, line, column, column + 1)
        text = single_newlines(data.decode("utf-8", "replace"))
        return _composed(text, path)[0], Diagnostic(Code.GEEN_UTF8, place, message, _SAVE_AS)
    return _composed(text, path)


def single_newlines(text: str) -> str:
    r"""The text with every end of a line, also those of Windows and of an old Mac, as `\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _composed(text: str, path: str) -> tuple[str, Diagnostic | None]:
    """The text in composed form; as it was, with the problem, when composing it would take too long."""
    if text.isascii():
        return text, None
    if (over := accents_overrun(text)) is not None:
        place = Location(path, over.line, over.column, over.end_column)
        return text, Diagnostic(Code.TE_VEEL_IN_BESTAND, place, over.message, over.hint)
    return unicodedata.normalize("NFC", text), None
