"""What a file is by its bytes: every planted one is named, no honest one is."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from grids import codes
from kinerja.adapters import archive_list
from kinerja.adapters.archive_list import MAX_MEMBERS
from kinerja.adapters.folder import data_pendukung
from kinerja.isi_berkas import described
from kinerja.model import Berkas, Cacat
from kinerja.temuan import Temuan
from kinerja.verify import verify
from office import answer, having, kiriman, listed
from planted_files import CLEAN, OTHER_KINDS, PLANTED, locked_pdf, many, odf, pdf, png, zipped

posix = pytest.mark.skipif(os.name == "nt", reason="has no pipes")
NOT_TAKEN = "D10"  # the applications take few kinds of file


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / "TPH" / "TW I" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def look(folder: Path) -> tuple[Berkas, ...]:
    return data_pendukung(folder, 4)


def told(folder: Path, *names: str) -> list[Temuan]:
    """What is wrong with the files of a folder that a form lists, each by its name."""
    entries = tuple(map(listed, names))
    rekap = having(kiriman(answer("1a", 66), listed=entries), berkas=look(folder))
    return [t for t in verify(rekap) if t.rule.code.startswith("D")]


def only(folder: Path, name: str, data: bytes) -> Berkas:
    put(folder, name, data)
    (found,) = look(folder)
    return found


@pytest.mark.parametrize("name", PLANTED)
def test_planted_file_is_named_by_its_rule_at_its_place(tmp_path: Path, name: str) -> None:
    data, code = PLANTED[name]
    put(tmp_path, name, data)
    told = verify(
        having(kiriman(answer("1a", 66), listed=(listed(name),)), berkas=look(tmp_path))
    )
    about = [t for t in told if t.rule.code.startswith("D")]

    assert codes(about) == [code]
    assert about[0].location.file == f"TPH/TW I/{name}"


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_planted_file_of_another_kind_is_named_too(tmp_path: Path, name: str) -> None:
    data, code = OTHER_KINDS[name]
    put(tmp_path, name, data)
    told = verify(
        having(kiriman(answer("1a", 66), listed=(listed(name),)), berkas=look(tmp_path))
    )
    about = {t.rule.code for t in told if t.rule.code.startswith("D")}

    assert about - {NOT_TAKEN} == {code}


def test_no_clean_file_is_named(tmp_path: Path) -> None:
    for name, data in CLEAN.items():
        put(tmp_path, name, data)

    assert told(tmp_path, *CLEAN) == []


@posix
def test_link_and_pipe_are_named_and_nobody_waits_on_them(tmp_path: Path) -> None:
    os.mkfifo(put(tmp_path, "a.pdf", pdf()).with_name("pipa.pdf"))
    (tmp_path / "TPH/TW I/tautan.pdf").symlink_to("/etc/hostname")
    about = told(tmp_path, "a.pdf", "pipa.pdf", "tautan.pdf")

    assert [(t.rule.code, t.location.file) for t in about] == [
        ("D15", "TPH/TW I/pipa.pdf"),
        ("D15", "TPH/TW I/tautan.pdf"),
    ]


def test_archives_are_listed_and_no_member_is_ever_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError

    for name in ("open", "read", "extract", "extractall", "testzip"):
        monkeypatch.setattr(zipfile.ZipFile, name, forbidden)
    for name, (data, _) in (PLANTED | OTHER_KINDS).items():
        put(tmp_path, name, data)
    before = sorted(p.name for p in tmp_path.rglob("*"))
    found = look(tmp_path)

    assert len(found) == len(PLANTED) + len(OTHER_KINDS)
    assert sorted(p.name for p in tmp_path.rglob("*")) == before


def test_archive_says_how_much_is_in_it(tmp_path: Path) -> None:
    found = only(tmp_path, "tiga.zip", zipped({"a.txt": "a", "b.txt": "b", "c.txt": "c"}))

    assert (found.isi, found.anggota, found.cacat) == ("zip", 3, ())
    assert described(found) == "ZIP (3 berkas)"


def test_members_are_counted_by_the_end_record_before_any_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = many(MAX_MEMBERS + 1)
    monkeypatch.setattr(archive_list.zipfile, "ZipFile", None)
    found = only(tmp_path, "banyak.zip", data)

    assert (found.anggota, found.cacat) == (MAX_MEMBERS + 1, (Cacat.RAKSASA,))


def test_as_many_members_as_allowed_are_no_fault(tmp_path: Path) -> None:
    found = only(tmp_path, "banyak.zip", many(MAX_MEMBERS))

    assert (found.anggota, found.cacat) == (MAX_MEMBERS, ())


def test_members_that_share_their_bytes_are_too_large_though_few_are_declared(
    tmp_path: Path,
) -> None:
    data = zipped({"a.txt": os.urandom(5000)})
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[at:end]
    other = entry.replace(b"a.txt", b"b.txt")
    record = bytearray(data[end:])
    record[8:12] = b"\x02\0\x02\0"
    record[12:16] = len(entry + other).to_bytes(4, "little")
    found = only(tmp_path, "tumpang.zip", data[:end] + other + bytes(record))

    assert found.cacat == (Cacat.RAKSASA,)


def test_opendocument_that_is_stored_but_open_is_not_locked(tmp_path: Path) -> None:
    found = only(tmp_path, "a.ods", odf(b"<?xml version='1.0'?>"))

    assert (found.isi, found.cacat) == ("ods", ())


def test_pages_are_counted_and_a_locked_pdf_has_none(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", pdf(pages=7))
    put(tmp_path, "b.pdf", locked_pdf())

    assert [(b.halaman, b.cacat) for b in look(tmp_path)] == [
        (7, ()),
        (None, (Cacat.TERKUNCI,)),
    ]


def test_picture_is_never_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    monkeypatch.setitem(sys.modules, "PIL.Image", None)

    assert only(tmp_path, "a.png", png(60_000, 60_000)).cacat == (Cacat.RAKSASA,)


@pytest.mark.parametrize("cut", range(0, 400, 13))
def test_no_truncated_file_is_beyond_being_looked_at(tmp_path: Path, cut: int) -> None:
    samples = {**CLEAN, **{name: data for name, (data, _) in (PLANTED | OTHER_KINDS).items()}}
    for name, data in samples.items():
        put(tmp_path, name, data[:cut])

    assert len(look(tmp_path)) == len(samples)


def test_many_files_are_looked_at_in_the_order_of_their_names(tmp_path: Path) -> None:
    for n in range(60):
        put(tmp_path, f"{n:02}.pdf", pdf(f"isi {n}"))

    assert [b.nama for b in look(tmp_path)] == [f"{n:02}.pdf" for n in range(60)]
    assert len({b.sha256 for b in look(tmp_path)}) == 60
