"""The same thing done to several cases at once, and what came of each."""

from django.conf import settings
from django.db import models

from redress.people.models import Landlord


class Batch(models.Model):
    """`key` is that of the form: sent twice, it is done once. `lines` holds for each case its
    reference and the reasons, as codes with provisions, for which it was refused; none if done."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    key = models.CharField(max_length=64)
    verb = models.CharField(max_length=40)
    at = models.DateTimeField()
    lines = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["landlord", "key"], name="a_batch_once")]
