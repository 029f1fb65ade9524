"""The letters on paper: LibreOffice prints them, and the pages are read."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from kinerja.adapters import word
from kinerja.circular import naskah_edaran
from kinerja.circular import registered as new_edaran
from kinerja.disposition import lembar_disposisi
from kinerja.disposition import registered as new_lembar
from kinerja.model import Subbagian
from kinerja.model_sop import Distribusi
from kinerja.rekap import Rekap
from kinerja.tanda_terima import tanda_terima
from letters import OFFICE, PENGATURAN

SOFFICE = shutil.which("soffice")
TEMPLATES = Path(__file__).parents[2] / "templates"
LONG = "Teknis Penyelenggaraan Pemilu, Partisipasi, dan Hubungan Masyarakat Wilayah {n}"
COUNTS = (1, 4, 8, 9, 14, 30)  # Subbagian
pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


def office(count: int, siklus: int = 4) -> Rekap:
    """An office of so many Subbagian with long names, all of whom share one Indikator."""
    units = tuple(
        Subbagian(kode=f"S{n}", nama=LONG.format(n=n), kepala="Nama Panjang, S.H., M.H.")
        for n in range(1, count + 1)
    )
    shared = replace(
        OFFICE.indikator[0],
        penanggung_jawab="S1",
        pendukung=tuple(u.kode for u in units[1:]),
    )
    pengaturan = replace(
        PENGATURAN,
        satker="Komisi Pemilihan Umum Kabupaten Contoh yang Panjang Namanya",
        siklus=siklus,
        subbagian_perencana="S1",
    )
    return replace(OFFICE, pengaturan=pengaturan, subbagian=units, indikator=(shared,))


def handed_out(rekap: Rekap) -> tuple[Distribusi, ...]:
    """A form for every Subbagian."""
    return tuple(
        Distribusi(
            periode=1,
            subbagian=s.kode,
            revisi=1,
            berkas=f"Formulir {s.kode} TW I 2026.xlsx",
            sha256="0123456789abcdef" * 4,
            dibagikan=datetime(2026, 11, 19, 9, 14),
            batas=date(2026, 11, 23),
        )
        for s in rekap.subbagian
    )


def save(folder: Path, name: str, template: str, context: object) -> None:
    data = (TEMPLATES / f"{template}.docx").read_bytes()
    done = word.render(data, context, {}, file=template, title=name, author="KPU")
    (folder / f"{name}.docx").write_bytes(done)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The text of every page of each letter, by the name of its file."""
    folder = tmp_path_factory.mktemp("surat")
    for count in COUNTS:
        rekap = office(count)
        row = replace(new_edaran(rekap), no="12", tanggal=date(2026, 11, 19))
        save(folder, f"edaran-{count}", "surat_edaran", naskah_edaran(rekap, row))
        receipt = tanda_terima(replace(rekap, distribusi=handed_out(rekap)))
        save(folder, f"tanda-{count}", "tanda_terima", receipt)
    at = datetime(2026, 11, 19, 9, 14)
    carried = dict.fromkeys((1, 2, 3, 8, 9), at)
    for name, catatan in (
        ("pendek", ""),
        ("panjang", "Arahan sekretaris yang panjang. " * 12),
    ):
        rekap = office(4)
        row_of = new_lembar(rekap)
        full = replace(
            row_of,
            agenda="41",
            nomor="123/PR.03.1-SD/3673/2026",
            tanggal=date(2026, 11, 18),
            catatan=row_of.catatan + catatan,
            instruksi=row_of.instruksi + "\nHubungi setiap kepala subbagian hari ini juga",
            terusan=carried,
        )
        save(folder, f"lembar-{name}", "disposisi", lembar_disposisi(rekap, full))
    sources = sorted(folder.glob("*.docx"))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    command = [str(SOFFICE), profile, *options, *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {path.stem: pages(path) for path in folder.glob("*.pdf")}


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("name", ["pendek", "panjang"])
def test_a_lembar_disposisi_is_one_page(name: str, printed: Mapping[str, list[str]]) -> None:
    (page,) = printed[f"lembar-{name}"]

    assert "KOMISI PEMILIHAN UMUM" in page
    assert "LEMBAR DISPOSISI" in page
    assert len(re.findall(r"19 Nov 2026, 09\.14", page)) == 6


@pytest.mark.parametrize("count", COUNTS)
def test_a_signature_stands_on_one_page_with_what_it_is_under(
    count: int, printed: Mapping[str, list[str]]
) -> None:
    (page,) = (p for p in printed[f"edaran-{count}"] if "Ditetapkan di Contoh" in p)

    assert "Surat edaran ini berlaku sejak" in page
    assert "NIP 19700101 199001 1 001" in page
    assert "Pengelola Data Kinerja" in page
    assert "Nama Panjang, S.H., M.H." in page


@pytest.mark.parametrize("count", COUNTS)
def test_no_page_holds_but_a_rest_and_all_are_numbered(
    count: int, printed: Mapping[str, list[str]]
) -> None:
    for number, page in enumerate(printed[f"edaran-{count}"], start=1):
        lines = [line for line in page.split("\r\n") if line.strip()]

        assert str(number) in lines
        assert len(lines) > 5


@pytest.mark.parametrize("count", COUNTS)
def test_each_page_of_the_annex_has_its_heading_row_and_whole_rows(
    count: int, printed: Mapping[str, list[str]]
) -> None:
    whole = printed[f"edaran-{count}"]
    begin = next(n for n, page in enumerate(whole) if "Lampiran Surat Edaran" in page)
    with_rows = [page for page in whole[begin:] if "Senin, 23" in page]

    assert with_rows
    assert all("Batas Pengembalian" in page for page in with_rows)
    assert sum(page.count("belum dibuat") for page in whole[begin:]) == count


@pytest.mark.parametrize("count", COUNTS)
def test_the_title_is_printed_in_capitals_with_the_number(
    count: int, printed: Mapping[str, list[str]]
) -> None:
    first = printed[f"edaran-{count}"][0]

    assert "SURAT EDARAN" in first
    assert "NOMOR 12 TAHUN 2026" in first
    assert "PENGUMPULAN DATA KINERJA TRIWULAN I TAHUN 2026" in first


@pytest.mark.parametrize("count", COUNTS)
def test_each_page_of_a_receipt_has_its_heading_row_and_whole_rows(
    count: int, printed: Mapping[str, list[str]]
) -> None:
    whole = printed[f"tanda-{count}"]
    with_rows = [page for page in whole if "0123456789ab" in page]

    assert "TANDA TERIMA FORMULIR DATA KINERJA" in whole[0]
    assert "KOMISI PEMILIHAN UMUM" in whole[0].upper()
    assert all("Diterima Oleh" in page for page in with_rows)
    assert sum(page.count("0123456789ab") for page in whole) == count


@pytest.mark.parametrize("count", COUNTS)
def test_who_hands_out_signs_on_the_page_that_says_what_is_signed(
    count: int, printed: Mapping[str, list[str]]
) -> None:
    (page,) = (p for p in printed[f"tanda-{count}"] if "Yang menyerahkan" in p)

    assert "Tanda tangan menyatakan" in page
    assert "Nama Pengelola" in page
