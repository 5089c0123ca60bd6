"""A PNG with few colours, written as a palette: the same pixels in half the bytes.

In: a PNG as resvg writes it, eight bits of red, green, blue and alpha, and the colours that it is made of. Out: the
same picture; what it has more than 64 of, steps between two colours at an edge, becomes the nearest of the others.
Rows are handled as whole numbers, which Python adds as fast as it copies.
"""

from __future__ import annotations

import re
import struct
import sys
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXEL = 4
MOST_COLOURS = 64
DIFFERENCE = re.compile(rb"[^\0]")


def smaller(png: bytes, main: Collection[str] = ()) -> bytes:
    """The picture with a palette, unless something shows through it; `main` are the colours to keep: `fbf8f2`."""
    parts = dict(_chunks(png))
    width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    if (depth, kind, interlaced, sys.byteorder) != (8, 6, 0, "little"):
        return png
    rows = list(_rows(zlib.decompress(parts[b"IDAT"]), width))
    repeated = Counter(rows)  # many are the same: paper, or one line
    different = {row: memoryview(row).cast("I") for row in repeated}
    often: Counter[int] = Counter()
    for row, times in repeated.items():
        often.update(dict.fromkeys(set(different[row]), times))  # in how many rows a colour stands
    if any(colour >> 24 != 255 for colour in often):
        return png
    kept = {int.from_bytes(bytes.fromhex(colour), "little") | 255 << 24 for colour in main}
    palette = sorted(often, key=lambda colour: (colour not in kept, -often[colour], colour))[:MOST_COLOURS]
    place = {colour: number for number, colour in enumerate(palette)}
    for colour in often.keys() - place.keys():
        place[colour] = _nearest(colour, palette)
    packed = {row: b"\0" + bytes(map(place.__getitem__, found)) for row, found in different.items()}
    pixels = b"".join(map(packed.__getitem__, rows))
    made = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(bytes(_channels(colour)) for colour in palette)),
        (b"IDAT", zlib.compress(pixels, 8)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(name, data) for name, data in made)


def _nearest(colour: int, palette: Sequence[int]) -> int:
    """The place in the palette of the colour that differs least."""
    red, green, blue = _channels(colour)
    far = [(red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2 for r, g, b in map(_channels, palette)]
    return far.index(min(far))


@lru_cache(maxsize=4096)
def _channels(colour: int) -> tuple[int, int, int]:
    return colour & 255, colour >> 8 & 255, colour >> 16 & 255


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and data of each part; the pieces of the picture itself come together as one."""
    at, picture = len(SIGNATURE), b""
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        data = png[at + 8 : at + 8 + size]
        at += 12 + size
        if name == b"IDAT":
            picture += data
        else:
            yield name, data
    yield b"IDAT", picture


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _rows(raw: bytes, width: int) -> Iterator[bytes]:
    """The pixels of each row, without the filters that made them pack better."""
    size = width * PIXEL
    low, high = (int.from_bytes(byte * size, "little") for byte in (b"\x7f", b"\x80"))
    whole = (1 << 8 * size) - 1

    def sums(a: int, b: int) -> int:
        """Every byte of the one with that of the other, without carrying over."""
        return ((a & low) + (b & low)) ^ ((a ^ b) & high)

    above = bytes(size)
    for at in range(0, len(raw), size + 1):
        row = raw[at + 1 : at + 1 + size]
        match raw[at]:
            case 0:
                pass
            case 1:
                found, step = int.from_bytes(row, "little"), 8 * PIXEL
                while step < 8 * size:
                    found = sums(found, (found << step) & whole)
                    step *= 2
                row = found.to_bytes(size, "little")
            case 2:
                row = sums(int.from_bytes(row, "little"), int.from_bytes(above, "little")).to_bytes(size, "little")
            case 3:
                row = _averaged(row, above)
            case _:
                row = _predicted(row, above)
        yield row
        above = row


def _averaged(row: bytes, above: bytes) -> bytes:
    made = bytearray(PIXEL) + row
    for at, up in enumerate(above, PIXEL):
        made[at] = (made[at] + (made[at - PIXEL] + up >> 1)) & 255
    return bytes(made[PIXEL:])


def _predicted(row: bytes, above: bytes) -> bytes:
    """Each byte is told as its difference from the left, upper or upper left one, whichever lies nearest.

    Where nothing is told to differ and left and upper left are equal, a row goes on as the one above, up to the next
    difference; so only what changes is worked out.
    """
    made = bytearray(above)
    for channel in range(PIXEL):
        told, up = row[channel::PIXEL], above[channel::PIXEL]
        found = bytearray(up)
        at = 0
        while difference := DIFFERENCE.search(told, at):
            at = difference.start()
            left, corner = (found[at - 1], up[at - 1]) if at else (0, 0)
            while at < len(told) and (told[at] or left != corner):
                upper = up[at]
                by_left, by_up, by_corner = abs(upper - corner), abs(left - corner), abs(left + upper - 2 * corner)
                nearest = left if by_left <= by_up and by_left <= by_corner else upper if by_up <= by_corner else corner
                left = found[at] = (told[at] + nearest) & 255
                corner = upper
                at += 1
        made[channel::PIXEL] = found
    return bytes(made)
