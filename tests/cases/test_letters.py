"""Letters as they are issued: complete, numbered, and with the facts of the case."""

from dataclasses import replace
from datetime import date

import pytest

from redress.cases.letters import fingerprint
from redress.cases.models import Letter
from redress.cases.verify import verify
from redress.rules.access import Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.extend import Extend
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.refuse import Refuse
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.facts import Finding, State
from redress.rules.policy import Guard
from tests import builders
from tests.rules import inputs, story, walks

pytestmark = pytest.mark.django_db
WHOLE = [
    "receipt",
    "acknowledgement",
    "stage_1_response",
    "acknowledgement",
    "stage_2_response",
]
NOT_WRITTEN = "We did not write this down. Please ask us."


def letters(reference: str) -> list[Letter]:
    return list(Letter.objects.filter(case__reference=reference))


@pytest.mark.parametrize("landlord", walks.LANDLORDS)
def test_a_whole_complaint_has_its_letters_in_order(landlord: str) -> None:
    office = builders.office(landlord, "ABC")
    sent = letters(office.reach(State.STAGE_2_ANSWERED))
    assert [letter.kind for letter in sent] == WHOLE
    assert [letter.number for letter in sent] == [1, 2, 3, 4, 5]
    assert [letter.stage for letter in sent] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        (State.REQUEST_ANSWERED, "request_answer"),
        (State.REFUSED, "refusal"),
        (State.ESCALATION_REFUSED, "escalation_refusal"),
        (State.WITHDRAWN, "withdrawal"),
        (State.CLOSED, "closing"),
    ],
)
def test_every_ending_has_its_letter(state: State, kind: str) -> None:
    assert letters(builders.office().reach(state))[-1].kind == kind


def test_every_letter_names_case_and_landlord_and_has_no_gap() -> None:
    office = builders.office("herefordshire", "HER")
    office.landlord.name = "Herefordshire Council"
    office.landlord.save()
    for state in (State.STAGE_2_ANSWERED, State.REFUSED, State.CLOSED):
        for letter in letters(office.reach(state)):
            said = letter.subject + letter.text
            assert letter.case.reference in said and "Herefordshire Council" in said
            assert "{" not in said and "None" not in said


def test_letters_with_rights_carry_the_ombudsman() -> None:
    """Code 2.4, 6.5, 6.9g, 6.16, 6.19g."""
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    given = Extend(new_date=date(2026, 5, 27), reason="The roofer is ill.")
    office.one.does(reference, Verb.EXTEND, given, date(2026, 5, 18))
    sent = [*letters(reference), *letters(office.reach(State.REFUSED))]
    told = {letter.kind for letter in sent if "Housing Ombudsman" in letter.text}
    assert {"extension", "refusal", "acknowledgement"} <= told


def test_the_policy_of_the_stage_and_the_day_are_kept() -> None:
    sent = letters(builders.office().reach(State.STAGE_2_OPEN))
    assert {letter.policy for letter in sent} == {"code-model/2024-04-01"}
    assert [letter.issued_on for letter in sent] == [
        date(2026, 5, 1),
        date(2026, 5, 5),
        date(2026, 5, 18),
        date(2026, 5, 26),
    ]
    assert all(letter.digest == fingerprint(letter) for letter in sent)


def test_the_handler_is_named_once_there_is_one() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_1_LOGGED)
    handler = Allocate(handler=office.two.actor.id or 0, handler_name="Ben Ford")
    office.one.does(reference, Verb.ALLOCATE, handler, date(2026, 5, 1))
    office.one.does(reference, Verb.ACKNOWLEDGE, inputs.DEFINED, date(2026, 5, 5))
    receipt, acknowledgement = letters(reference)
    assert "Our complaints team" in receipt.text and "Ben Ford" not in receipt.text
    assert "Ben Ford" in acknowledgement.text


def test_stage_2_says_who_looked_at_it() -> None:
    """Code 6.13: somebody else than at stage 1."""
    final = letters(builders.office().reach(State.STAGE_2_ANSWERED))[-1]
    assert "Ben Ford looked at it." in final.text and "Amina Khan" not in final.text


def test_what_people_type_stays_as_they_typed_it() -> None:
    office = builders.office()
    typed = "## {ombudsman} <b>שלום</b> 🔔"
    reference = office.reach(State.STAGE_1_OPEN, issues=(NewIssue(summary=typed),))
    assert typed in letters(reference)[-1].text
    assert verify().faults == []


class TestWhereThePolicyOnlyWarns:
    """Whatever is missing, the letter goes and says so; it never stops at a gap."""

    @pytest.fixture
    def office(self) -> builders.Office:
        return builders.office(book=story.warning(*Guard))

    def test_an_acknowledgement_without_its_definition(self, office: builders.Office) -> None:
        reference = office.reach(State.STAGE_1_LOGGED)
        nothing = Acknowledge(definition="", outcome_sought="", not_responsible="")
        office.one.does(reference, Verb.ACKNOWLEDGE, nothing, date(2026, 5, 5))
        assert "We will ring you to agree this with you." in letters(reference)[-1].text

    def test_an_extension_without_a_reason(self, office: builders.Office) -> None:
        reference = office.reach(State.STAGE_1_OPEN)
        given = Extend(new_date=date(2026, 7, 1), reason=" ", ombudsman_details=False)
        office.one.does(reference, Verb.EXTEND, given, date(2026, 5, 20))
        last = letters(reference)[-1].text
        assert NOT_WRITTEN in last and "Housing Ombudsman" in last

    def test_a_response_without_reasons(self, office: builders.Office) -> None:
        reference = office.reach(State.STAGE_1_OPEN)
        found = IssueFinding(issue=1, finding=Finding.UPHELD, reasons="")
        given = Respond(findings=(found,), remedies=(" ",))
        office.one.does(reference, Verb.RESPOND, given, date(2026, 5, 20))
        assert "The kitchen ceiling leaks: upheld." in letters(reference)[-1].text

    @pytest.mark.parametrize(
        ("state", "verb"),
        [
            (State.STAGE_1_OPEN, Verb.REFUSE),
            (State.STAGE_2_REQUESTED, Verb.REFUSE_ESCALATION),
        ],
    )
    def test_a_refusal_without_anything(
        self, office: builders.Office, state: State, verb: Verb
    ) -> None:
        reference = office.reach(state)
        nothing = Refuse(ground="too_old", reasons="", discretion="")
        done = office.two.does(reference, verb, nothing, date(2026, 5, 21))
        assert NOT_WRITTEN in letters(reference)[-1].text
        assert {reason.code for reason in done.warnings} == {
            "within_twelve_months",
            "reasons_missing",
            "discretion_missing",
            "approver_missing",
        }

    def test_the_first_event_keeps_the_warnings(self, office: builders.Office) -> None:
        reference = office.reach(State.STAGE_1_LOGGED)
        given = replace(inputs.DEFINED, definition="")
        office.one.does(reference, Verb.ACKNOWLEDGE, given, date(2026, 5, 5))
        event = Letter.objects.filter(case__reference=reference).last()
        assert event is not None
        content = event.case.events.get(name="acknowledged").content or ""
        assert '"code":"definition_missing"' in content and '"provision":"Code 5.6"' in content
        assert verify().faults == []
