"""The only door to a case: its landlord, and a role there."""

from datetime import date

import pytest

from redress.cases.access import NoAccess, actor_of, get_case
from redress.cases.models import Case, Event
from redress.cases.perform import Done
from redress.people.models import User
from redress.rules.access import READERS, Actor, Role, Verb
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import State
from tests import builders
from tests.rules import inputs

pytestmark = pytest.mark.django_db
RESIDENT = Actor(None, "Mary Osei", resident=True)


def test_roles_are_those_held_for_the_landlord_and_no_other() -> None:
    one, other = builders.landlord(), builders.landlord("harrow", "HAR")
    actor = builders.user(one, Role.HANDLER, Role.TEAM_LEADER)
    user = User.objects.get(pk=actor.id)
    assert actor.roles == {Role.HANDLER, Role.TEAM_LEADER}
    assert actor_of(user, other).roles == frozenset()


def test_who_has_left_has_no_role_and_no_number() -> None:
    landlord = builders.landlord()
    user = User.objects.get(pk=builders.user(landlord, Role.DIRECTOR).id)
    user.is_active = False
    assert actor_of(user, landlord) == actor_of(None, landlord) == Actor(None, "")


@pytest.mark.parametrize("role", sorted(READERS))
def test_who_reads_cases_gets_those_of_the_landlord(role: Role) -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    reader = builders.user(office.landlord, role, name="Reader")
    assert get_case(reader, office.landlord, reference).reference == reference


def test_a_logger_gets_none() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    logger = builders.user(office.landlord, Role.LOGGER, name="Logger")
    with pytest.raises(NoAccess):
        get_case(logger, office.landlord, reference)


def test_another_landlords_case_is_as_if_it_were_not() -> None:
    office, other = builders.office(), builders.office("harrow", "HAR")
    reference = other.reach(State.STAGE_1_OPEN)
    for landlord in (office.landlord, other.landlord):
        with pytest.raises(NoAccess):
            get_case(actor_of(None, landlord), landlord, reference)
    with pytest.raises(NoAccess):
        get_case(office.one.actor, office.landlord, reference)


def test_the_same_reference_at_two_landlords_is_two_cases() -> None:
    office, other = builders.office(), builders.office("harrow", "HAR")
    ours, theirs = office.one.receive(date(2026, 5, 1)), other.one.receive(date(2026, 5, 1))
    Case.objects.filter(reference=theirs).update(reference=ours)
    assert get_case(office.one.actor, office.landlord, ours).landlord == office.landlord
    assert get_case(other.one.actor, other.landlord, ours).landlord == other.landlord


def test_an_action_on_another_landlords_case_writes_nothing() -> None:
    office, other = builders.office(), builders.office("harrow", "HAR")
    reference, before = other.reach(State.STAGE_1_OPEN), Event.objects.count()
    call = RecordCall(on=date(2026, 5, 6), reached=True, note="Spoke.")
    with pytest.raises(NoAccess):
        office.one.does(reference, Verb.RECORD_CALL, call, date(2026, 5, 6))
    assert Event.objects.count() == before


class TestWhatAnybodyOnTheStaffMayDo:
    """A request for stage 2, or a call, may reach anyone: they pass it on and read nothing."""

    def desk(self, office: builders.Office) -> builders.Desk:
        logger = builders.user(office.landlord, Role.LOGGER, name="Lee Moss")
        return builders.Desk(office.landlord, logger)

    def test_a_logger_records_a_request_for_stage_2(self) -> None:
        office = builders.office()
        reference = office.reach(State.STAGE_1_ANSWERED)
        asked = Escalate(requested_on=date(2026, 5, 20), channel="in_person")
        done = self.desk(office).does(reference, Verb.ESCALATE, asked, date(2026, 5, 20))
        assert done.case.state is State.STAGE_2_REQUESTED

    def test_and_a_call(self) -> None:
        office = builders.office()
        call = RecordCall(on=date(2026, 5, 20), reached=True, note="She rang the front desk.")
        reference = office.reach(State.STAGE_2_OPEN)
        self.desk(office).does(reference, Verb.RECORD_CALL, call, date(2026, 5, 27))

    def test_but_for_what_is_not_theirs_there_is_no_such_case(self) -> None:
        office = builders.office()
        reference = office.reach(State.STAGE_1_LOGGED)
        with pytest.raises(NoAccess):
            self.desk(office).tries(reference, Verb.ACKNOWLEDGE, inputs.DEFINED, date(2026, 5, 5))


def test_who_only_reads_is_told_that_they_may_not() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_LOGGED)
    auditor = builders.user(office.landlord, Role.AUDITOR, name="Ada")
    desk = builders.Desk(office.landlord, auditor)
    refused = desk.refused(reference, Verb.ACKNOWLEDGE, inputs.DEFINED, date(2026, 5, 5))
    assert refused == ["not_permitted"]


def test_a_resident_may_ask_for_stage_2() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_ANSWERED)
    asked = Escalate(requested_on=date(2026, 5, 20), channel="web")
    desk = builders.Desk(office.landlord, RESIDENT)
    done = desk.does(reference, Verb.ESCALATE, asked, date(2026, 5, 20))
    assert isinstance(done, Done)
    assert Event.objects.get(name="escalated").by_name == "Mary Osei"
