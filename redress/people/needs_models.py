"""What residents need from us: the history of it, and what they disclosed of their health."""

from django.db import models


class NeedsEntry(models.Model):
    """A line of the history of a resident's needs: who changed what, and when.

    Only added to. `details` is what was and what is; it may be emptied when a retention ends, and
    nothing else may change (`people.append_only`). Of a disability it holds no word.
    """

    landlord = models.ForeignKey("people.Landlord", on_delete=models.PROTECT, db_index=False)
    resident = models.ForeignKey("people.Resident", on_delete=models.PROTECT, db_index=False)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True, blank=True)
    by_name = models.CharField(max_length=120)
    what = models.CharField(max_length=40)
    details = models.JSONField(default=dict, null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["resident", "-id"], name="needs_newest_first")]


class Disability(models.Model):
    """A disability or health condition that a resident disclosed to us (Code 5.10).

    Special category data: `rules.access.may_read_disabilities` says who reads it. What is taken
    off at the resident's wish loses its words and keeps its days.
    """

    landlord = models.ForeignKey("people.Landlord", on_delete=models.PROTECT, db_index=False)
    resident = models.ForeignKey("people.Resident", on_delete=models.PROTECT)
    says = models.CharField(max_length=500, blank=True)
    disclosed_on = models.DateField()
    recorded_by = models.CharField(max_length=120)
    taken_off_on = models.DateField(null=True, blank=True)
