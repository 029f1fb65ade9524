"""What Periksa Instalasi makes of facts: each line is a computer unlike a good one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.doctor import CHECKS, examine
from kinerja.installation import (
    Calc,
    Installation,
    Library,
    Place,
    Programs,
    Starting,
    System,
    Trust,
)
from kinerja.sheets.pemeriksaan import Baik
from kinerja.temuan import Sebab

RICH = Library(name="rich", pinned="15.0.0", found="15.0.0")
WINDOWS = Installation(
    system=System.WINDOWS,
    python=(3, 12, 4),
    environment=r"C:\Users\ani\AppData\Local\Kinerja\venv",
    is_environment=True,
    version="0.2.0",
    installed="0.2.0",
    libraries=(RICH,),
    has_matplotlib=False,
    templates_missing=(),
    place=Place(
        path=r"C:\Users\ani\Kinerja 2026",
        better=r"C:\Users\ani\Kinerja 2026",
        clouds=(r"C:\Users\ani\OneDrive - KPU",),
        workbook="kinerja.xlsm",
        free_mb=80_000,
    ),
    programs=Programs(
        excel=True,
        word=True,
        trust=Trust.TRUSTED,
        starting=Starting.ALLOWED,
        calc=Calc.READY,
    ),
)
MAC = replace(
    WINDOWS,
    system=System.MACOS,
    place=replace(WINDOWS.place, path="/Users/ani/Kinerja 2026"),
    programs=Programs(excel=True, word=True, has_applescript=True, calc=Calc.READY),
)
LINUX = replace(MAC, system=System.LINUX, programs=Programs(calc=Calc.READY))
ANYWHERE = (WINDOWS, MAC, LINUX)
system = pytest.mark.parametrize("found", ANYWHERE, ids=lambda found: found.system.value)


def codes(found: Installation) -> list[str]:
    return [t.rule.code for t in examine(found)[1]]


def with_place(found: Installation, **facts: object) -> Installation:
    return replace(found, place=replace(found.place, **facts))


def with_programs(found: Installation, **facts: object) -> Installation:
    return replace(found, programs=replace(found.programs, **facts))


@system
def test_where_all_is_right_every_check_that_matters_there_says_so(
    found: Installation,
) -> None:
    right, wrong = examine(found)

    assert wrong == []
    assert Baik.LIBREOFFICE.value in right
    assert (Baik.TEPERCAYA.value in right) == (found.system is System.WINDOWS)
    assert (Baik.APPLESCRIPT.value in right) == (found.system is System.MACOS)
    assert (Baik.EXCEL.value in right) == (found.system is not System.LINUX)


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"python": (3, 10, 13)}, "S40"),
        ({"python": (3, 11, 0)}, ""),
        ({"python": (4, 0, 0)}, ""),
        ({"is_environment": False}, "S41"),
        ({"installed": "0.1.0"}, "S42"),
        ({"installed": ""}, "S43"),
        ({"libraries": (replace(RICH, found=""),)}, "S44"),
        ({"libraries": (replace(RICH, found="14.0.0"),)}, "S45"),
        ({"libraries": ()}, ""),
        ({"has_matplotlib": True}, "S46"),
        ({"templates_missing": ("laporan_tahunan.docx",)}, "S05"),
    ],
)
@system
def test_the_program(found: Installation, facts: dict[str, object], code: str) -> None:
    assert codes(replace(found, **facts)) == [code] * bool(code)


def test_every_library_that_differs_is_named_at_once() -> None:
    wrong = [Library(name=name, pinned="2", found=v) for name, v in (("a", "1"), ("b", ""))]
    _, temuan = examine(replace(LINUX, libraries=(RICH, *wrong)))

    assert [(t.rule.code, dict(t.facts)["nama"]) for t in temuan] == [
        ("S45", "a"),
        ("S44", "b"),
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (r"D:\Kinerja 2026", ""),
        (r"C:\Users\ani\OneDrive - KPU\Kinerja 2026", "S49"),
        (r"c:\users\ANI\onedrive - kpu", "S49"),
        (r"C:\Users\ani\OneDrive - KPU lama\Kinerja 2026", "S49"),
        (r"E:\OneDrive\Kinerja 2026", "S49"),
        (r"D:\Bukan OneDrive\Kinerja 2026", ""),
        ("/Users/ani/Library/CloudStorage/OneDrive-KPU/Kinerja 2026", "S49"),
        (r"\\server\bersama\Kinerja 2026", "S50"),
        ("//server/bersama/Kinerja 2026", "S50"),
        ("https://kpu.sharepoint.com/Kinerja 2026", "S48"),
        ("https:/kpu.sharepoint.com/Kinerja 2026", "S48"),
        (r"C:\https\Kinerja 2026", ""),
        ("D:\\" + "x" * 117, ""),
        ("D:\\" + "x" * 118, "S51"),
    ],
)
@system
def test_the_place_of_the_folder(found: Installation, path: str, code: str) -> None:
    assert codes(with_place(found, path=path)) == [code] * bool(code)


def test_a_cloud_of_another_name_is_known_from_the_system() -> None:
    clouds = ("D:\\Awan kantor\\", "")

    assert codes(with_place(WINDOWS, path=r"D:\Awan kantor\2026", clouds=clouds)) == ["S49"]
    assert codes(with_place(WINDOWS, path=r"D:\Awan kantor lama", clouds=clouds)) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"is_there": False, "workbook": "", "free_mb": None}, "S02"),
        ({"hindrance": Sebab.IZIN}, "S47"),
        ({"log_hindrance": Sebab.IZIN}, "S47"),
        ({"free_mb": 499}, "S64"),
        ({"free_mb": 500}, ""),
        ({"free_mb": None}, ""),
        ({"workbook": "kinerja=baru.xlsm"}, "S52"),
        ({"workbook": ""}, ""),
    ],
)
@system
def test_the_folder_and_the_workbook(
    found: Installation, facts: dict[str, object], code: str
) -> None:
    assert codes(with_place(found, **facts)) == [code] * bool(code)


@pytest.mark.parametrize(
    ("facts", "on_windows", "on_mac", "on_linux"),
    [
        ({"excel": False}, "S58", "S58", ""),
        ({"word": False}, "S59", "S59", ""),
        ({"trust": Trust.NOT_YET}, "S53", "", ""),
        ({"trust": Trust.UNSEEN}, "S53", "", ""),
        ({"trust": Trust.FORBIDDEN}, "S54", "", ""),
        ({"starting": Starting.BLOCKED}, "S56", "", ""),
        ({"starting": Starting.UNSEEN}, "S57", "", ""),
        ({"has_applescript": False}, "", "S60", ""),
        ({"calc": Calc.NONE}, "S61", "S61", "S61"),
        ({"calc": Calc.NO_PYTHON}, "S62", "S62", "S62"),
        ({"calc": Calc.NOT_YET}, "S63", "S63", "S63"),
        ({"excel": False, "trust": Trust.NOT_YET, "has_applescript": False}, "S58", "S58", ""),
    ],
)
def test_the_other_programs(
    facts: dict[str, object], on_windows: str, on_mac: str, on_linux: str
) -> None:
    expected = [[code] * bool(code) for code in (on_windows, on_mac, on_linux)]

    assert [codes(with_programs(found, **facts)) for found in ANYWHERE] == expected


@system
def test_only_windows_marks_what_was_downloaded(found: Installation) -> None:
    expected = ["S55"] if found.system is System.WINDOWS else []

    assert codes(with_place(found, is_downloaded=True)) == expected


def test_every_sentence_of_what_is_right_can_be_said() -> None:
    variants = (WINDOWS, MAC, LINUX, replace(LINUX, installed=""))
    said = {sentence for found in variants for sentence in examine(found)[0]}
    patterns = {baik: baik.value.partition("{")[0] for baik in Baik}
    unsaid = [
        baik for baik, start in patterns.items() if not any(s.startswith(start) for s in said)
    ]

    # the desk that holds the master says the first of these, its journal the other
    assert set(unsaid) == {Baik.WORKBOOK_BEBAS, Baik.RIWAYAT}


def test_each_check_looks_at_one_thing_and_is_listed_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS)
