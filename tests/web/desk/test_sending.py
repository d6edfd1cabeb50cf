"""What could not be sent is put before a person, who sees to it; letters that were posted are
ticked off."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from redress.cases import carrying
from redress.cases.carrying import Answer, Outcome
from redress.cases.models import Message
from redress.people.models import Landlord, Resident
from redress.rules.access import CASEWORK, READERS, Role
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of
from tests.web.desk.pages import errors_of, send, words_of
from tests.work.messages import letter_mail

NOW = builders.at(TODAY)


def stuck(landlord: Landlord, outcome: Outcome, said: str = "550 No such mailbox") -> Message:
    """A letter that was handed over and came to this."""
    message = letter_mail(landlord)
    (taken,) = carrying.take_up(NOW, 1, emails_of=[landlord.pk])
    assert carrying.hand_over(taken, "smtp", NOW)
    assert carrying.settle(taken, Answer(outcome, said), NOW)
    return now_of(message)


def now_of(message: Message) -> Message:
    message.refresh_from_db()
    return message


def shown(page: Client, path: str) -> str:
    answer = page.get(address(path))
    assert answer.status_code == 200
    return words_of(answer.content.decode())


def case_path(message: Message) -> str:
    assert message.case is not None
    return f"case/{message.case.reference}"


def test_what_failed_is_on_the_list_and_on_its_case(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    for path in ("sending", case_path(message)):
        words = shown(page, path)
        assert "Could not be sent to mary@example.org" in words
        assert "550 No such mailbox" in words


def test_what_is_in_doubt_says_so_and_what_to_do_first(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.UNHEARD, "the connection was lost")
    assert "In doubt: it may have gone to mary@example.org" in shown(page, "sending")
    words = shown(page, f"sending/{message.pk}")
    assert "does not send a letter twice by itself" in words


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.UNHEARD])
def test_it_is_sent_again_to_another_address(
    page: Client, landlord: Landlord, outcome: Outcome
) -> None:
    message = stuck(landlord, outcome)
    path = address(f"sending/{message.pk}")
    send(page, path, do="again", way="email", address="new@example.org")
    assert (now_of(message).state, message.to_address) == ("waiting", "new@example.org")
    assert (message.attempts, message.doubts) == (0, 0)
    assert carrying.take_up(NOW, 1, emails_of=[landlord.pk])[0].pk == message.pk


def with_resident(message: Message, **details: Any) -> Resident:
    """The case gets a resident who is written to like this."""
    assert message.case is not None
    person = builders.resident(message.landlord)
    Resident.objects.filter(pk=person.pk).update(**details)
    type(message.case).objects.filter(pk=message.case.pk).update(resident=person)
    return person


def test_it_goes_by_post_instead_to_the_residents_home(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    with_resident(message)
    send(page, address(f"sending/{message.pk}"), do="again", way="post")
    assert (now_of(message).state, message.way) == ("waiting", "post")
    assert message.to_address == "4 Elm Walk, E1 4AA"
    assert "To be posted to 4 Elm Walk, E1 4AA" in shown(page, "sending?show=post")


def test_a_way_that_must_not_be_used_is_not_offered(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    with_resident(message, never_by=["email"])
    content = page.get(address(f"sending/{message.pk}")).content.decode()
    assert 'value="post"' in content and 'value="hand"' in content
    assert 'value="email"' not in content
    answer = page.post(
        address(f"sending/{message.pk}"),
        {"do": "again", "way": "email", "token": str(message.token)},
    )
    assert answer.status_code == 200 and now_of(message).state == "failed"


def test_it_is_marked_as_sent_with_the_day_and_by_whom(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.UNHEARD)
    day = {"on_0": "11", "on_1": "5", "on_2": "2026"}
    path = address(f"sending/{message.pk}")
    names = [name for name in ("on_day", "on_0") if name in page.get(path).content.decode()]
    if names == ["on_day"]:
        day = {"on_day": "11", "on_month": "5", "on_year": "2026"}
    send(page, path, do="sent", **day)
    assert (now_of(message).state, message.carrier) == ("accepted", "person")
    assert message.answer == "Sent on Monday 11 May 2026, as Amina Khan says"


def test_it_is_set_aside(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.UNHEARD)
    send(page, address(f"sending/{message.pk}"), do="aside")
    assert (now_of(message).state, message.answer) == ("cancelled", "Set aside by Amina Khan")


def test_what_is_missing_is_asked_for(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    path = address(f"sending/{message.pk}")
    token = str(message.token)
    answer = page.post(path, {"token": token})
    assert errors_of(answer.content.decode()) == ["Choose what should happen"]
    answer = page.post(path, {"token": token, "do": "sent"})
    assert errors_of(answer.content.decode()) == ["Enter the day on which it was sent"]
    answer = page.post(path, {"token": token, "do": "again"})
    assert errors_of(answer.content.decode()) == ["Choose how it should go"]
    assert now_of(message).state == "failed"


def test_the_same_form_sent_twice_has_one_effect(page: Client, landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    path = address(f"sending/{message.pk}")
    given = {"do": "again", "way": "email", "token": str(message.token)}
    assert page.post(path, given).status_code == 302
    after = now_of(message).token
    answer = page.post(path, given)
    assert answer.status_code == 200 and b"has gone on meanwhile" in answer.content
    assert now_of(message).token == after


def test_posted_letters_are_ticked_off(page: Client, landlord: Landlord) -> None:
    one, two = (letter_mail(landlord, "4 Elm Walk", way="post") for _ in range(2))
    email = letter_mail(landlord)
    ticked = {"message": [str(one.pk), str(email.pk), "999999", "x"]}
    answer = page.post(address("sending"), ticked, follow=True)
    words = words_of(answer.content.decode())
    assert "1 letter is marked as posted today." in words
    assert "Some were not waiting any more" in words
    assert now_of(one).state == "accepted"
    assert one.answer == "Posted on Tuesday 12 May 2026 by Amina Khan"
    assert (now_of(two).state, now_of(email).state) == ("waiting", "waiting")
    assert "Nothing was ticked" in words_of(
        page.post(address("sending"), {}, follow=True).content.decode()
    )


def test_a_letter_says_when_it_leaves_and_when_it_left(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    message = letter_mail(landlord, not_before=NOW + timedelta(seconds=60))
    assert "Leaves to mary@example.org at 11:01:00" in shown(page, case_path(message))
    (taken,) = carrying.take_up(NOW + timedelta(minutes=2), 1, emails_of=[landlord.pk])
    carrying.hand_over(taken, "smtp", NOW)
    carrying.settle(taken, Answer(Outcome.ACCEPTED, "250 OK"), NOW + timedelta(minutes=2))
    assert "Went by email to mary@example.org 12 May, 11:02" in shown(page, case_path(message))


def test_without_a_mail_server_the_page_says_so(page: Client, landlord: Landlord) -> None:
    assert "No email can leave: REDRESS_MAIL_HOST is not set" in shown(page, "sending")
    Landlord.objects.filter(pk=landlord.pk).update(demonstration=True)
    assert "nothing leaves this machine" in shown(page, "sending")


def test_a_link_in_a_message_is_for_whom_it_was_sent_to(page: Client, landlord: Landlord) -> None:
    message = letter_mail(landlord, letter=None, text="Your link: https://x.example/secret")
    assert "secret" not in shown(page, f"sending/{message.pk}")


@pytest.mark.parametrize("role", sorted(Role))
def test_who_reads_cases_looks_and_who_does_casework_acts(landlord: Landlord, role: Role) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    person = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
    reads, acts = role in READERS, role in READERS & CASEWORK
    assert person.get(address("sending")).status_code == (200 if reads else 403)
    answer = person.get(address(f"sending/{message.pk}"))
    assert answer.status_code == (200 if reads else 404)
    assert (b"What should happen?" in answer.content) == acts
    given = {"do": "aside", "token": str(message.token)}
    answer = person.post(address(f"sending/{message.pk}"), given)
    assert answer.status_code == (302 if acts else 403 if reads else 404)
    assert (now_of(message).state == "cancelled") == acts
    answer = person.post(address("sending"), {})
    assert answer.status_code == (302 if acts else 403)


def test_another_landlords_people_see_none_of_it(landlord: Landlord) -> None:
    message = stuck(landlord, Outcome.REFUSED)
    other = builders.landlord("harrow", "HAR")
    person = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert person.get(address("sending")).status_code == 403
    assert person.get(address(f"sending/{message.pk}")).status_code == 404
    assert person.get(f"/harrow/desk/sending/{message.pk}").status_code == 404
    assert b"mary@example.org" not in person.get("/harrow/desk/sending").content


@pytest.mark.parametrize("show", ["stuck", "post", "hand", "waiting", "sent", "nonsense"])
def test_every_list_opens_and_asks_as_much_of_the_database_however_long(
    page: Client, landlord: Landlord, django_assert_max_num_queries: Any, show: str
) -> None:
    for number in range(30):
        way = ("email", "post", "hand")[number % 3]
        letter_mail(landlord, f"r{number}@example.org", way=way)
    with django_assert_max_num_queries(12):
        assert page.get(address(f"sending?show={show}")).status_code == 200
