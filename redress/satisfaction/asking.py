"""Asking residents after closing: whom, when and how often; and taking their answers.

What is due is found by `run`, which does no harm when it is run twice: every row is looked at again
under its lock. An answer is the case's own, given by one verb whichever way it comes, so that
nobody is counted twice.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.timezone import get_current_timezone, localdate

from redress.cases.access import NoAccess, get_case
from redress.cases.models import Case, Event, Stage
from redress.cases.perform import Done, perform
from redress.people.models import Landlord
from redress.rules.access import SYSTEM, Actor, Verb
from redress.rules.actions.ask_satisfaction import AskSatisfaction
from redress.rules.actions.rate import Rate
from redress.rules.decision import NotKept, Refused
from redress.rules.facts import Kind, State
from redress.rules.satisfaction import Asking as AskBy
from redress.rules.satisfaction import (
    AskingPlan,
    WhyNot,
    check_plan,
    how_to_ask,
    is_unhappy,
)
from redress.satisfaction.links import address
from redress.satisfaction.models import Asked, Asking, Unhappy

LOOKED_BACK = timedelta(days=120)  # no plan asks so long after closing
MOST = 500  # of each landlord in one run
BY_PHONE = "phone"


def choice_of(landlord: Landlord) -> Asking | None:
    """The landlord's choice that holds now; None where none was ever made."""
    return Asking.objects.filter(landlord=landlord).order_by("-pk").first()


def plan_of(choice: Asking | None) -> AskingPlan:
    """The choice as the rules read it. Without one nobody is asked."""
    if choice is None:
        return AskingPlan(None)
    return AskingPlan(choice.days, choice.remind_after, choice.ends_after)


def choose(landlord: Landlord, plan: AskingPlan, from_on: date, by: Actor, at: datetime) -> None:
    """Keep a choice for what is closed from a day on, the same one once. Raises NotKept."""
    if reasons := check_plan(plan):
        raise NotKept(reasons)
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        now = choice_of(landlord)
        if now and (plan_of(now), now.from_on) == (plan, from_on):
            return
        Asking.objects.create(
            landlord=landlord,
            from_on=from_on,
            days=plan.days,
            remind_after=plan.remind_after,
            ends_after=plan.ends_after,
            chosen_at=at,
            chosen_by=by.name,
        )


def run(now: datetime) -> int:
    """Note what was closed, ask whom it is time to ask, remind once, and end. Gives how many
    letters went."""
    return sum(run_for(landlord, now) for landlord in Landlord.objects.order_by("pk"))


def run_for(landlord: Landlord, now: datetime) -> int:
    """The same for one landlord."""
    choice = choice_of(landlord)
    if choice is None:
        return 0
    note_closings(landlord, choice, now)
    return _see_to(landlord, plan_of(choice), now)


def note_closings(landlord: Landlord, choice: Asking, now: datetime) -> None:
    """A row for every answered complaint closed since the choice, once a stage."""
    plan, today = plan_of(choice), localdate(now)
    if plan.days is None:
        return
    since = max(choice.from_on, today - LOOKED_BACK)
    begins = datetime.combine(since, time.min, tzinfo=get_current_timezone())
    stages = Stage.objects.filter(case=OuterRef("case"), responded_on__isnull=False)
    there = Asked.objects.filter(case=OuterRef("case"), closed_on__gte=since)
    closed = Event.objects.filter(Exists(stages), ~Exists(there), landlord=landlord, name="closed")
    closed = closed.filter(at__gte=begins, case__kind=Kind.COMPLAINT.value)
    closed = closed.filter(case__state=State.CLOSED.value, case__merged_into="")
    for event in closed.select_related("case").order_by("at")[:MOST]:
        _note(event.case, localdate(event.at), plan)


def _note(row: Case, closed_on: date, plan: AskingPlan) -> Asked:
    with transaction.atomic():
        Case.objects.select_for_update(of=("self",)).get(pk=row.pk)  # one at a time
        stage = row.stages.order_by("-number").values_list("number", flat=True)[0]
        there = Asked.objects.filter(case=row, stage=stage).first()
        return there or Asked.objects.create(
            landlord_id=row.landlord_id,
            case=row,
            stage=stage,
            closed_on=closed_on,
            due_on=plan.due_on(closed_on),
        )


def _see_to(landlord: Landlord, plan: AskingPlan, now: datetime) -> int:
    today = localdate(now)
    due = Asked.objects.filter(landlord=landlord, is_open=True, due_on__lte=today)
    numbers = list(due.order_by("due_on", "pk").values_list("pk", flat=True)[:MOST])
    return sum(_one(number, landlord, plan, now) for number in numbers)


def _one(number: int, landlord: Landlord, plan: AskingPlan, now: datetime) -> bool:
    """Do what is due of one asking; whether a letter went."""
    with transaction.atomic():
        asked = Asked.objects.select_for_update().get(pk=number)
        row = get_case(SYSTEM, landlord, asked.case.reference, verb=Verb.ASK_SATISFACTION)
        if not asked.is_open:
            return False
        if why := _over(asked, row, plan, localdate(now)):
            why(asked)
            asked.save()
            return False
        return _next(asked, row, plan, now)


