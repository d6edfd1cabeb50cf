"""Several cases at once: each through the one door, a line for each, and one effect."""

from typing import Any

import pytest
from django.test import Client

from redress.people.models import Landlord, User
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.close import Close
from redress.rules.actions.restrict import Restrict
from tests import builders
from tests.web.desk.conftest import TODAY, address, answered, browser_of, case_of, received
from tests.web.desk.pages import words_of


@pytest.fixture
def eve(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.HANDLER, name="Eve Hall")


def given_to(desk: builders.Desk, reference: str, actor: Actor) -> None:
    given = Allocate(handler=actor.id or 0, handler_name=actor.name)
    desk.does(reference, Verb.ALLOCATE, given, TODAY)


def sent(page: Client, query: str = "", **others: Any) -> dict[str, Any]:
    """What the form of the list sends, with something ticked and filled in."""
    context = page.get(address(f"worklist{query}")).context
    shown = [f"{row.line.seen}:{row.line.reference}" for row in context["rows"]]
    return {"key": context["key"], "list": context["query"], "shown": shown} | others


def done(page: Client, data: dict[str, Any]) -> tuple[Any, dict[str, bool]]:
    """The page of what came of it, and for each case whether it was done."""
    answer = page.post(address("bulk"), data, follow=True)
    assert answer.redirect_chain and answer.status_code == 200
    return answer, {reference: not reasons for reference, reasons, _ in answer.context["lines"]}


def test_twenty_cases_of_a_leaver_in_one_go(page: Client, desk: builders.Desk, eve: Actor) -> None:
    leaver = builders.user(desk.landlord, Role.HANDLER, name="Gone Away")
    made = [received(desk) for _ in range(20)]
    for reference in made:
        given_to(desk, reference, leaver)
    User.objects.filter(pk=leaver.id).update(is_active=False)
    answer, came = done(
        page, sent(page, f"?handler={leaver.id}", do="allocate", handler=str(eve.id), all="yes")
    )
    assert came == dict.fromkeys(made, True)
    assert {case_of(desk, reference).handler for reference in made} == {eve.id}
    assert "Given to a handler: 20 of 20 cases" in words_of(answer.content.decode())
    assert answer.context["back"] == address(f"worklist?handler={leaver.id}")
    menus = {menu.name: menu for menu in page.get(address("worklist")).context["menus"]}
    assert str(leaver.id) not in dict(menus["handler"].choices)


@pytest.mark.parametrize(
    ("do", "others", "says"),
    [
        ("tag", {"tag": "Roof works"}, "Roof works"),
        ("note", {"note": "Roofers are back on Monday."}, "Roofers are back on Monday."),
    ],
)
def test_only_what_is_ticked(
    page: Client, desk: builders.Desk, do: str, others: dict[str, str], says: str
) -> None:
    first, second = received(desk), received(desk)
    data = sent(page, do=do, **others)
    data["ticked"] = data["shown"][:1]
    assert done(page, data)[1] == {first: True}
    assert says in words_of(page.get(address(f"case/{first}")).content.decode())
    assert says not in words_of(page.get(address(f"case/{second}")).content.decode())


def test_a_tag_makes_a_list_and_comes_off_again(page: Client, desk: builders.Desk) -> None:
    made = [received(desk) for _ in range(3)]
    done(page, sent(page, do="tag", tag="Roof works", all="yes"))
    query = "?tag=Roof+works"
    rows = page.get(address(f"worklist{query}")).context["rows"]
    assert [row.line.reference for row in rows] == made
    done(page, sent(page, query, do="untag", tag="roof WORKS", all="yes"))
    assert not page.get(address(f"worklist{query}")).context["rows"]


