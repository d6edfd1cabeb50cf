"""Today: every number opens just the cases it counts, and costs the same however many."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from tests import builders
from tests.web.desk.conftest import MEND, TODAY, address, answered, browser_of, opened, received
from tests.web.desk.pages import words_of


def given_to(desk: builders.Desk, reference: str, actor: Actor) -> None:
    given = Allocate(handler=actor.id or 0, handler_name=actor.name)
    desk.does(reference, Verb.ALLOCATE, given, TODAY)


@pytest.fixture
def busy(desk: builders.Desk, officer: Actor) -> list[str]:
    """Late, due today, soon and later; promised; some of them the officer's."""
    days = [date(2026, 5, day) for day in (1, 1, 5, 5, 6, 7, 7, 12)]
    made = [desk.receive(day) for day in days]  # due on 11, 11, 12, 12, 13, 14, 14 and 19 May
    made += [opened(desk), answered(desk, MEND)]
    for reference in made[::2]:
        given_to(desk, reference, officer)
    return made


def numbers(page: Client) -> dict[tuple[str, str], Any]:
    context = page.get(address()).context
    return {
        (group, count.words): count for group in ("mine", "everybodys") for count in context[group]
    }


def test_every_number_is_the_length_of_the_list_it_opens(page: Client, busy: list[str]) -> None:
    found = numbers(page)
    for (group, words), count in found.items():
        listed = page.get(count.address).context
        rows = listed["rows" if "rows" in listed else "late"]
        assert len(rows) == count.number, (group, words)
    assert {words: count.number for (group, words), count in found.items() if group == "mine"} == {
        "Overdue": 1,
        "Due today": 1,
        "Due in the next 2 working days": 2,
        "Waiting for your signature": 0,
        "With comments that are late": 0,
        "With a promise overdue": 0,
        "With a promise due within 2 working days": 0,
        "All of your open cases": 5,
        "Messages to answer": 0,
        "Messages that may ask for stage 2": 0,
    }
    everybodys = {words: count.number for (group, words), count in found.items() if group != "mine"}
    assert everybodys == {
        "New, to be sorted": 8,
        "Not given to anyone": 5,
        "Overdue": 2,
        "Due today": 2,
        "Due in the next 2 working days": 3,
        "With comments that are late": 0,
        "With a promise overdue": 0,
        "With a letter that could not be sent": 0,
        "All open cases": 10,
        "Messages to answer": 0,
        "Messages that may ask for stage 2": 0,
        "Email to sort": 0,
        "With an adjustment late to be looked at": 0,
        "With a restriction of contact to see to": 0,
        "Lessons to record": 1,
        "To ring after closing": 0,
        "Unhappy in a survey, to be offered a complaint": 0,
        "Asked by the Ombudsman, due or overdue": 0,
    }


def test_what_is_late_is_marked_so(page: Client, busy: list[str]) -> None:
    late = {words for (group, words), count in numbers(page).items() if count.late}
    assert late == {"Overdue"}


def test_what_is_next_for_me_comes_first(page: Client, busy: list[str]) -> None:
    answer = page.get(address())
    assert answer.context["heading"] == "Next for you"
    listed = [row.line.reference for row in answer.context["rows"]]
    assert listed[0] == busy[0] and set(listed) == set(busy[::2])
    said = words_of(answer.content.decode())
    assert "1 working day late" in said and "due today" in said
    assert "Why? this date, MOD-000001" in said


def test_who_has_none_but_gives_them_out_sees_everybodys(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    answer = page.get(address())
    assert answer.context["heading"] == "Next for everybody"
    assert [row.line.reference for row in answer.context["rows"]] == [ref]


def test_an_empty_day_says_what_will_appear(page: Client, landlord: Landlord) -> None:
    assert "Open cases will appear here" not in words_of(page.get(address()).content.decode())
    handler = browser_of(builders.user(landlord, Role.HANDLER, name="Hal Ray"))
    said = words_of(handler.get(address()).content.decode())
    assert "Cases that are given to you will appear here" in said


@pytest.mark.parametrize(
    ("role", "mine", "everybodys"),
    [
        (Role.HANDLER, True, False),
        (Role.COMPLAINTS_OFFICER, True, True),
        (Role.TEAM_LEADER, True, True),
        (Role.STAGE_2_REVIEWER, True, True),
        (Role.MEMBER_RESPONSIBLE, False, True),
        (Role.AUDITOR, False, True),
    ],
)
def test_whose_numbers_each_role_sees(
    landlord: Landlord, role: Role, mine: bool, everybodys: bool
) -> None:
    browser = browser_of(builders.user(landlord, role, name="Eve Hall"))
    context = browser.get(address()).context
    assert (bool(context["mine"]), bool(context["everybodys"])) == (mine, everybodys)
    for at in (address(), address("worklist")):  # who only reads is not offered to take one down
        assert ("Take down a contact" in browser.get(at).content.decode()) == mine


def test_another_landlords_cases_are_not_counted(page: Client, busy: list[str]) -> None:
    other = builders.landlord("harrow", "HAR")
    builders.Desk(other, builders.user(other, Role.COMPLAINTS_OFFICER, name="Other")).receive(TODAY)
    assert numbers(page)["everybodys", "All open cases"].number == len(busy)


@pytest.mark.parametrize("cases", [2, 25])
def test_queries_do_not_grow_with_the_work(
    page: Client,
    desk: builders.Desk,
    officer: Actor,
    cases: int,
    django_assert_max_num_queries: Any,
) -> None:
    for _ in range(cases):
        given_to(desk, received(desk), officer)
    # session, user, landlord, roles; whom the Code asks for; two of numbers, three of messages; the
    # list, and why its dates; what waits for a signature, and for whom one signs;
    # what waits after closing, and what the Ombudsman asks
    with django_assert_max_num_queries(19):
        assert len(page.get(address()).context["rows"]) == cases
