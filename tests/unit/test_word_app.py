"""What is asked of Word, shown with a Word that is only memory; no real one was met."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kinerja.adapters import word_app
from kinerja.adapters.word_app import Laid, lay_out, started, stop

PAGES = {"_Toc1": 1, "_Toc2": 5}


class Word:
    """One document with hidden bookmarks, each on its page, counted from 1."""

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken
        self.said: list[str] = []
        self.Documents = SimpleNamespace(Open=self._open)
        self.Visible = True

    def _open(self, path: str, **how: object) -> Any:
        if self.broken:
            raise OSError
        assert how["ReadOnly"] is True
        assert not self.Visible
        self.said.append(Path(path).read_bytes().decode())
        return SimpleNamespace(
            Bookmarks=Bookmarks(),
            Repaginate=lambda: self.said.append("dihitung"),
            ExportAsFixedFormat=lambda to, *_, **__: Path(to).write_bytes(b"%PDF"),
            Close=lambda SaveChanges: self.said.append(f"ditutup {SaveChanges}"),
        )

    def Quit(self, SaveChanges: bool) -> None:  # Word's own names
        self.said.append(f"berhenti {SaveChanges}")


class Bookmarks:
    """Those of the document, which Word shows only if it is asked for hidden ones."""

    def __init__(self) -> None:
        self.ShowHidden = False

    def Exists(self, name: str) -> bool:
        return self.ShowHidden and name in PAGES

    def __call__(self, name: str) -> Any:
        said = {word_app.PAGE: PAGES[name]}
        return SimpleNamespace(Range=SimpleNamespace(Information=said.__getitem__))


def test_word_says_the_page_of_each_bookmark_and_makes_the_pdf() -> None:
    word = Word()

    assert lay_out(word, b"isi", ["_Toc1", "_Toc2", "_Toc3"]) == Laid(
        {"_Toc1": 0, "_Toc2": 4}, b"%PDF"
    )
    assert word.said == ["isi", "dihitung", "ditutup False"]


def test_a_document_that_word_refuses_is_none() -> None:
    assert lay_out(Word(broken=True), b"isi", []) is None


def test_a_word_that_was_started_is_told_to_quit() -> None:
    word = Word()
    stop(word)

    assert word.said == ["berhenti False"]


def test_without_windows_there_is_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_app.sys, "platform", "linux")

    assert started() is None
