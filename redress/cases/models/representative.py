"""Somebody who speaks for the resident of a case, and the resident's consent to it."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Representative(models.Model):
    """Who they are, how far they may be told, and the days of consent
    (`rules.facts_people.RepresentativeFacts`). `member` is a number of the members' directory."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="representatives")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    named_on = models.DateField()
    relation = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=400, blank=True)
    scope = models.CharField(max_length=20)
    letters = models.CharField(max_length=20)
    member = models.BigIntegerField(null=True, blank=True)
    claim_filed = models.BooleanField(null=True, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    given_on = models.DateField(null=True, blank=True)
    given_by = models.CharField(max_length=10, null=True, blank=True)  # noqa: DJ001 not given yet
    document = models.CharField(max_length=500, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    refused_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_representative_once")
        ]
        indexes = [
            models.Index(
                fields=["landlord", "answer_by", "id"],
                name="consents_waited_for",
                condition=models.Q(
                    asked_on__isnull=False, given_on=None, refused_on=None, withdrawn_on=None,
                    ended_on=None,
                ),
            ),
            models.Index(
                fields=["landlord", "until", "id"],
                name="consents_that_end",
                condition=models.Q(
                    given_on__isnull=False, until__isnull=False, withdrawn_on=None, ended_on=None
                ),
            ),
        ]  # fmt: skip
