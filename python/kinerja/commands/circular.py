"""Surat Edaran: the letter that asks every Subbagian for its data, until it is signed."""

from __future__ import annotations

from dataclasses import replace

from kinerja.circular import naskah_edaran, registered, title_of, with_edaran
from kinerja.commands.letters import check_register, printed, put, told
from kinerja.commands.order import Order, rekap_of
from kinerja.commands.publishing import Published, digest_of
from kinerja.model_sop import SuratEdaran
from kinerja.naskah_checks import about, format_nomor_is_known, signed_letter_stands
from kinerja.outcome import Outcome
from kinerja.registers import is_signed
from kinerja.rekap import Rekap
from kinerja.sheets.surat import SURAT_EDARAN
from kinerja.sop import stamped
from kinerja.tables import pages
from kinerja.verify import verify as verified
from kinerja.view import view_of

TEMPLAT_EDARAN = "surat_edaran.docx"


def circular(order: Order) -> Outcome:
    """Print the surat edaran of the running Periode as the register has it now.

    The first time it makes the row; what was typed in it is never changed, and a letter
    that is signed is not made again. Refused while the pattern of its number is unclear.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        check_register(SURAT_EDARAN, problems)
        unclear = tuple(format_nomor_is_known(view_of(rekap)))
        if unclear:
            return Outcome(command="circular", temuan=unclear, coba=order.coba, refused=True)
        row = registered(rekap)
        letter = _letter(order, rekap, row)
        if not is_signed(row):
            row = replace(row, berkas=letter.berkas, sha256=letter.sha256)
        after = stamped(with_edaran(rekap, row), "circular")
        temuan = [*problems, *verified(after)]
        changed = signed_letter_stands(after, row, letter.sha256)
        said = (*changed, *about(SURAT_EDARAN, temuan))
        outcome = told(order, "circular", letter, said)
        keluar = {row.berkas: row.sha256} if row.berkas else {}
        order.write(outcome, pages(after, temuan), rekap, keluar=keluar)
    return outcome


def _letter(order: Order, rekap: Rekap, row: SuratEdaran) -> Published:
    """The letter as it is now; one that is signed is printed to be compared only."""
    title = title_of(rekap)
    order.progress(f"{title}.docx", 1, 1)
    context = naskah_edaran(rekap, row)
    data = printed(order, TEMPLAT_EDARAN, context, title, rekap.pengaturan.satker)
    if is_signed(row):
        return Published(row.berkas, digest_of(data), is_new=False)
    return put(order, title, data, row)
