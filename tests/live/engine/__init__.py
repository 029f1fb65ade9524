"""An xlwings engine over a real LibreOffice Calc, so that the adapter that drives Excel runs.

For tests only. It has the members ``adapters/excel`` uses and no more, and follows
Excel where the two programs differ; ``test_engine.py`` shows in what. What is said of
Excel comes from xlwings' own engine for Windows and Microsoft's documentation; no Excel
was asked. ``office`` starts the program, ``calc`` is the engine, ``cells`` moves
content, ``typed`` says what Excel makes of what a cell is given.
"""

from __future__ import annotations

from live.engine.calc import LibreOfficeError, started
from live.engine.office import missing

__all__ = ["LibreOfficeError", "missing", "started"]
