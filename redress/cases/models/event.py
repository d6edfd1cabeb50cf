"""An event: something that happened to a case. Append-only, in a chain of digests."""

from django.conf import settings
from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Event(models.Model):
    """One event. The database refuses to change or delete it; only `content` may be emptied, by
    erasure at the end of retention, and then the digests still verify.

    `content` is canonical JSON: {"patch": …, "note": …, "warnings": […]}.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    sequence = models.PositiveIntegerField()
    name = models.CharField(max_length=40)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True
    )
    by_name = models.CharField(max_length=120)
    content = models.TextField(null=True)  # noqa: DJ001 null is erased
    content_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        constraints = [models.UniqueConstraint(fields=["case", "sequence"], name="event_order")]
        indexes = [
            # For those who ask about what has been closed lately.
            models.Index(
                fields=["landlord", "at"],
                name="closings_by_time",
                condition=models.Q(name="closed"),
            ),
        ]
