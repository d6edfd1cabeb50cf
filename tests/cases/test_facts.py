"""Rows and record give the same case: in every state, at every landlord, on walks by chance."""

import json
import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Stage
from redress.cases.perform import Done, perform, receive
from redress.cases.verify import verify
from redress.people.models import Landlord, Membership, User
from redress.rules.access import Role
from redress.rules.facts import CaseFacts, State
from redress.rules.record import evolve
from redress.rules.stages import possible
from tests import builders
from tests.rules import inputs, story, walks

pytestmark = pytest.mark.django_db


def folded(reference: str) -> CaseFacts:
    """The case as its events alone tell it."""
    case: CaseFacts | None = None
    for event in Event.objects.filter(case__reference=reference).order_by("sequence"):
        case = evolve(case, json.loads(event.content or "")["patch"])
    assert case is not None
    return case


def stored(reference: str) -> CaseFacts:
    return facts_of(Case.objects.get(reference=reference))


@pytest.mark.parametrize("state", list(State))
def test_in_every_state_rows_and_record_agree(state: State) -> None:
    reference = builders.office("tower-hamlets-homes", "THH").reach(state)
    assert stored(reference) == folded(reference)
    assert stored(reference).state is state


@pytest.mark.parametrize("landlord", walks.LANDLORDS)
def test_at_every_landlord_a_whole_complaint_is_stored_as_the_rules_have_it(landlord: str) -> None:
    """The shell adds nothing of its own: people and reference aside it is the pure story."""
    office = builders.office(landlord, "ABC")
    case = stored(office.reach(State.STAGE_2_ANSWERED))
    pure = story.reach(State.STAGE_2_ANSWERED, landlord).facts
    assert case.deadlines == pure.deadlines
    assert [s.policy for s in case.stages] == [s.policy for s in pure.stages]
    assert [s.outcome for s in case.stages] == [s.outcome for s in pure.stages]
    assert [i.findings for i in case.issues] == [i.findings for i in pure.issues]


def test_a_case_is_read_in_few_queries_however_long_its_story() -> None:
    office = builders.office()
    counts = []
    for state in (State.STAGE_1_RECEIVED, State.STAGE_2_ANSWERED):
        row = Case.objects.select_related("landlord").get(reference=office.reach(state))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            facts_of(row)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_a_stage_row_carries_the_dates_of_its_response() -> None:
    """For figures, which read one table."""
    office = builders.office("tower-hamlets-homes", "THH")
    reference = office.reach(State.STAGE_1_OPEN)
    given = inputs.plausible(story.Verb.EXTEND, stored(reference), inputs.on("Mon 18 May"))
    office.one.does(reference, story.Verb.EXTEND, given, inputs.on("Mon 18 May"))
    stage = Stage.objects.get(case__reference=reference)
    # acknowledged on Tue 5 May; seven days more than 19 May
    assert (stage.promise_due, stage.code_due) == (inputs.on("Tue 19 May"), inputs.on("Tue 19 May"))
    assert stage.extended_to == inputs.on("Tue 26 May")


@pytest.fixture
def walkers() -> Landlord:
    """A landlord with the people of the walks, under the numbers they have there."""
    landlord = builders.landlord("together", "THA")
    for number in (11, 22, 55):
        User.objects.create(pk=number, email=f"{number}@example.org", name=f"Number {number}")
        for role in Role:
            Membership.objects.create(user_id=number, landlord=landlord, role=role)
    return landlord


@pytest.mark.parametrize("seed", range(6))
def test_walks_by_chance_leave_a_whole_record(walkers: Landlord, seed: int) -> None:
    pick, day = random.Random(seed).choice, inputs.on("Fri 1 May")
    made = receive(walks.STAGE_1, walkers, inputs.received(issues=()), at=builders.at(day))
    assert isinstance(made, Done)
    case = made.case
    for _ in range(25):
        day += timedelta(days=pick(walks.LATER))
        verb = pick(possible(case.state))
        actor = walks.STAGE_2 if case.stage.number == 2 else walks.STAGE_1
        given = walks.drawn(verb, case, day, pick)
        done = perform(actor, walkers, made.reference, verb, given, at=builders.at(day))
        case = done.case if isinstance(done, Done) else case
    assert stored(made.reference) == folded(made.reference) == case
    assert verify().faults == []
