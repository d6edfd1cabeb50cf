"""A file that Redress keeps for a document of a case."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord
from redress.rules.filed import Scan


class StoredFile(models.Model):
    """One file on the shelf: written in the transaction of the event that names it, whose note
    holds its digest too.

    Not part of the facts of a case: `scan` changes when the virus scanner has looked. The columns
    are those of `rules.filed.FiledFile`.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    place = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    original_name = models.CharField(max_length=120)
    original_type = models.CharField(max_length=100, blank=True)
    original_size = models.PositiveBigIntegerField()
    original_sha256 = models.CharField(max_length=64)
    has_small = models.BooleanField(default=False)
    scan = models.CharField(max_length=20)
    found = models.CharField(max_length=200, blank=True)  # the name of the virus
    asked_at = models.DateTimeField(null=True, blank=True)  # when the scanner last was
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scan__in=[s.value for s in Scan]), name="known_scan"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"],
                name="files_to_scan",
                condition=models.Q(scan__in=[Scan.PENDING.value, Scan.NOT_SCANNED.value]),
            )
        ]
