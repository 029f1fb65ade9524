"""What the annual report says of one Sasaran, its Indikator and its chart: printed values."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Seri:
    """One set of columns of a chart; None leaves a gap."""

    nama: str
    nilai: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """A chart, in figures. Printed in a template it stands for the drawn chart."""

    kunci: str
    sumbu: str
    kategori: tuple[str, ...]
    seri: tuple[Seri, ...]
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagan:
    """A chart as it goes into a document: its XML and the workbook behind it."""

    xml: bytes
    buku: bytes
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rujukan:
    """A reference to the next numbered caption of one kind, “Tabel” or “Gambar”."""

    jenis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draf:
    """A sentence made by rule, in pieces, so that every figure in it is a piece of its own."""

    ada: bool = False
    draf: bool = False  # nobody has accepted its pattern yet
    isi: tuple[str, ...] = ()


TANPA_DRAF = Draf()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrafIndikator:
    """The sentences of the analyses that compare figures."""

    tahun_ini: Draf = TANPA_DRAF
    tahun_lalu: Draf = TANPA_DRAF
    renstra: Draf = TANPA_DRAF
    nasional: Draf = TANPA_DRAF


BELUM_DITULIS = DrafIndikator()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tahunan:
    """Target, Realisasi and Capaian of one year."""

    tahun: str
    target: str
    realisasi: str
    capaian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lalu:
    """One Indikator beside the year before; ``belum`` says what is missing."""

    ada: bool
    belum: str
    tahun: str
    realisasi: str
    capaian: str
    perubahan: str  # of the Realisasi, with its sign
    naik: bool
    turun: bool
    membaik: bool
    terdahulu: tuple[Tahunan, ...]  # the years before that, the latest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Banding:
    """One Indikator beside another measure; ``belum`` says what is missing."""

    ada: bool
    belum: str
    ukuran: str
    persen: str
    tercapai: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kutipan:
    """What one Subbagian wrote under one heading of its form."""

    judul: str
    periode: str
    subbagian: str
    pendukung: bool
    isi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uraian:
    """What the forms say about one Indikator, the latest Periode first."""

    kode: str
    uraian: str
    kutipan: tuple[Kutipan, ...]
    belum: tuple[str, ...]
    draf: Draf = TANPA_DRAF


@dataclass(frozen=True, slots=True, kw_only=True)
class Terukur:
    """One Indikator, its Target and what was reached of it, in a Semester or a year."""

    kode: str
    uraian: str
    rekaan: bool
    satuan: str
    penanggung_jawab: str
    target: str
    realisasi: str
    capaian: str
    capaian_asli: str
    dibatasi: bool
    predikat: str
    ada: bool  # a Realisasi is known
    terukur: bool  # a Capaian is known
    tercapai: bool
    melampaui: bool
    kurang: str  # how many percent points are missing to 100


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisIndikator(Terukur):
    """One Indikator in the tables and in the computed sentences of the year."""

    lalu: Lalu
    renstra: Banding
    nasional: Banding
    draf: DrafIndikator = BELUM_DITULIS


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranTerukur:
    """One Sasaran and what was reached of it, in a Semester or a year."""

    kode: str
    uraian: str
    capaian: str
    predikat: str
    terukur: bool
    dihitung: int
    banyak: int
    tercapai: int
    dibatasi: bool  # one of its Indikator was capped
    penyebab: tuple[Uraian, ...]
    kegiatan: tuple[Uraian, ...]
    grafik: Grafik


@dataclass(frozen=True, slots=True, kw_only=True)
class BabSasaran(SasaranTerukur):
    """One Sasaran of Bab III.A."""

    indikator: tuple[BarisIndikator, ...]
    tahun_lalu: str
    dengan_renstra: bool
    dengan_nasional: bool
    tanpa_nasional: str  # kode of those without a national standard
    efisiensi: tuple[Uraian, ...]
    rekomendasi: tuple[str, ...]
    draf_efisiensi: Draf = TANPA_DRAF
