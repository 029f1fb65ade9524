"""A form with a picture and a sheet of its own, given back, mended in LibreOffice, merged."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

import open_xml
from contoh.files import resaved
from filling import contents, notes
from folders import filled, master
from kinerja import commands
from kinerja.adapters import office
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.parts import Package
from kinerja.answers import current
from kinerja.commands import Order
from kinerja.commands.order import rekap_of
from kinerja.outcome import Outcome
from kinerja.sheets.master import REALISASI
from kinerja.sheets.table import Page
from kinerja.undoing import written_pages

PROGRAM = office.find_office()
pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed"),
]
CLOCK = datetime(2020, 4, 1, 1, 0, tzinfo=UTC)
TPH, RENAMED = "Formulir TPH TW I 2020.xlsx", "Copy of form (2) FINAL.xlsx"
PICTURE = next(
    (Path(__file__).parents[2] / "templates" / "gambar").rglob("*.png")
).read_bytes()
DRAWING = "xl/drawings/drawing1.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Default Extension="png" ContentType="image/png"/><Override '
    f'PartName="/{DRAWING}" ContentType="application/vnd.openxmlformats-officedocument.'
    'drawing+xml"/></Types>'
)


def with_own_sheet(form: bytes) -> bytes:
    """The form as a Subbagian may add to it: a sheet with a formula and a picture."""
    book, target, drawn = load_workbook(BytesIO(form)), BytesIO(), BytesIO()
    page = book.create_sheet("Hitungan kami")
    page["A1"], page["B1"] = "jangan hilang", "=2*3"
    part = f"xl/worksheets/sheet{len(book.worksheets)}.xml"
    book.save(target)
    with xlsxwriter.Workbook(drawn, {"in_memory": True}) as other:
        other.add_worksheet().insert_image("C3", "foto.png", {"image_data": BytesIO(PICTURE)})
    package, source = Package(target.getvalue()), Package(drawn.getvalue())
    names = [DRAWING, "xl/drawings/_rels/drawing1.xml.rels", "xl/media/image1.png"]
    assert not {*names} & {*package.names}
    drawing = f'<drawing xmlns:r="{_OFFICE}" r:id="rId1"/></worksheet>'
    types = "[Content_Types].xml"
    return package.replaced(
        {name: source.read(name) for name in names}
        | {
            part: package.read(part).replace(b"</worksheet>", drawing.encode()),
            types: package.read(types).replace(b"</Types>", _TYPES.encode()),
            f"xl/worksheets/_rels/{Path(part).name}.rels": (
                f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
                f'Type="{_OFFICE}/drawing" Target="/{DRAWING}"/></Relationships>'
            ).encode(),
        }
    )


def by_libreoffice(data: bytes) -> bytes:
    """The workbook as LibreOffice saves it."""
    assert PROGRAM
    again = resaved(PROGRAM, data)
    assert again != data
    return again


@pytest.fixture(params=["as sent", "LibreOffice"])
def order(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Order:
    """TPH came back with words for a number; its form was given back."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsm").write_bytes(master())
    made = Order(FileDesk.in_folder(tmp_path), clock=lambda: CLOCK)
    commands.generate(made)
    form = (tmp_path / "Formulir" / TPH).read_bytes()
    sent = with_own_sheet(filled(form, {"1a": "belum ada", "1b": 12}))
    (tmp_path / "Masuk").mkdir(exist_ok=True)
    path = tmp_path / "Masuk" / TPH
    path.write_bytes(by_libreoffice(sent) if request.param == "LibreOffice" else sent)
    commands.merge(made)
    commands.verify(made)
    commands.giveback(made)
    return made


def sent_and_given(order: Order) -> tuple[bytes, bytes]:
    """The file as it came, and as it went back."""
    (given,) = (order.folder / "Kembalikan").rglob("*.xlsx")
    return (order.folder / "Masuk" / TPH).read_bytes(), given.read_bytes()


def send_mended(order: Order, nilai: Mapping[str, object]) -> Outcome:
    """TPH mends its file in LibreOffice, renames it, and sends it back."""
    mended = by_libreoffice(filled(sent_and_given(order)[1], nilai))
    (order.folder / "Masuk" / RENAMED).write_bytes(mended)
    return commands.merge(replace(order, clock=lambda: CLOCK + timedelta(days=1)))


def type_over(order: Order, kode: str, key: str, value: Decimal) -> None:
    """What a planner types in the sheet “Realisasi”."""
    (page,) = written_pages(order.desk.read(), [REALISASI])
    keys = [c.key for c in REALISASI.columns]
    typed = [list(row) for row in page.rows]
    (row,) = (r for r in typed if r[keys.index("indikator")] == kode)
    row[keys.index(key)] = value
    order.desk.write([Page(REALISASI, typed)])


def test_only_notes_and_the_list_are_new_in_what_goes_back(order: Order) -> None:
    sent, given = sent_and_given(order)
    now, had = contents(given), notes(sent)
    with zipfile.ZipFile(BytesIO(given)) as package:
        pictures = [n for n in package.namelist() if n.startswith("xl/media/")]
        kept = [package.read(n) for n in pictures]

    assert {c: v for c, v in now.items() if not c.startswith("Perbaikan!")} == contents(sent)
    assert now["Hitungan kami!B1"] == "=2*3"
    assert kept == [PICTURE]
    assert "Isian!J8" in {c for c, text in notes(given).items() if had.get(c) != text}


@pytest.mark.skipif(open_xml.VALIDATE is None, reason=open_xml.MISSING)
def test_the_open_xml_sdk_finds_no_error_in_what_goes_back(
    order: Order, tmp_path: Path
) -> None:
    sent, given = tmp_path / "Masuk" / TPH, next((tmp_path / "Kembalikan").rglob("*.xlsx"))

    assert set(open_xml.errors(given)) <= set(open_xml.errors(sent))
    assert order.folder == tmp_path


def test_the_same_file_comes_back_mended_and_closes_what_was_asked(order: Order) -> None:
    """
    |    | as sent   | typed over by the planner | mended |
    | 1a | belum ada |                           | 66     |
    | 1b | 12        | 10                        | 13     |
    """
    before = current(rekap_of(order)[0])
    type_over(order, "1b", "nilai", Decimal(10))
    outcome = send_mended(order, {"1a": 66, "1b": 13})
    rekap = rekap_of(order)[0]
    after = current(rekap)
    (mended,) = (k for k in rekap.kiriman if k.dasar)
    asked = {(p.sel, bool(p.selesai)) for p in rekap.perbaikan if p.lembar == "Isian"}

    assert mended.identitas.berkas == RENAMED
    assert ("J8", True) in asked
    assert outcome.counts["perbaikan_selesai"] == sum(closed for _, closed in asked)
    assert (after["1a", "TPH", 1].nilai, after["1b", "TPH", 1].nilai) == (66, 10)
    assert after.keys() == before.keys()
    assert "R32" in {t.rule.code for t in outcome.temuan}


def test_merged_again_the_mended_file_changes_nothing(order: Order) -> None:
    send_mended(order, {"1a": 66})
    once = rekap_of(order)[0].kiriman
    again = commands.merge(replace(order, clock=lambda: CLOCK + timedelta(days=2)))

    assert rekap_of(order)[0].kiriman == once
    assert again.counts["diubah"] == again.counts["ditambah"] == 0
