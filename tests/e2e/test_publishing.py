"""Files for people in the folder of the office: whole, and never over a person's work."""

from __future__ import annotations

import errno
import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from folders import tree
from grids import records
from kinerja.adapters import files
from kinerja.adapters.desk import FileDesk
from kinerja.commands import Order
from kinerja.commands.publishing import publish, publish_letter, template_of
from kinerja.temuan import KinerjaError

MADE = {"Surat/a.docx": b"satu", "Bagikan/KUL/b.zip": b"dua", "Surat/c.txt": b"tiga"}
SE = "Surat/Surat Edaran.docx"


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A folder with nothing but a place for the master."""
    return Order(FileDesk(tmp_path / "kinerja.xlsm"))


def there(order: Order) -> Mapping[str, bytes]:
    """Every file of the folder and what it holds."""
    found = (path for path in sorted(order.folder.rglob("*")) if path.is_file())
    return {path.relative_to(order.folder).as_posix(): path.read_bytes() for path in found}


def refused(caught: pytest.ExceptionInfo[KinerjaError]) -> list[tuple[str, str]]:
    return [(t.rule.code, t.location.file) for t in caught.value.temuan]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


# ---- files


def test_what_is_new_is_written_and_named(order: Order) -> None:
    assert publish(order, MADE) == tuple(MADE)
    assert there(order) == MADE


def test_what_stands_there_already_is_left_alone(order: Order) -> None:
    publish(order, MADE)
    (order.folder / "Surat" / ".~lock.a.docx#").write_bytes(b"")  # a person reads it
    before = [(order.folder / name).stat().st_mtime_ns for name in MADE]

    assert publish(order, {**MADE, "Surat/d.txt": b"empat"}) == ("Surat/d.txt",)
    assert [(order.folder / name).stat().st_mtime_ns for name in MADE] == before


def test_what_a_file_held_before_is_kept(order: Order) -> None:
    publish(order, MADE)
    changed = order.folder / "Surat" / "a.docx"
    changed.write_bytes(b"disunting orang")

    assert publish(order, MADE) == ("Surat/a.docx",)
    digest = sha256(b"disunting orang")[:8]
    assert there(order) == {**MADE, f"Cadangan/a {digest}.docx": b"disunting orang"}


def test_what_nobody_works_on_is_not_kept(order: Order) -> None:
    publish(order, MADE)
    publish(order, {"Bagikan/KUL/b.zip": b"lain", "Surat/e.pdf": b"1"})
    publish(order, {"Surat/e.pdf": b"2"})

    assert there(order) == {**MADE, "Bagikan/KUL/b.zip": b"lain", "Surat/e.pdf": b"2"}


def test_a_trial_names_what_is_new_and_writes_nothing(order: Order) -> None:
    trial = replace(order, coba=True)

    assert publish(trial, MADE) == tuple(MADE)
    assert publish_letter(trial, SE, b"satu", known="").is_new
    assert there(order) == {}


@pytest.mark.parametrize("lock", ["~$a.docx", ".~lock.a.docx#"])
def test_if_one_is_open_elsewhere_none_is_written(order: Order, lock: str) -> None:
    publish(order, {"Surat/a.docx": b"lama"})
    (order.folder / "Surat" / lock).write_bytes(b"")
    before = tree(order.folder)
    with pytest.raises(KinerjaError) as caught:
        publish(order, MADE)

    assert refused(caught) == [("S01", "a.docx")]
    assert lock in caught.value.temuan[0].remedy
    assert tree(order.folder) == before


def test_all_that_stands_in_the_way_is_named_and_nothing_is_written(order: Order) -> None:
    (order.folder / "Surat" / "a.docx").mkdir(parents=True)
    (order.folder / "Surat" / "c.txt").mkdir()
    before = tree(order.folder)
    with pytest.raises(KinerjaError) as caught:
        publish(order, MADE)

    assert refused(caught) == [("S14", "a.docx"), ("S14", "c.txt")]
    assert tree(order.folder) == before


def test_a_file_where_a_folder_should_be_is_named(order: Order) -> None:
    (order.folder / "Bagikan").write_bytes(b"berkas")
    with pytest.raises(KinerjaError) as caught:
        publish(order, MADE)

    assert refused(caught) == [("S14", "Bagikan")]
    assert there(order) == {"Bagikan": b"berkas"}


def test_a_disk_that_gets_full_leaves_all_of_them_as_they_were(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(order, dict.fromkeys(MADE, b"lama"))
    before = dict(there(order))
    real: Callable[[Path, bytes], None] = files._write_synced

    def full(path: Path, data: bytes) -> None:
        if data == b"tiga":
            path.write_bytes(b"ti")
            raise OSError(errno.ENOSPC, "")
        real(path, data)

    monkeypatch.setattr(files, "_write_synced", full)
    with pytest.raises(KinerjaError) as caught:
        publish(order, MADE)

    assert refused(caught) == [("S06", "c.txt")]
    assert {name: data for name, data in there(order).items() if name in MADE} == before
    assert not [name for name in there(order) if name.endswith(".tmp")]


# ---- letters that people may have changed


CASES = """
| ada     | dua   | dikenal | ditulis di | baru | kode |
|         |       |         | 1          | ya   |      |
| lama    |       | lama    | 1          | ya   |      |
| surat   |       |         | 1          |      |      |
| surat   |       | lama    | 1          |      |      |
| sunting |       | lama    | 2          | ya   | N01  |
| sunting |       |         | 2          | ya   | N01  |
| sunting | surat | lama    | 2          |      | N01  |
| sunting | lama  | lama    | 2          | ya   | N01  |
| sunting | coret | lama    | 3          | ya   | N01  |
"""


@pytest.mark.parametrize("case", records(CASES), ids=lambda c: f"{c['ada']}-{c['dua']}")
def test_a_letter_that_a_person_changed_is_never_written_over(
    order: Order, case: Mapping[str, str]
) -> None:
    """``ada`` and ``dua`` stand under the name and ``… (2)``; ``surat`` is the new one."""
    second = SE.replace(".docx", " (2).docx")
    names = {"1": SE, "2": second, "3": SE.replace(".docx", " (3).docx")}
    given = {SE: case["ada"], second: case["dua"]}
    standing = {name: text.encode() for name, text in given.items() if text}
    for name, data in standing.items():
        (order.folder / "Surat").mkdir(exist_ok=True)
        (order.folder / name).write_bytes(data)
    known = sha256(case["dikenal"].encode()) if case["dikenal"] else ""
    done = publish_letter(order, SE, b"surat", known)
    letters = {n: data for n, data in there(order).items() if n.startswith("Surat/")}

    assert (done.berkas, done.sha256) == (names[case["ditulis di"]], sha256(b"surat"))
    assert done.is_new == (case["baru"] == "ya")
    assert [t.rule.code for t in done.temuan] == ([case["kode"]] if case["kode"] else [])
    assert letters == {**standing, done.berkas: b"surat"}


def test_a_letter_that_is_open_in_word_is_left_alone(order: Order) -> None:
    publish_letter(order, SE, b"satu", known="")
    (order.folder / "Surat" / "~$Surat Edaran.docx").write_bytes(b"")
    with pytest.raises(KinerjaError) as caught:
        publish_letter(order, SE, b"dua", known=sha256(b"satu"))

    assert refused(caught) == [("S01", "Surat Edaran.docx")]
    assert (order.folder / SE).read_bytes() == b"satu"


# ---- templates


def test_the_offices_own_template_goes_before_ours(order: Order) -> None:
    name = "laporan_tahunan.docx"
    ours = template_of(order.folder, name)
    own = order.folder / "Templat" / name
    own.parent.mkdir()
    shutil.copy(ours, own)

    assert ours != own
    assert template_of(order.folder, name) == own


def test_a_template_that_is_nowhere_is_named(order: Order) -> None:
    with pytest.raises(KinerjaError) as caught:
        template_of(order.folder, "tidak_ada.docx")

    assert refused(caught) == [("S05", "tidak_ada.docx")]
