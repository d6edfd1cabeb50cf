"""Restricted cases and conflicts of interest: who gets a case, and who does not."""

from datetime import date

import pytest

from redress.cases.access import NoAccess, get_case, visible
from redress.cases.models import Case, CasePerson
from redress.cases.verify import verify
from redress.rules.access import SYSTEM, Actor, Role, Verb
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.rules.actions.open_restricted import OpenRestricted
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import State
from tests import builders

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 8)


def seen_by(office: builders.Office, actor: Actor) -> set[str]:
    rows = Case.objects.filter(visible(actor), landlord=office.landlord)
    return set(rows.values_list("reference", flat=True))


def opens(office: builders.Office, actor: Actor, reference: str) -> bool:
    try:
        get_case(actor, office.landlord, reference)
    except NoAccess:
        return False
    return True


def test_only_the_people_named_see_a_restricted_case() -> None:
    office = builders.office()
    ours, free = office.reach(State.STAGE_1_OPEN), office.reach(State.STAGE_1_OPEN)
    hana, ivor = (builders.user(office.landlord, Role.HANDLER, name=n) for n in ("Hana", "Ivor"))
    given = Restrict(people=((hana.id or 0, "Hana"),), reason="It is about a colleague.")
    office.one.does(ours, Verb.RESTRICT, given, DAY)
    for actor, sees in ((hana, True), (office.one.actor, True), (ivor, False), (SYSTEM, True)):
        assert (ours in seen_by(office, actor)) == sees, actor
        assert free in seen_by(office, actor)
    assert opens(office, hana, ours) and not opens(office, ivor, ours)


def test_lifting_the_restriction_shows_it_to_all_again() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    ivor = builders.user(office.landlord, Role.HANDLER, name="Ivor")
    office.one.does(
        reference,
        Verb.RESTRICT,
        Restrict(people=((office.one.actor.id or 0, "A"),), reason="Delicate."),
        DAY,
    )
    assert not opens(office, ivor, reference)
    office.one.does(reference, Verb.RESTRICT, Restrict(people=(), reason="Over."), DAY)
    assert opens(office, ivor, reference) and not CasePerson.objects.exists()


def test_who_has_a_conflict_sees_it_no_more_and_all_others_do() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    hana, ivor = (builders.user(office.landlord, Role.HANDLER, name=n) for n in ("Hana", "Ivor"))
    given = DeclareConflict(conflict=True, about="My neighbour.")
    builders.Desk(office.landlord, hana).does(reference, Verb.DECLARE_CONFLICT, given, DAY)
    assert not opens(office, hana, reference) and reference not in seen_by(office, hana)
    assert opens(office, ivor, reference) and reference in seen_by(office, ivor)


def test_opening_it_with_a_reason_names_who_opens_it() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    head = builders.user(office.landlord, Role.HEAD_OF_SERVICE, name="Carol")
    desk = builders.Desk(office.landlord, head)
    given = Restrict(people=((office.one.actor.id or 0, "Amina"),), reason="Delicate.")
    office.one.does(reference, Verb.RESTRICT, given, DAY)
    assert not opens(office, head, reference)
    desk.does(reference, Verb.OPEN_RESTRICTED, OpenRestricted(reason="Danger."), DAY)
    assert opens(office, head, reference)


def test_verify_sees_somebody_let_in_by_hand() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    given = Restrict(people=((office.one.actor.id or 0, "Amina"),), reason="Delicate.")
    office.one.does(reference, Verb.RESTRICT, given, DAY)
    assert verify().faults == []
    row = Case.objects.get(reference=reference)
    ivor = builders.user(office.landlord, Role.HANDLER, name="Ivor")
    CasePerson.objects.create(landlord=row.landlord, case=row, user_id=ivor.id, may_see=True)
    assert verify().faults == [
        f"{reference}: the people who may see it are not those its events say"
    ]
