"""The terminal as a person types it: processes, exit statuses, what is on the disk after."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from folders import INDIKATOR, filled, master, tree
from kinerja.adapters.desk import FileDesk
from kinerja.model import Pengaturan
from kinerja.sheets.laporan import JUDUL_REKAP, JUDUL_TAHUNAN
from kinerja.sheets.master import CATATAN
from kinerja.sheets.table import read_table
from kinerja.temuan import RULES
from packages import package
from terminal import Said, python, terminal

COMMANDS = ("check", "generate", "progress", "merge", "verify", "annual")
ENGLISH = ("usage", "error", "show this help", "positional", "optional", "invalid", "required")
COUNTS = {
    "check": {"galat", "peringatan", "catatan"},
    "generate": {"dibuat", "sudah_ada"},
    "progress": {
        "tepat_waktu",
        "terlambat",
        "kembali",
        "ditunggu",
        "lewat_batas",
        "belum_dibagikan",
        "pengingat",
    },
    "merge": {
        "dibaca",
        "ditolak",
        "dilewati",
        "ditambah",
        "diubah",
        "tetap",
        "diabaikan",
    },
    "verify": {"galat", "peringatan", "catatan"},
    "annual": {"galat", "peringatan", "catatan", "belum_ada_data"},
}
NO_SYARAT = "| indikator | jenis | jumlah |"
NILAI = {"1a": 82, "1b": "12,5", "2a": 4}
FORMS = ("Formulir KUL TW I 2020.xlsx", "Formulir TPH TW I 2020.xlsx")
CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how an encrypted workbook and an old .xls begin
PASSWORD = CFB + b"\0" * 1016 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 480
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
OPENDOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
BUG = """
import sys
from kinerja import __main__, commands

def verify(order):
    raise RuntimeError("bukan untuk pengguna")

commands.verify = verify
__main__.main()
"""


def office(folder: Path, content: bytes | None = None) -> Path:
    """The folder of an office with this master."""
    folder.mkdir()
    (folder / "kinerja.xlsx").write_bytes(master() if content is None else content)
    return folder


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every file of an office whose forms were made and came back, and were not merged yet."""
    folder = office(tmp_path_factory.mktemp("pembagian") / "kantor")
    assert terminal("generate", "--folder", folder).status == 0
    files = {"kinerja.xlsx": (folder / "kinerja.xlsx").read_bytes()}
    for name in FORMS:
        form = (folder / "Formulir" / name).read_bytes()
        files |= {f"Formulir/{name}": form, f"Masuk/{name}": filled(form, NILAI, "notula.pdf")}
    return files


@pytest.fixture
def kantor(tmp_path: Path, handed_out: Mapping[str, bytes]) -> Path:
    """A folder with those files."""
    folder = tmp_path / "Kantor kami"
    for name, content in handed_out.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def assert_calm(said: Said, folder: Path) -> None:
    """A person saw sentences and no insides, and nothing was logged as a bug."""
    assert "Traceback" not in said.out + said.err
    assert "Warning" not in said.out + said.err
    assert not (folder / "Log" / "kinerja.log").exists()


# ---- help and unknown words


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command_is_indonesian_and_names_its_options(command: str) -> None:
    said = terminal(command, "--help")

    assert said.status == 0
    assert said.out.startswith("Pemakaian: kinerja")
    assert [
        w for w in ("--folder", "--coba", "--json", "--bantuan") if w not in said.out
    ] == []
    assert [word for word in ENGLISH if word in said.out.lower()] == []


def test_help_of_the_whole_names_every_command() -> None:
    said = terminal("--help")

    assert said.status == 0
    assert [command for command in COMMANDS if command not in said.out] == []
    assert [word for word in ENGLISH if word in said.out.lower()] == []


def test_the_version_can_be_asked() -> None:
    said = terminal("--versi")

    assert said.status == 0
    assert said.out.strip()[0].isdecimal()


