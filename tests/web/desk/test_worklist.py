"""The list of cases: what a row shows, filters in the address, pages, and what it costs."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from redress.cases import lists
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.web.desk.chosen import NAMES
from tests import builders
from tests.web.desk.conftest import MEND, TODAY, address, answered, browser_of, opened, received
from tests.web.desk.pages import words_of


def shown(page: Client, query: str = "") -> str:
    answer = page.get(address(f"worklist{query}"))
    assert answer.status_code == 200
    return words_of(answer.content.decode())


def references(page: Client, query: str = "") -> list[str]:
    rows = page.get(address(f"worklist{query}")).context["rows"]
    return [row.line.reference for row in rows]


def given_to(desk: builders.Desk, reference: str, actor: Actor) -> None:
    desk.does(
        reference, Verb.ALLOCATE, Allocate(handler=actor.id or 0, handler_name=actor.name), TODAY
    )


def test_an_empty_list_says_what_will_appear(page: Client) -> None:
    assert "Open cases will appear here, what is due next first." in shown(page)
    assert "No case is like this. Take a filter off" in shown(page, "?handler=me")


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
        "Why? this date, MOD-000001",
        "10 working days from Wed 6 May 2026, which is day 0 (our policy, 5 Stage 1).",
        "Not counted: 4 weekend days.",
    ):
        assert words in said


def test_what_is_due_next_comes_first(page: Client, desk: builders.Desk) -> None:
    later, sooner = desk.receive(TODAY), desk.receive(date(2026, 5, 1))
    assert references(page) == [sooner, later]
    assert "1 working day late" in shown(page)  # due Mon 11 May, today Tue 12 May


def test_a_promise_says_what_was_promised_by_whom(page: Client, desk: builders.Desk) -> None:
    answered(desk, MEND)
    assert "Why? this date, MOD-000001 Promised to the resident: Mend the ceiling (Repairs)." in (
        shown(page)
    )


def test_each_filter_stands_in_the_address_and_comes_off_as_a_chip(
    page: Client, desk: builders.Desk, officer: Actor
) -> None:
    late, fresh = received(desk), opened(desk)
    given_to(desk, fresh, officer)
    assert references(page, "?handler=me") == [fresh]
    assert references(page, "?due=late") == [late]
    assert references(page, "?due=late&handler=me") == []
    answer = page.get(address("worklist?due=late&handler=nobody&sort=received"))
    chips = {(chip.label, chip.words): chip.without for chip in answer.context["chips"]}
    assert chips == {
        ("Due", "Overdue"): "?handler=nobody&sort=received",
        ("Handler", "Nobody yet"): "?due=late&sort=received",
    }


def test_every_value_that_a_filter_offers_can_be_chosen(page: Client, desk: builders.Desk) -> None:
    received(desk, risks=("damp_and_mould",))
    menus = page.get(address("worklist")).context["menus"]
    assert len(menus) == len(NAMES) and all(len(menu.choices) > 1 for menu in menus[:7])
    for menu in menus:
        for value, _ in menu.choices:
            query = urlencode({menu.name: value})
            answer = page.get(address(f"worklist?{query}"))
            assert answer.status_code == 200
            (again,) = [each for each in answer.context["menus"] if each.name == menu.name]
            assert again.value == value and value in dict(again.choices)


@pytest.mark.parametrize(
    "query",
    ["stage=3", "show=others", "due=soonish", "handler=you", "handler=²", "handler=-1", "kind=cat",
     "tenure=x", "waiting=x", "promise=x", "sort=name", "sort=--due", "service=" + "x" * 121,
     "handler=" + "9" * 30, "tag=%00"],
)  # fmt: skip
def test_a_list_that_no_page_links_to_is_not_there(page: Client, query: str) -> None:
    assert page.get(address(f"worklist?{query}")).status_code == 404


def test_the_name_of_somebody_elses_colleague_is_not_told(page: Client) -> None:
    other = builders.landlord("harrow", "HAR")
    stranger = builders.user(other, Role.HANDLER, name="Eve Hall")
    said = shown(page, f"?handler={stranger.id}")
    assert "Eve Hall" not in said and "A colleague without open cases" in said


def test_sorting_turns_round_and_keeps_the_filters(page: Client, desk: builders.Desk) -> None:
    first, second = received(desk), received(desk)
    answer = page.get(address("worklist?stage=1&sort=reference"))
    assert [row.line.reference for row in answer.context["rows"]] == [first, second]
    sorts = {words: (to, state) for words, to, state in answer.context["sorts"]}
    assert sorts["Case"] == ("?stage=1&sort=-reference", "ascending")
    assert sorts["Due"] == ("?stage=1&sort=due", "")
    assert references(page, "?stage=1&sort=-reference") == [second, first]


@pytest.mark.parametrize("query", ["", "?show=all", "?sort=resident", "?sort=-received&stage=1"])
def test_pages_follow_one_another_and_lead_back(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    monkeypatch.setattr(lists, "PAGE", 2)
    made = [received(desk) for _ in range(5)]
    seen, there = [], query or "?"
    while there:
        answer = page.get(address(f"worklist{there}"))
        seen.append([row.line.reference for row in answer.context["rows"]])
        there = answer.context["later"]
    assert sorted(reference for each in seen for reference in each) == made
    back = page.get(address(f"worklist{answer.context['earlier']}"))
    assert [row.line.reference for row in back.context["rows"]] == seen[-2]
    nonsense = "&after=nonsense" if query else "?after=nonsense"
    assert references(page, query + nonsense) == seen[0]


def test_text_is_shown_as_text(page: Client, desk: builders.Desk) -> None:
    person = builders.resident(desk.landlord, name="<b>Zoë</b> & 😀 ‏שרה")
    received(desk, resident=person.pk, category="<i>damp</i>")
    assert "&lt;b&gt;Zoë&lt;/b&gt; &amp; 😀" in page.get(address("worklist")).content.decode()


@pytest.mark.parametrize("cases", [3, 25])
def test_queries_do_not_grow_with_the_list(
    page: Client, desk: builders.Desk, cases: int, django_assert_max_num_queries: Any
) -> None:
    for _ in range(cases):
        received(desk)
    # session, user, landlord, roles, cover; the list, why its dates; what there is to filter by,
    # the views with their numbers, and the colleagues
    with django_assert_max_num_queries(15):
        assert len(references(page)) == cases


def test_who_only_takes_complaints_is_sent_to_do_so(landlord: Landlord) -> None:
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    for path in ("", "worklist", "find?find=leak"):
        assert logger.get(address(path))["Location"] == address("receive")
