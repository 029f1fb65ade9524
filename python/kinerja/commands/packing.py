"""One package: its form, the letter, the texts printed for it, its ZIP, its e-mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.adapters import files, mail, plain_text
from kinerja.adapters.bundle import zip_bytes
from kinerja.circular import edaran_of
from kinerja.commands.letters import text_template
from kinerja.commands.order import Order
from kinerja.model import Location
from kinerja.paket import Paket, PesanBagikan, perihal, pesan
from kinerja.rekap import Rekap
from kinerja.sheets.distribusi import PESAN, PETUNJUK
from kinerja.sheets.folders import FORMULIR, SURAT, safe_name
from kinerja.surel import addresses
from kinerja.temuan import KinerjaError, Rule, Temuan

TEMPLAT_PESAN, TEMPLAT_PETUNJUK = "pesan_bagikan.txt", "petunjuk.txt"


@dataclass(frozen=True, slots=True)
class Edaran:
    """The letter that goes with every form; no name where there is none."""

    nama: str = ""
    data: bytes = b""
    temuan: tuple[Temuan, ...] = ()


def letter_of(order: Order, rekap: Rekap) -> Edaran:
    """The letter as signed and scanned if the office has that, else as it was printed."""
    surat = edaran_of(rekap)
    signed, printed = (surat.berkas_ttd, surat.berkas) if surat else ("", "")
    notes: list[Temuan] = []
    for typed in filter(None, (signed, printed)):
        name = _last_part(typed)
        data = files.read_whole(order.folder / SURAT / name)
        if isinstance(data, bytes):
            return Edaran(safe_name(name), data, tuple(notes))
        if surat and typed == signed:
            here = surat.location
            notes.append(Rule.EDARAN_BERTANDA_TANGAN_HILANG.at(here, berkas=files.shown(name)))
    missing = rekap.periode_name(rekap.pengaturan.periode)
    notes.append(Rule.EDARAN_TIDAK_ADA.at(Location(rekap.file), periode=missing))
    return Edaran(temuan=tuple(notes))


def _last_part(name: str) -> str:
    """The file itself of what a person typed, so that it cannot lie outside its folder."""
    return name.replace("\\", "/").rpartition("/")[2].strip()


@dataclass(frozen=True, slots=True)
class Made:
    """The files of one package by their path below its folder, and the e-mail about it."""

    paket: Paket
    isi: Mapping[str, bytes]
    lampiran: tuple[str, ...]
    perihal: str
    pesan: str

    @property
    def kepada(self) -> tuple[str, ...]:
        """To whom it goes."""
        return addresses(self.paket.isi.subbagian.surel)

    @property
    def eml(self) -> bytes:
        """The draft of the e-mail."""
        attached = {name: self.isi[name] for name in self.lampiran}
        return mail.eml(self.kepada, self.perihal, self.pesan, attached)

    @property
    def berkas(self) -> Mapping[str, bytes]:
        """Every file by its path below the folder of the office."""
        jalur = self.paket.jalur
        inside = {f"{jalur}/{name}": data for name, data in self.isi.items()}
        zipped = zip_bytes(self.isi, self.paket.folders)
        return {**inside, f"{jalur}.zip": zipped, f"{jalur}.eml": self.eml}


def packed(
    order: Order, rekap: Rekap, paket: Sequence[Paket], edaran: Edaran
) -> Iterator[Made]:
    """Each package with its files.

    Raises:
        KinerjaError: if a template cannot be used.
    """
    names = TEMPLAT_PESAN, TEMPLAT_PETUNJUK
    templates = {name: text_template(order, name) for name in names}
    for number, p in enumerate(paket, start=1):
        order.progress(p.nama, number, len(paket))
        told = pesan(rekap, p, edaran_of(rekap), edaran.nama)
        texts = {n: plain_text.render(text, told, n) for n, text in templates.items()}
        yield _made(order, p, edaran, told, texts)


def _made(
    order: Order, paket: Paket, edaran: Edaran, told: PesanBagikan, texts: Mapping[str, str]
) -> Made:
    name = paket.terbit.berkas
    form = files.read_whole(order.folder / FORMULIR / name)
    if isinstance(form, Temuan):  # it was there a moment ago
        raise KinerjaError(form)
    letter = {edaran.nama: edaran.data} if edaran.nama else {}
    return Made(
        paket=paket,
        isi={
            name: form,
            **letter,
            PETUNJUK: plain_text.encoded(texts[TEMPLAT_PETUNJUK]),
            PESAN: plain_text.encoded(texts[TEMPLAT_PESAN]),
        },
        lampiran=(name, *letter, PETUNJUK),
        perihal=perihal(told),
        pesan=texts[TEMPLAT_PESAN],
    )
