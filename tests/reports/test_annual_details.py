"""Sections of the annual report from figures by their definitions: refusals, days, lateness,
promises and the regulator's measures; small numbers are left out of what is published."""

from datetime import date

import pytest

from redress.reports.annual import AnnualReport, annual
from redress.reports.annual_details import safely
from redress.reports.annual_sections import BY_DEFINITION, sections
from redress.reports.paper import Exhibit, Grid, Report, Section
from redress.reports.publication import for_publication
from redress.rules.facts import Kind, State
from redress.rules.figures import FigureRow
from redress.rules.figures_by import broken, then
from redress.rules.figures_year import Year
from tests import builders

pytestmark = pytest.mark.django_db
AS_AT = date(2027, 1, 1)


@pytest.fixture
def report() -> AnnualReport:
    """A year with an answer, an answer at stage 2, and a refusal of each kind."""
    office = builders.office()
    for state in (
        State.STAGE_1_ANSWERED,
        State.STAGE_2_ANSWERED,
        State.REFUSED,
        State.ESCALATION_REFUSED,
    ):
        office.reach(state)
    return annual(office.landlord, Year.parse("2026-27"), AS_AT)


def by_id(report: AnnualReport) -> dict[str, Section]:
    return {section.id: section for section in sections(report)}


def test_refusals_by_ground_for_8_1_b(report: AnnualReport) -> None:
    section = by_id(report)["refused"]
    assert "8.1b refused" in section.provisions  # what Code 8.1 asks is looked up by this
    assert section.sentences == ("1 complaint and 1 request for stage 2 were not accepted.",)
    (grid,) = section.exhibits[0].grids
    assert grid.total == ("All", "1", "1")
    columns = [
        [int(cell) for cell in column] for column in zip(*(r[1:] for r in grid.rows), strict=True)
    ]
    assert [sum(column) for column in columns] == [1, 1]


def test_days_promises_and_measures(report: AnnualReport) -> None:
    found = by_id(report)
    assert (
        "Stage 1 complaints: half of the 4 answers took" in found["days"].exhibits[0].sentences[0]
    )
    assert "received ÷ homes not known" in str(found["measures"].exhibits)
    assert found["putting-right"].sentences[1].startswith("No promised action")


def test_small_numbers_are_left_out_of_what_is_published() -> None:
    def refused(ground: str, many: int) -> list[FigureRow]:
        day = date(2024, 4, 8)
        fields = {"responded": day, "refused_ground": ground}
        return [FigureRow("H", Kind.COMPLAINT, 1, day, **fields)] * many  # type: ignore[arg-type]

    rows = [*refused("too_old", 2), *refused("rent", 7), *refused("insurance", 20)]
    found = broken(then(rows, AS_AT), ["ground"])
    table = found.table("ground")
    cells = tuple((value, str(numbers["complaints_refused"].rows)) for value, numbers in table)
    grid = Grid("Refused", ("Ground", "Complaints"), cells)
    grid = safely(grid, "ground", table, found.whole, ("complaints_refused",))
    sections = (Section("refused", "Refused", (Exhibit(None, (grid,)),)),)
    day = date(2024, 4, 8)
    paper = Report(slug="x", landlord="X", title="T", period="P", as_at=day, sections=sections)
    (published,) = for_publication(paper).sections[0].exhibits[0].grids
    assert dict(published.rows) == {"insurance": "20", "rent": "*", "too_old": "*"}


def test_bare_rows_have_none_of_them() -> None:
    from tests.reports.test_annual_page import of_rows

    assert [part.section(of_rows([])) for part in BY_DEFINITION] == [None] * len(BY_DEFINITION)
