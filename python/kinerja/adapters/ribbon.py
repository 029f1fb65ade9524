"""The ribbon in the package of a new master: the same tab in both forms that Excel reads."""

from __future__ import annotations

import zipfile
from io import BytesIO

NEW = "http://schemas.microsoft.com/office/2009/07/customui"
OLD = "http://schemas.microsoft.com/office/2006/01/customui"
RELATED = "http://schemas.microsoft.com/office/{year}/relationships/ui/extensibility"
# Excel 2010 and later take the first. The second is the one that other programs keep when
# they save the file, so the tab outlives them.
PARTS = {
    "customUI/customUI14.xml": (NEW, RELATED.format(year=2007)),
    "customUI/customUI.xml": (OLD, RELATED.format(year=2006)),
}
RELATIONSHIPS = "_rels/.rels"
END = "</Relationships>"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name


def with_ribbon(workbook: bytes, ribbon: str) -> bytes:
    """The workbook with this tab; its XML is that of Excel 2010 (customUI 2009/07).

    The same workbook and tab give the same bytes, on Windows too.
    """
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook)) as made,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in made.namelist():
            data = made.read(name)
            _put(package, name, _related(data) if name == RELATIONSHIPS else data)
        for part, (namespace, _) in PARTS.items():
            _put(package, part, ribbon.replace(NEW, namespace).encode())
    return target.getvalue()


def _related(data: bytes) -> bytes:
    """The relationships of the package, and those to both forms of the tab."""
    added = "".join(
        f'<Relationship Id="ribbon{number}" Type="{kind}" Target="{part}"/>'
        for number, (part, (_, kind)) in enumerate(PARTS.items(), start=1)
    )
    return data.decode().replace(END, added + END).encode()


def _put(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a part without a word of the day or the system it was made on."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.create_system = 0
    package.writestr(info, data, zipfile.ZIP_DEFLATED)
