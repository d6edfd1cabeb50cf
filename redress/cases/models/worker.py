"""A worker that is, or was, at work: its heartbeat."""

from django.db import models


class Worker(models.Model):
    """One row a worker process. One whose `beat_at` is old has stopped, or hangs."""

    name = models.CharField(max_length=120, unique=True)
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField(db_index=True)
