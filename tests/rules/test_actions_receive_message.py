"""A message on a case: kept in any state, answered by a letter or a call, asked about stage 2."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.receive_message import LONGEST
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.settle_message import As, SettleMessage
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import Clock, State
from redress.rules.facts_incoming import AnsweredBy, Asks, Sender
from redress.rules.stages import RUNNING
from tests.rules.inputs import message, on, plausible, update
from tests.rules.story import AMINA, BEN, MARY, Story, reach


def answered() -> Story:
    return reach(State.STAGE_1_ANSWERED)


@pytest.mark.parametrize("state", list(State))
def test_in_every_state_it_is_kept_and_changes_nothing_else(state: State) -> None:
    story = reach(state)
    before = story.facts
    given = message(story.today, sender=Sender.MEMBER, name=" Ann Lee MP ", channel="letter")
    decision = story.does(Verb.RECEIVE_MESSAGE, given, story.today, MARY)
    (kept,) = story.facts.incoming
    assert (kept.number, kept.name, kept.sender) == (1, "Ann Lee MP", Sender.MEMBER)
    assert (kept.received_on, kept.channel) == (story.today, "letter")
    assert kept.is_open and not kept.is_answered and not decision.letters
    assert replace(story.facts, incoming=()) == before


def test_a_letter_of_ours_answers_it_and_one_that_follows_by_itself_does_not() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.RECEIVE_MESSAGE, message("Wed 6 May"), "Wed 6 May", MARY)
    story.does(Verb.WITHDRAW, Withdraw(how="On the page"), "Wed 6 May", MARY)
    assert not story.facts.incoming[0].is_answered
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.RECEIVE_MESSAGE, message("Wed 6 May"), "Wed 6 May", MARY)
    story.does(Verb.SEND_UPDATE, update(on("Thu 7 May")), "Thu 7 May")
    (kept,) = story.facts.incoming
    assert (kept.answered_on, kept.answered_by) == (on("Thu 7 May"), AnsweredBy.LETTER)
    assert not kept.is_open


def test_a_call_answers_what_had_come_by_then_if_it_reached_the_resident() -> None:
    story = reach(State.STAGE_1_OPEN)
    for day in ("Wed 6 May", "Fri 8 May"):
        story.does(Verb.RECEIVE_MESSAGE, message(day), "Fri 8 May", MARY)
    call = RecordCall(on=on("Thu 7 May"), reached=False, note="No answer.")
    story.does(Verb.RECORD_CALL, call, "Fri 8 May")
    assert not any(each.is_answered for each in story.facts.incoming)
    story.does(Verb.RECORD_CALL, replace(call, reached=True), "Fri 8 May")
    assert [each.answered_by for each in story.facts.incoming] == [AnsweredBy.CALL, None]


def test_a_person_marks_it_answered_once_and_says_how() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.RECEIVE_MESSAGE, message("Wed 6 May"), "Wed 6 May", MARY)
    given = SettleMessage(number=1, settled_as=As.ANSWERED, why=" It says thank you. ")
    silent = replace(given, why=" ")
    codes = story.refuses(Verb.SETTLE_MESSAGE, silent, "Wed 6 May")
    assert codes == [("settled_without_words", "Code 5.12")]
    story.does(Verb.SETTLE_MESSAGE, given, "Wed 6 May")
    assert story.facts.incoming[0].answer == "It says thank you."
    again = story.refuses(Verb.SETTLE_MESSAGE, given, "Wed 6 May")
    assert again == [("message_answered_already", "")]


class TestStage2:
    """Code 6.10, 6.12. Every message after a stage 1 response asks; only a person answers."""

    @pytest.mark.parametrize(
        "text", ["I am not happy with your answer.", "Thank you.", "Who do I ring?", "It is wrong"]
    )
    @pytest.mark.parametrize("state", [State.STAGE_1_ANSWERED, State.CLOSED])
    def test_every_message_asks_whatever_its_words(self, state: State, text: str) -> None:
        story = reach(state)
        story.does(Verb.RECEIVE_MESSAGE, message(story.today, text=text), story.today, MARY)
        assert story.facts.incoming[0].stage_2 is Asks.OPEN
        assert story.facts.state is state

    @pytest.mark.parametrize("state", [*RUNNING, State.STAGE_2_ANSWERED, State.REQUEST_ANSWERED])
    def test_before_the_response_and_after_stage_2_there_is_no_such_question(
        self, state: State
    ) -> None:
        story = reach(state)
        story.does(Verb.RECEIVE_MESSAGE, message(story.today), story.today, MARY)
        assert story.facts.incoming[0].stage_2 is None

    def test_yes_begins_stage_2_on_the_day_it_came_however_late_it_is_read(self) -> None:
        story = answered()
        given = message("Wed 20 May", channel="social_media")
        story.does(Verb.RECEIVE_MESSAGE, given, "Wed 20 May", MARY)
        yes = SettleMessage(number=1, settled_as=As.STAGE_2)
        story.does(Verb.SETTLE_MESSAGE, yes, "Wed 3 Jun")
        assert story.facts.state is State.STAGE_2_REQUESTED
        assert story.facts.stage.received_on == on("Wed 20 May")
        code = story.clock(2, Clock.ACKNOWLEDGE).code
        assert code is not None and code.date == on("Thu 28 May")  # 25 May is a bank holiday
        (kept,) = story.facts.incoming
        assert (kept.stage_2, kept.answered_by) == (Asks.YES, AnsweredBy.STAGE_2)
        note = story.events[-1].note
        assert note == {"channel": "social_media", "reasons": given.text}

    def test_no_needs_a_reason_and_leaves_the_message_to_be_answered(self) -> None:
        story = answered()
        story.does(Verb.RECEIVE_MESSAGE, message("Wed 20 May"), "Wed 20 May", MARY)
        no = SettleMessage(number=1, settled_as=As.NOT_STAGE_2, why="She asks for the date.")
        silent = replace(no, why="")
        codes = story.refuses(Verb.SETTLE_MESSAGE, silent, "Wed 20 May")
        assert codes == [("settled_without_words", "Code 5.12")]
        story.does(Verb.SETTLE_MESSAGE, no, "Wed 20 May")
        (kept,) = story.facts.incoming
        assert (kept.stage_2, kept.why) == (Asks.NO, "She asks for the date.")
        assert kept.is_open and not kept.is_answered
        again = story.refuses(Verb.SETTLE_MESSAGE, no, "Wed 20 May")
        assert again == [("not_asked_about_stage_2", "Code 6.10")]

    def test_a_letter_answers_the_message_and_not_the_question(self) -> None:
        story = answered()
        story.does(Verb.RECEIVE_MESSAGE, message("Wed 20 May"), "Wed 20 May", MARY)
        given = plausible(Verb.SIGNPOST, story.case, on("Thu 21 May"))
        story.does(Verb.SIGNPOST, given, "Thu 21 May")
        (kept,) = story.facts.incoming
        assert kept.is_answered and kept.may_ask and kept.is_open

    def test_taken_to_stage_2_in_another_way_the_question_is_answered(self) -> None:
        story = answered()
        story.does(Verb.RECEIVE_MESSAGE, message("Wed 20 May"), "Wed 20 May", MARY)
        given = Escalate(requested_on=on("Wed 20 May"), channel="phone")
        story.does(Verb.ESCALATE, given, "Thu 21 May", BEN)
        assert story.facts.incoming[0].stage_2 is Asks.YES


def test_whoever_handles_it_is_told_once_a_day_and_not_what_it_says() -> None:
    story = reach(State.STAGE_1_OPEN)
    first = story.does(Verb.RECEIVE_MESSAGE, message("Wed 6 May"), "Wed 6 May", MARY)
    assert first.messages == ()  # nobody handles it: it is on everybody's list
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ALLOCATE, Allocate(handler=55, handler_name="Eve Hall"), "Tue 5 May")
    (told,) = story.does(Verb.RECEIVE_MESSAGE, message("Wed 6 May"), "Wed 6 May", MARY).messages
    assert (told.to_user, told.path) == (55, "desk/case/MOD-000001#messages")
    assert "leaks" not in told.text + told.subject and "Mary" not in told.text + told.subject
    again = message("Wed 6 May", text="Out of office")
    assert story.does(Verb.RECEIVE_MESSAGE, again, "Wed 6 May", MARY).messages == ()
    assert len(story.does(Verb.RECEIVE_MESSAGE, again, "Thu 7 May", MARY).messages) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": " "}, "message_missing"),
        ({"text": "x" * (LONGEST + 1)}, "message_too_long"),
        ({"name": ""}, "message_from_nobody"),
        ({"received_on": on("Thu 7 May")}, "date_out_of_range"),
    ],
)
def test_what_is_refused(change: dict[str, Any], code: str) -> None:
    story, given = reach(State.STAGE_1_OPEN), message("Wed 6 May")
    found = story.refuses(Verb.RECEIVE_MESSAGE, replace(given, **change), "Wed 6 May", AMINA)
    assert [each for each, _ in found] == [code]


def test_what_is_not_on_the_case_cannot_be_settled() -> None:
    given = SettleMessage(number=2, settled_as=As.ANSWERED, why="By email.")
    assert answered().refuses(Verb.SETTLE_MESSAGE, given, "Wed 20 May") == [("no_such_message", "")]
