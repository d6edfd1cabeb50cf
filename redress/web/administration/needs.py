"""What needs an administrator: each as a sentence, with the address of the page that mends it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from redress.cases import policies
from redress.cases import stationery_versions as kept
from redress.people import staff
from redress.rules.access import CASEWORK
from redress.rules.policy_files import NoneInForce
from redress.rules.wording import wording
from redress.rules.words import short_date
from redress.web.pages import Visit


@dataclass(frozen=True)
class Need:
    """One thing to see to. `late` says that it is past its day."""

    says: str
    to: str
    late: bool = False


def needs(visit: Visit) -> list[Need]:
    """All of it, what is past its day first."""
    found = [
        *contacts(visit),
        *_policy(visit),
        *_drafts(visit),
        *_wordings(visit),
        *_training(visit),
    ]
    return sorted(found, key=lambda need: not need.late)


def contacts(visit: Visit) -> Iterator[Need]:
    """Contacts that have run out or do within 30 days."""
    for name, each in visit.stationery.running_out(visit.today).items():
        late, day = each.is_expired(visit.today), short_date(each.expires_on)
        verb = "ran out on" if late else "run out on"
        says = f"The details of {each.name} {verb} {day}."
        yield Need(says, _to(visit, "contact", name), late)


def _policy(visit: Visit) -> Iterator[Need]:
    try:
        policy = visit.book.in_force(visit.landlord.slug, visit.today)
    except NoneInForce:
        yield Need("No complaints policy is in force.", _to(visit, "policies"), late=True)
        return
    until = policy.stated_until
    if until and until < visit.today:
        says = (
            f"The complaints policy is past its own date, {short_date(until)}. It stays in force."
        )
        yield Need(says, _to(visit, "policies"), late=True)


def _drafts(visit: Visit) -> Iterator[Need]:
    for row in policies.listed(visit.landlord):
        if not row.published_at:
            says = f"The policy from {short_date(row.starts)} is a draft."
            yield Need(says, _to(visit, "policy", row.pk))
    for each in kept.drafts(visit.landlord):
        if each.sort == "wording":
            says = f"A draft wording is not published: {wording(each.name).meta.title}."
            yield Need(says, _to(visit, "wording-version", each.name, each.number))
        else:
            says = f"A draft passage is not published: {each.content['title']}."
            yield Need(says, _to(visit, "passage", each.name))


def _wordings(visit: Visit) -> Iterator[Need]:
    for kind in visit.stationery.unfit:
        title = wording(kind).meta.title
        says = f"Our own wording lacks a place, so the standard one is used: {title}."
        yield Need(says, _to(visit, "wording", kind), late=True)


def _training(visit: Visit) -> Iterator[Need]:
    people = [each for each in staff.people(visit.landlord) if each.user.is_active]
    overdue = sum(each.refresher_overdue(visit.today) for each in people)
    never = sum(each.training is None and bool(CASEWORK & {*each.roles}) for each in people)
    if overdue:
        have = "person’s refresher is" if overdue == 1 else "people’s refreshers are"
        yield Need(f"{overdue} {have} overdue.", _to(visit, "people"), late=True)
    if never:
        who = "person handles" if never == 1 else "people handle"
        yield Need(f"{never} {who} complaints with no training noted.", _to(visit, "people"))


def _to(visit: Visit, page: str, *names: object) -> str:
    return reverse(page, args=[visit.landlord.slug, *names])
