"""Whether the journal is whole: its own lines, and the sheet “Riwayat” against them.

A line is guarded by the one below it, the last ones by the sheet, which knows their digests.
Who changes file and sheet alike is not found out; a copy kept elsewhere tells then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.jurnal_lines import behind, read_line, sidik_of, span, tindakan_of
from kinerja.model import Location, Tindakan
from kinerja.printing import tanggal
from kinerja.sheets.jurnal import BERKAS, LETAK
from kinerja.sheets.pemeriksaan import Baik
from kinerja.temuan import CATATAN, Rule, Temuan


def journal_is_whole(
    lines: Sequence[bytes], jurnal: Sequence[Tindakan]
) -> tuple[tuple[str, ...], tuple[Temuan, ...]]:
    """A sentence if all is as it was written, and everything that is not."""
    found = tuple(_found(lines, jurnal))
    read = [line for line in map(read_line, lines) if line]
    if not read or any(t.rule.severity is not CATATAN for t in found):
        return (), found
    return (Baik.RIWAYAT.of(jumlah=len(read), tanggal=tanggal(read[0].waktu.date())),), found


def _found(lines: Sequence[bytes], jurnal: Sequence[Tindakan]) -> Iterator[Temuan]:
    marked = [t for t in jurnal if t.sidik]
    faults = tuple(chain_faults(lines))
    yield from faults
    if not lines:
        if marked:
            at = Location(BERKAS)
            yield Rule.JURNAL_TIDAK_ADA.at(at, berkas=LETAK, jumlah=len(marked))
        return
    yield from sheet_faults(lines, jurnal)
    if not faults:
        yield from _gone_from_sheet(lines, marked)


# ---- the lines among themselves


def chain_faults(lines: Sequence[bytes]) -> Iterator[Temuan]:
    """Every place where a line does not follow what is above it."""
    places = {"": 0}  # by the digest of all that a line could follow
    seen: list[bytes] = []  # the last whole line, and what is torn below it
    number = torn = 0  # of the line above; how many are torn
    for place, data in enumerate(lines, start=1):
        line = read_line(data)
        if not line:
            number, torn, seen = number + 1, torn + 1, [*seen, data]
        else:
            follows = places.get(line.sebelum, -1)
            is_next = follows == place - 1 and line.n == number + 1
            rule = Rule.JURNAL_TERPOTONG if is_next else Rule.JURNAL_TIDAK_TERBACA
            yield from _unread(rule, place, torn)
            missing = line.n - number - 1
            if not is_next and (missing or not torn):
                yield from _break(place, missing, follows)
            number, torn, seen = line.n, 0, [data]
        places.setdefault(sidik_of(b"\n".join(seen)), place)
    yield from _unread(Rule.JURNAL_TERPOTONG, len(lines) + 1, torn)


def _unread(rule: Rule, place: int, count: int) -> Iterator[Temuan]:
    """The lines directly above a place that cannot be read."""
    for torn in range(place - count, place):
        yield rule.at(_at(torn), baris=torn, berkas=LETAK)


def _break(place: int, missing: int, follows: int) -> Iterator[Temuan]:
    """What happened above a line that does not follow; ``follows``: where its own one is."""
    if 0 <= follows < place - 1:
        between = span(range(follows + 1, place))
        yield Rule.JURNAL_DISISIPKAN.at(_at(follows + 1), baris=between, berkas=LETAK)
    elif missing > 0:
        yield Rule.JURNAL_HILANG.at(_at(place), baris=place, berkas=LETAK, jumlah=missing)
    elif missing == 0 and place > 1:
        yield Rule.JURNAL_DIUBAH.at(_at(place - 1), baris=place - 1, berkas=LETAK)
    else:
        yield Rule.JURNAL_DISISIPKAN.at(_at(place), baris=place, berkas=LETAK)


def _at(place: int) -> Location:
    return Location(BERKAS, "", place)


# ---- the sheet against the lines


def sheet_faults(lines: Sequence[bytes], jurnal: Sequence[Tindakan]) -> Iterator[Temuan]:
    """What the sheet knows otherwise than the file, and what it does not know."""
    places = {sidik_of(data): place for place, data in enumerate(lines, start=1)}
    marked = [t for t in jurnal if t.sidik]
    unknown = [t for t in marked if t.sidik not in places]
    if unknown and len(unknown) == len(marked):
        yield Rule.JURNAL_ASING.at(Location(BERKAS), berkas=LETAK)
        return
    if unknown:
        at, jumlah = unknown[-1].location, len(unknown)
        yield Rule.JURNAL_UJUNG_HILANG.at(at, jumlah=jumlah, berkas=LETAK)
    if extra := behind(lines, jurnal):
        # one for one: the sheet knows the line as it was
        rule = Rule.JURNAL_DIUBAH if unknown else Rule.JURNAL_TERPUTUS
        yield rule.at(_at(extra[0]), baris=span(extra), berkas=LETAK)
    for t in marked:
        place = places.get(t.sidik, 0)
        line = read_line(lines[place - 1]) if place else None
        if line and not _is_as_told(t, tindakan_of(line, t.sidik)):
            yield Rule.JURNAL_LEMBAR_BERBEDA.at(t.location, baris=place, berkas=LETAK)


def _is_as_told(t: Tindakan, told: Tindakan) -> bool:
    """Whether a row says what its line says; a master may lack the column “Oleh”."""
    return _words(t) == _words(told) and t.oleh in {"", told.oleh}


def _words(t: Tindakan) -> tuple[object, ...]:
    return t.waktu, *(" ".join(part.split()) for part in (t.nama, t.hasil, t.cadangan))


def _gone_from_sheet(lines: Sequence[bytes], marked: Sequence[Tindakan]) -> Iterator[Temuan]:
    """Rows taken out of the sheet; not those too old for it, nor those a note explains."""
    known = {t.sidik for t in marked}
    gone, waiting, is_begun = 0, 0, False
    for data in lines:
        line = read_line(data)
        if sidik_of(data) in known:
            gone += 0 if line and line.catatan else waiting
            waiting, is_begun = 0, True
        elif is_begun and line:
            waiting += 1
    if gone:
        yield Rule.JURNAL_LEMBAR_KURANG.at(Location(BERKAS), jumlah=gone, berkas=LETAK)
