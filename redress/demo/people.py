"""Who speaks and who signs in the demonstration: a daughter, an advocate, a solicitor, a councillor
and neighbours with a petition. All are invented."""

from datetime import timedelta
from typing import Any

from redress.people import members
from redress.people.models import Landlord
from redress.rules.actions.add_signatories import AddSignatories
from redress.rules.actions.name_representative import NameRepresentative
from redress.rules.actions.offer_meeting import OfferMeeting
from redress.rules.actions.record_consent import RecordConsent, Said
from redress.rules.actions.send_update import SendUpdate
from redress.rules.actions.tell_outcome import TellOutcome
from redress.rules.facts import Consent, SpeakerFacts
from redress.rules.facts_people import ConsentBy, Scope, SpeaksAs, Wish
from redress.rules.signatories import NewSignatory

MEMBERS = (
    ("Rowan Blythe", "councillor", "Millbrook", "cllr.blythe@members.example"),
    ("Saoirse Quill", "councillor", "Orchard", "cllr.quill@members.example"),
    ("Dev Ashgrove", "mp", "Millbrook and Vale", "ashgrove@parliament.example"),
)
PEOPLE = {
    "daughter": NameRepresentative(
        kind=SpeaksAs.RELATIVE,
        name="Tamsin Hale",
        relation="daughter",
        email="tamsin.hale@residents.example",
        phone="07700 900555",
    ),
    "advocate": NameRepresentative(
        kind=SpeaksAs.ADVOCATE,
        name="Noor Castell",
        relation="Vale Advice Centre",
        email="noor@vale-advice.example",
        scope=Scope.OUTCOME,
    ),
    "solicitor": NameRepresentative(
        kind=SpeaksAs.SOLICITOR,
        name="Pell and Moss LLP",
        address="3 Corn Exchange, ZZ4 2AB",
        email="law@pell-moss.example",
    ),
    "councillor": NameRepresentative(
        kind=SpeaksAs.MEMBER,
        name=MEMBERS[0][0],
        relation="councillor for Millbrook",
        email=MEMBERS[0][3],
        scope=Scope.OUTCOME,
    ),
}
NEIGHBOURS = (
    NewSignatory(
        name="Edwin Marsh",
        address="12 Canal Terrace, ZZ2 9DD",
        email="edwin@residents.example",
        wish=Wish.OWN_LETTER,
    ),
    NewSignatory(name="Ivy Fenwick", address="14 Canal Terrace, ZZ2 9DD", wish=Wish.OWN_LETTER),
    NewSignatory(name="Leila Moradi", address="16 Canal Terrace, ZZ2 9DD"),
    NewSignatory(name="Mr Edwin Marsh", address="12 Canal Terrace"),  # signed twice
    NewSignatory(name="Bo Lindqvist"),
)


def fill_directory(landlord: Landlord) -> None:
    """Put the invented members into the landlord's directory, where it is empty."""
    if members.all_of(landlord):
        return
    for name, kind, area, email in MEMBERS:
        members.keep(landlord, name=name, kind=kind, area=area, email=email)


def asks(landlord: Landlord) -> SpeakerFacts:
    """The councillor who asks, as the directory has them."""
    one = members.all_of(landlord)[0]
    return SpeakerFacts(
        one.name,
        relation=one.office,
        consent=Consent.NOT_YET,
        kind=SpeaksAs.MEMBER,
        email=one.email,
        member=one.pk,
    )


def agree(scene: Any) -> RecordConsent:
    """The resident signs the slip, for half a year."""
    whom = scene.case.representatives[-1]
    return RecordConsent(
        number=whom.number,
        said=Said.GIVEN,
        on=scene.today,
        by=ConsentBy.SIGNED,
        document="Consent slip, scanned",
        scope=whom.scope,
        letters=whom.letters,
        until=scene.today + timedelta(days=180),
    )


def tell(scene: Any) -> TellOutcome:
    """The councillor is told what was decided, with nothing marked as safe."""
    return TellOutcome(number=scene.case.representatives[-1].number)


def sign(scene: Any) -> AddSignatories:
    """The neighbours' list, with one who signed twice."""
    return AddSignatories(people=NEIGHBOURS)


def meet(scene: Any) -> OfferMeeting:
    """The group is offered a meeting."""
    return OfferMeeting(
        on=scene.today, how="By phone, to the contact.", answer="They will choose a day."
    )


def update_all(scene: Any) -> SendUpdate:
    """The same news for all of them."""
    return SendUpdate(
        what_happened="The surveyor has seen the block. We do not have the report yet.",
        what_next="We will read the report and then send you our answer.",
        write_by=scene.calendar.add(scene.today, 5),
        agreed=True,
    )
