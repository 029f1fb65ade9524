"""Promises about kinerja.xlsm: it is made from text, and every button leads somewhere.

Button, macro, command, test and README line of one job share its name.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import olefile
import pytest
from lxml import etree
from pyopenvba.interpreter import parse_module

import build
from kinerja import commands
from kinerja.adapters import building, macros, ribbon
from kinerja.adapters.reading import read_book
from kinerja.commands.new import NAME
from kinerja.grid import Book
from kinerja.sheets.beranda import KELOMPOK
from kinerja.sheets.master import CODE_NAMES, SUBBAGIAN, sheets_of
from kinerja.sheets.tombol import JUDUL, TOMBOL
from kinerja.temuan import KinerjaError
from open_xml import MISSING, VALIDATE, errors
from vba import MASTER, PLATFORMS, ROOT, SOURCES, compiled_for, read_back

KINERJA = ROOT / NAME
CALLBACK = "KinerjaRibbon.Kinerja_Tekan"
LONGEST = 16  # characters of a label
LONGER = {"annual", "doctor"}  # no shorter words say it
MANY = 6  # large buttons in a group
MADE = (
    "import sys; from kinerja.commands.new import *; sys.stdout.buffer.write(empty_master(4))"
)


@cache
def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(KINERJA) as package:
        return {name: package.read(name) for name in package.namelist()}


@cache
def built() -> bytes:
    """The master as another process makes it, in another zone, with another hash seed."""
    env = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta"}
    env["PYTHONPATH"] = str(ROOT / "python")
    return subprocess.run(
        [sys.executable, "-c", MADE], env=env, capture_output=True, check=True
    ).stdout


def project() -> olefile.OleFileIO:
    return olefile.OleFileIO(io.BytesIO(parts()["xl/vbaProject.bin"]))


def markup(name: str) -> etree._Element:
    return etree.fromstring(parts()[name])


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


# ---- the file


def contents(data: bytes) -> list[tuple[str, tuple[int, ...], int, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [
            (info.filename, info.date_time, info.create_system, package.read(info))
            for info in package.infolist()
        ]


def test_the_file_is_what_its_sources_make() -> None:
    """If this fails: python python/build.py, and commit kinerja.xlsm."""
    committed = KINERJA.read_bytes()

    assert contents(built()) == contents(committed)
    # zlib-ng, in Python for Windows from 3.14 on, presses the same content otherwise
    assert built() == committed or "ng" in zlib.ZLIB_RUNTIME_VERSION


@pytest.mark.skipif(VALIDATE is None, reason=MISSING)
def test_the_open_xml_sdk_finds_nothing_wrong() -> None:
    assert errors(KINERJA) == []


def test_the_sheet_of_the_interpreters_is_there_and_empty() -> None:
    book = read_book(KINERJA)
    assert isinstance(book, Book)
    grid = book.grid(building.KONF)
    assert grid

    assert {place: cell.value for place, cell in grid.cells.items()} == {
        (1, 1): building.KONF_KEYS[0],
        (2, 1): building.KONF_KEYS[1],
    }


def test_a_text_that_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "SOURCES", tmp_path)
    with pytest.raises(KinerjaError) as error:
        building.master_bytes([SUBBAGIAN], {})

    assert [(t.rule.code, t.location.file) for t in error.value.temuan] == [
        ("S05", f"{building.MODULES[0]}.bas")
    ]


# ---- build.py


def run_build(monkeypatch: pytest.MonkeyPatch, root: Path) -> int:
    monkeypatch.setattr(build, "ROOT", root)
    monkeypatch.setattr(sys, "argv", ["build.py"])
    return build.main()


def test_build_alone_makes_the_file_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twice = [run_build(monkeypatch, tmp_path), run_build(monkeypatch, tmp_path)]

    assert twice == [0, 0]
    assert [p.name for p in tmp_path.iterdir()] == [NAME]
    assert contents((tmp_path / NAME).read_bytes()) == contents(KINERJA.read_bytes())


def test_build_alone_leaves_a_master_that_is_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    | Subbagian |
    | Kode | Nama Subbagian |
    | KUL  | Keuangan       |
    """
    filled = building.master_bytes(
        sheets_of(4), {SUBBAGIAN.name: [["KUL", "Keuangan", None, None]]}
    )
    (tmp_path / NAME).write_bytes(filled)

    assert run_build(monkeypatch, tmp_path) == 2
    assert (tmp_path / NAME).read_bytes() == filled
    assert "tidak ditimpa" in capsys.readouterr().out


def test_build_alone_leaves_a_master_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(KINERJA, tmp_path)
    (tmp_path / f"~${NAME}").write_bytes(b"\x0eperencana")

    assert run_build(monkeypatch, tmp_path) == 2


# ---- macros


