"""The round that reminds, on real cases."""

from datetime import date, timedelta

import pytest

from redress.cases.models import Case, Message
from redress.cases.verify import verify
from redress.people.models import User
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.record_call import RecordCall
from redress.rules.decision import Refused
from redress.rules.facts import State
from redress.work import remind
from redress.work.rounds import ROUNDS
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> builders.Office:
    """Two complaints to be answered by Tuesday 19 May; Hana Ali has the first, nobody the other."""
    office = builders.office()
    hana = builders.user(office.landlord, Role.HANDLER, name="Hana Ali")
    references = [office.reach(State.STAGE_1_OPEN) for _ in range(2)]
    given = Allocate(handler=hana.id or 0, handler_name="Hana Ali")
    office.one.does(references[0], Verb.ALLOCATE, given, date(2026, 5, 6))
    return office


def sent() -> list[tuple[str, str]]:
    mails = Message.objects.filter(kind="reminder").order_by("pk")
    return [(mail.to_name, mail.subject) for mail in mails]


def test_each_reminder_goes_once_to_the_handler_then_above(office: builders.Office) -> None:
    day = date(2026, 5, 6)
    while day <= date(2026, 5, 29):
        for hour in (9, 13):
            remind.run(builders.at(day, hour))
        day += timedelta(days=1)
    assert sent() == [
        ("Hana Ali", "MOD-000001: Respond by Tue 19 May 2026"),
        ("Hana Ali", "MOD-000001: Respond by Tue 19 May 2026"),
        ("Hana Ali", "MOD-000001: Respond by Tue 19 May 2026"),
        ("Amina Khan", "MOD-000001: Respond by Tue 19 May 2026"),
    ]
    assert verify().faults == []


def test_the_address_is_the_handlers(office: builders.Office) -> None:
    assert remind.run(builders.at(date(2026, 5, 19))) == 1
    mail = Message.objects.get(kind="reminder")
    assert mail.to_address == User.objects.get(name="Hana Ali").email
    assert "/code-model/desk/case/MOD-000001" in mail.text


def test_a_reminder_does_not_get_in_the_way_of_who_is_writing(office: builders.Office) -> None:
    """The form was opened before the reminder went, and is sent after it."""
    row = Case.objects.get(reference="MOD-000001")
    remind.run(builders.at(date(2026, 5, 19)))
    call = RecordCall(on=date(2026, 5, 19), reached=True, note="Spoke.")
    done = office.one.tries(
        "MOD-000001", Verb.RECORD_CALL, call, date(2026, 5, 19), row.event_count
    )
    assert not isinstance(done, Refused)
    again = office.one.tries(
        "MOD-000001", Verb.RECORD_CALL, call, date(2026, 5, 19), row.event_count
    )
    assert isinstance(again, Refused) and again.reasons[0].code == "changed_meanwhile"


def test_it_is_one_of_the_rounds_in_office_hours() -> None:
    (found,) = [each for each in ROUNDS if each.run is remind.run]
    assert found.office_hours
