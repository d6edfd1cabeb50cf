"""Annual report: how long answers took, and which were extended (Code 6.3 to 6.5, 6.14 to 6.16)."""

from dataclasses import replace

from redress.reports.annual import STAGES, AnnualReport
from redress.reports.annual_details import Details
from redress.reports.masks import of_few
from redress.reports.paper import WHOLE, Exhibit, Grid, Guarded, Section
from redress.rules import statements_more
from redress.rules.figures import Group
from redress.rules.figures_words import amount, group_words

ABOUT = "days"  # what the counts behind its figures are named by
DAYS = {
    "working_days_median": "Working days, half took no more",
    "working_days_90th": "Nine in ten took no more",
    "calendar_days_median": "Calendar days, half took no more",
    "calendar_days_90th": "Nine in ten took no more, calendar",
}
EXTENDED = {
    "extended": "Extended",
    "extended_in_time": "Told in time",
    "extended_after": "Told too late",
    "extended_not_known": "Not known when",
    "extended_with_ombudsman": "With the Ombudsman’s details",
}


def section(report: AnnualReport) -> Section | None:
    """The middle and the longest answers of each stage, and the extensions."""
    details = report.details
    if details is None:
        return None
    grids = [
        Grid(
            caption,
            ("", *columns.values()),
            tuple(
                (group_words(group), *(amount(details.of(group)[slug]) for slug in columns))
                for group in STAGES
            ),
            open_because=WHOLE,
        )
        for caption, columns in (
            ("Days from receipt to the answer", DAYS),
            ("Answers whose date was moved", EXTENDED),
        )
    ]
    said = [statements_more.days(group_words(g), details.of(g)) for g in STAGES]
    moved = tuple(
        f"{group_words(group)}: {statements_more.extended(details.of(group))}" for group in STAGES
    )
    days = _protected(grids[0], details)
    exhibits = (Exhibit(None, (days,), tuple(said)), Exhibit(None, (grids[1],), moved))
    return Section(
        "days",
        "How long answers took",
        exhibits,
        provisions=("6.3", "6.4", "6.14", "6.15"),
        guarded=tuple(Guarded(each, _names(g)) for g, each in zip(STAGES, said, strict=True)),
    )


def _protected(grid: Grid, details: Details) -> Grid:
    """The middle of a few answers says how long each took."""
    behind = {f"{g.value}/{slug}": details.of(g)[slug].rows for g in STAGES for slug in DAYS}
    shows = tuple(tuple((each,) for each in _names(group)) for group in STAGES)
    return replace(grid, split=of_few(ABOUT, behind), shows=shows, open_because="")


def _names(group: Group) -> tuple[str, ...]:
    return tuple(f"{ABOUT}/{group.value}/{slug}" for slug in DAYS)
