"""Addresses of e-mail, as people type them."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[;,\s]+")
_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def addresses(text: str) -> tuple[str, ...]:
    """Every address in a cell, each once; what is none is left out."""
    parts = (part.strip('<>()"“”') for part in _PARTS.split(text))
    return tuple(dict.fromkeys(part for part in parts if _ADDRESS.fullmatch(part)))
