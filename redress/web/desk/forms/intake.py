"""How a contact reached us, and who speaks for the resident, from what a form was told."""

from typing import Any

from redress.people.models import Member
from redress.rules.facts import Choice, Consent, IntakeFacts, SpeakerFacts
from redress.rules.facts_people import SpeaksAs
from redress.rules.sending import Never, Way
from redress.rules.words import NEVER
from redress.rules.words_people import SPEAKS_AS

RELATIONS = [(each.value, words) for each, words in SPEAKS_AS.items()]
NEVERS = [(way.value, NEVER[way][0].upper() + NEVER[way][1:]) for way in Never]
WAYS = [(Way.EMAIL.value, "Email"), (Way.POST.value, "Post")]


def intake_of(said: dict[str, Any], member: Member | None = None) -> IntakeFacts:
    """The facts of how it came in, and which member of the directory asks.

    The choice to complain counts from the day it was received.
    """
    choice = Choice(said["choice"]) if said["choice"] else None
    return IntakeFacts(
        handed_by=said["handed_by"],
        moved_to=said["moved_to"],
        representative=_speaker(said, member),
        choice=choice,
        choice_on=said["received_on"] if choice else None,
    )


def _speaker(said: dict[str, Any], member: Member | None) -> SpeakerFacts | None:
    """Whoever speaks for the resident, a member as the directory has them; without a name too where
    anything is said of them, which the rules refuse."""
    consent = Consent(said["consent"]) if said["consent"] else Consent.NOT_YET
    if member is not None:
        return SpeakerFacts(
            member.name,
            relation=member.office,
            consent=consent,
            kind=SpeaksAs.MEMBER,
            email=said["speaker_email"] or member.email,
            address=member.address,
            member=member.pk,
        )
    if not (said["representative"] or said["relation"] or said["consent"]):
        return None
    return SpeakerFacts(
        said["representative"],
        consent=consent,
        kind=SpeaksAs(said["relation"]) if said["relation"] else SpeaksAs.OTHER,
        email=said["speaker_email"],
    )
