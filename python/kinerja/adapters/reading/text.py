"""Text of a cell made fit for XML, for Word and for being compared."""

from __future__ import annotations

import re

# What XML 1.0 cannot carry or a printer cannot show; a lone surrogate ends a Word file.
_BAD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def clean(text: str) -> str:
    """Text with one kind of line break; what cannot be printed becomes U+FFFD."""
    return _BAD.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def decode(text: str) -> str:
    """The text of a cell: Excel's own escapes such as ``_x000D_`` read once, then cleaned."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        pairs = text.encode("utf-16-le", "surrogatepass")
        text = pairs.decode("utf-16-le", "replace")
    return clean(text)


def bare(text: str) -> str:
    """The text without any space: calamine trims every run, openpyxl none."""
    return "".join(decode(text).split())
