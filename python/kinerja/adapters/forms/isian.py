"""The sheet of numbers: what is asked, what is known, the cells to fill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kinerja.adapters import look
from kinerja.adapters.forms import checks, formulas, kelengkapan, layout
from kinerja.adapters.forms.canvas import WHOLE, Canvas
from kinerja.grid import letter
from kinerja.model import EXCUSED, Jenis, Realisasi, Rentang, Status, Target
from kinerja.sheets import bantuan
from kinerja.values import target_text

if TYPE_CHECKING:
    from kinerja.adapters.forms.area import Area
    from kinerja.adapters.forms.canvas import Page
    from kinerja.adapters.forms.kelengkapan import Areas
    from kinerja.isian import Baris

GAP = 2  # rows between the table and the signatures
SIGN_LEFT, SIGN_RIGHT = "uraian", "status"  # the columns they stand in


@dataclass(frozen=True, slots=True)
class Line:
    """One row being written."""

    canvas: Canvas
    page: Page
    areas: Areas
    n: int
    baris: Baris

    @property
    def area(self) -> Area:
        """Where the row lies."""
        return self.areas.isian

    @property
    def row(self) -> int:
        """Its number, as Excel shows it."""
        return self.area.start + self.n


def write(canvas: Canvas, areas: Areas, meter: formulas.Formula) -> None:
    """The whole sheet “Isian”."""
    area = areas.isian
    page = layout.new_page(canvas, area.sheet, meter)
    for n, baris in enumerate(canvas.isi.baris):
        line = Line(canvas, page, areas, n, baris)
        _reference(line)
        _answers(line)
        _results(line)
        _note(line)
    last = _signatures(canvas, page, area)
    _colours(canvas, page, area)
    right = len(area.sheet.columns)
    # Room for the buttons of the filter under the headings.
    layout.headings(canvas, page, area.sheet, layout.HEADING, least=3)
    page.sheet.autofilter(area.start - 2, 0, area.last - 1, right - 1)
    layout.print_setup(canvas, page, area.sheet, last=last)
    layout.freeze(page, area, "nilai")
    layout.protect(page)


def _reference(line: Line) -> None:
    baris, i = line.baris, line.baris.indikator
    known: dict[str, object] = {
        "kode": i.kode,
        "uraian": i.uraian,
        "peran": baris.peran,
        "satuan": i.satuan,
        "target_tahun": _shown(i.target),
        "target": _shown(baris.target),
        "lalu": baris.lalu,
    }
    for key, content in known.items():
        column = line.area.sheet.column(key)
        bold = {"bold": True} if key in {"kode", "target"} else {}
        style = line.canvas.reference(column, **bold)
        line.page.value(line.row, line.area.column(key), content, style)
    texts = {key: str(content or "") for key, content in known.items()}
    texts["alasan"] = baris.jawaban.alasan if baris.jawaban else ""
    texts["kelengkapan"] = bantuan.KURANG * 5  # room for all it may say
    line.page.sheet.set_row(line.row - 1, layout.row_height(line.area.sheet, texts, least=2))


def _shown(target: Target | None) -> object:
    return target_text(target) if isinstance(target, Rentang) else target


def _answers(line: Line) -> None:
    is_rasio = line.baris.indikator.jenis is Jenis.RASIO
    for key in kelengkapan.ANSWER_KEYS:
        asked = line.baris.is_owner and (is_rasio or key not in {"x", "y"})
        if asked and key == "nilai" and is_rasio:
            column = line.area.sheet.column(key)
            style = line.canvas.reference(column, bold=True)
            worked = formulas.rasio(line.area, line.row, line.baris)
            line.page.formula(line.row, line.area.column(key), worked, style)
        elif asked:
            _answer(line, key)
        else:
            at = line.area.column(key)
            line.page.text(line.row, at, "", line.canvas.shaded())


def _answer(line: Line, key: str) -> None:
    column, at = line.area.sheet.column(key), line.area.column(key)
    jenis = line.baris.indikator.jenis
    # A text typed into a cell formatted as a number would look like a wrong number.
    as_text = key == "nilai" and jenis is Jenis.TEKS
    style = line.canvas.input(column, **({"num_format": "@"} if as_text else {}))
    known = _known(line.baris.jawaban, key)
    line.page.value(line.row, at, known, style)
    check = _check(line, key)
    line.page.sheet.data_validation(line.row - 1, at - 1, line.row - 1, at - 1, check)


def _known(answer: Realisasi | None, key: str) -> object:
    """What is known already; a number says by itself that the status is Terisi."""
    if answer is None:
        return None
    if key == "status":
        return answer.status if answer.status in EXCUSED else None
    known: object = getattr(answer, key)
    return known


def _check(line: Line, key: str) -> checks.Check:
    column, jenis = line.area.sheet.column(key), line.baris.indikator.jenis
    if key == "status":
        return checks.choice(column, [str(Status(c)) for c in column.choices], open_=False)
    if key == "alasan":
        return checks.text(column)
    if key == "nilai" and jenis is Jenis.TEKS:
        return checks.text(column, checks.NAME, hint=bantuan.TEKS_NILAI)
    return checks.number(column, jenis, counted=key in {"x", "y"})


def _results(line: Line) -> None:
    pengaturan, area = line.canvas.isi.pengaturan, line.area
    style = line.canvas.reference(area.sheet.column("capaian"))
    centred = line.canvas.reference(area.sheet.column("predikat"), align="center")
    reached = formulas.capaian(area, line.row, line.baris, pengaturan)
    if reached is None:
        for key in ("capaian", "predikat"):
            at = area.column(key)
            line.page.text(line.row, at, bantuan.TAK_TERHITUNG, centred)
    else:
        value = formulas.known_capaian(line.baris, pengaturan)
        word = formulas.predikat_formula(area, line.row, pengaturan.skala, value)
        line.page.formula(line.row, area.column("capaian"), reached, style)
        line.page.formula(line.row, area.column("predikat"), word, centred)
    state = kelengkapan.kelengkapan(line.areas, line.n, line.baris, pengaturan)
    bold = line.canvas.reference(area.sheet.column("kelengkapan"), bold=True)
    line.page.formula(line.row, area.column("kelengkapan"), state, bold)


def _note(line: Line) -> None:
    """The help on an Indikator, on the cell with its text."""
    said = bantuan.note(line.baris.indikator, line.baris.syarat)
    tall = layout.height([(said, 46)])
    line.page.note(
        line.row,
        line.area.column("uraian"),
        said,
        x_scale=2.6,
        height=min(tall * 1.34, 420),
        font_size=9,
        color=look.INPUT,
    )


def _signatures(canvas: Canvas, page: Page, area: Area) -> int:
    """Who fills and who signs, under the table; the last row written."""
    style, row = canvas.plain(), area.last + GAP
    for left, right in bantuan.tanda_tangan(canvas.isi.pengaturan, canvas.isi.subbagian):
        page.text(row, area.column(SIGN_LEFT), left, style)
        page.text(row, area.column(SIGN_RIGHT), right, style)
        row += 1
    return row - 1


def _colours(canvas: Canvas, page: Page, area: Area) -> None:
    """States by their sign, rows without report in grey, whole numbers without decimals."""
    first, last = area.start, area.last
    state = letter(area.column("kelengkapan"))
    layout.colour_states(canvas, page, f"{state}{first}:{state}{last}")
    begin = f"${state}{first}"
    fill, ink = look.STATES[bantuan.TAK_TERHITUNG]
    grey = canvas.book.add_format({"bg_color": fill, "font_color": ink, "italic": True})
    left, right = letter(area.column("x")), letter(area.column("predikat"))
    page.sheet.conditional_format(
        f"{left}{first}:{right}{last}",
        {
            "type": "formula",
            "criteria": f'=LEFT({begin},1)="{bantuan.TAK_TERHITUNG}"',
            "format": grey,
        },
    )
    left, right = letter(area.column("target_tahun")), letter(area.column("capaian"))
    whole = canvas.book.add_format({"num_format": WHOLE})
    page.sheet.conditional_format(
        f"{left}{first}:{right}{last}",
        {
            "type": "formula",
            "criteria": f"=IF(ISNUMBER({left}{first}),{left}{first}=INT({left}{first}))",
            "format": whole,
        },
    )
