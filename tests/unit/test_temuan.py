"""The wording of every Temuan, looked at once for the whole catalogue."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from kinerja.model import Location
from kinerja.temuan import RULES, KinerjaError, Rule, Severity, Ukuran, has_galat

SOURCES = Path(__file__).parents[2] / "python"
PLACE = Location("Formulir.xlsx", "Isian", 8, "J")
ENGLISH = re.compile(
    r"\b(the|error|file|folder not|invalid|null|none|warning|failed|missing|value|cell|sheet"
    r"|evidence|indicator|please|not|is|are|unknown|path)\b",
    re.IGNORECASE,
)


def facts(rule: Rule) -> set[str]:
    texts = (rule.message, rule.remedy)
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("rule", Rule, ids=lambda r: r.code)
def test_message_and_remedy_are_whole_sentences(rule: Rule) -> None:
    for text in (rule.message, rule.remedy):
        bare = re.sub(r"\{(usul|bantuan)\}$", "", text)

        assert text.strip() == text
        assert not bare or re.search(r"[.]$|\{sebab\}$", bare), text
        assert re.match(r"[A-Z“{]", text), text


@pytest.mark.parametrize("rule", Rule, ids=lambda r: r.code)
def test_wording_is_calm_indonesian_with_typographic_quotes(rule: Rule) -> None:
    for text in (rule.message, rule.remedy):
        bare = re.sub(r"\{\w+\}|“[^”]*”", "", text)

        assert not ENGLISH.search(bare), text
        assert not re.search(r"[\"'!`]", text), text
        assert text.count("“") == text.count("”"), text
        assert "  " not in text, text
        assert not re.search(r"\b(salah(?! satu)|gagal)\b", bare, re.IGNORECASE), text


@pytest.mark.parametrize("rule", Rule, ids=lambda r: r.code)
def test_code_is_a_letter_and_two_digits_in_its_own_family(rule: Rule) -> None:
    assert re.fullmatch(r"[FRDIPLSNBWVETA]\d{2}", rule.code)
    assert isinstance(rule.severity, Severity)


def test_codes_and_wordings_are_unique() -> None:
    assert len(RULES) == len(Rule)
    assert len({r.message for r in Rule}) == len(Rule)


@pytest.mark.parametrize("rule", Rule, ids=lambda r: r.code)
def test_every_fact_is_shown_and_none_is_forgotten(rule: Rule) -> None:
    given = {name: f"<{name}>" for name in facts(rule)}
    temuan = rule.at(PLACE, **given)

    assert all(f"<{name}>" in temuan.message + temuan.remedy for name in given)
    for name in given:
        with pytest.raises(KeyError):
            rule.at(PLACE, **{k: v for k, v in given.items() if k != name})


def test_text_of_a_user_in_a_fact_is_shown_literally() -> None:
    temuan = Rule.BUKAN_ANGKA.at(PLACE, judul="{x}", indikator="%s", isi="{{ 7*7 }} {0}")

    assert "“{{ 7*7 }} {0}”" in temuan.message


def test_every_rule_is_used() -> None:
    text = "\n".join(
        p.read_text(encoding="utf-8") for p in SOURCES.rglob("*.py") if p.stem != "temuan"
    )
    unused = [r.code + " " + r.name for r in Rule if not re.search(rf"\.{r.name}\b", text)]

    assert unused == []


def test_suggestion_ends_a_message() -> None:
    assert Rule.suggestion("Nihil") == " Mungkin maksudnya “Nihil”."


def test_only_a_galat_keeps_the_report_a_draft() -> None:
    mild = Rule.SAMA_PERSIS.at(PLACE, berkas="a", lain="b")
    worse = Rule.BERKAS_NOL.at(PLACE, berkas="a")

    assert not has_galat([mild])
    assert has_galat([mild, worse])


def test_error_of_the_world_says_all_its_temuan() -> None:
    one = Rule.BERKAS_NOL.at(PLACE, berkas="a.xlsx")
    two = Rule.BERKAS_NOL.at(PLACE, berkas="b.xlsx")
    error = KinerjaError(one, two)

    assert error.temuan == (one, two)
    assert "a.xlsx" in str(error)
    assert "b.xlsx" in str(error)


def test_place_is_named_as_excel_does() -> None:
    assert PLACE.cell == "J8"
    assert Location("a.xlsx", "Isian", 8).cell == "8"
    assert Location("a.xlsx").cell == ""


def test_size_is_written_with_points() -> None:
    assert Ukuran.SEL.of(600_000) == "600.000 sel berisi"
