"""Pictures beside items: nothing of the camera is left, they are upright, not too wide, and always the same bytes."""

import io
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from binnenstad_site.load.attachments import DECODERS, ORIENTATION, WIDEST, check_picture
from binnenstad_site.render.attached_pictures import attached_pictures, without_metadata
from tests.visiting import picture_bytes

KINDS = ("JPEG", "PNG", "WEBP", "AVIF")
RED, BLUE = (200, 30, 30), (30, 30, 200)


def exif_of_a_camera(orientation: int = 1) -> Image.Exif:
    """What a telephone writes in a picture: how it was held, whose it is, and where it was."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Jan de Fotograaf"
    exif[ORIENTATION] = orientation
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (52.0, 15.0, 18.0), 3: "E", 4: (6.0, 9.0, 36.0)})
    return exif


def kind_of_file(pillow: str) -> str:
    return next(kind for kind, decoder in DECODERS.items() if decoder == pillow)


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def two_halves(kind: str, orientation: int) -> bytes:
    """Left red and right blue, as the camera wrote it."""
    picture = Image.new("RGB", (64, 32), RED)
    picture.paste(BLUE, (32, 0, 64, 32))
    written = io.BytesIO()
    picture.save(written, kind, exif=exif_of_a_camera(orientation))
    return written.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_camera_is_left(kind: str) -> None:
    before = picture_bytes(kind, exif=exif_of_a_camera(), xmp=b"<x:xmpmeta>Jan</x:xmpmeta>", comment=b"Jan was hier")
    assert b"Jan" in before
    assert opened(before).getexif().get_ifd(ExifTags.IFD.GPSInfo)

    after = without_metadata(before, kind)

    assert b"Jan" not in after
    assert b"Exif" not in after
    assert dict(opened(after).getexif()) == {}
    assert not {"exif", "xmp", "comment", "icc_profile"} & opened(after).info.keys()


def test_text_in_a_png() -> None:
    text = PngInfo()
    text.add_text("Author", "Jan")
    text.add_itxt("XML:com.adobe.xmp", "Jan")

    assert b"Jan" not in without_metadata(picture_bytes("PNG", pnginfo=text), "PNG")


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_one_is_made_smaller(kind: str) -> None:
    for before, after in (((2 * WIDEST, 100), (WIDEST, 50)), ((1777, 333), (1600, 300)), ((40, 30), (40, 30))):
        content = picture_bytes(kind, before)
        assert opened(without_metadata(content, kind)).size == after
        assert check_picture(content, "x", kind_of_file(kind)).size == after  # what the page says of it


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (64, 32), (8, 16)),
        (2, (64, 32), (56, 16)),
        (3, (64, 32), (56, 16)),
        (4, (64, 32), (8, 16)),
        (5, (32, 64), (16, 8)),
        (6, (32, 64), (16, 8)),
        (7, (32, 64), (16, 56)),
        (8, (32, 64), (16, 56)),
    ],
)
def test_it_stands_upright(kind: str, orientation: int, size: tuple[int, int], red_at: tuple[int, int]) -> None:
    """How the camera was held is in what is dropped, so the pixels are turned first."""
    picture = opened(without_metadata(two_halves(kind, orientation), kind)).convert("RGB")

    assert picture.size == size == check_picture(two_halves(kind, orientation), "x", kind_of_file(kind)).size
    red, _, blue = picture.getpixel(red_at)  # type: ignore[misc]
    assert red > 150 > blue


@pytest.mark.parametrize("kind", KINDS)
def test_equal_pictures_give_equal_bytes(kind: str) -> None:
    content = picture_bytes(kind, (1700, 90), exif=exif_of_a_camera())

    assert without_metadata(content, kind) == without_metadata(content, kind)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_any_png(mode: str) -> None:
    written = io.BytesIO()
    Image.new(mode, (1700, 20)).save(written, "PNG")

    assert opened(without_metadata(written.getvalue(), "PNG")).width == WIDEST


def test_see_through_stays_so() -> None:
    picture = Image.new("P", (1700, 20))
    written = io.BytesIO()
    picture.save(written, "PNG", transparency=0)

    assert opened(without_metadata(written.getvalue(), "PNG")).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["CMYK", "L", "RGB"])
def test_any_jpeg(mode: str) -> None:
    """Browsers show no colours of a printer, and a profile is metadata too."""
    written = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new(mode, (20, 20)).save(written, "JPEG", icc_profile=profile)

    after = opened(without_metadata(written.getvalue(), "JPEG"))

    assert after.mode in {"L", "RGB"}
    assert "icc_profile" not in after.info


def test_damaged_metadata_is_dropped_as_well() -> None:
    content = picture_bytes("JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")

    assert b"Exif" not in without_metadata(content, "JPEG")


def test_only_the_pictures_are_made(tmp_path: Path) -> None:
    """A file of the same bytes has the same key, another another; a PDF is copied as it is."""
    (tmp_path / "a.jpg").write_bytes(picture_bytes("JPEG"))
    (tmp_path / "b.jpg").write_bytes(picture_bytes("JPEG", (4, 4)))

    one, same, other = attached_pictures(
        {"x/een.jpg": tmp_path / "a.jpg", "x/twee.JPEG": tmp_path / "a.jpg", "y/drie.jpg": tmp_path / "b.jpg"}
        | {"x/stuk.pdf": tmp_path / "stuk.pdf"}
    )

    assert one.path == "x/een.jpg"
    assert one.key == same.key != other.key
    assert opened(one.make()).size == (2, 2)
