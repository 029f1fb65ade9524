"""The days that are officially free in Indonesia: libur nasional and cuti bersama.

The library ``holidays`` lists them from the joint decrees (SKB) of three ministers,
https://github.com/vacanza/holidays/blob/dev/holidays/countries/indonesia.py
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

from kinerja.model_sop import Kalender

PUBLIC, GOVERNMENT = "public", "government"  # libur nasional, cuti bersama
MISSPELT = ("Pegangti ", "Pengganti ")  # so in holidays 0.109


def of(*years: int) -> Kalender:
    """The calendar of these years, the one before and the one after each.

    What a deadline needs may lie in the next year. A year without cuti bersama is one that
    the library does not know yet; its moving feasts are only reckoned.
    """
    wanted = {y for year in years if year for y in (year - 1, year, year + 1)}
    libur: dict[date, str] = {}
    known: set[int] = set()
    for year in sorted(wanted):
        public, government = _listed(year, PUBLIC), _listed(year, GOVERNMENT)
        libur |= {**government, **public}
        if government:
            known.add(year)
    return Kalender(libur, frozenset(known))


@cache
def _listed(year: int, category: str) -> Mapping[date, str]:
    """The free days of one sort, by the name they have in Indonesian."""
    listed: Mapping[date, str] = _indonesia()(
        years=year, categories=(category,), language="id"
    )
    return {day: name.replace(*MISSPELT) for day, name in listed.items()}


@cache
def _indonesia() -> Callable[..., Mapping[date, str]]:
    """The class of Indonesia, without the hundreds of other countries beside it.

    Any of the library's own ways to it imports them all, 45 of 95 ms at every click.
    """
    library = find_spec("holidays")
    assert library
    assert library.submodule_search_locations
    path = Path(library.submodule_search_locations[0], "countries", "indonesia.py")
    spec = spec_from_file_location("holidays_of_indonesia", path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    indonesia: Callable[..., Mapping[date, str]] = module.Indonesia
    return indonesia
