"""What the planner typed over an answer, told apart from what the returned file said.

Beside every answer the master keeps one line with what the file said in each of its
cells, long texts by their beginning and a digest. A cell that no longer agrees with that
line was typed over: a correction, which no file that comes later may overwrite.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation

from kinerja.answers import GROUPS
from kinerja.capaian import nilai_of
from kinerja.grid import storable
from kinerja.model import Indikator, Jenis, Realisasi, Status
from kinerja.values import significant, to_text

FIELDS = tuple(field for group in GROUPS for field in group)
NUMBERS = frozenset({"x", "y", "nilai"})
WHOLE, BEGINNING, DIGITS = 60, 40, 8  # signs of a text kept whole, of a long one, of a digest
_DIGEST = re.compile(rf"(?<=…) #[0-9a-f]{{{DIGITS}}}$")


def said(value: object) -> str:
    """One answer as the line keeps it; "" for none. What a cell cannot hold is left out."""
    if isinstance(value, Decimal):
        return to_text(significant(value))
    if isinstance(value, date):
        return value.isoformat()
    text = storable(str("" if value in (None, Status.BELUM) else value)).strip()
    if len(text) <= WHOLE:
        return text
    digest = hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
    return f"{text[:BEGINNING].strip()}… #{digest}"


def readable(text: str) -> str:
    """What ``said`` made, for a person: of a long text only its beginning."""
    return _DIGEST.sub("", text)


def number_said(text: str) -> Decimal | None:
    """The number that ``said`` wrote; None where the file said no number."""
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None


def sidik_text(r: Realisasi) -> str:
    """The line beside an answer: what its file said, whatever was typed over since."""
    everything = {key: r.koreksi.get(key, said(getattr(r, key))) for key in FIELDS}
    return json.dumps(
        {key: text for key, text in everything.items() if text}, ensure_ascii=False
    )


def sidik_of(text: str) -> Mapping[str, str] | None:
    """What the file said by field; None without a line, as in masters of older days."""
    try:
        line = json.loads(text or "null")
    except ValueError:
        return None
    return (
        {str(key): str(said) for key, said in line.items()} if isinstance(line, dict) else None
    )


def with_koreksi(
    r: Realisasi, sidik: Mapping[str, str] | None, indikator: Indikator | None
) -> Realisasi:
    """The answer with what was typed over, and with what follows from that."""
    before = _koreksi(r, sidik)
    followed = _followed(replace(r, koreksi=before), indikator)
    return replace(followed, koreksi=_koreksi(followed, sidik))


def _koreksi(r: Realisasi, sidik: Mapping[str, str] | None) -> Mapping[str, str]:
    if sidik is None:
        return {}
    differing = (key for key in FIELDS if said(getattr(r, key)) != sidik.get(key, ""))
    return {key: sidik.get(key, "") for key in differing}


def _followed(r: Realisasi, indikator: Indikator | None) -> Realisasi:
    """Nilai of a rasio follows its parts; a status nobody typed follows the numbers."""
    if not NUMBERS & r.koreksi.keys():
        return r
    is_rasio = indikator is not None and indikator.jenis is Jenis.RASIO
    if indikator and is_rasio and {"x", "y"} & r.koreksi.keys() and None not in (r.x, r.y):
        computed = nilai_of(indikator, None, r.x, r.y)
        nilai = significant(computed) if isinstance(computed, Decimal) else None
        r = replace(r, nilai=nilai)
    if "status" in r.koreksi:
        return r
    answered = any(getattr(r, key) is not None for key in NUMBERS)
    if r.status is Status.BELUM and answered:
        return replace(r, status=Status.TERISI)
    if r.status is Status.TERISI and not answered:
        return replace(r, status=Status.BELUM)
    return r


def typed(r: Realisasi, group: Iterable[str]) -> tuple[str, ...]:
    """The fields of a group that were typed over, without those that followed from others."""
    fields = [key for key in group if key in r.koreksi]
    if {"x", "y"} & set(fields):
        fields = [key for key in fields if key != "nilai"]
    if NUMBERS & set(fields):
        fields = [key for key in fields if key != "status"]
    return tuple(fields)
