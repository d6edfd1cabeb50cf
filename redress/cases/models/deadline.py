"""A deadline: one clock of one stage, promise and Code limit side by side, with the working."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Deadline(models.Model):
    """`due_on` is the date the resident was last given. `working` holds the three dates with what
    they were counted from and every day skipped, as `rules.facts.Due`.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="deadlines")
    stage = models.PositiveSmallIntegerField()
    clock = models.CharField(max_length=20)
    due_on = models.DateField(null=True, blank=True)
    promise_due = models.DateField(null=True, blank=True)
    code_due = models.DateField(null=True, blank=True)
    extended_to = models.DateField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    working = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "stage", "clock"], name="a_clock_once")
        ]
