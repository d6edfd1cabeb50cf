"""Comments asked for: who is late first; who sees it; and the address book."""

from datetime import date, timedelta

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.people import address_book
from redress.people.models import Contributor, Landlord
from redress.rules.access import DECIDERS, READERS, Role, Verb
from redress.rules.actions.ask_comments import Asked
from redress.rules.actions.comment import Comment
from redress.rules.actions.restrict import Restrict
from tests import builders
from tests.rules.inputs import ROOFER, SURVEYOR, ask
from tests.web.desk.conftest import TODAY, address, browser_of, opened
from tests.web.desk.pages import errors_of, send, sent_by, words_of
from tests.web.reader import sound

EARLIER = date(2026, 5, 6)
SAM = {
    "name": "Sam Roy",
    "organisation": "Axis Roofing",
    "email": "Sam@Axis.example",
    "manager_email": "boss@axis.example",
}


def test_the_latest_come_first_and_the_answered_not_at_all(
    page: Client, desk: builders.Desk
) -> None:
    first, second = opened(desk), opened(desk)
    desk.does(first, Verb.ASK_COMMENTS, ask("Fri 15 May", ROOFER, SURVEYOR), EARLIER)
    desk.does(second, Verb.ASK_COMMENTS, ask("Thu 7 May", ROOFER), EARLIER)
    desk.does(first, Verb.COMMENT, Comment(number=2, answered_by="Uma", answer="Dry."), EARLIER)
    said = sound(page.get(address("comments-asked"))).words
    assert "3 working days late" in said and "3 working days left" in said
    assert said.index(second) < said.index(first)
    assert "Sam Roy" in said and "Uma Patel" not in said


def test_nobody_is_waited_for(page: Client, landlord: Landlord) -> None:
    assert "Nobody is being waited for." in sound(page.get(address("comments-asked"))).words


def test_a_long_list_is_read_page_by_page_in_few_queries(
    page: Client, desk: builders.Desk, django_assert_max_num_queries: object
) -> None:
    ref = opened(desk)
    for day in range(17):
        people = (ROOFER, SURVEYOR, somebody(day))
        desk.does(ref, Verb.ASK_COMMENTS, ask(TODAY + timedelta(days=day), *people), EARLIER)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        first = page.get(address("comments-asked")).content.decode()
    assert first.count("<tr") == 51 and "Next page" in first
    mark = first.split('href="?after=')[1].split('"')[0]
    rest = page.get(address(f"comments-asked?after={mark}")).content.decode()
    assert rest.count("<tr") == 2 and "Next page" not in rest and "First page" in rest
    for wrong in ("x", "2026-99-99.1", "2026-05-12." + "9" * 30, "%00"):
        assert page.get(address(f"comments-asked?after={wrong}")).status_code == 200


def somebody(day: int) -> Asked:
    return Asked(name=f"Person {day}", email=f"person{day}@example.org")


def test_a_restricted_case_shows_nothing_to_others(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    ref = opened(desk)
    desk.does(ref, Verb.ASK_COMMENTS, ask("Fri 15 May"), EARLIER)
    director = browser_of(builders.user(landlord, Role.DIRECTOR, name="Dee Rector"))
    assert ref in director.get(address("comments-asked")).content.decode()
    only = Restrict(people=((desk.actor.id or 0, "Amina Khan"),), reason="A colleague.")
    desk.does(ref, Verb.RESTRICT, only, TODAY)
    assert ref in page.get(address("comments-asked")).content.decode()
    hidden = director.get(address("comments-asked")).content.decode()
    assert ref not in hidden and "Sam Roy" not in hidden


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_see_the_list_and_who_keeps_the_address_book(
    desk: builders.Desk, landlord: Landlord, role: Role
) -> None:
    person = address_book.keep(landlord, **SAM)
    page = browser_of(builders.user(landlord, role, name=f"A {role}"))
    listed = page.get(address("comments-asked")).status_code
    assert listed == (200 if role in READERS else 403)
    for path in ("address-book", f"address-book/{person.pk}"):
        expected = 200 if role in DECIDERS else 403
        assert page.get(address(path)).status_code == expected
        assert page.post(address(path), {}).status_code == expected
    assert Case.objects.count() == 0


def test_another_landlords_people_see_and_change_nothing(landlord: Landlord) -> None:
    person = address_book.keep(landlord, **SAM)
    other = builders.landlord("harrow", "HAR")
    page = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other Officer"))
    for path in ("comments-asked", "address-book", f"address-book/{person.pk}"):
        assert page.get(address(path)).status_code == 403
        assert page.post(address(path), {"step": "retire"}).status_code in (403, 405)
    assert page.get(f"/harrow/desk/address-book/{person.pk}").status_code == 404
    assert (
        page.post(f"/harrow/desk/address-book/{person.pk}", {"step": "retire"}).status_code == 404
    )
    assert not Contributor.objects.get().retired


def test_somebody_is_added_changed_and_taken_out(page: Client, landlord: Landlord) -> None:
    at = address("address-book")
    assert "Nobody is in it yet." in words_of(page.get(at).content.decode())
    assert send(page, at, **SAM).status_code == 302
    (sam,) = address_book.in_use(landlord)
    assert (sam.email, sam.manager_email) == ("sam@axis.example", "boss@axis.example")
    assert "Sam Roy" in words_of(page.get(at).content.decode())
    one = address(f"address-book/{sam.pk}")
    first = sent_by(page.get(one).content.decode())
    assert first["organisation"] == ["Axis Roofing"]
    page.post(one, {**first, "manager_email": [""], "name": ["Samira Roy"]})
    (sam,) = address_book.in_use(landlord)
    assert (sam.name, sam.manager_email) == ("Samira Roy", "")
    page.post(one, {"step": "retire"})
    assert address_book.in_use(landlord) == []
    assert page.get(one).status_code == 404
    assert send(page, at, **SAM).status_code == 302  # somebody who comes back


def test_an_address_stands_in_the_book_once(page: Client, landlord: Landlord) -> None:
    at = address("address-book")
    send(page, at, **SAM)
    again = send(page, at, **{**SAM, "email": "SAM@axis.example"})
    assert errors_of(again.content.decode()) == [
        "Somebody in the address book has this email address already."
    ]
    empty = send(page, at, name="", organisation="", email="x", manager_email="y")
    assert len(errors_of(empty.content.decode())) == 4
    assert Contributor.objects.count() == 1
    for number in ("9" * 30, "0"):
        assert page.get(address(f"address-book/{number}")).status_code == 404
