"""The Periode of a year under a siklus of 2, 4 or 12, and the Semester they make."""

from __future__ import annotations

ROMAN = ("I", "II", "III", "IV")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
SIKLUS = (2, 4, 12)


def name(siklus: int, periode: int) -> str:
    """The Periode as the office says it: ``TW I``, ``Semester I`` or ``Januari``."""
    if siklus == 12:
        return MONTHS[periode - 1]
    return f"{'TW' if siklus == 4 else 'Semester'} {ROMAN[periode - 1]}"


def long_name(siklus: int, periode: int) -> str:
    """The Periode as it is printed in a heading: ``Triwulan I``."""
    return name(siklus, periode).replace("TW", "Triwulan")


def of_year(siklus: int) -> range:
    """All Periode of a year."""
    return range(1, siklus + 1)


def parse(siklus: int, text: str) -> int | None:
    """The Periode a person means by ``TW II``, ``tw 2``, ``II``, ``2`` or ``Februari``."""
    wanted = " ".join(text.split()).casefold().replace("triwulan", "tw")
    for periode in of_year(siklus):
        said = name(siklus, periode).casefold()
        kind, _, roman = said.rpartition(" ")  # months have no kind
        if wanted in {str(periode), f"p{periode}", said, roman, f"{kind} {periode}"}:
            return periode
    return None
