"""What the annual report says: figures, flags and markers, before Word."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.annual import report
from kinerja.laporan import Laporan
from kinerja.laporan_sasaran import BarisIndikator
from kinerja.model import (
    Anggaran,
    Berkas,
    DataPendukung,
    Konsolidasi,
    Location,
    Narasi,
    Realisasi,
    RencanaAksi,
    Status,
    Syarat,
)
from kinerja.penanda import markers, missing
from kinerja.printing import Angka
from kinerja.rekap import Rekap
from kinerja.temuan import Rule
from reports import sent, year

GALAT = Rule.TARGET_KOSONG.at(
    Location("kinerja.xlsx", "Sasaran & Indikator", 5), indikator="1"
)
CATATAN = Rule.SAMA_PERSIS.at(Location("a.xlsx"), berkas="a.xlsx", lain="b.xlsx")


def rows_of(laporan: Laporan) -> dict[str, BarisIndikator]:
    return {i.kode: i for s in laporan.sasaran for i in s.indikator}


def test_capaian_is_computed_where_a_published_report_printed_80(table: str) -> None:
    """
    LKj KPU Kabupaten Sarolangun 2020 prints 80 for the first row, although 66 of 80 is 82,50.

    | Kode | Target | Realisasi | Polaritas |
    | 1.2  | 80     | 66        | positif   |
    | 1.3  | 78     | 70        | positif   |
    | 1.4  | 75     | 93        | positif   |
    | 1.5  | 0,2    | 0,2       | negatif   |
    """
    rows = rows_of(report(year(table), ()))

    assert {k: (r.capaian, r.capaian_asli, r.dibatasi) for k, r in rows.items()} == {
        "1.2": ("82,50", "82,50", False),
        "1.3": ("89,74", "89,74", False),
        "1.4": ("100,00", "124,00", True),
        "1.5": ("100,00", "100,00", False),
    }


def test_the_sasaran_is_the_mean_of_the_capped_capaian(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    | 1.2  | 75     | 93        |
    | 1.3  | 75     |           |
    """
    [sasaran] = report(year(table), ()).sasaran

    assert (sasaran.capaian, sasaran.dihitung, sasaran.banyak) == ("91,25", 2, 3)


