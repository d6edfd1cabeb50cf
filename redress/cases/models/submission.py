"""A response or a refusal that went for signature."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Submission(models.Model):
    """The whole text as it was sent in, who must sign it, and what became of it."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, default="response")
    stage = models.PositiveSmallIntegerField()
    submitted_by = models.BigIntegerField(null=True, blank=True)
    submitted_on = models.DateField()
    response = models.JSONField()
    signer = models.CharField(max_length=40, blank=True)
    clause = models.CharField(max_length=2000, blank=True)
    settled = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001 waits if null
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.BigIntegerField(null=True, blank=True)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="a_submission_once")]
        indexes = [
            models.Index(
                fields=["landlord", "signer"],
                name="submissions_waiting",
                condition=models.Q(settled__isnull=True),
            )
        ]
