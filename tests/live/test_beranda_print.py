"""“Beranda” on paper: LibreOffice prints it on one page, empty or full."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from kinerja import periode
from kinerja.adapters.building import master_bytes
from kinerja.beranda import beranda_pages, opening_pages
from kinerja.model import Subbagian
from kinerja.sheets import beranda as sheet
from kinerja.sheets.table import Page
from kinerja.view import view_of
from office import REKAP

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


def full(siklus: int) -> tuple[Page, ...]:
    """More Subbagian than fit, with long names, in the last Periode."""
    pengaturan = replace(REKAP.pengaturan, siklus=siklus, periode=siklus)
    many = tuple(Subbagian(kode=f"SUB-{n}", nama="Keuangan dan Umum " * 4) for n in range(14))
    rekap = replace(REKAP, pengaturan=pengaturan, subbagian=(*REKAP.subbagian, *many))
    return beranda_pages(view_of(rekap), ())


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The text of every page of each workbook, by the name of its file."""
    folder = tmp_path_factory.mktemp("beranda")
    for siklus in periode.SIKLUS:
        _save(folder / f"kosong-{siklus}.xlsm", opening_pages(siklus))
        _save(folder / f"penuh-{siklus}.xlsm", full(siklus))
    sources = sorted(folder.glob("*.xlsm"))
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    options = ["--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    command = [str(SOFFICE), profile, *options, *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {path.stem: _pages(path) for path in folder.glob("*.pdf")}


def _save(path: Path, pages: tuple[Page, ...]) -> None:
    path.write_bytes(master_bytes((), {}, pages))


def _pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("siklus", periode.SIKLUS)
@pytest.mark.parametrize("state", ["kosong", "penuh"])
def test_it_is_printed_on_one_page(
    siklus: int, state: str, printed: Mapping[str, list[str]]
) -> None:
    (text,) = printed[f"{state}-{siklus}"]

    assert sheet.TANPA_MAKRO[:40] in " ".join(text.split())


@pytest.mark.parametrize("siklus", periode.SIKLUS)
def test_no_cell_shows_an_error(siklus: int, printed: Mapping[str, list[str]]) -> None:
    for state in ("kosong", "penuh"):
        assert "#" not in "".join(printed[f"{state}-{siklus}"])
