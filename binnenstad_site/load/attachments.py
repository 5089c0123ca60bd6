"""Images and PDFs beside an item: which kinds may be there, how big they may be, and whether they are what they say.

In: a file. Out: a diagnostic or nothing. The content is not decoded, only its first bytes are compared.
"""

from __future__ import annotations

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.load.textfiles import read_head, too_big

MB = 1024 * 1024
LARGEST_IMAGE, LARGEST_PDF = 5 * MB, 10 * MB
EXTENSIONS = {".jpg": "jpg", ".jpeg": "jpg", ".png": "png", ".webp": "webp", ".avif": "avif", ".pdf": "pdf"}
HEAD = 64
"""Bytes that are enough to tell the kinds apart."""


def kind_of(head: bytes) -> str:
    """The kind of a file by its first bytes; empty when it is none of those allowed."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and b"avif" in head[8:]:
        return "avif"
    return "pdf" if head.startswith(b"%PDF-") else ""


def check_attachment(file: str, path: str, extension: str, size: int) -> Diagnostic | None:
    """What is wrong with an attachment, which `path` shows in messages; `size` in bytes."""
    expected = EXTENSIONS[extension]
    most = LARGEST_PDF if expected == "pdf" else LARGEST_IMAGE
    if size > most:
        return too_big(path, most)
    if size == 0:
        return Diagnostic(Code.LEEG_BESTAND, Location(path), "Dit bestand is leeg", "Zet het bestand er opnieuw neer.")
    head = read_head(file, path, HEAD)
    if head.problem is not None or (kind := kind_of(head.data)) == expected:
        return head.problem
    message = f"De inhoud van dit bestand is geen {expected}" + (f" maar {kind}" if kind else "")
    hint = f"Geef het bestand de uitgang .{kind}." if kind else f"Bewaar het opnieuw als {expected}."
    return Diagnostic(Code.ONBEKEND_BESTAND, Location(path), message, hint)
