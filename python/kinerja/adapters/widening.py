"""One more column in a worksheet, looking and checked as in another worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from kinerja.adapters.worksheets import Worksheet
from kinerja.adapters.xml_cells import number_of, place_of, tag
from kinerja.grid import Place, cell_name, letter
from kinerja.sheets.table import HEADING_ROW

if TYPE_CHECKING:
    from lxml.etree import _Element

# What may stand before each list in a worksheet part, in its order.
BEFORE_COLS = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr")
BEFORE_RULES = (
    *(*BEFORE_COLS, "cols", "sheetData", "sheetCalcPr", "sheetProtection"),
    *("protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate"),
    *("customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
)


def last_column(worksheet: Worksheet) -> int:
    """The last column in which something stands."""
    return max((column for _, column in worksheet.contents()), default=0)


def widen(
    worksheet: Worksheet, like: Worksheet, heading: str, place: Place, column: int
) -> None:
    """Put a heading in a blank column; ``column`` of the other sheet is the model for it."""
    worksheet.put({place: ("s", heading)})
    cell = next(
        c
        for c in worksheet.root.iter(tag(worksheet.root, "c"))
        if c.get("r") == cell_name(*place)
    )
    cell.set("s", str(like.style((HEADING_ROW, column))))
    _put_look(worksheet.root, like.root, place[1], column)
    _put_rules(worksheet.root, like.root, place, column)
    _put_checks(worksheet.root, like.root, place, column)


# ---- width and format


def _put_look(root: _Element, like: _Element, number: int, column: int) -> None:
    found = next((c for c in like.iter(tag(like, "col")) if _spans(c, column)), None)
    if found is None:
        return
    cols = _list(root, "cols", BEFORE_COLS)
    for old in [c for c in cols if _spans(c, number)]:
        cols.extend(_beside(old, number))
        cols.remove(old)
    new = deepcopy(found)
    new.set("min", str(number))
    new.set("max", str(number))
    cols.append(new)
    cols[:] = sorted(cols, key=lambda c: number_of(c.get("min", "1")))


def _spans(col: _Element, number: int) -> bool:
    return number_of(col.get("min", "1")) <= number <= number_of(col.get("max", "1"))


def _beside(col: _Element, number: int) -> Iterator[_Element]:
    """What an element says of the columns left and right of one."""
    low, high = number_of(col.get("min", "1")), number_of(col.get("max", "1"))
    for first, last in ((low, number - 1), (number + 1, high)):
        if first <= last:
            rest = deepcopy(col)
            rest.set("min", str(first))
            rest.set("max", str(last))
            yield rest


# ---- colours that follow the content, and what may be typed


def _put_rules(root: _Element, like: _Element, place: Place, column: int) -> None:
    highest = max((number_of(r.get("priority", "0")) for r in _rules(root)), default=0)
    for model in _of_column(like.iterfind(tag(like, "conditionalFormatting")), column):
        new = deepcopy(model)
        new.set("sqref", _moved(model.get("sqref", ""), place))
        for rule in new:
            highest += 1
            rule.set("priority", str(highest))
            for formula in rule.iterchildren(tag(like, "formula")):
                formula.text = _translated(formula.text or "", model, place)
        _insert(root, new, BEFORE_RULES)


def _rules(root: _Element) -> Iterator[_Element]:
    yield from root.iter(tag(root, "cfRule"))


def _put_checks(root: _Element, like: _Element, place: Place, column: int) -> None:
    models = list(_of_column(like.iter(tag(like, "dataValidation")), column))
    if not models:
        return
    checks = _list(root, "dataValidations", BEFORE_RULES)
    for model in models:
        new = deepcopy(model)
        new.set("sqref", _moved(model.get("sqref", ""), place))
        checks.append(new)
    checks.set("count", str(len(checks)))


def _of_column(found: Iterator[_Element], column: int) -> Iterator[_Element]:
    """Those that speak of this column alone."""
    for element in found:
        first, _, last = element.get("sqref", "").partition(":")
        if " " not in last and place_of(first)[1] == column == place_of(last or first)[1]:
            yield element


def _moved(cells: str, place: Place) -> str:
    """The same cells below the new heading."""
    first, _, last = cells.partition(":")
    down, name = place[0] - HEADING_ROW, letter(place[1])
    top, end = place_of(first)[0] + down, place_of(last or first)[0] + down
    return f"{name}{top}:{name}{min(end, 1_048_576)}"


def _translated(formula: str, model: _Element, place: Place) -> str:
    from openpyxl.formula.translate import Translator

    origin = model.get("sqref", "").partition(":")[0]
    goal = _moved(model.get("sqref", ""), place).partition(":")[0]
    moved = Translator(f"={formula}", origin=origin).translate_formula(goal)
    return str(moved).removeprefix("=")


# ---- the order of a worksheet


def _list(root: _Element, name: str, before: tuple[str, ...]) -> _Element:
    """A list of the worksheet, made in its place where there is none."""
    from lxml import etree

    found = root.find(tag(root, name))
    if found is None:
        found = etree.Element(tag(root, name))
        _insert(root, found, before)
    return found


def _insert(root: _Element, new: _Element, before: tuple[str, ...]) -> None:
    known = {tag(root, name) for name in before}
    place = max((n + 1 for n, child in enumerate(root) if child.tag in known), default=0)
    root.insert(place, new)
