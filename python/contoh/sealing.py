"""The end of a Periode in the sample year: its verified forms are locked, all is sealed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from contoh.script import NEXT
from kinerja.model_verifikasi import Putusan, Tahapan
from kinerja.sheets import master
from kinerja.sheets.verifikasi import VERIFIKASI

if TYPE_CHECKING:
    from contoh.year import Year

ACCEPTED = "R18"  # the code of the Catatan that is let stand, and why
REASON = "[rekaan] Kiriman kedua sudah dicocokkan dengan data sistem informasi"


def lock(year: Year, p: int, when: datetime) -> None:
    """The planner locks every form of a Periode that is verified."""
    row = {"periode": p, "tahapan": Tahapan.TERVERIFIKASI.value}
    year.type_in(VERIFIKASI, (row, {"putusan": Putusan.KUNCI.value}))
    year.press("verify", when)


def accept(year: Year, when: datetime) -> None:
    """The planner lets one Catatan stand, with the reason; it is printed in the report."""
    year.type_in(master.CATATAN, ({"kode": ACCEPTED}, {"alasan": REASON}))
    year.press("verify", when)


def seal(year: Year, p: int, when: datetime) -> None:
    """Lock what is verified, and put the Periode into its package."""
    lock(year, p, when)
    sealed = year.press("archive", when + NEXT)
    year.say(f"{year.name(p)}: {sealed.said}")
