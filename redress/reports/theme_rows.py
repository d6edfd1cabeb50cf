"""The complaints of fifteen months as themes count them: what each is about, and where."""

from collections.abc import Iterator

from redress.cases.figure_rows import AT_THIS_STAGE
from redress.cases.models import Stage
from redress.people.models import Landlord
from redress.rules.facts import Kind
from redress.rules.themes import Theme, ThemeRow, Windows, counted, judged, place_of


def themes_of(landlord: Landlord, windows: Windows) -> list[Theme]:
    """What the numbers say of each theme of the complaints received. One query, streamed."""
    found = counted(theme_rows(landlord, windows), windows)
    return judged(found.counts, windows, found.without_base)


def theme_rows(landlord: Landlord, windows: Windows) -> Iterator[ThemeRow]:
    """One row a complaint: its first stage, by the index of the day received. A complaint of many
    people, and one merged into another, is one."""
    rows = (
        Stage.objects.filter(landlord=landlord, number=1)
        .filter(received_on__range=(windows.start, windows.end))
        .filter(case__kind=Kind.COMPLAINT.value, case__merged_into="")
        .values_list(
            "received_on", AT_THIS_STAGE[2], AT_THIS_STAGE[1], "case__resident__home__ward",
            "case__resident__home__postcode", "case__contractor",
        )
    )  # fmt: skip
    for received, category, service, ward, postcode, contractor in rows.iterator(chunk_size=2_000):
        place = place_of(ward or "", postcode or "")
        yield ThemeRow(received, category, service, place, contractor)
