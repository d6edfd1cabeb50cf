"""When residents are asked after closing, whom we asked, surveys given from outside, and who was
unhappy in any of them."""

from django.db import models

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.facts import Choice
from redress.rules.satisfaction import Asking as AskBy
from redress.rules.satisfaction import WhyNot
from redress.rules.survey import About, Method, Of


class Asking(models.Model):
    """A landlord's choice of when residents are asked. Only added to: the newest holds, for what is
    closed from `from_on`. Without `days` nobody is asked."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    from_on = models.DateField()
    days = models.PositiveSmallIntegerField(null=True, blank=True)  # after closing
    remind_after = models.PositiveSmallIntegerField(default=10)  # days after asking
    ends_after = models.PositiveSmallIntegerField(default=28)  # days after asking
    chosen_at = models.DateTimeField()
    chosen_by = models.CharField(max_length=120)


class Asked(models.Model):
    """One closing of a complaint: that its resident was asked, or why not.

    The answers are the case's own (`ratings`). `ask_by` is empty where nobody is asked; `why_not`
    then says why. `answered_on` may stand without `asked_on`: they told us by themselves.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="asked")
    stage = models.PositiveSmallIntegerField()
    closed_on = models.DateField()
    due_on = models.DateField()
    ask_by = models.CharField(
        max_length=10, blank=True, default="", choices=[(way.value, way.value) for way in AskBy]
    )
    asked_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    why_not = models.CharField(
        max_length=20, blank=True, default="", choices=[(why.value, why.value) for why in WhyNot]
    )
    answered_on = models.DateField(null=True, blank=True)
    is_open = models.BooleanField(default=True)  # whether something may still be done about it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "stage"], name="asked_once_a_stage")]
        indexes = [
            models.Index(fields=["landlord", "closed_on", "id"], name="asked_by_closing"),
            models.Index(
                fields=["landlord", "due_on", "id"],
                name="asked_open",
                condition=models.Q(is_open=True),
            ),
        ]


class SurveyRound(models.Model):
    """One round of a survey given from outside."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    about = models.CharField(max_length=20, choices=[(a.value, a.value) for a in About])
    name = models.CharField(max_length=200)
    held_from = models.DateField()
    held_to = models.DateField()
    method = models.CharField(max_length=20, choices=[(m.value, m.value) for m in Method])
    run_by = models.CharField(max_length=200, blank=True, default="")
    note = models.TextField(blank=True, default="")
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "name"], name="a_survey_once"),
            models.CheckConstraint(
                condition=models.Q(held_to__gte=models.F("held_from")),
                name="a_survey_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["landlord", "about", "held_to"], name="surveys_by_time"),
        ]


class SurveyLine(models.Model):
    """What a round says of one part of its people; empty is what is not known."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    survey = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="lines")
    of = models.CharField(max_length=20, choices=[(of.value, of.value) for of in Of])
    asked = models.PositiveIntegerField(null=True, blank=True)
    answered = models.PositiveIntegerField(null=True, blank=True)
    put_to = models.PositiveIntegerField(null=True, blank=True)
    complained = models.PositiveIntegerField(null=True, blank=True)
    satisfied = models.PositiveIntegerField(null=True, blank=True)
    neither = models.PositiveIntegerField(null=True, blank=True)
    dissatisfied = models.PositiveIntegerField(null=True, blank=True)
    # As published, without zeros that were not.
    complained_percent = models.CharField(max_length=8, blank=True, default="")
    satisfied_percent = models.CharField(max_length=8, blank=True, default="")
    dissatisfied_percent = models.CharField(max_length=8, blank=True, default="")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "of"], name="a_line_of_a_survey_once")
        ]


class SurveyEntry(models.Model):
    """A line of the history of a round: who gave or changed what, and when. Only added to."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    survey = models.ForeignKey(SurveyRound, on_delete=models.PROTECT, related_name="entries")
    at = models.DateTimeField()
    by_name = models.CharField(max_length=120)
    now = models.JSONField()  # the round as it was kept

    class Meta:
        ordering = ["id"]


class Unhappy(models.Model):
    """Somebody who said in a survey that they are unhappy: they are owed the choice to complain
    (Code 1.6). `told` says that the page told them at once; a person still asks.

    `who`, `contact` and `words` are of people of an outside survey, and go once it is settled;
    `mark` stays (`satisfaction.known`), so that a file that is read again brings nobody back. What
    somebody said of a case stands on the case.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    stage = models.PositiveSmallIntegerField(null=True, blank=True)
    survey = models.ForeignKey(SurveyRound, on_delete=models.PROTECT, null=True, blank=True)
    said_on = models.DateField()
    who = models.CharField(max_length=200, blank=True, default="")
    contact = models.CharField(max_length=254, blank=True, default="")
    mark = models.CharField(max_length=64, blank=True, default="")
    words = models.TextField(blank=True, default="")
    told = models.BooleanField(default=False)
    choice = models.CharField(  # noqa: DJ001 not asked yet is null
        max_length=10, null=True, blank=True, choices=[(each.value, each.value) for each in Choice]
    )
    unreached = models.BooleanField(default=False)  # nobody could be asked
    reference = models.CharField(max_length=40, blank=True, default="")  # of the complaint made
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "stage"], name="unhappy_once_a_stage")
        ]
        indexes = [
            models.Index(
                fields=["landlord", "said_on", "id"],
                name="unhappy_open",
                condition=models.Q(settled_on=None),
            ),
            models.Index(fields=["landlord", "said_on"], name="unhappy_by_day"),
        ]
