"""What of a case its resident may see, and what they can do: nothing internal, whoever asks.

`EVENTS` decides on every kind of event whether the resident sees that it happened. One that is not
in it is not shown: what is new is hidden until somebody decides on it, and a test asks for that.
"""

from dataclasses import dataclass
from datetime import date

from redress.rules.access import RESIDENT_MAY, Verb
from redress.rules.facts import (
    ActionFacts,
    CaseFacts,
    Clock,
    DeadlineFacts,
    DocumentFacts,
    ExtensionFacts,
    StageFacts,
    State,
)
from redress.rules.facts_incoming import IncomingFacts, Sender
from redress.rules.facts_offers import OfferFacts
from redress.rules.policy import Policy
from redress.rules.policy_choices import When
from redress.rules.stages import possible

EVENTS: dict[str, bool] = {
    "received": True,
    "imported": True,
    "complaint_raised": True,
    "request_answered": True,
    "logged": False,
    "classified": False,
    "handed_over": False,
    "redated": True,
    "received_date_corrected": True,
    "chased": False,
    "tagged": False,
    "allocated": True,
    "call_recorded": False,  # may be a note for colleagues
    "document_noted": False,
    "virus_found": False,
    "conflict_declared": False,
    "no_conflict_declared": False,
    "restricted": False,
    "restriction_lifted": False,
    "opened_restricted": False,
    "comments_asked": False,
    "comments_given": False,
    "comments_chased": False,
    "comments_withdrawn": False,
    "issue_joined": True,
    "issue_split": True,
    "issues_split": True,
    "linked": False,
    "unlinked": False,
    "merged": True,
    "merged_in": False,
    "acknowledged": True,
    "clarification_asked": True,
    "updated": True,
    "findings_shared": True,
    "findings_commented": True,
    "signposted": True,
    "extended": True,
    "submitted": False,
    "sent_back": False,
    "responded": True,
    "escalated": True,
    "refused": True,
    "escalation_refused": True,
    "promised": True,
    "task_set": False,
    "action_moved": False,  # may be a task; a promise put off is told by letter
    "updates_agreed": True,
    "reminded": False,
    "action_completed": False,  # may be a task; a promise shows as done
    "offer_made": True,
    "offer_settled": True,
    "withdrawn": True,
    "lesson_recorded": False,  # what is published of it is on the register of improvements
    "fed_back": False,
    "closed": True,
    "reopened": True,
    "undone": False,
    "definition_answered": True,
    "message_received": True,
    "message_settled": False,
    "extension_answered": True,
    "not_done_said": True,
    "rated": True,
    "satisfaction_asked": True,
    "code_read_out": True,
    "hold_placed": False,
    "hold_released": False,
    "erased": False,  # then nobody follows it any more
    "waits": False,  # a mark of ours, which moves no date
    "awaited_came": False,
    "evidence_ticked": False,
    "refusal_submitted": False,
    "mediation": True,
    "behaviour_recorded": False,
    "behaviour_warned": True,
    "contact_restriction_proposed": False,
    "contact_restriction_turned_down": False,
    "contact_restricted": True,
    "contact_restriction_reviewed": False,  # what follows from it is told by letter
    "contact_restriction_ended": True,
    "representative_named": True,
    "representative_ended": True,
    "consent_recorded": True,
    "outcome_told": True,
    "meeting_offered": True,
    "signatories_added": False,  # nobody of a group sees the others
    "signatory_changed": False,
}
# The clocks that are told to the resident, in the order in which they come.
TOLD = (
    *(Clock.REQUEST, Clock.FIRST_CALL, Clock.ACKNOWLEDGE, Clock.FINDINGS_COMMENT),
    *(Clock.UPDATE, Clock.RESPOND, Clock.ESCALATE),
)


@dataclass(frozen=True)
class ResidentView:
    """A case as its resident may see it. `can` is what they can do now, in the order of `Verb`."""

    reference: str
    state: State
    stage: StageFacts
    received_on: date
    description: str
    issues: tuple[str, ...]
    dates: tuple[DeadlineFacts, ...]
    promises: tuple[ActionFacts, ...]
    offers: tuple[OfferFacts, ...]
    documents: tuple[DocumentFacts, ...]
    messages: tuple[IncomingFacts, ...]
    merged_into: str
    update_every: int | None
    mediation_open: bool
    can: tuple[Verb, ...]

    @property
    def extension(self) -> ExtensionFacts | None:
        """The latest new date of this stage."""
        return self.stage.extensions[-1] if self.stage.extensions else None


