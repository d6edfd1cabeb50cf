"""A hand-over: a risk passed on to whoever deals with it."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class HandOver(models.Model):
    """Which risk, who was told, how and when (Code 6.1)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hand_overs")
    number = models.PositiveSmallIntegerField()
    risk = models.CharField(max_length=60)
    to = models.CharField(max_length=200)
    how = models.CharField(max_length=200)
    told_on = models.DateField()
    told_at = models.CharField(max_length=5, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="a_hand_over_once")]
