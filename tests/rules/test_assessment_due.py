"""What makes a new self-assessment due, and what settles it."""

from datetime import date
from typing import Any

import pytest

from redress.rules.assessment import Trigger
from redress.rules.assessment_due import Due, Made, Noted, assessment_due, check_noted
from redress.rules.figures_year import Year
from redress.rules.policy import Policy
from redress.rules.policy_files import policies_of

CODE = date(2024, 4, 1)
TODAY = date(2026, 11, 30)
(MODEL,) = policies_of("code-model")
LAST = Made(Year(2025), date(2026, 5, 4), date(2026, 7, 1))  # of the year that ended in March 2026


def due(
    *made: Made,
    noted: tuple[Noted, ...] = (),
    policies: tuple[Policy, ...] = (MODEL,),
    homes: int | None = 4_800,
    today: date = TODAY,
) -> tuple[Due, ...]:
    return assessment_due(made, noted, policies, homes, CODE, today)


def version(starts: date, **changes: Any) -> Policy:
    return MODEL.model_copy(update={"starts": starts, **changes})


def test_the_year_that_ended_is_owed_until_one_of_it_is_approved() -> None:
    (owed,) = due()
    assert (owed.trigger, owed.provision, owed.why) == (
        Trigger.ANNUAL, "Code 8.1", "The year has ended: 2025-26",
    )  # fmt: skip
    assert owed.by == date(2026, 9, 30) and owed.is_late(TODAY) and not owed.begun
    assert due(Made(Year(2025), date(2026, 5, 4)))[0].begun
    assert due(LAST) == ()


def test_no_later_than_a_year_after_the_last_approval() -> None:
    before = Made(Year(2024), date(2025, 5, 1), date(2025, 6, 20))
    assert due(before)[0].by == date(2026, 6, 20)
    assert due(before, today=date(2027, 3, 31))[0].by == date(2026, 6, 20)


def test_a_small_landlord_has_six_months_and_before_the_code_nothing_is_owed() -> None:
    assert due(homes=800, today=date(2026, 4, 1))[0].by == date(2026, 9, 30)
    assert due(today=date(2024, 3, 31)) == ()


@pytest.mark.parametrize(
    ("trigger", "provision"),
    [
        (Trigger.RESTRUCTURE, "Code 8.3"),
        (Trigger.MERGER, "Code 8.3"),
        (Trigger.OMBUDSMAN_ASKED, "Code 8.4"),
        (Trigger.AFTER_INVESTIGATION, "Code 8.4"),
    ],
)
def test_what_was_noted_is_owed_until_one_begun_after_it_is_approved(
    trigger: Trigger, provision: str
) -> None:
    noted = Noted(trigger, date(2026, 10, 1), "Two become one", by_on=date(2026, 11, 20))
    (owed,) = due(LAST, noted=(noted,))
    assert (owed.provision, owed.by, owed.is_late(TODAY)) == (provision, noted.by_on, True)
    assert owed.why.endswith(": Two become one")
    begun = Made(Year(2026), date(2026, 10, 1))
    assert due(LAST, begun, noted=(noted,))[0].begun
    assert due(LAST, Made(Year(2026), date(2026, 10, 1), TODAY), noted=(noted,)) == ()
    assert due(LAST, noted=(noted,), today=date(2026, 9, 30)) == ()  # it lies ahead


def test_exceptional_circumstances_stay_until_all_is_told() -> None:
    attack = Noted(
        Trigger.EXCEPTIONAL,
        date(2026, 6, 17),
        "A cyber attack",
        told_ombudsman_on=date(2026, 6, 18),
        returns_on=date(2027, 1, 4),
    )
    settled = Made(Year(2026), date(2026, 6, 20), date(2026, 7, 1))
    (owed,) = due(LAST, settled, noted=(attack,))
    assert owed.steps == ("Tell the residents", "Publish it on the website")
    whole = Noted(
        **{**vars(attack), "told_residents_on": attack.on, "published_on": date(2026, 6, 19)}
    )
    assert due(LAST, settled, noted=(whole,)) == ()


def test_a_new_version_of_the_policy_is_noticed_by_itself() -> None:
    new = version(date(2026, 9, 1), title="Complaints policy of 2026")
    (owed,) = due(LAST, policies=(MODEL, new))
    assert (owed.trigger, owed.since) == (Trigger.PROCEDURE_CHANGED, new.starts)
    assert owed.why == "The procedure has changed: Complaints policy of 2026" and owed.by is None
    assert due(LAST, policies=(new,)) == ()  # the first is no change
    assert due(LAST, policies=(MODEL, new), today=date(2026, 8, 31)) == ()
    again = Made(Year(2026), date(2026, 9, 1), date(2026, 10, 1))
    assert due(LAST, again, policies=(MODEL, new)) == ()


def test_a_version_with_an_end_is_a_regime_for_a_time() -> None:
    regime = version(date(2026, 6, 17), ends=date(2026, 12, 31))
    (owed,) = due(LAST, policies=(MODEL, regime))
    assert (owed.trigger, owed.provision) == (Trigger.EXCEPTIONAL, "Code 8.5")


def test_a_change_of_policy_before_the_code_is_none_of_its_business() -> None:
    old = version(date(2021, 4, 1)), version(date(2023, 4, 1))
    assert due(LAST, policies=old) == ()


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({}, {}),
        ({"what": " "}, {"what": "missing"}),
        ({"on": date(2026, 12, 1)}, {"on": "ahead"}),
        ({"by_on": date(2026, 9, 30)}, {"by_on": "out_of_range"}),
        ({"published_on": date(2026, 9, 30)}, {"published_on": "out_of_range"}),
        ({"told_residents_on": date(2026, 12, 1)}, {"told_residents_on": "out_of_range"}),
        ({"returns_on": date(2027, 1, 4)}, {}),
    ],
)
def test_what_is_wrong_with_something_noted(
    changes: dict[str, Any], faults: dict[str, str]
) -> None:
    given = {"trigger": Trigger.MERGER, "on": date(2026, 10, 1), "what": "A merger"}
    assert check_noted(Noted(**given | changes), TODAY) == faults
