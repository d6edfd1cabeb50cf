"""Cases at the Ombudsman as a section: findings of non-compliance (Code 8.1c), orders and
compensation, the Ombudsman's report about the landlord (8.1e) and other publications (8.1f)."""

from collections.abc import Iterator, Mapping

from redress.ombudsman.reading import AtOmbudsman, Links
from redress.reports.masks import masked, split_of
from redress.reports.paper import BY_THE_OMBUDSMAN, NOBODY, Exhibit, Grid, Section
from redress.rules import statements_ombudsman as said
from redress.rules.ombudsman import Asks, Body, Found, Kept, Status, Year

ID = "ombudsman"
SHOWN = (Asks.ORDER, Asks.RECOMMENDATION, Asks.AGREED, Asks.FAILURE_ORDER)


def section(found: AtOmbudsman | None) -> Section | None:
    """None where no case came and nothing was published."""
    if found is None or not (found.year.received or found.links):
        return None
    exhibits = (_cases(found), _findings(found), _orders(found), _published(found.links))
    return Section(
        ID,
        "The Ombudsman",
        tuple(each for each in exhibits if each),
        sentences=(said.received(found.year, found.when),),
        provisions=tuple(_answers(found.links)),
    )


def _answers(links: Links | None) -> Iterator[str]:
    """What of Code 8.1 the links of the year answer."""
    yield "8.1c"
    if links and links.report:
        yield "8.1e"
    if links and links.others:
        yield "8.1f"


def _cases(found: AtOmbudsman) -> Exhibit | None:
    year = found.year
    if not year.received:
        return None
    sentences = (*(said.outcomes(year, body) for body in Body), said.several(year))
    return Exhibit(None, tuple(_grids(found)), tuple(filter(None, sentences)))


def _grids(found: AtOmbudsman) -> Iterator[Grid]:
    year = found.year
    bodies = [body for body in Body if year.cases[body]]
    yield Grid(
        caption=f"Cases that came in {found.when}, by where they stand",
        head=("", *(_capital(said.BODY[body]) for body in bodies)),
        rows=tuple(
            (
                _capital(said.STATUS[status]),
                *(f"{year.statuses[body][status]:,}" for body in bodies),
            )
            for status in Status
            if any(year.statuses[body][status] for body in bodies)
        ),
        total=("All", *(f"{year.cases[body]:,}" for body in bodies)),
        open_because=BY_THE_OMBUDSMAN,
    )
    for counts, what in ((year.services, "service"), (year.reasons, "reason")):
        if counts:
            yield _counts(counts, f"Cases by {what}. A case may have several", what)


def _counts(counts: Mapping[str, int], caption: str, what: str) -> Grid:
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    grid = Grid(caption, (_capital(what), "Cases"), tuple((name, f"{n:,}") for name, n in rows))
    about, named = f"ombudsman by {what}", {name: {"cases": number} for name, number in rows}
    split = split_of(about, named, {"cases": sum(counts.values())})  # a sentence tells their sum
    return masked(grid, about, list(named), [("cases",)], split)


def _findings(found: AtOmbudsman) -> Exhibit | None:
    year = found.year
    if not year.received:
        return None
    rows = tuple(
        (_capital(said.FOUND[each]), f"{year.findings[each]:,}", f"{year.handling[each]:,}")
        for each in Found
        if year.findings[each]
    )
    grid = Grid(
        caption="What was found, one finding for each part of a complaint",
        head=("", "Findings", "Of those, on complaint handling"),
        rows=rows,
        empty="Nothing was determined.",
        open_because=BY_THE_OMBUDSMAN,
    )
    return Exhibit(None, (grid,), (said.determined(year), said.handling(year)))


def _orders(found: AtOmbudsman) -> Exhibit | None:
    year = found.year
    shown = [asks for asks in SHOWN if year.asked(asks)]
    if not shown:
        return None
    kinds = [kept for kept in Kept if any(year.kept(asks, kept) for asks in shown)]
    grid = Grid(
        caption="What the Ombudsman asked of us, and how it was done",
        head=("", "All", *(_capital(said.KEPT[kept]) for kept in kinds)),
        rows=tuple(_duties(year, asks, kinds) for asks in shown),
        open_because=BY_THE_OMBUDSMAN,
    )
    sentences = (*(said.asked(year, asks) for asks in shown), said.compensation(year))
    return Exhibit(None, (grid,), tuple(filter(None, sentences)))


def _duties(year: Year, asks: Asks, kinds: list[Kept]) -> tuple[str, ...]:
    name = _capital(said.ASKS[asks][1])
    return (name, f"{year.asked(asks):,}", *(f"{year.kept(asks, kept):,}" for kept in kinds))


def _published(links: Links | None) -> Exhibit | None:
    """Addresses are printed, so that they can be read off paper."""
    if links is None:
        return None
    report = [("The Ombudsman’s report about us", links.report)] if links.report else []
    rows = (*report, *links.others)
    grid = Grid(
        caption="What the Ombudsman published about our work",
        head=("What", "Where"),
        rows=tuple(rows),
        words=True,
        empty="Nothing was published that we know of.",
        open_because=NOBODY,
    )
    return Exhibit(None, (grid,), (links.note,) if links.note else ())


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
