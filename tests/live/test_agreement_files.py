"""A Perjanjian Kinerja as LibreOffice writes it: from HTML to .docx, from a sheet to .xlsx."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kinerja.adapters.office import find_office
from kinerja.adapters.reading import read_tables
from kinerja.agreement_tables import perjanjian_of
from kinerja.grid import Book

pytestmark = pytest.mark.live
HTML = """<html><head><meta charset="utf-8"></head><body>
<p>PERJANJIAN KINERJA TAHUN 2026</p>
<table border="1">
<tr><th>No</th><th>Sasaran Strategis</th><th>Indikator Kinerja</th><th>Target</th></tr>
<tr><td rowspan="2">1</td><td rowspan="2">Demokratis</td>
<td>Partisipasi &amp; &lt;minat&gt;</td><td>80%</td></tr>
<tr><td>Sosialisasi</td><td>2 dokumen</td></tr>
<tr><td>2</td><td>Akuntabel</td><td>Opini</td><td>WTP</td></tr>
</table>
<p>&nbsp;</p>
<table border="1">
<tr><th>Program</th><th>Anggaran (Rp)</th><th>Keterangan</th></tr>
<tr><td>WA Dukungan Manajemen</td><td>24.082.363.000</td><td></td></tr>
<tr><td>Jumlah</td><td>24.082.363.000</td><td></td></tr>
</table>
</body></html>
"""


@pytest.mark.parametrize(
    ("source", "through", "kind"),
    [
        ("PK.html", "odt:writer8", "docx:MS Word 2007 XML"),
        ("PK.html", "ods:calc8", "xlsx:Calc MS Excel 2007 XML"),
    ],
)
def test_tables_come_through_libreoffice(
    tmp_path: Path, source: str, through: str, kind: str
) -> None:
    (tmp_path / source).write_text(HTML, encoding="utf-8")
    middle = converted(tmp_path / source, through)
    found = read_tables(converted(middle, kind))
    assert isinstance(found, Book)
    said = perjanjian_of(found, 2026)

    assert [(s.sasaran, s.uraian, s.target.teks, s.target.satuan) for s in said.indikator] == [
        ("Demokratis", "Partisipasi & <minat>", "80", "%"),
        ("Demokratis", "Sosialisasi", "2", "dokumen"),
        ("Akuntabel", "Opini", "WTP", ""),
    ]
    assert [(p.kode, p.pagu) for p in said.anggaran] == [("WA", 24_082_363_000)]
    assert said.temuan == ()


def converted(source: Path, kind: str) -> Path:
    """The file as LibreOffice saves it in another format."""
    office = find_office()
    if office is None:
        pytest.skip("LibreOffice tidak terpasang")
    profile = f"-env:UserInstallation={(source.parent / 'profil').as_uri()}"
    writer = ["--infilter=calc_HTML_WebQuery"] if kind.startswith("ods") else []
    options = ["--headless", "--norestore", *writer, "--convert-to", kind]
    command = [str(office), profile, *options, "--outdir", str(source.parent), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{kind.partition(':')[0]}")