def test_a_zero_is_an_answer_and_a_blank_is_a_marker(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 0         |
    | 1.2  | 80     |           |
    """
    rows = rows_of(report(year(table), ()))

    assert (rows["1.1"].realisasi, rows["1.1"].capaian) == ("0%", "0,00")
    assert (rows["1.2"].realisasi, rows["1.2"].capaian) == (
        "[belum ada data: realisasi 1.2]",
        "[belum ada data: capaian 1.2]",
    )


def test_the_report_is_a_draft_while_a_galat_stands(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    """
    assert report(year(table), (GALAT, GALAT, CATATAN)).draf
    assert report(year(table), (GALAT, GALAT, CATATAN)).jumlah_galat == 1
    assert not report(year(table), (CATATAN,)).draf


def test_the_year_before_is_compared_under_the_same_policy(table: str) -> None:
    """
    | Kode | Target | Realisasi | Lalu | Polaritas |
    | 1.1  | 80     | 66        | 83   | positif   |
    | 1.2  | 2      | 1         | 2    | negatif   |
    | 1.3  | 80     | 66        |      | positif   |
    """
    rows = rows_of(report(year(table), ()))
    one, two, three = (rows[k].lalu for k in ("1.1", "1.2", "1.3"))

    assert (one.realisasi, one.perubahan, one.capaian) == ("83%", "-17", "100,00")
    assert (one.turun, one.membaik) == (True, False)
    assert (two.turun, two.membaik) == (True, True)
    assert (three.ada, three.belum) == (
        False,
        "[belum ada data: realisasi tahun 2019 indikator 1.3]",
    )


def test_texts_of_the_forms_stand_once_and_the_latest_first(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    rekap = year(table)
    told = [
        sent(Realisasi(indikator="1.1", subbagian=s, periode=p, penyebab=t), p=p, subbagian=s)
        for s, p, t in (("KUL", 1, "hujan"), ("KUL", 2, "jarak"), ("TEK", 2, "logistik"))
    ]
    told.append(
        sent(
            Realisasi(
                indikator="1.1",
                subbagian="KUL",
                periode=3,
                nilai=Decimal(80),
                status=Status.TERISI,
                penyebab="jarak",
            ),
            p=3,
        )
    )
    laporan = report(replace(rekap, kiriman=(rekap.kiriman[3], *told)), ())
    [uraian] = laporan.sasaran[0].penyebab

    assert [(k.periode, k.subbagian, k.pendukung, k.isi) for k in uraian.kutipan] == [
        ("TW III", "Umum", False, "jarak"),
        ("TW II", "Teknis", True, "logistik"),
        ("TW I", "Umum", False, "hujan"),
    ]
    assert uraian.belum == ()


def test_kendala_and_solusi_are_missed_only_where_the_target_was_not_reached(
    table: str,
) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 66        |
    | 1.2  | 80     | 80        |
    """
    short, reached = report(year(table), ()).sasaran[0].penyebab

    assert len(short.belum) == 3
    assert len(reached.belum) == 1


def budget(*realisasi: str | None) -> tuple[Anggaran, ...]:
    amounts = tuple(None if r is None else Decimal(r) for r in realisasi)
    return (
        Anggaran(kode="01", uraian="a", sasaran="1", pagu=Decimal(1000), realisasi=amounts),
    )


def test_budget_is_summed_and_efficiency_is_clamped(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    bab = report(year(table, anggaran=budget("100", "200", "300", "0")), ()).anggaran

    assert (bab.jumlah.realisasi, bab.jumlah.serapan, bab.jumlah.sisa) == (
        "Rp600",
        "60,00",
        "Rp400",
    )
    assert [s.serapan for s in bab.serapan] == ["10,00", "30,00", "60,00", "60,00"]
    assert (bab.efisiensi[0].e, bab.efisiensi[0].ne) == ("20,00", "100,00")


def test_a_periode_without_a_figure_is_not_counted_as_zero(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    bab = report(year(table, anggaran=budget("100", None, "300", "0")), ()).anggaran

    assert bab.baris[0].realisasi == "[belum ada data: realisasi 01]"
    assert [s.serapan for s in bab.serapan] == ["10,00", "–", "–", "–"]
    assert not bab.dapat_dihitung


def test_both_semester_make_the_year_for_every_konsolidasi(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    rekap = year(table)
    answers = [
        sent(
            Realisasi(
                indikator="1.1",
                subbagian="KUL",
                periode=p,
                status=Status.TERISI,
                nilai=Decimal(n),
            ),
            p=p,
        )
        for p, n in enumerate((10, 30, 20, 60), start=1)
    ]
    found = {}
    for rule in (Konsolidasi.RERATA, Konsolidasi.MAKSIMUM, Konsolidasi.TERAKHIR):
        indikator = replace(rekap.indikator[0], konsolidasi=rule)
        changed = replace(rekap, indikator=(indikator,), kiriman=tuple(answers))
        [proof] = report(changed, ()).bukti
        found[rule.value] = (proof.semester_1, proof.semester_2, proof.gabungan, proof.sama)

    assert found == {
        "rata-rata": ("20%", "40%", "30%", True),
        "maksimum": ("30%", "60%", "60%", True),
        "nilai terakhir": ("30%", "60%", "60%", True),
    }


def test_the_inventory_shows_what_is_required_listed_and_found(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    rekap = year(table, syarat=(Syarat(indikator="1.1", jenis="Notula", periode=4),))
    listed = tuple(
        DataPendukung(indikator="1.1", subbagian="KUL", periode=4, berkas=name)
        for name in ("daftar hadir.pdf", "hilang.pdf", "https://contoh.id/x")
    )
    last = replace(rekap.kiriman[3], data_pendukung=listed)
    disk = tuple(
        Berkas(
            nama=name, folder="KUL/TW IV", subbagian="KUL", periode=4, ukuran=10, sha256=name
        )
        for name in ("daftar hadir.pdf", "lain.jpg")
    )
    laporan = report(replace(rekap, kiriman=(*rekap.kiriman[:3], last), berkas=disk), ())

    assert [(b.berkas, b.jenis, b.keadaan[0], b.ukuran) for b in laporan.berkas] == [
        ("daftar hadir.pdf", "–", "✔", "10\u00a0B"),
        ("hilang.pdf", "–", "✖", "–"),
        ("https://contoh.id/x", "–", "!", "–"),
        ("–", "Notula", "✖", "–"),
        ("lain.jpg", "–", "!", "10\u00a0B"),
    ]


def test_rencana_aksi_is_listed_with_its_targets(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    plan = RencanaAksi(
        indikator="1.1",
        uraian="Rapat",
        penanggung_jawab="KUL",
        satuan="kali",
        target=(Decimal(1), None, Decimal("2.5"), "selesai"),
    )
    bare = replace(plan, target=(), anggaran=Decimal(1_500_000))
    first, second = report(year(table, rencana_aksi=(plan, bare)), ()).rencana

    assert [(t.periode, t.target) for t in first.target] == [
        ("TW I", "1\u00a0kali"),
        ("TW III", "2,5\u00a0kali"),
        ("TW IV", "selesai"),
    ]
    assert (first.anggaran, second.target, second.anggaran) == ("–", (), "Rp1.500.000")
    assert [t.target.kunci for t in first.target if isinstance(t.target, Angka)] == [
        "rencana 1.1/TW I",
        "rencana 1.1/TW III",
        "rencana 1.1/TW IV",
    ]
    assert isinstance(second.anggaran, Angka)
    assert second.anggaran.kunci == "rencana 1.1 (2)/anggaran"


def test_narratives_fill_their_slot_and_the_empty_ones_are_named(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     | 80        |
    """
    narasi = (
        Narasi(bagian="simpulan", isi="Baik.\n\nSekali."),
        Narasi(bagian="rekomendasi:1", isi="Lanjutkan."),
    )
    laporan = report(year(table, narasi=narasi), ())

    assert laporan.simpulan == ("Baik.", "Sekali.")
    assert laporan.sasaran[0].rekomendasi == ("Lanjutkan.",)
    assert laporan.kata_pengantar == ("[belum ada data: Kata Pengantar]",)


def test_missing_data_is_counted_in_one_temuan(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     |           |
    """
    laporan = report(year(table), ())
    [temuan] = missing(laporan, "kinerja.xlsx")

    assert (temuan.rule, temuan.location.sheet) == (Rule.BELUM_ADA_DATA, "Narasi Laporan")
    assert dict(temuan.facts)["jumlah"] == str(laporan.jumlah_belum)
    assert laporan.jumlah_belum == len(set(markers(laporan))) > 10


def test_an_empty_office_makes_a_report_of_markers_only() -> None:
    rekap = Rekap(
        file="kinerja.xlsx", pengaturan=replace(year("| Kode |").pengaturan, satker="")
    )
    laporan = report(rekap, ())

    assert laporan.satker == "[belum ada data: nama satuan kerja]"
    assert laporan.anggaran.belum == "[belum ada data: pagu dan realisasi anggaran]"


def test_no_text_of_the_report_is_empty_where_a_reader_looks(table: str) -> None:
    """
    | Kode | Target | Realisasi |
    | 1.1  | 80     |           |
    """
    [row] = rows_of(report(year(table), ())).values()

    assert all((row.target, row.realisasi, row.capaian, row.predikat, row.satuan))


def test_the_same_rekap_makes_the_same_report(table: str) -> None:
    """
    | Kode | Target | Realisasi | Lalu |
    | 1.1  | 80     | 66        | 83   |
    """
    assert report(year(table), (GALAT, CATATAN)) == report(year(table), (CATATAN, GALAT))
