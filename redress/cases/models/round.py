"""A round of periodic work: when it is next due, and how it last went."""

from django.db import models


class Round(models.Model):
    """One row a round of `redress.work.rounds`. Whoever runs it holds it until `held_until`."""

    name = models.CharField(max_length=40, unique=True)
    due_at = models.DateTimeField()
    token = models.PositiveIntegerField(default=0)
    held_until = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    did = models.PositiveIntegerField(default=0)  # how many things, the last time
    stalls = models.PositiveSmallIntegerField(default=0)  # runs in a row that never ended
    problem = models.CharField(max_length=500, blank=True)  # of the last run, if it failed
