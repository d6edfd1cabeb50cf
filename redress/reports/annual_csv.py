"""The annual report as CSV: one row a table, the columns named as in the JSON."""

import csv
import io

from redress.reports.annual import AnnualReport
from redress.reports.annual_json import table_of
from redress.rules.cells import cell


def to_csv(report: AnnualReport) -> str:
    """The fifteen tables as text, for a spreadsheet; a share of nothing is left empty."""
    rows = [
        {"landlord": report.slug, "year": report.year.label, "as_at": report.figures.as_at}
        | table_of(table)
        for table in report.tables()
    ]
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(rows[0])
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    return file.getvalue()
