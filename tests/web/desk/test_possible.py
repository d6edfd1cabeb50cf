"""Actions that cannot be done are shown with what is missing."""

from datetime import date, timedelta

from redress.cases import queries
from redress.cases.access import get_case
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.escalate import Escalate
from redress.rules.decision import Context
from redress.web.desk.possible import ELSEWHERE, HEADINGS, Choice, choices, under_headings
from tests import builders
from tests.web.desk.conftest import DEFINED, MEND, TODAY, answered, opened


def offered(
    desk: builders.Desk, reference: str, actor: Actor | None = None, on: date = TODAY
) -> dict[Verb, Choice]:
    case = queries.case_page(get_case(desk.actor, desk.landlord, reference)).case
    return {c.verb: c for c in choices(case, Context(actor or desk.actor, on))}


def test_in_time_everything_opens(desk: builders.Desk) -> None:
    found = offered(desk, opened(desk))
    assert {Verb.RESPOND, Verb.EXTEND, Verb.ADD_ISSUE, Verb.WITHDRAW} <= found.keys()
    assert Verb.COMPLETE_ACTION not in found
    assert not any(choice.stops for choice in found.values())


def test_a_date_that_has_passed_cannot_be_extended(desk: builders.Desk) -> None:
    found = offered(desk, opened(desk), on=date(2026, 5, 21))  # the response was due on 20 May
    (said,) = found[Verb.EXTEND].stops
    assert said.says == "The response date has passed, so it can no longer be moved."
    assert said.why == "Code 6.4"
    assert not found[Verb.RESPOND].stops


def test_a_case_with_promised_actions_cannot_be_closed(desk: builders.Desk) -> None:
    (said,) = offered(desk, answered(desk, MEND))[Verb.CLOSE].stops
    assert said.why == "Code 7.3"
    assert not offered(desk, answered(desk))[Verb.CLOSE].stops


def test_who_considered_stage_1_cannot_answer_stage_2(desk: builders.Desk, reviewer: Actor) -> None:
    ref = answered(desk)
    day = TODAY + timedelta(days=1)
    desk.does(ref, Verb.ESCALATE, Escalate(requested_on=TODAY, channel="phone"), day)
    desk.does(ref, Verb.ACKNOWLEDGE, Acknowledge(**vars(DEFINED)), day)
    (said,) = offered(desk, ref)[Verb.RESPOND].stops
    assert said.why == "Code 6.13"
    assert not offered(desk, ref, reviewer)[Verb.RESPOND].stops


def test_another_role_is_told_whose_action_it_is(desk: builders.Desk, landlord: Landlord) -> None:
    handler = builders.user(landlord, Role.HANDLER, name="Hana Ali")
    (said,) = offered(desk, opened(desk), handler)[Verb.REFUSE].stops
    assert said.says == "Your role does not allow this."
    assert said.do == (
        "It is for: chief executive, complaints officer, director, head of service, stage 2 "
        "reviewer and team leader."
    )


def test_each_action_stands_once_under_its_heading() -> None:
    every = [Choice(verb, verb.value, verb.value) for verb in Verb if verb not in ELSEWHERE]
    groups = under_headings(every)
    assert [heading for heading, _ in groups] == list(HEADINGS)
    assert sorted(c.verb for _, found in groups for c in found) == sorted(c.verb for c in every)
    assert Verb.RESTRICT in [c.verb for c in dict(groups)["Who may see it"]]
    assert [heading for heading, _ in under_headings([every[0]])] == ["Work on it"]