def test_a_refusal_stops_no_other_and_says_why(
    page: Client, desk: builders.Desk, eve: Actor, officer: Actor
) -> None:
    mine, hers, nobodys, ready = received(desk), received(desk), received(desk), answered(desk)
    given_to(desk, mine, officer)
    given_to(desk, hers, eve)
    data = sent(page, do="chase", note="How is it going?", all="yes")
    desk.does(ready, Verb.CLOSE, Close(), TODAY)
    answer, came = done(page, data)
    assert came == {mine: False, hers: True, nobodys: False, ready: False}
    said = words_of(answer.content.decode())
    assert "Handler reminded: 1 of 4 cases" in said
    assert "Nobody handles this case. Give it to a handler first." in said
    assert "You handle this case yourself." in said
    assert "Somebody changed this case" in said


def test_sent_twice_it_is_done_once(page: Client, desk: builders.Desk, eve: Actor) -> None:
    ref = received(desk)
    data = sent(page, do="allocate", handler=str(eve.id), all="yes")
    for _ in range(2):
        assert done(page, data)[1] == {ref: True}
    events = page.get(address(f"case/{ref}")).context["story"]
    assert [entry.title for entry in events].count("Given to a handler") == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"do": "allocate", "all": "yes"}, "Choose who is to have the cases."),
        ({"do": "allocate", "all": "yes", "handler": "99999"}, "Choose who is to have the cases."),
        ({"do": "tag", "all": "yes", "tag": " "}, "Write the tag."),
        ({"do": "tag", "all": "yes", "tag": "x" * 31}, "Use 30 characters or fewer."),
        ({"do": "note", "all": "yes"}, "Write the note."),
        ({"do": "note", "note": "So."}, "Tick at least one case."),
    ],
)
def test_what_is_missing_is_said_before_anything_is_done(
    page: Client, desk: builders.Desk, data: dict[str, str], problem: str
) -> None:
    ref = received(desk)
    answer = page.post(address("bulk"), sent(page, **data))
    said = words_of(answer.content.decode())
    assert f"{problem}" in said and "Nothing has been done yet." in said
    assert case_of(desk, ref).tags == () and case_of(desk, ref).handler is None


def test_who_only_reads_has_nothing_to_tick_and_is_refused(
    desk: builders.Desk, landlord: Landlord, page: Client
) -> None:
    received(desk)
    member = browser_of(builders.user(landlord, Role.MEMBER_RESPONSIBLE, name="Mo Lee"))
    assert 'name="ticked"' not in member.get(address("worklist")).content.decode()
    _, came = done(member, sent(page, do="tag", tag="Mine", all="yes"))
    assert list(came.values()) == [False]
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    assert logger.post(address("bulk"), {})["Location"] == address("receive")


def test_another_landlords_cases_and_restricted_ones_are_as_if_not_there(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    head = builders.user(landlord, Role.HEAD_OF_SERVICE, name="Hana Head")
    secret = received(desk)
    given = Restrict(people=((head.id or 0, head.name),), reason="About a director.")
    builders.Desk(landlord, head).does(secret, Verb.RESTRICT, given, TODAY)
    other = builders.landlord("harrow", "HAR")
    theirs = builders.Desk(other, builders.user(other, Role.COMPLAINTS_OFFICER)).receive(TODAY)
    data = sent(page, do="tag", tag="Mine")
    data["ticked"] = [f"2:{secret}", f"1:{theirs}", "1:MOD-999999", "x", "1:", "²:MOD-000001"]
    _, came = done(page, data)
    assert came == {secret: False, theirs: False, "MOD-999999": False}


def test_nobody_sees_or_takes_over_what_another_did(page: Client, desk: builders.Desk) -> None:
    received(desk)
    data = sent(page, do="tag", tag="Mine", all="yes")
    done(page, data)
    eve = browser_of(builders.user(desk.landlord, Role.COMPLAINTS_OFFICER, name="Eve Hall"))
    assert eve.get(address(f"bulk/{data['key']}")).status_code == 404
    assert eve.post(address("bulk"), data).status_code == 404
    assert page.get(address("bulk/none")).status_code == 404
    assert page.get(address("bulk")).status_code == 404
    assert page.post(address("bulk"), sent(page, do="burn", all="yes")).status_code == 404
