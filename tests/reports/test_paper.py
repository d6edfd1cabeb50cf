"""A report in every form: the same words and figures, and a structure that screen readers need."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from redress.reports.formats import FORMATS, made
from redress.reports.paper import (
    DARK,
    STRIPED,
    Bar,
    Chart,
    Exhibit,
    Grid,
    Key,
    Report,
    Section,
    parts,
)
from redress.reports.paper_docx import to_docx
from redress.reports.paper_pdf import to_pdf
from tests.papers.tagged import Tagged

BAD = "<b>x</b> #text(red)[y] \\ $z$ “é” ‮"
CHART = Chart(
    title="More repairs than last year: 30",
    bars=(
        Bar("Repairs", "90.0% on time", "30 received: 27 on time, 3 late",
            parts([(27, DARK, "27"), (3, STRIPED, "3")], 30)),
    ),
    caption="Each bar is all that were received.",
    key=((DARK, "On time"), (STRIPED, "Late")),
)  # fmt: skip
GRID = Grid(
    caption="Complaints by service. On time is a share of those received",
    head=("", "Received", "On time"),
    rows=(("Repairs", "30", "90.0%"), ("=Housing", "4", "–")),
    total=("All", "34", "85.3%"),
)
LONG = Grid("Every week", ("", "Received"), tuple((f"Week {n}", f"{n}") for n in range(1, 90)))
REPORT = Report(
    slug="harrow",
    landlord="Harrow Council",
    title="Complaints in spring",
    period="1 April 2026 to 30 June 2026",
    as_at=date(2026, 7, 1),
    key=(Key("34", "complaints received."),),
    headlines=("More were late.",),
    sections=(
        Section(
            "received",
            "What came",
            (Exhibit(CHART, (GRID,), ("Of the 34 received, 29 (85.3%) were on time.",)),),
            sentences=("Computed words.",),
            narrative=("What staff wrote.\nOn two lines.", BAD),
        ),
        Section("outlook", "What comes next", narrative=("Fewer delays.",)),
        Section("weeks", "Week by week", (Exhibit(None, (LONG,)),), label="Appendix A"),
    ),
    notice="Invented for the demonstration.",
    mode="Internal: all figures.",
)
WORDS = (
    *("Harrow Council", "Complaints in spring", "1 April 2026 to 30 June 2026"),
    *("complaints received.", "More were late.", "What came", "More repairs than last year: 30"),
    *("Each bar is all that were received.", "Repairs", "90.0%", "All", "34", "Week 89"),
    *("Computed words.", "What staff wrote.", "On two lines.", "Internal: all figures."),
    *("Of the 34 received, 29 (85.3%) were on time.", "Invented for the demonstration."),
)


@pytest.fixture(scope="module")
def pdf() -> Tagged:
    return Tagged(to_pdf(REPORT))


@pytest.fixture(scope="module")
def word() -> Any:
    return Document(io.BytesIO(to_docx(REPORT)))


def flat(text: str) -> str:
    return " ".join(text.split())


def words_of(form: str) -> str:
    content = made(REPORT, form)
    if form == "pdf":
        return flat(" ".join(each.text for each in Tagged(content).elements("Document")))
    if form == "docx":
        file = Document(io.BytesIO(content))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        return flat(" ".join([each.text for each in file.paragraphs] + cells))
    text = content.decode()
    return flat(re.sub(r"<[^>]+>", " ", text) if form == "html" else text)


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_every_word_and_figure_is_in_every_form_to_read(form: str) -> None:
    found = words_of(form)
    assert [words for words in WORDS if words not in found] == []


def test_nothing_written_is_read_as_markup() -> None:
    assert "&lt;b&gt;x&lt;/b&gt; #text(red)[y] \\ $z$ “é”" in made(REPORT, "html").decode()
    for form in ("pdf", "docx"):
        assert "<b>x</b> #text(red)[y] \\ $z$ “é”" in words_of(form)


def test_the_data_holds_every_figure() -> None:
    data = json.loads(made(REPORT, "json"))
    assert data["sections"][0]["exhibits"][0]["tables"][0]["total"] == ["All", "34", "85.3%"]
    assert data["sections"][0]["narrative"] == list(REPORT.sections[0].narrative)
    rows = list(csv.DictReader(io.StringIO(made(REPORT, "csv").decode())))
    assert len(rows) == 6 + 89
    assert rows[0] | {} == {
        "landlord": "harrow",
        "period": "1 April 2026 to 30 June 2026",
        "as_at": "2026-07-01",
        "section": "What came",
        "table": GRID.caption,
        "row": "Repairs",
        "column": "Received",
        "value": "30",
    }
    assert rows[2]["row"] == "'=Housing"  # no spreadsheet runs it


def test_the_same_report_gives_the_same_pdf() -> None:
    assert to_pdf(REPORT) == to_pdf(REPORT)


def test_the_pdf_says_it_keeps_to_pdf_ua_and_what_it_is(pdf: Tagged) -> None:
    root = pdf.root
    assert root["/MarkInfo"]["/Marked"] is True or bool(root["/MarkInfo"]["/Marked"])
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    assert pdf.reader.metadata is not None
    assert pdf.reader.metadata.title == "Complaints in spring: Harrow Council"


def test_headings_of_the_pdf_are_real_and_in_order(pdf: Tagged) -> None:
    found = [(each.tag, each.text) for each in pdf.elements("H1", "H2", "H3")]
    assert found == [
        ("H1", "In short"),
        ("H1", "Contents"),
        ("H1", "1. What came"),
        ("H2", "More repairs than last year: 30"),
        ("H1", "2. What comes next"),
        ("H1", "Appendix A. Week by week"),
    ]
    assert [str(each["/Title"]) for each in pdf.reader.outline if isinstance(each, dict)] == [
        "In short",
        "1. What came",
        "2. What comes next",
        "Appendix A. Week by week",
    ]


def test_a_short_report_has_no_contents_and_no_page_for_them() -> None:
    short = replace(REPORT, sections=REPORT.sections[:1])
    pdf = Tagged(to_pdf(short))
    assert "Contents" not in [each.text for each in pdf.elements("H1")]
    assert len(pdf.reader.pages) == 1
    file = Document(io.BytesIO(to_docx(short)))
    assert "Contents" not in [each.text for each in file.paragraphs]
    assert not any(each.paragraph_format.page_break_before for each in file.paragraphs)
    assert "Contents" in made(REPORT, "html").decode()
    assert "ontents" not in re.sub("<style.*</style>", "", made(short, "html").decode(), flags=re.S)


def test_tables_of_the_pdf_have_header_cells(pdf: Tagged) -> None:
    assert len(pdf.elements("Table")) == 2
    heads = [
        (node["/A"][0]["/Scope"], each.text)
        for node, each in zip(pdf.nodes("TH"), pdf.elements("TH"), strict=True)
        if each.text
    ]
    of_columns = [text for scope, text in heads if scope == "/Column"]
    assert of_columns == ["Received", "On time", "Received"]
    of_rows = [text for scope, text in heads if scope == "/Row"]
    assert of_rows == ["Repairs", "=Housing", "All", *(f"Week {n}" for n in range(1, 90))]
    for cell in pdf.nodes("TD"):  # by the scopes each has two headings: none is named apart
        assert cell["/A"][0]["/O"] == "/Table" and "/Headers" not in cell["/A"][0]


def test_a_chart_of_the_pdf_is_told_in_words(pdf: Tagged) -> None:
    (figure,) = pdf.nodes("Figure")
    assert figure["/Alt"] == "Bar chart. Repairs: 30 received: 27 on time, 3 late."


def test_the_footer_counts_the_pages(pdf: Tagged) -> None:
    pages = pdf.reader.pages
    texts = [flat(page.extract_text()) for page in pages]
    assert all(f"Page {n} of {len(pages)}" in text for n, text in enumerate(texts, start=1))


def test_no_row_of_a_table_is_split_over_two_pages() -> None:
    tall = Grid(
        "Tall", ("", "Words"), tuple((f"R{n}", "word " * 300) for n in range(9)), words=True
    )
    report = replace(REPORT, sections=(Section("tall", "Tall", (Exhibit(None, (tall,)),)),))
    pages = [page.extract_text() for page in Tagged(to_pdf(report)).reader.pages]
    assert len(pages) > 2
    for text in pages:
        assert text.count("word") == 300 * len(re.findall(r"\bR\d\b", text))


def test_the_word_file_has_real_headings_and_contents(word: Any) -> None:
    found = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert found == [
        ("Heading 1", "In short"),
        ("Heading 1", "Contents"),
        ("Heading 1", "1. What came"),
        ("Heading 2", "More repairs than last year: 30"),
        ("Heading 1", "2. What comes next"),
        ("Heading 1", "Appendix A. Week by week"),
    ]
    assert 'TOC \\o "1-1"' in word.element.xml
    assert word.core_properties.title == "Complaints in spring: Harrow Council"
    assert word.core_properties.language == "en-GB"


def test_tables_of_the_word_file_repeat_their_head_and_keep_rows_whole(word: Any) -> None:
    for table in word.tables:
        rows = table.rows
        assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"
    cells = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert cells == [list(row) for row in (GRID.head, *GRID.rows, GRID.total)]


def test_a_chart_of_the_word_file_is_told_in_words(word: Any) -> None:
    (shape,) = word.inline_shapes
    assert (
        shape._inline.docPr.get("descr") == "Bar chart. Repairs: 30 received: 27 on time, 3 late."
    )


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_of_nothing_is_made_in_every_form(form: str) -> None:
    nothing = Grid("Complaints by service", ("", "Received", "On time"), ())
    empty = Section("received", "What came", (Exhibit(None, (nothing,)),))
    report = replace(REPORT, slug="nowhere", key=(), headlines=(), sections=(empty,), notice="")
    assert made(report, form)
    assert made(replace(report, sections=()), form)
