"""Two compiles of one report as one document in which Word shows what changed.

The new report, with what is new in it marked as put in and what the old one said marked as
taken out, word by word, in tables row by row. What Word fills itself (numbers of captions,
lists of contents) is not compared, nor are pictures, charts, headers and formats.

Ours, since no library fits: docx-trackdiff 1.0.0 (MIT, its only version) writes the element
w:trackChanges, which settings do not have, pairs the paragraphs of all tables as one list
and is a program with a command line only; python-redlines 2.0.0 (MIT) runs a .NET program
of its own for every system; docx-revisions 0.1.5 (MIT) marks what it is told to replace but
compares nothing.
"""

from __future__ import annotations

import copy
import difflib
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.adapters.ooxml import fields, front, package, revisions, shape
from kinerja.adapters.ooxml.package import DOCUMENT, W
from kinerja.adapters.ooxml.revisions import Marks
from kinerja.model_laporan import Perubahan

if TYPE_CHECKING:
    from lxml.etree import _Element

ALIKE = 0.5  # how much of two paragraphs is the same, if one became the other
MANY = 2500  # pairs that are weighed; beyond that, by their order


Chain = tuple[float, tuple[tuple[int, int], ...]]  # how alike, and which with which
_NONE: Chain = (0.0, ())


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one block: both, only the old one, or only the new one."""

    old: _Element | None
    new: _Element | None


def redline(
    old: bytes, new: bytes, angka: Sequence[Perubahan], *, author: str, saat: datetime
) -> bytes | None:
    """The new report with every change from the old one marked; None if there is none.

    ``angka`` are listed on a page before it. The old one may be damaged, which has no
    changes, or saved by another program.
    """
    before = _root_of(old)
    body = None if before is None else before.find(f"{W}body")
    if before is None or body is None:
        return None
    parts = package.read(new)
    root = package.parse(parts[DOCUMENT])
    numbers = (int(e.get(f"{W}id") or 0) for e in root.iter(f"{W}ins", f"{W}del"))
    marks = Marks(author, f"{saat:%Y-%m-%dT%H:%M:%S}Z", max(numbers, default=0))
    work = _Work(marks, frozenset(shape.names_of(parts).by_id), _lists(before) | _lists(root))
    ours = root.find(f"{W}body")
    assert ours is not None
    work.compare(body, ours)
    if not marks.count:
        return None
    front.put(ours, angka, shape.names_of(parts))
    parts[DOCUMENT] = package.serialize(root)
    return package.write(parts)


def _root_of(docx: bytes) -> _Element | None:
    from lxml.etree import XMLSyntaxError

    try:
        root = package.parse(package.read(docx)[DOCUMENT])
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, XMLSyntaxError):
        return None
    return root if len(root) else None


def _lists(root: _Element) -> frozenset[_Element]:
    """The paragraphs of lists of contents, which Word fills itself."""
    found: set[_Element] = set()
    for toc in fields.of(root):
        if toc.words[:1] == ["TOC"]:
            for run in toc.parts:
                found.update(p for p in run.iterancestors(f"{W}p"))
            found.update(p for run in toc.result for p in run.iterancestors(f"{W}p"))
    return frozenset(found)


@dataclass(slots=True)
class _Work:
    """One comparison."""

    marks: Marks
    styles: frozenset[str]  # those that the new report has
    without: frozenset[_Element]

    def compare(self, old: _Element, new: _Element) -> None:
        """Mark what changed between two bodies, or two cells."""
        ours = list(self._blocks(new))
        in_cell = new.tag == f"{W}tc"
        steps = self._steps(list(self._blocks(old)), ours, in_cell=in_cell)
        for element in _put_back(steps, self._old, self._mark):
            new.append(element)

    def _blocks(self, parent: _Element) -> Iterator[_Element]:
        """Paragraphs with text and tables, also those in controls."""
        for child in parent:
            if child.tag == f"{W}sdt":
                for content in child.findall(f"{W}sdtContent"):
                    yield from self._blocks(content)
            elif child.tag == f"{W}tbl" or (
                child.tag == f"{W}p"
                and child not in self.without
                and revisions.readable(revisions.text_of(child)).strip()
            ):
                yield child

    def _steps(
        self, old: Sequence[_Element], new: Sequence[_Element], *, in_cell: bool = False
    ) -> Iterator[Step]:
        """Which block became which; in a cell, those at the same place."""
        keys = [_key(block) for block in old], [_key(block) for block in new]
        matcher = difflib.SequenceMatcher(None, *keys, autojunk=False)
        for kind, i, j, k, m in matcher.get_opcodes():
            if kind == "equal":
                yield from (Step(a, b) for a, b in zip(old[i:j], new[k:m], strict=True))
            else:
                gone, fresh = old[i:j], new[k:m]
                yield from _paired(gone, fresh, _pairs(gone, fresh, in_cell=in_cell))

    def _mark(self, old: _Element | None, new: _Element) -> None:
        if old is None:
            self._new(new)
        elif new.tag == f"{W}tbl":
            self._rows(old, new)
        elif revisions.text_of(old) != revisions.text_of(new):
            self.marks.rewrite(new, revisions.text_of(old))

    def _new(self, block: _Element) -> None:
        if block.tag == f"{W}p":
            self.marks.new_paragraph(block)
            return
        for row in block.iter(f"{W}tr"):
            self._new_row(row)

    def _new_row(self, row: _Element) -> None:
        self.marks.row(row, "ins")
        for paragraph in row.iter(f"{W}p"):
            self.marks.new_paragraph(paragraph)

    def _rows(self, old: _Element, new: _Element) -> None:
        """The same for the rows of a table."""
        steps = self._steps(old.findall(f"{W}tr"), new.findall(f"{W}tr"))
        for row in _put_back(steps, self._old_row, self._row):
            new.append(row)

    def _row(self, old: _Element | None, new: _Element) -> None:
        if old is None:
            self._new_row(new)
            return
        for theirs, ours in zip(old.findall(f"{W}tc"), new.findall(f"{W}tc"), strict=True):
            self.compare(theirs, ours)

    # ---- what is gone

    def _old(self, block: _Element) -> _Element:
        if block.tag == f"{W}p":
            return self._old_paragraph(block)
        table = block.makeelement(f"{W}tbl")
        for name in ("tblPr", "tblGrid"):
            table.extend(copy.deepcopy(found) for found in block.findall(f"{W}{name}"))
        for style in list(table.iter(f"{W}tblStyle")):
            if style.get(f"{W}val") not in self.styles:
                table[0].remove(style)
        table.extend(self._old_row(row) for row in block.findall(f"{W}tr"))
        return table

    def _old_paragraph(self, paragraph: _Element) -> _Element:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        key = "" if style is None else str(style.get(f"{W}val"))
        text = revisions.readable(revisions.text_of(paragraph))
        return self.marks.old_paragraph(text, key if key in self.styles else "")

    def _old_row(self, row: _Element) -> _Element:
        made = row.makeelement(f"{W}tr")
        self.marks.row(made, "del")
        for cell in row.findall(f"{W}tc"):
            new = made.makeelement(f"{W}tc")
            new.extend(copy.deepcopy(found) for found in cell.findall(f"{W}tcPr"))
            new.extend(self._old_paragraph(p) for p in cell.iter(f"{W}p"))
            made.append(new)
        return made


def _put_back(
    steps: Iterable[Step],
    made: Callable[[_Element], _Element],
    mark: Callable[[_Element | None, _Element], None],
) -> list[_Element]:
    """Put what is gone before what it stood before, and mark all that is there.

    Returns what nothing new could be found for to stand beside.
    """
    pending: list[_Element] = []
    place: _Element | None = None
    for step in steps:
        if step.new is None:
            assert step.old is not None
            pending.append(made(step.old))
            continue
        place = step.new
        for element in pending:
            place.addprevious(element)
        pending = []
        mark(step.old, step.new)
    if place is None:
        return pending
    for element in reversed(pending):
        place.addnext(element)
    return []


def _key(block: _Element) -> tuple[str, str]:
    """What must be the same of two blocks that are taken for one."""
    if block.tag == f"{W}tbl":
        first = block.find(f"{W}tr")
        said = "" if first is None else _said(first)
        return "tbl", re.sub(r"\d+", "0", said)  # a heading may name a year
    cells = len(block.findall(f"{W}tc"))
    return f"{block.tag} {cells}", _said(block)


def _said(block: _Element) -> str:
    if block.tag == f"{W}p":
        return revisions.text_of(block)
    return "\n".join(revisions.text_of(p) for p in block.iter(f"{W}p"))


def _pairs(
    old: Sequence[_Element], new: Sequence[_Element], *, in_cell: bool
) -> Sequence[tuple[int, int]]:
    """Which old block most likely became which new one, in their order."""
    if in_cell or len(old) * len(new) > MANY:
        both = enumerate(zip(old, new, strict=False))
        return [
            (n, n)
            for n, (a, b) in both
            if (in_cell and a.tag == b.tag) or _alikeness(a, b) >= ALIKE
        ]
    return _best(old, new)


def _paired(
    old: Sequence[_Element], new: Sequence[_Element], pairs: Sequence[tuple[int, int]]
) -> Iterator[Step]:
    """Old and new blocks in one order, those of a pair together."""
    i = k = 0
    for a, b in [*pairs, (len(old), len(new))]:
        yield from (Step(gone, None) for gone in old[i:a])
        yield from (Step(None, fresh) for fresh in new[k:b])
        if a < len(old):
            yield Step(old[a], new[b])
        i, k = a + 1, b + 1


def _best(old: Sequence[_Element], new: Sequence[_Element]) -> list[tuple[int, int]]:
    """The pairs that are most alike together, none crossing another."""
    chains = [[_NONE] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, a in enumerate(old):
        for k, b in enumerate(new):
            weight = _alikeness(a, b)
            score, chain = chains[i][k]
            both = (score + weight, (*chain, (i, k))) if weight >= ALIKE else _NONE
            chains[i + 1][k + 1] = max(
                both, chains[i][k + 1], chains[i + 1][k], key=lambda c: c[0]
            )
    return list(chains[-1][-1][1])


def _alikeness(old: _Element, new: _Element) -> float:
    """How likely one became the other, from 0 to 1."""
    if old.tag != new.tag:
        return 0.0
    if old.tag == f"{W}tbl":
        return float(_key(old) == _key(new))
    if old.tag == f"{W}tr":
        cells = old.findall(f"{W}tc"), new.findall(f"{W}tc")
        if len(cells[0]) != len(cells[1]):
            return 0.0
        if cells[0] and _said(cells[0][0]) == _said(cells[1][0]):
            return 1.0
    words = revisions.WORDS
    before, after = words.findall(_said(old)), words.findall(_said(new))
    return difflib.SequenceMatcher(None, before, after, autojunk=False).ratio()
