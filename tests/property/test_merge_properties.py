"""Merging is a union: no order, repetition or split of returned files matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.answers import ANSWER, current
from kinerja.answers import listed as counting
from kinerja.koreksi import FIELDS, said
from kinerja.merge import merge, selisih, superseded
from kinerja.model import Keputusan, Realisasi, Status
from kinerja.rekap import Kiriman, Penerimaan, Rekap
from kinerja.tables import pages
from kinerja.verify import verify
from office import REKAP, answer, kiriman, listed

texts = st.sampled_from(["", "jarak", "biaya"])


@st.composite
def answers(draw: st.DrawFn) -> Realisasi:
    """An answer to 1a or 1b in TW I or II, any of its cells filled."""
    status = draw(st.sampled_from(Status))
    nilai = draw(st.none() | st.integers(0, 3)) if status is Status.TERISI else None
    return replace(
        answer(draw(st.sampled_from(["1a", "1b"])), None, 1),
        status=status,
        nilai=None if nilai is None else Decimal(nilai),
        alasan=draw(texts),
        kendala=draw(texts),
        solusi=draw(texts),
        keputusan=draw(st.sampled_from([*Keputusan, Keputusan.OTOMATIS, Keputusan.OTOMATIS])),
    )


@st.composite
def files(draw: st.DrawFn) -> tuple[Kiriman, ...]:
    """Up to five files, some of them mended; their sha256 are their contents: all differ."""
    found = []
    for n in range(draw(st.integers(1, 5))):
        p = draw(st.integers(1, 2))
        names = draw(st.lists(st.sampled_from(["a.pdf", "b.pdf", "-"]), max_size=2))
        unique = draw(st.lists(answers(), max_size=2, unique_by=lambda r: r.indikator))
        mended = draw(st.sampled_from(["", "", *(k.identitas.sha256 for k in found)]))
        found.append(
            kiriman(
                *(replace(r, periode=p) for r in unique),
                sha256=f"{n:064}",
                p=p,
                revisi=draw(st.integers(1, 2)),
                disimpan=draw(
                    st.sampled_from([None, datetime(2020, 4, 1), datetime(2020, 4, 2)])
                ),
                listed=tuple(listed(name, p=p) for name in names),
                penerimaan=draw(st.sampled_from(Penerimaan)),
            )
        )
        found[-1] = replace(found[-1], dasar=mended)
    return tuple(found)


def everything(rekap: Rekap) -> object:
    """All that a user could see of a Rekap: what counts, and every row of every sheet."""
    temuan = verify(rekap)
    return dict(current(rekap)), pages(rekap, temuan), superseded(rekap)


@given(st.data(), files())
def test_any_order_split_and_repetition_gives_the_same_rekap(
    data: st.DataObject, found: tuple[Kiriman, ...]
) -> None:
    again = data.draw(st.lists(st.sampled_from(found), max_size=5))
    whole: Sequence[Kiriman] = data.draw(st.permutations([*found, *again]))
    cut = data.draw(st.integers(0, len(whole)))
    batches = merge(merge(REKAP, whole[:cut]), whole[cut:])
    once = merge(REKAP, found)

    assert batches == once
    assert everything(batches) == everything(once)


@given(files())
def test_merging_twice_changes_nothing(found: tuple[Kiriman, ...]) -> None:
    once = merge(REKAP, found)

    assert merge(once, found) == once
    assert selisih(once, merge(once, found)).ditambah == 0
    assert selisih(once, merge(once, found)).diubah == 0


@given(files())
def test_order_inside_the_rekap_does_not_matter_either(found: tuple[Kiriman, ...]) -> None:
    backwards = replace(REKAP, kiriman=tuple(reversed(found)))

    assert everything(backwards) == everything(replace(REKAP, kiriman=found))


@st.composite
def typed_over(draw: st.DrawFn, found: tuple[Kiriman, ...]) -> tuple[Rekap, Realisasi]:
    """A master with one of these files, in which the planner typed over one number."""
    k = draw(st.sampled_from([k for k in found if _may_be_typed_over(k)]))
    r = draw(st.sampled_from([r for r in k.realisasi if r.keputusan is Keputusan.OTOMATIS]))
    over = replace(r, status=Status.TERISI, nilai=Decimal(9), alasan="")
    koreksi = {f: said(getattr(r, f)) for f in ANSWER if getattr(r, f) != getattr(over, f)}
    over = replace(over, koreksi=koreksi)
    answers_ = tuple(over if one is r else one for one in k.realisasi)
    return replace(REKAP, kiriman=(replace(k, realisasi=answers_),)), over


def _may_be_typed_over(k: Kiriman) -> bool:
    automatic = any(r.keputusan is Keputusan.OTOMATIS for r in k.realisasi)
    return automatic and k.penerimaan is not Penerimaan.DITOLAK


@given(st.data(), files())
def test_a_correction_survives_any_merging_of_any_files(
    data: st.DataObject, found: tuple[Kiriman, ...]
) -> None:
    found = tuple(_undecided(k) for k in found)
    assume(any(_may_be_typed_over(k) for k in found))
    rekap, over = data.draw(typed_over(found))
    for batch in data.draw(st.lists(st.lists(st.sampled_from(found), max_size=4), max_size=3)):
        rekap = merge(rekap, batch)
    r = current(rekap)[over.indikator, over.subbagian, over.periode]

    assert (r.nilai, r.koreksi) == (9, over.koreksi)
    assert over in [r for k in rekap.kiriman for r in k.realisasi]


def _undecided(k: Kiriman) -> Kiriman:
    """The file without what the planner decided: that goes before a correction."""
    return replace(
        k,
        realisasi=tuple(replace(r, keputusan=Keputusan.OTOMATIS) for r in k.realisasi),
    )


@given(st.data(), files())
def test_a_mended_file_changes_no_cell_but_those_that_were_mended(
    data: st.DataObject, found: tuple[Kiriman, ...]
) -> None:
    found = tuple(_undecided(k) for k in found)
    assume(any(_may_be_typed_over(k) for k in found))
    base = data.draw(st.sampled_from([k for k in found if _may_be_typed_over(k)]))
    chosen = data.draw(st.none() | st.sampled_from([r.indikator for r in base.realisasi]))
    before, after = (
        merge(REKAP, files_) for files_ in (found, (*found, _mended(base, chosen)))
    )
    old, new = current(before), current(after)

    assert {
        (key[0], f)
        for key in new
        for f in FIELDS
        if getattr(new[key], f) != getattr(old[key], f)
    } <= {(chosen, "kendala")}
    assert {d.berkas for d in counting(after)} == {d.berkas for d in counting(before)}


def _mended(base: Kiriman, kode: str | None) -> Kiriman:
    """What was given back comes back, with another kendala of one Indikator or the same."""
    last = replace(base.identitas, sha256="f" * 64, disimpan=datetime(2020, 4, 3))
    return replace(
        base,
        identitas=last,
        dasar=base.identitas.sha256,
        realisasi=tuple(
            replace(r, kendala="banjir") if r.indikator == kode else r for r in base.realisasi
        ),
    )


@given(files())
def test_what_counts_was_said_by_a_file_that_counts(found: tuple[Kiriman, ...]) -> None:
    rekap = merge(REKAP, found)
    said = {
        (r.indikator, r.subbagian, r.periode, r.status, r.nilai)
        for k in rekap.accepted()
        for r in k.realisasi
        if r.keputusan is not Keputusan.ABAIKAN
    }

    for r in current(rekap).values():
        key = (r.indikator, r.subbagian, r.periode, r.status, r.nilai)
        assert key in said or r.status is Status.BELUM


def test_all_orders_of_five_files_give_the_same_rekap() -> None:
    found = [
        kiriman(
            answer("1a", 60 + n, kendala="jarak" if n % 2 else ""),
            sha256=f"{n:064}",
            disimpan=datetime(2020, 4, 1 + n % 3),
        )
        for n in range(5)
    ]
    results = {repr(everything(merge(REKAP, order))) for order in permutations(found)}

    assert len(results) == 1
