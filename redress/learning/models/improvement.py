"""The register of improvements: its entries, what led to each, and who changed what."""

from django.db import models

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.improvements import Status

OPEN = models.Q(open_due__isnull=False)


class Improvement(models.Model):
    """One improvement as it stands; the columns are the fields of `rules.improvements.Entry`.

    `open_due` is the date by which it is due while it is open, the last day there is where none is
    set, and empty once it is done or dropped: an index over it holds open work and nothing else.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=200)
    why = models.TextField()
    cause = models.CharField(max_length=60, blank=True, default="")
    service = models.CharField(max_length=120, blank=True, default="")
    owner = models.CharField(max_length=120, blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20)
    dropped_why = models.TextField(blank=True, default="")
    done_on = models.DateField(null=True, blank=True)
    you_said = models.TextField(blank=True, default="")
    we_did = models.TextField(blank=True, default="")
    published = models.BooleanField(default=False)
    evaluation = models.TextField(blank=True, default="")
    open_due = models.DateField(null=True, blank=True)
    made_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)  # done or dropped

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "number"], name="an_improvement_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=[s.value for s in Status]), name="known_status"
            ),
        ]
        indexes = [
            models.Index(
                fields=["landlord", "open_due", "id"], name="improvements_open", condition=OPEN
            ),
            models.Index(fields=["landlord", "ended_on", "id"], name="improvements_ended"),
        ]


class ImprovementSource(models.Model):
    """An issue of a case that led to an improvement."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    improvement = models.ForeignKey(Improvement, on_delete=models.PROTECT, related_name="sources")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    issue = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["improvement", "case", "issue"], name="a_source_once")
        ]


class ImprovementEntry(models.Model):
    """A line of the history of an improvement: who changed what, and when. Only added to."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    improvement = models.ForeignKey(Improvement, on_delete=models.PROTECT, related_name="entries")
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True, blank=True)
    by_name = models.CharField(max_length=120)
    what = models.CharField(max_length=40)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
