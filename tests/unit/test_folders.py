"""Names of folders that every system can keep."""

from __future__ import annotations

import pytest

from kinerja.definitions import is_code
from kinerja.sheets.folders import safe_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1.1.2", "1.1.2"),
        ("IKU 3 – Partisipasi & <lain>", "IKU 3 – Partisipasi & -lain-"),
        ("1/2", "1-2"),
        ("a:b*c?", "a-b-c-"),
        ("1.1.", "1.1"),
        ("  1a ", "1a"),
        (".1a", "1a"),
        ("..", "_"),
        ("", "_"),
        ("CON", "_CON"),
        ("nul.1", "_nul.1"),
        ("LPT1", "_LPT1"),
        ("COM¹", "_COM¹"),
        ("CONTOH", "CONTOH"),
        ("e\u0301", "\u00e9"),
        ("a\x00b\nc", "a-b-c"),
    ],
)
def test_a_name_is_one_that_windows_keeps(name: str, expected: str) -> None:
    assert safe_name(name) == expected
    assert safe_name(expected) == expected


@pytest.mark.parametrize(
    "kode", ["CON", "aux", "NUL", "COM1", "lpt9", "KUL.", "K/L", "", "K L"]
)
def test_a_subbagian_never_has_a_code_that_windows_cannot_keep(kode: str) -> None:
    assert not is_code(kode)
