"""Status: whose form is back, who is late, the reminders of today, the proof of the SOP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kinerja.adapters import files, mail, plain_text
from kinerja.commands.letters import printed, text_template
from kinerja.commands.order import Order, rekap_of
from kinerja.commands.publishing import digest_of, digests, publish
from kinerja.model_sop import Distribusi
from kinerja.naskah import titled
from kinerja.outcome import Outcome
from kinerja.pelaksanaan import has_begun, pelaksanaan
from kinerja.pengingat import draft_name, due, pengingat, perihal
from kinerja.progress import Pengembalian, at_hand, counts, late, lines, ringkas
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import STATUS, Kapan
from kinerja.sheets.folders import FORMULIR, LAPORAN
from kinerja.sheets.pelaksanaan import JUDUL_PELAKSANAAN
from kinerja.state import SYMBOLS
from kinerja.surel import addresses
from kinerja.tables import pages
from kinerja.temuan import Rule, Temuan
from kinerja.verify import verify as verified

TEMPLAT_PENGINGAT = "pesan_pengingat.txt"
TEMPLAT_PELAKSANAAN = "pelaksanaan_sop.docx"
SAID = (Rule.KALENDER_BELUM_LENGKAP,)  # of all that stands, what bears on the deadlines


def progress(order: Order) -> Outcome:
    """Say whose form is back and who is late, and draft the reminders that are due today.

    Nothing is sent, and nobody is shut out for being late. The sheet “Status” follows the
    day; pressed twice on one day it makes nothing new.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        checks = [*problems, *verified(rekap)]
        rows = at_hand(rekap)
        drafts = _drafts(order, rekap, rows)
        made = {**drafts.berkas, **_proof(order, rekap)}
        notes = (*(t for t in checks if t.rule in SAID), *drafts.temuan)
        outcome = Outcome(
            command="progress",
            counts={**counts(rows), "pengingat": drafts.banyak},
            perihal=ringkas(rekap, rows),
            temuan=(*late(rekap, rows), *notes),
            berkas=publish(order, made),
            rincian=(*lines(rekap, rows), *(_line(t) for t in notes)),
            lembar="" if order.coba else STATUS.name,
            coba=order.coba,
        )
        order.write(outcome, pages(rekap, checks), rekap, keluar=digests(made))
    return outcome


def _line(t: Temuan) -> str:
    return f"{SYMBOLS[t.rule.severity]} {t.message}"


@dataclass(frozen=True, slots=True)
class Drafts:
    """The reminders of today by their path below the folder, and what they lack."""

    berkas: Mapping[str, bytes]
    banyak: int
    temuan: tuple[Temuan, ...]


def _drafts(order: Order, rekap: Rekap, rows: Sequence[Pengembalian]) -> Drafts:
    """A reminder for each Subbagian that is due today and has returned nothing."""
    template, berkas, lacking = "", dict[str, bytes](), list[Temuan]()
    told = [(r.distribusi, kapan) for r in rows if r.distribusi and (kapan := _due(rekap, r))]
    for d, kapan in told:
        template = template or text_template(order, TEMPLAT_PENGINGAT)
        pesan, name = pengingat(rekap, d, kapan), draft_name(rekap, d, kapan)
        isi = plain_text.render(template, pesan, TEMPLAT_PENGINGAT)
        berkas[f"{name}.txt"] = plain_text.encoded(isi)
        if kepada := addresses(rekap.named(d.subbagian).surel):
            form = _form(order, d)
            berkas[f"{name}.eml"] = mail.eml(kepada, perihal(pesan, kapan), isi, form)
        else:
            lacking.append(Rule.PENGINGAT_TANPA_SUREL.at(d.location, subbagian=d.subbagian))
    return Drafts(berkas, len(told), tuple(lacking))


def _due(rekap: Rekap, r: Pengembalian) -> Kapan | None:
    return due(rekap, r.batas) if r.batas and not r.is_back else None


def _form(order: Order, d: Distribusi) -> Mapping[str, bytes]:
    """The form that was handed out, once more; not if it is gone or another one by now."""
    name = PurePosixPath(d.berkas).name
    data = files.read_whole(order.folder / FORMULIR / name)
    if isinstance(data, Temuan) or digest_of(data) != d.sha256:
        return {}
    return {name: data}


def _proof(order: Order, rekap: Rekap) -> Mapping[str, bytes]:
    """The page that proves the SOP of the running Periode, once a step of it is done."""
    if not has_begun(rekap):
        return {}
    page, title = pelaksanaan(rekap), titled(rekap, JUDUL_PELAKSANAAN)
    data = printed(order, TEMPLAT_PELAKSANAAN, page, title, page.satker)
    return {f"{LAPORAN}/{title}.docx": data}
