"""What a resident is writing on the public form, before it is a case. None of it is on a record."""

from django.db import models

from redress.people.models import Landlord


class WebDraft(models.Model):
    """The answers to the form so far, by page. `key` is known to the browser's session alone, and
    becomes the submission of the case, so that a form makes one case however often it is sent.

    `token` is the digest of the link by which it is taken up again, empty without one; `mails` how
    many such links were sent. `reference` is the case it became. It is erased after `expires_at`.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    key = models.CharField(max_length=64)
    answers = models.JSONField(default=dict)
    token = models.CharField(max_length=64, blank=True, default="")
    mails = models.PositiveSmallIntegerField(default=0)
    reference = models.CharField(max_length=20, blank=True, default="")
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "key"], name="a_form_once"),
            models.UniqueConstraint(
                fields=["token"], condition=~models.Q(token=""), name="a_link_to_one_form"
            ),
        ]
        indexes = [models.Index(fields=["expires_at"], name="forms_to_erase")]


class WebFile(models.Model):
    """A file that came with a form. It lies on the shelf; `filed` is what `rules.filed` knows."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    draft = models.ForeignKey(WebDraft, on_delete=models.CASCADE, related_name="files")
    place = models.CharField(max_length=32, unique=True)
    filed = models.JSONField()

    class Meta:
        ordering = ["id"]


class WebSource(models.Model):
    """How often something came from one place in one hour. The place is kept as a keyed digest that
    holds for that hour, never as an address."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    what = models.CharField(max_length=10)
    source = models.CharField(max_length=64)
    hour = models.DateTimeField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["landlord", "what", "source", "hour"], name="a_source_once_an_hour"
            )
        ]
        indexes = [models.Index(fields=["hour"], name="sources_to_erase")]
