"""A document on a case: what is known of it and where it is kept, not the file itself."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Document(models.Model):
    """A letter, photo or report: its name, the day it came, and where it is kept (Code 5.12)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    received_on = models.DateField()
    kept_at = models.CharField(max_length=500)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="a_document_once")]
