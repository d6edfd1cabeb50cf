"""Where a landlord's published report and these figures disagree, as a section of the report."""

from collections.abc import Iterable, Iterator

from redress.reports.annual import AnnualReport
from redress.reports.paper import Exhibit, Grid, Section
from redress.rules.claims import Unchecked
from redress.rules.claims_check import Remark

ASIDE = "it is a note for colleagues, which is never published"
NOT_SHOWN = "The figures do not show where it comes from."
HEAD = ("Section", "The text says", "The figures give", "Why")


def section(report: AnnualReport) -> Section | None:
    """What a published report says otherwise; None where none is kept."""
    checked = report.checked()
    if checked is None:
        return None
    grids = (
        *_remarks("Where its text and the tables disagree", checked.disagreements),
        *_remarks("Where its text agrees with the tables and hides something", checked.hidden),
        *_unchecked(checked.unchecked),
    )
    return Section(
        id="published",
        title="Where the published text and the tables disagree",
        exhibits=(Exhibit(None, grids),),
        sentences=(f"Held against these figures: {checked.source}. What agrees is not listed.",),
    )


def _remarks(caption: str, remarks: Iterable[Remark]) -> Iterator[Grid]:
    rows = tuple((each.where, each.says, each.gives, each.why or NOT_SHOWN) for each in remarks)
    if rows:
        yield Grid(caption, HEAD, rows, words=True, open_because=ASIDE)


def _unchecked(unchecked: Iterable[Unchecked]) -> Iterator[Grid]:
    rows = tuple((each.where, each.says, each.why) for each in unchecked)
    if rows:
        head = ("Section", "The text says", "Why it cannot be judged")
        yield Grid("What figures cannot judge", head, rows, words=True, open_because=ASIDE)
