"""Quality checks: a round draws a sample, and each response of it is checked once."""

from django.db import models

from redress.cases.models import Case
from redress.people.models import Landlord


class QualityRound(models.Model):
    """A sample of the responses of a period: `seed` and `size` say how it was drawn, so that it can
    be drawn again; `of` is how many there were to draw from. `submission` is the key of the form
    that drew it, so that the same one draws once."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    number = models.PositiveIntegerField()
    start = models.DateField()
    end = models.DateField()
    size = models.PositiveSmallIntegerField()
    of = models.PositiveIntegerField()
    seed = models.CharField(max_length=32)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    submission = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["landlord", "number"], name="a_round_once"),
            models.UniqueConstraint(fields=["landlord", "submission"], name="a_rounds_form_once"),
        ]


class QualityCheck(models.Model):
    """A response that was drawn, by its case and stage, and what was found; `wrote` are the numbers
    of those who wrote or signed it. A response is drawn once."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    round = models.ForeignKey(QualityRound, on_delete=models.PROTECT, related_name="checks")
    place = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    stage = models.PositiveSmallIntegerField()
    service = models.CharField(max_length=120, blank=True)
    wrote = models.JSONField(default=list)
    marks = models.JSONField(default=dict, blank=True)
    feedback = models.TextField(blank=True, default="")
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.BigIntegerField(null=True, blank=True)
    checked_by_name = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["round", "place"], name="a_place_once"),
            models.UniqueConstraint(fields=["case", "stage"], name="a_response_drawn_once"),
        ]
        indexes = [models.Index(fields=["landlord", "checked_on", "id"], name="checks_by_day")]
