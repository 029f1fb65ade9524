"""Read the rows of a returned form: what was answered, and which data pendukung is listed.

Values are taken by code and heading, never by position; a single cell is read in
``form_cells``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.capaian import nilai_of
from kinerja.form_cells import Asked, Part, Reading, date_of, number_of, take, text_of, usable
from kinerja.grid import Cell
from kinerja.model import DataPendukung, Jenis, Location, Nilai, Realisasi, Status
from kinerja.sheets.formulir import NARASI_TEXTS, STATUS
from kinerja.sheets.table import Row, normal, plain
from kinerja.temuan import Rule
from kinerja.values import read_choice, significant, suggest, to_text

COMPUTED = ("capaian", "predikat", "kelengkapan")
LOCKED = ("uraian", "peran", "satuan", "target_tahun", "target", "lalu")
WORDS: Mapping[str, Status] = {
    "-": Status.NIHIL,
    "nihil": Status.NIHIL,
    "tidak ada": Status.NIHIL,
    "n/a": Status.TIDAK_BERLAKU,
    "tidak berlaku": Status.TIDAK_BERLAKU,
}


@dataclass(slots=True)
class Draft:
    """One answer while its cells are being read."""

    fields: dict[str, object] = field(default_factory=dict)
    letak: dict[str, Location] = field(default_factory=dict)

    def put(self, key: str, value: object, place: Location) -> None:
        """Keep a field and its cell; a blank one has only its cell."""
        self.letak[key] = place
        if value not in (None, ""):
            self.fields[key] = value


def answers_of(r: Reading, numbers: Part | None, texts: Part | None) -> list[Realisasi]:
    """The answer to every Indikator that the form asks about."""
    drafts = {kode: Draft() for kode in r.asked}
    if numbers:
        for kode, row in rows_of(r, numbers):
            _read_numbers(r, numbers, row, r.asked[kode], drafts[kode])
    if texts:
        for kode, row in rows_of(r, texts):
            _read_texts(r, texts, row, r.asked[kode], drafts[kode])
    return [
        Realisasi(
            indikator=r.asked[kode].indikator.kode,
            subbagian=r.formulir.subbagian,
            periode=r.formulir.periode,
            sha256=r.book.identitas.sha256,
            letak=draft.letak,
            **draft.fields,  # type: ignore[arg-type]  # keys are fields, by construction
        )
        for kode, draft in drafts.items()
        if draft.letak
    ]


def rows_of(r: Reading, part: Part) -> Iterator[tuple[str, Row]]:
    """The rows the form asked for, each once; others, doubles and gaps are reported."""
    rows: dict[str, list[Row]] = {}
    for row in part.table.rows:
        rows.setdefault(normal(row.text("kode")), []).append(row)
    for kode, found in rows.items():
        if kode not in r.asked:
            for row in found:
                _report_stranger(r, part, row)
        elif len(found) > 1:
            _report_double(r, found, r.asked[kode].indikator.kode)
        else:
            yield kode, found[0]
    here = r.place(part.grid.sheet)
    for kode, asked in r.asked.items():
        if kode not in rows:
            i = asked.indikator.kode
            r.ledger.report(Rule.BARIS_HILANG.at(here, indikator=i, lembar=part.sheet.name))


def _report_stranger(r: Reading, part: Part, row: Row) -> None:
    """A row that is not of this form, unless nothing was typed in it."""
    keys = [c.key for c in part.sheet.columns if c.fillable or c.key == "kode"]
    typed = [k for k in keys if k in row.cells and not r.ledger.is_own(row.cells[k])]
    usul = suggest(row.text("kode"), (a.indikator.kode for a in r.asked.values()))
    if "kode" not in row.cells and typed == ["status"]:
        return  # the names under the table; where the stamp is lost, no text is known as own
    rule = Rule.BARIS_TAK_DIKENAL if "kode" in row.cells else Rule.BARIS_TANPA_KODE
    if typed:
        at = row.places[typed[0]]
        found = rule.at(at, kode=row.text("kode"), baris=row.number, usul=usul)
        r.ledger.report_row(found, (row.places[key] for key in typed))


def _report_double(r: Reading, rows: list[Row], indikator: str) -> None:
    at, baris = rows[0].places["kode"], ", ".join(str(row.number) for row in rows)
    found = Rule.BARIS_GANDA.at(at, indikator=indikator, baris=baris)
    r.ledger.report_row(found, (row.places[key] for row in rows for key in row.cells))


def _read_numbers(r: Reading, part: Part, row: Row, asked: Asked, draft: Draft) -> None:
    _compare_locked(r, part, row, asked)
    x = number_of(r, part, row, "x", asked)
    y = number_of(r, part, row, "y", asked)
    nilai, status = _nilai(r, part, row, asked, rasio=x is not None or y is not None)
    status = _status(r, part, row, asked) or status
    if not asked.is_owner:
        for key, value in (("x", x), ("y", y), ("nilai", nilai)):
            _report_not_owner(r, row, asked, key, value)
        x = y = nilai = None
    for key, value in (("x", x), ("y", y), ("nilai", nilai)):
        draft.put(key, value, row.places[key])
    if asked.indikator.jenis is Jenis.RASIO and (x is not None or y is not None):
        computed = nilai_of(asked.indikator, None, x, y)
        if isinstance(computed, Decimal):
            draft.put("nilai", significant(computed), row.places["nilai"])
    draft.put("alasan", text_of(r, part, row, "alasan"), row.places["alasan"])
    answered = {"x", "y", "nilai"} & set(draft.fields)
    chosen = status or (Status.TERISI if answered else None)
    draft.put("status", chosen, row.places["status"])


def _nilai(
    r: Reading, part: Part, row: Row, asked: Asked, *, rasio: bool
) -> tuple[Nilai | None, Status | None]:
    """The number typed as Realisasi, or the status a word in its place means."""
    cell = usable(r, part, row, "nilai")
    if cell is None:
        return None, None
    place = row.places["nilai"]
    if asked.indikator.jenis is Jenis.RASIO and (cell.formula or rasio):
        if cell.formula:
            take(r, part, row, "nilai")
        else:
            _report_typed_over(r, part, row, asked, "nilai")
        return None, None
    judul, kode = part.sheet.column("nilai").heading, asked.indikator.kode
    word = WORDS.get(normal(cell.value))
    if word:
        take(r, part, row, "nilai")
        isi = plain(cell.value)
        r.ledger.report(
            Rule.DIBACA_STATUS.at(place, judul=judul, indikator=kode, isi=isi, status=word)
        )
        return None, word
    if asked.indikator.jenis is Jenis.TEKS:
        return text_of(r, part, row, "nilai") or None, None
    value = number_of(r, part, row, "nilai", asked)
    if value is not None and asked.indikator.jenis is Jenis.RASIO and asked.is_owner:
        isi = to_text(value)
        r.ledger.report(Rule.RASIO_TANPA_XY.at(place, indikator=kode, isi=isi))
    return value, None


def _status(r: Reading, part: Part, row: Row, asked: Asked) -> Status | None:
    cell = usable(r, part, row, "status")
    if cell is None:
        return None
    text = plain(cell.value)
    choice = read_choice(text, Status)
    if choice is None:
        r.ledger.report(
            Rule.STATUS_TIDAK_DIKENAL.at(
                row.places["status"],
                indikator=asked.indikator.kode,
                isi=text,
                usul=suggest(text, STATUS),
            )
        )
        return None
    take(r, part, row, "status")
    return Status(choice) if choice != Status.BELUM else None


def _report_not_owner(
    r: Reading, row: Row, asked: Asked, key: str, nilai: Nilai | None
) -> None:
    if nilai is not None:
        r.ledger.report(
            Rule.BUKAN_PENANGGUNG_JAWAB.at(
                row.places[key],
                subbagian=r.formulir.subbagian,
                indikator=asked.indikator.kode,
                isi=to_text(nilai) if isinstance(nilai, Decimal) else nilai,
                penanggung_jawab=asked.indikator.penanggung_jawab,
            )
        )


def _compare_locked(r: Reading, part: Part, row: Row, asked: Asked) -> None:
    """Locked cells must still say what was handed out, and what the master says today."""
    for key, cell in row.cells.items():
        if key in {"kode", "peran", "lalu"} or (cell.formula and key in COMPUTED):
            take(r, part, row, key)
        elif key in COMPUTED:
            _report_typed_over(r, part, row, asked, key)
    for key in LOCKED:
        if key in part.table.columns:
            _compare_one(r, part, row, asked, key)


def _report_typed_over(r: Reading, part: Part, row: Row, asked: Asked, key: str) -> None:
    """A result that somebody typed where the form computes it."""
    cell = row.cells[key]
    if not r.ledger.is_own(cell):
        judul, kode, baru = (
            part.sheet.column(key).heading,
            asked.indikator.kode,
            plain(cell.value),
        )
        r.ledger.report(
            Rule.RUMUS_TERKUNCI.at(row.places[key], judul=judul, indikator=kode, baru=baru)
        )


def _compare_one(r: Reading, part: Part, row: Row, asked: Asked, key: str) -> None:
    shown = _shown(row.cells.get(key))
    issued = asked.definisi.get(key, shown)  # without the stamp, “lalu” is not known
    now = asked.today(key, r.formulir.periode, issued)
    judul, kode = part.sheet.column(key).heading, asked.indikator.kode
    rule, lama, baru = Rule.TERKUNCI_BERUBAH, issued, shown
    if normal(shown) == normal(issued):
        take(r, part, row, key)
        if normal(now) == normal(issued):
            return
        rule, baru = Rule.DEFINISI_BERUBAH, now
    r.ledger.report(
        rule.at(row.places[key], judul=judul, indikator=kode, lama=lama, baru=baru)
    )


def _shown(cell: Cell | None) -> str:
    """A locked cell as its definition writes it."""
    if cell is None:
        return ""
    if isinstance(cell.value, Decimal):
        return to_text(significant(cell.value))
    return plain(cell.value)


def _read_texts(r: Reading, part: Part, row: Row, asked: Asked, draft: Draft) -> None:
    if "kode" in row.cells:
        take(r, part, row, "kode")
    if "uraian" in row.cells and not r.ledger.is_own(row.cells["uraian"]):
        _compare_one(r, part, row, asked, "uraian")
    for key in (k for k in NARASI_TEXTS if k in row.places):
        draft.put(key, text_of(r, part, row, key, asked), row.places[key])
    draft.put("batas_waktu", date_of(r, part, row, "batas_waktu"), row.places["batas_waktu"])


def listed_of(r: Reading, part: Part) -> Iterator[DataPendukung]:
    """The data pendukung the Subbagian listed; a row without a file name lists none."""
    for row in part.table.rows:
        asked = r.asked.get(normal(row.text("kode")))
        if asked is None:
            _report_unknown_indikator(r, row)
            continue
        berkas = text_of(r, part, row, "berkas")
        if not berkas:
            continue  # what else was typed is listed as outside the form
        for key in ("kode", "jenis", "keterangan"):
            text_of(r, part, row, key)
        tanggal = date_of(r, part, row, "tanggal")
        yield DataPendukung(
            indikator=asked.indikator.kode,
            subbagian=r.formulir.subbagian,
            periode=r.formulir.periode,
            berkas=berkas,
            jenis=row.text("jenis"),
            tanggal=tanggal,
            keterangan=row.text("keterangan"),
            sha256=r.book.identitas.sha256,
            location=row.places["berkas"],
        )


def _report_unknown_indikator(r: Reading, row: Row) -> None:
    typed = [key for key in row.cells if not r.ledger.is_own(row.cells[key])]
    kode = row.text("kode")
    usul = suggest(kode, (a.indikator.kode for a in r.asked.values()))
    if typed:
        at, berkas = row.places[typed[0]], row.text("berkas")
        found = Rule.INDIKATOR_ASING.at(at, berkas=berkas, indikator=kode, usul=usul)
        r.ledger.report_row(found, (row.places[key] for key in typed))
