"""Sending by GOV.UK Notify, against a stand-in that speaks its API, well and badly."""

import base64
from collections.abc import Iterator
from typing import Any

import pytest

from redress.cases.following import where_to_follow
from redress.cases.models import Message
from redress.people.models import Landlord
from redress.work.sending import ask_about_doubts, send_due
from tests.notify_stub import KEY, Notify
from tests.work.messages import Clock, letter_mail, staff_mail

pytestmark = pytest.mark.django_db


@pytest.fixture
def notify(settings: Any) -> Iterator[Notify]:
    with Notify() as running:
        settings.NOTIFY_ADDRESS, settings.NOTIFY_KEYS = running.address, {"": KEY}
        settings.NOTIFY_TEMPLATES = {"code-model": "f33517ff-2a88-4f6e-b855-c550268ce08a"}
        yield running


def now_of(message: Message) -> Message:
    message.refresh_from_db()
    return message


def test_an_email_goes_through_the_landlords_template(
    landlord: Landlord, notify: Notify, clock: Clock
) -> None:
    message = letter_mail(landlord)
    assert send_due(clock) == 1
    (kept,) = notify.kept
    assert message.letter is not None
    assert kept == {
        "path": "/v2/notifications/email",
        "email_address": "mary@example.org",
        "template_id": "f33517ff-2a88-4f6e-b855-c550268ce08a",
        "personalisation": {
            "subject": message.subject,
            "body": f"{message.letter.text}\n\n{where_to_follow(landlord)}",
        },
        "reference": message.message_id,
    }
    assert (now_of(message).state, message.carrier) == ("accepted", "notify")
    assert message.answer == "Notify took it: id-1"


def test_a_letter_by_post_goes_as_its_pdf(landlord: Landlord, notify: Notify, clock: Clock) -> None:
    message = letter_mail(landlord, "4 Elm Walk, E1 4AA", way="post")
    send_due(clock)
    (kept,) = notify.kept
    assert kept["path"] == "/v2/notifications/letter"
    assert base64.b64decode(kept["content"]).startswith(b"%PDF-")
    assert now_of(message).state == "accepted"


@pytest.mark.parametrize("word", ["429", "403"])
def test_a_passing_refusal_is_tried_again(
    landlord: Landlord, notify: Notify, clock: Clock, word: str
) -> None:
    message = letter_mail(landlord)
    notify.does = [word]
    send_due(clock)
    assert now_of(message).state == "waiting" and message.answer.startswith(word)
    clock.goes(minutes=1)
    send_due(clock)
    assert now_of(message).state == "accepted"
    assert len(notify.kept) == 1


def test_a_request_that_will_never_do_fails_in_notifys_words(
    landlord: Landlord, notify: Notify, clock: Clock
) -> None:
    message = letter_mail(landlord)
    notify.does = ["400"]
    send_due(clock)
    assert (now_of(message).state, message.answer) == (
        "failed",
        "400 Missing personalisation: body",
    )


@pytest.mark.parametrize("word", ["500", "500-kept", "drop", "drop-kept"])
def test_what_is_in_doubt_is_settled_by_asking_and_goes_once(
    landlord: Landlord, notify: Notify, clock: Clock, word: str
) -> None:
    letter, staff = letter_mail(landlord), staff_mail(landlord)
    notify.does = [word, word]
    send_due(clock)
    assert now_of(letter).state == "in_doubt"
    assert (now_of(staff).state, staff.doubts) == ("waiting", 1)
    assert ask_about_doubts(clock()) == 1
    for _ in range(10):
        clock.goes(minutes=1)
        send_due(clock)
        ask_about_doubts(clock())
    assert (now_of(letter).state, now_of(staff).state) == ("accepted", "accepted")
    references = [each["reference"] for each in notify.kept]
    assert sorted(references) == sorted([letter.message_id, staff.message_id])


def test_where_notify_is_away_everything_waits(
    landlord: Landlord, settings: Any, clock: Clock
) -> None:
    with Notify() as gone:
        settings.NOTIFY_ADDRESS = gone.address
    settings.NOTIFY_KEYS, settings.NOTIFY_TEMPLATES = {"": KEY}, {"": "a template"}
    messages = [letter_mail(landlord) for _ in range(3)]
    assert send_due(clock) == 1
    assert {now_of(message).state for message in messages} == {"waiting"}
    assert "Notify cannot be reached" in now_of(messages[0]).answer
    Message.objects.update(state="in_doubt", carrier="notify")
    assert ask_about_doubts(clock()) == 0
    assert {now_of(message).state for message in messages} == {"in_doubt"}


def test_a_wrong_key_is_said(landlord: Landlord, notify: Notify, settings: Any) -> None:
    settings.NOTIFY_KEYS = {"": KEY[:-1] + "x"}
    message, clock = letter_mail(landlord), Clock()
    send_due(clock)
    assert (now_of(message).state, message.answer) == ("waiting", "403 Invalid token: signature")
