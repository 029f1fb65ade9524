"""How large a picture is, by its header alone: a few bytes can ask for gigabytes."""

from __future__ import annotations

import struct
from io import BufferedReader

_FIRST = 1 << 20  # bytes of a JPEG in which its size stands, behind thumbnails and profiles
_SIZE = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # markers of a JPEG that tell it
_ALONE = {0x01, *range(0xD0, 0xD9)}  # markers without a length


def pixels(head: bytes, file: BufferedReader) -> int:
    """Width times height; 0 if it is no picture, or does not say."""
    if head.startswith(b"\x89PNG") and head[12:16] == b"IHDR" and len(head) >= 24:
        return _area(">2I", head[16:24])
    if head.startswith(b"GIF8") and len(head) >= 10:
        return _area("<2H", head[6:10])
    if head.startswith(b"BM") and len(head) >= 26:
        return abs(_area("<2i", head[18:26]))
    if head.startswith(b"\xff\xd8\xff"):
        file.seek(0)
        return _of_jpeg(file.read(_FIRST))
    return 0


def _area(form: str, data: bytes) -> int:
    width, height = struct.unpack(form, data)
    return int(width) * int(height)


def _of_jpeg(data: bytes) -> int:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _SIZE:
            return _area(">2H", data[at + 5 : at + 9])
        if marker == 0xFF:
            at += 1
        elif marker in _ALONE:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return 0
