"""Getting to one's own complaint without an account: the reference and an address or number on the
case, then a code that goes to the address we hold.

Nothing here tells whether a case is there. Every asking makes a row and writes a message, and takes
the message back where it is for nobody: who looks at answers, at their length or at the time they
take learns nothing.
"""

import hmac
import re
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate, localtime
from pydantic import TypeAdapter

from redress.cases import outbox
from redress.cases.access import NoAccess, get_case
from redress.cases.models import Case, FollowCode, Representative, SentForm
from redress.cases.perform import Done
from redress.people.models import Landlord, Resident
from redress.rules.access import Actor
from redress.rules.decision import Refused
from redress.rules.facts_people import RepresentativeFacts, Scope
from redress.rules.sending import Way

GOOD_FOR = timedelta(minutes=10)
TRIES = 5  # of one code
A_CASE, A_CASE_IN = 6, timedelta(hours=1)  # codes that are sent
A_SOURCE, A_SOURCE_IN = 60, timedelta(minutes=15)  # times that one place may ask
KIND = "follow_code"
# Letters and digits that are not taken for one another when they are read out.
READABLE = "ABCDEFGHJKMNPQRTUVWXY346789"
READ_OUT = 8  # of them: more than anybody guesses, so that no limit needs to stand in the way
SUBJECT = "Your code to see your complaint"
TEXT = (
    "Your code is {code}.\n\n"
    "Type it in on the page where you asked for it. It works once, until {until}.\n\n"
    "If you did not ask for a code, you need do nothing. Nobody can see your complaint without it. "
    "Do not give it to anyone who rings you."
)
NOBODY = Actor(None, "", resident=True)
_representative = TypeAdapter(RepresentativeFacts)


@dataclass(frozen=True)
class Person:
    """Somebody who may follow a case: the resident, or who speaks for them with their consent.

    `email` is empty where we may not or cannot write to it.
    """

    name: str
    email: str
    contacts: frozenset[str]  # as `plain` has them
    representative: int | None = None  # their number on the case; None for the resident

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return Actor(None, self.name, resident=True)


@dataclass(frozen=True)
class LetIn:
    """A code was right: the case it opens, and the digest of who may see it."""

    reference: str
    person: str


def where_to_follow(landlord: Landlord) -> str:
    """What letters and e-mails say of it. The address is the same for all and opens nothing."""
    return f"Follow your complaint: {settings.SITE_ADDRESS}/{landlord.slug}/follow"


def people_of(row: Case | None, today: date) -> list[Person]:
    """Who may follow the case today. As much is asked where there is no case as where there is."""
    rows = Representative.objects.filter(case=row.pk if row else 0)
    speaking = [
        Person(each.name, each.email, _contacts(each), each.number)
        for each in map(_facts, rows)
        if _may_follow(each, today)
    ]
    resident = row.resident if row else None
    if resident is None:
        return speaking
    writable = resident.email if Way.EMAIL not in resident.reach.never else ""
    return [Person(resident.name, writable, _contacts(resident)), *speaking]


def _facts(row: Representative) -> RepresentativeFacts:
    return _representative.validate_python(
        {field.name: getattr(row, field.name) for field in fields(RepresentativeFacts)}
    )


def _may_follow(each: RepresentativeFacts, today: date) -> bool:
    """Whether consent is given, in date and goes as far as the complaint (Code 3.6). A member gets
    a version of their own by letter."""
    return each.agreed(today) and each.scope is not Scope.OUTCOME and not each.is_member


def _contacts(of: Resident | RepresentativeFacts) -> frozenset[str]:
    return frozenset(filter(None, map(plain, (of.email, of.phone))))


def plain(contact: str) -> str:
    """An e-mail address in small letters, or a phone number in figures, as they are compared."""
    contact = contact.strip()
    if "@" in contact:
        return "".join(contact.casefold().split())
    figures = re.sub(r"\D", "", contact)
    for abroad in ("0044", "44"):
        if figures.startswith(abroad) and len(figures) > 10:
            return "0" + figures.removeprefix(abroad).removeprefix("0")
    return figures


def ask(
    landlord: Landlord, reference: str, contact: str, source: str, at: datetime
) -> tuple[str, str]:
    """Ask for a code. Gives the key by which the browser is known afterwards, and the code, which
    is for the demonstration alone to show.

    A code goes to the e-mail address on the case, if the contact is of somebody who may follow it,
    and not more of them in an hour than `A_CASE`, nor from one place than `A_SOURCE`.
    """
    row, person = _found(landlord, reference, plain(contact), localdate(at))
    code = f"{secrets.randbelow(1_000_000):06}"
    asked = FollowCode.objects.filter(source=mark(source), made_at__gt=at - A_SOURCE_IN).count()
    sent = FollowCode.objects.filter(
        case=row.pk if row else 0, sent=True, made_at__gt=at - A_CASE_IN
    ).count()
    goes = bool(person and person.email) and asked < A_SOURCE and sent < A_CASE
    key = secrets.token_hex(16)
    with transaction.atomic():
        FollowCode.objects.create(
            landlord=landlord,
            case=row if person else None,
            key=key,
            digest=_digest(key, code if goes else secrets.token_hex(16)),
            person=mark(plain(contact)),
            source=mark(source),
            sent=goes,
            made_at=at,
            expires_at=at + GOOD_FOR,
        )
        before = transaction.savepoint()  # as many steps whether or not it goes
        _send(landlord, person, code, at)
        (transaction.savepoint_commit if goes else transaction.savepoint_rollback)(before)
    return key, code if goes else ""


