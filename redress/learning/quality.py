"""Drawing samples of responses, checking them, and reading what came of it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, QuerySet
from django.utils.timezone import localdate

from redress.cases.access import get_case, visible
from redress.cases.lessons import SERVICE
from redress.cases.models import Case, Letter, Stage
from redress.cases.perform import perform
from redress.learning.models import QualityCheck, QualityRound
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.actions.feed_back import FeedBack
from redress.rules.decision import NotKept, Reason, Refused
from redress.rules.plain_words import measure
from redress.rules.quality import (
    MOST,
    POINTS,
    Candidate,
    Checked,
    Mark,
    Point,
    check_scores,
    sample,
)

LONGEST = timedelta(days=730)  # how long before its response a stage may have been received


@transaction.atomic
def draw(
    landlord: Landlord,
    start: date,
    end: date,
    size: int,
    by: Actor,
    at: datetime,
    seed: str = "",
    submission: str | None = None,
) -> QualityRound:
    """A new round: responses of a period, both days included, that were written in Redress and not
    drawn before, of cases that are open to everybody who reads cases. `submission` is the key of
    the form: the same key draws once, however often. Raises NotKept where there is none, the days
    are in the wrong order, or the size is out of bounds.
    """
    _possible(start, end, size, localdate(at))
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    rounds = QualityRound.objects.filter(landlord=landlord)
    if submission and (same := rounds.filter(submission=submission).first()):
        return same
    there = {f"{row.case_id}/{row.number}": row for row in _answered(landlord, start, end)}
    if not there:
        raise NotKept((Reason("nothing_to_draw", "", "start"),))
    seed = seed or secrets.token_hex(8)
    drawn = sample([Candidate(key, row.answers) for key, row in there.items()], size, seed)
    last = rounds.aggregate(n=Max("number"))["n"]
    made = QualityRound.objects.create(
        landlord=landlord,
        number=(last or 0) + 1,
        start=start,
        end=end,
        size=size,
        of=len(there),
        seed=seed,
        made_at=at,
        made_by=by.name,
        submission=submission,
    )
    QualityCheck.objects.bulk_create(
        _drawn(made, place, there[each.key], each.service) for place, each in enumerate(drawn, 1)
    )
    return made


def _possible(start: date, end: date, size: int, today: date) -> None:
    found = []
    if not start <= end <= today:
        found.append(Reason("date_out_of_range", "", "end"))
    if not 1 <= size <= MOST:
        found.append(Reason("size_out_of_range", "", "size", str(MOST)))
    if found:
        raise NotKept(tuple(found))


def _answered(landlord: Landlord, start: date, end: date) -> QuerySet[Any]:
    """The responses that may be drawn. The day of receipt is what the index knows, so it is looked
    for from two years before."""
    drawn = QualityCheck.objects.filter(case=OuterRef("case"), stage=OuterRef("number"))
    letter = Letter.objects.filter(
        case=OuterRef("case"), stage=OuterRef("number"), kind__endswith="_response"
    )
    return (
        Stage.objects.filter(landlord=landlord, received_on__range=(start - LONGEST, end))
        .filter(responded_on__range=(start, end), number__gt=0, drafted_by__isnull=False)
        .filter(Exists(letter), case__guarded=False)
        .exclude(Exists(drawn))
        .annotate(answers=SERVICE)
    )


def _drawn(made: QualityRound, place: int, row: Any, service: str) -> QualityCheck:
    wrote = [each for each in (row.drafted_by, row.approved_by, row.checked_by) if each]
    return QualityCheck(
        landlord_id=made.landlord_id,
        round=made,
        place=place,
        case_id=row.case_id,
        stage=row.number,
        service=service,
        wrote=wrote,
    )


@transaction.atomic
def score(
    row: QualityCheck, marks: Mapping[str, Mark], feedback: str, by: Actor, at: datetime
) -> None:
    """Keep a check, for good; feedback goes to whoever wrote the response, as an event of the case
    and an e-mail. Raises NotKept."""
    row = QualityCheck.objects.select_for_update().get(pk=row.pk)
    done = row.checked_on is not None
    if reasons := check_scores(marks, by.id, row.wrote, done, row.stage):
        raise NotKept(reasons)
    if feedback.strip():
        said = FeedBack(stage=row.stage, words=feedback)
        case = row.case
        answer = perform(by, case.landlord, case.reference, Verb.FEED_BACK, said, at=at)
        if isinstance(answer, Refused):
            raise NotKept(answer.reasons)
    QualityCheck.objects.filter(pk=row.pk).update(
        marks={key: mark.value for key, mark in marks.items()},
        feedback=feedback.strip(),
        checked_on=localdate(at),
        checked_by=by.id,
        checked_by_name=by.name,
    )


@dataclass(frozen=True)
class Sample:
    """A round, and how many of its responses are checked."""

    row: QualityRound
    drawn: int
    checked: int


def rounds(landlord: Landlord) -> list[Sample]:
    """The rounds of a landlord, the latest first; the last hundred."""
    rows = QualityRound.objects.filter(landlord=landlord)
    rows = rows.annotate(drawn=Count("checks"), done=Count("checks__checked_on"))
    return [Sample(row, row.drawn, row.done) for row in rows.order_by("-number")[:100]]


def round_of(landlord: Landlord, number: int) -> QualityRound | None:
    """A round by its number."""
    return QualityRound.objects.filter(landlord=landlord, number=number).first()


def checks_of(made: QualityRound, actor: Actor) -> list[QualityCheck]:
    """The responses of a round, of cases that this person may see."""
    rows = made.checks.filter(visible(actor, "case__")).select_related("case")
    return list(rows.order_by("place"))


def check_at(made: QualityRound, place: int) -> QualityCheck | None:
    """The response at a place of a round."""
    rows = made.checks.select_related("case__landlord", "round")
    return rows.filter(place=place).first() if place < 10**4 else None


def checked_of(made: QualityRound) -> list[Checked]:
    """What was found in a round."""
    return [_checked(row) for row in made.checks.filter(checked_on__isnull=False)]


@dataclass(frozen=True)
class Found:
    """The checks of a period: how many responses were drawn from its answers, and what was found.
    Nobody is named."""

    drawn: int
    checked: tuple[Checked, ...]


def found_in(landlord: Landlord, start: date, end: date) -> Found:
    """The checks of rounds that ended in a period, both days included."""
    rows = QualityCheck.objects.filter(landlord=landlord, round__end__range=(start, end))
    found = [row for row in rows if row.checked_on]
    return Found(len(rows), tuple(_checked(row) for row in found))


def _checked(row: QualityCheck) -> Checked:
    return Checked(row.service, {key: Mark(mark) for key, mark in row.marks.items()})


def letter_of(row: QualityCheck) -> Letter | None:
    """The response as it was issued."""
    rows = Letter.objects.filter(case=row.case_id, stage=row.stage, kind__endswith="_response")
    return rows.order_by("-number").first()


def case_of(row: QualityCheck, actor: Actor) -> Case:
    """The case of a check, by the only door. Raises NoAccess."""
    return get_case(actor, row.case.landlord, row.case.reference)


def shown(row: QualityCheck, letter: Letter | None) -> dict[str, str]:
    """What the record can tell already of each point, in words: a person judges it all the same."""
    if letter is None:
        return {}
    reads = measure(letter.text)
    issues = [
        issue for issue in row.case.issues.all() if not (issue.excluded_ground or issue.split)
    ]
    found = sum(any(f["stage"] == row.stage for f in issue.findings) for issue in issues)
    age = f"Reading age {reads.age}. " if reads.age else ""
    told = {point.key: _in_letter(point) for point in POINTS if point.part}
    return told | {
        "every_point": f"{found} of {len(issues)} issues have a finding.",
        "plain": f"{age}The longest sentence has {reads.longest} words.",
    }


def _in_letter(point: Point) -> str:
    return f"The wording has a place for it (part {point.part}), and it was not left empty."
