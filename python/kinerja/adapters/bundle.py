"""A ZIP of a folder, empty folders too, that is the same bytes for the same content.

Nothing in it is pressed: the files that go in are packages themselves, and two versions of
zlib press the same content into different bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
UNIX = 3  # of which system the rights below are; Windows and others read them the same
FILE, FOLDER = 0o100644 << 16, (0o040755 << 16) | 0x10  # 0x10: what DOS calls a folder


def zip_bytes(files: Mapping[str, bytes], folders: Iterable[str]) -> bytes:
    """The archive of these files and folders, by their paths with / between the parts."""
    entries = {f"{folder}/": b"" for folder in folders} | dict(files)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = UNIX
            info.external_attr = FOLDER if name.endswith("/") else FILE
            archive.writestr(info, entries[name])
    return buffer.getvalue()