def test_every_source_is_built_in() -> None:
    assert tuple(SOURCES) == building.MODULES


def test_macros_are_read_back_as_they_were_written() -> None:
    found = read_back(KINERJA.read_bytes())
    ours = {name: lines for name, lines in found.items() if name in SOURCES}

    assert ours == {name: text.splitlines() for name, text in SOURCES.items()}
    assert set(found) - set(ours) == {macros.WORKBOOK, *code_names()}


def test_the_workbook_has_a_module_of_its_own() -> None:
    text = (MASTER / "vba" / f"{macros.WORKBOOK}.cls").read_text(encoding="utf-8")
    found = read_back(KINERJA.read_bytes())[macros.WORKBOOK]

    assert text.isascii()
    assert found[-len(text.splitlines()) :] == text.splitlines()
    assert [line for line in found if line.startswith("Attribute VB_Name")] == [
        f'Attribute VB_Name = "{macros.WORKBOOK}"'
    ]
    for platform in PLATFORMS:
        assert len(parse_module(compiled_for(platform, text)).procedures) == 1


def test_nothing_compiled_is_kept_that_could_differ_from_the_source() -> None:
    made = project()
    modules = [f"VBA/{name}" for name in (*SOURCES, macros.WORKBOOK, *code_names())]

    assert made.openstream("VBA/_VBA_PROJECT").read() == macros.NOTHING_COMPILED
    # compressed source begins with 1; anything before it would be compiled code
    assert {made.openstream(name).read(1) for name in modules} == {b"\x01"}


def test_the_compound_file_is_well_formed() -> None:
    made = project()
    storage = next(e for e in made.direntries if e and e.name == "VBA")

    assert made.parsing_issues == []
    for parent in (made.root, storage):
        children = list(in_order(made, parent.sid_child))
        names = [child.name for child in children]

        assert names == sorted(names, key=lambda name: (len(name), name.upper()))
        assert {child.color for child in children} == {macros.BLACK}


def in_order(made: olefile.OleFileIO, sid: int) -> Iterator[olefile.OleDirectoryEntry]:
    if sid != olefile.NOSTREAM:
        entry = made.direntries[sid]
        yield from in_order(made, entry.sid_left)
        yield entry
        yield from in_order(made, entry.sid_right)


def test_the_lists_of_modules_agree() -> None:
    text = project().openstream("PROJECT").read().decode("cp1252")
    documents = [macros.WORKBOOK, *code_names()]

    assert re.findall(r"^Document=(\w+)/&H00000000\r$", text, re.M) == documents
    assert re.findall(r"^Module=(\w+)\r$", text, re.M) == list(SOURCES)
    assert (
        project().openstream("PROJECTwm").read()
        == b"".join(
            name.encode() + b"\0" + name.encode("utf-16-le") + b"\0\0"
            for name in (*documents, *SOURCES)
        )
        + b"\0\0"
    )


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("name", SOURCES)
def test_every_module_compiles(name: str, platform: str) -> None:
    module = parse_module(compiled_for(platform, SOURCES[name]))

    assert module.name == name
    assert len(module.procedures) == len(
        re.findall(r"^(?:Public|Private) (?:Sub|Function) ", SOURCES[name], re.M)
    )


@pytest.mark.parametrize("name", SOURCES)
def test_modules_are_text_that_every_code_page_reads_alike(name: str) -> None:
    text = SOURCES[name]

    assert text.isascii()
    assert text.startswith(f'Attribute VB_Name = "{name}"\n')
    assert max(map(len, text.splitlines())) <= 100


def test_no_macro_is_named_like_another_or_like_a_module() -> None:
    """Excel cannot run a macro that has the name of a module."""
    counts = Counter(name.lower() for name in procedures())

    assert [name for name, count in counts.items() if count > 1] == []
    assert {name.lower() for name in (*SOURCES, *CODE_NAMES.values())} & set(counts) == set()


def procedures() -> list[str]:
    pattern = r"^(?:Public |Private )?(?:Sub|Function) (\w+)"
    return [name for text in SOURCES.values() for name in re.findall(pattern, text, re.M)]


# ---- code names


def code_names() -> list[str]:
    """The code name of every sheet, in the order of the tabs."""
    numbers = range(1, 1 + sum(name.startswith("xl/worksheets/sheet") for name in parts()))
    found = [markup(f"xl/worksheets/sheet{n}.xml").find("{*}sheetPr") for n in numbers]
    return [sheet.get("codeName") for sheet in found]


def test_workbook_and_every_sheet_have_their_code_name() -> None:
    book = markup("xl/workbook.xml")
    sheets = [sheet.get("name") for sheet in book.iter("{*}sheet")]

    assert book.find("{*}workbookPr").get("codeName") == macros.WORKBOOK
    assert code_names() == [CODE_NAMES[name] for name in sheets]


