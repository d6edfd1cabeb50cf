"""A document on a case: what is known of a file, not the file."""

from django.conf import settings
from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Document(models.Model):
    """The metadata of a file: its name as given, size in bytes, digest and the day it came."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    received_on = models.DateField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True
    )
