"""An issue: one element of a complaint, with its own findings."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord

UPHELD = models.Q(upheld_on__isnull=False)


class Issue(models.Model):
    """One thing complained about; `findings` are the decisions on it, one a stage (Code 6.7).

    `upheld_on` is the day of the response that upheld it (`rules.learning`), empty where nothing
    was: an index over it holds what can be learned from and nothing else.
    """

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
    upheld_on = models.DateField(null=True, blank=True)
    cause = models.CharField(max_length=60, blank=True, default="")
    went_wrong = models.TextField(blank=True, default="")
    lesson = models.TextField(blank=True, default="")
    wider = models.BooleanField(null=True, blank=True)
    learned_on = models.DateField(null=True, blank=True)
    learned_by = models.BigIntegerField(null=True, blank=True)  # a user's number

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="an_issue_once")]
        indexes = [
            models.Index(
                fields=["landlord", "upheld_on", "id"], name="issues_upheld", condition=UPHELD
            ),
            models.Index(
                fields=["landlord", "upheld_on", "id"],
                name="lessons_owed",
                condition=UPHELD & models.Q(learned_on__isnull=True),
            ),
        ]
