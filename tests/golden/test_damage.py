"""Masters that other programs saved: what is found missing, and what is put back.

Openpyxl is such a program; what LibreOffice does is in ``live/test_clicks``. What Excel
does is played part by part, since a master that Excel saved must never be called damaged.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from kinerja.adapters import macros
from kinerja.adapters.damage import damage, lost_parts, modules_of
from kinerja.adapters.desk import FileDesk
from kinerja.adapters.drawings import buttons_on
from kinerja.adapters.parts import Package
from kinerja.adapters.reading import read_book
from kinerja.adapters.repair import lacks_buttons, redrawn, repaired
from kinerja.commands import Order, repair
from kinerja.commands.new import empty_master
from kinerja.grid import Book, Kind
from kinerja.outcome import Exit
from kinerja.sheets.beranda import NAMA
from kinerja.sheets.tombol import TOMBOL
from kinerja.temuan import Bagian, KinerjaError
from open_xml import MISSING, VALIDATE, errors

NAME = "kinerja.xlsm"
TYPES, RELS, BOOK = "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"
BOOK_RELS, PROJECT, APP = "xl/_rels/workbook.xml.rels", "xl/vbaProject.bin", "docProps/app.xml"
RIBBON14 = "customUI/customUI14.xml"
Parts = dict[str, bytes]
Change = Callable[[Parts], None]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return empty_master(4)


def parts_of(raw: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def changed(raw: bytes, *changes: Change) -> bytes:
    parts = parts_of(raw)
    for change in changes:
        change(parts)
    return packed(parts)


def replace(part: str, pattern: str, by: str) -> Change:
    """In one part, or in every part whose name begins so."""

    def change(parts: Parts) -> None:
        for name in [name for name in parts if name.startswith(part)]:
            text = parts[name].decode("latin-1")
            parts[name] = re.sub(pattern, by, text).encode("latin-1")

    return change


def drop(part: str) -> Change:
    def change(parts: Parts) -> None:
        del parts[part]

    return change


def add(part: str, data: bytes) -> Change:
    return lambda parts: parts.update({part: data})


def resaved(raw: bytes, *, keep_vba: bool, own_sheet: bool = False) -> bytes:
    """What openpyxl makes of it."""
    book = openpyxl.load_workbook(io.BytesIO(raw), keep_vba=keep_vba)
    if own_sheet:
        book.create_sheet("Catatan Saya", 1)["B2"] = "milik sendiri"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


NO_CODE_NAMES = (
    replace("xl/work", r' codeName="[^"]*"', ""),
    replace("xl/worksheets/", r' codeName="[^"]*"', ""),
)
LIBREOFFICE = replace(APP, "Microsoft Excel", "LibreOffice/7.4.7.2$Linux_X86_64")
COMPILED = b"\xd0\xcf\x11\xe0" + b"p-code" * 4000 + b"\r\nModule=KinerjaTombol\r\n"


# ---- what is found


@pytest.mark.parametrize(
    ("changes", "lost"),
    [
        ([], []),
        ([drop(PROJECT)], [Bagian.MAKRO]),
        ([replace(BOOK_RELS, r"<Relationship [^>]*vbaProject[^>]*>", "")], [Bagian.MAKRO]),
        ([add(PROJECT, b"rusak")], [Bagian.MAKRO]),
        ([LIBREOFFICE], [Bagian.MAKRO]),
        ([*NO_CODE_NAMES], [Bagian.NAMA_KODE]),
        ([replace(BOOK, r'(<workbookPr[^>]*) codeName="\w+"', r"\1")], [Bagian.NAMA_KODE]),
        ([replace("xl/worksheets/", r' codeName="[^"]*"', "")], [Bagian.NAMA_KODE]),
        ([replace(TYPES, r"macroEnabled\.main", "sheet.main")], [Bagian.JENIS]),
        ([replace(RELS, r"<Relationship [^>]*customUI14[^>]*>", "")], [Bagian.PITA]),
        ([drop(RIBBON14)], [Bagian.PITA]),
        (
            [drop(PROJECT), *NO_CODE_NAMES, drop(RIBBON14)],
            [Bagian.MAKRO, Bagian.NAMA_KODE, Bagian.PITA],
        ),
    ],
)
def test_what_was_dropped_is_named(whole, changes, lost):
    assert list(lost_parts(Package(changed(whole, *changes)))) == lost


@pytest.mark.parametrize(
    "changes",
    [
        [add(PROJECT, COMPILED)],
        [replace(APP, r"<AppVersion>[^<]*", "<AppVersion>16.0300")],
        [add("xl/calcChain.xml", b"<calcChain/>"), add("docMetadata/LabelInfo.xml", b"<x/>")],
        [replace("xl/worksheets/sheet3.xml", r' codeName="[^"]*"', "")],
        [replace(RELS, r'Target="customUI/', 'Target="/customUI/')],
        [
            drop("customUI/customUI.xml"),
            replace(RELS, r"<Relationship [^>]*customUI/customUI\.xml[^>]*>", ""),
        ],
        [replace(BOOK_RELS, "rId", "rId9"), replace(BOOK, "rId", "rId9")],
        [replace(BOOK, r'name="Kelengkapan"', 'name="Kelengkapan (2)"')],
    ],
    ids=[
        "compiled code",
        "its version",
        "more parts",
        "a sheet without code name",
        "absolute targets",
        "one ribbon part left out",
        "other relationship ids",
        "a renamed sheet",
    ],
)
def test_what_excel_does_is_no_damage(whole, changes):
    assert lost_parts(Package(changed(whole, *changes))) == ()


def test_the_list_of_modules_is_found_wherever_it_lies(whole):
    """In a compound file a stream lies in sectors, in any order."""
    listed = modules_of(parts_of(whole)[PROJECT])

    assert re.findall(rb"^Module=(\w+)\r$", listed, re.M)[-1] == b"KinerjaTombol"
    assert modules_of(b"rusak") == b""


def test_a_master_without_macros_is_exempt(whole):
    damaged = changed(whole, drop(PROJECT))

    assert damage(Path("kinerja.xlsx"), damaged) is None
    assert damage(Path(NAME), damaged).rule.code == "S83"
    assert damage(Path(NAME), b"bukan zip") is None


@pytest.mark.parametrize("work", [FileDesk.read, FileDesk.check_free, lambda d: d.write([])])
def test_a_damaged_master_is_neither_read_nor_written(whole, tmp_path, work):
    path = tmp_path / NAME
    path.write_bytes(changed(whole, drop(PROJECT)))

    with pytest.raises(KinerjaError) as refused:
        work(FileDesk(path))
    assert [t.rule.code for t in refused.value.temuan] == ["S83"]


# ---- what is put back


def cells(path: Path) -> dict[str, object]:
    book = read_book(path)
    assert isinstance(book, Book)
    return {
        g.sheet: {p: (c.kind, c.value) for p, c in g.cells.items() if c.kind is not Kind.ERROR}
        for g in book.grids
    }


@pytest.mark.parametrize(
    "damaged",
    [
        lambda raw: resaved(raw, keep_vba=True),
        lambda raw: resaved(raw, keep_vba=False),
        lambda raw: changed(raw, drop(PROJECT), *NO_CODE_NAMES),
        lambda raw: changed(raw, LIBREOFFICE, *NO_CODE_NAMES),
        lambda raw: changed(raw, replace(BOOK, r"<workbookPr[^>]*/>", "")),
        lambda raw: changed(raw, drop(RIBBON14), drop("customUI/customUI.xml")),
    ],
    ids=[
        "openpyxl",
        "openpyxl without macros",
        "no macros",
        "as LibreOffice",
        "no properties",
        "no ribbon",
    ],
)
@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_a_mended_master_is_whole_for_excels_own_reader(whole, damaged, tmp_path):
    path, first = tmp_path / NAME, tmp_path / "asli.xlsm"
    path.write_bytes(repaired(damaged(whole)).data)
    first.write_bytes(whole)

    assert lost_parts(Package(path.read_bytes())) == ()
    assert cells(path) == cells(first)
    assert errors(path) == []


def test_macros_code_names_and_ribbon_are_those_of_a_new_master(whole):
    mended = parts_of(repaired(changed(whole, drop(PROJECT), *NO_CODE_NAMES)).data)
    new = parts_of(whole)
    code_names = re.compile(rb'codeName="\w+"')

    for name in (PROJECT, RIBBON14, "customUI/customUI.xml"):
        assert mended[name] == new[name]
    for name in (n for n in new if n.startswith("xl/worksheets/sheet")):
        assert code_names.findall(mended[name]) == code_names.findall(new[name])
    assert b'state="veryHidden"' in mended[BOOK]


def test_macros_that_are_there_stay_as_they_are(whole):
    """A user's own macros stand among them."""
    damaged = changed(whole, add(PROJECT, COMPILED), drop(RIBBON14))
    mended = repaired(damaged)

    assert mended.mended == (Bagian.PITA,)
    assert mended.left == ()
    assert parts_of(mended.data)[PROJECT] == COMPILED