@pytest.mark.parametrize(
    "words",
    [
        ("gabung",),
        ("verify", "--semua"),
        ("verify", "--folder"),
        ("annual", "berkas.xlsx"),
        ("generate", "--periode"),
    ],
)
def test_unknown_words_are_refused_in_indonesian(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    said = terminal(*words, here=tmp_path)

    assert said.status == 2
    assert said.err.startswith("Pemakaian: kinerja")
    assert "--help" in said.err
    assert [word for word in ENGLISH if word in said.err.lower()] == []
    assert tree(tmp_path) == []


# ---- exit statuses and JSON


def test_what_was_done_ends_with_the_statuses_that_were_promised(kantor: Path) -> None:
    made = terminal("generate", "--folder", kantor)
    merged = terminal("merge", "--folder", kantor)
    lacking = terminal("verify", "--folder", kantor)
    refused = terminal("generate", "--folder", kantor, "--periode", "TW IX")

    assert (made.status, merged.status, lacking.status, refused.status) == (0, 1, 1, 2)
    for said in (made, merged, lacking, refused):
        assert_calm(said, kantor)


def test_the_folder_may_be_where_one_stands(kantor: Path) -> None:
    said = terminal("merge", "--json", here=kantor)

    assert said.json["hitungan"]["dibaca"] == 2
    assert (kantor / "Arsip").is_dir()


def test_json_has_the_documented_keys_of_every_command(kantor: Path) -> None:
    for command in COMMANDS:
        said = terminal(command, "--json", "--folder", kantor)

        assert said.err == ""
        assert list(said.json) == [
            "perintah",
            "coba",
            "status",
            "hitungan",
            "baik",
            "rincian",
            "berkas",
            "temuan",
        ]
        assert said.json["perintah"] == command
        assert said.json["coba"] is False
        assert said.json["status"] == said.status
        assert set(said.json["hitungan"]) == COUNTS[command]
        assert all((kantor / name).is_file() for name in said.json["berkas"])
        for temuan in said.json["temuan"]:
            assert list(temuan) == [
                "kode", "tingkat", "berkas", "lembar", "sel", "pesan", "cara",
            ]  # fmt: skip
            assert temuan["tingkat"] == RULES[temuan["kode"]].severity


def test_json_of_a_refusal_is_json_too(tmp_path: Path) -> None:
    said = terminal("verify", "--json", "--folder", tmp_path)

    assert said.status == said.json["status"] == 2
    assert said.codes == ["S03"]
    assert said.json["hitungan"] == {}


def test_the_report_and_its_annex_are_made(kantor: Path) -> None:
    terminal("merge", "--folder", kantor)
    said = terminal("annual", "--json", "--folder", kantor)

    names = {Path(name).name for name in said.json["berkas"]}
    title, annex = JUDUL_TAHUNAN.format(tahun=2020), JUDUL_REKAP.format(tahun=2020)
    assert {f"{title}.docx", f"{annex}.xlsx"} <= names
    assert_calm(said, kantor)


# ---- pressing twice


def test_merging_again_changes_not_a_byte(kantor: Path) -> None:
    terminal("merge", "--folder", kantor)
    before = tree(kantor)
    said = terminal("merge", "--json", "--folder", kantor)

    assert tree(kantor) == before
    assert said.json["hitungan"]["dibaca"] == 0
    assert said.json["hitungan"]["dilewati"] == 2


def test_returned_files_and_handed_out_forms_are_never_changed(kantor: Path) -> None:
    before = [row for name in ("Masuk", "Formulir") for row in tree(kantor / name)]
    for command in COMMANDS:
        terminal(command, "--folder", kantor)

    assert [row for name in ("Masuk", "Formulir") for row in tree(kantor / name)] == before


# ---- a trial


@pytest.mark.parametrize("command", COMMANDS)
def test_a_trial_changes_not_a_byte(command: str, kantor: Path) -> None:
    before = tree(kantor)
    said = terminal(command, "--coba", "--json", "--folder", kantor)

    assert tree(kantor) == before
    assert said.status in {0, 1}
    assert said.json["coba"] is True


def test_a_trial_says_the_same_as_the_real_thing(tmp_path: Path) -> None:
    folder = office(tmp_path / "kantor")
    trial, real = (
        terminal("generate", "--json", "--folder", folder, *w) for w in (["--coba"], [])
    )

    assert trial.json["hitungan"] == real.json["hitungan"] == {"dibuat": 2, "sudah_ada": 0}
    assert trial.json["berkas"] == real.json["berkas"]


def test_a_trial_of_merge_says_the_same_as_the_real_thing(kantor: Path) -> None:
    trial, real = (
        terminal("merge", "--json", "--folder", kantor, *w) for w in (["--coba"], [])
    )

    assert trial.json["hitungan"] == real.json["hitungan"]
    assert trial.json["temuan"] == real.json["temuan"]


# ---- the folder and the master


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_missing_is_refused(command: str, tmp_path: Path) -> None:
    said = terminal(command, "--json", "--folder", tmp_path / "tidak ada")

    assert (said.status, said.codes) == (2, ["S02"])
    assert tree(tmp_path) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_master_is_refused_and_stays_empty(
    command: str, tmp_path: Path
) -> None:
    said = terminal(command, "--json", "--folder", tmp_path)

    assert (said.status, said.codes) == (2, ["S03"])
    assert tree(tmp_path) == []


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("damage", ["terpotong", "bersandi", "kosong", "teks", "acak"])
def test_a_damaged_master_is_refused_and_left_as_it_is(
    command: str, damage: str, tmp_path: Path
) -> None:
    content = {
        "terpotong": master()[:3000],
        "bersandi": PASSWORD,
        "kosong": b"",
        "teks": b"Kode;Target\n1a;80\n",
        "acak": bytes(range(256)) * 20,
    }[damage]
    folder = office(tmp_path / "kantor", content)
    said = terminal(command, "--json", "--folder", folder)

    assert (said.status, said.codes) == (2, ["S04"])
    assert (folder / "kinerja.xlsx").read_bytes() == content
    assert not (folder / "Formulir").exists()
    assert not (folder / "Laporan").exists()
    assert_calm(said, folder)


def test_a_master_that_excel_holds_open_is_refused_before_any_work(kantor: Path) -> None:
    (kantor / "~$kinerja.xlsx").write_bytes(b"\x0eperencana")
    before = [row for row in tree(kantor) if not row[0].startswith("Log")]
    for command in COMMANDS:
        said = terminal(command, "--json", "--folder", kantor)

        assert (command, said.status, said.codes) == (command, 2, ["S01"])
    assert [row for row in tree(kantor) if not row[0].startswith("Log")] == before


def test_a_trial_works_while_excel_holds_the_master_open(kantor: Path) -> None:
    (kantor / "~$kinerja.xlsx").write_bytes(b"\x0eperencana")
    said = terminal("merge", "--coba", "--json", "--folder", kantor)

    assert said.json["hitungan"]["dibaca"] == 2


def test_a_folder_without_masuk_is_refused(tmp_path: Path) -> None:
    folder = office(tmp_path / "kantor")
    said = terminal("merge", "--json", "--folder", folder)

    assert (said.status, said.codes) == (2, ["S02"])
    assert [t["berkas"] for t in said.json["temuan"]] == ["Masuk"]


def refused_places(folder: Path) -> list[tuple[str, str]]:
    """Code and cell of all that ``generate`` refuses a master for.

    It makes no form, and lists in the master what it refused it for.
    """
    said = terminal("generate", "--json", "--folder", folder)
    assert said.status == 2
    assert said.json["berkas"] == []
    assert not (folder / "Formulir").exists()
    assert set(said.places) <= set(listed(folder))
    return said.places


def listed(folder: Path) -> list[tuple[str, str]]:
    """Code and cell of all that stands in “Catatan Verifikasi”."""
    grid = FileDesk(folder / "kinerja.xlsx").read().grid(CATATAN.name)
    assert grid
    table, _ = read_table(grid, CATATAN)
    return [(row.text("kode"), row.text("sel")) for row in table.rows]


def test_all_that_is_wrong_with_a_master_is_said_at_once(table: str, tmp_path: Path) -> None:
    """
    | kode_sasaran | sasaran    | kode | uraian      | penanggung_jawab | jenis  | target    |
    | 1            | Demokratis | 1a   | Partisipasi | TPH              | persen | 80        |
    | 1            |            | 1A   | Sosialisasi | TPH              | angka  | 12        |
    | 1            |            | 1b   | Simulasi    | TPK              | angka  | 2         |
    | 2            | Akuntabel  | 2a   | Rapat       | KUL              | angka  |           |
    | 2            |            | 2b   | Notula      | KUL              | angka  | belum ada |
    | 2            |            | 2a   | Opini       | KUL              | teks   | WTP       |
    """
    folder = office(tmp_path / "kantor", master(indikator=table, syarat=NO_SYARAT))

    assert refused_places(folder) == [
        ("I01", "C10"),
        ("I01", "C6"),
        ("I03", "E7"),
        ("I04", "L8"),
        *(("I09", f"C{row}") for row in (5, 7, 8, 9)),
        ("I24", "L9"),
    ]


def test_check_lists_all_that_is_wrong_with_a_master_and_makes_nothing(
    table: str, tmp_path: Path
) -> None:
    """
    | kode_sasaran | sasaran    | kode | uraian      | penanggung_jawab | jenis  | target    |
    | 1            | Demokratis | 1a   | Partisipasi | TPH              | persen | 80        |
    | 1            |            | 1A   | Sosialisasi | TPH              | angka  | 12        |
    | 2            | Akuntabel  | 2b   | Notula      | KUL              | angka  | belum ada |
    """
    folder = office(tmp_path / "kantor", master(indikator=table, syarat=NO_SYARAT))
    said = terminal("check", "--json", "--folder", folder)
    found = [("I01", "C6"), ("I09", "C5"), ("I09", "C7"), ("I24", "L7"), ("I27", "M5")]

    assert said.status == 1
    assert said.places == found
    assert said.json["hitungan"] == {"galat": 2, "peringatan": 2, "catatan": 1}
    assert sorted(listed(folder)) == found
    assert not (folder / "Formulir").exists()


def test_check_keeps_what_was_found_in_returned_files(kantor: Path) -> None:
    terminal("merge", "--folder", kantor)
    terminal("verify", "--folder", kantor)
    before = listed(kantor)
    said = terminal("check", "--folder", kantor)

    assert before
    assert said.status == 0
    assert listed(kantor) == before


def test_check_of_a_master_without_a_year_says_what_else_is_wrong(tmp_path: Path) -> None:
    content = master(indikator=INDIKATOR.replace("| 12 ", "|    "), pengaturan=Pengaturan())
    folder = office(tmp_path / "kantor", content)
    said = terminal("check", "--json", "--folder", folder)

    assert said.codes == ["I04", "P02"]
    assert sorted(listed(folder)) == said.places


def test_a_subbagian_written_twice_is_refused(table: str, tmp_path: Path) -> None:
    """
    | kode | nama                           |
    | TPH  | Teknis dan Hubungan Masyarakat |
    | KUL  | Keuangan, Umum, dan Logistik   |
    | tph  | Teknis lagi                    |
    """
    folder = office(tmp_path / "kantor", master(subbagian=table))

    assert refused_places(folder) == [("I01", "A7")]


def test_an_unknown_subbagian_is_refused_with_the_one_that_was_meant(tmp_path: Path) -> None:
    folder = office(tmp_path / "kantor", master(indikator=INDIKATOR.replace("KUL", "KULL")))
    said = terminal("generate", "--json", "--folder", folder)

    assert said.places == [("I03", "E7")]
    assert "“KUL”" in said.json["temuan"][0]["pesan"]


def test_a_missing_target_is_refused_at_its_indikator(tmp_path: Path) -> None:
    folder = office(tmp_path / "kantor", master(indikator=INDIKATOR.replace("| 12 ", "|    ")))

    assert refused_places(folder) == [("I04", "L6")]


def test_a_master_without_rows_is_refused(tmp_path: Path) -> None:
    headings = [
        table.strip().splitlines()[0] for table in (INDIKATOR, "| kode | nama |", NO_SYARAT)
    ]
    content = master(indikator=headings[0], subbagian=headings[1], syarat=headings[2])
    folder = office(tmp_path / "kantor", content)

    assert [place for place in refused_places(folder) if place[0] == "I10"] == [
        ("I10", "")
    ] * 2


# ---- any file at all


ANY_FILE = {
    "kosong.xlsx": (b"", "F30"),
    "acak.xlsx": (bytes(range(255, -1, -1)) * 40, "F31"),
    "surat.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "F33"),
    "surat.xlsx": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "F33"),
    "foto.png": (PNG, "F33"),
    "data.csv": (b"Kode;Realisasi\n1a;83,5\n", "F33"),
    "naskah.docx": (package({"word/document.xml": "<a/>"}), "F33"),
    "lembar.ods": (package({"mimetype": OPENDOCUMENT, "content.xml": "<a/>"}), "F33"),
    "bersandi.xlsx": (PASSWORD, "F32"),
    "tanpa akhiran": (b"PK\x03\x04 dan selebihnya bukan apa-apa", "F31"),
    "nama berspasi (1) salinan.xlsx": (b"", "F30"),
    "formulir ½ Übung 表 😀.xlsx": (b"", "F30"),
    "~$x.xlsx": (b"\x0eperencana" + b" " * 150, "F37"),
    "{{ 7*7 }} & [bold].xlsx": (b"", "F30"),
}


