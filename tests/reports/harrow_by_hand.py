"""Harrow's Appendix A for 2023-24, copied by hand from the published report, and rows for it."""

from collections.abc import Iterator
from datetime import date

from redress.demo import harrow
from redress.rules.case_rows import CaseRow, parse_row
from redress.rules.figures import FigureRow, Figures, count
from redress.rules.figures_year import Year

AS_AT = date(2026, 11, 23)

# kind, scope: received, on time, late, overdue, on time %, upheld, partly, not upheld, no outcome
APPENDIX_A = {
    ("stage_1", "landlord_services"): (249, 198, 49, 2, 79.5, 4, 14, 17, 214),
    ("stage_1", "landlord_services_and_leaseholders"): (275, 220, 52, 3, 80.0, 6, 16, 19, 234),
    ("stage_1", "all_housing_services"): (456, 370, 79, 7, 81.1, 13, 23, 47, 373),
    ("stage_2", "landlord_services"): (42, 37, 4, 1, 88.1, 3, 3, 2, 34),
    ("stage_2", "landlord_services_and_leaseholders"): (47, 42, 4, 1, 89.4, 3, 3, 3, 38),
    ("stage_2", "all_housing_services"): (82, 62, 15, 5, 75.6, 7, 5, 9, 61),
    ("mp_enquiry", "landlord_services"): (150, 109, 38, 3, 72.7, 1, 7, 9, 133),
    ("mp_enquiry", "landlord_services_and_leaseholders"): (154, 111, 40, 3, 72.1, 1, 7, 9, 137),
    ("mp_enquiry", "all_housing_services"): (539, 439, 92, 8, 81.4, 1, 7, 12, 519),
    ("councillor_enquiry", "landlord_services"): (132, 93, 37, 2, 70.5, 2, 2, 8, 120),
    ("councillor_enquiry", "landlord_services_and_leaseholders"): (
        *(145, 101, 42, 2, 69.7),
        *(2, 2, 9, 132),
    ),
    ("councillor_enquiry", "all_housing_services"): (284, 228, 54, 2, 80.3, 2, 2, 9, 271),
    ("other", "landlord_services"): (2, 2, 0, 0, 100.0, 0, 0, 0, 2),
    ("other", "landlord_services_and_leaseholders"): (2, 2, 0, 0, 100.0, 0, 0, 0, 2),
    ("other", "all_housing_services"): (3, 3, 0, 0, 100.0, 0, 0, 0, 3),
}
COLUMNS = (
    "received",
    "on_time",
    "late",
    "overdue",
    "on_time_percent",
    "upheld",
    "partly_upheld",
    "not_upheld",
    "no_outcome",
)
TOP_TEN = {
    "Asset Management": "Outstanding repair, Bathroom, Leak, Heating, Lack of response, "
    "Ceiling repair, Fence repair, Electrics, Gas contractor, Roof repair",
    "Housing Needs": "Accommodation, Locata, Homelessness, Applications, Damp / mould, "
    "Customer service, Staff conduct, Bidding, Banding, Landlord rent issue",
    "Resident Services": "Service charges, ASB, Staff conduct, Pest control, Trees, "
    "Neighbour issues, Fly tipping, Rehousing, Rent arrears, Gas checks",
}
TOP_THREE = {
    "Asset Management": "Outstanding repair, Communication, Disrepair",
    "Housing Needs": "Accommodation, Customer service, Staff conduct",
    "Resident Services": "ASB, Communication, Staff conduct",
}


def case_rows() -> Iterator[CaseRow]:
    """The demonstration's rows as the importer reads them; a fault fails the test."""
    for line, fields in enumerate(harrow.rows(), start=2):
        row = parse_row(fields, line, AS_AT)
        assert isinstance(row, CaseRow), [str(fault) for fault in row]
        yield row


def figures_of(rows: list[CaseRow], label: str, as_at: date = AS_AT) -> Figures:
    """The figures of one year, straight from the rows: without a database."""
    year = Year.parse(label)
    mine = [row for row in rows if year.start <= row.received <= year.end]
    return count(map(figure_row, mine), as_at)


def figure_row(row: CaseRow) -> FigureRow:
    return FigureRow(
        reference=row.reference,
        kind=row.kind,
        stage=row.stage,
        received=row.received,
        due_promise=row.due,
        extended_to=row.extended_to,
        responded=row.responded,
        outcome=row.outcome,
        tenure=row.tenure,
        service=row.service_area,
        category=row.category,
    )
