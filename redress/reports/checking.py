"""A report's text, whoever wrote it, held against the landlord's own figures of the year."""

from datetime import date

from redress.people.models import Landlord
from redress.reports.annual import AnnualReport, annual
from redress.rules.claims_check import Checked, check
from redress.rules.claims_reading import read
from redress.rules.figures import By
from redress.rules.figures_year import Year


def check_text(text: str, landlord: Landlord, year: Year, as_at: date, source: str) -> Checked:
    """What of the text's figures disagrees, and what could not be checked."""
    return held_against(text, annual(landlord, year, as_at), source)


def held_against(text: str, report: AnnualReport, source: str) -> Checked:
    """The same with a report that is there already."""
    services = [name for name in report.figures.by(By.SERVICE) if name]
    return check(read(text, report.year, source, services), report.held())
