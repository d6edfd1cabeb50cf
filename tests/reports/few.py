"""A made-up landlord whose every breakdown has counts of 1 to 4 beside large ones."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from redress.cases.lessons import Counted
from redress.learning.quality import Found as Checks
from redress.learning.reading import Changed, Improved, Learned
from redress.ombudsman.reading import AtOmbudsman, Links
from redress.people.models import Landlord
from redress.reports.annual import AnnualReport
from redress.reports.annual_details import BY, Details
from redress.reports.tsm import Tsm
from redress.rules.facts import Finding, Kind, LateReason, Tenure
from redress.rules.facts_followed import Kept, RatingFacts
from redress.rules.figures import FigureRow, count
from redress.rules.figures_by import broken, then
from redress.rules.figures_year import Year
from redress.rules.improvements import Entry, Status
from redress.rules.ombudsman import Asks, Body, Duty, Element, Found, Held, year_of
from redress.rules.ombudsman import Entry as AtBody
from redress.rules.ombudsman import Status as Stands
from redress.rules.periods import Period
from redress.rules.quality import PARTS, Checked, Mark
from redress.rules.satisfaction import Contacted, WhyNot, voices
from redress.rules.survey import About, Counts, Of, satisfied
from redress.rules.survey_rows import Survey
from redress.rules.tsm import Of as Reading
from redress.rules.tsm import measures
from redress.satisfaction.reading import Heard, Tp09

AS_AT, DAY, DUE = date(2024, 6, 1), date(2023, 5, 2), date(2023, 5, 16)
YEAR = Year.parse("2023-24")
SIZES = {"Alpha": 60, "Beta": 30, "Gamma": 4, "Delta": 3, "Epsilon": 1}
TENURES = (*[Tenure.TENANT] * 6, Tenure.SHARED_OWNER, Tenure.LEASEHOLDER, Tenure.LICENSEE, None)
ENDS = ((DUE, Finding.UPHELD), (DUE, Finding.NOT_UPHELD), (DUE + timedelta(9), Finding.UPHELD))
GROUNDS = {"too_old": 20, "rent": 7, "insurance": 3, "vexatious": 1}
REASONS = {LateReason.CONTRACTOR: 20, LateReason.STAFF: 9, LateReason.SURVEY: 2, None: 3}
WHYS = {WhyNot.NO_WAY: 12, WhyNot.DO_NOT_CONTACT: 3, WhyNot.RESTRICTED: 1, WhyNot.WENT_ON: 6}
PERCEPTION = Survey(
    name="Tenants 2023",
    held_from=DAY,
    held_to=DUE,
    lines={
        Of.ALL: Counts(complained=67, satisfied=23, neither=10, dissatisfied=34),
        Of.RENTED: Counts(complained=64, satisfied=21, neither=10, dissatisfied=33),
        Of.OWNERSHIP: Counts(complained=3, satisfied=2, neither=0, dissatisfied=1),
    },
)
GIVEN = Survey(
    name="After repairs",
    held_from=DAY,
    held_to=DUE,
    about=About.OTHER,
    lines={
        Of.ALL: Counts(asked=90, answered=43, satisfied=30, neither=8, dissatisfied=5),
        Of.LEASEHOLD: Counts(asked=9, answered=4, satisfied=2, neither=1, dissatisfied=1),
    },
)


def rows() -> list[FigureRow]:
    """Complaints of both stages by service, late ones by reason, and refusals by ground."""
    found = []
    for stage in (1, 2):
        for service, size in SIZES.items():
            found += [_row(stage, service, n) for n in range(size // stage or 1)]
    for reason, many in REASONS.items():
        late = _row(1, "Alpha", 2)._replace(late_reason=reason)
        found += [late] * many
    for ground, many in GROUNDS.items():
        refused = _row(1, "Beta", 0)._replace(refused_ground=ground, outcome=None)
        found += [refused] * many
    return found


def _row(stage: int, service: str, n: int) -> FigureRow:
    responded, outcome = ENDS[n % 7 % 3]
    reason = LateReason.CONTRACTOR if responded > DUE else None
    return FigureRow(
        "X",
        Kind.COMPLAINT,
        stage,
        DAY,
        due_promise=DUE,
        due_code=DUE,
        responded=responded,
        outcome=outcome,
        tenure=TENURES[n * 7 % 10],
        service=service,
        category=f"Reason {n % 11 % 4}",
        late_reason=reason,
    )


def report(**other: object) -> AnnualReport:
    """Every section of the annual report, from plain values alone."""
    made = AnnualReport(
        slug="x",
        name="X Homes",
        year=YEAR,
        homes=4800,
        figures=count(rows(), AS_AT),
        earlier={"2022-23": count(rows()[:90], AS_AT)},
        published=None,
        learned=learned(),
        heard=heard(),
        ombudsman=ombudsman(),
        details=details(rows()),
    )
    return replace(made, **other)  # type: ignore[arg-type]


def details(counted: list[FigureRow]) -> Details:
    """As they are read of a landlord's year."""
    found = measures(then(counted, AS_AT), {})
    tsm = Tsm(Landlord(slug="x"), Period.parse("2023-24"), AS_AT, found, [], Reading.RECEIVED)
    return Details(broken(then(counted, AS_AT), BY), tsm)