def test_buttons_call_this_workbook_again(whole):
    vml = "<x:FmlaMacro>KinerjaTombol.Tekan_merge</x:FmlaMacro><x:C>A & B &amp; C</x:C>"
    damaged = changed(
        whole,
        LIBREOFFICE,
        add("xl/drawings/vmlDrawing1.vml", vml.encode()),
    )
    mended = repaired(damaged)

    assert parts_of(mended.data)["xl/drawings/vmlDrawing1.vml"].decode() == (
        "<x:FmlaMacro>[0]!Tekan_merge</x:FmlaMacro><x:C>A &amp; B &amp; C</x:C>"
    )


def test_buttons_that_are_gone_or_all_alike_are_drawn_anew(whole):
    """LibreOffice 7.4 gives all of them one name, openpyxl may leave them out."""
    alike = changed(whole, replace("xl/drawings/vml", r'id="_x0000_s\d+"', 'id="shape_0"'))
    gone = resaved(whole, keep_vba=False)
    found = buttons_on(Package(whole), NAMA)

    assert len(found) == len(TOMBOL) - 1  # all but “Periksa Instalasi”
    for damaged in (alike, gone):
        mended = repaired(damaged)
        assert lacks_buttons(mended.data)
        again = redrawn(mended, whole)
        assert buttons_on(Package(again.data), NAMA) == found
        assert Bagian.TOMBOL in again.mended


