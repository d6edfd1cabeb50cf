"""Cases at the Ombudsman, what is asked in them, links of a year, and their history."""

from django.db import models

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.ombudsman import Asks, Body, Status


class OmbudsmanCase(models.Model):
    """One case. Of an old one whose day is not known `year` says the reporting year.

    `elements` are the parts with what was found, as `rules.ombudsman.Element` has them. `reference`
    is the Ombudsman's own, empty where it was not published. `submission` is the key of the form
    that made the row, so that the same one makes it once.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    body = models.CharField(max_length=10, choices=[(b.value, b.value) for b in Body])
    reference = models.CharField(max_length=40, blank=True, default="")
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    received_on = models.DateField(null=True, blank=True)
    year = models.CharField(max_length=7, blank=True, default="")
    contact = models.CharField(max_length=200, blank=True, default="")  # at the Ombudsman
    services = models.JSONField(default=list, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    status = models.CharField(max_length=20, choices=[(s.value, s.value) for s in Status])
    decided_on = models.DateField(null=True, blank=True)
    elements = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True, default="")
    submission = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "submission"], name="an_ombudsmans_form_once"
            ),
            models.UniqueConstraint(
                fields=["landlord", "body", "reference"],
                condition=~models.Q(reference=""),
                name="an_ombudsmans_case_once",
            ),
            models.CheckConstraint(
                condition=models.Q(received_on__isnull=False) | ~models.Q(year=""),
                name="a_day_or_a_year",
            ),
        ]
        indexes = [
            models.Index(fields=["landlord", "received_on", "id"], name="ombudsman_by_day"),
            models.Index(fields=["landlord", "status", "id"], name="ombudsman_by_status"),
            models.Index(
                fields=["landlord", "year", "id"],
                name="ombudsman_by_year",
                condition=~models.Q(year=""),
            ),
        ]


class Duty(models.Model):
    """Something that the Ombudsman asks of the landlord, such as an order, by a day.

    `done` is null where it is not known. `told_on` is when the senior lead was told that it is
    overdue, so that they are told once; `chased_on` when the handler of our case was reminded that
    an answer is asked for. `stage` is that at which it is.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    case = models.ForeignKey(OmbudsmanCase, on_delete=models.PROTECT, related_name="duties")
    asks = models.CharField(max_length=20, choices=[(a.value, a.value) for a in Asks])
    what = models.TextField()
    given_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done = models.BooleanField(null=True, default=False)
    done_on = models.DateField(null=True, blank=True)
    proof = models.TextField(blank=True, default="")
    pounds = models.PositiveIntegerField(null=True, blank=True)
    stage = models.PositiveSmallIntegerField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    chased_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["landlord", "due_on", "id"],
                name="duties_open",
                condition=models.Q(done=False),
            ),
        ]


class YearLinks(models.Model):
    """What belongs to a year as a whole: the Ombudsman's annual report about the landlord (Code
    8.1e) and other publications (8.1f) as {"title", "address"}, and a note on published figures."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    year = models.CharField(max_length=7)
    report = models.URLField(max_length=500, blank=True, default="")
    others = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "year"], name="links_of_a_year_once")
        ]


class OmbudsmanEntry(models.Model):
    """A line of the history: who changed what of a case, when, what was and what is. Only added
    to. `case` is null for the links of a year."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(
        OmbudsmanCase, on_delete=models.PROTECT, null=True, related_name="entries"
    )
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True, blank=True)
    by_name = models.CharField(max_length=120)
    what = models.CharField(max_length=40)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]