def _over(asked: Asked, row: Case, plan: AskingPlan, today: date) -> Callable[[Asked], None] | None:
    """What ends it, if anything does: they have answered, it went on, or the time is up."""
    if any(each["stage"] == asked.stage for each in row.ratings):
        return lambda one: _end(one, answered_on=today)
    latest = row.stages.order_by("-number").values_list("number", flat=True)[0]
    if row.state != State.CLOSED.value or latest != asked.stage:
        return lambda one: _end(one, why_not="" if one.asked_on else WhyNot.WENT_ON.value)
    if asked.ends_on and asked.ends_on < today:
        return _end
    if asked.asked_on is None and asked.due_on + timedelta(days=plan.ends_after) < today:
        rings = asked.ask_by == AskBy.PHONE.value
        return (lambda one: _end(one, why_not=WhyNot.NOBODY_RANG.value)) if rings else None
    return None


def _end(asked: Asked, **columns: object) -> None:
    asked.is_open = False
    for name, value in columns.items():
        setattr(asked, name, value)


def _next(asked: Asked, row: Case, plan: AskingPlan, now: datetime) -> bool:
    """Ask, or remind once; somebody who is to be rung waits for a person."""
    today = localdate(now)
    if asked.asked_on is None:
        way = _way(row)
        if isinstance(way, WhyNot):
            _end(asked, why_not=way.value)
        asked.ask_by = way.value if isinstance(way, AskBy) else ""
        sends = way is AskBy.LETTER
    else:
        waited = asked.asked_on + timedelta(days=plan.remind_after) <= today
        sends = waited and asked.ask_by == AskBy.LETTER.value and asked.reminded_on is None
    if sends:
        _write(asked, row, plan, now)
    asked.save()
    return sends


def _way(row: Case) -> AskBy | WhyNot:
    if row.restricted:
        return WhyNot.RESTRICTED
    if row.resident is None:
        return WhyNot.NO_RESIDENT
    return how_to_ask(row.resident.reach, row.resident.phone, row.resident.what_they_need)


def _write(asked: Asked, row: Case, plan: AskingPlan, now: datetime) -> None:
    today, reminder = localdate(now), asked.asked_on is not None
    begun(asked, plan, today)
    given = AskSatisfaction(
        link=address(asked, row.landlord),
        closed_on=asked.closed_on,
        answer_by=asked.ends_on or today,
        reminder=reminder,
    )
    verb = Verb.ASK_SATISFACTION
    done = perform(SYSTEM, row.landlord, row.reference, verb, given, at=now)
    if isinstance(done, Refused):
        codes = ", ".join(reason.code for reason in done.reasons)
        raise ValueError(f"{row.reference}: nobody could be asked how it was handled: {codes}")


def begun(asked: Asked, plan: AskingPlan, today: date) -> None:
    """They are asked today, or reminded; the time to answer counts from the first."""
    if asked.asked_on is None:
        asked.asked_on = today
        asked.ends_on = today + timedelta(days=plan.ends_after)
    else:
        asked.reminded_on = today


def answer(
    actor: Actor, landlord: Landlord, reference: str, given: Rate, at: datetime
) -> Done | Refused:
    """Keep an answer, whichever way it came, and who is unhappy on the list of those who are owed
    the choice to complain. Raises NoAccess. A second answer is refused (`rated_before`)."""
    with transaction.atomic():
        done = perform(actor, landlord, reference, Verb.RATE, given, at=at)
        if isinstance(done, Refused):
            return done
        row = get_case(actor, landlord, reference, verb=Verb.RATE)
        asked = _note(row, _closed_on(row, at), plan_of(choice_of(landlord)))
        today, rating = localdate(at), done.case.ratings[-1]
        _end(asked, answered_on=today, why_not="")
        if not actor.resident:  # somebody rang them
            asked.ask_by, asked.asked_on = AskBy.PHONE.value, asked.asked_on or today
        asked.save()
        if is_unhappy(rating):  # once a stage, as the answer is
            Unhappy.objects.create(
                landlord=landlord,
                case=row,
                stage=rating.stage,
                said_on=today,
                told=actor.resident,
            )
        return done


def _closed_on(row: Case, at: datetime) -> date:
    """The day of its last closing; for a case of an old system the day of the answer."""
    event = row.events.filter(name="closed").order_by("-sequence").first()
    return localdate(event.at) if event else localdate(at)


def unreached(actor: Actor, landlord: Landlord, number: int, at: datetime) -> None:
    """Somebody rang and reached nobody: they count as asked. The second time it ends. Raises
    NoAccess for what this person may not see."""
    with transaction.atomic():
        rows = Asked.objects.select_for_update().filter(landlord=landlord, pk=number, is_open=True)
        asked = rows.first()
        if asked is None:
            raise NoAccess
        get_case(actor, landlord, asked.case.reference)
        begun(asked, plan_of(choice_of(landlord)), localdate(at))
        asked.ask_by = AskBy.PHONE.value
        if asked.reminded_on is not None:
            _end(asked, ends_on=localdate(at))
        asked.save()
