"""Receiving: the first contact under the policy of its day, with every date counted by hand."""

from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Clock, Kind, State, Tenure
from tests.rules.inputs import on, received
from tests.rules.story import MARY, Story, begun, dates


def test_a_complaint_begins_stage_1_with_the_promise_and_the_code_side_by_side() -> None:
    story = begun(when="Fri 1 May")  # Monday 4 May is a bank holiday
    assert story.facts.state is State.STAGE_1_RECEIVED
    assert dates(story.clock(1, Clock.ACKNOWLEDGE)) == (on("Mon 11 May"), on("Mon 11 May"))
    # as if acknowledged on 11 May; Monday 25 May is a bank holiday
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Tue 26 May"), on("Tue 26 May"))


def test_every_day_skipped_is_named() -> None:
    due = begun(when="Fri 1 May").clock(1, Clock.ACKNOWLEDGE).code
    assert due and [(f"{day.date:%d}", day.why) for day in due.skipped] == [
        ("02", "Saturday"),
        ("03", "Sunday"),
        ("04", "Early May bank holiday"),
        ("09", "Saturday"),
        ("10", "Sunday"),
    ]
    assert (due.counted_from, due.source) == (on("Fri 1 May"), "Code 6.2")


def test_tower_hamlets_homes_promises_two_working_days_and_a_call() -> None:
    story = begun("tower-hamlets-homes")
    assert dates(story.clock(1, Clock.ACKNOWLEDGE)) == (on("Wed 6 May"), on("Mon 11 May"))
    assert dates(story.clock(1, Clock.FIRST_CALL)) == (on("Wed 6 May"), None)
    # its own 10 working days count from its own 6 May, the Code's from 11 May
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Wed 20 May"), on("Tue 26 May"))


def test_forty_eight_hours_are_shown_as_written_too() -> None:
    promise = begun("tower-hamlets-homes").clock(1, Clock.ACKNOWLEDGE).promise
    assert promise and promise.as_written == on("Sun 3 May")


def test_harrow_before_april_2023_promised_fifteen_working_days() -> None:
    story = begun("harrow", when="Mon 6 Mar 2023")
    assert story.facts.stage.policy == "harrow/2021-04-01"
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Mon 3 Apr 2023"), on("Mon 27 Mar 2023"))


@pytest.mark.parametrize(
    ("landlord", "when", "policy"),
    [
        ("code-model", "Mon 1 Apr 2024", "code-model/2024-04-01"),
        ("together", "Fri 1 Mar 2024", "together/2021-02-01"),  # past its stated end
        ("harrow", "Fri 31 Mar 2023", "harrow/2021-04-01"),
        ("harrow", "Sat 1 Apr 2023", "harrow/2023-04-01"),
    ],
)
def test_the_stage_is_pinned_to_the_policy_of_its_day(
    landlord: str, when: str, policy: str
) -> None:
    stage = begun(landlord, when=when).facts.stage
    assert (stage.number, stage.policy, stage.code) == (1, policy, "code/2024-04-01")


def test_what_came_in_is_kept_as_it_came() -> None:
    story = begun(
        description="  Dripping since Easter. ", tenure=Tenure.LEASEHOLDER, petition=True,
        risks=("damp",), outcome_sought=" A new pipe. ", channel="social_media", resident=7,
    )  # fmt: skip
    case = story.facts
    assert (case.description, case.channel) == ("Dripping since Easter.", "social_media")
    assert (case.tenure, case.petition, case.risks) == (Tenure.LEASEHOLDER, True, ("damp",))
    assert (case.resident, case.stage.outcome_sought) == (7, "A new pipe.")


def test_the_issues_are_numbered_in_the_order_they_were_told() -> None:
    leak = NewIssue(summary=" Leak ", occurred_on=on("Wed 1 Apr"), aware_on=on("Thu 2 Apr"))
    case = begun(issues=(leak, NewIssue(summary="Mould"))).facts
    assert [(issue.number, issue.summary) for issue in case.issues] == [(1, "Leak"), (2, "Mould")]
    assert (case.issues[0].occurred_on, case.issues[0].aware_on) == (
        on("Wed 1 Apr"),
        on("Thu 2 Apr"),
    )


def test_received_and_logged_dates_are_different_facts() -> None:
    """Code 3.2: the clock runs from the day it first reached any member of staff."""
    story = Story()
    story.does(Verb.RECEIVE, received(when="Fri 1 May"), "Thu 7 May")
    case = story.facts
    assert (case.received_on, case.recorded_on) == (on("Fri 1 May"), on("Thu 7 May"))
    assert story.clock(1, Clock.ACKNOWLEDGE).due_on == on("Mon 11 May")


def test_the_receipt_says_when_we_will_acknowledge() -> None:
    last = begun("tower-hamlets-homes").last
    assert last is not None
    (letter,) = last.letters
    assert (letter.kind, letter.stage) == ("receipt", 1)
    assert letter.facts == {
        "received_date": "Friday 1 May 2026",
        "acknowledge_by": "Wednesday 6 May 2026",
    }


@pytest.mark.parametrize(
    ("landlord", "kind", "due"),
    [
        ("tower-hamlets-homes", Kind.SERVICE_REQUEST, "Mon 11 May"),  # a Query: 5 working days
        ("harrow", Kind.SERVICE_REQUEST, "Mon 18 May"),  # 10 working days
        ("code-model", Kind.SERVICE_REQUEST, None),
        ("herefordshire", Kind.SERVICE_REQUEST, None),
        ("harrow", Kind.MP_ENQUIRY, None),
        ("harrow", Kind.COMPLIMENT, None),
    ],
)
def test_what_is_no_complaint_has_no_stage_1(landlord: str, kind: Kind, due: str | None) -> None:
    story = begun(landlord, kind=kind)
    case = story.facts
    assert (case.state, case.stage.number, case.kind) == (State.REQUEST_OPEN, 0, kind)
    assert [dates(deadline) for deadline in case.deadlines] == ([(on(due), None)] if due else [])
    assert story.last and story.last.letters == ()


def test_a_resident_may_complain_and_need_not_say_who_they_are() -> None:
    story = Story()
    story.does(Verb.RECEIVE, received(resident=None, issues=()), "Fri 1 May", MARY)
    assert story.facts.state is State.STAGE_1_RECEIVED


@pytest.mark.parametrize(
    ("others", "reasons"),
    [
        ({"when": "Tue 5 May"}, [("received_in_future", "Code 6.2")]),
        ({"description": " \n"}, [("description_missing", "")]),
        ({"issues": (NewIssue(summary=" "),)}, [("issue_missing", "Code 5.6")]),
        ({"landlord": "together", "when": "Sun 31 Jan 2021"}, [("date_not_known", "")]),
        ({"when": "Mon 1 Jan 0001"}, [("date_not_known", "")]),
        ({"when": "Fri 31 Dec 9999"}, [("received_in_future", "Code 6.2")]),
        (
            {"when": "Tue 5 May", "description": ""},
            [("received_in_future", "Code 6.2"), ("description_missing", "")],
        ),
    ],
)
def test_what_cannot_be_received(others: dict[str, Any], reasons: list[tuple[str, str]]) -> None:
    assert Story().refuses(Verb.RECEIVE, received(**others), "Fri 1 May") == reasons


def test_a_case_split_off_says_from_which() -> None:
    story = begun(split_from="MOD-000009")
    assert story.events[0].note["split_from"] == "MOD-000009"
