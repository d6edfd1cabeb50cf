"""A message in the outbox: a letter on its way, or an e-mail to staff or a contractor."""

from typing import Any

from django.db import models

from redress.cases.models.case import Case
from redress.cases.models.letter import Letter
from redress.people.models import Landlord
from redress.rules.sending import MessageState, Way

OPEN = (MessageState.WAITING.value, MessageState.HANDED_OVER.value)
STUCK = (MessageState.FAILED.value, MessageState.IN_DOUBT.value)
SETTLED = (
    MessageState.ACCEPTED.value,
    MessageState.FAILED.value,
    MessageState.CANCELLED.value,
)
_KEPT = models.Case(
    models.When(secret=True, then=models.Value("")),
    default=models.F("text"),
    output_field=models.TextField(),
)


def columns_for(state: str, **columns: Any) -> dict[str, Any]:
    """What is written with a new state: a secret is wiped as soon as nothing more comes of it."""
    wiped = {"text": _KEPT} if state in SETTLED else {}
    return {"state": state, **wiped, **columns}


class Message(models.Model):
    """What is to be sent, to whom and how, and what became of it.

    A letter's words are the letter's own; `text` is that of other messages, and what stands before
    a letter that goes to somebody else than its resident: to a representative or to somebody who
    signed, whose number on the case is `to_representative` or `to_signatory`. `message_id` is what
    the message is known by outside, the same in every attempt. One that brings a code or a link
    which lets somebody in is `secret`: its text is wiped once it is settled.

    Nothing is handed over before `not_before`. Whoever takes it up raises `token` and holds it
    until `held_until`: an answer that comes with an older token is not believed.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="messages"
    )
    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, null=True, blank=True)
    to_representative = models.PositiveSmallIntegerField(null=True, blank=True)
    to_signatory = models.PositiveSmallIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=40)
    way = models.CharField(max_length=10)
    to_name = models.CharField(max_length=200)
    to_address = models.CharField(max_length=400)
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    secret = models.BooleanField(default=False)
    message_id = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=12, default=MessageState.WAITING.value)
    created_at = models.DateTimeField()
    not_before = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    doubts = models.PositiveSmallIntegerField(default=0)  # hand-overs whose answer was not heard
    stalls = models.PositiveSmallIntegerField(default=0)  # take-ups that came to nothing at all
    token = models.PositiveIntegerField(default=0)
    held_until = models.DateTimeField(null=True, blank=True)
    carrier = models.CharField(max_length=20, blank=True)  # who took it: smtp, notify, a person
    handed_at = models.DateTimeField(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=1000, blank=True)  # what the carrier, or a person, said

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in MessageState]),
                name="known_message_state",
            ),
            models.CheckConstraint(
                condition=models.Q(way__in=[way.value for way in Way]), name="known_way"
            ),
        ]
        indexes = [
            models.Index(
                fields=["way", "not_before", "id"],
                name="messages_waiting",
                condition=models.Q(state=MessageState.WAITING.value),
            ),
            models.Index(
                fields=["held_until"],
                name="messages_held",
                condition=models.Q(state=MessageState.HANDED_OVER.value),
            ),
            models.Index(fields=["landlord", "state", "id"], name="messages_of_landlord"),
        ]
