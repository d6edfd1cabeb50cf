"""How somebody without an account gets to their complaint: the codes they ask for, and the forms
they send, each of which counts once."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class FollowCode(models.Model):
    """A code that was asked for, or read out. Made for every asking, so that one for a case that is
    not there looks like any other: it has no `case`, and a code that nobody has.

    `key` is what the browser that asked knows it by. `digest` is keyed; the code itself is nowhere.
    `person` is a keyed digest of the address or number they are known by, `source` one of where
    the asking came from.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    key = models.CharField(max_length=32, unique=True)
    digest = models.CharField(max_length=64)
    person = models.CharField(max_length=64)
    source = models.CharField(max_length=64)
    read_out = models.BooleanField(default=False)  # by staff: good in any browser that asked
    sent = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["case", "made_at"], name="codes_of_a_case"),
            models.Index(fields=["source", "made_at"], name="codes_from_a_source"),
            models.Index(fields=["made_at"], name="codes_by_age"),
        ]


class SentForm(models.Model):
    """A form that a resident sent while following their complaint. The same one is done once."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+", db_index=False)
    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=64)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "key"], name="a_sent_form_once")]
        indexes = [models.Index(fields=["sent_at"], name="sent_forms_by_age")]
