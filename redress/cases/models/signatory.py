"""Somebody who signed a petition, or complains with a group."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Signatory(models.Model):
    """Their name, where they are reached and how they want to hear of it
    (`rules.facts_people.SignatoryFacts`)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="signatories")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=400, blank=True)
    email = models.CharField(max_length=254, blank=True)
    wish = models.CharField(max_length=20)
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="a_signatory_once")]
