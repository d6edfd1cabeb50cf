"""An issue: one element of a complaint, with its own findings."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Issue(models.Model):
    """One thing complained about; `findings` are the decisions on it, one a stage (Code 6.7)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="issues")
    number = models.PositiveSmallIntegerField()
    summary = models.TextField()
    occurred_on = models.DateField(null=True, blank=True)
    aware_on = models.DateField(null=True, blank=True)
    responsible = models.BooleanField(null=True, blank=True)
    excluded_ground = models.CharField(max_length=60, blank=True)
    split = models.BooleanField(default=False)
    service = models.CharField(max_length=120, blank=True, default="")
    findings = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="an_issue_once")]