def test_code_names_are_fit_for_vba() -> None:
    names = [*CODE_NAMES.values()]

    assert [n for n in names if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,30}", n)] == []
    assert len({n.lower() for n in names}) == len(names)


# ---- ribbon

TAB = etree.fromstring((MASTER / "ribbon.xml").read_bytes())
BUTTONS = list(TAB.iter("{*}button"))
IDS = [button.get("id") for button in BUTTONS]
each_button = pytest.mark.parametrize("button", BUTTONS, ids=IDS)


def test_both_forms_of_the_ribbon_are_there_and_related() -> None:
    source = (MASTER / "ribbon.xml").read_text(encoding="utf-8")
    related = {r.get("Target"): r.get("Type") for r in markup("_rels/.rels")}
    new, old = (parts()[name].decode() for name in ribbon.PARTS)

    assert new == source
    assert old == source.replace(ribbon.NEW, ribbon.OLD) != source
    assert [related[part] for part in ribbon.PARTS] == [
        kind for _, kind in ribbon.PARTS.values()
    ]


def test_the_ribbon_has_plain_buttons_only() -> None:
    """In Excel for Mac any other control can make the whole tab vanish."""
    tags = {local(e) for e in TAB.iter() if isinstance(e.tag, str)}

    assert tags == {"customUI", "ribbon", "tabs", "tab", "group", "button"}


def test_a_group_has_few_large_buttons() -> None:
    sizes = [len(group) for group in TAB.iter("{*}group")]

    assert 0 < min(sizes) <= max(sizes) <= MANY
    assert {button.get("size") for button in BUTTONS} == {"large"}


def test_ribbon_and_beranda_group_the_buttons_alike() -> None:
    """“Periksa Instalasi” is for the ribbon and the terminal only."""
    ribbon_groups = {
        group.get("label"): tuple(b.get("id") for b in group if b.get("id") != "doctor")
        for group in TAB.iter("{*}group")
    }

    assert ribbon_groups == KELOMPOK
    assert list(TOMBOL) == IDS


@each_button
def test_a_button_says_what_it_does(button: etree._Element) -> None:
    label = button.get("label")

    assert label == JUDUL[button.get("id")]
    assert len(label) <= LONGEST or button.get("id") in LONGER
    assert button.get("screentip")
    assert button.get("supertip").endswith(".")
    assert button.get("imageMso")


def test_the_annual_report_can_be_found_in_english_too() -> None:
    tips = {button.get("id"): button.get("screentip") for button in BUTTONS}

    assert tips["annual"] == "Compile Annual Report"


def test_every_button_has_a_key_of_its_own() -> None:
    keys = [button.get("keytip") for button in BUTTONS]

    assert all(re.fullmatch("[A-Z]{1,3}", key) for key in keys)
    assert len(set(keys)) == len(keys)


def test_every_name_in_the_ribbon_is_used_once() -> None:
    ids = [e.get("id") for e in TAB.iter() if isinstance(e.tag, str) and e.get("id")]

    assert len(set(ids)) == len(ids)


def test_one_macro_serves_the_whole_ribbon() -> None:
    module, _, name = CALLBACK.partition(".")

    assert {button.get("onAction") for button in BUTTONS} == {CALLBACK}
    assert f"Public Sub {name}(control As IRibbonControl)\n" in SOURCES[module]


# ---- from the button to the command, its test and its line in the README


def on_sheets() -> list[str]:
    """The macros of the buttons that are drawn on sheets."""
    drawings = [data.decode() for name, data in parts().items() if name.endswith(".vml")]
    return re.findall(r"<x:FmlaMacro>\[0\]!(\w+)</x:FmlaMacro>", "".join(drawings))


def test_every_button_on_a_sheet_is_in_the_ribbon_too() -> None:
    subs = re.findall(r"^Public Sub Tekan_(\w+)\(\)$", SOURCES["KinerjaTombol"], re.M)
    calls = re.findall(r'^    KinerjaJalankan "(\w+)"$', SOURCES["KinerjaTombol"], re.M)

    assert sorted(on_sheets()) == sorted(f"Tekan_{name}" for name in subs)
    assert calls == subs
    assert set(subs) <= set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_every_button_leads_to_a_command(name: str) -> None:
    assert callable(getattr(commands, name, None))


@pytest.mark.parametrize("name", IDS)
def test_every_button_has_a_test(name: str) -> None:
    tests = [p for part in ("unit", "e2e") for p in (ROOT / "tests" / part).glob("test_*.py")]
    use = re.compile(rf'\bcommands\.{name}\b|"{name}"|\'{name}\'')

    assert [p.name for p in tests if use.search(p.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("name", IDS)
def test_every_button_has_a_line_in_the_readme(name: str) -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if line.startswith(f"| {JUDUL[name]} |")]
