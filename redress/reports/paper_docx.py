"""A report as a Word file, for the system a committee's papers go into.

Real headings, contents, tables whose header row is repeated on each page, charts as pictures with
their words as alternative text, and the numbers of every chart in the table under it.
"""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from redress.papers.glyphs import one_way, reads_right_to_left
from redress.papers.letterhead import letterhead_of
from redress.papers.word import add_field, set_font
from redress.reports.paper import Exhibit, Grid, Report, Section
from redress.reports.paper_pdf import alt, chart_pictures, starts_page, widths

SIZES = {
    "Normal": 11,
    "Title": 28,
    "Subtitle": 12,
    "Heading 1": 17,
    "Heading 2": 12.5,
    "Caption": 10,
    "List Bullet": 11,
    "Footer": 9,
    "Quote": 10.5,
}
INK = RGBColor(0x0B, 0x0C, 0x0C)
QUIET = RGBColor(0x48, 0x49, 0x49)
MARGIN = Mm(22)
WIDTH = Length(Mm(210) - 2 * MARGIN)
LANGUAGE = "en-GB"
TEXT, FIGURE = "Table Text", "Table Figure"  # styles of cells


def to_docx(report: Report) -> bytes:
    """The report as a Word file: the same words and figures as in the other forms."""
    file = Document()
    _set_up(file, report)
    _first_page(file, report)
    pictures = iter(chart_pictures(report))
    for number, section in report.numbered():
        _section(file, number, section, report, pictures)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


def _set_up(file: Any, report: Report) -> None:
    """Sheet, properties, styles, and the title and page numbers at the foot."""
    sheet = file.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = MARGIN
    sheet.top_margin = sheet.bottom_margin = Mm(20)
    about = file.core_properties
    about.title = one_way(f"{report.title}: {report.landlord}")[:255]
    about.author, about.language, about.comments = report.landlord[:255], LANGUAGE, ""
    about.created = about.modified = datetime.combine(report.as_at, time())
    _styles(file, report)
    foot = sheet.footer.paragraphs[0]
    foot.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{one_way(report.landlord)}: {one_way(report.title)}\tPage ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")


def _styles(file: Any, report: Report) -> None:
    _cell_styles(file)
    colour = RGBColor.from_string(letterhead_of(report.slug, report.landlord).colour[1:].upper())
    for name, size in SIZES.items():
        style = file.styles[name]
        set_font(style, size)
        style.font.italic, style.font.color.rgb = False, INK
        style.paragraph_format.space_after = Pt(4 if name == "List Bullet" else 7)
    for name in ("Title", "Heading 1", "Heading 2", "Caption"):
        file.styles[name].font.bold = True
        file.styles[name].paragraph_format.keep_with_next = True
    file.styles["Title"].font.color.rgb = file.styles["Heading 1"].font.color.rgb = colour
    file.styles["Subtitle"].font.color.rgb = QUIET
    for name, before in {"Heading 1": 20, "Heading 2": 14, "Caption": 12}.items():
        file.styles[name].paragraph_format.space_before = Pt(before)
    language = file.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)


def _cell_styles(file: Any) -> None:
    for name in (TEXT, FIGURE, f"{TEXT} Strong", f"{FIGURE} Strong"):
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        set_font(style, 9.5)
        style.font.bold = name.endswith("Strong")
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
        if name.startswith(FIGURE):
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _first_page(file: Any, report: Report) -> None:
    _said(file.add_paragraph(), report.landlord).runs[0].bold = True
    _said(file.add_paragraph(style="Title"), report.title)
    _said(file.add_paragraph(style="Subtitle"), report.period)
    stood = f"{report.stood} {report.mode}".strip()
    _said(file.add_paragraph(style="Subtitle"), stood)
    for words in filter(None, (report.notice, report.note)):
        _said(file.add_paragraph(style="Quote"), words)
    if report.key or report.headlines:
        file.add_heading("In short", level=1)
    for each in report.key:
        line = file.add_paragraph()
        line.add_run(one_way(each.figure)).bold = True
        line.add_run(f" {one_way(each.sentence)}")
    _listed(file, report.headlines)
    if report.has_contents:
        _contents(file, report)


def _contents(file: Any, report: Report) -> None:
    """The contents as a field that Word can bring up to date, filled with the titles."""
    file.add_heading("Contents", level=1)
    lines = [file.add_paragraph() for _ in report.sections]
    lines[0].add_run()._r.append(_mark("begin"))
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = ' TOC \\o "1-1" \\h '
    lines[0].add_run()._r.append(code)
    lines[0].add_run()._r.append(_mark("separate"))
    for line, (number, section) in zip(lines, report.numbered(), strict=True):
        _said(line, f"{number} {section.title}").paragraph_format.space_after = Pt(2)
    lines[-1].add_run()._r.append(_mark("end"))


