"""A regular pack as it was made, and who was sent it and has opened it."""

from django.conf import settings
from django.db import models

from redress.people.models import Landlord


class Pack(models.Model):
    """One pack of one period. Never changed or deleted: it says the same for ever.

    `kind` is one of `rules.packs.kinds`, `period` as `rules.periods` writes it, `named` and
    `clause` what the policy said of it then. `report` is a `reports.paper.Report` as plain values
    and `digest` the SHA-256 of it.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    kind = models.CharField(max_length=31)
    period = models.CharField(max_length=24)
    title = models.CharField(max_length=120)
    named = models.CharField(max_length=400)
    clause = models.CharField(max_length=400)
    governing_body = models.BooleanField(default=False)
    due_on = models.DateField()
    as_at = models.DateField()
    made_at = models.DateTimeField()
    report = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "kind", "period"], name="a_pack_once")
        ]
        indexes = [models.Index(fields=["landlord", "-id"], name="packs_newest_first")]

    def __str__(self) -> str:
        return f"{self.title}, {self.period}"


class PackReader(models.Model):
    """Somebody who was sent a pack (`sent_at`) or has opened it (`opened_at`, the first time)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, related_name="readers", db_index=False)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)  # as it was then
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pack", "user"], name="a_reader_once"),
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=False) | models.Q(opened_at__isnull=False),
                name="sent_or_opened",
            ),
        ]
