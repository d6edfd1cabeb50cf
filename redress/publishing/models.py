"""What a landlord publishes, byte for byte, and that it went to the Ombudsman."""

from django.conf import settings
from django.db import models

from redress.people.models import Landlord
from redress.reports.models import Run


class Edition(models.Model):
    """What is published of a year: drafted from a fixed run, approved by somebody else, published.

    A year may have several: `number` counts them, and `correction` says what a later one puts
    right. `as_at` is the day at whose end the figures stand, `run` the kept report that it was made
    of (None where no case of the year is held). `response` is what the governing body said to the
    report (Code 8.1, 8.2). `digest` is that of all files. Once it is published the database refuses
    to change it.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    year = models.CharField(max_length=7)  # such as 2023-24
    number = models.PositiveSmallIntegerField()
    as_at = models.DateField()
    run = models.ForeignKey(Run, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    correction = models.TextField(blank=True, default="")
    response = models.TextField(blank=True, default="")
    response_by = models.CharField(max_length=200, blank=True, default="")
    response_on = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64)  # SHA-256
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "year", "number"], name="an_edition_once"),
            models.UniqueConstraint(
                fields=["landlord", "year"],
                condition=models.Q(published_at=None),
                name="one_draft_of_a_year",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at=None) | models.Q(approved_at__isnull=False),
                name="published_after_approval",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by=None)
                | ~models.Q(approved_by=models.F("drafted_by")),
                name="approved_by_another",
            ),
        ]

    @property
    def label(self) -> str:
        """Its part of the address: 2023-24, then 2023-24-2."""
        return self.year if self.number == 1 else f"{self.year}-{self.number}"


class EditionFile(models.Model):
    """One file of an edition. It is never changed, and stays once the edition is published."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="files")
    path = models.CharField(max_length=120)
    kind = models.CharField(max_length=100)  # its content type
    content = models.BinaryField()
    digest = models.CharField(max_length=64)  # SHA-256

    class Meta:
        ordering = ["path"]
        constraints = [models.UniqueConstraint(fields=["edition", "path"], name="a_file_once")]


class AnnualSubmission(models.Model):
    """That a year's documents went to the Ombudsman: when, and which edition they were of."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="submissions")
    sent_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["sent_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "sent_on"], name="an_annual_submission_once")
        ]
        indexes = [models.Index(fields=["landlord", "sent_on"], name="annual_submissions")]
