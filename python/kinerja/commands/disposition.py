"""Lembar Disposisi: the order of the sekretaris, in the register and on paper."""

from __future__ import annotations

from dataclasses import replace

from kinerja.commands.letters import check_register, printed, put, told
from kinerja.commands.order import Order, rekap_of
from kinerja.disposition import lembar_disposisi, registered, title_of, with_lembar
from kinerja.naskah_checks import about
from kinerja.outcome import Outcome
from kinerja.sheets.surat import DISPOSISI
from kinerja.sop import stamped
from kinerja.tables import pages
from kinerja.verify import verify as verified

TEMPLAT_DISPOSISI = "disposisi.docx"


def disposition(order: Order) -> Outcome:
    """Print the lembar disposisi of the running Periode as the register has it now.

    The first time it makes the row; what was typed in it is never changed.
    """
    with order.guard():
        rekap, problems = rekap_of(order)
        check_register(DISPOSISI, problems)
        row, title = registered(rekap), title_of(rekap)
        order.progress(f"{title}.docx", 1, 1)
        context = lembar_disposisi(rekap, row)
        data = printed(order, TEMPLAT_DISPOSISI, context, title, rekap.pengaturan.satker)
        letter = put(order, title, data, row)
        row = replace(row, berkas=letter.berkas, sha256=letter.sha256)
        after = stamped(with_lembar(rekap, row), "disposition")
        temuan = [*problems, *verified(after)]
        outcome = told(order, "disposition", letter, about(DISPOSISI, temuan))
        keluar = {letter.berkas: letter.sha256}
        order.write(outcome, pages(after, temuan), rekap, keluar=keluar)
    return outcome
