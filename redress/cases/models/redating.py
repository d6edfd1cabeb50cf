"""Dates to be worked out again, after the days that count for a landlord have changed."""

from django.db import models

from redress.people.models import Landlord


class Redating(models.Model):
    """One change. The worker goes through the landlord's open cases in the order of their numbers:
    `after` is the last one done, `done_at` when all were."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    reason = models.CharField(max_length=400)
    asked_at = models.DateTimeField()
    after = models.BigIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], name="redatings_to_do", condition=models.Q(done_at__isnull=True)
            )
        ]
