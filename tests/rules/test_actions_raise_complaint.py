"""Raising a complaint from a request: the first contact keeps its date (Code 1.5)."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.facts import Clock, Kind, State
from tests.rules.inputs import on
from tests.rules.story import MARY, dates, reach


def unhappy(received: str, said: str = "Nobody came.") -> RaiseComplaint:
    return RaiseComplaint(dissatisfaction=said, received_on=on(received))


def test_a_query_that_was_a_complaint_all_along_counts_from_its_first_day() -> None:
    """Tower Hamlets Homes' Query is no stage before stage 1 (T11; Code 5.2)."""
    story = reach(State.REQUEST_OPEN, "tower-hamlets-homes")
    story.does(Verb.RAISE_COMPLAINT, unhappy("Fri 1 May"), "Thu 14 May")
    case = story.facts
    assert (case.kind, case.state) == (Kind.COMPLAINT, State.STAGE_1_RECEIVED)
    assert (case.received_on, case.stage.received_on) == (on("Fri 1 May"), on("Fri 1 May"))
    assert dates(story.clock(1, Clock.ACKNOWLEDGE)) == (on("Wed 6 May"), on("Mon 11 May"))


def test_the_day_of_dissatisfaction_starts_stage_1_and_leaves_the_first_contact() -> None:
    story = reach(State.REQUEST_ANSWERED)  # answered on 6 May
    story.does(Verb.RAISE_COMPLAINT, unhappy("Fri 8 May"), "Mon 11 May")
    case = story.facts
    assert (case.received_on, case.stage.received_on) == (on("Fri 1 May"), on("Fri 8 May"))
    assert story.clock(1, Clock.ACKNOWLEDGE).due_on == on("Fri 15 May")
    assert [stage.number for stage in case.stages] == [0, 1]
    assert case.stages[0].ended_on == on("Wed 6 May")  # still the day it was answered


def test_an_open_request_ends_as_the_complaint_begins() -> None:
    story = reach(State.REQUEST_OPEN)
    story.does(Verb.RAISE_COMPLAINT, unhappy("Tue 5 May"), "Wed 6 May")
    request = story.facts.stages[0]
    assert (request.ended_on, request.responded_on) == (on("Wed 6 May"), None)


@pytest.mark.parametrize(
    ("received", "policy", "promise"),
    [
        ("Fri 31 Mar 2023", "harrow/2021-04-01", "Wed 3 May 2023"),  # 15 working days
        ("Mon 3 Apr 2023", "harrow/2023-04-01", "Wed 26 Apr 2023"),  # 10
    ],
)
def test_the_complaint_follows_the_policy_of_its_own_day(
    received: str, policy: str, promise: str
) -> None:
    """Acknowledgement due 11 or 12 April 2023: Good Friday is the 7th, Easter Monday the 10th."""
    story = reach(State.REQUEST_OPEN, "harrow", when="Mon 27 Mar 2023")
    story.does(Verb.RAISE_COMPLAINT, unhappy(received), "Mon 3 Apr 2023")
    assert story.facts.stage.policy == policy
    assert dates(story.clock(1, Clock.RESPOND))[0] == on(promise)


def test_the_resident_may_do_it_and_gets_a_receipt() -> None:
    story = reach(State.REQUEST_OPEN)
    decision = story.does(Verb.RAISE_COMPLAINT, unhappy("Fri 1 May"), "Tue 5 May", MARY)
    assert [letter.kind for letter in decision.letters] == ["receipt"]
    assert decision.events[0].note == {"said": "Nobody came."}


@pytest.mark.parametrize(
    ("given", "reasons"),
    [
        (unhappy("Fri 1 May", " "), [("dissatisfaction_missing", "Code 1.5")]),
        (unhappy("Thu 30 Apr"), [("date_out_of_range", "Code 1.5")]),  # before the first contact
        (unhappy("Wed 6 May"), [("date_out_of_range", "Code 1.5")]),  # tomorrow
    ],
)
def test_what_is_refused(given: RaiseComplaint, reasons: list[tuple[str, str]]) -> None:
    story = reach(State.REQUEST_OPEN)
    assert story.refuses(Verb.RAISE_COMPLAINT, given, "Tue 5 May") == reasons


def test_the_issues_of_the_request_become_those_of_the_complaint() -> None:
    story = reach(State.REQUEST_OPEN)
    story.does(Verb.RAISE_COMPLAINT, unhappy("Fri 1 May"), "Tue 5 May")
    assert [issue.summary for issue in story.facts.issues_in] == ["The kitchen ceiling leaks"]