def _found(
    landlord: Landlord, reference: str, contact: str, today: date
) -> tuple[Case | None, Person | None]:
    """The case, and the person of it who is known by this contact."""
    rows = [_case(landlord, written) for written in spellings(landlord, reference)]
    row = rows[0] or rows[1]  # both are looked for, whether or not the first is there
    people = people_of(row, today)
    known = (person for person in people if any(_same(contact, c) for c in person.contacts))
    return row, next(known, None)


def _case(landlord: Landlord, reference: str) -> Case | None:
    try:
        return get_case(NOBODY, landlord, reference)
    except NoAccess:
        return None


def spellings(landlord: Landlord, reference: str) -> tuple[str, str]:
    """A reference as it was typed, and as we write ours: "thh 12" is THH-000012."""
    typed = reference.strip()
    prefix = re.escape(landlord.reference_prefix)
    ours = re.fullmatch(rf"(?:{prefix})?[\s\-–]*([0-9]{{1,9}})", typed, re.IGNORECASE)
    return typed, f"{landlord.reference_prefix}-{int(ours[1]):06}" if ours else typed.upper()


def _send(landlord: Landlord, person: Person | None, code: str, at: datetime) -> None:
    text = TEXT.format(code=code, until=f"{localtime(at + GOOD_FOR):%H:%M}")
    to = (person.name, person.email) if person else ("", "")
    outbox.put_mail(landlord, KIND, *to, SUBJECT, text, at, secret=True)


def read_out(row: Case, person: Person, at: datetime) -> str:
    """A code for staff to read out to this person, good in the browser in which they have asked."""
    code = "".join(secrets.choice(READABLE) for _ in range(READ_OUT))
    key = secrets.token_hex(16)
    FollowCode.objects.create(
        landlord_id=row.landlord_id,
        case=row,
        key=key,
        digest=_digest(key, code),
        person=mark(min(person.contacts, default="")),
        source="",
        read_out=True,
        made_at=at,
        expires_at=at + GOOD_FOR,
    )
    return code


def enter(landlord: Landlord, keys: Collection[str], code: str, at: datetime) -> LetIn | None:
    """Type in a code, in the browser that asked under these keys. None where it lets nobody in:
    it is wrong, used, too old, of another browser, or tried too often.

    A wrong one counts against the codes of this browser alone: nobody uses up another's tries.
    """
    typed = re.sub(r"[\s\-]", "", code).upper()
    with transaction.atomic():
        mine = FollowCode.objects.select_for_update().filter(landlord=landlord, key__in=keys)
        asked = list(mine.filter(expires_at__gt=at, used_at=None, tries__lt=TRIES).order_by("pk"))
        told = FollowCode.objects.filter(
            landlord=landlord, case__in=[one.case_id or 0 for one in asked], read_out=True
        )
        others = list(told.filter(expires_at__gt=at, used_at=None).order_by("pk"))
        right = [one for one in (*asked, *others) if _same(one.digest, _digest(one.key, typed))]
        if not right or right[0].case is None:
            mine.filter(pk__in=[one.pk for one in asked]).update(tries=F("tries") + 1)
            return None
        found = right[0]
        used = FollowCode.objects.filter(pk=found.pk, used_at=None).update(used_at=at)
        if not used:
            return None
        return LetIn(right[0].case.reference, found.person)


def follower(row: Case, person: str, today: date) -> Person | None:
    """Who follows the case under this digest; None where they may not any more: the address is
    another's now, or consent has ended."""
    known = (each for each in people_of(row, today) if person in map(mark, each.contacts))
    return next(known, None)


def mark(text: str) -> str:
    """A keyed digest, by which a text is known again and cannot be read."""
    return salted_hmac("redress.follow.mark", text, algorithm="sha256").hexdigest()


def once(
    row: Case, key: str, at: datetime, do: Callable[[], Done | Refused]
) -> Done | Refused | None:
    """Do what a form asks, once however often it is sent; None where it is done already. One that
    is refused can be sent again."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                SentForm.objects.create(landlord_id=row.landlord_id, case=row, key=key, sent_at=at)
        except IntegrityError:
            return None
        answer = do()
        transaction.set_rollback(isinstance(answer, Refused))
        return answer


def sweep(now: datetime) -> int:
    """Takes away what is a day old: codes nobody can use, and forms nobody sends again."""
    before = now - timedelta(days=1)
    codes, _ = FollowCode.objects.filter(made_at__lt=before).delete()
    forms, _ = SentForm.objects.filter(sent_at__lt=before).delete()
    return codes + forms


def _digest(key: str, code: str) -> str:
    return salted_hmac("redress.follow.code", f"{key}:{code}", algorithm="sha256").hexdigest()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())
