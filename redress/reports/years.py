"""The reporting years of which a landlord has cases."""

from django.db.models import Max, Min

from redress.cases.models import Stage
from redress.people.models import Landlord
from redress.rules.figures_year import Year


def years_held(landlord: Landlord) -> list[Year]:
    """From the year of the first case received to that of the last, the latest first."""
    rows = Stage.objects.filter(landlord=landlord)
    held = rows.aggregate(first=Min("received_on"), last=Max("received_on"))
    if held["first"] is None:
        return []
    first, last = Year.of(held["first"]), Year.of(held["last"])
    return [Year(begins) for begins in range(last.begins, first.begins - 1, -1)]
