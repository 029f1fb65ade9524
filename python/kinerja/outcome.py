"""What a command did: the same value for the terminal, for JSON and for a dialog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from kinerja.sheets.tombol import (
    BERSIH,
    COBA,
    DIBATALKAN,
    DITOLAK,
    DITOLAK_TERCATAT,
    HITUNGAN,
    JUDUL,
    LANJUTAN,
    LANJUTAN_BERSIH,
    LANJUTAN_KOSONG,
    MASUKAN,
    MENDAHULUI,
    TANPA_KERJA,
)
from kinerja.temuan import Severity, Temuan


class Exit(IntEnum):
    """How the process ends."""

    CLEAN = 0
    TEMUAN = 1  # at least one Galat or Peringatan
    REFUSED = 2  # nothing was done, or the world is in the way


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Counts by name, the Temuan, and the files that were made, relative to the folder."""

    command: str
    counts: Mapping[str, int] = field(default_factory=dict)
    perihal: str = ""  # what it was done to, where that says more than the counts
    temuan: tuple[Temuan, ...] = ()
    berkas: tuple[str, ...] = ()
    baik: tuple[str, ...] = ()  # what is as it should be, in sentences
    rincian: tuple[str, ...] = ()  # how each thing it is about stands, in one line
    lembar: str = ""  # the sheet of the master in which all Temuan can be read
    coba: bool = False
    refused: bool = False
    declined: bool = False  # the person was asked, and said no

    @property
    def said(self) -> str:
        """The counts in words: ``4 dibaca, 36 jawaban ditambah``; or what it was done to."""
        if self.perihal:
            return self.perihal
        return ", ".join(f"{n} {HITUNGAN[name]}" for name, n in self.counts.items() if n)

    @property
    def headline(self) -> str:
        """What was done, in one sentence."""
        title = JUDUL.get(self.command, "")
        done = self.said or (BERSIH if self.command in LANJUTAN_BERSIH else TANPA_KERJA)
        if self.refused:
            done = DITOLAK_TERCATAT.format(lembar=self.lembar) if self.lembar else DITOLAK
        elif self.declined:
            done = DIBATALKAN
        elif self.coba:
            title += f" ({COBA})"
        line = ": ".join(part for part in (title, done) if part)
        return f"{line[0].upper()}{line[1:]}."

    @property
    def next(self) -> str:
        """What to do after it; nothing where it was not done or all is well already."""
        if self.exit is Exit.REFUSED:
            return ""
        count, first = MENDAHULUI.get(self.command, ("", ""))
        if self.counts.get(count):
            return first
        needed = MASUKAN.get(self.command, ())
        if needed and not any(self.counts.get(name) for name in needed):
            return LANJUTAN_KOSONG[self.command]
        words = LANJUTAN | LANJUTAN_BERSIH if self.exit is Exit.CLEAN else LANJUTAN
        return words.get(self.command, "")

    @property
    def exit(self) -> Exit:
        """The exit status this outcome deserves."""
        if self.refused or self.declined:
            return Exit.REFUSED
        serious = any(t.rule.severity is not Severity.CATATAN for t in self.temuan)
        return Exit.TEMUAN if serious else Exit.CLEAN

    def as_json(self) -> dict[str, object]:
        """The outcome as plain values."""
        return {
            "perintah": self.command,
            "coba": self.coba,
            "status": int(self.exit),
            "hitungan": dict(self.counts),
            "baik": list(self.baik),
            "rincian": list(self.rincian),
            "berkas": list(self.berkas),
            "temuan": [as_json(t) for t in self.temuan],
        }


def place_of(temuan: Temuan) -> str:
    """Where it is, for a person: ``Masuk.xlsx › Isian › F12``, as far as it is known."""
    at = temuan.location
    return " › ".join(part for part in (at.file, at.sheet, at.cell) if part)


def as_json(temuan: Temuan) -> dict[str, object]:
    """One Temuan as plain values."""
    return {
        "kode": temuan.rule.code,
        "tingkat": temuan.rule.severity.value,
        "berkas": temuan.location.file,
        "lembar": temuan.location.sheet,
        "sel": temuan.location.cell,
        "pesan": temuan.message,
        "cara": temuan.remedy,
    }
