"""Packs for a panel of residents: cases with whatever points to a person taken out, and what the
panel said of them."""

from django.db import models

from redress.cases.models import Case
from redress.learning.models.improvement import Improvement
from redress.people.models import Landlord


class PanelPack(models.Model):
    """Some cases for one meeting of the panel."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    made_on = models.DateField()
    made_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["landlord", "number"], name="a_panel_pack_once")
        ]


class PanelCase(models.Model):
    """One case of a pack, without names: `texts` are its parts, `facts` what was never free text.

    A person reads it and confirms it; what is changed afterwards is to be confirmed again.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    pack = models.ForeignKey(PanelPack, on_delete=models.PROTECT, related_name="cases")
    place = models.PositiveSmallIntegerField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    facts = models.JSONField(default=dict)
    texts = models.JSONField(default=dict)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "place"], name="a_panel_place_once"),
            models.UniqueConstraint(fields=["pack", "case"], name="a_panel_case_once"),
        ]


class PanelComment(models.Model):
    """What the panel said, of one case of the pack or of all; the improvement that came of it."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    pack = models.ForeignKey(PanelPack, on_delete=models.PROTECT, related_name="comments")
    about = models.ForeignKey(PanelCase, on_delete=models.PROTECT, null=True, blank=True)
    at = models.DateTimeField()
    noted_by = models.CharField(max_length=120)
    text = models.TextField()
    improvement = models.ForeignKey(Improvement, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ["id"]
