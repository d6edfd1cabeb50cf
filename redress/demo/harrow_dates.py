"""Dates for the invented rows: working days of the year, answered as the totals ask."""

from datetime import date
from random import Random

from redress.demo.harrow_draft import Draft
from redress.rules.calendar import Division, calendar_for
from redress.rules.figures import Group, Scope
from redress.rules.figures_year import Year

CALENDAR = calendar_for(Division.ENGLAND_AND_WALES)
TEN_DAYS_FROM = date(2023, 4, 1)  # stage 1 in 10 working days, before that in 15 (section 3)
ELECTIONS = (2021, 2023)  # years in which member enquiries peaked from January (section 6.4)
MEMBERS = (Group.MP_ENQUIRY, Group.COUNCILLOR_ENQUIRY)
SOONEST_STAGE_2, LATEST_STAGE_2 = 2, 15  # working days after the answer at stage 1
OFTEN_EXTENDED = 0.06


def give_dates(drafts: list[Draft], year: Year, chance: Random) -> None:
    """Dates for all rows of a year but stage 2, which follows from stage 1."""
    days = [day for day in _days(year) if CALENDAR.is_working_day(day)]
    peak = [1 + (day >= date(year.begins + 1, 1, 1)) for day in days]
    for draft in drafts:
        crowded = draft.group in MEMBERS and year.begins in ELECTIONS
        draft.received = chance.choices(days, peak if crowded else None)[0]
        _answer(draft, chance)


def give_stage_2(drafts: list[Draft], first: list[Draft], year: Year, chance: Random) -> None:
    """Joins each row of stage 2 to an answered row of stage 1 of the same residents' scope."""
    for scope in Scope:
        second = [draft for draft in drafts if draft.scope is scope]
        answered = [draft for draft in first if draft.scope is scope and _in_time(draft, year)]
        for draft, before in zip(second, chance.sample(answered, len(second)), strict=True):
            draft.first = before
            draft.received = _escalated(before, year, chance)
            _answer(draft, chance)


def _in_time(first: Draft, year: Year) -> bool:
    """Whether stage 2 can still be asked for within the year."""
    answered = first.responded
    return answered is not None and CALENDAR.add(answered, SOONEST_STAGE_2) <= year.end


def _escalated(first: Draft, year: Year, chance: Random) -> date:
    answered = first.responded or first.received
    asked = CALENDAR.add(answered, chance.randint(SOONEST_STAGE_2, LATEST_STAGE_2))
    return asked if asked <= year.end else CALENDAR.add(answered, SOONEST_STAGE_2)


def _answer(draft: Draft, chance: Random) -> None:
    """Due, extended and answered as `draft.answer` asks; on time is on or before the date due."""
    if draft.group is Group.COMPLIMENT:
        draft.responded = CALENDAR.add(draft.received, chance.randint(0, 5))  # thanked
        return
    allowed = _allowed(draft)
    draft.due = due = CALENDAR.add(draft.received, allowed)
    draft.acknowledged = _acknowledged(draft, chance)
    if draft.group in (Group.STAGE_1, Group.STAGE_2) and chance.random() < OFTEN_EXTENDED:
        draft.extended_to = due = CALENDAR.add(due, chance.choice((5, 10)))
    if draft.answer == "on_time":
        longest = CALENDAR.count(draft.received, due)
        days = max(chance.randint(1, longest), chance.randint(1, longest))
        draft.responded = CALENDAR.add(draft.received, days)
    if draft.answer == "late":
        draft.responded = CALENDAR.add(due, min(chance.randint(1, 40), chance.randint(1, 40)))
    if draft.acknowledged and draft.responded:
        draft.acknowledged = min(draft.acknowledged, draft.responded)


def _allowed(draft: Draft) -> int:
    """Working days to answer in."""
    if draft.group is Group.STAGE_2:
        return 20
    return 15 if draft.group is Group.STAGE_1 and draft.received < TEN_DAYS_FROM else 10


def _acknowledged(draft: Draft, chance: Random) -> date | None:
    """Mostly within 5 working days, at times later, at times not recorded."""
    often = chance.random()
    if often < 0.04:
        return None
    return CALENDAR.add(draft.received, chance.randint(0, 5) if often < 0.94 else 7)


def _days(year: Year) -> list[date]:
    first, last = year.start.toordinal(), year.end.toordinal()
    return [date.fromordinal(day) for day in range(first, last + 1)]
