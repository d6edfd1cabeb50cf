"""A request for comments to another service or a contractor, with its answer."""

from django.db import models

from redress.cases.models.case import Case
from redress.people.models import Landlord


class Comment(models.Model):
    """Who was asked what by when, and what they said (`rules.facts.CommentFacts`).

    `issues`, `documents` are numbers on the case, `chased_on` the days of reminders.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="comments")
    number = models.PositiveSmallIntegerField()
    stage = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=100)
    organisation = models.CharField(max_length=200, blank=True)
    email = models.EmailField()
    manager_email = models.EmailField(blank=True)
    question = models.TextField()
    issues = models.JSONField(default=list)
    address = models.BooleanField(default=False)
    asked_on = models.DateField()
    asked_by = models.BigIntegerField(null=True, blank=True)  # a user's number
    due_on = models.DateField()
    chased_on = models.JSONField(default=list)
    escalated_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)
    ask_instead = models.CharField(max_length=500, blank=True)
    documents = models.JSONField(default=list)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="a_comment_once")]
        indexes = [
            models.Index(
                fields=["landlord", "due_on", "id"],
                name="comments_open",
                condition=models.Q(answered_on__isnull=True, withdrawn_on__isnull=True),
            )
        ]