@pytest.mark.parametrize("name", ANY_FILE)
def test_any_file_at_all_gets_an_answer(name: str, tmp_path: Path) -> None:
    content, code = ANY_FILE[name]
    folder = office(tmp_path / "kantor")
    (folder / name).write_bytes(content)
    before = tree(folder)
    said = terminal("merge", "--coba", "--json", "--folder", folder, folder / name)
    words = terminal("merge", "--coba", name, here=folder)

    assert said.codes == [code]
    assert [t["berkas"] for t in said.json["temuan"]] == [name]
    assert said.status == words.status == 1
    assert name in words.out
    assert tree(folder) == before
    for answer in (said, words):
        assert_calm(answer, folder)


@pytest.mark.parametrize(
    ("name", "code"), [("subfolder", "F39"), ("tidak ada.xlsx", "F40"), ("a/b/c.xlsx", "F40")]
)
def test_what_is_no_file_gets_an_answer(name: str, code: str, tmp_path: Path) -> None:
    folder = office(tmp_path / "kantor")
    (folder / "subfolder").mkdir()
    said = terminal("merge", "--coba", "--json", "--folder", folder, folder / name)

    assert (said.status, said.codes) == (1, [code])
    assert_calm(said, folder)


def test_the_master_itself_is_no_form(kantor: Path) -> None:
    said = terminal("merge", "--coba", "--json", "--folder", kantor, kantor / "kinerja.xlsx")

    assert (said.status, said.codes) == (1, ["F01", "F42"])  # it has macros


