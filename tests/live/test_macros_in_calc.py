"""The macros of kinerja.xlsm, compiled and run by a real LibreOffice."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest

from live import engine
from live.engine.office import Office
from vba import ROOT

pytestmark = pytest.mark.live
KINERJA = ROOT / "kinerja.xlsm"
ALWAYS = 4  # com.sun.star.document.MacroExecMode.ALWAYS_EXECUTE_NO_WARN


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    """The workbook in a LibreOffice of its own, which has never heard of kinerja."""
    reason = engine.missing()
    if reason:
        pytest.skip(reason)
    office = Office()
    try:
        options = (value("Hidden", True), value("MacroExecutionMode", ALWAYS))
        yield office.desktop.loadComponentFromURL(KINERJA.as_uri(), "_blank", 0, options)
    finally:
        office.stop()


def value(name: str, content: object) -> Any:
    import uno

    struct = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    struct.Name, struct.Value = name, content
    return struct


def run(opened: Any, macro: str) -> Any:
    uri = f"vnd.sun.star.script:VBAProject.{macro}?language=Basic&location=document"
    result, _, _ = opened.getScriptProvider().getScript(uri).invoke((), (), ())
    return result


def test_macros_run_and_know_where_they_are(opened: Any) -> None:
    """One module that does not compile would silence them all."""
    with zipfile.ZipFile(KINERJA) as package:
        sheets = len(re.findall(r"<sheet ", package.read("xl/workbook.xml").decode()))

    assert run(opened, "KinerjaTombol.UjiMakro") == f"LibreOffice: {sheets} lembar"


def test_a_button_without_kinerja_in_the_profile_does_no_harm(opened: Any) -> None:
    before = opened.isModified()
    run(opened, "KinerjaTombol.Tekan_check")

    assert opened.isModified() == before
