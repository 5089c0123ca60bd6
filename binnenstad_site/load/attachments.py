"""Images and PDFs beside an item: which kinds may be there, how big they may be, and whether they are what they say.

In: a file. Out: what is wrong with it, or for a picture its size. The first bytes tell the kind. A picture is decoded
only when its header promises few enough pixels, so that the build can make it anew.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from binnenstad_site.core.diagnostics import Code, Diagnostic, Location
from binnenstad_site.core.memo import Kept, Memo, digest
from binnenstad_site.load.documents import Size
from binnenstad_site.load.textfiles import read_head, too_big

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MB = 1024 * 1024
LARGEST_IMAGE, LARGEST_PDF = 5 * MB, 10 * MB
EXTENSIONS = {".jpg": "jpg", ".jpeg": "jpg", ".png": "png", ".webp": "webp", ".avif": "avif", ".pdf": "pdf"}
DECODERS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF"}
"""What Pillow calls the kinds of pictures: no other decoder gets to see a file."""
MOST_PIXELS = 40_000_000
HEAD = 64
"""Bytes that are enough to tell the kinds apart."""
WIDEST = 1600
"""In pixels: no picture is shown wider. The text is half as wide, and some screens have two pixels for one."""
ORIENTATION = 0x0112
"""The EXIF tag for how the camera was held: a number from 2 to 8, or none when the picture is upright."""
ON_ITS_SIDE = 5
"""From this number on the camera was held on its side."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a file beside an item."""

    size: Size | None = None
    """Of a picture, as the site shows it: upright and at most `WIDEST` wide."""
    problem: Diagnostic | None = None


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


def check_attachment(file: str, path: str, extension: str, size: int, memo: Memo) -> Checked:
    """What an attachment is, which `path` shows in messages; `size` in bytes. `memo` knows the pictures."""
    expected = EXTENSIONS[extension]
    most = LARGEST_PDF if expected == "pdf" else LARGEST_IMAGE
    if size > most:
        return Checked(problem=too_big(path, most))
    if size == 0:
        hint = "Zet het bestand er opnieuw neer."
        return Checked(problem=Diagnostic(Code.LEEG_BESTAND, Location(path), "Dit bestand is leeg", hint))
    head = read_head(file, path, HEAD)
    if head.problem is not None:
        return Checked(problem=head.problem)
    if (kind := kind_of(head.data)) == expected:
        return Checked() if expected == "pdf" else _check_file(file, path, kind, memo)
    message = f"De inhoud van dit bestand is geen {expected}" + (f" maar {kind}" if kind else "")
    hint = f"Geef het bestand de uitgang .{kind}." if kind else f"Bewaar het opnieuw als {expected}."
    return Checked(problem=Diagnostic(Code.ONBEKEND_BESTAND, Location(path), message, hint))


def _check_file(file: str, path: str, kind: str, memo: Memo) -> Checked:
    picture = read_head(file, path, LARGEST_IMAGE)
    if picture.problem is not None:
        return Checked(problem=picture.problem)
    key = digest("picture", path, kind, MOST_PIXELS, picture.data)
    return memo.get(Kept.FACTS, key, partial(check_picture, picture.data, path, kind))


def check_picture(content: bytes, path: str, kind: str) -> Checked:
    """The size of a picture, or what is wrong: more than `MOST_PIXELS` by its header, or a part that is damaged."""
    from PIL import Image  # noqa: PLC0415 - most runs see no picture

    with warnings.catch_warnings(action="ignore"):
        try:
            with Image.open(io.BytesIO(content), formats=[DECODERS[kind]]) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return Checked(problem=_too_many_pixels(path))
                picture.load()
                on_its_side = orientation(picture) >= ON_ITS_SIDE
                width, height = (picture.height, picture.width) if on_its_side else picture.size
                return Checked(shown_size(width, height))
        except Image.DecompressionBombError:
            return Checked(problem=_too_many_pixels(path))
        except Exception:  # noqa: BLE001 - decoders raise nearly anything on a damaged file
            message = "Deze afbeelding is niet te lezen: zij is beschadigd of niet af"
            hint = f"Open de afbeelding in een fotoprogramma en bewaar haar opnieuw als {kind}."
            return Checked(problem=Diagnostic(Code.AFBEELDING_ONLEESBAAR, Location(path), message, hint))


def orientation(picture: Picture) -> int:
    """How the camera was held; 0 when the metadata cannot be read, as browsers do."""
    try:
        return int(picture.getexif().get(ORIENTATION, 0))
    except Exception:  # noqa: BLE001 - damaged metadata raises nearly anything
        return 0


def shown_size(width: int, height: int) -> Size:
    """The size in which the site shows an upright picture of this size, in pixels."""
    return Size(width, height) if width <= WIDEST else Size(WIDEST, max(1, round(height * WIDEST / width)))


def _too_many_pixels(path: str) -> Diagnostic:
    message = f"Deze afbeelding heeft meer dan {MOST_PIXELS // 1_000_000} miljoen beeldpunten"
    hint = "Maak de afbeelding kleiner: 1600 beeldpunten breed is genoeg."
    return Diagnostic(Code.BESTAND_TE_GROOT, Location(path), message, hint)
