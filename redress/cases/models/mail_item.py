"""E-mails that came in, and what became of each; where they still lie; addresses to answer to."""

from django.db import models
from django.db.models import Q

from redress.cases.models.case import Case
from redress.people.models import Landlord

# Kept and not yet decided; then one of `rules.mail_places.Ending`.
WAITING, NEW, ON_CASE, PARKED, ENDED = MAIL_STATES = (
    "waiting",
    "new",
    "on_case",
    "parked",
    "ended",
)


class MailItem(models.Model):
    """One e-mail to a landlord, once, however often and in however many boxes it lies.

    `raw` is its file as it came, on the shelf of mail. `digest` is that of its Message-ID and body.
    `why` is a word of `rules.mail_places.Why`, or what a person said when they settled it; `note`
    says more. `case` is where it went, `incoming` the number of its message there; `suggested`
    where it may belong.
    """

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT, db_index=False)
    digest = models.CharField(max_length=64)
    raw = models.CharField(max_length=32)
    size = models.PositiveBigIntegerField()
    received_on = models.DateField()
    kept_at = models.DateTimeField()
    sender_name = models.CharField(max_length=200, blank=True)
    sender_address = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, default=WAITING)
    why = models.CharField(max_length=30, blank=True)
    note = models.TextField(blank=True)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="mail"
    )
    incoming = models.PositiveIntegerField(null=True, blank=True)
    suggested = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="mail_suggested"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=120, blank=True)  # empty where nobody had to

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["landlord", "digest"], name="a_mail_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=MAIL_STATES), name="known_mail_state"
            ),
        ]
        indexes = [
            models.Index(
                fields=["landlord", "received_on", "id"],
                name="mail_parked",
                condition=Q(state=PARKED),
            ),
            models.Index(fields=["landlord", "-id"], name="mail_newest_first"),
        ]


class MailPlace(models.Model):
    """Where an e-mail lies in a mailbox, until it is moved on there. A box may begin to count
    anew: then it says another `validity` (RFC 3501)."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    box = models.CharField(max_length=200)
    validity = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    item = models.ForeignKey(MailItem, on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["box", "validity", "key"], name="a_mail_place_once")
        ]


class ReplyAddress(models.Model):
    """The part of an address by which whoever answers our letters reaches the case: 160 random
    bits, one for a case."""

    landlord = models.ForeignKey(Landlord, on_delete=models.PROTECT)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="reply_address")
    token = models.CharField(max_length=32, unique=True)