def test_bad_files_do_not_keep_the_good_ones_out(kantor: Path) -> None:
    for number, (content, _) in enumerate(ANY_FILE.values()):
        (kantor / "Masuk" / f"{number}.xlsx").write_bytes(content)
    (kantor / "Masuk" / "~$1.xlsx").write_bytes(b"")
    said = terminal("merge", "--json", "--folder", kantor)

    assert said.status == 1
    assert said.json["hitungan"]["ditambah"] == 3
    assert "F37" in said.codes
    assert_calm(said, kantor)


# ---- a bug of the program


def test_a_bug_is_one_calm_sentence_and_a_log(kantor: Path) -> None:
    before = tree(kantor)
    said = python("-c", BUG, "verify", "--json", "--folder", kantor)

    log = kantor / "Log" / "kinerja.log"
    assert (said.status, said.codes, said.err) == (2, ["S08"], "")
    assert "bukan untuk pengguna" not in said.out
    assert str(log) in said.json["temuan"][0]["pesan"]
    assert "RuntimeError: bukan untuk pengguna" in log.read_text(encoding="utf-8")
    assert [row for row in tree(kantor) if not row[0].startswith("Log")] == before


def test_a_second_bug_is_added_to_the_log(kantor: Path) -> None:
    for _ in range(2):
        python("-c", BUG, "verify", "--folder", kantor)

    assert (kantor / "Log" / "kinerja.log").read_text(encoding="utf-8").count("Traceback") == 2
