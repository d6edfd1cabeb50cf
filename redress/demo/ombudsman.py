"""The Ombudsman's cases in the demonstration.

Harrow's of 2023-24 add up to what Harrow published, and each single case is invented, as its
complaints are: how outcomes, services, reasons and sums fall together was not published, and days
neither. A landlord's open cases of this year are invented altogether.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from redress.cases.models import Case
from redress.demo.staff import Staff
from redress.ombudsman import store
from redress.ombudsman.reading import Links
from redress.people.models import Landlord
from redress.rules.facts import State
from redress.rules.figures_year import Year
from redress.rules.ombudsman import Asks, Body, Duty, Element, Entry, Found, Status

YEAR = "2023-24"
S = Status
OUTCOMES = (
    *([(S.REMEDIED, None)] * 4),
    (S.DETERMINED, Found.SERVICE_FAILURE),
    *([(S.DETERMINED, Found.MALADMINISTRATION)] * 3),
    *([(S.REFERRED_BACK, None)] * 8),
    *([(S.OPEN, None)] * 5),
    (S.OUTSIDE, None),
)
ASSETS, RESIDENTS = "Asset Management", "Resident Services"
SERVICES = (*([(ASSETS,)] * 13), *([(RESIDENTS,)] * 7), *([(ASSETS, RESIDENTS)] * 2))
REASONS = (
    *(["Repairs"] * 11),
    *(["Anti-social behaviour"] * 4),
    *(["Major works"] * 2),
    *(["Staff conduct"] * 2),
    *(["Complaint handling"] * 2),
    "Service charges",
    *(["Communal area"] * 2),
)  # 24 reasons for 22 cases
NOTE = (
    "Harrow’s report for 2023-24 names 24 reasons for 22 cases, so that two cases have two. It "
    "speaks of 6 determinations: its own outcomes give 4 with a failing, and 8 with those closed "
    "after a remedy. On which days orders were due and done it does not say."
)
ORDERS, RECOMMENDATIONS, POUNDS, COMPENSATED, FAILURE_ORDERS = 19, 8, 3125, 5, 2
LGSCO = (S.DETERMINED, S.OPEN, *([S.CLOSED_EARLY] * 3))


def tell_ombudsman(landlord: Landlord, staff: Staff, today: date, at: datetime) -> None:
    """Three cases of this year: one with what it asks overdue and near, one determined, and one
    that is to be answered at stage 1 by a day of the Ombudsman's."""
    closed = Case.objects.filter(landlord=landlord, state=State.STAGE_2_ANSWERED.value).first()
    came = today - timedelta(days=40)
    row = store.keep(
        landlord,
        Entry(
            body=Body.HOUSING,
            reference="202699001",
            received_on=came,
            case=closed.reference if closed else "",
            contact="Dispute support team",
            services=("Repairs",),
            reasons=("Repairs", "Complaint handling"),
        ),
        staff.officer,
        at,
        today,
    )
    for what, due in (("Send your record of the repairs", -3), ("Send your policy on damp", 5)):
        asked = Duty(Asks.INFORMATION, what, came, today + timedelta(days=due))
        store.keep_duty(row, asked, staff.officer, at, today)
    _asks_for_an_answer(landlord, staff, today, at)
    decided = today - timedelta(days=30)
    offered = Case.objects.filter(landlord=landlord, offers__pounds__isnull=False)
    offered = offered.exclude(state__startswith="stage_1").order_by("received_on", "pk")
    ours = offered.first()
    row = store.keep(
        landlord,
        Entry(
            body=Body.HOUSING,
            reference="202699002",
            received_on=today - timedelta(days=200),
            case=ours.reference if ours else "",
            services=("Estates",),
            reasons=("Complaint handling",),
            status=S.DETERMINED,
            decided_on=decided,
            elements=(
                Element("The gate was not mended", Found.SERVICE_FAILURE),
                Element("The answer came late", Found.MALADMINISTRATION, handling=True),
            ),
        ),
        staff.officer,
        at,
        today,
    )
    sorry = Duty(
        Asks.ORDER, "Write an apology", decided, decided + timedelta(days=28), True,
        decided + timedelta(days=9), "Letter of the director",
    )  # fmt: skip
    pays = Duty(Asks.ORDER, "Pay £200", decided, today + timedelta(days=12), pounds=200)
    for duty in (sorry, pays):
        store.keep_duty(row, duty, staff.officer, at, today)


def _asks_for_an_answer(landlord: Landlord, staff: Staff, today: date, at: datetime) -> None:
    """The Ombudsman wants an answer that is under way here (an intervention)."""
    rows = Case.objects.filter(landlord=landlord, state=State.STAGE_1_OPEN.value)
    running = rows.order_by("-received_on", "-pk").first()
    entry = Entry(
        body=Body.HOUSING,
        reference="202699003",
        received_on=today,
        case=running.reference if running else "",
        reasons=("Complaint handling",),
    )
    row = store.keep(landlord, entry, staff.officer, at, today)
    asked = Duty(Asks.ANSWER, "Answer at stage 1", today, today + timedelta(days=4), stage=1)
    store.keep_duty(row, asked, staff.officer, at, today)


def tell_harrow(landlord: Landlord, staff: Staff, today: date, at: datetime) -> None:
    """The 22 and the 5 cases of 2023-24, and what its report leaves open."""
    rows = [store.keep(landlord, entry, staff.officer, at, today) for entry in harrow()]
    bearing = [row for row in rows if row.status in (S.DETERMINED, S.REMEDIED)]
    housing = [row for row in bearing if row.body == Body.HOUSING.value]
    for number in range(ORDERS + RECOMMENDATIONS + FAILURE_ORDERS):
        row = housing[number % len(housing)]
        store.keep_duty(row, _duty(number), staff.officer, at, today)
    other = next(each for each in bearing if each.body == Body.LGSCO.value)
    for said, pounds in (("Pay £500", 500), ("Apologise", None), ("Review, and train staff", None)):
        duty = Duty(Asks.AGREED, said, None, None, None, pounds=pounds)
        store.keep_duty(other, duty, staff.officer, at, today)
    store.keep_links(landlord, Links(YEAR, note=NOTE), staff.officer, at)


def _duty(number: int) -> Duty:
    """One of the orders, then of the recommendations, then of the failure orders."""
    if number < ORDERS:
        pounds = POUNDS // COMPENSATED if number < COMPENSATED else None
        return Duty(
            Asks.ORDER, "An order, as counted in the report", None, None, None, None, "", pounds
        )
    asks = Asks.RECOMMENDATION if number < ORDERS + RECOMMENDATIONS else Asks.FAILURE_ORDER
    return Duty(asks, "As counted in the report", None, None, None)


def harrow() -> Iterator[Entry]:
    """The cases as published in number, put together by chance that is the same each time."""
    year = Year.parse(YEAR).label
    for number, (status, found) in enumerate(OUTCOMES):
        several = (REASONS[22 + number],) if number < 2 else ()
        yield Entry(
            body=Body.HOUSING,
            year=year,
            services=SERVICES[(number * 5) % 22],
            reasons=(REASONS[(number * 5) % 22], *several),
            status=status,
            elements=(Element("As counted in the report", found),) if found else (),
            note="Invented: only the numbers of all cases together were published.",
        )
    for status in LGSCO:
        faults = (Element("Housing application", Found.FAULT_AND_INJUSTICE),) * 2
        yield Entry(
            body=Body.LGSCO,
            year=year,
            status=status,
            elements=faults if status is S.DETERMINED else (),
        )
