"""Each page of the desk for each kind of person."""

import pytest
from django.test import Client

from redress.people.models import Landlord, User
from redress.rules.access import PERMISSIONS, READERS, Role, Verb, may, may_read_cases
from redress.web.desk.forms import FORMS
from redress.web.desk.verbs import WORDS, word_of
from tests import builders
from tests.web.desk.conftest import address, browser_of, opened, received

CASE = ("", "/letters/1", *(f"/{word_of(verb)}" for verb in WORDS))


def test_every_action_has_a_form_words_and_an_address() -> None:
    done_to_a_case = set(Verb) - {
        Verb.RECEIVE,
        Verb.TAKE_IN,
        Verb.REMIND,
        Verb.REDATE,  # follow by themselves
        *(Verb.READ_OUT_CODE, Verb.ASK_SATISFACTION),  # a page of its own; the worker
        Verb.FEED_BACK,  # of a quality check
        *(Verb.ANSWER_DEFINITION, Verb.ANSWER_EXTENSION, Verb.SAY_NOT_DONE, Verb.RATE),
    }
    assert WORDS.keys() == FORMS.keys() == done_to_a_case


def test_strangers_are_asked_to_sign_in(desk: builders.Desk) -> None:
    ref = received(desk)
    for path in ("", "receive", *(f"case/{ref}{rest}" for rest in CASE)):
        answer = Client().get(address(path))
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in?next=")


def test_another_landlords_people_see_nothing_not_even_that_it_is_there(
    desk: builders.Desk,
) -> None:
    ref = received(desk)
    other = builders.landlord("harrow", "HAR")
    page = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other Officer"))
    for path in ("", "receive", *(f"case/{ref}{rest}" for rest in CASE)):
        assert page.get(address(path)).status_code == 404, path
    assert page.post(address(f"case/{ref}/log"), {}).status_code == 404
    # nor by way of their own landlord
    assert page.get(f"/harrow/desk/case/{ref}").status_code == 404
    assert page.get(f"/harrow/desk/case/{ref}/letters/1").status_code == 404


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_read_reads_and_who_may_act_acts(
    desk: builders.Desk, landlord: Landlord, role: Role
) -> None:
    ref = opened(desk)
    actor = builders.user(landlord, role, name=f"Somebody {role}")
    page = browser_of(actor)
    reads = may_read_cases(actor)
    assert reads == (role in READERS)
    assert page.get(address(f"case/{ref}")).status_code == (200 if reads else 404)
    assert page.get(address(f"case/{ref}/letters/2")).status_code == (200 if reads else 404)
    for verb in WORDS:
        answer = page.post(address(f"case/{ref}/{word_of(verb)}"), {})
        if not reads and role not in PERMISSIONS[verb]:
            assert answer.status_code == 404
        elif role not in PERMISSIONS[verb]:
            assert answer.status_code == 403, verb
            assert b"Your role does not allow this." in answer.content
        else:
            assert answer.status_code == 200, verb


@pytest.mark.parametrize("role", sorted(Role))
def test_any_member_of_staff_may_take_a_complaint(landlord: Landlord, role: Role) -> None:
    actor = builders.user(landlord, role, name=f"Somebody {role}")
    answer = browser_of(actor).get(address("receive"))
    refused = 403 if role in READERS else 404  # for an administrator there is no such page
    assert answer.status_code == (200 if may(actor, Verb.RECEIVE) else refused)


def test_no_such_case_letter_or_action(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    for path in (
        "case/MOD-999999",
        f"case/{ref}/letters/9",
        f"case/{ref}/letters/{'9' * 30}",
        f"case/{ref}/verify",
        f"case/{ref}/receive",
        "case/%00",
    ):
        assert page.get(address(path)).status_code == 404, path


def test_reading_pages_refuse_to_be_posted_to(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    for path in ("", f"case/{ref}", f"case/{ref}/letters/1"):
        assert page.post(address(path)).status_code == 405


def test_a_person_who_has_left_sees_nothing(page: Client, desk: builders.Desk) -> None:
    User.objects.filter(pk=desk.actor.id).update(is_active=False)
    assert page.get(address()).status_code == 302
