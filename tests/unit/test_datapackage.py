"""Sheets as CSV with a schema: read back, they say what the sheets say."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.datapackage import Tabel, datapackage, guarded, slug, tabel_of
from kinerja.grid import Value
from kinerja.sheets.table import Column, Page, Shape, Sheet

COLUMNS = (
    Column(key="kode", heading="Kode"),
    Column(key="nilai", heading="Nilai", shape=Shape.NUMBER),
    Column(key="banyak", heading="Banyak; semua", shape=Shape.WHOLE),
    Column(key="hari", heading="Hari", shape=Shape.DATE),
    Column(key="saat", heading="Saat", shape=Shape.MOMENT),
    Column(key="jam", heading="Jam"),
    Column(key="benar", heading="Benar"),
    Column(key="campur", heading="Campur", shape=Shape.NUMBER),
    Column(key="kosong", heading="Kosong", shape=Shape.RUPIAH),
)
SHEET = Sheet(name="Uji & Coba", title="Tabel uji", columns=COLUMNS)
ROWS: Sequence[Sequence[Value]] = (
    ["1.1", Decimal("83.5"), Decimal(3), date(2026, 3, 31), datetime(2026, 3, 31, 14, 30),
     time(7, 30), True, Decimal("1.5"), None],
    ["1.2", Decimal("-0.000000000000123"), Decimal(-4), None, None, None, False, "WTP", None],
    ["", None, None, date(1999, 1, 1), datetime(2026, 12, 1, 0, 9), time(0), None, None, ""],
)  # fmt: skip


# ---- read as the specification says, and as nothing else


def fields_of(tabel: Tabel) -> Sequence[Mapping[str, Any]]:
    """What the data package says of the fields of one table."""
    package = json.loads(datapackage("uji", "Uji", [tabel]))
    (resource,) = package["resources"]
    fields: Sequence[Mapping[str, Any]] = resource["schema"]["fields"]
    return fields


CASTS: Mapping[str, Callable[[str, Mapping[str, Any]], object]] = {
    "string": lambda text, _: text.removeprefix("'"),
    "number": lambda text, f: Decimal(text.replace(f["decimalChar"], ".")),
    "integer": lambda text, _: Decimal(int(text)),
    "boolean": lambda text, f: {**dict.fromkeys(f["trueValues"], True),
                                **dict.fromkeys(f["falseValues"], False)}[text],
    "date": lambda text, f: datetime.strptime(text, f["format"]).date(),
    "datetime": lambda text, f: datetime.strptime(text, f["format"]),
    "time": lambda text, f: datetime.strptime(text, f["format"]).time(),
}  # fmt: skip


def read(tabel: Tabel) -> tuple[Sequence[str], Sequence[Sequence[object]]]:
    """The table read with nothing but its schema: the headings, and the rows as values."""
    text = tabel.isi.decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    fields = fields_of(tabel)
    assert [f["name"] for f in fields] == [h.removeprefix("'") for h in head]
    return head, [
        [
            CASTS[f["type"]](cell, f) if cell else None
            for cell, f in zip(row, fields, strict=True)
        ]
        for row in rows
    ]


def blank_as_none(rows: Sequence[Sequence[Value]]) -> Sequence[Sequence[Value]]:
    return [[None if value == "" else value for value in row] for row in rows]


def test_every_value_comes_back_as_it_was() -> None:
    """
    | Kode | Nilai  | Banyak; semua | Hari       | Saat             | Jam   | Benar | Campur |
    | 1.1  | 83,5   | 3             | 2026-03-31 | 2026-03-31 14:30 | 07:30 | TRUE  | 1,5    |
    | 1.2  | -0,00… | -4            |            |                  |       | FALSE | WTP    |
    """
    tabel = tabel_of(Page(SHEET, ROWS))
    head, rows = read(tabel)
    wanted = [list(row) for row in blank_as_none(ROWS)]
    wanted[0][7] = "1,5"  # text, since the cell below it is one

    assert head[2] == "Banyak; semua"
    assert rows == wanted


def test_each_field_has_the_type_that_all_its_cells_have() -> None:
    found = {f["name"]: f["type"] for f in fields_of(tabel_of(Page(SHEET, ROWS)))}

    assert found == {
        "Kode": "string",
        "Nilai": "number",
        "Banyak; semua": "integer",
        "Hari": "date",
        "Saat": "datetime",
        "Jam": "time",
        "Benar": "boolean",
        "Campur": "string",
        "Kosong": "number",
    }


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-5 orang", "@rumus", "\tx", "\rx", "\nx", "'kutip", "＝1", "''="]
)
def test_no_text_begins_as_a_formula_does_and_each_can_be_read_back(text: str) -> None:
    tabel = tabel_of(Page(Sheet(name="Uji", columns=COLUMNS[:1]), [[text]]))
    raw = tabel.isi.decode("utf-8-sig").partition("\r\n")[2]

    assert raw.lstrip('"')[0] == "'"
    assert read(tabel)[1] == [[text]]


def test_a_negative_figure_stays_a_figure() -> None:
    tabel = tabel_of(Page(Sheet(name="Uji", columns=COLUMNS[1:2]), [[Decimal("-5.25")]]))

    assert b"\r\n-5,25\r\n" in tabel.isi


def test_a_heading_that_begins_as_a_formula_is_guarded_too() -> None:
    sheet = Sheet(name="Uji", columns=(Column(key="a", heading="=cmd|'/c calc'!A0"),))
    tabel = tabel_of(Page(sheet, []))

    assert tabel.isi.decode("utf-8-sig").startswith("'=")


CELLS = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00")),
    st.decimals(allow_nan=False, allow_infinity=False, places=6),
    st.dates(min_value=date(1000, 1, 1)),
    st.booleans(),
)


@given(st.lists(CELLS, min_size=1, max_size=6))
def test_any_column_of_texts_or_of_one_kind_comes_back(values: list[Value]) -> None:
    """A column of several kinds becomes text; then each cell still says the same."""
    sheet = Sheet(
        name="Uji", columns=(Column(key="a", heading="A"), Column(key="b", heading="B"))
    )
    rows = [["x", value] for value in values]
    tabel = tabel_of(Page(sheet, rows))
    kinds = {type(v) for v in values if v not in {None, ""}}
    found = [row[1] for row in read(tabel)[1]]

    if len(kinds) <= 1:
        assert found == [None if v == "" else v for v in values]
    assert all((f is None) == (v in {None, ""}) for f, v in zip(found, values, strict=True))


def test_the_package_tells_size_and_digest_of_each_file() -> None:
    tabel = tabel_of(Page(SHEET, ROWS))
    package = json.loads(datapackage("Uji Coba 2026", "Judul", [tabel]))
    (resource,) = package["resources"]

    assert package["name"] == "uji-coba-2026"
    assert resource["path"] == tabel.berkas == "uji-coba.csv"
    assert resource["bytes"] == len(tabel.isi)
    assert resource["hash"] == f"sha256:{hashlib.sha256(tabel.isi).hexdigest()}"
    assert resource["dialect"]["delimiter"] == ";"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert tabel_of(Page(SHEET, ROWS)).isi == tabel_of(Page(SHEET, ROWS)).isi


def test_names_are_those_that_a_data_package_allows() -> None:
    assert slug("Sasaran & Indikator") == "sasaran-indikator"


def test_guarding_twice_adds_two_signs() -> None:
    assert guarded(guarded("=1")) == "''=1"
