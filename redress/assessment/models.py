"""Self-assessments of a landlord, their answers, and the files they were read from."""

from django.db import models

from redress.people.models import Landlord
from redress.rules.assessment import Answer, Body, Trigger


class Assessment(models.Model):
    """One self-assessment: a draft, then approved by the governing body and never changed again.

    A year may have several (Code 8.3, 8.4): `number` counts them, and the last one stands. `body`
    is the ombudsman whose Code it answers, counted apart; `code` the edition, as far as we know
    editions. `response` is what the governing body said (Code 8.2).
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    body = models.CharField(
        max_length=20,
        choices=[(b.value, b.value) for b in Body],
        default=Body.HOUSING_OMBUDSMAN.value,
    )
    year = models.CharField(max_length=7)  # such as 2023-24
    number = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    trigger = models.CharField(max_length=20, choices=[(t.value, t.value) for t in Trigger])
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField(max_length=200, blank=True, default="")  # the governing body
    response = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "body", "year", "number"], name="an_assessment_once"
            ),
            models.CheckConstraint(
                condition=models.Q(body__in=[b.value for b in Body]), name="known_body"
            ),
            models.CheckConstraint(
                condition=models.Q(trigger__in=[t.value for t in Trigger]), name="known_trigger"
            ),
        ]

    @property
    def is_draft(self) -> bool:
        """Whether the governing body has still to approve it."""
        return self.approved_on is None


class ProvisionAnswer(models.Model):
    """What a self-assessment says on one provision of the Code.

    `words` are those the answer was given in, `halves` the parts of a split one, `wording` the
    official text as the form had it. `links` are the evidence: {"policy", "clause"} names a version
    of the landlord's policy, {"document"} a document or an address.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    number = models.CharField(max_length=6)
    answer = models.CharField(max_length=10, null=True, blank=True)  # noqa: DJ001 none yet if null
    words = models.TextField(blank=True, default="")
    from_on = models.DateField(null=True, blank=True)
    halves = models.JSONField(default=list, blank=True)
    wording = models.TextField(blank=True, default="")
    evidence = models.TextField(blank=True, default="")
    links = models.JSONField(default=list, blank=True)
    commentary = models.TextField(blank=True, default="")
    owner = models.CharField(max_length=120, blank=True, default="")
    due_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "number"], name="a_provision_once"),
            models.CheckConstraint(
                condition=models.Q(answer=None) | models.Q(answer__in=[a.value for a in Answer]),
                name="known_answer",
            ),
        ]


class ProvisionComment(models.Model):
    """A comment on one answer, among those who make it; `margin` came with the file."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    answer = models.ForeignKey(ProvisionAnswer, on_delete=models.PROTECT, related_name="comments")
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    text = models.TextField()
    margin = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]


class AssessmentFile(models.Model):
    """A file that a self-assessment was read from, as it came, and what was doubtful in it."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    assessment = models.OneToOneField(Assessment, on_delete=models.PROTECT, related_name="file")
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)  # SHA-256
    content = models.BinaryField()
    doubts = models.JSONField(default=list)


class AssessmentEntry(models.Model):
    """A line of the history of a self-assessment: who changed what, and when. Only added to."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="entries")
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True, blank=True)
    by_name = models.CharField(max_length=120)
    what = models.CharField(max_length=40)
    number = models.CharField(max_length=6, blank=True, default="")  # of the provision
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ["id"]


class KeptMeasures(models.Model):
    """What the cases of a period showed, and the digest of all it was made from (`kept`)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.CASCADE, db_index=False)
    start = models.DateField()
    end = models.DateField()
    made_from = models.CharField(max_length=64)  # SHA-256
    measures = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "start", "end"], name="measures_of_a_period_once"
            )
        ]


class Circumstance(models.Model):
    """Something that makes a new self-assessment due, as somebody noted it (Code 8.3 to 8.5).

    `by_on` is the day the Ombudsman named, if it did. The last four are of exceptional
    circumstances: whom they were told to, when it was published, and when all is as before.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    trigger = models.CharField(max_length=20, choices=[(t.value, t.value) for t in Trigger])
    on = models.DateField()
    what = models.TextField()
    by_on = models.DateField(null=True, blank=True)
    told_ombudsman_on = models.DateField(null=True, blank=True)
    told_residents_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    returns_on = models.DateField(null=True, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=120)

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "trigger", "on"], name="a_circumstance_once"
            ),
            models.CheckConstraint(
                condition=models.Q(trigger__in=[t.value for t in Trigger]),
                name="known_circumstance",
            ),
        ]
