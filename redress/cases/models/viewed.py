"""Who looked at what, and when: only ever added to, in a chain of digests for each case."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Viewed(models.Model):
    """One look. The database refuses to change or delete it. A person has one line a day for each
    thing of a case; each export has its own, and no case."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    sequence = models.PositiveIntegerField()  # of the case, or of the landlord's exports
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=120)
    what = models.CharField(max_length=20)
    number = models.PositiveIntegerField(default=0)
    day = models.DateField()
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "by", "what", "number", "day"], name="a_look_once_a_day"
            ),
            models.UniqueConstraint(
                fields=["case", "sequence"], condition=Q(case__isnull=False), name="look_order"
            ),
            models.UniqueConstraint(
                fields=["landlord", "sequence"], condition=Q(case=None), name="export_order"
            ),
        ]
        indexes = [
            models.Index(fields=["landlord", "-id"], name="looks_newest"),
            models.Index(fields=["landlord", "by", "-id"], name="looks_of_somebody"),
        ]
