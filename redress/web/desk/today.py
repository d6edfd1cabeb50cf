"""Today: what is yours, what is due, and what waits; each number opens the list it counts."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from redress.cases import incoming, lessons, lists, mail_desk
from redress.cases.filters import ME, NOBODY, Filters, Seen
from redress.cases.needs import to_see_to
from redress.cases.to_sign import to_sign
from redress.ombudsman import reading as ombudsman
from redress.people import staff
from redress.rules.access import CASEWORK, DECIDERS, Verb, may, may_administer, may_keep_ombudsman
from redress.satisfaction import offering
from redress.web.administration.needs import contacts
from redress.web.desk.chosen import Chosen
from redress.web.desk.reading import elsewhere, seen_by
from redress.web.desk.reviews import Show
from redress.web.desk.rows import rows
from redress.web.desk.verbs import ROLE
from redress.web.pages import Visit, page, signed_in

# What is counted for whoever has cases, and for who looks after everybody's.
MINE = {
    "Overdue": Filters(handler=ME, due="late"),
    "Due today": Filters(handler=ME, due="today"),
    "Due in the next 2 working days": Filters(handler=ME, due="soon"),
    "Waiting for your signature": Filters(waiting="my-signature"),
    "With comments that are late": Filters(handler=ME, waiting="late-comments"),
    "With a promise overdue": Filters(handler=ME, promise="late"),
    "With a promise due within 2 working days": Filters(handler=ME, promise="soon"),
    "All of your open cases": Filters(handler=ME),
}
EVERYBODYS = {
    "New, to be sorted": Filters(waiting="sorting"),
    "Not given to anyone": Filters(handler=NOBODY),
    "Overdue": Filters(due="late"),
    "Due today": Filters(due="today"),
    "Due in the next 2 working days": Filters(due="soon"),
    "With comments that are late": Filters(waiting="late-comments"),
    "With a promise overdue": Filters(promise="late"),
    "With a letter that could not be sent": Filters(waiting="sending"),
    "All open cases": Filters(),
}
MESSAGES = {
    incoming.Show.UNANSWERED: "Messages to answer",
    incoming.Show.STAGE_2: "Messages that may ask for stage 2",
}
WORRIES = ("late-comments", "sending")


@dataclass(frozen=True)
class Count:
    """A number, what it counts, the address of just that, and whether it is one to worry about."""

    words: str
    number: int
    address: str
    late: bool


@page(needs=signed_in)
def today(visit: Visit) -> HttpResponse:
    """The numbers and, for whoever has cases, those that are due first."""
    if answer := elsewhere(visit):
        return answer
    seen = seen_by(visit)
    works, everybodys = bool(visit.actor.roles & CASEWORK), oversees(visit)
    mine = counted(visit, seen, MINE) + messages_in(visit, mine=True) if works else []
    has_some = any(count.number for count in mine)
    if works and not everybodys:
        mine += [*reviews_due(visit, mine=True), lessons_owed(visit, mine=True)]
    asked = Chosen(Filters(handler=ME) if has_some or not everybodys else Filters())
    first = lists.page_of(visit.landlord, asked.filters, seen, asked.order)
    return visit.render(
        "desk/today.html",
        mine=mine,
        everybodys=_everybodys(visit, seen) if everybodys else [],
        to_sign=to_sign(visit.landlord, visit.actor, visit.today),
        decides=bool(visit.actor.roles & DECIDERS),
        heading="Next for you" if asked.filters.handler else "Next for everybody",
        rows=rows(first.lines, visit.landlord, visit.today),
        more=_address(visit, asked) if first.after else "",
        gaps=[(ROLE[gap.role], gap) for gap in staff.unfilled(visit.landlord)]
        if everybodys
        else (),
        fill=may_administer(visit.actor),
        needs=list(contacts(visit)) if may_administer(visit.actor) else [],
    )


def _everybodys(visit: Visit, seen: Seen) -> list[Count]:
    """Cases, the messages on them, e-mail that nobody has sorted, and adjustments to look at."""
    messages = [*messages_in(visit), mail_to_sort(visit)]
    more = [*reviews_due(visit), lessons_owed(visit), *after_closing(visit)]
    more += ombudsman_asks(visit)
    return [*counted(visit, seen, EVERYBODYS), *messages, *more]


def oversees(visit: Visit) -> bool:
    """Whether everybody's cases are this person's business: who allocates, or only reads."""
    return may(visit.actor, Verb.ALLOCATE) or not visit.actor.roles & CASEWORK


def counted(visit: Visit, seen: Seen, asked: dict[str, Filters]) -> list[Count]:
    """Each list with its number of cases, in one query."""
    numbers = lists.counts(visit.landlord, asked, seen)
    return [
        Count(
            words,
            numbers[words],
            _address(visit, Chosen(filters)),
            late=_worries(filters) and numbers[words] > 0,
        )
        for words, filters in asked.items()
    ]


def messages_in(visit: Visit, *, mine: bool = False) -> list[Count]:
    """The messages on cases that wait, closed ones too: those to answer, and those that may ask for
    stage 2. They are counted over what waits alone."""
    numbers = incoming.counts(visit.landlord, visit.actor, mine=mine)
    page = reverse("messages", args=[visit.landlord.slug])
    whose = f"&whose={ME}" if mine else ""
    return [
        Count(words, numbers[show], f"{page}?show={show.value}{whose}", late=numbers[show] > 0)
        for show, words in MESSAGES.items()
    ]


def reviews_due(visit: Visit, *, mine: bool = False) -> list[Count]:
    """How many residents have an adjustment late to be looked at (Code 5.10), and how many
    restrictions of contact somebody must see to (Code 5.14)."""
    late, limits = to_see_to(visit.actor, visit.landlord, visit.today, mine=mine)
    page, whose = reverse("reviews", args=[visit.landlord.slug]), "&mine=yes" if mine else ""
    at = {show: f"{page}?show={show}{whose}" for show in Show}
    adjustment, restriction = at[Show.ADJUSTMENTS], at[Show.RESTRICTIONS]
    return [
        Count("With an adjustment late to be looked at", late, adjustment, late=late > 0),
        Count("With a restriction of contact to see to", limits, restriction, late=limits > 0),
    ]


def lessons_owed(visit: Visit, *, mine: bool = False) -> Count:
    """How many issues were upheld and have no lesson yet (Code 9.1)."""
    number = lessons.count_owed(visit.landlord, visit.actor, mine=mine)
    page, whose = reverse("lessons", args=[visit.landlord.slug]), "?mine=yes" if mine else ""
    return Count("Lessons to record", number, f"{page}{whose}", late=False)


def mail_to_sort(visit: Visit) -> Count:
    """How many e-mails wait for somebody to say where they belong."""
    waits = mail_desk.waiting(visit.actor, visit.landlord)
    return Count("Email to sort", waits, reverse("mail", args=[visit.landlord.slug]), waits > 0)


def after_closing(visit: Visit) -> list[Count]:
    """How many residents are to be rung after closing, and how many are owed the choice to complain
    (Code 1.6)."""
    waits = offering.waiting(visit.actor, visit.landlord, visit.today)
    page = reverse("satisfaction", args=[visit.landlord.slug])
    return [
        Count("To ring after closing", waits.to_ring, f"{page}?show=ring", late=False),
        Count(
            "Unhappy in a survey, to be offered a complaint",
            waits.unhappy,
            f"{page}?show=unhappy",
            late=waits.unhappy > 0,
        ),
    ]


def ombudsman_asks(visit: Visit) -> list[Count]:
    """How much of what the Ombudsman asks is overdue or due within seven days, for who keeps the
    register and the senior lead, to whom it rises."""
    if not may_keep_ombudsman(visit.actor):
        return []
    number = ombudsman.to_see_to(visit.landlord, visit.today)
    page = reverse("ombudsman", args=[visit.landlord.slug])
    return [Count("Asked by the Ombudsman, due or overdue", number, f"{page}?show=due", number > 0)]


def _worries(filters: Filters) -> bool:
    return "late" in (filters.due, filters.promise) or filters.waiting in WORRIES


def _address(visit: Visit, asked: Chosen) -> str:
    return f"{reverse('worklist', args=[visit.landlord.slug])}?{asked.query}"