def learned(wider: int = 5) -> Learned:
    """Lessons by cause, an improvement, and quality checks by service."""
    causes = (("delay", 30), ("handover", 4), ("records", 3), ("other", 1))
    entry = Entry(what="A new way", why="Slow", status=Status.EVALUATED, published=True)
    done = Improved(1, replace(entry, you_said="Slow.", we_did="Faster."), DAY, 2)
    checked = [
        Checked(service, dict.fromkeys(PARTS, Mark.YES if n % 4 else Mark.NO))
        for service, size in SIZES.items()
        for n in range(size)
    ]
    changed = Changed((done,), (replace(done, number=2),), ())
    return Learned(Counted(60, 38, wider, causes), changed, {}, Checks(120, tuple(checked)))


def heard(surveys: tuple[Survey, ...] = (PERCEPTION, GIVEN)) -> Heard:
    """Opinions by service, why some were not asked, and surveys by tenure."""
    asked = [
        Contacted(service, DAY, DAY, DAY, rating=RatingFacts(1, DAY, 1 + n % 5, Kept.YES))
        for service, size in SIZES.items()
        for n in range(size)
    ]
    silent = [Contacted("Beta", DAY, DAY, DAY)] * 3
    asked += [Contacted("Alpha", DAY, why_not=why) for why, n in WHYS.items() for _ in range(n)]
    whole, services = voices([*asked, *silent], AS_AT)
    found = tuple(
        Tp09(of, PERCEPTION, counts, satisfied(counts), None, None)
        for of, counts in PERCEPTION.lines.items()
    )
    return Heard("2023-24", whole, services, found, surveys)


def ombudsman(orders: int = 3) -> AtOmbudsman:
    """Cases by service and reason, each with one of each."""
    cases = [
        Held(
            AtBody(
                body=Body.HOUSING,
                received_on=DAY,
                services=(service,),
                reasons=(f"Cause {n % 3}",),
                status=Stands.DETERMINED,
                elements=(Element("Repairs", Found.MALADMINISTRATION, handling=n % 9 == 0),),
            ),
            tuple([Duty(Asks.ORDER, "Pay", DAY, DUE, True, DAY)] * (orders if n == 0 else 0)),
        )
        for service, size in Counter({"Alpha": 20, "Beta": 9, "Gamma": 4, "Delta": 2}).items()
        for n in range(size)
    ]
    links = Links("2023-24", others=(("Spotlight", "example.org"),))
    return AtOmbudsman("2023-24", year_of(cases, AS_AT), links)


PERCENT_ONLY = Counts(put_to=100, complained_percent=Decimal(5), satisfied_percent=Decimal(40))
