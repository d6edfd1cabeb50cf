"""What a landlord knows about an e-mail: whose it is, what it answers, which cases it may mean."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Lower

from redress.cases import reply_addresses
from redress.cases.models import Case, Message
from redress.people.models import Contributor, Landlord, Member, Membership, Resident
from redress.rules.facts_incoming import Sender
from redress.rules.facts_people import SpeaksAs
from redress.rules.mail import Mail
from redress.rules.mail_places import Found, Seen

OURS = re.compile(r"^([0-9a-f]{32})@")
PARLIAMENT = ("@parliament.uk", ".parliament.uk")  # the domain of MPs
RECENT = timedelta(days=366)  # within which a closed case may still be meant: stage 2
MOST = 20


def seen(landlord: Landlord, mail: Mail, received_on: date) -> Seen:
    """What is known about a mail. A handful of queries, whatever there is of cases."""
    tokens = reply_addresses.tokens_in(mail.to)
    by_token = reply_addresses.case_of(landlord, tokens) if tokens else None
    staff = is_staff(landlord, mail.address)
    writer = mail.original.address if staff and mail.original else mail.address
    known_by = "" if staff else writer  # what is passed on says itself whom it is from
    return Seen(
        ours=mail.address in our_addresses(landlord),
        staff=staff,
        acts_for_others=acts_for_others(landlord, writer),
        has_token=bool(tokens),
        by_token=by_token.pk if by_token else None,
        by_answer=_found(_answered(landlord, mail.names), known_by),
        by_reference=_found(_named(landlord, mail.subject), known_by),
        open_cases=_cases_of(landlord, writer, received_on),
    )


def our_addresses(landlord: Landlord) -> set[str]:
    """What the landlord writes from by Redress, or has answers come to."""
    names = (landlord.slug, "")
    found = {settings.MAIL_FROM.get(name, "") for name in names}
    found |= {settings.MAIL_REPLY.get(name, "") for name in names}
    return {each.casefold() for each in found if each}


def is_staff(landlord: Landlord, address: str) -> bool:
    """Whether an address is that of somebody on the landlord's staff, or of a domain of its own."""
    if not address:
        return False
    domains = settings.MAIL_STAFF.get(landlord.slug, settings.MAIL_STAFF.get("", ""))
    if address.rpartition("@")[2] in domains.casefold().split():
        return True
    held = Membership.objects.filter(landlord=landlord, user__is_active=True)
    return held.filter(user__email=address).exists()


def acts_for_others(landlord: Landlord, address: str) -> bool:
    """Whether it is an MP, a councillor, or somebody of a contractor in the address book."""
    if not address:
        return False
    if address.endswith(PARLIAMENT):
        return True
    asked = Contributor.objects.filter(landlord=landlord, email__iexact=address, retired=False)
    return (
        asked.exists() or Member.objects.filter(landlord=landlord, email__iexact=address).exists()
    )


def residents_at(landlord: Landlord, address: str) -> list[Resident]:
    """The landlord's residents with this e-mail address, in whatever letters it was written."""
    if not address:
        return []
    rows = Resident.objects.filter(landlord=landlord).alias(low=Lower("email"))
    return list(rows.filter(low=address)[:MOST])


def _answered(landlord: Landlord, names: Iterable[str]) -> Case | None:
    """The case to a message of which a mail answers."""
    ours = [match[1] for name in names if (match := OURS.match(name))]
    if not ours:
        return None
    rows = Message.objects.filter(landlord=landlord, message_id__in=ours, case__isnull=False)
    found = rows.select_related("case__resident").order_by("-id").first()
    return found.case if found else None


def _named(landlord: Landlord, subject: str) -> Case | None:
    """The case whose reference stands in the subject."""
    prefix = re.escape(landlord.reference_prefix)
    references = re.findall(rf"\b{prefix}-\d{{6,9}}\b", subject.upper())
    rows = Case.objects.filter(landlord=landlord, reference__in=references[:MOST])
    return rows.select_related("resident").first() if references else None


def _found(case: Case | None, address: str) -> Found | None:
    if case is None:
        return None
    return Found(case.pk, bool(address) and address in writers(case))


def writers(case: Case) -> dict[str, Sender]:
    """The addresses that a case knows, and whose they are: its resident's, those of whoever speaks
    for them, and of whoever signed with them."""
    spoken = case.representatives.filter(ended_on__isnull=True, withdrawn_on__isnull=True)
    found = {each.email.casefold(): Sender.OTHER for each in case.signatories.all()}
    for each in spoken:
        member = each.kind == SpeaksAs.MEMBER
        found[each.email.casefold()] = Sender.MEMBER if member else Sender.REPRESENTATIVE
    if case.resident:
        found[case.resident.email.casefold()] = Sender.RESIDENT
    found.pop("", None)
    return found


def _cases_of(landlord: Landlord, address: str, today: date) -> tuple[int, ...]:
    """The cases of whoever has this address that a mail may mean: open, or of the last year, for
    whoever asks for stage 2 may write anew. One that not all may see comes first, so that whoever
    sees the mail may see that."""
    people = residents_at(landlord, address)
    if not people:
        return ()
    recent = Q(open_due__isnull=False) | Q(received_on__gte=today - RECENT)
    rows = Case.objects.filter(recent, landlord=landlord, resident__in=people, merged_into="")
    order = rows.order_by("-guarded", "open_due", "-received_on", "-id")
    return tuple(order.values_list("pk", flat=True)[:MOST])
