"""An offer: what the landlord offered to put things right, and what became of it."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Offer(models.Model):
    """Kinds of remedy, words, impact and money; accepted or refused, and paid with proof."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="offers")
    number = models.PositiveSmallIntegerField()
    stage = models.PositiveSmallIntegerField()
    offered_on = models.DateField()
    kinds = models.JSONField(default=list)
    words = models.JSONField(default=list)
    impact = models.TextField(blank=True)
    pounds = models.PositiveIntegerField(null=True, blank=True)
    pay_by = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001 none yet if null
    answered_on = models.DateField(null=True, blank=True)
    paid_on = models.DateField(null=True, blank=True)
    proof = models.TextField(blank=True)
    arrears_consent = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="an_offer_once")]
        indexes = [
            models.Index(
                fields=["landlord", "offered_on", "id"],
                name="offers_of_money",
                condition=models.Q(pounds__isnull=False),
            )
        ]
