"""Reading a published self-assessment into the store: a draft with all its answers."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from redress.assessment.models import (
    Assessment,
    AssessmentFile,
    ProvisionAnswer,
    ProvisionComment,
)
from redress.assessment.source import rows_of
from redress.assessment.store import note
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.assessment import BODIES, Body, Trigger
from redress.rules.assessment_form import Form, FormError, FormProvision, doubt_if_same, read_form
from redress.rules.assessment_rows import SourceRow
from redress.rules.figures_year import Year
from redress.rules.policy_files import code_nearest
from redress.rules.record import plain


@dataclass(frozen=True)
class Imported:
    """What was read, and where it is kept; `known` where this very file was read before."""

    form: Form
    assessment: Assessment
    known: bool


def year_of(name: str, today: date) -> tuple[Year, str]:
    """The year that a form is of, with how it is known: named in the file's name, or the last
    that has ended."""
    for found in re.findall(r"(?<!\d)(\d{4}-\d{2})(?!\d)", name):
        try:
            return Year.parse(found), "from the name of the file"
        except ValueError:
            continue
    running = Year.of(today)
    return running.earlier(1), "the last year that has ended"


@transaction.atomic
def import_form(
    landlord: Landlord,
    year: Year,
    name: str,
    content: bytes,
    by: Actor,
    at: datetime,
    body: Body = Body.HOUSING_OMBUDSMAN,
) -> Imported:
    """Keep the self-assessment in a file as a draft of this year, after those that are there.

    `body` says whose Code it answers. The same file is kept once. Raises FormError for a file that
    is no whole form, and for one given for another Code that answers the Housing Ombudsman's.
    """
    code, form = _read(rows_of(content), year, body)
    digest = hashlib.sha256(content).hexdigest()
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    if body is not Body.HOUSING_OMBUDSMAN:
        _refuse_the_first(landlord, digest)
    there = Assessment.objects.filter(landlord=landlord, body=body.value, year=year.label)
    known = there.filter(file__digest=digest).order_by("-number").first()
    if known:
        return Imported(form, known, known=True)
    made = Assessment.objects.create(
        landlord=landlord,
        body=body.value,
        year=year.label,
        number=there.count() + 1,
        code=code,
        trigger=Trigger.ANNUAL.value,
        made_at=at,
        made_by=by.name,
    )
    _keep(made, form, by, at)
    AssessmentFile.objects.create(
        landlord=landlord,
        assessment=made,
        name=name[:255],
        digest=digest,
        content=content,
        doubts=plain(form.doubts),
    )
    note(made, by, at, "imported", file=name[:255], digest=digest)
    return Imported(form, made, known=False)


def _read(rows: list[SourceRow], year: Year, body: Body) -> tuple[str, Form]:
    """The edition of the Code, and the form: of the second Code the form alone says what it has."""
    code = code_nearest(year.end)
    numbers = [each.number for each in code.provisions]
    if body is Body.HOUSING_OMBUDSMAN:
        return code.id, read_form(rows, numbers)
    return body.value, doubt_if_same(read_form(rows, None), numbers)


def _refuse_the_first(landlord: Landlord, digest: str) -> None:
    """One file cannot answer both Codes. The other way round it is let in: that mends a mistake."""
    first = Assessment.objects.filter(landlord=landlord, body=Body.HOUSING_OMBUDSMAN.value)
    if first.filter(file__digest=digest).exists():
        name = BODIES[Body.HOUSING_OMBUDSMAN]
        raise FormError([f"it was read already, as the self-assessment against the {name}’s Code"])


def _keep(made: Assessment, form: Form, by: Actor, at: datetime) -> None:
    ProvisionAnswer.objects.bulk_create(_answer(made, each) for each in form.provisions)
    with_margin = {each.number: each.margin for each in form.provisions if each.margin}
    rows = made.answers.filter(number__in=with_margin)
    ProvisionComment.objects.bulk_create(
        ProvisionComment(
            landlord_id=made.landlord_id,
            answer=row,
            at=at,
            by_name=comment.by[:120],
            text=comment.text,
            margin=True,
        )
        for row in rows
        for comment in with_margin[row.number]
    )


def _answer(made: Assessment, each: FormProvision) -> ProvisionAnswer:
    said = each.answered
    return ProvisionAnswer(
        landlord_id=made.landlord_id,
        assessment=made,
        number=each.number,
        answer=said.answer.value if said.answer else None,
        words=said.words,
        from_on=said.from_on,
        halves=plain(said.halves),
        wording=each.requirement,
        evidence=each.evidence,
        commentary=each.commentary,
    )
