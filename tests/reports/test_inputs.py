"""The digest of what a report was made from covers all that any of its sections reads."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from redress.assessment.approved import Approved
from redress.people.models import Landlord
from redress.reports.annual import AnnualReport
from redress.reports.annual_details import Details
from redress.reports.annual_paper import paper_of
from redress.reports.runs import changes
from redress.rules.assessment_counts import Counts
from redress.rules.claims import Published
from redress.rules.facts import Finding
from redress.rules.figures import Money, Promise, count
from redress.rules.figures_year import Year
from redress.rules.inputs import digest_of
from tests.reports import few

BASE = few.report()


def with_first(**fields_: object) -> Details:
    """The details of the same rows, the first of them otherwise."""
    first, *others = few.rows()
    return few.details([first._replace(**fields_), *others])  # type: ignore[arg-type]


APPROVED = Approved("Cabinet", few.DAY, "", Counts(1, (("Yes", 1),)), ())
OTHERWISE: dict[str, dict[str, object]] = {
    "a promise": {"details": with_first(promises=(Promise(few.DUE),))},
    "money": {"details": with_first(money=(Money(50, few.DAY),))},
    "an issue": {"details": with_first(issues=(Finding.UPHELD,))},
    "a refusal": {"details": with_first(refused_ground="rent")},
    "a lesson": {"learned": few.learned(wider=6)},
    "a survey": {"heard": few.heard(surveys=(few.PERCEPTION,))},
    "an order": {"ombudsman": few.ombudsman(orders=2)},
    "the self-assessment": {"assessment": APPROVED},
    "the homes": {"homes": 4801},
    "a row": {"figures": count(few.rows()[1:], few.AS_AT)},
    "a row of a year before": {"earlier": {"2022-23": count(few.rows()[:91], few.AS_AT)}},
    "words": {"narrative": {"outlook": "More."}},
    "a compliment": {"may_quote": frozenset({"X-1"})},
    "what was published": {"published": Published(year="2023-24", source="The web")},
}
IN_NO_FIGURE = {"an issue", "words", "a compliment", "what was published"}


@pytest.mark.parametrize("what", OTHERWISE)
def test_whatever_is_other_gives_another_digest(what: str) -> None:
    other = replace(BASE, **OTHERWISE[what])  # type: ignore[arg-type]
    assert other.inputs != BASE.inputs
    if what not in IN_NO_FIGURE:
        assert changes(paper_of(BASE), paper_of(other)) != []


def test_the_same_gives_the_same_digest() -> None:
    assert few.report().inputs == BASE.inputs
    """Rows in another order too, and so two rows that are counted alike, one for the other."""
    backwards = few.rows()[::-1]
    other = replace(BASE, details=few.details(backwards), figures=count(backwards, few.AS_AT))
    assert other.inputs == BASE.inputs


def test_no_field_of_the_report_is_forgotten() -> None:
    """A field that is added later is in the digest; `details` is there by its own figures."""
    for name in {each.name for each in fields(AnnualReport)} - {"year", "details"}:
        assert replace(BASE, **{name: few.DAY}).inputs != BASE.inputs, name  # type: ignore[arg-type]


def test_what_changed_is_told_by_its_table_and_its_sentence() -> None:
    money = replace(BASE, **OTHERWISE["money"])  # type: ignore[arg-type]
    found = {
        (each.section, each.row): each.now for each in changes(paper_of(BASE), paper_of(money))
    }
    assert found["Putting things right", "Compensation promised"] == "£50"
    assert found["Putting things right", "Sentence 1"].startswith("£50 was promised in 1 case")


def test_order_makes_no_difference_and_a_row_of_the_store_is_refused() -> None:
    day = datetime(2026, 5, 1, tzinfo=UTC)
    one = {
        "a": frozenset({"x", "y"}),
        "b": {1: Decimal("1.0"), 2: Fraction(1, 3)},
        "c": (None, day),
    }
    two = {"c": (None, day), "b": {2: Fraction(1, 3), 1: Decimal("1.0")}, "a": {"y", "x"}}
    assert digest_of(one) == digest_of(two)
    assert digest_of(one) != digest_of({**one, "c": (None, date(2026, 5, 1))})
    with pytest.raises(TypeError, match="Landlord is no plain value"):
        digest_of({"a": Landlord(slug="x")})


def test_it_names_the_year() -> None:
    assert replace(BASE, year=Year.parse("2022-23")).inputs != BASE.inputs


def test_shares_with_their_interval_are_plain_values() -> None:
    """The demonstration's surveys have them: its report could not be kept without."""
    assert digest_of({"low": 0.108}) == digest_of({"low": 0.108}) != digest_of({"low": 0.109})
