"""A case: a complaint, a service request, an enquiry, a compliment or a comment."""

from django.conf import settings
from django.db import models

from redress.people.models import Home, Landlord, Resident
from redress.rules.facts import Kind, Priority, State


class Case(models.Model):
    """One case as it stands: what folding its events gives, kept ready for lists and pages.

    `next_due` and `next_clock` are the earliest date still to be met. `open_due` is that date as
    lists of open work are ordered: the last day there is where nothing is due, and empty once the
    case is closed, so that an index over it holds open work and nothing else. `resident_name` is
    the name as lists sort by it.
    `restriction_due` is the next day on which somebody must see to a restriction of contact, empty
    where none waits or holds; `restrictions` is how many there ever were.
    `closed_on` is the day on which it was closed last, from which its retention counts; of an
    imported one, the last day on which anything is known to have happened.
    `submission` is the key of the form or message that made the case, so that the same one makes
    it once. `guarded` says that not everyone who reads the landlord's cases may see this one:
    `CasePerson` says who may and who may not. `accompanied` says that somebody speaks for the
    resident or signed with them: only then are those tables read. `event_count` and `head_digest`
    are the end of the case's chain of events.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    reference = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    received_on = models.DateField()
    recorded_on = models.DateField()
    channel = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    tenure = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001 unknown is null
    service = models.CharField(max_length=120, blank=True)
    category = models.CharField(max_length=120, blank=True)
    contributing = models.JSONField(default=list, blank=True)
    contractor = models.CharField(max_length=120, blank=True, default="")
    priority = models.CharField(max_length=10, default=Priority.NORMAL.value)
    early_resolution = models.BooleanField(default=False)
    about_staff = models.BooleanField(default=False)
    group_complaint = models.BooleanField(default=False)
    intake = models.JSONField(default=dict, blank=True)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True
    )
    resident = models.ForeignKey(Resident, on_delete=models.PROTECT, null=True, blank=True)
    home = models.ForeignKey(  # on the day of receipt, wherever the resident lives today
        Home, on_delete=models.PROTECT, null=True, blank=True, db_index=False
    )
    petition = models.BooleanField(default=False)
    risks = models.JSONField(default=list, blank=True)
    restricted = models.BooleanField(default=False)
    named = models.JSONField(default=list, blank=True)
    conflicted = models.JSONField(default=list, blank=True)
    unconflicted = models.JSONField(default=list, blank=True)
    links = models.JSONField(default=list, blank=True)
    update_every = models.PositiveSmallIntegerField(null=True, blank=True)
    reminded = models.JSONField(default=list, blank=True)
    conduct = models.JSONField(default=dict, blank=True)
    restriction_due = models.DateField(null=True, blank=True)
    restrictions = models.PositiveSmallIntegerField(default=0)
    holds = models.JSONField(default=list, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    erased_on = models.DateField(null=True, blank=True)
    accompanied = models.BooleanField(default=False)
    meeting_offered_on = models.DateField(null=True, blank=True)  # to the group
    ratings = models.JSONField(default=list, blank=True)
    merged_into = models.CharField(max_length=40, blank=True, default="")
    guarded = models.BooleanField(default=False)
    tags = models.JSONField(default=list, blank=True)
    awaits = models.CharField(max_length=20, null=True, blank=True)  # noqa: DJ001 nothing is null
    awaits_since = models.DateField(null=True, blank=True)
    awaits_why = models.TextField(blank=True, default="")
    evidence = models.JSONField(default=list, blank=True)
    mediations = models.JSONField(default=list, blank=True)
    resident_name = models.CharField(max_length=200, blank=True, default="")
    next_due = models.DateField(null=True, blank=True)
    next_clock = models.CharField(max_length=20, blank=True, default="")
    open_due = models.DateField(null=True, blank=True)
    submission = models.CharField(max_length=64, null=True, blank=True)  # noqa: DJ001
    event_count = models.PositiveIntegerField(default=0)
    head_digest = models.CharField(max_length=64, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "reference"], name="one_reference"),
            models.UniqueConstraint(fields=["landlord", "submission"], name="one_submission"),
            models.CheckConstraint(
                condition=models.Q(state__in=[s.value for s in State]), name="known_state"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=[k.value for k in Kind]), name="known_kind"
            ),
        ]
        indexes = [
            models.Index(
                fields=["landlord", "open_due", "id"],
                name="open_by_due",
                condition=models.Q(open_due__isnull=False),
            ),
            models.Index(
                fields=["landlord", "handler", "open_due", "id"],
                name="open_of_handler",
                condition=models.Q(open_due__isnull=False),
            ),
            *(
                models.Index(
                    fields=["landlord", column, "id"],
                    name=f"open_by_{column}"[:30],
                    condition=models.Q(open_due__isnull=False),
                )
                for column in ("received_on", "reference", "resident_name", "service")
            ),
            models.Index(
                fields=["landlord", "awaits", "id"],
                name="case_waits_for",
                condition=models.Q(awaits__isnull=False),
            ),
            models.Index(
                fields=["landlord", "restriction_due", "id"],
                name="restrictions_due",
                condition=models.Q(restriction_due__isnull=False),
            ),
            models.Index(
                fields=["landlord", "id"],
                name="cases_with_restrictions",
                condition=models.Q(restrictions__gt=0),
            ),
            models.Index(
                fields=["landlord", "closed_on", "id"],
                name="closed_and_kept",
                condition=models.Q(closed_on__isnull=False, erased_on__isnull=True),
            ),
            models.Index(fields=["landlord", "resident_name", "id"], name="case_by_name"),
            models.Index(fields=["landlord", "service", "id"], name="case_by_service"),
            models.Index(
                fields=["landlord", "service", "received_on", "id"], name="case_of_service"
            ),
            models.Index(
                fields=["landlord", "handler", "received_on", "id"], name="case_of_handler"
            ),
            # What else lists with closed cases are filtered by stands in the index: what does not
            # pass is left out without reading the case.
            models.Index(
                fields=[
                    *("landlord", "received_on", "id", "state", "kind", "channel", "tenure"),
                    *("category", "open_due"),
                ],
                name="case_by_received",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
