"""The journal beside the workbook: read, and one line added for every action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kinerja.adapters import files
from kinerja.jurnal import jurnal_pages, outgrown
from kinerja.jurnal_lines import (
    Line,
    addition,
    behind,
    lines_of,
    note,
    sidik_of,
    tindakan_of,
    written,
)
from kinerja.model import Tindakan
from kinerja.sheets.jurnal import LETAK
from kinerja.sheets.table import Page
from kinerja.temuan import KinerjaError, Temuan

LIMIT = 2**30  # bytes: more actions than an office can do


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one folder, as it stands now."""

    path: Path
    raw: bytes

    @staticmethod
    def of(folder: Path) -> Journal:
        """The journal beside the workbook; an empty one where there is none yet.

        Raises:
            KinerjaError: if it cannot be read.
        """
        path = folder / LETAK
        raw = files.read_whole(path, limit=LIMIT) if path.exists() else b""
        if isinstance(raw, Temuan):
            raise KinerjaError(raw)
        return Journal(path, raw)

    @property
    def lines(self) -> tuple[bytes, ...]:
        """Its lines, the oldest first."""
        return lines_of(self.raw)

    def is_ahead(self, jurnal: Sequence[Tindakan]) -> bool:
        """Whether it tells of an action that the sheet does not know, if there is a sheet."""
        return bool(jurnal and behind(self.lines, jurnal))

    def add(self, line: Line, jurnal: Sequence[Tindakan]) -> Sequence[Page]:
        """Add a line for an action; the sheets that show it under those of ``jurnal``.

        To be called just before the workbook is written. If that is then interrupted, the
        next line says so.

        Raises:
            KinerjaError: if it cannot be written.
        """
        whole = replace(line, catatan=note(self.lines, jurnal), lama=outgrown(jurnal))
        data = written(whole, self.lines)
        files.append(self.path, addition(self.raw, data))
        return jurnal_pages((*jurnal, tindakan_of(whole, sidik_of(data))))
