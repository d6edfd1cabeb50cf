"""Annual report: compensation, promises and repeat complaints (Code 6.6, 6.17, 7.1 to 7.3)."""

from redress.reports.annual import AnnualReport
from redress.reports.masks import of_few
from redress.reports.paper import Exhibit, Grid, Guarded, Section
from redress.rules import statements_more
from redress.rules.definitions import BY_SLUG
from redress.rules.figures_words import amount, share

SHOWN = (
    "compensated", "compensation_promised", "compensation_paid", "compensation_unpaid",
    "promises", "promises_kept", "promises_late", "promises_broken", "promises_open", "repeats",
)  # fmt: skip

MONEY = ("compensation_promised", "compensation_paid", "compensation_unpaid")
ABOUT = "putting-right"


def section(report: AnnualReport) -> Section | None:
    """What was promised to residents and how much of it was kept."""
    details = report.details
    if details is None:
        return None
    said = (statements_more.money(details.whole), statements_more.promises(details.whole))
    rows = tuple(
        (BY_SLUG[slug].name, amount(details.whole[slug]), share(details.whole[slug]))
        for slug in SHOWN
    )
    some = any(details.whole[slug].rows for slug in SHOWN)
    head = ("", "Number", "Share")
    behind = of_few(ABOUT, {slug: details.whole[slug].rows for slug in MONEY})
    money = tuple(behind.counts)  # of one sum the others give the rest away
    shows = tuple((money, money) if slug in MONEY else ((), ()) for slug in SHOWN)
    grid = Grid("What was promised, and kept", head, rows, split=behind, shows=shows)
    exhibits = (Exhibit(None, (grid,)),) if some else ()
    return Section(
        "putting-right",
        "Putting things right",
        exhibits,
        said,
        provisions=("7.1", "7.3"),
        guarded=(Guarded(said[0], money, statements_more.compensated(details.whole)),),
    )
