"""Files of pictures that mean harm: larger than they look, broken, something else, or somewhere else."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path


def hostile(bait: Path) -> Iterator[tuple[str, bytes | Path | None]]:
    """Names with contents; a Path is what a link leads to, None a pipe."""
    for width, height in (
        (1, 6_000),
        (6_000, 1),
        (6_000, 6_000),
        (30_000, 30_000),
        (1, 2**31 - 1),
        (2**31 - 1, 2**31 - 1),
    ):
        yield f"{width}x{height}.png", png(width, height)
    for ending in ("jpg", "gif", "bmp", "webp"):
        yield f"huge.{ending}", _CLAIMS[ending]
        yield f"png-as.{ending}", png(600, 400)
    whole = png(600, 400)
    yield "cut.png", whole[: len(whole) // 2]
    yield "empty.png", b""
    yield "noise.png", whole[:40] + bytes(range(256)) * 40
    yield "text-bomb.png", whole[:33] + _chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(50_000_000))) + whole[33:]
    yield "profile-bomb.png", whole[:33] + _chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(50_000_000))) + whole[33:]
    yield "frames.gif", _gif(4_000)
    yield "secret.png", bait / "secret.png"
    yield "folder.png", bait
    yield "zero.png", Path("/dev/zero")
    yield "zero.svg", Path("/dev/zero")
    yield "environment.svg", Path("/proc/self/environ")
    yield "pipe.png", None
    yield "pipe.svg", None
    yield "drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>'
    yield "photo.svg", whole


def png(width: int, height: int) -> bytes:
    """A black picture in one bit a pixel; where it would be too large to write, it is cut short."""
    rows = min(height, 30_000_000 // max(1, width // 8) + 1)
    data = zlib.compress(bytes(rows * ((width + 7) // 8 + 1))) if width < 100_000 and rows < 100_000 else b""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _gif(frames: int) -> bytes:
    frame = b"\x21\xf9\x04\0\0\0\0\0\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + struct.pack("<HHBBB", 9_000, 4_000, 0x80, 0, 0) + bytes(6) + frame * frames + b";"


_CLAIMS = {  # the beginning of a picture of 65,535 × 65,535, or as large as its kind can say
    "jpg": b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x0b\x08"
    + b"\xff\xff\xff\xff\x01\x01\x11\0",
    "gif": b"GIF89a" + struct.pack("<HHBBB", 65_535, 65_535, 0, 0, 0) + b";",
    "bmp": b"BM"
    + struct.pack("<IHHI", 60, 0, 0, 54)
    + struct.pack("<IiiHHIIiiII", 40, 2**31 - 1, -(2**31), 1, 24, 0, 0, 0, 0, 0, 0),
    "webp": b"RIFF" + struct.pack("<I", 30) + b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + b"\xff" * 6,
}