@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_what_is_drawn_anew_is_whole_for_excels_own_reader(whole, tmp_path):
    path = tmp_path / NAME
    once = redrawn(repaired(resaved(whole, keep_vba=False)), whole)
    path.write_bytes(redrawn(once, whole).data)  # twice is as good as once

    assert errors(path) == []
    assert buttons_on(Package(path.read_bytes()), NAMA)
    assert sum("chart" in name for name in Package(path.read_bytes()).names) == 1


def test_notes_of_a_person_stay_and_the_buttons_do_not_come_back(whole):
    def note(parts: Parts) -> None:
        rels = "xl/worksheets/_rels/sheet1.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        added = f'<Relationship Id="c1" Type="{kind}" Target="../comments1.xml"/></Rel'
        parts[rels] = parts[rels].replace(b"</Rel", added.encode())

    noted = repaired(changed(whole, note))
    after = redrawn(noted, whole)

    assert after.data == noted.data
    assert after.left == (Bagian.TOMBOL,)


def test_a_signature_of_other_macros_goes(whole):
    signature = "xl/vbaProjectSignature.bin"
    damaged = changed(
        whole, LIBREOFFICE, add(signature, b"x"), add("xl/_rels/vbaProject.bin.rels", b"<x/>")
    )

    assert {signature, "xl/_rels/vbaProject.bin.rels"} & set(
        parts_of(repaired(damaged).data)
    ) == set()


def test_what_cannot_come_back_is_named(whole):
    own = add(PROJECT, macros.project({"Milikku": 'Attribute VB_Name = "Milikku"'}, []))

    assert repaired(changed(whole, own)).left == (Bagian.MAKRO_SENDIRI,)
    assert repaired(changed(whole, LIBREOFFICE)).left == (Bagian.TAMPILAN,)


# ---- the command


def put(folder: Path, raw: bytes) -> Order:
    path = folder / NAME
    path.write_bytes(raw)
    return Order(FileDesk(path))


def codes(outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan]


def test_repair_keeps_the_damaged_file_and_the_users_own_sheet(whole, tmp_path):
    """
    Catatan Saya
    |  |               |
    |  | milik sendiri |
    """
    damaged = resaved(whole, keep_vba=True, own_sheet=True)
    order = put(tmp_path, damaged)
    outcome = repair(order)
    [copy] = (tmp_path / "Cadangan").iterdir()

    assert codes(outcome)[0] == "S84"
    assert copy.read_bytes() == damaged
    assert copy.name.endswith("Pulihkan Workbook.xlsm")
    assert cells(order.desk.path)["Catatan Saya"] == {(2, 2): (Kind.TEXT, "milik sendiri")}
    assert order.desk.check_free() is None


def test_repair_of_a_whole_master_changes_nothing(whole, tmp_path):
    order = put(tmp_path, whole)
    outcome = repair(order)

    assert codes(outcome) == ["S86"]
    assert outcome.exit is Exit.CLEAN
    assert [p.name for p in tmp_path.iterdir()] == [NAME]
    assert order.desk.path.read_bytes() == whole


def test_a_trial_of_repair_changes_nothing(whole, tmp_path):
    damaged = changed(whole, drop(PROJECT))
    order = put(tmp_path, damaged)
    outcome = repair(Order(order.desk, coba=True))

    assert codes(outcome)[0] == "S84"
    assert [p.name for p in tmp_path.iterdir()] == [NAME]
    assert order.desk.path.read_bytes() == damaged


@pytest.mark.parametrize(
    ("raw", "lock", "code"),
    [
        ("damaged", f".~lock.{NAME}#", "S01"),
        ("damaged", f"~${NAME}", "S01"),
        ("cut", "", "S04"),
    ],
)
def test_repair_refuses_what_it_cannot_mend(whole, tmp_path, raw, lock, code):
    damaged = changed(whole, drop(PROJECT))
    if raw == "cut":
        damaged = changed(whole, drop(PROJECT), add("xl/worksheets/sheet2.xml", b"<"))
    order = put(tmp_path, damaged)
    if lock:
        (tmp_path / lock).touch()

    with pytest.raises(KinerjaError) as refused:
        repair(order)
    (found,) = refused.value.temuan
    assert found.rule.code == code
    assert not lock or lock in found.remedy
    assert order.desk.path.read_bytes() == damaged
