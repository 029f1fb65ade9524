"""Texts printed from a template that people edit in Notepad."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from kinerja.adapters import plain_text
from kinerja.temuan import KinerjaError

FILE = "pesan.txt"


@dataclass(frozen=True)
class Baris:
    kode: str


@dataclass(frozen=True)
class Pesan:
    nama: str
    jumlah: int
    is_baru: bool
    baris: tuple[Baris, ...]


def pesan(nama: str = "KUL") -> Pesan:
    return Pesan(nama, 2, is_baru=True, baris=(Baris("1a"), Baris("1b")))


def wrong(template: str) -> list[tuple[str, str]]:
    """Code, and the line where that is known."""
    return [(t.rule.code, t.location.cell) for t in plain_text.problems(template, Pesan, FILE)]


def test_loops_and_conditions_leave_no_empty_lines() -> None:
    template = "Yth. {{ nama }}\n{% for b in baris %}\n- {{ b.kode }}\n{% endfor %}\nSalam\n"

    assert plain_text.render(template, pesan(), FILE) == "Yth. KUL\n- 1a\n- 1b\nSalam\n"


@pytest.mark.parametrize(
    "text", ["Hukum & SDM <draf>", "{{ 7*7 }}", "{% for a in b %}", "“kutip” – 'x'", "a\nb"]
)
def test_text_of_a_user_is_printed_as_it_is(text: str) -> None:
    assert plain_text.render("{{ nama }}", pesan(text), FILE) == text


def test_signs_that_nobody_sees_are_left_out() -> None:
    text = "a\x00b\x1bc\u202ed\u200be\r\nf"

    assert plain_text.render("{{ nama }}", pesan(text), FILE) == "abcde\nf"


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("Yth.\n{{ namaa }}\n{{ namaa }}", [("L02", "2")]),
        ("{{ nama }}\n{{ jumlah }} {{ x }}\n{{ y }}", [("L02", "2"), ("L02", "3")]),
        ("{{ nama.__class__ }}", [("L02", "1")]),
        ("{{ baris }}", [("L02", "1")]),
        ("{{ 7 * 7 }}", [("L03", "")]),
        ("{% set x = 1 %}", [("L03", "")]),
        ("{% include 'x' %}", [("L03", "")]),
        ("{{ nama | tojson }}", [("L03", "")]),
    ],
)
def test_what_a_template_may_not_do_is_named(
    template: str, expected: list[tuple[str, str]]
) -> None:
    assert wrong(template) == expected


@pytest.mark.parametrize(
    ("template", "quoted"),
    [
        ("Yth.\n{% for b in baris %}\n- {{ b.kode }}\n", "{% for b in baris %}"),
        ("Yth.\nDari {{ nama\nSalam\n", "Dari {{ nama"),
        ("Yth.\n{{ nama }\nSalam\n", "{{ nama }"),
        ("Yth.\n{% if is_baru %}\nx\n{% end %}\nSalam\n", "{% end %}"),
    ],
)
def test_a_tag_that_does_not_end_is_quoted(template: str, quoted: str) -> None:
    (found,) = plain_text.problems(template, Pesan, FILE)

    assert found.rule.code == "L03"
    assert f"“{quoted}”" in found.message


def test_nothing_is_printed_from_a_template_that_is_not_right() -> None:
    with pytest.raises(KinerjaError) as caught:
        plain_text.render("{{ a }}{{ b }}", pesan(), FILE)

    assert [t.rule.code for t in caught.value.temuan] == ["L02", "L02"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_template_is_read_as_notepad_saves_it(encoding: str) -> None:
    assert plain_text.decoded("a – b\r\nc".encode(encoding), FILE) == "a – b\nc"


@pytest.mark.parametrize("data", ["a – b".encode("cp1252"), b"\xff\xfea"])
def test_a_template_in_another_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(KinerjaError) as caught:
        plain_text.decoded(data, FILE)

    assert [t.rule.code for t in caught.value.temuan] == ["L03"]


def test_a_text_is_written_so_that_any_notepad_shows_it() -> None:
    assert plain_text.encoded("a – b\nc\n") == "\ufeffa – b\r\nc\r\n".encode()
