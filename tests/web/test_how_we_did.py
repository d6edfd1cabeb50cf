"""Saying how a complaint was handled: by the link, on the page where it is followed, by phone."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.people.models import Landlord, Resident
from redress.rules.access import Role, Verb
from redress.rules.actions.close import Close
from redress.rules.facts import Choice
from redress.rules.satisfaction import AskingPlan
from redress.satisfaction import asking, reading
from redress.satisfaction.links import token_of
from redress.satisfaction.models import Asked, Unhappy
from redress.web import clock
from tests import builders
from tests.builders import at
from tests.web.desk.conftest import TODAY, address, answered, browser_of
from tests.web.follower import gets_in, sends
from tests.web.plain import plain
from tests.web.reader import read, sound
from tests.web.test_words import text

pytestmark = pytest.mark.django_db
GOOD = {"handled": "5", "kept": "yes"}
BAD = {"handled": "2", "kept": "partly", "outcome": "1", "easy": "2", "words": "You never rang."}
LATER = TODAY + timedelta(days=7)
Move = Callable[[date], None]


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


@pytest.fixture(autouse=True)
def move(monkeypatch: pytest.MonkeyPatch) -> Move:
    kept = [at(LATER, 11)]

    def now() -> datetime:
        return kept[0]

    monkeypatch.setattr(clock, "now", now)
    return lambda day: kept.__setitem__(0, at(day, 11))


def asked(desk: builders.Desk, **needs: Any) -> tuple[str, str]:
    """A closed complaint whose resident is asked on `LATER`: its reference and link."""
    person = builders.resident(desk.landlord)
    Resident.objects.filter(pk=person.pk).update(**needs)
    reference = answered(desk, resident=person.pk)
    plan = AskingPlan(7)
    asking.choose(desk.landlord, plan, TODAY, desk.actor, at(TODAY))
    desk.does(reference, Verb.CLOSE, Close(), TODAY)
    asking.run(at(LATER))
    return reference, f"/code-model/how-we-did/{token_of(Asked.objects.get(), desk.landlord)}"


def test_the_link_shows_nothing_of_the_complaint_and_looking_changes_nothing(
    desk: builders.Desk,
) -> None:
    reference, link = asked(desk)
    answer = Client().get(link)
    page, html = sound(answer), answer.content.decode()
    for private in (reference, "Osei", "ceiling", "Elm Walk", "Repairs"):
        assert private not in html
    assert "You can answer until" in page.words
    assert not Asked.objects.exclude(answered_on=None).exists()


def test_an_answer_is_kept_once(desk: builders.Desk) -> None:
    reference, link = asked(desk)
    for _ in range(2):
        answer = Client(enforce_csrf_checks=True).post(link, BAD | {"handled": "4"}, follow=True)
        assert "We have your answers" in sound(answer).words
    [rating] = Case.objects.get(reference=reference).ratings
    assert (rating["handled"], rating["outcome"], rating["easy"]) == (4, 1, 2)
    voices, _ = reading.voices_of(desk.landlord, TODAY, TODAY, LATER)
    assert (voices.asked, voices.answered) == (1, 1)


def test_what_is_missing_is_said_and_nothing_typed_is_lost(desk: builders.Desk) -> None:
    _, link = asked(desk)
    page = sound(Client().post(link, {"words": "You never rang."}))
    assert "Say how we handled your complaint" in page.words
    assert "You never rang." in page.words


def test_whoever_is_unhappy_is_offered_more_at_once_and_by_a_person(desk: builders.Desk) -> None:
    """Code 1.6."""
    reference, link = asked(desk)
    browser = Client()
    page = sound(browser.post(link, BAD, follow=True))
    assert "We are sorry that you are not happy." in page.words
    assert page.one("a", role="button", href="/code-model/follow").words == "Ask us to look again"
    form = browser.post(link, {"step": "complain"}, follow=True)
    assert form.redirect_chain == [("/code-model/complain", 302)]
    what = sound(browser.get("/code-model/complain/what"))
    assert "This is about how you dealt with a complaint of mine." in what.words
    staff = browser_of(desk.actor)
    today = sound(staff.get(address("")))
    assert "Unhappy in a survey, to be offered a complaint" in today.words
    listed = sound(staff.get(address("satisfaction?show=unhappy")))
    assert "Mary Osei" in listed.words and "How to complain, on the page" in listed.words
    one = address(f"satisfaction/unhappy/{Unhappy.objects.get().pk}")
    assert "You never rang." in sound(staff.get(one)).words
    refused = sound(staff.post(one, {"choice": "yes"}))
    assert "Enter the reference of the complaint" in refused.words
    staff.post(one, {"choice": "later"})
    assert (
        "They want to think about it"
        in sound(staff.get(address("satisfaction?show=unhappy"))).words
    )
    staff.post(one, {"choice": "yes", "reference": reference})
    row = Unhappy.objects.get()
    assert (row.choice, row.reference, row.settled_on) == (Choice.YES, reference, LATER)
    assert staff.get(one).status_code == 404


def test_an_answer_where_the_complaint_is_followed_is_the_same_answer(desk: builders.Desk) -> None:
    reference, link = asked(desk)
    browser = Client()
    gets_in(browser, reference)
    page = sound(sends(browser, "rate", **BAD))
    assert "you can ask us to look again" in page.words
    assert "We have your answers" in sound(Client().get(link)).words
    assert Unhappy.objects.get().told
    voices, _ = reading.voices_of(desk.landlord, TODAY, TODAY, LATER)
    assert (voices.asked, voices.answered, voices.unasked_answers) == (1, 1, 0)


def test_staff_ring_who_cannot_be_written_to(desk: builders.Desk) -> None:
    reference, _ = asked(desk, formats=["braille"], unsafe="Never ring before ten")
    staff = browser_of(desk.actor)
    assert "Mary Osei" in sound(staff.get(address("satisfaction"))).words
    there = address(f"satisfaction/{Asked.objects.get().pk}")
    page = sound(staff.get(there))
    assert "Never ring before ten" in page.words and "07700 900123" in page.words
    assert staff.post(there, {"step": "unreached"}).status_code == 302
    assert "Once, on" in sound(staff.get(address("satisfaction"))).words
    assert staff.post(there, GOOD).status_code == 302
    assert Case.objects.get(reference=reference).ratings[0]["handled"] == 5
    assert staff.get(there).status_code == 404


def test_who_may_ring_and_offer_and_who_may_not(desk: builders.Desk) -> None:
    asked(desk, formats=["braille"])
    number = Asked.objects.get().pk
    Unhappy.objects.create(landlord=desk.landlord, said_on=TODAY, contact="x@example.org")
    at_unhappy = f"satisfaction/unhappy/{Unhappy.objects.get().pk}"
    may = {Role.HANDLER: (200, 200), Role.AUDITOR: (200, 403), Role.LOGGER: (403, 403)}
    for role, (lists, rings) in may.items():
        browser = browser_of(builders.user(desk.landlord, role, name=f"A {role}"))
        assert browser.get(address("satisfaction")).status_code == lists
        assert browser.get(address(f"satisfaction/{number}")).status_code == rings
        assert browser.get(address(at_unhappy)).status_code == rings
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert theirs.get(address("satisfaction")).status_code == 403
    for path in (f"satisfaction/{number}", at_unhappy):
        assert theirs.get(f"/harrow/desk/{path}").status_code == 404


@pytest.mark.parametrize(
    ("day", "status", "says"),
    [
        (LATER + timedelta(days=28), 200, "How did we do?"),
        (LATER + timedelta(days=29), 410, "over"),
    ],
)
def test_a_link_ends(desk: builders.Desk, move: Move, day: date, status: int, says: str) -> None:
    _, link = asked(desk)
    move(day)
    answer = Client().get(link)
    assert answer.status_code == status
    assert says in sound(answer).words


def test_a_link_that_is_not_ours_and_one_used_too_often(desk: builders.Desk) -> None:
    _, link = asked(desk)
    assert Client().get(link[:-1] + "2").status_code == 404
    assert Client().get(link.replace("code-model", "harrow")).status_code == 404
    answers = [Client().post(link, {}).status_code for _ in range(22)]
    assert set(answers) == {200, 429}


def test_its_pages_are_plain(desk: builders.Desk) -> None:
    _, link = asked(desk)
    pages = {"questions": Client().get(link)}
    pages["unhappy"] = Client().post(link, BAD, follow=True)
    pages["thanks"] = Client().get(link)
    pages["wrong"] = Client().get(link[:-1] + "2")
    plain("how we did", {name: text(page.content.decode()) for name, page in pages.items()})
    assert read(pages["thanks"]).one("h1").words == "Thank you"
