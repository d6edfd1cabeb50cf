"""Proposals to erase cases: who proposed it, who approved it, and what became of each case."""

from django.conf import settings
from django.db import models

from redress.cases.models import Case
from redress.people.models import Landlord, Resident
from redress.rules.retention import Step

USER = settings.AUTH_USER_MODEL
TO_DO = models.Q(erased_on__isnull=True, kept="")


class Proposal(models.Model):
    """Some cases whose time is over. One proposes it, another approves it; then the worker erases.

    `submission` is the key of the form, so that the same one proposes once. `dropped_by` is a name.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    number = models.PositiveIntegerField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_by = models.CharField(max_length=120, blank=True, default="")
    submission = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "number"], name="a_proposal_once"),
            models.UniqueConstraint(
                fields=["landlord", "submission"], name="a_proposals_form_once"
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None)
                | ~models.Q(approved_by=models.F("proposed_by")),
                name="erasing_approved_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_at=None) | models.Q(dropped_at=None),
                name="approved_or_dropped",
            ),
        ]

    @property
    def step(self) -> Step:
        """How far it has come."""
        if self.dropped_at:
            return Step.DROPPED
        return Step.APPROVED if self.approved_at else Step.PROPOSED


class ProposedCase(models.Model):
    """One case of a proposal, and the line of the schedule that lets it go. `kept` says, by words
    of `rules.retention.Kept`, why it was not erased in the end."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="cases")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    line = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    closed_on = models.DateField()
    due_on = models.DateField()
    erased_on = models.DateField(null=True, blank=True)
    kept = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "case"], name="a_case_proposed_once")
        ]
        indexes = [models.Index(fields=["id"], name="cases_to_erase", condition=TO_DO)]


class DataRequest(models.Model):
    """Somebody asked for everything that is kept about them: when, by when it is answered, who
    noted it, and when it was sent. `digest` is that of the list of digests of the last file made.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT)
    asked_on = models.DateField()
    due_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=120)
    made_at = models.DateTimeField(null=True, blank=True)
    made_by = models.CharField(max_length=120, blank=True, default="")
    digest = models.CharField(max_length=64, blank=True, default="")
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resident", "asked_on"], name="asked_once_a_day")
        ]
        indexes = [models.Index(fields=["landlord", "sent_on", "due_on"], name="data_requests")]
