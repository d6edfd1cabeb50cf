"""The annual report as it may be published: no small number of a breakdown can be found in it."""

import re
from dataclasses import replace
from datetime import date

import pytest

from redress.demo.ombudsman import harrow
from redress.demo.voices import HARROW
from redress.ombudsman.reading import AtOmbudsman, Links
from redress.reports.annual import AnnualReport
from redress.reports.annual_formats import made
from redress.reports.annual_paper import paper_of, whole_of
from redress.reports.formats import FORMATS
from redress.reports.paper import Bar, Chart, Exhibit, Grid, Guarded, Report, Section, Split
from redress.reports.publication import MARK, Unprotected, for_publication, unprotected
from redress.reports.published import published
from redress.rules.facts import Finding, Kind, Tenure
from redress.rules.figures import FigureRow, count
from redress.rules.figures_year import Year
from redress.rules.ombudsman import Asks, Duty, Held, year_of
from redress.rules.satisfaction import Voices
from redress.satisfaction.reading import Heard
from tests.reports import few
from tests.reports.harrow_by_hand import AS_AT, case_rows, figure_row, figures_of

YEAR = Year.parse("2023-24")


@pytest.fixture(scope="module")
def report() -> AnnualReport:
    rows = list(case_rows())
    return AnnualReport(
        slug="harrow",
        name="Harrow Council",
        year=YEAR,
        homes=4800,
        figures=figures_of(rows, "2023-24"),
        earlier={label: figures_of(rows, label) for label in ("2022-23", "2021-22")},
        published=published("harrow", "2023-24"),
    )


@pytest.fixture(scope="module")
def paper(report: AnnualReport) -> Report:
    return paper_of(report, publication=True)


def grids(paper: Report) -> list[Grid]:
    return [grid for s in paper.sections for exhibit in s.exhibits for grid in exhibit.grids]


def test_every_table_and_chart_of_the_demonstration_says_how_it_is_protected(
    report: AnnualReport,
) -> None:
    """With what Harrow's report told of surveys and of the Ombudsman."""
    voices = Heard(YEAR.label, Voices(), {}, few.heard().tp09, HARROW)
    held = (Held(entry, (Duty(Asks.ORDER, "Pay", None, None),)) for entry in harrow())
    told = AtOmbudsman(YEAR.label, year_of(held, AS_AT), Links(YEAR.label, note="A note."))
    made_of = {"heard": voices, "ombudsman": told, "learned": few.learned()}
    rows = [figure_row(row) for row in case_rows() if YEAR.start <= row.received <= YEAR.end]
    whole = replace(report, **made_of, details=few.details(rows))
    assert list(unprotected(whole_of(whole))) == []
    shown = {s.id: s for s in paper_of(whole, publication=True).sections}
    assert {"satisfaction", "ombudsman", "measures", "learning"} <= shown.keys()
    by_service = shown["ombudsman"].exhibits[0].grids[1]
    assert by_service.rows == (("Asset Management", "15"), ("Resident Services", "9"))
    by_reason = dict(shown["ombudsman"].exhibits[0].grids[2].rows)
    assert (by_reason["Repairs"], by_reason["Service charges"]) == ("11", MARK)


def test_it_says_who_it_is_for(report: AnnualReport, paper: Report) -> None:
    assert "For publication" in paper.mode
    assert paper_of(report).mode == "Internal: every figure is shown."


def test_small_counts_of_breakdowns_are_marked_and_totals_stay(paper: Report) -> None:
    (tenure,) = (g for g in grids(paper) if g.caption.startswith("Stage 1 complaints by tenure"))
    assert tenure.total[:4] == ("All", "456", "79", "7")
    cells = [cell for row in tenure.rows for cell in row[1:]]
    assert MARK in cells
    assert not {"1", "2", "3", "4"}.intersection(cells)


def test_no_column_has_one_mark_alone_below_a_total(paper: Report) -> None:
    for grid in grids(paper):
        if not grid.words and grid.total:
            for column in zip(*grid.rows, strict=True):
                assert column.count(MARK) != 1, grid.caption


def test_no_row_of_answers_has_one_mark_alone(paper: Report) -> None:
    for grid in grids(paper):
        if grid.head[1:4] == ("Received", "Late", "Open"):
            for row in grid.rows:
                on_time = row[4]
                assert [row[1], row[2], row[3], on_time].count(MARK) != 1, row


