"""The self-assessment as a section of the annual report."""

from datetime import date

import pytest

from redress.publishing.reports import public_report
from redress.reports.annual import annual
from redress.reports.annual_assessment import section
from redress.rules.figures_year import Year
from tests import builders
from tests.publishing.conftest import TODAY, YEAR, House, house

__all__ = ["house"]  # a fixture


def test_what_it_answers_and_what_the_governing_body_said(house: House) -> None:
    found = section(annual(house.landlord, YEAR, TODAY))
    assert found and found.sentences[0].startswith(
        "The self-assessment of 2026-27 was approved by Cabinet"
    )
    assert "71 with “Yes” and 1 with “No”" in found.sentences[0]
    assert found.narrative == ("Cabinet notes it.",)
    (grid,) = found.exhibits[0].grids
    assert [(row[0], row[2], row[3]) for row in grid.rows] == [("6.2", "No", "Not yet.")]
    report = public_report(house.landlord, YEAR, TODAY)
    assert report and "self_assessment" in [each.id for each in report.paper.sections]


@pytest.mark.django_db
def test_before_one_is_approved_there_is_no_such_section() -> None:
    assert section(annual(builders.landlord(), Year(2026), date(2026, 9, 1))) is None
