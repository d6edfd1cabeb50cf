"""The outbox is written with the case: every letter, every message, in the way that fits."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction

from redress.cases import outbox, sending, store
from redress.cases.facts import facts_of
from redress.cases.models import Case, Letter, Message
from redress.people.models import Resident
from redress.rules.access import Verb
from redress.rules.decision import Decision, NewMessage, Refused
from redress.rules.facts import State
from redress.rules.record import NewEvent
from redress.rules.sending import Way
from tests import builders
from tests.rules import inputs, story

pytestmark = pytest.mark.django_db
LOGGED = date(2026, 5, 1)


def acknowledged(office: builders.Office, person: Resident | None, **others: Any) -> str:
    """A complaint of this resident, acknowledged by real actions."""
    number = person.pk if person else None
    reference = office.one.receive(LOGGED, resident=number, **others)
    office.goes_on(reference, story.PATHS[State.STAGE_1_OPEN])
    return reference


def test_every_letter_to_a_resident_is_in_the_outbox_once() -> None:
    office = builders.office()
    reference = acknowledged(office, builders.resident(office.landlord))
    for letter in Letter.objects.filter(case__reference=reference):
        message = Message.objects.get(letter=letter)
        assert (message.way, message.to_address) == ("email", "mary@example.org")
        assert (message.to_name, message.subject) == ("Mary Osei", letter.subject)
        assert message.state == "waiting" and message.text == ""
        assert message.not_before - message.created_at == timedelta(seconds=60)
    assert Message.objects.count() == Letter.objects.count() > 0


@pytest.mark.parametrize(
    ("details", "way", "address"),
    [
        ({}, "email", "mary@example.org"),
        ({"write_by": "post"}, "post", "4 Elm Walk, E1 4AA"),
        ({"never_by": ["email"]}, "post", "4 Elm Walk, E1 4AA"),
        ({"email": ""}, "post", "4 Elm Walk, E1 4AA"),
        ({"never_by": ["email", "post"]}, "hand", ""),
    ],
)
def test_it_goes_in_the_residents_own_way(details: dict[str, Any], way: str, address: str) -> None:
    office = builders.office()
    person = builders.resident(office.landlord)
    Resident.objects.filter(pk=person.pk).update(**details)
    acknowledged(office, person)
    sent = set(Message.objects.values_list("way", "to_address"))
    assert sent == {(way, address)}


def test_a_case_without_a_resident_has_nobody_to_send_to() -> None:
    office = builders.office()
    reference = acknowledged(office, None)
    assert Letter.objects.filter(case__reference=reference).exists()
    assert not Message.objects.exists()


def test_a_refused_action_sends_nothing() -> None:
    office = builders.office()
    reference = acknowledged(office, builders.resident(office.landlord))
    before = Message.objects.count()
    again = inputs.plausible(Verb.ACKNOWLEDGE, case_of(reference), LOGGED)
    assert isinstance(office.one.tries(reference, Verb.ACKNOWLEDGE, again, LOGGED), Refused)
    assert Message.objects.count() == before


def case_of(reference: str) -> Any:
    return facts_of(Case.objects.get(reference=reference))


def told(office: builders.Office, *messages: NewMessage) -> None:
    """An event with messages to staff, written as the writer writes every decision."""
    reference = office.reach(State.STAGE_1_OPEN)
    row = Case.objects.get(reference=reference)
    decision = Decision((NewEvent("noted"),), messages=messages)
    store.apply(
        decision,
        landlord=office.landlord,
        row=row,
        before=facts_of(row),
        actor=office.one.actor,
        at=builders.at(date(2026, 5, 6)),
    )


def test_a_message_to_staff_carries_the_sites_own_address(settings: Any) -> None:
    settings.SITE_ADDRESS = "https://complaints.example"
    office = builders.office()
    asked = NewMessage("asked", "Ben", "ben@example.org", "Please comment", "By Friday.")
    told(office, asked, replace(asked, path="desk/case/MOD-000001"))
    plain, linked = Message.objects.filter(kind="asked").order_by("id")
    assert plain.text == "By Friday."
    assert linked.text == (
        "By Friday.\n\nhttps://complaints.example/code-model/desk/case/MOD-000001"
    )
    assert plain.message_id != linked.message_id
    assert (plain.way, plain.to_address, plain.letter) == ("email", "ben@example.org", None)


def test_what_waits_can_be_taken_back_and_what_has_gone_cannot() -> None:
    office = builders.office()
    acknowledged(office, builders.resident(office.landlord))
    first = Message.objects.order_by("id").first()
    assert first is not None
    with transaction.atomic():
        assert outbox.cancel([first.pk], builders.at(LOGGED))
    first.refresh_from_db()
    assert (first.state, first.settled_at) == ("cancelled", builders.at(LOGGED))
    with transaction.atomic():
        assert not outbox.cancel([first.pk], builders.at(LOGGED))


def mail(office: builders.Office, **others: Any) -> Message:
    given = ("code", "Mary Osei", "mary@example.org", "Your code", "It is 123456.")
    return outbox.put_mail(office.landlord, *given, builders.at(LOGGED), **others)


def test_a_mail_that_belongs_to_no_case_is_held_unless_it_brings_a_secret() -> None:
    office = builders.office()
    plain, secret = mail(office), mail(office, secret=True)
    assert (plain.case, plain.letter, plain.way) == (None, None, "email")
    assert plain.not_before - plain.created_at == timedelta(seconds=60)
    assert secret.not_before == secret.created_at
    assert len({plain.message_id, secret.message_id}) == 2


def test_a_secret_is_wiped_when_it_is_taken_back_and_never_sent_again() -> None:
    office = builders.office()
    plain, secret = mail(office), mail(office, secret=True)
    with transaction.atomic():
        assert outbox.cancel([plain.pk, secret.pk], builders.at(LOGGED))
    plain.refresh_from_db()
    secret.refresh_from_db()
    assert (plain.text, secret.text) == ("It is 123456.", "")
    Message.objects.update(state="failed")
    assert sending.send_again(plain, Way.EMAIL, "mary@example.org", builders.at(LOGGED))
    assert not sending.send_again(secret, Way.EMAIL, "mary@example.org", builders.at(LOGGED))
