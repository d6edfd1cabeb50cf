"""Reports as they were made, and the words that staff wrote beside their figures."""

from django.db import models

from redress.people.models import Landlord


class Run(models.Model):
    """One report that was made. Never changed or deleted, so that its figures can be had again.

    `kind` is such as "annual", `period` as it was asked for. `inputs` is the SHA-256 of all
    that it was made from, as it stood at the end of `as_at`; `digest` that of `report`, a
    `reports.paper.Report` as plain values. `options` are what else it was asked to do.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    kind = models.CharField(max_length=31)
    period = models.CharField(max_length=24)
    as_at = models.DateField()
    options = models.JSONField(default=dict)
    inputs = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    report = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(fields=["landlord", "kind", "period", "-id"], name="runs_newest_first")
        ]


class RunFile(models.Model):
    """A form in which a run was given out: its SHA-256, when, and to whom."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(max_length=10)
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "form", "digest"], name="a_file_of_a_run_once")
        ]


class Narrative(models.Model):
    """What somebody wrote in one section of a report. The last one stands; all are kept."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    kind = models.CharField(max_length=31)
    period = models.CharField(max_length=24)
    section = models.CharField(max_length=60)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True, blank=True)
    by_name = models.CharField(max_length=120)

    class Meta:
        indexes = [
            models.Index(
                fields=["landlord", "kind", "period", "section", "-id"], name="narrative_last_first"
            )
        ]
