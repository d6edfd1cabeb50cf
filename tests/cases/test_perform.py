"""From first contact to closing, through the one shell, on a real database."""

from datetime import date

import pytest

from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.cases.verify import verify
from redress.rules.access import Role, Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.log import Log
from redress.rules.actions.respond import IssueFinding, NewAction, Respond
from redress.rules.facts import Clock, Finding, State
from tests import builders

pytestmark = pytest.mark.django_db
DEFINITION = Acknowledge(
    definition="Your kitchen ceiling leaks and we did not come.",
    outcome_sought="Mend it.",
    not_responsible="There is nothing here that is not ours.",
)


def test_one_complaint_from_first_contact_to_closing() -> None:
    landlord = builders.landlord()
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    reviewer = builders.user(landlord, Role.STAGE_2_REVIEWER, name="Ben Ford")
    one, two = builders.Desk(landlord, officer), builders.Desk(landlord, reviewer)
    person = builders.resident(landlord)

    ref = one.receive(date(2026, 5, 1), resident=person.pk)  # a Friday before a bank holiday
    assert ref == "MOD-000001"
    one.does(ref, Verb.LOG, Log(service="Repairs", category="leak"), date(2026, 5, 1))
    acked = one.does(ref, Verb.ACKNOWLEDGE, DEFINITION, date(2026, 5, 5))
    respond = acked.case.deadline(1, Clock.RESPOND)
    # Code 6.3: 10 working days after Tue 5 May 2026, with no bank holiday among them
    assert respond and respond.code and respond.code.date == date(2026, 5, 19)
    one.does(ref, Verb.ALLOCATE, Allocate(handler=officer.id, handler_name="A"), date(2026, 5, 5))
    extension = Extend(new_date=date(2026, 5, 27), reason="The surveyor comes on 22 May.")
    one.does(ref, Verb.EXTEND, extension, date(2026, 5, 18))
    mend = NewAction(what="Mend the ceiling", owner="Repairs", due_on=date(2026, 6, 12))
    answer = Respond(
        findings=(IssueFinding(issue=1, finding=Finding.UPHELD, reasons="We came late."),),
        actions=(mend,),
    )
    done = one.does(ref, Verb.RESPOND, answer, date(2026, 5, 26))
    assert done.case.state is State.STAGE_1_ANSWERED
    assert done.case.stage.outcome is Finding.UPHELD

    asked = Escalate(requested_on=date(2026, 5, 30), channel="phone")
    two.does(ref, Verb.ESCALATE, asked, date(2026, 6, 1))
    two.does(ref, Verb.ACKNOWLEDGE, DEFINITION, date(2026, 6, 3))
    final = Respond(
        findings=(IssueFinding(issue=1, finding=Finding.PARTLY_UPHELD, reasons="Still late."),),
    )
    assert one.refused(ref, Verb.RESPOND, final, date(2026, 6, 10)) == ["considered_stage_1"]
    two.does(ref, Verb.RESPOND, final, date(2026, 6, 10))
    assert two.refused(ref, Verb.CLOSE, Close(), date(2026, 6, 13)) == ["actions_open"]
    proof = CompleteAction(number=1, done_on=date(2026, 6, 12), proof="Job 4411")
    two.does(ref, Verb.COMPLETE_ACTION, proof, date(2026, 6, 13))
    closed = two.does(ref, Verb.CLOSE, Close(), date(2026, 6, 13))
    assert closed.case.state is State.CLOSED

    row = Case.objects.get(reference=ref)
    assert facts_of(row) == closed.case
    assert [letter.kind for letter in row.letters.all()] == [
        "receipt",
        "acknowledgement",
        "extension",
        "stage_1_response",
        "acknowledgement",
        "stage_2_response",
        "closing",
    ]
    checked = verify()
    assert checked.faults == []
    assert (checked.cases, checked.events, checked.letters) == (1, 11, 7)
