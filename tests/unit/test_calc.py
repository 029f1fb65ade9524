"""What LibreOffice is asked in lines of JSON, and what is made of its answers."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja.adapters.calc import CalcHost
from kinerja.grid import Cell, Kind
from kinerja.temuan import KinerjaError

MASTER = Path("Kinerja 2020", "kinerja.xlsm")
MARCH = {"date": "2026-03-31T00:00:00"}


def host(*answers: object) -> CalcHost:
    """LibreOffice, which has these answers ready."""
    lines = "".join(f"{json.dumps(answer)}\n" for answer in answers)
    return CalcHost(MASTER, io.StringIO(lines), io.StringIO())


def asked(known: CalcHost) -> list[object]:
    """What it was asked."""
    assert isinstance(known.questions, io.StringIO)
    return [json.loads(line) for line in known.questions.getvalue().splitlines()]


def codes(error: pytest.ExceptionInfo[KinerjaError]) -> list[str]:
    return [t.rule.code for t in error.value.temuan]


def row(*cells: object) -> dict[str, object]:
    return {"ok": [list(cells)]}


@pytest.mark.parametrize(
    ("told", "content", "cell"),
    [
        (None, None, None),
        ("1.1", "1.1", Cell(Kind.TEXT, "1.1")),
        (0.1, 0.1, Cell(Kind.NUMBER, Decimal("0.1"))),
        (True, True, Cell(Kind.BOOL, True)),
        ({"percent": 0.95}, 0.95, Cell(Kind.NUMBER, Decimal("0.95"), percent=True)),
        (MARCH, datetime(2026, 3, 31), Cell(Kind.DATE, datetime(2026, 3, 31).date())),
        ({"formula": 2.0}, 2.0, Cell(Kind.NUMBER, Decimal(2), formula="=")),
        (
            {"formula": {"percent": 0.5}},
            0.5,
            Cell(Kind.NUMBER, Decimal("0.5"), formula="=", percent=True),
        ),
        ({"formula": None}, None, Cell(Kind.UNCALCULATED, None, formula="=")),
    ],
)
def test_a_cell_means_what_libreoffice_says(told: object, content: object, cell: Cell) -> None:
    assert host(row(told)).read("Rekap") == [[content]]
    assert host(row(told)).cells("Rekap") == ({(1, 1): cell} if cell else {})


def test_percentages_are_found_among_numbers() -> None:
    known = host(row(0.95, {"percent": 0.95}))

    assert known.percents("Rekap", [(1, 1), (1, 2)]) == {(1, 2)}


def test_a_rectangle_is_one_question() -> None:
    known = host({"ok": None})
    rows = [["007", 1.5, None], ["=1", True, datetime(2026, 3, 31)]]
    known.write("Rekap", (5, 2), rows, [True, False, False], fit=True)

    assert asked(known) == [
        {
            "ask": "write",
            "args": [
                "Rekap",
                [5, 2],
                [["007", 1.5, None], ["=1", True, MARCH]],
                [True, False, False],
                True,
            ],
        }
    ]


@pytest.mark.parametrize("answers", [(), ({"error": "DisposedException: "},)])
def test_a_libreoffice_that_is_gone_is_a_problem_of_the_world(
    answers: Iterable[object],
) -> None:
    with pytest.raises(KinerjaError) as refused:
        host(*answers).sheets()

    assert codes(refused) == ["S80"]


def test_a_closed_pipe_is_a_problem_of_the_world() -> None:
    known = host()
    known.questions.close()

    with pytest.raises(KinerjaError) as refused:
        known.tell("x")
    assert codes(refused) == ["S80"]


def test_screen_and_calculation_come_back_from_a_bug() -> None:
    known = host({"ok": None}, {"ok": None})

    with pytest.raises(ZeroDivisionError), known.undisturbed():
        _ = 1 / 0
    assert [q["args"] for q in asked(known)] == [[True], [False]]  # type: ignore[index]


def test_saving_is_never_asked_of_libreoffice() -> None:
    known = host()
    known.save()

    assert asked(known) == []
