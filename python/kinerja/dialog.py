"""What a person reads in a dialog and in the status bar, composed from an Outcome.

One dialog at the end says what was done, what is wrong and what comes next; a question
is asked before answers change. The words are in ``sheets/tombol``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kinerja.outcome import Outcome, place_of
from kinerja.sheets import tombol
from kinerja.sheets.tombol import JUDUL
from kinerja.state import SYMBOLS
from kinerja.temuan import Severity, Temuan, worst_first

WORST = 3  # Temuan that a dialog names; who reads ten reads none
ALONE = 6  # of “Periksa Instalasi”, whose Temuan are in no sheet
FILES = 5
CHANGES = 10  # differences that a question names
LINES = 12  # of how each thing stands; an office has seldom more Subbagian


def progress(command: str, what: str, number: int, total: int) -> str:
    """What is at hand, for the status bar."""
    return tombol.BEKERJA.format(tindakan=JUDUL[command], n=number, jumlah=total, apa=what)


def question(outcome: Outcome) -> str:
    """What to ask before the master changes; "" if no answer would change."""
    counts = outcome.counts
    would = [
        words.format(n=counts[name], perihal=outcome.perihal)
        for name, words in tombol.AKAN.items()
        if counts.get(name)
    ]
    if not would:
        return ""
    if ignored := counts.get("diabaikan"):
        would.append(tombol.DIABAIKAN.format(n=ignored))
    parts = (
        tombol.TANYA.format(tindakan=JUDUL[outcome.command], daftar=", ".join(would)),
        _short([t.message for t in outcome.temuan[1:]], CHANGES)
        if outcome.command in tombol.MERINCI
        else "",
        tombol.PERLU_DIKETAHUI.get(outcome.command, ""),
        tombol.LANJUTKAN,
    )
    return "\n\n".join(part for part in parts if part)


def closing(outcome: Outcome, folder: str = "") -> str:
    """The one dialog at the end; ``folder`` is where the files that were made are."""
    parts = (
        outcome.headline,
        _counts(outcome),
        _short(outcome.rincian, LINES),
        *_worst(outcome),
        "\n".join(f"✔ {sentence}" for sentence in outcome.baik),
        _files(outcome.berkas, folder),
        tombol.BERIKUTNYA.format(langkah=outcome.next) if outcome.next else "",
    )
    return "\n\n".join(part for part in parts if part)


def _counts(outcome: Outcome) -> str:
    """How many Temuan of each severity, where the headline does not say so."""
    found = [t.rule.severity for t in outcome.temuan]
    is_said = "galat" in outcome.counts and not outcome.refused
    if is_said or len(found) <= WORST:
        return ""
    amounts = ((found.count(severity), severity) for severity in Severity)
    return ", ".join(
        tombol.TINGKAT.format(jumlah=amount, tingkat=severity.lower())
        for amount, severity in amounts
        if amount
    )


def _worst(outcome: Outcome) -> Iterator[str]:
    """The worst Temuan, unless the command was done and a sheet has them all."""
    named = ALONE if outcome.baik else WORST
    rest = len(outcome.temuan) - named
    if outcome.lembar and not outcome.refused:
        if outcome.temuan:
            yield tombol.SEMUA_DI.format(lembar=outcome.lembar)
        return
    yield from (_said(t) for t in worst_first(outcome.temuan)[:named])
    if rest > 0:
        words = tombol.DAN_LAINNYA_DI if outcome.lembar else tombol.DAN_LAINNYA
        yield words.format(n=rest, lembar=outcome.lembar)


def _said(t: Temuan) -> str:
    """One Temuan: its code for the telephone, its place, what is so, what to do."""
    head = " ".join(filter(None, (SYMBOLS[t.rule.severity], t.rule.code, place_of(t))))
    return f"{head}\n{t.message}\n→ {t.remedy}"


def _files(berkas: Sequence[str], folder: str) -> str:
    if not berkas:
        return ""
    return f"{tombol.BERKAS_DI.format(folder=folder)}\n{_short(berkas, FILES)}"


def _short(lines: Sequence[str], room: int) -> str:
    """Some lines; how many more there are, where there is no room for all."""
    more = [tombol.DAN_LAINNYA.format(n=len(lines) - room)] if len(lines) > room else []
    return "\n".join([*lines[:room], *more])
