"""Signing: by whom the policy names, of what somebody else wrote, once."""

from dataclasses import replace

import pytest

from redress.rules.access import Absent, Actor, Role, Verb
from redress.rules.actions.respond import Respond
from redress.rules.actions.sign import Sign
from redress.rules.actions.submit import Submit
from redress.rules.decision import Book
from redress.rules.facts import Settled, State
from redress.rules.policy import Guard
from redress.rules.policy_files import policies_of
from redress.rules.policy_parts import Authority
from tests.rules.inputs import MENDING, findings, on
from tests.rules.story import AMINA, BEN, CAROL, ELENI, Story, book_of, reach, warning

THH = "tower-hamlets-homes"
STAGE_1 = "Stage 1 – Complaints Investigation"
LEADER = Actor(88, "Tom Lee", frozenset({Role.TEAM_LEADER}))
FIRST = Sign(number=1)


def waiting(
    landlord: str = THH,
    when: str = "Mon 18 May",
    by: Actor = AMINA,
    book: Book | None = None,
    state: State = State.STAGE_1_OPEN,
    **how: object,
) -> Story:
    """A response that waits for a signature."""
    story = reach(state, landlord, book)
    given = replace(Respond(findings=findings(story.facts)), **how)  # type: ignore[arg-type]
    story.does(Verb.SUBMIT, Submit(response=given), when, by)
    return story


def test_signing_issues_the_response_as_responding_would() -> None:
    signed, answered = waiting(), reach(State.STAGE_1_OPEN, "code-model")
    decision = signed.does(Verb.SIGN, FIRST, "Tue 19 May", CAROL)
    answered.does(Verb.RESPOND, Respond(findings=findings(answered.facts)), "Tue 19 May")
    stage = signed.facts.stage
    assert signed.facts.state is State.STAGE_1_ANSWERED
    assert (stage.drafted_by, stage.approved_by) == (AMINA.id, CAROL.id)
    assert stage.responded_on == on("Tue 19 May")
    assert stage.outcome == answered.facts.stage.outcome
    assert decision.letters[0].facts == answered.last.letters[0].facts  # type: ignore[union-attr]
    assert [event.name for event in decision.events] == ["responded"]
    (text,) = signed.facts.submissions
    assert (text.settled, text.settled_by) == (Settled.SIGNED, CAROL.id)


def test_the_money_promised_stands_on_the_stage() -> None:
    story = waiting(compensation=150)
    story.does(Verb.SIGN, FIRST, "Tue 19 May", CAROL)
    assert story.facts.stage.compensation == 150


def test_nobody_signs_what_they_wrote_or_sent_in() -> None:
    own = waiting(by=CAROL)
    assert own.refuses(Verb.SIGN, FIRST, "Tue 19 May", CAROL) == [("own_response", STAGE_1)]
    written = waiting(drafted_by=CAROL.id)
    assert written.refuses(Verb.SIGN, FIRST, "Tue 19 May", CAROL) == [("own_response", STAGE_1)]


def test_but_whoever_may_sign_may_answer_themselves() -> None:
    story = reach(State.STAGE_1_OPEN, THH)
    story.does(Verb.RESPOND, Respond(findings=findings(story.facts)), "Tue 19 May", CAROL)
    assert story.facts.stage.approved_by == CAROL.id


@pytest.mark.parametrize("by", [AMINA, BEN, LEADER])
def test_who_is_not_named_does_not_sign_nor_respond(by: Actor) -> None:
    story = waiting(drafted_by=1)
    refused = story.refuses(Verb.SIGN, FIRST, "Tue 19 May", by)
    assert ("needs_signature", STAGE_1) in refused
    given = Respond(findings=findings(story.facts))
    assert ("needs_signature", STAGE_1) in story.refuses(Verb.RESPOND, given, "Tue 19 May", by)


def test_a_quick_one_is_the_team_leaders_until_its_five_days_are_over() -> None:
    """Received Fri 1 May: with the bank holiday the fifth working day is Mon 11 May (T19)."""
    story = waiting(when="Thu 7 May", quick=True)
    assert story.refuses(Verb.SIGN, FIRST, "Tue 12 May", LEADER) == [("needs_signature", STAGE_1)]
    story.does(Verb.SIGN, FIRST, "Mon 11 May", LEADER)
    assert story.facts.stage.approved_by == LEADER.id


def test_another_text_than_the_one_read_is_not_signed() -> None:
    story = waiting()
    assert story.refuses(Verb.SIGN, Sign(number=2), "Tue 19 May", CAROL) == [
        ("nothing_to_sign", "")
    ]
    story.does(Verb.SUBMIT, Submit(response=Respond(findings=findings(story.facts))), "Tue 19 May")
    assert story.refuses(Verb.SIGN, FIRST, "Tue 19 May", CAROL) == [("nothing_to_sign", "")]


