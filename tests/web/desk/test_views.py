"""Saved views: private or shared, counted, renamed and deleted by whoever made them alone."""

from typing import Any

from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.tag import Tag
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, escalated, opened, received
from tests.web.desk.pages import words_of

assert escalated


def links(page: Client) -> dict[str, Any]:
    return {link.words: link for link in page.get(address("worklist")).context["views"]}


def save(page: Client, name: str = "Stage 1", query: str = "stage=1", **others: str) -> Any:
    data = {"do": "save", "name": name, "list": query, **others}
    return page.post(address("views"), data)


def test_saved_it_stands_above_the_list_with_its_number(page: Client, desk: builders.Desk) -> None:
    received(desk), opened(desk)
    assert save(page, "Just in", "waiting=sorting")["Location"] == (
        address("worklist?waiting=sorting")
    )
    link = links(page)["Just in"]
    assert (link.number, link.address) == (1, address("worklist?waiting=sorting"))
    assert len(page.get(link.address).context["rows"]) == 1
    (here,) = [each for each in page.get(link.address).context["views"] if each.here]
    assert here.words == "Just in"


def test_colleagues_see_a_shared_one_and_no_private_one(page: Client, landlord: Landlord) -> None:
    save(page, "Ours", "handler=me", shared="yes")
    save(page, "My own", "stage=2")
    eve = browser_of(builders.user(landlord, Role.HANDLER, name="Eve Hall"))
    assert "Ours (shared)" in links(eve) and "My own" not in links(eve)
    assert {"Ours", "My own"} <= links(page).keys()
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert "Ours" not in stranger.get("/harrow/desk/worklist").content.decode()


def test_renamed_shared_and_deleted_by_its_owner_alone(page: Client, landlord: Landlord) -> None:
    save(page)
    (view,) = page.get(address("views")).context["views"]
    eve = browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Eve Hall"))
    for do in ("rename", "delete"):
        eve.post(address("views"), {"do": do, "number": view.number, "name": "Hers"})
    assert "Stage 1" in links(page)
    page.post(
        address("views"),
        {"do": "rename", "number": view.number, "name": "First stage", "shared": "yes"},
    )
    assert "First stage (shared)" in links(eve) and "Stage 1" not in links(page)
    page.post(address("views"), {"do": "delete", "number": view.number})
    assert not page.get(address("views")).context["views"]


def test_the_same_name_again_is_the_same_view(page: Client) -> None:
    save(page)
    save(page, query="stage=2")
    (view,) = page.get(address("views")).context["views"]
    assert view.query == "stage=2"


def test_what_cannot_be_kept_says_why(page: Client, landlord: Landlord) -> None:
    for name in ("", "  ", "x" * 61):
        said = words_of(save(page, name).content.decode())
        assert "Give the view a name of at most 60 characters." in said
    for number in range(15):
        save(page, f"View {number}")
    assert "You have 15 views." in words_of(save(page, "One more").content.decode())
    (first, second, *_) = page.get(address("views")).context["views"]
    data = {"do": "rename", "number": first.number, "name": second.name}
    assert "You have another view of this name." in (
        words_of(page.post(address("views"), data).content.decode())
    )


def test_a_list_that_is_none_is_not_kept(page: Client) -> None:
    assert save(page, query="stage=9").status_code == 404
    assert page.post(address("views"), {"do": "delete", "number": "x"}).status_code == 404


def test_the_weekly_lists_are_there_from_the_start(
    page: Client, desk: builders.Desk, escalated: str
) -> None:
    risky = received(desk, risks=("vulnerable",))
    tagged, plain = opened(desk), opened(desk)
    desk.does(tagged, Verb.TAG, Tag(add=("Complex",)), TODAY)
    found = links(page)
    friday = page.get(found["Friday: complex cases"].address)
    listed = {row.line.reference for row in friday.context["rows"]}
    assert listed == {escalated, risky, tagged} and plain not in listed
    assert "Last: Tags changed, Tue 12 May 2026" in words_of(friday.content.decode())
    monday = page.get(found["Monday: overdue"].address)
    assert found["Monday: overdue"].number == 1
    assert monday.context["services"] == [
        ("Repairs", 1, address("worklist?due=late&service=Repairs&sort=service"))
    ]


def test_the_number_of_queries_does_not_grow_with_the_views(
    page: Client, desk: builders.Desk, django_assert_max_num_queries: Any
) -> None:
    received(desk)
    for number in range(15):
        save(page, f"View {number}", f"stage={number % 3}")
    with django_assert_max_num_queries(17):
        page.get(address("worklist"))
