"""The last touch on a finished workbook: what XlsxWriter cannot say, or only slowly.

The style Normal is unlocked: pasted cells take it, and people must be able to correct
them. Every other format then says for itself that it is locked; LibreOffice 7.4 would
take it from Normal. And the last column's format goes on to the end of its sheet; if
XlsxWriter wrote that, the sheet would claim to be 16,384 columns wide, and some readers
believe it.
"""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

STYLES, SHEETS = "xl/styles.xml", "xl/worksheets/"
_LAST = re.compile(r'(<col\smin="\d+"\smax=")\d+("[^>]*/></cols>)')
_XF = re.compile(r"<xf ([^>]*?)(?:/>|>(.*?)</xf>)", re.DOTALL)
_LISTS = re.compile(r"<(cellStyleXfs|cellXfs) .*?</\1>", re.DOTALL)


def lock_and_unlock(content: bytes) -> bytes:
    """The same workbook with Normal unlocked, and all cells beyond the tables locked."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == STYLES:
                data = _LISTS.sub(lambda m: _mend(m[0]), data.decode()).encode()
            elif part.filename.startswith(SHEETS):
                data = _LAST.sub(r"\g<1>16384\2", data.decode()).encode()
            new.writestr(part, data, ZIP_DEFLATED)
    return result.getvalue()


def _mend(formats: str) -> str:
    """One list of formats; its first is that of Normal."""
    found = iter(range(len(formats)))
    return _XF.sub(lambda m: _protected(m, locked=next(found) > 0), formats)


def _protected(match: re.Match[str], *, locked: bool) -> str:
    attributes, inside = match[1].rstrip(), match[2] or ""
    if "<protection" in inside:
        return match[0]
    attributes = attributes.replace(' applyProtection="1"', "")
    state = f'<protection locked="{int(locked)}"/>'
    return f'<xf {attributes} applyProtection="1">{inside}{state}</xf>'
