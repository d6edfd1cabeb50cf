"""A message that came in on a case."""

from django.db import models
from django.db.models import Q

from redress.cases.models.case import Case
from redress.people.models import Landlord

# What is still to be done about one: `rules.facts_incoming.IncomingFacts.is_open`.
OPEN = Q(answered_on__isnull=True) | Q(stage_2="open")


class Incoming(models.Model):
    """Who wrote what, when and how, and what became of it (`rules.facts_incoming`)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="incoming")
    number = models.PositiveIntegerField()
    received_on = models.DateField()
    recorded_on = models.DateField()
    channel = models.CharField(max_length=120)
    sender = models.CharField(max_length=20)
    name = models.CharField(max_length=400)
    text = models.TextField(blank=True)
    documents = models.JSONField(default=list)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=10, null=True, blank=True)  # noqa: DJ001 none yet
    answer = models.TextField(blank=True)
    stage_2 = models.CharField(max_length=10, null=True, blank=True)  # noqa: DJ001 not asked
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="an_incoming_once")]
        indexes = [
            models.Index(
                fields=["landlord", "received_on", "id"], name="incoming_open", condition=OPEN
            )
        ]
