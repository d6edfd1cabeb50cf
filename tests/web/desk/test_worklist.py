"""The worklist: what it shows, in which order, and what it costs."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.cases import queries
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import Kind
from tests import builders
from tests.web.desk.conftest import TODAY, address, answered, browser_of, opened, received
from tests.web.desk.pages import words_of


def shown(page: Client, query: str = "") -> str:
    answer = page.get(address(query))
    assert answer.status_code == 200
    return words_of(answer.content.decode())


def references(page: Client, query: str = "") -> list[str]:
    return [row.line.reference for row in page.get(address(query)).context["rows"]]


def test_empty_lists_say_what_will_appear(page: Client) -> None:
    assert "Cases with a date to meet will appear here" in shown(page)
    assert "Cases given to you will appear here" in shown(page, "?show=mine")
    assert "Nothing is late" in shown(page, "?show=overdue")
    assert "such as those ready to close" in shown(page, "?show=nothing-due")


def test_a_row_says_who_what_and_by_when(page: Client, desk: builders.Desk) -> None:
    opened(desk, risks=("damp_and_mould",))
    said = shown(page)
    for words in (
        "MOD-000001",
        "Mary Osei, 4 Elm Walk",
        "Leak",
        "Damp and mould",
        "Stage 1, being looked into",
        "Nobody yet",
        # 10 working days after Wed 6 May; today is Tue 12 May
        "Respond by Wed 20 May 2026 , 6 working days left",
    ):
        assert words in said


def test_what_is_due_next_comes_first(page: Client, desk: builders.Desk) -> None:
    later, sooner = desk.receive(TODAY), desk.receive(date(2026, 5, 1))
    assert references(page) == [sooner, later]
    assert "1 working day late" in shown(page)  # due Mon 11 May, today Tue 12 May


def test_mine_overdue_and_stages(
    page: Client, desk: builders.Desk, officer: Actor, landlord: Landlord
) -> None:
    late, fresh, request = (
        received(desk),
        opened(desk),
        desk.receive(TODAY, kind=Kind.SERVICE_REQUEST),
    )
    desk.does(fresh, Verb.ALLOCATE, Allocate(handler=officer.id or 0, handler_name="A"), TODAY)
    assert references(page, "?show=mine") == [fresh]
    assert references(page, "?show=overdue") == [late]
    assert references(page, "?stage=1") == [late, fresh]
    assert references(page, "?stage=2") == []
    assert request in references(page, "?show=nothing-due")
    assert page.get(address("?show=others")).status_code == 404
    assert page.get(address("?stage=3")).status_code == 404


def test_nothing_due_holds_answered_cases_and_no_closed_ones(
    page: Client, desk: builders.Desk
) -> None:
    ready, open_case = answered(desk), opened(desk)
    desk.does(open_case, Verb.WITHDRAW, Withdraw(how="By phone."), TODAY)
    assert references(page, "?show=nothing-due") == [open_case, ready]
    assert references(page) == []


@pytest.mark.parametrize("show", ["", "nothing-due"])
def test_pages_follow_one_another_without_gaps(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch, show: str
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    kind = Kind.SERVICE_REQUEST if show else Kind.COMPLAINT
    made = [desk.receive(TODAY, kind=kind) for _ in range(5)]
    seen, query = [], f"?show={show}"
    while query:
        answer = page.get(address(query))
        seen += [row.line.reference for row in answer.context["rows"]]
        query = answer.context["next_page"]
    assert sorted(seen) == made
    assert answer.context["first_page"]
    assert len(references(page, f"?show={show}&after=nonsense")) == 2
    assert page.get(address(f"?show={show}&after=2026-01-01.{'9' * 30}")).status_code == 200


def test_search_by_part_of_a_name_and_straight_to_a_reference(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    assert references(page, "?find=ose+elm") == [ref]
    assert page.get(address("?find=mod-000001"))["Location"] == address(f"case/{ref}")
    assert "No case has “Nobody”" in shown(page, "?find=Nobody")
    for strange in ("%00", "%F0%9F%98%80", "x" * 5000, "<script>"):
        assert page.get(address(f"?find={strange}")).status_code == 200


def test_search_stays_with_its_landlord(page: Client, desk: builders.Desk) -> None:
    other = builders.landlord("harrow", "HAR")
    builders.Desk(other, builders.user(other, Role.COMPLAINTS_OFFICER)).receive(TODAY)
    assert references(page, "?find=leak") == []


def test_text_is_shown_as_text(page: Client, desk: builders.Desk) -> None:
    person = builders.resident(desk.landlord, name="<b>Zoë</b> & 😀 ‏שרה")
    received(desk, resident=person.pk, category="<i>damp</i>")
    assert "&lt;b&gt;Zoë&lt;/b&gt; &amp; 😀" in page.get(address()).content.decode()


@pytest.mark.parametrize("cases", [5, 50])
def test_queries_do_not_grow_with_the_list(
    page: Client, desk: builders.Desk, cases: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(cases):
        received(desk)
    with django_assert_max_num_queries(5):  # session, user, landlord, roles, and the list
        assert len(references(page)) == cases


def test_who_only_takes_complaints_is_sent_to_do_so(landlord: Landlord) -> None:
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    assert logger.get(address())["Location"] == address("receive")
