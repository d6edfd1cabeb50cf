"""Open work as it stands: what could become a complaint handling failure."""

from dataclasses import replace
from datetime import date

import pytest

from redress.reports.open_work import Work
from redress.rules.facts import ExtensionFacts, Kind, State

LIMIT, LATER, TODAY = date(2026, 5, 27), date(2026, 6, 24), date(2026, 6, 5)
OPEN = Work(
    reference="HAR-000001",
    kind=Kind.COMPLAINT,
    service="Repairs",
    category="",
    handler="",
    state=State.STAGE_1_OPEN,
    due=LATER,
    stage=1,
    code_due=LIMIT,
    extended_to=None,
    extensions=(),
    risks=(),
    tags=(),
    guarded=False,
)


def told(on: date) -> tuple[ExtensionFacts, ...]:
    return (ExtensionFacts(on, LATER, "A survey", ombudsman_details=True),)


@pytest.mark.parametrize(
    ("told_on", "miss"), [(date(2026, 5, 27), False), (date(2026, 5, 28), True)]
)
def test_an_extension_told_after_the_limit_hides_nothing(told_on: date, miss: bool) -> None:
    """Code 6.4 and 6.15: it is told before the date is past, as for CH02."""
    work = replace(OPEN, extended_to=LATER, extensions=told(told_on))
    assert work.near_miss(TODAY) is miss
    assert work.near_miss(date(2026, 6, 25))


def test_of_an_old_system_the_new_date_alone_is_known_and_holds() -> None:
    assert OPEN.near_miss(TODAY)
    assert not replace(OPEN, extended_to=LATER).near_miss(TODAY)
    assert not OPEN.near_miss(LIMIT)
