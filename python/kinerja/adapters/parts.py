"""An Office package as bytes: read its parts, and replace some without touching the rest.

Every entry that is not replaced is copied as it stands, compressed bytes, dates and
flags included; so what other programs put into the package stays what it was.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from io import BytesIO

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DEFLATED = 8
_DESCRIPTOR = 0x0008  # flag: sizes follow the data
_UNREADABLE = (zipfile.BadZipFile, struct.error, zlib.error, EOFError, ValueError, KeyError)


class BrokenPackageError(Exception):
    """The bytes are not a package that can be read and written again."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One file of the archive: its record in the directory and where its bytes are."""

    name: str
    record: bytes  # of the central directory, whole
    start: int
    end: int  # where the next entry, or the directory, begins


@dataclass(slots=True)
class Package:
    """The parts of a package by name."""

    raw: bytes
    _zip: zipfile.ZipFile = field(init=False)

    def __post_init__(self) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(self.raw))
        except _UNREADABLE as error:
            raise BrokenPackageError from error

    @property
    def names(self) -> Set[str]:
        """The names of all parts."""
        return set(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """The content of one part.

        Raises:
            BrokenPackageError: if it is missing, encrypted or damaged.
        """
        try:
            return self._zip.read(name)
        except (*_UNREADABLE, RuntimeError, NotImplementedError) as error:
            raise BrokenPackageError(name) from error

    def replaced(self, parts: Mapping[str, bytes], drop: Set[str] = frozenset()) -> bytes:
        """The package with these parts changed, added or dropped, all others as they were.

        Raises:
            BrokenPackageError: if its directory cannot be followed.
        """
        if not parts and not drop:
            return self.raw
        try:
            return self._assemble(parts, drop)
        except _UNREADABLE as error:
            raise BrokenPackageError from error

    def _assemble(self, parts: Mapping[str, bytes], drop: Set[str]) -> bytes:
        body, directory = BytesIO(), []
        for entry in self._entries():
            if entry.name in drop:
                continue
            offset = body.tell()
            if entry.name in parts:
                record, data = _compressed(entry.record, parts[entry.name])
            else:
                record, data = entry.record, self.raw[entry.start : entry.end]
            body.write(data)
            directory.append(_at(record, offset))
        for name in sorted(parts.keys() - self.names):
            record, data = _compressed(_new_record(name), parts[name])
            directory.append(_at(record, body.tell()))
            body.write(data)
        start, size = body.tell(), sum(map(len, directory))
        count, comment = len(directory), self._zip.comment
        body.writelines(directory)
        body.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(comment)))
        body.write(comment)
        return body.getvalue()

    def _entries(self) -> list[_Entry]:
        """In the order of their bytes."""
        directory: int = self._zip.start_dir
        records = sorted(_records(self.raw, directory, len(self._zip.infolist())))
        starts = [start for start, _, _ in records]
        ends = [*starts[1:], directory]
        return [
            _Entry(name, record, start, end)
            for (start, name, record), end in zip(records, ends, strict=True)
        ]


def _records(raw: bytes, place: int, count: int) -> Iterator[tuple[int, str, bytes]]:
    for _ in range(count):
        fields = _CENTRAL.unpack_from(raw, place)
        name_size, extra, comment, start = *fields[10:13], fields[16]
        if fields[0] != b"PK\1\2" or raw[start : start + 4] != b"PK\3\4":
            raise ValueError(place)
        end = place + _CENTRAL.size + name_size + extra + comment
        name = raw[place + _CENTRAL.size :][:name_size]
        encoding = "utf-8" if fields[3] & 0x800 else "cp437"
        yield start, name.decode(encoding), raw[place:end]
        place = end


def _at(record: bytes, offset: int) -> bytes:
    """The record of an entry that begins there."""
    return record[:42] + struct.pack("<I", offset) + record[46:]


def _new_record(name: str) -> bytes:
    """The record of an entry that is not there yet; its date is the oldest there is."""
    first_day = 1 << 5 | 1  # of 1980
    fields = (b"PK\1\2", 20, 20, 0, _DEFLATED, 0, first_day, 0, 0, 0, len(name))
    return _CENTRAL.pack(*fields, 0, 0, 0, 0, 0, 0) + name.encode("ascii")


def _compressed(record: bytes, data: bytes) -> tuple[bytes, bytes]:
    """The record of an entry with new content, and its local header and bytes."""
    fields = list(_CENTRAL.unpack_from(record))
    name = record[_CENTRAL.size :][: fields[10]]
    press = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = press.compress(data) + press.flush()
    fields[3] &= ~_DESCRIPTOR
    fields[4] = _DEFLATED
    fields[7:10] = zlib.crc32(data), len(packed), len(data)
    fields[11:13] = 0, 0  # no extra fields, no comment: they may speak of the old sizes
    local = _LOCAL.pack(b"PK\3\4", *fields[2:10], len(name), 0)
    return _CENTRAL.pack(*fields) + name, local + name + packed
