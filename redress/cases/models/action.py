"""An action: something promised to put things right."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Action(models.Model):
    """What, by whom, by when, done when and what shows it (Code 6.6, 7.3)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    stage = models.PositiveSmallIntegerField()
    what = models.TextField()
    owner = models.CharField(max_length=200)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    proof = models.TextField(blank=True)
    agreed = models.BooleanField(null=True, blank=True)
    internal = models.BooleanField(default=False)
    moves = models.JSONField(default=list, blank=True)
    disputes = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="an_action_once")]
        indexes = [
            models.Index(
                fields=["landlord", "due_on"],
                name="actions_open",
                condition=models.Q(done_on__isnull=True),
            ),
            models.Index(fields=["landlord", "due_on"], name="actions_by_due"),
        ]
