"""Who speaks for the resident, and who signed with them, as the rules read it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SpeaksAs(StrEnum):
    """What a representative is to the resident."""

    RELATIVE = "relative"
    FRIEND = "friend"
    ADVOCATE = "advocate"
    SOLICITOR = "solicitor"
    DESIGNATED_PERSON = "designated_person"  # a helper: nobody has to go through one
    MEMBER = "member"  # an MP or a councillor
    OTHER = "other"


class Scope(StrEnum):
    """How much of it the resident lets them know."""

    EVERYTHING = "everything"
    COMPLAINT = "complaint"
    OUTCOME = "outcome"  # only told what was decided


class LettersTo(StrEnum):
    """Where the resident wants the letters to go once they have agreed."""

    RESIDENT = "resident"
    BOTH = "both"
    REPRESENTATIVE = "representative"


class ConsentBy(StrEnum):
    """How the resident agreed."""

    SIGNED = "signed"
    SPOKEN = "spoken"
    EMAIL = "email"


class Standing(StrEnum):
    """Where the resident's consent stands on a day."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    GIVEN = "given"
    NOT_YET = "not_yet"  # given from a later day on
    EXPIRED = "expired"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"  # they speak for the resident no more


class Wish(StrEnum):
    """How somebody who signed wants to hear of it."""

    OWN_LETTER = "own_letter"
    BY_CONTACT = "by_contact"  # the single contact tells them


@dataclass(frozen=True)
class RepresentativeFacts:
    """Somebody who speaks for the resident: who, how far, and the resident's consent to it.

    Consent holds from `starts_on` to `until`, both days included; each may be open. It governs
    what is disclosed, never whether the complaint is taken (Code 1.3, 3.6). `document` says where
    what was signed is kept. `member` is the number of a member in the landlord's directory.
    `claim_filed` is what a solicitor answered who was asked whether a claim is filed (Code 2.2).
    `told_on` is the day they were told what was decided.
    """

    number: int
    kind: SpeaksAs
    name: str
    named_on: date
    relation: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    scope: Scope = Scope.COMPLAINT
    letters: LettersTo = LettersTo.BOTH
    member: int | None = None
    claim_filed: bool | None = None
    asked_on: date | None = None
    answer_by: date | None = None
    given_on: date | None = None
    given_by: ConsentBy | None = None
    document: str = ""
    starts_on: date | None = None
    until: date | None = None
    refused_on: date | None = None
    withdrawn_on: date | None = None
    ended_on: date | None = None
    told_on: date | None = None

    def standing(self, on: date) -> Standing:
        """Where the resident's consent stands on a day: the last thing said counts."""
        over = ((self.ended_on, Standing.ENDED), (self.withdrawn_on, Standing.WITHDRAWN))
        for day, standing in (*over, (self.refused_on, Standing.REFUSED)):
            if day is not None:
                return standing
        if self.given_on is None:
            return Standing.ASKED if self.asked_on else Standing.NOT_ASKED
        if self.starts_on and on < self.starts_on:
            return Standing.NOT_YET
        return Standing.EXPIRED if self.until and on > self.until else Standing.GIVEN

    def agreed(self, on: date) -> bool:
        """Whether the resident's consent is given and in date."""
        return self.standing(on) is Standing.GIVEN

    @property
    def is_member(self) -> bool:
        """Whether they are an MP or a councillor, who gets no more than a redacted version."""
        return self.kind is SpeaksAs.MEMBER

    @property
    def speaks(self) -> bool:
        """Whether they still speak for the resident, agreed to or not yet."""
        return not (self.ended_on or self.withdrawn_on or self.refused_on)

    def gets_letters(self, on: date) -> bool:
        """Whether letters to the resident go to them too: agreed, in date and in scope."""
        in_scope = self.scope is not Scope.OUTCOME and not self.is_member
        return self.agreed(on) and in_scope and self.letters is not LettersTo.RESIDENT


@dataclass(frozen=True)
class SignatoryFacts:
    """Somebody who signed a petition or complains with a group, and how they want to hear of it.

    Nobody of the group is shown the details of another. `left_on` is the day they took their name
    off it.
    """

    number: int
    name: str
    address: str = ""
    email: str = ""
    wish: Wish = Wish.BY_CONTACT
    left_on: date | None = None

    @property
    def gets_letters(self) -> bool:
        """Whether each letter to the group goes to them too."""
        return self.wish is Wish.OWN_LETTER and self.left_on is None
