"""What goes to each handler beside the Monday figures: how much of theirs is due this week."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q

from redress.cases import outbox
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.words import counted

MAIL = "week-ahead"
SUBJECT = "Your cases this week"
TEXT = """{late} of yours {is_are} late, and {soon} {falls} due by Sunday.

They are here. You sign in first: there is nothing about anybody in this email.

{link}"""


def remind_of_the_week(landlord: Landlord, now: datetime, today: date) -> int:
    """Tell each handler who has something late or due by Sunday; gives how many. One query, by the
    index of what is open."""
    sunday = today + timedelta(days=6 - today.weekday())
    late, soon = Q(open_due__lt=today), Q(open_due__range=(today, sunday))
    rows = (
        Case.objects.filter(landlord=landlord, open_due__lte=sunday, handler__is_active=True)
        .values_list("handler__name", "handler__email")
        .annotate(late=Count("pk", filter=late), soon=Count("pk", filter=soon))
        .order_by("handler__name", "handler__email")
    )
    with transaction.atomic():
        for name, email, *numbers in rows:
            text = _text(landlord, *numbers)
            outbox.put_mail(landlord, MAIL, name, email, SUBJECT, text, now)
    return len(rows)


def _text(landlord: Landlord, late: int, soon: int) -> str:
    return TEXT.format(
        late=counted(late, "case"),
        is_are="is" if late == 1 else "are",
        soon=counted(soon, "case"),
        falls="falls" if soon == 1 else "fall",
        link=f"{settings.SITE_ADDRESS}/{landlord.slug}/desk/worklist?handler=me",
    )
