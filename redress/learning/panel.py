"""Packs for a residents' panel: taking names out of cases, confirming each, what was said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count, Max, Q
from django.utils.timezone import localdate

from redress.cases.access import NoAccess, get_case
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.cases.private import private_of
from redress.learning.models import Improvement, PanelCase, PanelComment, PanelPack
from redress.people.models import Landlord, User
from redress.rules.access import Actor
from redress.rules.decision import NotKept, Reason
from redress.rules.facts import CaseFacts, StageFacts
from redress.rules.redaction import Private
from redress.rules.unnamed import left, month_of, redacted
from redress.rules.words import FINDING

MOST = 30  # cases of a pack
PARTS = {
    "told": "What they told us",
    "decided": "What we decided, and why",
    "did": "What we did",
    "learned": "What we learned",
}


@transaction.atomic
def begin(landlord: Landlord, title: str, by: Actor, at: datetime) -> PanelPack:
    """A new, empty pack. The same title twice on a day is one pack."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one number at a time
    rows = PanelPack.objects.filter(landlord=landlord)
    same = {"title": title.strip(), "made_on": localdate(at)}
    number = (rows.aggregate(n=Max("number"))["n"] or 0) + 1
    return rows.filter(**same).first() or PanelPack.objects.create(
        landlord=landlord, number=number, made_by=by.name, **same
    )


@transaction.atomic
def put_in(pack: PanelPack, reference: str, by: Actor) -> PanelCase:
    """A case into a pack, with whatever points to a person taken out, to be read by a person.

    Raises NotKept for one that is not there for this person, that not everybody may see, that was
    not answered, or that is in the pack; and where the pack is full.
    """
    pack = PanelPack.objects.select_for_update().select_related("landlord").get(pk=pack.pk)
    try:
        row = get_case(by, pack.landlord, reference.strip())
    except NoAccess:
        raise NotKept((Reason("no_such_case", "", "reference"),)) from None
    case = facts_of(row)
    answered = next((each for each in reversed(case.stages) if each.responded_on), None)
    there = dict(pack.cases.values_list("case_id", "place"))
    for wrong, code in (
        (row.guarded, "case_restricted"),
        (answered is None, "not_answered"),
        (row.pk in there, "in_there_already"),
        (len(there) >= MOST, "pack_full"),
    ):
        if wrong:
            raise NotKept((Reason(code, "", "reference", str(MOST)),))
    assert answered is not None  # noqa: S101 refused above
    return PanelCase.objects.create(
        landlord_id=pack.landlord_id,
        pack=pack,
        place=max(there.values(), default=0) + 1,
        case=row,
        facts=_facts(case, answered),
        texts=_texts(row, case, answered),
    )


def _facts(case: CaseFacts, stage: StageFacts) -> dict[str, str]:
    """What was never free text: the month, the service, how it ended and how long it took."""
    took = (stage.responded_on - stage.received_on).days if stage.responded_on else 0
    return {
        "received": month_of(case.received_on),
        "service": case.service,
        "category": case.category,
        "answered": f"At stage {stage.number}, after {took} days: "
        + (FINDING[stage.outcome].lower() if stage.outcome else "no outcome on record"),
    }


def _texts(row: Case, case: CaseFacts, stage: StageFacts) -> dict[str, str]:
    found = [
        f"{issue.summary.rstrip('.')}: {FINDING[each.finding].lower()}. {each.reasons}"
        for issue in case.issues_in
        for each in issue.findings
        if each.stage == stage.number
    ]
    done = [
        f"{each.what.rstrip('.')}: {'done' if each.done_on else 'not done yet'}."
        for each in case.actions
        if not each.internal
    ]
    texts = {
        "told": case.description,
        "decided": "\n".join(found),
        "did": "\n".join(done),
        "learned": "\n".join(issue.lesson for issue in case.issues_in if issue.lesson),
    }
    private, references = private_to(row), [case.reference, *(tie.reference for tie in case.links)]
    return {name: redacted(text, private, references) for name, text in texts.items()}


