"""Joining what came back with what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from grids import records
from kinerja.answers import current
from kinerja.merge import Selisih, merge, selisih, superseded, without_refused
from kinerja.rekap import Penerimaan
from office import REKAP, answer, having, kiriman

ONE = kiriman(answer("1a", 66), sha256="1" * 64, disimpan=datetime(2020, 4, 1))
TWO = kiriman(answer("1a", 70), sha256="2" * 64, disimpan=datetime(2020, 4, 9))
REFUSED = replace(ONE, penerimaan=Penerimaan.DITOLAK, realisasi=())


def test_same_file_twice_changes_nothing() -> None:
    once = merge(REKAP, [ONE])

    assert merge(once, [ONE]) == once


def test_order_of_files_makes_no_difference() -> None:
    assert (
        merge(REKAP, [ONE, TWO])
        == merge(REKAP, [TWO, ONE])
        == merge(merge(REKAP, [TWO]), [ONE])
    )


def test_refused_file_is_tried_again() -> None:
    assert merge(having(REFUSED), [ONE]).kiriman == (ONE,)


def test_accepted_file_is_not_replaced_by_a_refusal() -> None:
    assert merge(having(ONE), [REFUSED]).kiriman == (ONE,)


def test_refused_file_that_is_gone_is_forgotten() -> None:
    rekap = having(replace(REFUSED, identitas=replace(REFUSED.identitas, sha256="9")), TWO)

    assert without_refused(rekap, []).kiriman == (TWO,)
    assert len(without_refused(rekap, ["9"]).kiriman) == 2


BLANK = kiriman(answer("1a"), sha256="3" * 64, disimpan=datetime(2020, 4, 20))
OLD = kiriman(answer("1a", 50), sha256="4" * 64, disimpan=datetime(2020, 3, 1))
TWIN = kiriman(answer("1a", 71), sha256="5" * 64, disimpan=datetime(2020, 4, 9))
SAME = kiriman(answer("1a", 66), sha256="6" * 64, disimpan=datetime(2020, 4, 9))
MORE = kiriman(
    answer("1a", 66, kendala="jarak"), sha256="7" * 64, disimpan=datetime(2020, 4, 9)
)
OTHER = kiriman(answer("2c", 5), sha256="8" * 64, subbagian="KUL")
FIXED = replace(
    ONE,
    realisasi=(replace(ONE.realisasi[0], nilai=Decimal(67), koreksi={"nilai": "66"}),),
)
FILES = {
    "one": ONE,
    "two": TWO,
    "blank": BLANK,
    "old": OLD,
    "twin": TWIN,
    "same": SAME,
    "more": MORE,
    "other": OTHER,
    "fixed": FIXED,
    "refused": REFUSED,
}


def test_difference_is_told_in_numbers_of_answers(table: str) -> None:
    """
    | what                        | before | read    | ditambah | diubah | tetap | diabaikan |
    | a first answer              |        | one     | 1        | 0      | 0     | 0         |
    | a row that says nothing     |        | blank   | 0        | 0      | 0     | 0         |
    | nothing new                 | one    |         | 0        | 0      | 1     | 0         |
    | a later file says otherwise | one    | two     | 0        | 1      | 0     | 0         |
    | a later file says the same  | one    | same    | 0        | 0      | 1     | 0         |
    | a later file says more      | one    | more    | 0        | 1      | 0     | 0         |
    | a blank does not erase      | one    | blank   | 0        | 0      | 1     | 0         |
    | an older file comes late    | one    | old     | 0        | 0      | 1     | 1         |
    | both at once, one too old   |        | one two | 1        | 0      | 0     | 1         |
    | two of one rank disagree    | two    | twin    | 0        | 1      | 0     | 1         |
    | the planner typed over it   | fixed  | two     | 0        | 0      | 1     | 1         |
    | the narrative of it counts  | fixed  | more    | 0        | 1      | 0     | 1         |
    | of another Subbagian        | one    | other   | 1        | 0      | 1     | 0         |
    | a file that was refused     |        | refused | 0        | 0      | 0     | 0         |
    """
    for row in records(table):
        before = having(*(FILES[name] for name in row["before"].split()))
        fresh = [FILES[name] for name in row["read"].split()]
        counts = {
            name: int(row[name]) for name in row if name.islower() and row[name].isdigit()
        }

        assert selisih(before, merge(before, fresh), fresh) == Selisih(**counts), row["what"]


def test_older_files_of_the_same_form_are_superseded() -> None:
    assert superseded(having(ONE, TWO)) == {ONE.identitas.sha256}
    assert current(having(ONE, TWO))["1a", "TPH", 1].nilai == 70
