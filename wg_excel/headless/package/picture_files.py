"""Picture files: their content types, and the size that their headers tell."""

from __future__ import annotations

import struct

TYPES = {
    ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".bmp": "image/bmp",
    ".emf": "image/x-emf", ".wmf": "image/x-wmf", ".tif": "image/tiff", ".tiff": "image/tiff",
}  # fmt: skip
_PNG = b"\x89PNG\r\n\x1a\n"
_SCREEN_DPI = 96
_METRE = 39.3701


def picture_size(data: bytes) -> tuple[float, float]:
    """Return the size of a picture in points, read from its header; a plain guess for rare kinds."""
    if data.startswith(_PNG):
        width, height = struct.unpack(">2L", data[16:24])
        dpi = _png_dpi(data)
        return width * 72 / dpi, height * 72 / dpi
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    if data.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack("<2H", data[6:10])
        return width * 0.75, height * 0.75
    if data.startswith(b"BM"):
        width, height = struct.unpack("<2l", data[18:26])
        return width * 0.75, abs(height) * 0.75
    return 144.0, 144.0


def _png_dpi(data: bytes) -> float:
    place = data.find(b"pHYs", 0, 4096)
    if place < 0 or data[place + 12] != 1:
        return _SCREEN_DPI
    pixels: int = struct.unpack(">L", data[place + 4 : place + 8])[0]
    return pixels / _METRE or _SCREEN_DPI


def _jpeg_size(data: bytes) -> tuple[float, float]:
    place = 2
    while place + 9 < len(data):
        marker, size = data[place + 1], struct.unpack(">H", data[place + 2 : place + 4])[0]
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">2H", data[place + 5 : place + 9])
            return width * 0.75, height * 0.75
        place += 2 + size
    return 144.0, 144.0
