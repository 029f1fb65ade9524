"""The VBA of the master: its sources, as each platform compiles them, and run without Excel.

What belongs to Excel and to the operating system is played by VBA too (``PLAYED``): the
macros are executed by pyOpenVBA's interpreter and tell what they would have started.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyopenvba.interpreter import Interpreter
from pyopenvba.interpreter._preprocess import strip_directives

ROOT = Path(__file__).parents[1]
MASTER = ROOT / "templates" / "master"
SOURCES = {p.stem: p.read_text(encoding="utf-8") for p in sorted(MASTER.glob("vba/*.bas"))}
PLATFORMS: Mapping[str, Mapping[str, bool]] = {
    "Windows 64 bit": {"Mac": False, "VBA7": True, "Win64": True, "Win32": True},
    "Windows 32 bit": {"Mac": False, "VBA7": True, "Win64": False, "Win32": True},
    "Mac": {"Mac": True, "VBA7": True, "Win64": False, "Win32": False},
}
WINDOWS, MAC = "Windows 64 bit", "Mac"


def compiled_for(platform: str, text: str) -> str:
    """The lines that this platform compiles; the others are blank."""
    return strip_directives(text, constants=dict(PLATFORMS[platform]))


def read_back(data: bytes) -> dict[str, list[str]]:
    """The lines of every module, as olevba finds them in a workbook."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # oletools 0.60 calls pyparsing by its older names
        from oletools.olevba import VBA_Parser
    parser = VBA_Parser("kinerja.xlsm", data=data)
    try:
        return {
            name.rpartition(".")[0]: code.splitlines()
            for _, _, name, code in parser.extract_all_macros()
        }
    finally:
        parser.close()


# ---- Excel, played

PLAYED = """
Public Application As New PlayedExcel
Public ThisWorkbook As New PlayedBook
Public ThisComponent As Variant
Public Told As String

Public Function Pressed() As String
    {facts}
    KinerjaJalankan "{command}"
    Pressed = Told
End Function

Public Sub Say(ByVal text As String)
    Told = Told & text & vbLf
End Sub

Public Function CreateObject(ByVal name As String) As Object
    Set CreateObject = New PlayedShell
End Function

Public Function Dir(ByVal path As String) As String
    Dir = ""
    If InStr(vbLf & "{files}" & vbLf, vbLf & path & vbLf) > 0 Then Dir = "python.exe"
End Function

Public Function Environ(ByVal name As String) As String
    Environ = ""
    If name = "LOCALAPPDATA" Then Environ = "C:\\Users\\Budi Utomo\\AppData\\Local"
    If name = "KINERJA_PYTHON" Then Environ = "{named}"
End Function

Public Function AppleScriptTask(ByVal a As String, ByVal b As String, ByVal c As String)
    Say a & " " & b & " " & Replace(c, vbLf, "|")
    If "{answer}" = "" Then Err.Raise 5
    AppleScriptTask = "{answer}"
End Function
"""
PLAYED_EXCEL = """
Public Property Get Hwnd() As Long
    Hwnd = 12345
End Property
Public Property Get Version() As String
    Version = "16.0"
End Property
Public Property Let Cursor(ByVal value As Long)
    Say "cursor " & value
End Property
Public Property Let StatusBar(ByVal value As Variant)
    Say "status " & value
End Property
"""
PLAYED_BOOK = """
Public Path As String
Public Name As String
Public ReadOnly As Boolean
Public Property Get FullName() As String
    FullName = Path & "\\" & Name
End Property
Public Function Worksheets(ByVal name As String) As Object
    Set Worksheets = New PlayedConf
End Function
"""
PLAYED_CONF = """
Public Function Cells(ByVal row As Long, ByVal column As Long) As Object
    Dim cell As New PlayedCell
    If row = 1 And column = 1 Then cell.Value = "INTERPRETER_WIN"
    If row = 1 And column = 2 Then cell.Value = "{win}"
    If row = 2 And column = 1 Then cell.Value = "INTERPRETER_MAC"
    If row = 2 And column = 2 Then cell.Value = "{mac}"
    Set Cells = cell
End Function
"""
PLAYED_SHELL = """
Public Function Run(ByVal line As String, ByVal style As Long, ByVal wait As Boolean) As Long
    Say "run " & line
    If {code} = 70 Then Err.Raise 70
    Run = {code}
End Function
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What Excel and the computer are like when a button is pressed."""

    platform: str = WINDOWS
    folder: str = r"D:\Kinerja 2026"
    name: str = "kinerja.xlsm"
    read_only: bool = False
    files: tuple[str, ...] = ()  # those that exist
    named: str = ""  # KINERJA_PYTHON
    win: str = ""  # INTERPRETER_WIN in the sheet xlwings.conf
    mac: str = ""
    code: int = 0  # Python's exit; 70: the computer does not let it start
    answer: str = "jalan"  # of the AppleScript; "" if it may not be called


@dataclass(frozen=True, slots=True)
class Pressed:
    """What came of pressing a button."""

    told: list[str] = field(default_factory=list)  # what Excel was asked to do, in order
    dialogs: list[str] = field(default_factory=list)

    def started(self) -> list[str]:
        """The programs that were started."""
        return [line.removeprefix("run ") for line in self.told if line.startswith("run ")]


def press(command: str, desk: Desk) -> Pressed:
    """Run the command of a button in an Excel that is like this."""
    excel = Interpreter()
    for name, text in SOURCES.items():
        if name != "KinerjaRibbon":  # which only Excel's library of Office can compile
            excel.add_module(compiled_for(desk.platform, text), name=name)
    facts = (
        f'ThisWorkbook.Path = "{desk.folder}": ThisWorkbook.Name = "{desk.name}": '
        f"ThisWorkbook.ReadOnly = {desk.read_only}"
    )
    files = '" & vbLf & "'.join(desk.files)
    played = PLAYED.format(
        facts=facts, command=command, files=files, named=desk.named, answer=desk.answer
    )
    excel.add_module(played, name="Played")
    classes = {
        "PlayedExcel": PLAYED_EXCEL,
        "PlayedBook": PLAYED_BOOK,
        "PlayedConf": PLAYED_CONF.format(win=desk.win, mac=desk.mac),
        "PlayedCell": "Public Value As Variant\n",
        "PlayedShell": PLAYED_SHELL.format(code=desk.code),
    }
    for name, text in classes.items():
        excel.add_module(text, name=name, kind="class")
    told = str(excel.run("Pressed"))
    return Pressed(told.splitlines(), [prompt for _, prompt, *_ in excel.dialogs])