def private_to(row: Case) -> Private:
    """Names and places of everybody who has to do with a case: the resident, those who signed or
    speak for them, and the colleagues who did something to it."""
    known = private_of(row)
    speaking = list(row.representatives.values_list("name", "email", "phone", "address"))
    staff = set(row.events.exclude(by_id=None).values_list("by_name", flat=True))
    if row.handler_id:
        staff |= set(User.objects.filter(pk=row.handler_id).values_list("name", flat=True))
    names = (*known.names, *(name for name, *_ in speaking), *sorted(staff))
    places = (*known.places, *(place for _, *rest in speaking for place in rest if place))
    return Private(names, places)


@transaction.atomic
def confirm(row: PanelCase, texts: Mapping[str, str], by: Actor, at: datetime) -> None:
    """Keep the texts as a person has read and mended them. Raises NotKept, for each part in which
    something still points to a person."""
    row = PanelCase.objects.select_for_update(of=("self",)).select_related("case").get(pk=row.pk)
    private = private_to(row.case)
    found = [
        Reason("points_to_somebody", "", name, words)
        for name in PARTS
        for words in left(texts.get(name, ""), private)
    ]
    if found:
        raise NotKept(tuple(found))
    kept = {name: texts.get(name, "").strip() for name in PARTS}
    day = {"confirmed_on": localdate(at), "confirmed_by": by.name}
    PanelCase.objects.filter(pk=row.pk).update(texts=kept, **day)


@transaction.atomic
def take_out(row: PanelCase) -> bool:
    """A case out of its pack again, unless the panel has said something of it: whether it is gone.

    One that is kept to some people by now goes in any case; what was said stays, of the whole pack.
    """
    said = row.panelcomment_set.all()
    if row.case.guarded:
        said.update(about=None)
    elif said.exists():
        return False
    row.delete()
    return True


@transaction.atomic
def note(
    pack: PanelPack, about: PanelCase | None, text: str, by: Actor, at: datetime
) -> PanelComment:
    """Keep what the panel said. The same of the same case twice is kept once."""
    PanelPack.objects.select_for_update().get(pk=pack.pk)
    said = {"landlord_id": pack.landlord_id, "pack": pack, "about": about, "text": text.strip()}
    there = PanelComment.objects.filter(pack=pack, about=about, text=text.strip()).first()
    return there or PanelComment.objects.create(at=at, noted_by=by.name, **said)


def came_of(comment: PanelComment, improvement: Improvement) -> None:
    """Note that an improvement came of what the panel said."""
    PanelComment.objects.filter(pk=comment.pk).update(improvement=improvement)


def comment_of(landlord: Landlord, number: int) -> PanelComment | None:
    """A comment by its row's number."""
    return PanelComment.objects.filter(landlord=landlord, pk=number).first()


@dataclass(frozen=True)
class Packed:
    """A pack, with how many of its cases are confirmed."""

    row: PanelPack
    cases: int
    confirmed: int


def packs(landlord: Landlord) -> list[Packed]:
    """The packs of a landlord, the latest first; the last hundred."""
    rows = PanelPack.objects.filter(landlord=landlord)
    rows = rows.annotate(many=Count("cases"), done=Count("cases__confirmed_on"))
    return [Packed(row, row.many, row.done) for row in rows.order_by("-number")[:100]]


def pack_of(landlord: Landlord, number: int) -> PanelPack | None:
    """A pack by its number."""
    return PanelPack.objects.filter(landlord=landlord, number=number).first()


def case_at(pack: PanelPack, place: int) -> PanelCase | None:
    """The case at a place of a pack."""
    rows = pack.cases.select_related("case")
    return rows.filter(place=place).first() if place < 10**4 else None


def is_ready(pack: PanelPack) -> bool:
    """Whether it may be shown: it has cases, a person has confirmed each, and none is now kept
    to some people."""
    not_yet = Q(confirmed_on=None) | Q(case__guarded=True)
    return pack.cases.exists() and not pack.cases.filter(not_yet).exists()
