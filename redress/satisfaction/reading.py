"""What residents say, read for pages and reports: plain values of one landlord and one period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from redress.people.models import Landlord
from redress.rules.facts_followed import RatingFacts
from redress.rules.satisfaction import Contacted, Voices, WhyNot, voices
from redress.rules.survey import About, Change, Counts, Method, Of, Satisfied, change, satisfied
from redress.rules.survey_rows import NUMBERS, PERCENTAGES, Survey
from redress.satisfaction.models import Asked, SurveyLine, SurveyRound

_ratings = TypeAdapter(tuple[RatingFacts, ...])


@dataclass(frozen=True)
class Tp09:
    """TP09 of one part of the people, from one survey, beside the survey before it."""

    of: Of
    survey: Survey
    counts: Counts
    found: Satisfied
    before: Survey | None
    change: Change | None


def open_asked(landlord: Landlord) -> list[Asked]:
    """Those about which something may still be done, in the order in which they are due."""
    rows = Asked.objects.filter(landlord=landlord, is_open=True)
    return list(rows.select_related("case").order_by("due_on", "pk"))


@dataclass(frozen=True)
class Heard:
    """All that was heard of a period, which `when` names."""

    when: str
    voices: Voices
    services: Mapping[str, Voices]
    tp09: tuple[Tp09, ...]
    surveys: tuple[Survey, ...]


def heard(landlord: Landlord, start: date, end: date, when: str, today: date) -> Heard:
    """What was heard of complaints closed in the period and in surveys that ended in it, both days
    included, as it stands today. Five queries."""
    whole, services = voices_of(landlord, start, end, today)
    surveys = tuple(survey for _, survey in surveys_of(landlord, start, end))
    return Heard(when, whole, services, tuple(tp09(landlord, start, end)), surveys)


def surveys_of(
    landlord: Landlord,
    start: date | None = None,
    end: date | None = None,
    about: About | None = None,
) -> list[tuple[int, Survey]]:
    """Surveys that ended in the period, both days included, the latest first, with their numbers.
    Two queries."""
    rows = SurveyRound.objects.filter(landlord=landlord)
    rows = rows.filter(about=about.value) if about else rows
    rows = rows.filter(held_to__gte=start) if start else rows
    rows = rows.filter(held_to__lte=end) if end else rows
    found = rows.order_by("-held_to", "-id").prefetch_related("lines")
    return [(row.pk, as_survey(row)) for row in found]


def as_survey(row: SurveyRound) -> Survey:
    """A row with its lines as plain values."""
    return Survey(
        name=row.name,
        held_from=row.held_from,
        held_to=row.held_to,
        about=About(row.about),
        method=Method(row.method),
        run_by=row.run_by,
        note=row.note,
        lines={Of(line.of): _counts(line) for line in row.lines.all()},
    )


def _counts(line: SurveyLine) -> Counts:
    values: dict[str, Any] = {name: getattr(line, name) for name in NUMBERS}
    for name in PERCENTAGES:
        kept = getattr(line, name)
        values[name] = Decimal(kept) if kept else None
    return Counts(**values)


def tp09(landlord: Landlord, start: date, end: date) -> list[Tp09]:
    """TP09 from the last perception survey that ended in the period, a value for each part of its
    people, with the change since the last one that ended before the period. Empty without any."""
    held = [survey for _, survey in surveys_of(landlord, None, end, About.PERCEPTION)]
    now = next((each for each in held if each.held_to >= start), None)
    before = next((each for each in held if each.held_to < start), None)
    if now is None:
        return []
    return [_tp09(of, now, counts, before) for of, counts in now.lines.items()]


def _tp09(of: Of, now: Survey, counts: Counts, before: Survey | None) -> Tp09:
    found = satisfied(counts)
    then: Mapping[Of, Counts] = before.lines if before else {}
    moved = change(found, satisfied(then[of])) if of in then else None
    return Tp09(of, now, counts, found, before if of in then else None, moved)


def voices_of(
    landlord: Landlord, start: date, end: date, today: date
) -> tuple[Voices, dict[str, Voices]]:
    """What was heard of the complaints closed in the period, both days included, as it stands
    today: the whole, and each service. One query, streamed."""
    rows = Asked.objects.filter(landlord=landlord, closed_on__range=(start, end))
    columns = ("case__service", "due_on", "asked_on", "ends_on", "why_not", "stage")
    read = rows.order_by("closed_on", "pk").values_list(*columns, "case__ratings")
    return voices((_contacted(*row) for row in read.iterator(chunk_size=2_000)), today)


def _contacted(
    service: str,
    due_on: date,
    asked_on: date | None,
    ends_on: date | None,
    why_not: str,
    stage: int,
    ratings: Any,
) -> Contacted:
    of_stage = [rating for rating in _ratings.validate_python(ratings) if rating.stage == stage]
    return Contacted(
        service=service,
        due_on=due_on,
        asked_on=asked_on,
        ends_on=ends_on,
        why_not=WhyNot(why_not) if why_not else None,
        rating=of_stage[-1] if of_stage else None,
    )
