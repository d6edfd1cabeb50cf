"""What representatives, consent and wishes are called on pages."""

from redress.rules.facts_people import ConsentBy, LettersTo, Scope, SpeaksAs, Standing, Wish

SPEAKS_AS: dict[SpeaksAs, str] = {
    SpeaksAs.RELATIVE: "Relative",
    SpeaksAs.FRIEND: "Friend or neighbour",
    SpeaksAs.ADVOCATE: "Advocate or support worker",
    SpeaksAs.SOLICITOR: "Solicitor",
    SpeaksAs.DESIGNATED_PERSON: "Designated person, as a helper",
    SpeaksAs.MEMBER: "MP or councillor",
    SpeaksAs.OTHER: "Somebody else",
}
SCOPE: dict[Scope, str] = {
    Scope.EVERYTHING: "Everything that has to do with the resident",
    Scope.COMPLAINT: "This complaint",
    Scope.OUTCOME: "Only what is decided",
}
LETTERS_TO: dict[LettersTo, str] = {
    LettersTo.BOTH: "To both of them",
    LettersTo.RESIDENT: "To the resident alone",
    LettersTo.REPRESENTATIVE: "To the representative instead",
}
CONSENT_BY: dict[ConsentBy, str] = {
    ConsentBy.SIGNED: "Signed",
    ConsentBy.SPOKEN: "Spoken",
    ConsentBy.EMAIL: "By email",
}
STANDING: dict[Standing, str] = {
    Standing.NOT_ASKED: "Not asked yet",
    Standing.ASKED: "No answer yet",
    Standing.GIVEN: "Agreed",
    Standing.NOT_YET: "Agreed, later",
    Standing.EXPIRED: "Run out",
    Standing.REFUSED: "Refused",
    Standing.WITHDRAWN: "Taken back",
    Standing.ENDED: "Ended",
}
WISH: dict[Wish, str] = {
    Wish.OWN_LETTER: "A letter of their own",
    Wish.BY_CONTACT: "Told by the contact",
}
