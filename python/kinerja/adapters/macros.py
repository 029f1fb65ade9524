"""The VBA of the master: text in, ``vbaProject.bin`` out.

pyOpenVBA knows the formats; what is decided here is that the project holds source and
nothing compiled. Excel, LibreOffice and every other reader then compile it on opening,
whatever their version, as they do with the projects that EPPlus and Aspose write.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyopenvba.cfb import CFB
    from pyopenvba.vba import VBAProject

WORKBOOK = "ThisWorkbook"
SHEET = """Attribute VB_Name = "{name}"
Attribute VB_Base = "0{{00020820-0000-0000-C000-000000000046}}"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = True
Attribute VB_Exposed = True
Attribute VB_TemplateDerived = False
Attribute VB_Customizable = True
"""
UNUSED = ("Sheet1", "Module1")  # of the empty project that pyOpenVBA brings
# [MS-OVBA] 2.3.4.1: a version no program has, so none looks for compiled code.
NOTHING_COMPILED = bytes.fromhex("CC61FFFF000000")
NO_COOKIE = 0xFFFF  # [MS-OVBA] 2.3.4.2.3: what is to be written
END_OF_MODULES = bytes.fromhex("2B0000000000100000000000")
SECTOR, ENTRY = 512, 128  # bytes, of a compound file
KIND, COLOUR, BLACK = 66, 67, 1  # where an entry of its directory has them


def project(modules: Mapping[str, str], sheets: Sequence[str], book: str = "") -> bytes:
    """The VBA project of a workbook: these modules, and one for the workbook and each sheet.

    Modules are given by name, sheets by code name; ``book`` is the text of the workbook's
    own module. The same text gives the same bytes.
    """
    from pyopenvba.cfb import CFB
    from pyopenvba.vba import parse_vba_project

    storage = CFB.from_bytes(_empty_project())
    vba = parse_vba_project(storage)
    for name in UNUSED:
        vba.delete_module(name)
        storage.remove_stream_in_storage("VBA", name)
    own = vba.get_module(WORKBOOK)
    own.source += _lines(book)
    own.dirty = True  # so that its compiled code goes
    _add(storage, vba, modules, sheets)
    _declare(storage, vba, modules, sheets)
    return _painted(storage.to_bytes())


def _empty_project() -> bytes:
    """As Excel itself wrote it, with the reference to Office that IRibbonControl needs."""
    from pyopenvba.excel import ExcelFile

    with (
        TemporaryDirectory() as folder,
        ExcelFile.create_new(Path(folder) / "kosong.xlsm") as book,
    ):
        made: bytes = book.vba_project_bytes()
        return made


def _add(
    storage: CFB, vba: VBAProject, modules: Mapping[str, str], sheets: Sequence[str]
) -> None:
    from pyopenvba.vba import VBAModuleKind, rebuild_module_stream, write_back_modules

    write_back_modules(storage, vba)
    added = [
        vba.add_module(name, _lines(SHEET.format(name=name)), kind=VBAModuleKind.other)
        for name in sheets
    ]
    added += [vba.add_module(name, _lines(text)) for name, text in modules.items()]
    for module in added:
        stream = rebuild_module_stream(module, vba.code_page)
        storage.add_stream_to_storage("VBA", module.name, stream)


def _declare(
    storage: CFB, vba: VBAProject, modules: Mapping[str, str], sheets: Sequence[str]
) -> None:
    """Name every module in the four streams that list them."""
    from pyopenvba.vba import compress, serialize_project_stream, serialize_projectwm

    declared = [(name, "Document") for name in sheets] + [(name, "Module") for name in modules]
    text = serialize_project_stream(
        storage.get_stream("PROJECT"), {}, add_modules=declared, delete_names=set(UNUSED)
    )
    storage.write_stream("PROJECT", text)
    names = serialize_projectwm((name, name) for name in vba.module_names())
    storage.write_stream("PROJECTwm", names)
    storage.write_stream_in_storage("VBA", "dir", compress(_directory(vba)))
    storage.write_stream_in_storage("VBA", "_VBA_PROJECT", NOTHING_COMPILED)


def _directory(vba: VBAProject) -> bytes:
    from pyopenvba.vba import serialize_dir_stream

    vba.project_cookie = NO_COOKIE
    for module in vba.modules:
        module.cookie = NO_COOKIE
    data: bytes = serialize_dir_stream(vba)
    # pyOpenVBA 6.5 writes four bytes more than [MS-OVBA] 2.3.4.2 has.
    return data[: data.rindex(END_OF_MODULES) + len(END_OF_MODULES)]


def _painted(data: bytes) -> bytes:
    """The compound file with every entry of its directory black.

    pyOpenVBA 6.5 sorts and balances the tree of entries but leaves their colours as they
    come; all of them black is the simplest tree that [MS-CFB] 2.6.4 allows.
    """
    # The directory stands between its own first sector and that of the mini FAT.
    start, end = struct.unpack_from("<I8xI", data, 48)
    painted = bytearray(data)
    for entry in range(SECTOR * (1 + start), SECTOR * (1 + end), ENTRY):
        if painted[entry + KIND]:
            painted[entry + COLOUR] = BLACK
    return bytes(painted)


def _lines(text: str) -> str:
    """The text with the line ends that VBA wants."""
    return "".join(f"{line}\r\n" for line in text.splitlines())
