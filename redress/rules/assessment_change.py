"""Making a self-assessment: what an answer and an approval need, what makes a new one due, and when
it goes to the Ombudsman. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from redress.rules.assessment import Answer, Half, Trigger
from redress.rules.clocks import months_after
from redress.rules.decision import Reason

MANY_HOMES = 1_000  # landlords with more submit by 30 September
EVERY = 12  # months: a self-assessment is approved at least annually

# Why a self-assessment is made, with the provision that asks for it.
WHY: dict[Trigger, tuple[str, str]] = {
    Trigger.ANNUAL: ("The year has ended", "Code 8.1"),
    Trigger.RESTRUCTURE: ("A significant restructure", "Code 8.3"),
    Trigger.MERGER: ("A merger", "Code 8.3"),
    Trigger.PROCEDURE_CHANGED: ("The procedure has changed", "Code 8.3"),
    Trigger.OMBUDSMAN_ASKED: ("The Ombudsman asked for it", "Code 8.4"),
    Trigger.AFTER_INVESTIGATION: ("An investigation by the Ombudsman has ended", "Code 8.4"),
    Trigger.EXCEPTIONAL: ("Exceptional circumstances, such as a cyber incident", "Code 8.5"),
}


@dataclass(frozen=True, kw_only=True)
class Change:
    """A new answer to one provision, whole.

    `halves` are the two parts of a split answer. `policy` and `clause` name a version of the
    landlord's policy and where in it, `document` a document or an address: each may be empty.
    """

    answer: Answer | None = None
    halves: tuple[Half, ...] = ()
    from_on: date | None = None
    evidence: str = ""
    policy: str = ""
    clause: str = ""
    document: str = ""
    commentary: str = ""
    owner: str = ""
    due_on: date | None = None


def check_change(given: Change, approved: bool) -> tuple[Reason, ...]:
    """What stands against keeping an answer: that the assessment was approved, a clause of no
    policy, a split answer whose parts are not both named or say the same. A weak answer is flagged,
    not refused: it may be what is true today."""
    found = [Reason("approved_already", "Code 8.2")] if approved else []
    if given.clause.strip() and not given.policy:
        found.append(Reason("clause_of_nothing", "Code 8.1", "clause"))
    if given.answer is Answer.SPLIT:
        found += _split(given.halves)
    return tuple(found)


def _split(halves: tuple[Half, ...]) -> list[Reason]:
    """What is wrong with the parts of a split answer: which of two is not named, or both alike."""
    if len(halves) != 2:
        return [Reason("parts_missing", "Code 8.1", "first_answer")]
    unnamed = zip(("first_about", "second_about"), halves, strict=True)
    found = [Reason("part_unnamed", "Code 8.1", name) for name, each in unnamed if not each.about]
    if halves[0].answer is halves[1].answer:
        found.append(Reason("parts_alike", "Code 8.1", "second_answer"))
    return found


def check_approval(
    *, approved: bool, open_numbers: Collection[str], by: str, on: date, begins: date, today: date
) -> tuple[Reason, ...]:
    """What stands against noting the approval of the governing body (Code 8.2): it is approved
    already, provisions are not answered, nobody is named, the day is ahead or before the year."""
    found = [Reason("approved_already", "Code 8.2")] if approved else []
    found += [Reason("not_answered", f"Code {number}", about=number) for number in open_numbers]
    if not by.strip():
        found.append(Reason("body_missing", "Code 8.2", "approved_by"))
    if not begins <= on <= today:
        found.append(Reason("date_out_of_range", "Code 8.2", "approved_on"))
    return tuple(found)


def next_due(approved_on: date) -> date:
    """The day by which the next one is to be approved: at least annually (Code 8.1)."""
    return months_after(approved_on, EVERY)


def submit_by(homes: int | None, year_end: date) -> date:
    """The day by which a year's self-assessment goes to the Ombudsman.

    Landlords with over 1,000 homes: the 30 September after their year has ended; others: six
    months after its end (the Ombudsman's guidance on annual submissions). Where the number of homes
    is not known, the earlier of the two.
    """
    autumn = date(year_end.year, 9, 30)
    if autumn < year_end:
        autumn = date(year_end.year + 1, 9, 30)
    half_a_year = months_after(year_end, 6)
    if homes is None:
        return min(autumn, half_a_year)
    return autumn if homes > MANY_HOMES else half_a_year
