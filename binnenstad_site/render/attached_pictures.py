"""Pictures beside an item as the site shows them: upright, not too wide, and without what a camera wrote in them.

In: the bytes of a picture, or the files that go along with the site. Out: the bytes of the new picture, or an
`Artifact` for each. A camera writes where and when it was used, by whom and with what number; none of it is kept.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from binnenstad_site.core.outputs import Artifact
from binnenstad_site.core.versions import version_of
from binnenstad_site.load.attachments import DECODERS, EXTENSIONS, WIDEST, orientation, shown_size

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SAVED_AS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 82, "method": 4},
    "AVIF": {"quality": 65, "speed": 6, "max_threads": 1},
}
"""How each kind is written. More threads could give other bytes."""
TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


def is_picture(path: str) -> bool:
    """Whether a file beside an item is a picture, by its extension."""
    return EXTENSIONS.get(PurePosixPath(path).suffix.lower()) in DECODERS


def attached_pictures(copies: Mapping[str, Path]) -> tuple[Artifact, ...]:
    """The pictures among the files that go along (path in the site -> file); `OSError` when one cannot be read."""
    settings = repr((version_of("pillow"), WIDEST, sorted(SAVED_AS.items()))).encode() + Path(__file__).read_bytes()
    return tuple(_artifact(path, file, settings) for path, file in copies.items() if is_picture(path))


def _artifact(path: str, file: Path, settings: bytes) -> Artifact:
    kind = DECODERS[EXTENSIONS[PurePosixPath(path).suffix.lower()]]
    key = sha256(kind.encode() + sha256(settings).digest() + file.read_bytes()).hexdigest()[:32]
    return Artifact(path, f"picture-{key}", partial(_from_file, file, kind))


def _from_file(file: Path, kind: str) -> bytes:
    return without_metadata(file.read_bytes(), kind)


def without_metadata(content: bytes, kind: str) -> bytes:
    """The same picture, of the kind that Pillow calls `kind`: upright, in sRGB, at most `WIDEST` pixels wide.

    Equal bytes give equal bytes with one version of Pillow. Of a moving picture the first frame is left. Raises what
    Pillow raises for a picture that cannot be read.
    """
    from PIL import Image  # noqa: PLC0415 - needed when a picture is made, and then only

    # Warnings are about damaged metadata, which is dropped like any other.
    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content), formats=[kind]) as opened:
        opened.load()
        held = orientation(opened)
        picture = _in_srgb(opened.copy(), opened.info.get("icc_profile"))
        transparency = opened.info.get("transparency") if picture.mode == opened.mode else None
    picture.info = {} if transparency is None else {"transparency": transparency}
    if held in TURNS:
        picture = picture.transpose(Image.Transpose[TURNS[held]])
    if kind == "JPEG" and picture.mode not in {"L", "RGB"}:
        picture = picture.convert("RGB")
    if picture.width > WIDEST:
        picture = _smooth(picture).resize(shown_size(*picture.size), Image.Resampling.LANCZOS)
    written = io.BytesIO()
    picture.save(written, kind, **SAVED_AS[kind])
    return written.getvalue()


def _in_srgb(picture: Picture, profile: bytes | None) -> Picture:
    """The colours as a browser shows them without the profile, which is dropped; as they are when it is no use."""
    from PIL import ImageCms  # noqa: PLC0415 - as above

    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK"}:
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return changed or picture


def _smooth(picture: Picture) -> Picture:
    """A picture whose pixels can be mixed: no palette and no single colour that stands for nothing."""
    if picture.mode in {"1", "P"} or "transparency" in picture.info:
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    return picture
