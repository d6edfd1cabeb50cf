"""Who may see a guarded case, and who may not."""

from django.conf import settings
from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class CasePerson(models.Model):
    """One person of one guarded case: named among those who may see it while it is restricted, or
    kept from it by a conflict of interest. Made from the case's facts, so that lists can ask."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="people")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    may_see = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="a_person_once")]
