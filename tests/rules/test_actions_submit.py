"""Sending a response for signature."""

from dataclasses import replace

from redress.rules.access import Verb
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.actions.sign import response_of
from redress.rules.actions.submit import Submit
from redress.rules.facts import Clock, Finding, Settled, State
from redress.rules.next_step import NextStep, next_step
from tests.rules.inputs import MENDING, findings, on
from tests.rules.story import AMINA, Story, reach

THH = "tower-hamlets-homes"


def opened() -> Story:
    return reach(State.STAGE_1_OPEN, THH)


def response(story: Story) -> Respond:
    return Respond(
        findings=findings(story.facts),
        remedies=("We are sorry.",),
        actions=(MENDING,),
        compensation=150,
    )


def test_the_whole_response_waits_on_the_record() -> None:
    story = opened()
    given = response(story)
    decision = story.does(Verb.SUBMIT, Submit(response=given), "Mon 18 May")
    waiting = story.facts.waiting
    assert waiting and response_of(waiting) == given
    assert (waiting.number, waiting.stage, waiting.signer) == (1, 1, "head_of_service")
    assert (waiting.submitted_by, waiting.submitted_on) == (AMINA.id, on("Mon 18 May"))
    assert waiting.clause == "Stage 1 – Complaints Investigation"
    assert story.facts.state is State.STAGE_1_OPEN and decision.letters == ()
    assert decision.events[0].note == {"roles": ["head_of_service", "director", "chief_executive"]}


def test_what_signing_would_issue_can_be_looked_at() -> None:
    story = opened()
    decision = story.does(Verb.SUBMIT, Submit(response=response(story)), "Mon 18 May")
    assert decision.would is not None
    (letter,) = decision.would.letters
    assert letter.kind == "stage_1_response"
    assert letter.facts["remedies"] == ["We are sorry.", "We will pay you £150."]


def test_a_signature_is_owed_next_by_the_same_date() -> None:
    story = opened()
    story.does(Verb.SUBMIT, Submit(response=response(story)), "Mon 18 May")
    assert next_step(story.facts) == NextStep(Verb.SIGN, on("Tue 19 May"), Clock.RESPOND)


def test_a_newer_text_replaces_the_one_that_waits() -> None:
    story = opened()
    story.does(Verb.SUBMIT, Submit(response=response(story)), "Mon 18 May")
    newer = replace(response(story), remedies=("We are very sorry.",))
    story.does(Verb.SUBMIT, Submit(response=newer), "Mon 18 May")
    first, second = story.facts.submissions
    assert (first.settled, first.settled_by) == (Settled.REPLACED, AMINA.id)
    assert story.facts.waiting == second and second.number == 2


def test_what_a_response_needs_is_asked_before_it_goes_for_signature() -> None:
    story = opened()
    bare = Submit(response=Respond(findings=()))
    assert story.refuses(Verb.SUBMIT, bare, "Mon 18 May") == [
        ("finding_missing", "Code 6.7"),
    ]
    unreasoned = IssueFinding(issue=1, finding=Finding.UPHELD, reasons=" ")
    assert story.refuses(
        Verb.SUBMIT, Submit(response=Respond(findings=(unreasoned,))), "Mon 18 May"
    ) == [("reasons_missing", "Code 6.7")]


def test_who_considered_stage_1_writes_no_stage_2() -> None:
    story = reach(State.STAGE_2_OPEN, THH)
    given = Submit(response=Respond(findings=findings(story.facts)))
    assert story.refuses(Verb.SUBMIT, given, "Fri 19 Jun", AMINA) == [
        ("considered_stage_1", "Code 6.13")
    ]


def test_a_landlord_without_a_rule_may_still_have_one_signed() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.SUBMIT, Submit(response=response(story)), "Mon 18 May")
    assert story.facts.waiting and story.facts.waiting.signer == ""


def test_what_waited_is_overtaken_by_an_answer() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.SUBMIT, Submit(response=response(story)), "Mon 18 May")
    story.does(Verb.RESPOND, response(story), "Tue 19 May")
    (text,) = story.facts.submissions
    assert text.settled is Settled.OVERTAKEN and story.facts.waiting is None
