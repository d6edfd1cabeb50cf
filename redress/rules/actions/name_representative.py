"""Name somebody who speaks for the resident. The complaint goes on meanwhile."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused, calendar_of
from redress.rules.facts import CaseFacts, Consent, SpeakerFacts
from redress.rules.facts_people import LettersTo, RepresentativeFacts, Scope, SpeaksAs
from redress.rules.policy import Policy
from redress.rules.record import NewEvent, plain
from redress.rules.words import long_date

ANSWER_IN = 10  # working days in which we ask the resident to answer


@dataclass(frozen=True, kw_only=True)
class NameRepresentative:
    """Who it is, what they are to the resident and how they are reached.

    `scope` and `letters` are what is wanted: they hold once the resident has agreed. `ask` sends
    the resident the letter that asks for their consent. `member` is a number of the directory.
    `claim_filed` is what a solicitor answered who was asked whether a claim is filed, None where
    nobody has asked.
    """

    kind: SpeaksAs
    name: str
    relation: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    scope: Scope = Scope.COMPLAINT
    letters: LettersTo = LettersTo.BOTH
    member: int | None = None
    claim_filed: bool | None = None
    ask: bool = True


def decide(case: CaseFacts, given: NameRepresentative, context: Context) -> Decision | Refused:
    """Keep who it is, ask the resident in parallel, and tell whoever speaks that we have heard
    from them and nothing more (Code 1.3, 3.6; THH policy, Complaints through an advocate).

    No clock moves and nothing waits. Refuses without a name, one who speaks for the resident
    already, and to ask where the case has no resident. A solicitor who was not asked about a claim
    (Code 2.2), and somebody who cannot be reached, are warned of.
    """
    checks = Checks(context.policy(case))
    name = given.name.strip()
    checks.must(bool(name), "representative_missing", "Code 3.6", "name")
    there = {each.name.casefold() for each in case.representatives if each.speaks}
    checks.must(name.casefold() not in there, "named_already", "", "name")
    somebody = case.resident is not None or not given.ask
    checks.must(somebody, "nobody_to_ask", "Code 3.6", "ask")
    asked = given.kind is not SpeaksAs.SOLICITOR or given.claim_filed is not None
    checks.should(asked, "claim_not_asked", "Code 2.2", "claim_filed")
    reached = any(each.strip() for each in (given.email, given.phone, given.address))
    checks.should(reached, "cannot_be_reached", "Code 3.6", "email")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = _new(case, given, context)
    event = NewEvent("representative_named", {"representatives": [plain(new)]})
    letters = letters_for(case.stage.number, new, ask=given.ask)
    return Decision((event,), letters, warnings=tuple(checks.warned))


def _new(case: CaseFacts, given: NameRepresentative, context: Context) -> RepresentativeFacts:
    asked_on = context.today if given.ask else None
    return RepresentativeFacts(
        number=len(case.representatives) + 1,
        kind=given.kind,
        name=given.name.strip(),
        named_on=context.today,
        relation=given.relation.strip(),
        email=given.email.strip(),
        phone=given.phone.strip(),
        address=given.address.strip(),
        scope=given.scope,
        letters=given.letters,
        member=given.member,
        claim_filed=given.claim_filed if given.kind is SpeaksAs.SOLICITOR else None,
        asked_on=asked_on,
        answer_by=answer_by(context.policy(case), asked_on),
    )


def said_at_first(
    speaker: SpeakerFacts, policy: Policy, received_on: date, today: date, *, known: bool
) -> RepresentativeFacts:
    """Whoever was said to speak for the resident as the contact came in.

    Where nobody has asked the resident yet, and the resident is `known`, they are asked now.
    """
    asks = speaker.consent is Consent.NOT_YET and known
    asked_on = today if asks else received_on if speaker.consent is Consent.ASKED else None
    return RepresentativeFacts(
        number=1,
        kind=speaker.kind,
        name=speaker.name.strip(),
        named_on=today,
        relation=speaker.relation.strip(),
        email=speaker.email.strip(),
        phone=speaker.phone.strip(),
        address=speaker.address.strip(),
        member=speaker.member,
        asked_on=asked_on,
        answer_by=answer_by(policy, asked_on),
        given_on=received_on if speaker.consent is Consent.GIVEN else None,
    )


def letters_for(stage: int, new: RepresentativeFacts, *, ask: bool) -> tuple[NewLetter, ...]:
    """The question to the resident, and to whoever can be written to that they were heard."""
    made = [consent_request(stage, new)] if ask else []
    if new.email or new.address:
        made.append(NewLetter("representative_acknowledgement", stage, {}, to=new.number))
    return tuple(made)


def consent_request(stage: int, whom: RepresentativeFacts) -> NewLetter:
    """The letter that asks the resident, with the slip to answer it."""
    by = long_date(whom.answer_by) if whom.answer_by else ""
    facts = {"representative_name": whom.name, "answer_by": by}
    return NewLetter("consent_request", stage, facts)


def answer_by(policy: Policy, asked_on: date | None) -> date | None:
    """The day by which we ask the resident to answer. Nothing happens to the complaint on it."""
    return calendar_of(policy).add(asked_on, ANSWER_IN) if asked_on else None
