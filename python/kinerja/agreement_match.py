"""Which row of the master an Indikator of a Perjanjian Kinerja means, and of which Sasaran.

The same wording counts first, then nearly the same, then the same kode if the wording is
not another one altogether: nobody's answers come to stand under another Indikator.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from kinerja.agreement_tables import Sebutan
from kinerja.sheets.table import Row, normal
from kinerja.values import tidy

MANY = 300  # more wordings than this are not compared with one another


def words(text: str) -> str:
    """The wording alone: case, signs and spaces aside."""
    return " ".join(re.findall(r"\w+", tidy(text).casefold()))


def paired(new: Sequence[str], old: Sequence[str]) -> dict[int, int]:
    """Which of the old wordings each of the new ones is: the same, or nearly."""
    found: dict[int, int] = {}
    left = {text: n for n, text in reversed(list(enumerate(old))) if text}
    for n, text in enumerate(new):
        if text in left:
            found[n] = left.pop(text)
    rest = {text: n for n, text in enumerate(new) if n not in found and text}
    if max(len(rest), len(left)) > MANY:
        return found
    while pairs := _mutual(rest, left):
        for one, two in pairs:
            found[rest.pop(one)] = left.pop(two)
    return found


def _mutual(new: Mapping[str, int], old: Mapping[str, int]) -> list[tuple[str, str]]:
    """The pairs in which each is the nearest of the other."""
    pairs = []
    for text in new:
        near = get_close_matches(text, old, n=1, cutoff=0.85)
        if near and get_close_matches(near[0], new, n=1, cutoff=0.85) == [text]:
            pairs.append((text, near[0]))
    return pairs


def is_like(one: str, two: str) -> bool:
    """Whether two wordings may well mean the same."""
    return bool(get_close_matches(words(one), [words(two)], n=1, cutoff=0.6))


def rows_meant(named: Sequence[Sebutan], rows: Sequence[Row]) -> list[Row | None]:
    """The row of the master that each means; None where it is new."""
    pairs = paired([words(s.uraian) for s in named], [words(r.text("uraian")) for r in rows])
    found = [rows[pairs[n]] if n in pairs else None for n in range(len(named))]
    free = {normal(r.text("kode")): r for n, r in enumerate(rows) if n not in pairs.values()}
    for n, s in enumerate(named):
        row = free.get(normal(s.kode)) if s.kode and found[n] is None else None
        if row and (s.is_kode or is_like(s.uraian, row.text("uraian"))):
            found[n] = row
            free.pop(normal(s.kode))
    return found


def sasaran_meant(
    named: Sequence[Sebutan], found: Sequence[Row | None], rows: Sequence[Row]
) -> dict[str, str]:
    """The kode of every Sasaran, by its words: that of the master, or a new one."""
    texts = _sasaran_texts(rows)
    first = {words(s.sasaran): s for s in reversed(named)}
    new = list(dict.fromkeys(words(s.sasaran) for s in named))
    known = list(texts)
    pairs = paired(new, [words(texts[kode]) for kode in known])
    codes = {new[n]: known[m] for n, m in pairs.items()}
    for text in new:
        if text not in codes:
            kode = _by_rows(text, named, found)
            is_free = kode not in codes.values() and first[text].nomor_sasaran in {"", kode}
            codes[text] = kode if is_free else ""
    for text in new:
        codes[text] = codes[text] or _by_number(first[text], texts, set(codes.values()))
    return codes


def _sasaran_texts(rows: Sequence[Row]) -> dict[str, str]:
    """The wording of every Sasaran in the master, by its kode."""
    texts: dict[str, str] = {}
    for row in rows:
        if kode := row.text("kode_sasaran"):
            texts[kode] = texts.get(kode) or row.text("sasaran")
    return texts


def _by_rows(text: str, named: Sequence[Sebutan], found: Sequence[Row | None]) -> str:
    """The kode under which its Indikator stand, all of them and no others, however worded."""
    pairs = [(words(s.sasaran), row) for s, row in zip(named, found, strict=True) if row]
    own = {row.text("kode_sasaran") for said, row in pairs if said == text}
    others = {row.text("kode_sasaran") for said, row in pairs if said != text}
    return own.pop() if len(own) == 1 and not own & others else ""


def _by_number(s: Sebutan, texts: Mapping[str, str], taken: set[str]) -> str:
    """The number it has in the document, or the next that is free."""
    known = texts.get(s.nomor_sasaran)
    if (
        s.nomor_sasaran
        and s.nomor_sasaran not in taken
        and (known is None or is_like(s.sasaran, known))
    ):
        return s.nomor_sasaran
    numbers = [int(k) for k in (*texts, *taken) if k.isdecimal()]
    return str(max(numbers, default=0) + 1)