def test_the_appendix_gives_no_small_difference_away(paper: Report) -> None:
    appendix = [g for g in grids(paper) if "A1. Tenants" in g.head or "A7. Tenants" in g.head]
    assert appendix
    for grid in appendix:
        for name, tenants, both, _ in grid.rows:
            if "%" in tenants + both or MARK in (tenants, both):
                continue
            apart = int(both.replace(",", "")) - int(tenants.replace(",", ""))
            assert apart == 0 or apart >= 5, (grid.caption, name)


def test_a_bar_with_a_small_number_is_not_drawn_and_not_named(paper: Report) -> None:
    charts = [e.chart for s in paper.sections for e in s.exhibits if e.chart]
    blank = [bar for chart in charts for bar in chart.bars if bar.value == MARK]
    assert blank
    assert all(not bar.parts and "small" in bar.words for bar in blank)
    for chart in charts:
        if any(bar in blank for bar in chart.bars):
            assert "fewest" not in chart.title


def test_notes_for_colleagues_are_left_out(report: AnnualReport, paper: Report) -> None:
    assert "published" in {section.id for section in paper_of(report).sections}
    assert "published" not in {section.id for section in paper.sections}


@pytest.mark.parametrize("form", ["json", "csv", "html"])
def test_its_data_and_its_page_have_the_same_marks(report: AnnualReport, form: str) -> None:
    content = made(report, form, publication=True).decode()
    assert MARK in content
    assert "81.1%" in content


def case(**fields: object) -> FigureRow:
    basics = {"reference": "H", "kind": Kind.COMPLAINT, "stage": 1, "received": date(2023, 5, 2)}
    given = {"service": "Repairs", "category": "Leak", "tenure": Tenure.TENANT}
    return FigureRow(**(basics | given | fields))  # type: ignore[arg-type]


UPHELD = {
    "due_promise": date(2023, 5, 16),
    "responded": date(2023, 5, 9),
    "outcome": Finding.UPHELD,
}
KINDS = {
    "none": [],
    "one": [case()],
    "all in one category": [case(**UPHELD)] * 40,
    "no outcome known": [case(responded=date(2023, 5, 9), due_promise=date(2023, 5, 16))] * 7
    + [case(service="Housing", category="Damp", tenure=None)] * 3,
}


@pytest.mark.parametrize("rows", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize(
    ("form", "publication"), [*((form, False) for form in FORMATS), ("html", True), ("csv", True)]
)
def test_odd_years_are_told_truly_in_every_form(
    rows: list[FigureRow], form: str, publication: bool
) -> None:
    figures = count(rows, AS_AT)
    report = AnnualReport("x", "X Homes", YEAR, None, figures, {}, None)
    content = made(report, form, publication=publication)
    if form in ("pdf", "docx"):
        assert content
        return
    text = re.sub(r"\s+", " ", content.decode())
    if not rows:
        assert "No complaints or enquiries were received" in text or form == "csv"
    elif form == "html":
        noun = "complaint or enquiry" if len(rows) == 1 else "complaints and enquiries"
        assert f"{len(rows)}</strong> {noun} received in 2023-24." in text
        if "known" in text and len(rows) == 10:
            assert "10 (100.0%) have no outcome recorded" in text


SPLIT = Split({"a/Repairs/late": 9}, ())
GRID = Grid("T", ("Service", "Late"), (("Repairs", "9"),), split=SPLIT)
BAR = Bar("Repairs", "9", "9 of 9", ())


@pytest.mark.parametrize(
    "exhibit",
    [
        Exhibit(None, (replace(GRID, shows=((("a/Repair/late",),),)),)),
        Exhibit(
            None,
            (replace(GRID, shows=((("a/Repairs/late",),),), told=frozenset({"a/Repair/late"})),),
        ),
        Exhibit(
            Chart("C", (replace(BAR, shows=("a/Repair/late",)),), ""),
            (replace(GRID, shows=((("a/Repairs/late",),),)),),
        ),
    ],
)
def test_a_count_that_nobody_gave_stops_the_publication(paper: Report, exhibit: Exhibit) -> None:
    """A slip in a name would else publish the figure as it is."""
    wrong = replace(paper, sections=(Section("x", "X", (exhibit,)),))
    with pytest.raises(Unprotected, match="a/Repair/late"):
        for_publication(wrong)


def test_a_sentence_may_guard_a_count_that_no_table_has(paper: Report) -> None:
    section = Section("x", "X", sentences=("None.",), guarded=(Guarded("None.", ("a/b/c",)),))
    assert for_publication(replace(paper, sections=(section,))).sections[0].sentences == ("None.",)