def test_it_is_signed_once() -> None:
    story = waiting()
    story.does(Verb.SIGN, FIRST, "Tue 19 May", CAROL)
    assert story.refuses(Verb.SIGN, FIRST, "Tue 19 May", CAROL) == [("not_now", "")]


def test_a_promise_whose_day_passed_while_it_waited_is_not_signed() -> None:
    story = reach(State.STAGE_1_OPEN, THH)

    given = Respond(findings=findings(story.facts), actions=(MENDING,))
    story.does(Verb.SUBMIT, Submit(response=given), "Mon 18 May")
    assert story.refuses(Verb.SIGN, FIRST, "Mon 15 Jun", CAROL) == [("action_in_past", "Code 7.3")]


class TestStage2:
    def test_the_chief_executive_signs(self) -> None:
        story = waiting(state=State.STAGE_2_OPEN, when="Fri 19 Jun", by=BEN)
        number = Sign(number=len(story.facts.submissions))
        story.does(Verb.SIGN, number, "Mon 22 Jun", ELENI)
        assert story.facts.state is State.STAGE_2_ANSWERED
        assert story.facts.stage.approved_by == ELENI.id

    def test_who_considered_stage_1_does_not_sign_stage_2(self) -> None:
        """Code 6.13. Carol signed stage 1 and has become chief executive since."""
        story = waiting(state=State.STAGE_2_OPEN, when="Fri 19 Jun", by=BEN)
        carol = replace(CAROL, roles=ELENI.roles)
        number = Sign(number=len(story.facts.submissions))
        assert story.refuses(Verb.SIGN, number, "Mon 22 Jun", carol) == [
            ("considered_stage_1", "Code 6.13")
        ]

    def test_nor_does_somebody_on_their_behalf(self) -> None:
        story = waiting(state=State.STAGE_2_OPEN, when="Fri 19 Jun", by=BEN)
        away = Absent(CAROL.id or 0, "Carol Jones", ELENI.roles)
        deputy = Actor(90, "Dev Rao", frozenset({Role.DIRECTOR}), covers=(away,))
        number = Sign(number=len(story.facts.submissions))
        assert story.refuses(Verb.SIGN, number, "Mon 22 Jun", deputy) == [
            ("considered_stage_1", "Code 6.13")
        ]


def test_the_record_says_for_whom_the_cover_signed() -> None:
    story = waiting()
    away = Absent(CAROL.id or 0, CAROL.name, CAROL.roles)
    deputy = replace(LEADER, covers=(away,))
    decision = story.does(Verb.SIGN, FIRST, "Tue 19 May", deputy)
    assert decision.events[0].note["signed_for"] == {"id": CAROL.id, "name": "Carol Jones"}
    assert story.facts.stage.approved_by == LEADER.id


def test_the_limit_on_money_binds_the_signer() -> None:
    limits = (
        Authority(role=Role.HEAD_OF_SERVICE, pounds=100, clause="Limits"),
        Authority(role=Role.DIRECTOR, pounds=None, clause="Limits"),
    )
    book = book_of(policies_of(THH)[-1].model_copy(update={"authority": limits}))
    story = waiting(book=book, compensation=101)
    assert story.refuses(Verb.SIGN, FIRST, "Tue 19 May", CAROL) == [("needs_signature", STAGE_1)]
    director = Actor(91, "Eleni Costa", frozenset({Role.DIRECTOR}))
    story.does(Verb.SIGN, FIRST, "Tue 19 May", director)


def test_a_landlord_may_have_the_guard_warn() -> None:
    story = waiting(book=warning(Guard.SIGN_OFF, landlord=THH), drafted_by=1)
    warned = story.warns(Verb.SIGN, FIRST, "Tue 19 May", LEADER)
    assert warned == [("needs_signature", STAGE_1)]


def test_herefordshires_complaints_team_looks_before_it_goes() -> None:
    """H13: the service that investigates does not send it."""
    handler = Actor(92, "Hana Ali", frozenset({Role.HANDLER}))
    story = waiting("herefordshire", by=handler)
    given = Respond(findings=findings(story.facts))
    assert story.refuses(Verb.RESPOND, given, "Tue 19 May", handler) == [
        ("needs_signature", "3 Stage 1")
    ]
    story.does(Verb.SIGN, FIRST, "Tue 19 May", AMINA)
    assert story.facts.considered_stage_1 == {92, AMINA.id}
