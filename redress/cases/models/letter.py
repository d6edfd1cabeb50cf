"""A letter as issued. It never changes."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Letter(models.Model):
    """What the resident was sent: the words, with the versions of template and policy.

    The database refuses to change or delete an issued letter. `digest` is that of all it says and
    also stands in the chained event of the action that issued it.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveSmallIntegerField()
    stage = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    policy = models.CharField(max_length=80)
    issued_on = models.DateField()
    subject = models.CharField(max_length=300)
    blocks = models.JSONField()
    text = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="a_letter_once")]
