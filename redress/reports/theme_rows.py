"""The complaints of fifteen months as themes count them: what each is about, and where."""

from collections.abc import Iterator

from django.db.models import Case as Choice
from django.db.models import Count, Min, Value, When

from redress.cases.figure_rows import AT_THIS_STAGE
from redress.cases.models import Issue, Stage
from redress.cases.models.issue import UPHELD
from redress.people.models import Landlord
from redress.rules.causes import cause_in_words
from redress.rules.facts import Kind
from redress.rules.themes import Sort, Theme, ThemeRow, Windows, counted, judged, place_of

PLACE = ("case__home__ward", "case__home__postcode")


def themes_of(landlord: Landlord, windows: Windows) -> list[Theme]:
    """What the numbers say of each theme of the complaints received. One query, streamed."""
    found = counted(theme_rows(landlord, windows), windows)
    return judged(found.counts, windows, found.without_base)


def causes_of(landlord: Landlord, windows: Windows) -> list[Theme]:
    """What the numbers say of each cause of issues that were upheld, by the day of the response:
    a cause is known by then. One query, by the index of what was upheld."""
    rows = Issue.objects.filter(UPHELD, landlord=landlord, case__merged_into="")
    rows = rows.filter(upheld_on__range=(windows.start, windows.end)).order_by()
    found = counted(
        (
            ThemeRow(upheld_on or windows.end, cause=_cause(landlord, cause))
            for upheld_on, cause in rows.values_list("upheld_on", "cause")
        ),
        windows,
    )
    themes = judged(found.counts, windows, found.without_base)
    return [each for each in themes if each.count.sort is Sort.CAUSE]


def _cause(landlord: Landlord, key: str) -> str:
    return cause_in_words(landlord.slug, key) if key else ""


def theme_rows(landlord: Landlord, windows: Windows) -> Iterator[ThemeRow]:
    """The complaints by their first stage, those that agree counted together in the database, by
    the index of the day received. A complaint of many people, and one merged into another, is one.
    """
    rows = (
        Stage.objects.filter(landlord=landlord, number=1)
        .filter(received_on__range=(windows.start, windows.end))
        .filter(case__kind=Kind.COMPLAINT.value, case__merged_into="")
        .order_by()
        .annotate(part=_part(windows), about=AT_THIS_STAGE[2], of=AT_THIS_STAGE[1])
        .values_list("part", "about", "of", *PLACE, "case__contractor")
        .annotate(first=Min("received_on"), many=Count("pk"))
    )
    for _, category, service, ward, postcode, contractor, first, many in rows.iterator(2_000):
        place = place_of(ward or "", postcode or "")
        yield ThemeRow(first, category, service, place, contractor, many=many)


def _part(windows: Windows) -> Choice:
    """Which part of the time a complaint lies in."""
    return Choice(
        When(received_on__gte=windows.recent, then=Value(2)),
        When(received_on__range=windows.year_ago, then=Value(1)),
        default=Value(0),
    )
