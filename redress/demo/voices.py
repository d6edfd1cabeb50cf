"""What residents say in the demonstration: asked after closing by the worker's own steps, with
invented answers; and Harrow's survey and checks of 2023-24, of which only what was published is
kept."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

from redress.cases.perform import Done
from redress.demo.staff import Staff
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.actions.rate import Rate
from redress.rules.facts_followed import Kept
from redress.rules.satisfaction import AskingPlan
from redress.rules.survey import About, Counts, Method, Of
from redress.rules.survey_rows import Survey
from redress.rules.unhappy import UnhappyRow
from redress.satisfaction import asking, offering, store
from redress.satisfaction.reading import open_asked

PLAN = AskingPlan(days=7, remind_after=10, ends_after=28)
LOOKED = (112, 102, 91, 84, 77, 70, 63, 56, 42, 28, 21, 14, 7, 4, 0)  # days ago the worker looked
ANSWERS = (
    Rate(handled=4, kept=Kept.YES, outcome=4, easy=5, words="Thank you for sorting it out."),
    Rate(handled=2, kept=Kept.PARTLY, outcome=2, easy=3, words="I had to chase you three times."),
    Rate(handled=5, kept=Kept.YES, outcome=5, easy=4),
)
HARROW = (
    Survey(
        name="Tenant survey, January 2024",
        held_from=date(2024, 1, 1),
        held_to=date(2024, 1, 31),
        run_by="London Borough of Harrow",
        note="From the annual report for 2023-24, section 8. It says that satisfaction fell by 10% "
        "since January 2023 and not whether that is percent or points, so that no earlier survey "
        "can be worked out.",
        lines={
            Of.ALL: Counts(
                answered=173,
                put_to=172,
                complained_percent=Decimal(32),
                satisfied_percent=Decimal(19),
                dissatisfied_percent=Decimal(73),
            )
        },
    ),
    Survey(
        name="Quality checks, 2023-24",
        held_from=date(2023, 4, 1),
        held_to=date(2024, 3, 31),
        about=About.AFTER_CLOSING,
        method=Method.NOT_KNOWN,
        note="From the annual report for 2023-24, section 7: 715 checks, 51% of complainants. Of "
        "how many complainants, and what they said in all, was not published.",
        lines={Of.ALL: Counts(answered=715)},
    ),
)


def tell_voices(
    landlord: Landlord, staff: Staff, today: date, at: Callable[[date], datetime]
) -> None:
    """Choose when residents are asked, let the worker ask them, and let some answer."""
    year_ago = today - timedelta(days=365)
    asking.choose(landlord, PLAN, year_ago, staff.officer, at(year_ago))
    answers = iter(ANSWERS)
    for back in LOOKED:
        day = today - timedelta(days=back)
        asking.run_for(landlord, at(day))
        for asked in open_asked(landlord):
            if asked.asked_on and day - asked.asked_on >= timedelta(days=5):
                _answers(landlord, asked.case.reference, next(answers, None), at(day))
    said = UnhappyRow(
        today - timedelta(days=6), "Olive Grant", "020 7946 0141", "The gate is still broken."
    )
    offering.add(landlord, None, [said])


def _answers(landlord: Landlord, reference: str, given: Rate | None, at: datetime) -> None:
    """The resident answers by the link; who has nothing to say does not."""
    if given is None:
        return
    actor = Actor(None, "The resident", resident=True)
    done = asking.answer(actor, landlord, reference, given, at)
    if not isinstance(done, Done):
        raise ValueError(f"the demonstration’s answer is refused: {reference}")


def tell_harrow(landlord: Landlord, staff: Staff, at: datetime) -> None:
    """The survey and the checks that Harrow published."""
    store.keep_surveys(landlord, list(HARROW), staff.officer, at)
