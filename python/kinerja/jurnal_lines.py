"""The journal beside the workbook: one line of JSON for every action, chained by digests.

Each line holds the digest of the whole line above it, so that no line can be changed,
taken out or put in without another telling; where lines above it were torn, of those and
of the last whole one together. ``jurnal_checks`` says what is wrong with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kinerja.model import Tindakan
from kinerja.sheets.jurnal import BARU, TERPOTONG, TERPUTUS

_TEXTS = ("oleh", "tindakan", "perintah", "hasil", "cadangan", "catatan")
_MAPPINGS = ("hitungan", "masuk", "keluar")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one action did: who, when, which button, what came in and what went out."""

    waktu: datetime  # with its zone
    oleh: str
    tindakan: str  # as its button is labelled
    perintah: str
    hasil: str = ""
    cadangan: str = ""
    catatan: str = ""  # what befell the lines above it
    hitungan: Mapping[str, int] = field(default_factory=dict)
    masuk: Mapping[str, str] = field(default_factory=dict)  # digest of each file by its name
    keluar: Mapping[str, str] = field(default_factory=dict)
    lama: tuple[str, ...] = ()  # rows of the sheet from before the journal was kept
    n: int = 0
    sebelum: str = ""  # digest of what it follows; "" for the first


def sidik_of(data: bytes) -> str:
    """The digest of one line."""
    return hashlib.sha256(data).hexdigest()


def followed(above: Sequence[bytes]) -> bytes:
    """What a new line follows: the last whole line, with what was torn below it."""
    for place in range(len(above) - 1, -1, -1):
        if read_line(above[place]):
            return b"\n".join(above[place:])
    return b"\n".join(above)


def lines_of(raw: bytes) -> tuple[bytes, ...]:
    """The lines of the file; one that was torn while it was written is one, too."""
    *lines, rest = raw.split(b"\n")
    return (*lines, rest) if rest else tuple(lines)


def addition(raw: bytes, line: bytes) -> bytes:
    """What is added to the file for a new line; a torn line before it ends there."""
    return (b"" if raw.endswith(b"\n") or not raw else b"\n") + line + b"\n"


def written(line: Line, above: Sequence[bytes]) -> bytes:
    """The line as it stands in the file under those above it."""
    told = {
        "n": len(above) + 1,
        "waktu": line.waktu.isoformat(timespec="seconds"),
        "sebelum": sidik_of(followed(above)) if above else "",
        **{key: getattr(line, key) for key in _TEXTS if key != "catatan" or line.catatan},
        **{key: dict(getattr(line, key)) for key in _MAPPINGS},
        **({"lama": line.lama} if line.lama else {}),
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True).encode(errors="replace")


def read_line(data: bytes) -> Line | None:
    """One line; None if it is none of ours, or not whole."""
    try:
        told: dict[str, Any] = json.loads(data)
        read: dict[str, Any] = {
            "n": int(told["n"]),
            "waktu": datetime.fromisoformat(told["waktu"]),
            "sebelum": str(told["sebelum"]),
            "lama": tuple(told.get("lama", ())),
            **{key: str(told.get(key, "")) for key in _TEXTS},
            **{key: dict(told.get(key, {})) for key in _MAPPINGS},
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return Line(**read)


def tindakan_of(line: Line, sidik: str) -> Tindakan:
    """The row of the sheet “Riwayat” for a line."""
    return Tindakan(
        waktu=line.waktu.replace(tzinfo=None, microsecond=0),
        nama=line.tindakan,
        hasil=" ".join(part for part in (line.hasil, line.catatan) if part),
        cadangan=line.cadangan,
        oleh=line.oleh,
        sidik=sidik,
    )


# ---- what the lines tell of those before them


def untold(lines: Iterable[bytes], files: Mapping[str, str]) -> Mapping[str, str]:
    """Those of these files that went out with other content than the journal last told."""
    told: dict[str, str] = {}
    for line in map(read_line, lines) if files else ():
        told |= line.keluar if line else {}
    return {name: sidik for name, sidik in files.items() if told.get(name) != sidik}


def behind(lines: Sequence[bytes], jurnal: Iterable[Tindakan]) -> range:
    """Which lines, counted from 1, are newer than all that the sheet knows.

    Their actions never reached the workbook; or an older copy of it was put back.
    """
    rows = tuple(jurnal)
    known = {t.sidik for t in rows if t.sidik}
    # a master from before the journal has no column for it
    unmarked = {(t.waktu, t.nama) for t in rows if not t.sidik}
    for number in range(len(lines), 0, -1):
        data = lines[number - 1]
        if sidik_of(data) in known:
            return range(number + 1, len(lines) + 1)
        line = read_line(data) if unmarked else None
        if line and (_row(line).waktu, line.tindakan) in unmarked:
            return range(number + 1, len(lines) + 1)
    return range(1, len(lines) + 1)


def _row(line: Line) -> Tindakan:
    return tindakan_of(line, "")


def note(lines: Sequence[bytes], jurnal: Sequence[Tindakan]) -> str:
    """What the next line says of those above it that no sheet knows; mostly nothing."""
    return " ".join(_notes(lines, jurnal))


def _notes(lines: Sequence[bytes], jurnal: Sequence[Tindakan]) -> Iterator[str]:
    if not lines and any(t.sidik for t in jurnal):
        yield BARU
    lost = behind(lines, jurnal)
    torn = [n for n in lost if read_line(lines[n - 1]) is None]
    whole = [n for n in lost if n not in torn]
    if whole:
        yield TERPUTUS.format(baris=span(whole))
    if torn:
        yield TERPOTONG.format(baris=span(torn))


def span(numbers: Sequence[int]) -> str:
    """One number, or the first and the last of several."""
    first, last = numbers[0], numbers[-1]
    return str(first) if first == last else f"{first}–{last}"
