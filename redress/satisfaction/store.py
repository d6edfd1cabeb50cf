"""Keeping surveys given from outside: each change with a line of its history."""

from datetime import datetime
from typing import Any

from django.db import transaction

from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.decision import NotKept, Reason
from redress.rules.record import plain
from redress.rules.survey import Counts, check
from redress.rules.survey_rows import NUMBERS, PERCENTAGES, Survey
from redress.satisfaction.models import SurveyEntry, SurveyLine, SurveyRound


@transaction.atomic
def keep_survey(
    landlord: Landlord, given: Survey, by: Actor, at: datetime, number: int | None = None
) -> SurveyRound:
    """Keep a survey: a new one, or in place of the one with this `number`. Raises NotKept where a
    line cannot be, or another survey has its name."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    reasons = [reason for counts in given.lines.values() for reason in check(counts)]
    others = SurveyRound.objects.filter(landlord=landlord, name=given.name).exclude(pk=number or 0)
    if not given.lines:
        reasons.append(Reason("nothing_given", "", "answered"))
    if others.exists():
        reasons.append(Reason("survey_there", "", "name"))
    if given.held_from > given.held_to:
        reasons.append(Reason("ends_before_it_begins", "", "held_to"))
    if reasons:
        raise NotKept(tuple(reasons))
    columns = {name: getattr(given, name) for name in ("name", "held_from", "held_to", "run_by")}
    columns |= {"about": given.about.value, "method": given.method.value, "note": given.note}
    there = SurveyRound.objects.filter(landlord=landlord, pk=number or 0).first()
    row = there or SurveyRound(landlord=landlord)
    for name, value in {**columns, "kept_at": at, "kept_by": by.name}.items():
        setattr(row, name, value)
    row.save()
    row.lines.all().delete()
    SurveyLine.objects.bulk_create(
        SurveyLine(landlord=landlord, survey=row, of=of.value, **_line(counts))
        for of, counts in given.lines.items()
    )
    SurveyEntry.objects.create(
        landlord=landlord, survey=row, at=at, by_name=by.name, now=plain(given)
    )
    return row


def _line(counts: Counts) -> dict[str, Any]:
    numbers = {name: getattr(counts, name) for name in NUMBERS}
    published = {name: getattr(counts, name) for name in PERCENTAGES}
    return numbers | {n: "" if value is None else str(value) for n, value in published.items()}


@transaction.atomic
def keep_surveys(landlord: Landlord, surveys: list[Survey], by: Actor, at: datetime) -> int:
    """Keep all surveys of a file, or none. One that is there under its name is put in its place,
    so that a file may be given twice. Gives how many."""
    known = dict(SurveyRound.objects.filter(landlord=landlord).values_list("name", "pk"))
    for survey in surveys:
        keep_survey(landlord, survey, by, at, known.get(survey.name))
    return len(surveys)
