"""What people are in the middle of: drafts, looks at a text, and who is here. None of it is part of
the case's record.
"""

from django.conf import settings
from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord

USER = settings.AUTH_USER_MODEL


class Draft(models.Model):
    """What was typed into the form of an action, as typed. `owner` is 0 where it is shared by all
    who work on the case (a response), else the number of whose it is; `user` saved it last.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    verb = models.CharField(max_length=40)
    stage = models.PositiveSmallIntegerField()
    owner = models.BigIntegerField()
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    version = models.PositiveIntegerField(default=1)
    fields = models.JSONField()
    seen = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "verb", "stage", "owner"], name="a_draft_once")
        ]


class Look(models.Model):
    """Which texts that waited for a signature somebody has looked at, by number."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="looks")
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    number = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "user", "number"], name="a_look_once")
        ]


class Presence(models.Model):
    """Who has a page of a case open, and since when we last heard of it."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="present")
    user = models.ForeignKey(USER, on_delete=models.CASCADE)
    doing = models.CharField(max_length=40, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "user"], name="a_person_once_at_a_case")
        ]
        indexes = [models.Index(fields=["user", "seen_at"], name="presence_by_user")]