def shown(case: CaseFacts, policy: Policy | None = None) -> ResidentView:
    """What the resident may see of their case: what they told us and what we told them. `policy` is
    that of its stage, which says whether mediation is offered; without it none is.

    Left out are tasks among colleagues, documents of others, comments, drafts, risks, tags, who
    else has to do with it, and clocks of our own.
    """
    theirs = {Sender.RESIDENT, Sender.REPRESENTATIVE}
    messages = tuple(each for each in case.incoming if each.sender in theirs)
    sent = {number for each in messages for number in each.documents}
    return ResidentView(
        reference=case.reference,
        state=case.state,
        stage=case.stage,
        received_on=case.received_on,
        description=case.description,
        issues=tuple(issue.summary for issue in case.issues_in),
        dates=tuple(dates_ahead(case)),
        promises=tuple(action for action in case.actions if not action.internal),
        offers=case.offers,
        documents=tuple(each for each in case.documents if each.number in sent),
        messages=messages,
        merged_into=case.merged_into,
        update_every=case.update_every,
        mediation_open=_mediation_open(case),
        can=tuple(verb for verb in Verb if can(verb, case, policy)),
    )


def dates_ahead(case: CaseFacts) -> list[DeadlineFacts]:
    """The dates still to be met of the latest stage, and once it is answered the landlord's own day
    for asking for stage 2, which bars nothing."""
    of_stage = [each for each in case.deadlines if each.stage == case.stage.number]
    running = case.stage.ended_on is None and case.state is not State.CLOSED
    window = not running and can(Verb.ESCALATE, case)
    shown = [
        each
        for each in of_stage
        if each.clock in TOLD
        and each.due_on
        and each.met_on is None
        and (window if each.clock is Clock.ESCALATE else running)
    ]
    return sorted(shown, key=lambda each: (each.due_on or date.max, TOLD.index(each.clock)))


def can(verb: Verb, case: CaseFacts, policy: Policy | None = None) -> bool:
    """Whether the resident can do this now: it is theirs, the state allows it, and there is
    something to do it to."""
    if verb not in RESIDENT_MAY or verb not in possible(case.state):
        return False
    if verb is Verb.MEDIATE:
        return _mediation_open(case) or _mediation_offered(case, policy)
    there = _THERE.get(verb)
    return there is None or there(case)


def _findings_shared(case: CaseFacts) -> bool:
    return case.deadline(case.stage.number, Clock.FINDINGS_COMMENT) is not None


def _mediation_open(case: CaseFacts) -> bool:
    """Whether an offer of mediation waits for the resident's answer."""
    last = case.mediations[-1] if case.mediations else None
    return last is not None and last.answer is None and not last.is_over


def _mediation_offered(case: CaseFacts, policy: Policy | None) -> bool:
    """Whether the landlord's policy offers it now, and none is under way."""
    if policy is None or policy.mediation is None:
        return False
    if case.mediations and not case.mediations[-1].is_over:
        return False
    final = case.stage.number == 2 and case.stage.responded_on is not None
    return final or policy.mediation.when is not When.AFTER_STAGE_2


def _may_escalate(case: CaseFacts) -> bool:
    answered = case.stage.number == 1 and case.stage.responded_on is not None
    return answered and not case.merged_into


def _not_rated(case: CaseFacts) -> bool:
    return all(each.stage != case.stage.number for each in case.ratings)


_THERE = {
    Verb.ANSWER_DEFINITION: lambda case: bool(case.stage.definition),
    Verb.ANSWER_EXTENSION: lambda case: bool(case.stage.extensions),
    Verb.RECORD_FINDINGS_COMMENT: _findings_shared,
    Verb.ESCALATE: _may_escalate,
    Verb.SAY_NOT_DONE: lambda case: any(not action.internal for action in case.actions),
    Verb.SETTLE_OFFER: lambda case: any(offer.is_open and offer.pounds for offer in case.offers),
    Verb.RATE: _not_rated,
}
