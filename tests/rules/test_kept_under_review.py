"""Figures of adjustments and restrictions, counted by hand for one year."""

from dataclasses import replace
from datetime import date

from redress.rules.facts_conduct import ConductFacts, Limit, RestrictionFacts, ReviewFacts
from redress.rules.kept_under_review import (
    AdjustmentFigures,
    RestrictionFigures,
    adjustment_figures,
    restriction_figures,
)
from redress.rules.needs import AdjustmentFacts, Reviewed

START, END, TODAY = date(2026, 4, 1), date(2027, 3, 31), date(2026, 11, 30)
ONE = AdjustmentFacts(1, "We ring.", date(2026, 1, 5), "Amina", date(2027, 1, 5))


def day(month: int, of: int = 1) -> date:
    return date(2026, month, of)


def test_adjustments_and_whether_they_were_looked_at_in_time() -> None:
    """Code 5.10: five adjustments, four of which held in the year."""
    twice = (Reviewed(on=day(6), due_on=day(6)), Reviewed(on=day(10, 2), due_on=day(10)))
    before = (Reviewed(on=day(3), due_on=day(3)),)  # due before the year began
    found = adjustment_figures(
        [
            replace(ONE, reviews=twice),  # in time, then a day after
            replace(ONE, agreed_on=day(5), reviews=before, review_on=day(11, 29)),  # late
            replace(ONE, agreed_on=day(5), review_on=TODAY),  # due today is not late
            replace(ONE, ended_on=day(4)),
            replace(ONE, ended_on=day(3, 31)),  # ended the day before the year
        ],
        START,
        END,
        TODAY,
    )
    assert found == AdjustmentFigures(in_force=4, agreed=2, in_time=1, after=1, late=1)
    assert found.due == 3


HELD = RestrictionFacts(
    number=1,
    limits=(Limit.WRITING_ONLY,),
    **dict.fromkeys(
        ("details", "reasons", "proportionate", "considered", "offered", "equality", "equality_by"),
        "So.",
    ),
    **dict.fromkeys(("equality_changed", "way_open", "appeal"), "So."),
    review_on=day(12),
    ends_on=date(2027, 3, 1),
    proposed_by=11,
    proposed_on=day(5),
    warned_on=day(4, 20),
    approved_by=66,
    approved_on=day(5, 2),
)


def test_restrictions_and_what_each_had() -> None:
    """Code 5.14, 5.15: of six, one waits and one was over before the year."""
    in_time = ReviewFacts(on=day(8), due_on=day(8), by=66, found="Calmer.")
    after = ReviewFacts(on=day(9, 2), due_on=day(9), by=66, found="Calmer.")
    found = restriction_figures(
        [
            ConductFacts(restrictions=(replace(HELD, reviews=(in_time, after)),)),
            ConductFacts(
                restrictions=(
                    replace(HELD, approved_on=date(2025, 5, 2), ended_on=day(3, 31)),
                    replace(HELD, approved_by=None, approved_on=None),
                    replace(HELD, warned_on=None, unwarned="A threat.", review_on=day(11, 29)),
                )
            ),
            ConductFacts(restrictions=(replace(HELD, ended_on=day(7)),)),
            ConductFacts(restrictions=(replace(HELD, approved_on=date(2026, 2, 1)),)),
            ConductFacts(),
        ],
        START,
        END,
        TODAY,
    )
    assert found == RestrictionFigures(
        in_force=4,
        started=3,
        warned=3,
        unwarned=1,
        equality=4,
        approved=4,
        ended=1,
        in_time=1,
        after=1,
        late=1,
    )
    assert found.due == 3


def test_an_end_that_has_passed_without_its_letter_is_late_too() -> None:
    over = replace(HELD, review_on=day(11, 1), ends_on=day(11, 1))
    assert restriction_figures([ConductFacts(restrictions=(over,))], START, END, TODAY).late == 1
    assert restriction_figures([], START, END, TODAY) == RestrictionFigures(*[0] * 10)
