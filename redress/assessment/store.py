"""Changing a self-assessment: each change with a line of its history, in one transaction."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from redress.assessment.models import (
    Assessment,
    AssessmentEntry,
    ProvisionAnswer,
)
from redress.assessment.reading import latest
from redress.cases.book import versions
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.assessment import Answer, Body, Trigger
from redress.rules.assessment_change import Change, check_approval, check_change
from redress.rules.decision import NotKept
from redress.rules.figures_year import Year
from redress.rules.policy import Policy
from redress.rules.policy_files import code_nearest
from redress.rules.provisions import order, provisions
from redress.rules.record import plain

COPIED = (
    *("answer", "words", "from_on", "halves", "wording"),
    *("evidence", "links", "commentary", "owner", "due_on"),
)


def note(
    assessment: Assessment, by: Actor, at: datetime, what: str, number: str = "", **details: Any
) -> None:
    """Write a line of the history."""
    AssessmentEntry.objects.create(
        landlord_id=assessment.landlord_id,
        assessment=assessment,
        at=at,
        by_id=by.id,
        by_name=by.name,
        what=what,
        number=number,
        details=details,
    )


@transaction.atomic
def begin(
    landlord: Landlord,
    year: Year,
    trigger: Trigger,
    by: Actor,
    at: datetime,
    body: Body = Body.HOUSING_OMBUDSMAN,
) -> Assessment:
    """A new draft for a year, with the answers of the last one made against this Code. The draft
    that is there already is gone on with. Raises LookupError where the Code is known by its form
    alone, and none was imported up to this year."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    there = latest(landlord, year, body)
    if there and there.is_draft:
        return there
    before = _before(landlord, year, body)
    code, numbers = _asked(year, body, before)
    made = Assessment.objects.create(
        landlord=landlord,
        body=body.value,
        year=year.label,
        number=there.number + 1 if there else 1,
        code=code,
        trigger=trigger.value,
        made_at=at,
        made_by=by.name,
    )
    known = {row.number: row for row in before.answers.all()} if before else {}
    ProvisionAnswer.objects.bulk_create(
        _copy(made, number, known.get(number)) for number in numbers
    )
    note(made, by, at, "begun", trigger=trigger.value, copied=before.year if before else "")
    return made


def may_begin(landlord: Landlord, year: Year, body: Body) -> bool:
    """Whether it is known what the Code asks: of ours always, of the other once a form is there."""
    return body is Body.HOUSING_OMBUDSMAN or _before(landlord, year, body) is not None


def _asked(year: Year, body: Body, before: Assessment | None) -> tuple[str, list[str]]:
    """The edition of the Code and the numbers of its provisions."""
    if body is Body.HOUSING_OMBUDSMAN:
        code = code_nearest(year.end)
        return code.id, [each.number for each in provisions(code)]
    if before is None:
        raise LookupError(f"no form of the Code of {body} was imported")
    return before.code, sorted(before.answers.values_list("number", flat=True), key=order)


def _before(landlord: Landlord, year: Year, body: Body) -> Assessment | None:
    rows = Assessment.objects.filter(landlord=landlord, body=body.value, year__lte=year.label)
    return rows.order_by("-year", "-number").first()


def _copy(made: Assessment, number: str, row: ProvisionAnswer | None) -> ProvisionAnswer:
    values = {name: getattr(row, name) for name in COPIED} if row else {}
    return ProvisionAnswer(landlord_id=made.landlord_id, assessment=made, number=number, **values)


@transaction.atomic
def answer(row: ProvisionAnswer, given: Change, by: Actor, at: datetime) -> None:
    """Keep a new answer. Raises NotKept; one that says the same leaves no line."""
    row = ProvisionAnswer.objects.select_for_update().select_related("assessment").get(pk=row.pk)
    if reasons := check_change(given, not row.assessment.is_draft):
        raise NotKept(reasons)
    now = _values(row, given)
    was = {name: getattr(row, name) for name in now}
    changed = {name: [plain(was[name]), plain(now[name])] for name in now if was[name] != now[name]}
    if not changed:
        return
    ProvisionAnswer.objects.filter(pk=row.pk).update(**now)
    note(row.assessment, by, at, "answered", row.number, **changed)


def _values(row: ProvisionAnswer, given: Change) -> dict[str, Any]:
    """The columns of an answer. Its words as published stay while it says the same."""
    said = given.answer.value if given.answer else None
    halves = plain(given.halves) if given.answer is Answer.SPLIT else []
    policy = {"policy": given.policy, "clause": given.clause.strip()} if given.policy else None
    document = {"document": given.document.strip()} if given.document.strip() else None
    same = said == row.answer and halves == row.halves
    return {
        "answer": said,
        "words": row.words if same else "",
        "halves": halves,
        "from_on": given.from_on,
        "evidence": given.evidence.strip(),
        "links": [link for link in (policy, document) if link],
        "commentary": given.commentary.strip(),
        "owner": given.owner.strip(),
        "due_on": given.due_on,
    }


@transaction.atomic
def comment(row: ProvisionAnswer, text: str, by: Actor, at: datetime) -> None:
    """Keep a comment on an answer. The same from the same person twice is kept once."""
    said = {"landlord_id": row.landlord_id, "by_name": by.name, "text": text.strip()}
    ProvisionAnswer.objects.select_for_update().get(pk=row.pk)  # one at a time
    if not row.comments.filter(**said).exists():
        row.comments.create(at=at, **said)


@transaction.atomic
def approve(
    assessment: Assessment, body: str, on: date, response: str, by: Actor, at: datetime, today: date
) -> None:
    """Note that the governing body approved it, and what it said (Code 8.2). From then on it is
    never changed. Raises NotKept."""
    row = Assessment.objects.select_for_update().get(pk=assessment.pk)
    unanswered = row.answers.filter(answer=None).values_list("number", flat=True)
    reasons = check_approval(
        approved=not row.is_draft,
        open_numbers=sorted(unanswered, key=order),
        by=body,
        on=on,
        begins=Year.parse(row.year).start,
        today=today,
    )
    if reasons:
        raise NotKept(reasons)
    note(row, by, at, "approved", on=on.isoformat(), body=body.strip())
    Assessment.objects.filter(pk=row.pk).update(
        approved_on=on, approved_by=body.strip(), response=response.strip()
    )


def years_of(landlord: Landlord, body: Body = Body.HOUSING_OMBUDSMAN) -> list[str]:
    """The years that have a self-assessment against this Code, the latest first."""
    rows = Assessment.objects.filter(landlord=landlord, body=body.value).order_by("-year")
    return list(rows.values_list("year", flat=True).distinct())


def answers_of(
    landlord: Landlord, year: Year, body: Body = Body.HOUSING_OMBUDSMAN
) -> dict[str, str]:
    """The answers of a year's last self-assessment, by provision; "" where there is none."""
    row = latest(landlord, year, body)
    return {each.number: each.answer or "" for each in row.answers.all()} if row else {}


def policies_of(landlord: Landlord) -> list[Policy]:
    """The versions of the landlord's policy that evidence can name."""
    return versions(landlord)


def history_of(row: ProvisionAnswer) -> list[AssessmentEntry]:
    """Who changed an answer, the newest first."""
    rows = AssessmentEntry.objects.filter(assessment_id=row.assessment_id, number=row.number)
    return list(rows.order_by("-id"))