def _mark(kind: str) -> Any:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _section(
    file: Any, number: str, section: Section, report: Report, pictures: Iterator[bytes]
) -> None:
    heading = _said(file.add_heading(level=1), f"{number} {section.title}")
    heading.paragraph_format.page_break_before = starts_page(report, number, section)
    for words in (*section.sentences, *section.narrative):
        _said(file.add_paragraph(), words)
    for exhibit in section.exhibits:
        _exhibit(file, exhibit, report, pictures)


def _exhibit(file: Any, exhibit: Exhibit, report: Report, pictures: Iterator[bytes]) -> None:
    if exhibit.chart:
        _said(file.add_heading(level=2), exhibit.chart.title)
        _picture(file, next(pictures), alt(exhibit.chart))
        source = _said(file.add_paragraph(), f"{exhibit.chart.caption} {report.source}")
        source.runs[0].font.size, source.runs[0].font.color.rgb = Pt(9), QUIET
    for grid in exhibit.grids:
        _grid(file, grid)
    _listed(file, exhibit.sentences)


def _picture(file: Any, content: bytes, words: str) -> None:
    """A picture as wide as the text, kept with what stands under it, with its words."""
    line = file.add_paragraph()
    line.paragraph_format.keep_with_next = True
    shape = line.add_run().add_picture(io.BytesIO(content), width=WIDTH)
    about = shape._inline.docPr
    about.set("descr", one_way(words))
    about.set("title", "Chart")


def _listed(file: Any, sentences: Iterable[str]) -> None:
    for sentence in sentences:
        _said(file.add_paragraph(style="List Bullet"), sentence)


def _grid(file: Any, grid: Grid) -> None:
    """A table under its caption. Rows are not split; the header row stands on every page."""
    _said(file.add_paragraph(style="Caption"), grid.caption)
    rows = list(grid.rows) or [(grid.empty, *("" for _ in grid.head[1:]))]
    table = file.add_table(rows=0, cols=len(grid.head))
    table.autofit = False
    _describe(table, grid)
    sizes = _widths(grid)
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    side = TEXT if grid.words else FIGURE
    add = table._tbl.append
    add(
        _row(
            grid.head, sizes, [f"{TEXT} Strong", *(f"{side} Strong" for _ in sizes[1:])], head=True
        )
    )
    for row in rows:
        add(_row(row, sizes, [TEXT, *(side for _ in sizes[1:])]))
    if grid.total:
        add(_row(grid.total, sizes, [f"{TEXT} Strong", *(f"{side} Strong" for _ in sizes[1:])]))
    file.add_paragraph(style=TEXT)


def _row(row: Iterable[str], sizes: list[Length], styles: list[str], *, head: bool = False) -> Any:
    """A row that is not split over two pages; as the header row it is repeated on each."""
    made = OxmlElement("w:tr")
    about = _under(made, "w:trPr")
    _under(about, "w:cantSplit")
    if head:
        _under(about, "w:tblHeader")
    for text, width, style in zip(row, sizes, styles, strict=True):
        cell = _under(made, "w:tc")
        _under(_under(cell, "w:tcPr"), "w:tcW", type="dxa", w=str(width.twips))
        said = Paragraph(_under(cell, "w:p"), None)  # type: ignore[arg-type]
        _under(said._p.get_or_add_pPr(), "w:pStyle", val=style.replace(" ", ""))
        _said(said, text)
    return made


def _under(parent: Any, name: str, **values: str) -> Any:
    """A new element at the end of another."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def _widths(grid: Grid) -> list[Length]:
    given = widths(grid) if grid.words else [2.2, *(1.0 for _ in grid.head[1:])]
    return [Length(int(WIDTH * each / sum(given))) for each in given]


def _describe(table: Any, grid: Grid) -> None:
    """The table's own title, its lines, and that its first row and column are headings."""
    about = table._tbl.tblPr
    look = about.find(qn("w:tblLook"))
    for name in ("firstRow", "firstColumn", "noHBand", "noVBand"):
        look.set(qn(f"w:{name}"), "1")
    title = OxmlElement("w:tblCaption")
    title.set(qn("w:val"), one_way(grid.caption)[:250])
    look.addnext(title)
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        _under(lines, f"w:{side}", val="single", sz="4", space="0", color="8A9490")
    about.find(qn("w:tblLayout")).addprevious(lines)


def _said(paragraph: Paragraph, text: str) -> Paragraph:
    """The words as they are, and read from right to left where they begin so."""
    run = paragraph.add_run(one_way(text))
    if reads_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
    return paragraph
