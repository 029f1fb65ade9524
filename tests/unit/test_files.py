"""Writing whole or not at all, the archive, what lies in folders, the lock."""

from __future__ import annotations

import errno
import hashlib
import os
import zipfile
from io import FileIO
from pathlib import Path

import pytest

from kinerja.adapters import files
from kinerja.adapters.files import (
    Archived,
    archive,
    lock,
    read_whole,
    sha256_of,
    shown,
    write_atomic,
)
from kinerja.adapters.folder import data_pendukung, incoming
from kinerja.temuan import KinerjaError, Rule, Sebab, Temuan

posix = pytest.mark.skipif(
    os.name == "nt", reason="Windows has neither FIFO nor free symlinks"
)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def rule_of(error: pytest.ExceptionInfo[KinerjaError]) -> Rule:
    return error.value.temuan[0].rule


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# ---- writing


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_atomic(path, b"satu, yang lebih panjang")
    write_atomic(path, b"dua")

    assert path.read_bytes() == b"dua"
    assert names(tmp_path) == ["a.xlsx"]


@posix
def test_writing_keeps_who_may_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_atomic(path, b"satu")
    path.chmod(0o640)
    write_atomic(path, b"dua")

    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("step", ["_write_synced", "move", "sync_folder"])
@pytest.mark.parametrize(
    ("number", "sebab"),
    [
        (errno.ENOSPC, Sebab.PENUH),
        (errno.EACCES, Sebab.IZIN),
        (errno.EIO, Sebab.GANGGUAN),
    ],
)
def test_a_failed_write_leaves_one_whole_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, sebab: Sebab
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"lama")

    def fail(*_: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(files, step, fail)
    with pytest.raises(KinerjaError) as error:
        write_atomic(path, b"baru")

    assert rule_of(error) is Rule.TIDAK_DAPAT_MENULIS
    assert dict(error.value.temuan[0].facts)["sebab"] == sebab.value
    assert path.read_bytes() == (b"baru" if step == "sync_folder" else b"lama")
    assert names(tmp_path) == ["a.xlsx"]


def sharing_violation(*_: object) -> None:
    error = PermissionError(errno.EACCES, "")
    error.winerror = 32  # type: ignore[attr-defined]
    raise error


def test_a_file_held_by_another_program_is_tried_again_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    monkeypatch.setattr(files, "PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "replace", lambda *_: (tries.append(1), sharing_violation()))
    with pytest.raises(KinerjaError) as error:
        write_atomic(tmp_path / "a.xlsx", b"baru")

    assert (len(tries), rule_of(error)) == (4, Rule.BERKAS_TERBUKA)


def test_a_file_let_go_in_time_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, replace = [1, 1], Path.replace

    def busy(temp: Path, path: Path) -> Path:
        if held:
            held.pop()
            sharing_violation()
        return replace(temp, path)

    monkeypatch.setattr(files, "PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "replace", busy)
    write_atomic(tmp_path / "a.xlsx", b"baru")

    assert (tmp_path / "a.xlsx").read_bytes() == b"baru"


def test_a_missing_folder_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError) as error:
        write_atomic(tmp_path / "tidak ada" / "a.xlsx", b"")

    assert rule_of(error) is Rule.TIDAK_DAPAT_MENULIS


@pytest.mark.parametrize(
    ("stands", "is_file", "wanted", "named"),
    [
        ("Surat", True, "Surat/a.docx", ("Surat", "folder")),
        ("Surat/a.docx", False, "Surat/a.docx", ("a.docx", "berkas")),
    ],
)
def test_what_stands_in_the_place_of_another_kind_is_named(
    tmp_path: Path, stands: str, is_file: bool, wanted: str, named: tuple[str, str]
) -> None:
    taken = tmp_path / stands
    taken.parent.mkdir(exist_ok=True)
    if is_file:
        taken.write_bytes(b"isi")
    else:
        taken.mkdir()
    with pytest.raises(KinerjaError) as error:
        write_atomic(tmp_path / wanted, b"surat")

    (temuan,) = error.value.temuan
    facts = dict(temuan.facts)
    assert temuan.rule is Rule.TEMPAT_BERJENIS_LAIN
    assert (facts["berkas"], facts["seharusnya"]) == named


# ---- the archive


def test_the_archive_keeps_the_content_under_its_digest(tmp_path: Path) -> None:
    source = tmp_path / "Form KUL (1) rev FINAL.XLSX"
    source.write_bytes(b"isi")
    kept = archive(source, tmp_path / "Arsip")

    assert kept == Archived(
        tmp_path / "Arsip" / f"{digest(b'isi')}.xlsx", digest(b"isi"), source.name
    )
    assert sha256_of(kept.path) == digest(b"isi")


def test_a_returned_file_is_never_changed(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(b"isi")
    source.chmod(0o444)
    os.utime(source, (1_000_000_000, 1_000_000_000))
    before = source.stat()
    archive(source, tmp_path / "Arsip")
    after = source.stat()

    assert source.read_bytes() == b"isi"
    assert (before.st_mtime_ns, before.st_mode) == (after.st_mtime_ns, after.st_mode)


def test_the_same_content_twice_is_one_file(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx", "a.xlsx"):
        (tmp_path / name).write_bytes(b"isi")
        archive(tmp_path / name, tmp_path / "Arsip")

    assert names(tmp_path / "Arsip") == [f"{digest(b'isi')}.xlsx"]


def test_a_copy_damaged_since_is_mended(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(b"isi")
    kept = archive(source, tmp_path / "Arsip")
    assert isinstance(kept, Archived)
    kept.path.write_bytes(b"i")
    archive(source, tmp_path / "Arsip")

    assert kept.path.read_bytes() == b"isi"


def test_a_file_that_changes_meanwhile_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(b"separuh")
    write = files.write_atomic

    def slow(path: Path, data: bytes) -> None:
        write(path, data)
        source.write_bytes(b"separuh, lalu utuh")

    monkeypatch.setattr(files, "write_atomic", slow)
    answer = archive(source, tmp_path / "Arsip")

    assert isinstance(answer, Temuan)
    assert answer.rule is Rule.BERKAS_BERUBAH
    assert names(tmp_path / "Arsip") == []


@posix
def test_links_and_pipes_are_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "asli.xlsx").write_bytes(b"isi")
    (tmp_path / "tautan.xlsx").symlink_to(tmp_path / "asli.xlsx")
    os.mkfifo(tmp_path / "pipa.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    answers = [
        archive(tmp_path / f"{name}.xlsx", tmp_path / "Arsip")
        for name in ("tautan", "pipa", "folder")
    ]

    assert [a.rule for a in answers if isinstance(a, Temuan)] == [Rule.BUKAN_BERKAS_BIASA] * 3


def test_a_missing_and_an_oversized_file_are_said_to_be_so(tmp_path: Path) -> None:
    large = tmp_path / "besar.xlsx"
    with large.open("wb") as file:
        file.truncate(26 * 2**20)
    answers = [read_whole(tmp_path / "tidak ada.xlsx"), read_whole(large)]

    assert [a.rule for a in answers if isinstance(a, Temuan)] == [
        Rule.BERKAS_TIDAK_ADA,
        Rule.BERKAS_TERLALU_BESAR,
    ]


def test_a_file_name_shows_what_hides_in_it() -> None:
    assert shown("laporan\u202egpj.exe") == "laporan\ufffdgpj.exe"
    assert shown("a\udcff.xlsx") == "a\ufffd.xlsx"
    assert shown("e\u0301.xlsx") == "\u00e9.xlsx"


# ---- Masuk


def test_incoming_has_every_file_below_in_order_without_what_programs_leave(
    tmp_path: Path,
) -> None:
    wanted = ["KUL/a.xlsx", "KUL/tw 1/b.xlsx", "Z.pdf", "a.xlsx"]
    junk = [
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        ".~lock.a.xlsx#",
        "x.tmp",
        "y.BAK",
        "z.part",
    ]
    for name in [*wanted, *junk, "__MACOSX/._a.xlsx", ".git/a.xlsx"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    paths, temuan = incoming(tmp_path)

    assert [p.relative_to(tmp_path).as_posix() for p in paths] == wanted
    assert temuan == ()


def test_a_lock_file_of_excel_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    paths, temuan = incoming(tmp_path)

    assert paths == ()
    assert [(t.rule, t.location.file) for t in temuan] == [(Rule.SEDANG_DIBUKA, "~$a.xlsx")]


@posix
def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "a.xlsx").write_bytes(b"x")
    masuk = tmp_path / "Masuk"
    masuk.mkdir()
    (masuk / "folder").symlink_to(tmp_path / "lain")
    (masuk / "putar").symlink_to(masuk)
    (masuk / "putus.xlsx").symlink_to(tmp_path / "hilang")
    os.mkfifo(masuk / "pipa.xlsx")
    paths, temuan = incoming(masuk)

    assert paths == ()
    assert [(t.rule, t.location.file) for t in temuan] == [
        (Rule.BUKAN_BERKAS_BIASA, name)
        for name in ("folder", "pipa.xlsx", "putar", "putus.xlsx")
    ]


def test_a_missing_masuk_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError) as error:
        incoming(tmp_path / "Masuk")

    assert rule_of(error) is Rule.FOLDER_TIDAK_ADA


# ---- Data Pendukung


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def test_data_pendukung_knows_subbagian_periode_and_content(tmp_path: Path) -> None:
    put(tmp_path, "KUL/TW I/notula.pdf", PDF)
    put(
        tmp_path,
        "KUL/Triwulan II/foto/e\u0301.JPEG",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + b"\0" * 50,
    )
    put(tmp_path, "KUL/TW III/2a/notula.pdf", PDF)
    put(tmp_path, "KUL/lain/kosong.pdf", b"")
    put(tmp_path, "KUL/lain/palsu.pdf", b"MZ\x90\0" + b"\0" * 100)
    put(tmp_path, "sampul.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    put(tmp_path, "KUL/TW I/Thumbs.db", b"x")
    found = data_pendukung(tmp_path, 4)

    assert [(b.subbagian, b.periode, b.folder, b.nama, b.isi, b.halaman) for b in found] == [
        ("KUL", 1, "KUL/TW I", "notula.pdf", "pdf", 2),
        ("KUL", 3, "KUL/TW III/2a", "notula.pdf", "pdf", 2),
        ("KUL", 2, "KUL/Triwulan II/foto", "\u00e9.JPEG", "jpeg", None),
        ("KUL", None, "KUL/lain", "kosong.pdf", "", None),
        ("KUL", None, "KUL/lain", "palsu.pdf", "exe", None),
        ("", None, "", "sampul.png", "png", None),
    ]
    assert {b.sha256 for b in found} >= {digest(PDF), digest(b"")}


def test_the_order_of_data_pendukung_is_that_of_the_names(tmp_path: Path) -> None:
    for name in ("b/x.pdf", "a/y.pdf", "a/x.pdf"):
        put(tmp_path, name, b"")

    assert [f"{b.folder}/{b.nama}" for b in data_pendukung(tmp_path, 4)] == [
        "a/x.pdf",
        "a/y.pdf",
        "b/x.pdf",
    ]


def test_office_files_are_told_apart_by_their_parts(tmp_path: Path) -> None:
    from packages import package, workbook

    put(tmp_path, "a.xlsx", workbook())
    put(tmp_path, "b.docx", package({"word/document.xml": "<a/>"}))
    with zipfile.ZipFile(tmp_path / "c.ods", "w") as archive:  # stored, as OpenDocument asks
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    put(tmp_path, "d.xlsx", package({"isi.txt": "x"}))
    put(tmp_path, "e.xlsx", b"PK\x03\x04 putus")
    put(
        tmp_path,
        "f.doc",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "WordDocument".encode("utf-16-le"),
    )

    assert [b.isi for b in data_pendukung(tmp_path, 4)] == [
        "xlsx",
        "docx",
        "ods",
        "zip",
        "",
        "doc",
    ]


def test_a_damaged_pdf_has_no_page_count(tmp_path: Path) -> None:
    put(tmp_path, "a.pdf", PDF[:60])

    assert [(b.isi, b.halaman) for b in data_pendukung(tmp_path, 4)] == [("pdf", None)]


@posix
def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.pdf")
    (tmp_path / "tautan.pdf").symlink_to("pipa.pdf")

    assert [(b.nama, b.biasa, b.sha256) for b in data_pendukung(tmp_path, 4)] == [
        ("pipa.pdf", False, ""),
        ("tautan.pdf", False, ""),
    ]


def test_no_folder_of_data_pendukung_is_no_file(tmp_path: Path) -> None:
    assert data_pendukung(tmp_path / "Data Pendukung", 4) == ()


# ---- the lock


def test_the_second_to_come_is_told_at_once(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(KinerjaError) as error, lock(tmp_path):
        pass

    assert rule_of(error) is Rule.SEDANG_DIPAKAI


def test_the_lock_is_free_again(tmp_path: Path) -> None:
    for _ in range(2):
        with lock(tmp_path):
            assert (tmp_path / "Log" / "kinerja.lock").exists()


def test_the_next_run_removes_what_a_killed_one_left_and_nothing_of_a_user(
    tmp_path: Path,
) -> None:
    left = f".{'0a' * 8}.tmp"
    for name in ("Arsip", "Masuk", "Cadangan/Diurungkan"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("", "Arsip/", "Cadangan/Diurungkan/", "Masuk/"):
        (tmp_path / f"{name}{left}").write_bytes(b"x")
    (tmp_path / ".a.tmp").write_bytes(b"x")
    with lock(tmp_path):
        pass

    assert [p.relative_to(tmp_path).as_posix() for p in sorted(tmp_path.rglob("*.tmp"))] == [
        ".a.tmp",
        f"Masuk/{left}",
    ]


# ---- a file that only grows


def test_what_is_added_stands_behind_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "Riwayat" / "riwayat.jsonl"
    files.append(path, b"satu\n")
    files.append(path, b"dua\n")

    assert path.read_bytes() == b"satu\ndua\n"


class NearlyFull(FileIO):
    """A disk with room for ten bytes more, which takes three at a time."""

    room = 10

    def write(self, data: bytes, /) -> int:  # type: ignore[override]
        part = bytes(data)[: min(3, self.room)]
        if not part:
            raise OSError(errno.ENOSPC, "")
        self.room -= len(part)
        return super().write(part)


@pytest.mark.parametrize(
    ("data", "after"),
    [(b"dua belas\n", b"satu\ndua belas\n"), (b"tiga belas\n", b"satu\n")],
    ids=["room for all", "room for a part"],
)
def test_on_a_disk_that_gets_full_all_is_added_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, after: bytes
) -> None:
    path = tmp_path / "riwayat.jsonl"
    path.write_bytes(b"satu\n")
    said = []
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", lambda path, mode, **_: NearlyFull(path, mode))
        try:
            files.append(path, data)
        except KinerjaError as error:
            said = [t.rule for t in error.temuan]

    assert path.read_bytes() == after
    assert said == ([] if after.endswith(data) else [Rule.TIDAK_DAPAT_MENULIS])


def test_of_several_files_none_is_changed_if_one_cannot_be_written(tmp_path: Path) -> None:
    one, two = tmp_path / "a.docx", tmp_path / "tidak ada" / "b.docx"
    one.write_bytes(b"lama")
    with pytest.raises(KinerjaError) as caught:
        files.write_together({one: b"baru", two: b"baru"})

    assert caught.value.temuan[0].location.file == "b.docx"
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
    assert one.read_bytes() == b"lama"
