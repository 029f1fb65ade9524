"""When everything happened in the sample year: one round of the SOP a triwulan.

TW I takes exactly its standard time and runs over a weekend; in TW II one Subbagian is late
and gets all three reminders; in TW III a form is replaced and gets another deadline; TW IV
runs over a cuti bersama and the new year. All of it is rekaan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

WIB = timezone(timedelta(hours=7), "WIB")
KUL, RENDATIN, TEKHUM, PARMAS = "KUL", "RENDATIN", "TEKHUM", "PARMAS-SDM"
ALL = (KUL, RENDATIN, TEKHUM, PARMAS)


@dataclass(frozen=True, slots=True)
class Back:
    """Forms that are merged together, and whose they are."""

    merged: datetime
    subbagian: tuple[str, ...]

    def saved(self, subbagian: str) -> datetime:
        """When a form of them was saved last: half an hour after the one before it."""
        before = len(self.subbagian) - self.subbagian.index(subbagian)
        return self.merged - timedelta(minutes=30 * before)


@dataclass(frozen=True, slots=True)
class Replaced:
    """A form that was replaced after handing out, with another deadline and its reason."""

    when: datetime
    subbagian: str
    batas: date
    alasan: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A stamp of the clock that was put right by hand, with its reason."""

    langkah: int
    selesai: datetime
    alasan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The SOP in one Periode. ``steps`` has when each of steps 1 to 13 ends.

    Steps 11 and 12 end with the last form that is due, which may be a corrected one.
    """

    periode: int
    begun: datetime
    steps: Mapping[int, datetime] = field(hash=False)
    back: tuple[Back, ...]
    looked: datetime  # when what came back is checked
    fixed: Back  # corrected forms, and whose
    reminded: tuple[datetime, ...] = ()
    replaced: Replaced | None = None
    amendment: Amendment | None = None

    def sent(self, sending: int, subbagian: str) -> datetime | None:
        """When a Subbagian saved its form; None if it sent none."""
        for back in self.back if sending == 1 else (self.fixed,):
            if subbagian in back.subbagian:
                return back.saved(subbagian)
        return None


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _steps(day: str, clock: str, *later: str) -> Mapping[int, datetime]:
    """The first ten steps in one day, the others when they were."""
    first = [_at(f"{day} {time}") for time in clock.split()]
    return dict(enumerate([*first, *map(_at, later)], start=1))


ROUNDS: Sequence[Round] = (
    Round(
        periode=1,
        begun=_at("2020-04-01 07:30"),
        steps=_steps(
            "2020-04-01",
            "07:50 08:20 08:50 09:20 09:50 10:20 10:45 10:55 11:15 11:30",
            "2020-04-03 11:30",
            "2020-04-06 11:30",
            "2020-04-06 15:30",
        ),
        reminded=(_at("2020-04-02 08:00"),),
        back=(Back(_at("2020-04-03 11:30"), ALL),),
        looked=_at("2020-04-06 11:30"),
        fixed=Back(_at("2020-04-06 14:00"), (PARMAS,)),
    ),
    Round(
        periode=2,
        begun=_at("2020-07-01 08:00"),
        steps=_steps(
            "2020-07-01",
            "08:20 09:00 09:25 10:30 11:00 11:40 13:30 13:40 13:50 14:00",
            "2020-07-07 10:00",
            "2020-07-07 13:30",
            "2020-07-09 10:00",
        ),
        reminded=tuple(map(_at, ("2020-07-02 08:00", "2020-07-03 08:00", "2020-07-06 08:00"))),
        back=(
            Back(_at("2020-07-02 15:00"), (KUL, RENDATIN)),
            Back(_at("2020-07-03 16:00"), (TEKHUM,)),
            Back(_at("2020-07-07 10:00"), (PARMAS,)),
        ),
        looked=_at("2020-07-07 13:30"),
        fixed=Back(_at("2020-07-08 14:00"), (TEKHUM,)),
    ),
    Round(
        periode=3,
        begun=_at("2020-10-01 07:45"),
        steps=_steps(
            "2020-10-01",
            "08:10 09:30 09:40 10:00 10:20 10:40 11:00 11:10 11:20 11:45",
            "2020-10-07 14:00",
            "2020-10-07 14:15",
            "2020-10-08 15:00",
        ),
        replaced=Replaced(
            _at("2020-10-01 15:00"),
            RENDATIN,
            date(2020, 10, 7),
            "[rekaan] Target 1.5 dibetulkan, formulirnya diganti",
        ),
        amendment=Amendment(
            10,
            _at("2020-10-01 11:30"),
            "[rekaan] Formulir diserahkan 11.30; tombolnya baru ditekan 11.45",
        ),
        reminded=tuple(map(_at, ("2020-10-02 08:00", "2020-10-06 08:00"))),
        back=(Back(_at("2020-10-02 15:00"), ALL),),
        looked=_at("2020-10-05 09:00"),
        fixed=Back(_at("2020-10-07 14:00"), (RENDATIN, TEKHUM, PARMAS)),
    ),
    Round(
        periode=4,
        begun=_at("2020-12-30 08:00"),
        steps=_steps(
            "2020-12-30",
            "08:15 08:40 09:00 09:30 09:45 10:15 11:00 11:10 11:30 11:45",
            "2021-01-05 15:00",
            "2021-01-06 09:00",
            "2021-01-11 15:30",
        ),
        reminded=(_at("2021-01-04 08:00"),),
        back=(Back(_at("2021-01-05 15:00"), ALL),),
        looked=_at("2021-01-06 09:00"),
        fixed=Back(_at("2021-01-11 10:00"), (RENDATIN,)),
    ),
)
AGREED = _at("2020-01-31 09:00")  # the Perjanjian Kinerja is brought in
REPORTED = _at("2021-01-18 09:00")  # the annual report is compiled
CHECKED_AFTER = timedelta(minutes=15)  # corrected forms are looked at
PRINTED_AFTER = timedelta(minutes=5)  # the surat edaran is printed with number and paraf
CLEAN = "bersih"  # what is said of checks that found nothing
NEXT = timedelta(minutes=5)  # from one button to the next, where nothing else decides


def round_of(p: int) -> Round:
    """The round of one Periode."""
    return ROUNDS[p - 1]
