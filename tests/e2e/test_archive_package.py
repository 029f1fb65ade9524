"""The sealed package of a Periode: judged by bagit and sha256sum, damaged, interrupted."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import bagit
import pytest

from dying import dies
from folders import filled, master, rename, tree
from kinerja import commands
from kinerja.adapters import bag, office
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.journaling import Journal
from kinerja.outcome import Exit, Outcome
from kinerja.temuan import KinerjaError, Rule

TPH, KUL = "Formulir TPH TW I 2020.xlsx", "Formulir KUL TW I 2020.xlsx"
PACKAGE = "Arsip Periode/2020 TW I"
BUKTI = "BA 80% =1+1.pdf"
WIB = timezone(timedelta(hours=7))
NOON = datetime(2020, 4, 6, 12, tzinfo=WIB)


@pytest.fixture
def order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Order:
    """An office with one form back and one piece of data pendukung; no LibreOffice."""
    monkeypatch.setattr(office, "find_office", lambda: None)
    folder = tmp_path / "kantor"
    folder.mkdir()
    (folder / "kinerja.xlsm").write_bytes(master())
    made = Order(FileDesk.in_folder(folder), clock=lambda: NOON)
    commands.generate(made)
    form = (folder / "Formulir" / TPH).read_bytes()
    (folder / "Masuk" / "=kembali.xlsx").write_bytes(filled(form, {"1a": 66, "1b": 3}, BUKTI))
    place = folder / "Data Pendukung" / "TPH" / "TW I" / "1a"
    place.mkdir(parents=True)
    (place / BUKTI).write_bytes(b"%PDF-1.4\nbukti\n%%EOF\n")
    commands.merge(made)
    return made


@pytest.fixture
def sealed(order: Order) -> Order:
    """The same, archived."""
    commands.archive(order)
    return order


def codes(outcome: Outcome) -> list[str]:
    return [t.rule.code for t in outcome.temuan]


def named(outcome: Outcome, code: str) -> list[str]:
    """The files that the Temuan of one code name."""
    return [dict(t.facts)["berkas"] for t in outcome.temuan if t.rule.code == code]


def package(order: Order, name: str = PACKAGE) -> Path:
    return order.folder / name


def is_sound(folder: Path) -> bool:
    """What two programs say that did not make it."""
    lists = ("manifest-sha256.txt", "tagmanifest-sha256.txt")
    for name in lists if shutil.which("sha256sum") else ():
        check = subprocess.run(
            ["sha256sum", "--strict", "-c", name], cwd=folder, capture_output=True, check=False
        )
        if check.returncode:
            return False
    return bool(bagit.Bag(str(folder)).is_valid())


def test_a_package_is_sound_by_the_word_of_others(sealed: Order) -> None:
    assert is_sound(package(sealed))


def test_originals_and_data_pendukung_are_in_it_byte_for_byte(sealed: Order) -> None:
    data, folder = package(sealed) / "data", sealed.folder
    pairs = {
        f"1 Formulir Dibagikan/{TPH}": f"Formulir/{TPH}",
        "2 Formulir Kembali/TPH/=kembali.xlsx": "Masuk/=kembali.xlsx",
        "4 Data Pendukung/TPH/BA 80 persen =1+1.pdf": f"Data Pendukung/TPH/TW I/1a/{BUKTI}",
    }

    for there, here in pairs.items():
        assert (data / there).read_bytes() == (folder / here).read_bytes(), there


def test_its_readme_needs_no_program(sealed: Order) -> None:
    raw = (package(sealed) / "BACA DULU.txt").read_bytes()
    text = raw.decode("utf-8-sig")

    assert b"\r\n" in raw
    assert "KPU Kabupaten Contoh" in text
    assert "sha256sum -c manifest-sha256.txt" in text
    assert "{{" not in text
    assert all(len(line) <= 110 for line in text.splitlines())


def test_every_declared_field_is_in_its_table_and_every_cell_has_its_type(
    sealed: Order,
) -> None:
    tables = package(sealed) / "data" / "7 Tabel"
    told = json.loads((tables / "datapackage.json").read_text(encoding="utf-8"))

    assert {r["path"] for r in told["resources"]} == {p.name for p in tables.glob("*.csv")}
    for resource in told["resources"]:
        text = (tables / resource["path"]).read_bytes().decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
        fields = resource["schema"]["fields"]
        assert [f["name"] for f in fields] == head, resource["path"]
        assert all(len(row) == len(head) for row in rows), resource["path"]
        for row in rows:
            for field, cell in zip(fields, row, strict=True):
                assert fits(field, cell), (resource["path"], field["name"], cell)


def fits(field: Mapping[str, str], cell: str) -> bool:
    """Whether a cell is of the type that its field declares, and harmless if it is text."""
    if not cell:
        return True
    match field["type"]:
        case "number":
            return float(cell.replace(",", ".")) is not None
        case "integer":
            return int(cell) is not None
        case "date" | "datetime" | "time":
            return datetime.strptime(cell, field["format"]) is not None
        case "boolean":
            return cell in {"TRUE", "FALSE"}
        case _:
            return not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_tables_say_what_the_master_says(sealed: Order) -> None:
    """
    | Kode | Subbagian | Periode | Status | … | Realisasi |
    | 1a   | TPH       | 1       | Terisi | … | 66        |
    """
    path = package(sealed) / "data" / "7 Tabel" / "realisasi.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))

    assert [(r["Kode"], r["Periode"], r["Realisasi"]) for r in rows if r["Realisasi"]] == [
        ("1a", "1", "66"),
        ("1b", "1", "3"),
    ]


def test_no_path_in_it_is_too_long(sealed: Order) -> None:
    paths = [p.relative_to(sealed.folder).as_posix() for p in package(sealed).rglob("*")]

    assert max(map(len, paths)) <= 200


# ---- pressed again


def test_pressed_twice_nothing_changes(sealed: Order) -> None:
    before, lines = tree(sealed.folder), len(Journal.of(sealed.folder).lines)
    again = commands.archive(replace(sealed, clock=lambda: NOON + timedelta(days=2)))

    assert tree(sealed.folder) == before
    assert len(Journal.of(sealed.folder).lines) == lines
    assert again.counts["diarsipkan"] == 0


def test_the_same_office_gives_the_same_package(order: Order, tmp_path: Path) -> None:
    twin = tmp_path / "lain"
    shutil.copytree(order.folder, twin)
    commands.archive(order)
    commands.archive(replace(order, desk=FileDesk.in_folder(twin)))

    assert tree(package(order)) == tree(twin / PACKAGE)


def test_news_makes_a_second_package_and_leaves_the_first(sealed: Order) -> None:
    first = tree(package(sealed))
    form = (sealed.folder / "Formulir" / KUL).read_bytes()
    (sealed.folder / "Masuk" / "KUL.xlsx").write_bytes(filled(form, {"2a": 1}))
    commands.merge(sealed)
    outcome = commands.archive(sealed)

    assert outcome.berkas == (f"{PACKAGE} (2)",)
    assert "A09" in codes(outcome)
    assert tree(package(sealed)) == first
    assert is_sound(package(sealed, f"{PACKAGE} (2)"))


def test_no_package_is_made_if_its_sheet_cannot_be_written(order: Order) -> None:
    rename(order.desk.path, "Kelengkapan", "Kelengkapan (2)")
    before = tree(order.folder)
    with pytest.raises(KinerjaError) as caught:
        commands.archive(order)

    assert [t.rule for t in caught.value.temuan] == [Rule.LEMBAR_HILANG]
    assert tree(order.folder) == before


def test_a_name_that_is_no_text_is_put_away_too(order: Order) -> None:
    place = os.fsencode(order.folder / "Data Pendukung" / "TPH" / "TW I" / "1a")
    try:
        Path(os.fsdecode(place + b"/foto \xff\xfe.pdf")).write_bytes(b"%PDF-1.4\n%%EOF\n")
    except OSError:
        pytest.skip("this system has no such names")
    commands.archive(order)
    names = [name for name in tree(package(order)) if "foto" in str(name)]

    assert len(names) == 1
    assert not list(bag.faults(package(order)))


def test_a_trial_writes_nothing_and_counts_the_same(order: Order) -> None:
    before = tree(order.folder)
    trial = commands.archive(replace(order, coba=True))

    assert tree(order.folder) == before
    assert trial.counts == commands.archive(order).counts


def test_what_the_package_lacks_is_said_and_the_rest_is_sealed(order: Order) -> None:
    (original,) = (order.folder / "Arsip").glob("*.xlsx")
    original.unlink()
    outcome = commands.archive(order)

    assert named(outcome, "A03") == ["2 Formulir Kembali/TPH/=kembali.xlsx"]
    assert is_sound(package(order))


def test_an_original_that_was_changed_in_the_archive_is_named(order: Order) -> None:
    (original,) = (order.folder / "Arsip").glob("*.xlsx")
    original.write_bytes(original.read_bytes() + b"\0")

    assert named(commands.archive(order), "A17") == ["2 Formulir Kembali/TPH/=kembali.xlsx"]


def test_open_galat_and_open_forms_are_said(order: Order) -> None:
    found = codes(commands.archive(order))

    assert {"A01", "A02"} <= set(found)


def test_a_periode_of_which_there_is_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "find_office", lambda: None)
    (tmp_path / "kinerja.xlsm").write_bytes(master())
    outcome = commands.archive(Order(FileDesk.in_folder(tmp_path)))

    assert codes(outcome) == ["A08"]
    assert outcome.exit is Exit.REFUSED
    assert not (tmp_path / "Arsip Periode").exists()


# ---- damaged since


def test_one_flipped_byte_is_named(sealed: Order) -> None:
    name = f"data/1 Formulir Dibagikan/{KUL}"
    path = package(sealed) / name
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)
    outcome = commands.archive(sealed)

    assert named(outcome, "A04") == [name]
    assert outcome.berkas == (f"{PACKAGE} (2)",)
    assert is_sound(package(sealed, f"{PACKAGE} (2)"))


@pytest.mark.parametrize("name", ["BACA DULU.txt", "bag-info.txt", "manifest-sha256.txt"])
def test_a_changed_word_about_the_package_is_named(sealed: Order, name: str) -> None:
    path = package(sealed) / name
    path.write_bytes(path.read_bytes().replace(b"2020", b"2021").replace(b"0", b"1", 1))

    assert name in named(commands.archive(sealed), "A04")


def test_one_missing_file_is_named(sealed: Order) -> None:
    name = "data/8 Riwayat/riwayat.jsonl"
    (package(sealed) / name).unlink()

    assert named(commands.archive(sealed), "A05") == [name]


@pytest.mark.parametrize("name", ["data/tambahan.pdf", "data/5 Surat/x/y.txt", "catatan.txt"])
def test_one_extra_file_is_named(sealed: Order, name: str) -> None:
    path = package(sealed) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")

    assert named(commands.archive(sealed), "A06") == [name]


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_file_that_became_a_link_is_named(sealed: Order, tmp_path: Path) -> None:
    name = "data/8 Riwayat/riwayat.jsonl"
    path = package(sealed) / name
    moved = tmp_path / "lain.jsonl"
    path.rename(moved)
    path.symlink_to(moved)

    assert named(commands.archive(sealed), "A04") == [name]


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_a_package_without_its_lists_is_none(sealed: Order, name: str) -> None:
    (package(sealed) / name).unlink()

    assert named(commands.archive(sealed), "A07") == [name]


# ---- interrupted


def test_a_full_disk_leaves_nothing_of_a_package(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, calls = tree(order.folder), count()

    def full(_handle: int) -> None:
        if next(calls) == 7:
            raise OSError(errno.ENOSPC, "penuh")

    monkeypatch.setattr(bag.os, "fsync", full)
    with pytest.raises(KinerjaError) as caught:
        commands.archive(order)

    assert [t.rule.code for t in caught.value.temuan] == [Rule.TIDAK_DAPAT_MENULIS.code]
    assert [p for p in tree(order.folder) if p not in before] == [("Arsip Periode", "")]


def test_killed_at_any_call_no_half_package_stands_and_the_next_run_finishes(
    order: Order, tmp_path: Path
) -> None:
    """At every third call; which ones those are differs from one version to the next."""
    start = tmp_path / "awal"
    shutil.copytree(order.folder, start)
    commands.archive(order)
    whole = {name for name, _ in tree(package(order))}
    stood, call = set(), 0
    while True:
        call += 3
        folder = tmp_path / f"mati {call}"
        shutil.copytree(start, folder)
        if not dies("archive", folder, call, NOON):
            break
        stood.add((folder / PACKAGE).is_dir())
        if (folder / PACKAGE).is_dir():
            assert is_sound(folder / PACKAGE), call
        hurt = replace(order, desk=FileDesk.in_folder(folder))
        outcome = commands.archive(hurt)

        assert not {"A04", "A05", "A06", "A07", "A09"} & set(codes(outcome)), call
        assert is_sound(folder / PACKAGE), call
        assert {name for name, _ in tree(folder / PACKAGE)} == whole, call
        left = [p.name for p in (folder / "Arsip Periode").iterdir()]
        assert left == ["2020 TW I"], call
        shutil.rmtree(folder)

    assert stood == {True, False}
