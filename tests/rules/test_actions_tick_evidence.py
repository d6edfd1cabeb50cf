"""The checklist of evidence: what a category asks for, what stands for it, what is missing."""

from dataclasses import replace

import pytest

from redress.rules import evidence
from redress.rules.access import Verb
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.respond import Respond
from redress.rules.actions.submit import Submit
from redress.rules.actions.tick_evidence import TickEvidence
from redress.rules.categories import tree_of
from redress.rules.facts import State
from redress.rules.policy_files import landlord_slugs
from tests.rules.inputs import findings, on
from tests.rules.story import Story, reach

LEAK = ("Photographs", "Repair history", "Call and visit notes")


def story() -> Story:
    told = reach(State.STAGE_1_OPEN)
    given = NoteDocument(name="The ceiling", received_on=on("Wed 6 May"), kept_at="Job 4411")
    told.does(Verb.NOTE_DOCUMENT, given, "Wed 6 May")
    return told


@pytest.mark.parametrize("landlord", landlord_slugs())
def test_every_category_of_every_landlord_asks_for_some_evidence(landlord: str) -> None:
    case = reach(State.STAGE_1_OPEN).facts
    for service, reasons in tree_of(landlord).services.items():
        for category in reasons:
            sorted_so = replace(case, landlord=landlord, service=service, category=category)
            assert evidence.missing(sorted_so), (service, category)


def test_a_category_of_an_old_system_asks_for_nothing() -> None:
    case = replace(reach(State.STAGE_1_OPEN).facts, category="RPR-17")
    assert evidence.checklist(case) == ()


def test_it_is_ticked_by_a_document_a_contact_or_as_not_needed() -> None:
    told = story()
    assert evidence.missing(told.facts) == LEAK
    before = told.facts.deadlines
    for given in (
        TickEvidence(kind="photographs", document=1),
        TickEvidence(kind="call_notes", contact_on=on("Tue 5 May")),
        TickEvidence(kind="repair_history", not_needed="The flat is new."),
    ):
        told.does(Verb.TICK_EVIDENCE, given, "Thu 7 May")
    assert (evidence.missing(told.facts), told.facts.deadlines) == ((), before)
    told.does(Verb.TICK_EVIDENCE, TickEvidence(kind="photographs", not_needed="Dark."), "Fri 8 May")
    assert [e.kind for e in told.facts.evidence] == ["call_notes", "repair_history", "photographs"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (TickEvidence(kind="gossip", document=1), "no_such_evidence"),
        (TickEvidence(kind="photographs"), "evidence_not_pointed"),
        (TickEvidence(kind="photographs", document=1, not_needed="So."), "evidence_not_pointed"),
        (TickEvidence(kind="photographs", document=2), "evidence_not_there"),
        (TickEvidence(kind="call_notes", contact_on=on("Thu 30 Apr")), "date_out_of_range"),
        (TickEvidence(kind="call_notes", contact_on=on("Fri 8 May")), "date_out_of_range"),
    ],
)
def test_what_is_refused(given: TickEvidence, code: str) -> None:
    assert [c for c, _ in story().refuses(Verb.TICK_EVIDENCE, given, "Thu 7 May")] == [code]


def test_what_is_missing_is_asked_about_before_a_signature_and_on_the_record() -> None:
    told = story()
    response = Respond(findings=findings(told.facts))
    warned = told.warns(Verb.SUBMIT, Submit(response=response), "Thu 7 May")
    assert warned == [("evidence_missing", "Code 5.8")]
    answered = replace(response, no_evidence_reason="She sold the ladder.")
    assert told.warns(Verb.SUBMIT, Submit(response=answered), "Thu 7 May") == []
    told.does(Verb.RESPOND, answered, "Thu 7 May")
    note = told.events[-1].note
    assert (note["evidence_missing"], note["so"]) == (list(LEAK), "She sold the ladder.")
