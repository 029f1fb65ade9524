"""No sequence of actions is suspect, and no change of an earlier line goes unnoticed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from journals import LINE, sheet_of
from kinerja.jurnal_checks import chain_faults, journal_is_whole
from kinerja.jurnal_lines import Line, addition, lines_of, note, written
from kinerja.temuan import CATATAN

MANY = 300  # each is a whole journal
texts = st.text(max_size=12)
files = st.dictionaries(texts, st.text("0123456789abcdef", min_size=4, max_size=4), max_size=2)
zones = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=9))])
actions = st.builds(
    Line,
    waktu=st.datetimes(datetime(2020, 1, 1), datetime(2099, 1, 1), timezones=zones).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    oleh=texts,
    tindakan=texts.filter(bool),
    perintah=texts,
    hasil=texts,
    hitungan=st.dictionaries(texts, st.integers(0, 99), max_size=2),
    masuk=files,
    keluar=files,
)
journals = st.lists(actions, min_size=3, max_size=6).map(lambda done: lines_of(raw_of(done)))


def raw_of(done: list[Line]) -> bytes:
    """The file after these actions, written as kinerja writes it."""
    raw = b""
    for line in done:
        raw += addition(raw, written(line, lines_of(raw)))
    return raw


def is_suspect(lines: tuple[bytes, ...]) -> bool:
    """Whether the lines alone show that they are not as they were written."""
    return any(t.rule.severity is not CATATAN for t in chain_faults(lines))


@settings(max_examples=MANY)
@given(journals)
def test_any_sequence_of_actions_is_whole(lines: tuple[bytes, ...]) -> None:
    right, wrong = journal_is_whole(lines, sheet_of(lines))

    assert (len(right), wrong) == (1, ())
    assert note(lines, sheet_of(lines)) == ""


@settings(max_examples=MANY)
@given(st.lists(actions, min_size=1, max_size=5), st.data())
def test_any_byte_that_changes_is_found(done: list[Line], data: st.DataObject) -> None:
    raw = raw_of(done)
    place = data.draw(st.integers(0, len(raw) - 2))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != raw[place]))
    changed = lines_of(raw[:place] + bytes([other]) + raw[place + 1 :])
    same = len(changed) == len(done)  # no line end came or went
    earlier = same and place < len(raw) - len(changed[-1]) - 1
    _, wrong = journal_is_whole(changed, sheet_of(lines_of(raw)))

    assert any(t.rule.severity is not CATATAN for t in wrong)
    assert is_suspect(changed) or not earlier


@settings(max_examples=MANY)
@given(st.lists(st.tuples(actions, st.booleans()), min_size=2, max_size=6), st.data())
def test_torn_lines_do_not_hide_a_change_of_those_around_them(
    done: list[tuple[Line, bool]], data: st.DataObject
) -> None:
    raw, torn = b"", 0
    for line, is_whole in [*done, (LINE, True)]:
        added = addition(raw, written(line, lines_of(raw)))
        torn += not is_whole
        raw += added if is_whole else added[:-9]
    lines = lines_of(raw)
    place = data.draw(st.integers(0, len(lines) - 2))
    changed = (*lines[:place], lines[place][:-1] + b"x", *lines[place + 1 :])

    assert not is_suspect(lines)
    assert len(tuple(chain_faults(lines))) == torn
    assert is_suspect(changed)


@settings(max_examples=MANY)
@given(journals, st.data())
def test_any_line_that_is_taken_out_is_found(
    lines: tuple[bytes, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(lines) - 1))
    left = lines[:place] + lines[place + 1 :]
    _, wrong = journal_is_whole(left, sheet_of(lines))

    assert is_suspect(left) or place == len(lines) - 1
    assert any(t.rule.severity is not CATATAN for t in wrong)


@settings(max_examples=MANY)
@given(journals, st.data())
def test_any_two_lines_that_change_places_are_found(
    lines: tuple[bytes, ...], data: st.DataObject
) -> None:
    one, two = data.draw(
        st.lists(st.integers(0, len(lines) - 1), min_size=2, max_size=2, unique=True)
    )
    swapped = list(lines)
    swapped[one], swapped[two] = lines[two], lines[one]

    assert is_suspect(tuple(swapped))


@settings(max_examples=MANY)
@given(journals, actions, st.data())
def test_any_line_that_is_put_in_is_found(
    lines: tuple[bytes, ...], forged: Line, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(lines) - 1))
    well = written(forged, lines[:place])
    again = data.draw(st.sampled_from([well, *lines, b"", b"catatan saya"]))

    assert is_suspect((*lines[:place], again, *lines[place:]))


@settings(max_examples=MANY)
@given(
    st.lists(st.tuples(actions, st.sampled_from(["whole", "interrupted", "torn"])), max_size=8)
)
def test_whatever_a_computer_interrupts_is_told_by_the_next_action(
    done: list[tuple[Line, str]],
) -> None:
    raw, reached = b"", []
    for line, end in [*done, (LINE, "whole")]:
        lines = lines_of(raw)
        whole = replace(
            line, catatan=note(lines, sheet_of(lines, *reached) if reached else ())
        )
        added = addition(raw, written(whole, lines))
        raw += added if end != "torn" else added[: len(added) // 2]
        if end == "whole":
            reached.append(len(lines_of(raw)))
    _, wrong = journal_is_whole(lines_of(raw), sheet_of(lines_of(raw), *reached))

    assert [t for t in wrong if t.rule.severity is not CATATAN] == []
