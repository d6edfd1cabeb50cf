"""No letter goes with a gap, and none in silence with old details of the Ombudsman."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.facts import Finding, State
from tests.rules.inputs import on, plausible, update
from tests.rules.story import reach

GAP = "We said we would come on {the day of the visit}."


def test_a_gap_in_any_text_of_a_letter_is_refused_and_nothing_is_written() -> None:
    story = reach(State.REQUEST_OPEN)
    given = AnswerRequest(answer=GAP)
    assert story.refuses(Verb.ANSWER_REQUEST, given, "Wed 6 May") == [("gap_open", "")]
    filled = AnswerRequest(answer=GAP.replace("{the day of the visit}", "3 May"))
    story.does(Verb.ANSWER_REQUEST, filled, "Wed 6 May")


def test_a_gap_in_a_list_of_the_letter_counts_too() -> None:
    story = reach(State.STAGE_1_OPEN)
    found = IssueFinding(issue=1, finding=Finding.UPHELD, reasons=GAP)
    given = Respond(findings=(found,))
    assert story.refuses(Verb.RESPOND, given, "Wed 6 May") == [("gap_open", "")]


def test_braces_that_are_no_gap_of_ours_go() -> None:
    story = reach(State.REQUEST_OPEN)
    given = AnswerRequest(answer="Type {name} into the form.")
    story.does(Verb.ANSWER_REQUEST, given, "Wed 6 May")


@pytest.mark.parametrize(
    ("day", "warned"),
    [("Tue 30 Nov 2027", []), ("Wed 1 Dec 2027", [("ombudsman_details_old", "Code 3.7")])],
)
def test_old_details_of_the_ombudsman_warn_and_hold_nothing_up(
    day: str, warned: list[tuple[str, str]]
) -> None:
    story = reach(State.STAGE_1_OPEN)
    assert story.warns(Verb.SEND_UPDATE, update(on(day)), day) == warned


def test_a_letter_without_the_ombudsman_does_not_warn() -> None:
    story = reach(State.STAGE_1_OPEN)
    withdraw = plausible(Verb.WITHDRAW, story.case, on("Wed 1 Dec 2027"))
    assert story.warns(Verb.WITHDRAW, withdraw, "Wed 1 Dec 2027") == []
