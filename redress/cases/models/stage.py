"""A stage of a complaint, or the single step of a request or enquiry (number 0)."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Stage(models.Model):
    """One stage, pinned to the policy version and Code edition in force when it began.

    `held_due` is the date an old system held, for imported cases. `promise_due`, `code_due` and
    `extended_to` are those of the response (for a request: of the answer), kept here as well as in
    `Deadline` so that figures need one table.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="stages")
    number = models.PositiveSmallIntegerField()
    policy = models.CharField(max_length=80)
    code = models.CharField(max_length=40)
    received_on = models.DateField()
    logged_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    definition = models.TextField(blank=True)
    definition_agreed = models.BooleanField(null=True, blank=True)
    definition_answer = models.TextField(blank=True, default="")
    outcome_sought = models.TextField(blank=True)
    not_responsible = models.TextField(blank=True)
    responded_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001
    drafted_by = models.BigIntegerField(null=True, blank=True)
    approved_by = models.BigIntegerField(null=True, blank=True)
    checked_by = models.BigIntegerField(null=True, blank=True)
    compensation = models.PositiveIntegerField(null=True, blank=True)  # pounds promised
    late_reason = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001
    late_note = models.TextField(blank=True)
    extensions = models.JSONField(default=list, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    refused_ground = models.CharField(max_length=60, blank=True)
    held_due = models.DateField(null=True, blank=True)
    # As an old system had them at this stage; empty where they are those of the case.
    tenure = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001
    service = models.CharField(max_length=120, blank=True)
    category = models.CharField(max_length=120, blank=True)
    channel = models.CharField(max_length=120, blank=True)
    petition = models.BooleanField(null=True, blank=True)
    promise_due = models.DateField(null=True, blank=True)
    code_due = models.DateField(null=True, blank=True)
    extended_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="a_stage_once"),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(ended_on__isnull=True),
                name="at_most_one_open_stage",
            ),
            models.CheckConstraint(
                condition=models.Q(number__lte=2), name="never_more_than_two_stages"
            ),  # Code 5.3
        ]
        indexes = [
            models.Index(fields=["landlord", "received_on", "id"], name="stage_by_received"),
        ]
