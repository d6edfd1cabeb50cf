"""What else may be done to a case, and what stands in the way of the rest.

Nothing is hidden: an action that this person may not do, or that would be refused whatever they
typed, is shown with what is missing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from redress.rules import sign_off
from redress.rules.access import PERMISSIONS, Verb, may
from redress.rules.actions.close import Close
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.extend import Extend
from redress.rules.actions.learn import Learn
from redress.rules.actions.respond import Respond, signature
from redress.rules.actions.share_findings import ShareFindings
from redress.rules.actions.sign import Sign
from redress.rules.decision import Context, Reason, Refused
from redress.rules.facts import CaseFacts, Clock
from redress.rules.facts_holds import hold_on
from redress.rules.learning import upheld
from redress.rules.policy import Guard, Mode
from redress.rules.stages import decide, possible
from redress.rules.words import listed
from redress.web.desk.refusals import Said, in_words
from redress.web.desk.verbs import ROLE, word_of, words_of

# What has a place of its own: beside the one of many that it is done to, or before the case.
ELSEWHERE = (
    Verb.OPEN_RESTRICTED,
    Verb.UNDO,
    Verb.TAKE_IN,
    Verb.FEED_BACK,  # of a quality check
    Verb.MOVE_ACTION,
    Verb.REMIND,
    Verb.REDATE,
    # What a resident says by themselves, and the code by which they get to it.
    Verb.ANSWER_DEFINITION,
    Verb.ANSWER_EXTENSION,
    Verb.SAY_NOT_DONE,
    Verb.RATE,
    Verb.ASK_SATISFACTION,
    Verb.READ_OUT_CODE,
    Verb.COMPLETE_ACTION,
    Verb.SETTLE_OFFER,
    Verb.SETTLE_MESSAGE,
    Verb.COMMENT,
    Verb.CHASE_COMMENTS,
    Verb.WITHDRAW_COMMENTS,
    Verb.RECORD_CONSENT,
    Verb.END_REPRESENTATIVE,
    Verb.TELL_OUTCOME,
    Verb.CHANGE_SIGNATORY,
)

# Under which heading an action stands on the case page; what is named nowhere is day's work.
WORK = "Work on it"
HEADINGS: dict[str, tuple[Verb, ...]] = {
    WORK: (),
    "Sort it": (
        Verb.CLASSIFY,
        Verb.ALLOCATE,
        Verb.TAG,
        Verb.ADD_ISSUE,
        Verb.LINK,
        Verb.SPLIT,
        Verb.MERGE,
        Verb.CORRECT_RECEIVED_DATE,
    ),
    "Who speaks for them": (
        Verb.NAME_REPRESENTATIVE,
        Verb.ADD_SIGNATORIES,
        Verb.OFFER_MEETING,
    ),
    "Who may see it": (Verb.DECLARE_CONFLICT, Verb.RESTRICT),
    "How long it is kept": (Verb.HOLD, Verb.RELEASE_HOLD),
    "Behaviour and contact": (
        Verb.RECORD_BEHAVIOUR,
        Verb.WARN,
        Verb.RESTRICT_CONTACT,
        Verb.APPROVE_RESTRICTION,
        Verb.REVIEW_RESTRICTION,
        Verb.END_RESTRICTION,
    ),
    "End it, or begin again": (
        Verb.REFUSE,
        Verb.REFUSE_ESCALATION,
        Verb.WITHDRAW,
        Verb.CLOSE,
        Verb.REOPEN,
        Verb.ESCALATE,
        Verb.RAISE_COMPLAINT,
    ),
}


@dataclass(frozen=True)
class Choice:
    """One action as the case page offers it. `stops` is empty where the form would open."""

    verb: Verb
    word: str  # in its address: "record-call"
    title: str
    stops: tuple[Said, ...] = ()


def choices(case: CaseFacts, context: Context) -> list[Choice]:
    """Every action of the state that has no place of its own, with what stands in the way. Nothing
    is done to an erased case."""
    if case.erased_on:
        return []
    elsewhere = set(ELSEWHERE)
    if not case.deadline(case.stage.number, Clock.FINDINGS_COMMENT):
        elsewhere.add(Verb.RECORD_FINDINGS_COMMENT)
    if not (case.petition or case.group_complaint):
        elsewhere.add(Verb.OFFER_MEETING)
    if case.conduct.waiting is None:
        elsewhere.add(Verb.APPROVE_RESTRICTION)
    if case.conduct.in_force is None:
        elsewhere |= {Verb.REVIEW_RESTRICTION, Verb.END_RESTRICTION}
    if not case.conduct.behaviour:
        elsewhere |= {Verb.WARN, Verb.RESTRICT_CONTACT}
    held = hold_on(case.holds, context.today) is not None
    elsewhere.add(Verb.HOLD if held else Verb.RELEASE_HOLD)
    if not upheld(case):
        elsewhere.add(Verb.LEARN)
    if case.waiting is None:
        elsewhere |= {Verb.SIGN, Verb.SEND_BACK}
    verbs = [verb for verb in possible(case.state) if verb not in elsewhere]
    return [choice(verb, case, context) for verb in verbs]


def under_headings(offered: Iterable[Choice]) -> list[tuple[str, list[Choice]]]:
    """The choices under their headings, in order; a heading with nothing under it is left out."""
    heading_of = {verb: heading for heading, verbs in HEADINGS.items() for verb in verbs}
    groups: dict[str, list[Choice]] = {heading: [] for heading in HEADINGS}
    for each in offered:
        groups[heading_of.get(each.verb, WORK)].append(each)
    return [(heading, found) for heading, found in groups.items() if found]


def choice(verb: Verb, case: CaseFacts, context: Context) -> Choice:
    """One action for one person today."""
    stops: list[Said] = []
    if not may(context.actor, verb):
        stops = [not_yours(verb)]
    elif verb not in possible(case.state):
        stops = in_words([Reason("not_now")])
    else:
        stops = _stops(verb, case, context)
    return Choice(verb, word_of(verb), words_of(verb, case).title, tuple(stops))


def not_yours(verb: Verb) -> Said:
    """Says whose action it is."""
    who = listed(sorted(ROLE[role] for role in PERMISSIONS[verb]))
    return Said("Your role does not allow this.", f"It is for: {who}.", "", "")


def _stops(verb: Verb, case: CaseFacts, context: Context) -> list[Said]:
    """What no input would mend: the reasons that name no field when nothing is typed."""
    empty = _nothing_typed(verb, case, context)
    if empty is None:
        return []
    answer = decide(verb, case, empty, context)
    if not isinstance(answer, Refused):
        return []
    return in_words(reason for reason in answer.reasons if not reason.field)


def answering(case: CaseFacts, context: Context) -> Verb:
    """How this person answers: by responding, or by sending the response for signature."""
    need = signature(case, _empty(case, context), context)
    signs = need is None or sign_off.may_sign(context.actor, need)
    warns = context.policy(case).guard(Guard.SIGN_OFF) is Mode.WARN
    return Verb.RESPOND if signs or warns else Verb.SUBMIT


def _empty(case: CaseFacts, context: Context) -> Respond:
    """The response that the most people may sign."""
    quick = sign_off.has_quick(context.policy(case), case.stage.number)
    return Respond(findings=(), quick=quick)


def _nothing_typed(verb: Verb, case: CaseFacts, context: Context) -> Any:
    today = context.today
    match verb:
        case Verb.CLOSE:
            return Close()
        case Verb.EXTEND:
            return Extend(new_date=today, reason="")
        case Verb.RESPOND:
            return _empty(case, context)
        case Verb.SIGN:
            return Sign(number=case.waiting.number if case.waiting else 0)
        case Verb.SHARE_FINDINGS:
            return ShareFindings(findings="", comment_by=today)
        case Verb.LEARN:
            return Learn(issue=0, cause="", went_wrong="", lesson="", wider=False)
        case Verb.ESCALATE:
            return Escalate(requested_on=today, channel="")
        case _:
            return None
