"""A list that somebody keeps under a name of their own."""

from django.conf import settings
from django.db import models

from redress.people.models import Landlord


class SavedView(models.Model):
    """The filters and the order of a list as they stand in its address. A shared one is seen by
    everyone who reads the landlord's cases; `me` in it is whoever looks."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    shared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "owner", "name"], name="one_view_of_a_name")
        ]
