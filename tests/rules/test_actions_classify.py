"""Sorting a case, and sorting it again."""

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.classify import Classify
from redress.rules.actions.log import Log
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Priority, State
from tests.rules.inputs import received
from tests.rules.story import BEN, begun, reach

TWO = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="Nobody answers my letters"))
THREE = (*TWO, NewIssue(summary="The hall is damp"))
LEONA = Actor(71, "Leona Hart", frozenset({Role.HANDLER}))


def test_everything_triage_decides_in_one_step() -> None:
    story = begun(issues=TWO)
    given = Classify(
        service="Repairs",
        category="leak",
        services=((2, "Customer service"),),
        contractor="Roofs Ltd",
        priority=Priority.HIGH,
        early_resolution=True,
        about_staff=True,
        group_complaint=True,
        handler=55,
        handler_name="Eve Hall",
    )
    decision = story.does(Verb.CLASSIFY, given, "Tue 5 May")
    case = story.facts
    assert (case.service, case.category, case.contributing) == (
        "Repairs",
        "leak",
        ("Customer service",),
    )
    assert [issue.service for issue in case.issues] == ["", "Customer service"]
    assert (case.contractor, case.priority, case.handler) == ("Roofs Ltd", Priority.HIGH, 55)
    assert case.early_resolution and case.about_staff and case.group_complaint
    assert [event.name for event in decision.events] == ["classified", "allocated"]
    assert case.state is State.STAGE_1_RECEIVED


def test_no_date_moves_and_early_resolution_stays_inside_stage_1() -> None:
    """Code 5.2: there is no step before stage 1, and 6.1 lets it be put right at once in it."""
    story = reach(State.STAGE_1_OPEN)
    before = story.facts.deadlines
    story.does(Verb.CLASSIFY, Classify(service="Repairs", early_resolution=True), "Thu 7 May")
    assert story.facts.deadlines == before
    assert story.facts.stage.number == 1


def test_sorted_again_the_record_keeps_how_it_was() -> None:
    story = begun(service="Repairs", category="leak")
    story.does(Verb.CLASSIFY, Classify(service="Heating", category="hot water"), "Tue 5 May")
    note = story.events[-1].note["before"]
    assert (note["service"], note["category"], note["priority"]) == ("Repairs", "leak", "normal")


@pytest.mark.parametrize(
    ("services", "lead"),
    [
        (("Repairs", "Customer service", "Repairs"), "Repairs"),  # the greater share
        (("Customer service", "Customer service", "Repairs"), "Customer service"),
        (("Repairs", "Customer service", ""), "Estates"),  # alike: the category's own
        (("", "", ""), "Estates"),
    ],
)
def test_the_greater_share_of_the_issues_leads(services: tuple[str, ...], lead: str) -> None:
    story = begun("tower-hamlets-homes", issues=THREE)
    shares = tuple(enumerate(services, 1))
    given = Classify(category="communal cleaning", services=shares)
    story.does(Verb.CLASSIFY, given, "Tue 5 May")
    assert story.facts.service == lead
    assert lead not in story.facts.contributing


def test_a_chosen_service_leads_whatever_the_shares() -> None:
    story = begun(issues=TWO)
    shares = ((1, "Estates"), (2, "Estates"))
    story.does(Verb.CLASSIFY, Classify(service="Repairs", services=shares), "Tue 5 May")
    assert (story.facts.service, story.facts.contributing) == ("Repairs", ("Estates",))


def test_what_it_refuses() -> None:
    story = begun(issues=TWO)
    nothing = Classify(services=((9, "Repairs"),))
    assert story.refuses(Verb.CLASSIFY, nothing, "Tue 5 May") == [
        ("no_such_issue", "Code 5.6"),
        ("service_missing", "Code 6.2"),
    ]
    assert story.refuses(Verb.CLASSIFY, Classify(category="of our own"), "Tue 5 May") == [
        ("service_missing", "Code 6.2")
    ]


def test_only_those_who_may_give_it_to_somebody_do_so_here() -> None:
    story = begun()
    given = Classify(service="Repairs", handler=55, handler_name="Eve Hall")
    assert story.refuses(Verb.CLASSIFY, given, "Tue 5 May", LEONA) == [("not_permitted", "")]
    story.does(Verb.CLASSIFY, Classify(service="Repairs"), "Tue 5 May", LEONA)


def test_nobody_who_considered_stage_1_is_given_stage_2_by_this_way_either() -> None:
    story = reach(State.STAGE_2_REQUESTED)
    drafter = story.facts.stages[0].drafted_by
    given = Classify(service="Repairs", handler=drafter, handler_name="Amina Khan")
    assert story.refuses(Verb.CLASSIFY, given, "Thu 21 May", BEN) == [
        ("considered_stage_1", "Code 6.13")
    ]


def test_logging_sorts_too_and_gives_the_case_to_its_handler() -> None:
    story = begun(issues=())
    given = Log(
        category="leak", issues=TWO, services=((2, "Customer service"),), handler=55,
        handler_name="Eve Hall", priority=Priority.URGENT,
    )  # fmt: skip
    story.does(Verb.LOG, given, "Tue 5 May")
    case = story.facts
    assert (case.state, case.handler) == (State.STAGE_1_LOGGED, 55)
    assert (case.service, case.contributing) == ("Repairs", ("Customer service",))
    assert case.issues[0].summary == "The ceiling leaks" and case.priority is Priority.URGENT


def test_a_request_is_sorted_too() -> None:
    story = reach(State.REQUEST_OPEN)
    story.does(Verb.CLASSIFY, Classify(category="leak"), "Tue 5 May")
    assert (story.facts.state, story.facts.service) == (State.REQUEST_OPEN, "Repairs")
    assert received().service == ""
