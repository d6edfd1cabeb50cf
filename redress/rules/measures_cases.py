"""Measures of whole cases: coming in, refusing, people and putting right (Code 1.4 to 3.6, 5.8,
5.10, 5.14, 5.15, 7.1, 7.3)."""

from redress.rules.facts import Choice, Clock, Finding, Kind, StageFacts
from redress.rules.facts_conduct import RestrictionFacts
from redress.rules.facts_offers import Answer, OfferFacts
from redress.rules.grounds import NEVER, TOO_OLD
from redress.rules.learning import upheld_on
from redress.rules.measures import Seen, Window
from redress.rules.measures_stages import acknowledged_in_time, kept

WRONG = (Finding.UPHELD, Finding.PARTLY_UPHELD)


def requests(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 1.4: a service request answered by its date, or turned into a complaint. None while
    there is time, and for other contacts."""
    raised = any(each.number == 1 for each in seen.case.stages)
    if not raised and seen.case.kind is not Kind.SERVICE_REQUEST:
        return None
    found = seen.case.deadline(0, Clock.REQUEST)
    due = found.due_on if found else None
    done = stage.responded_on or stage.ended_on
    if raised or (done and due is None):
        return True
    if due is None or (done is None and window.as_at <= due):
        return None
    return done is not None and done <= due


def raised(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 1.5: where the resident said that they want to complain about a request, it became a
    complaint."""
    became = any(each.number == 1 for each in seen.case.stages)
    return became if became or seen.case.intake.choice is Choice.YES else None


def in_twelve_months(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 2.3: a complaint whose day is known, or that was refused as too old, was taken on; or it
    is past the limit and discretion was considered.

    The action refuses that ground within twelve months; where a policy has it only warn, the
    warning stands on the record.
    """
    late = stage.refused_ground == TOO_OLD or any(
        issue.excluded_ground == TOO_OLD for issue in seen.case.issues
    )
    dated = any(issue.occurred_on or issue.aware_on for issue in seen.case.issues)
    if not late:
        return True if dated else None
    return all(
        event.note.get("discretion") and "within_twelve_months" not in event.warned
        for event in seen.named("refused")
        if event.note.get("ground") == TOO_OLD
    )


def is_refused(seen: Seen, stage: StageFacts) -> bool:
    """Whether the complaint, or a part of it, was refused."""
    return bool(stage.refused_ground) or any(issue.excluded_ground for issue in seen.case.issues)


def refusal_explained(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 2.4: each refusal has reasons, and a letter with the right to go to the Ombudsman."""
    if not is_refused(seen, stage):
        return None
    made = seen.named("refused")
    letters = sum(letter.kind == "refusal" for letter in seen.letters)
    return letters >= len(made) > 0 and all(event.note.get("reasons") for event in made)


def refused_by_itself(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 2.5: each refusal has reasons and discretion of its own, a ground of the Code, and a
    second person's approval."""
    if not is_refused(seen, stage):
        return None
    made = seen.named("refused")
    alone = all(
        event.note.get("reasons")
        and event.note.get("discretion")
        and event.note.get("approved_by")
        and event.note.get("ground") not in NEVER
        for event in made
    )
    return bool(made) and alone


def through_another(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 3.6: a complaint through a representative was acknowledged in time, whether or not
    consent had come."""
    if not seen.case.representatives and seen.case.intake.representative is None:
        return None
    return acknowledged_in_time(seen, stage, window)


def no_conflict(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 5.8c: nobody with a conflict of interest took part; about a member of staff, somebody
    declared whether they have one."""
    case = seen.case
    declared = bool(case.conflicted or case.unconflicted)
    if stage.responded_on is None or not (declared or case.about_staff):
        return None
    took_part = stage.considered_by | {case.handler}
    return declared and not set(case.conflicted) & took_part


def _restrictions(seen: Seen, window: Window) -> list[RestrictionFacts]:
    """The restrictions of contact that were put in place on a case of the period."""
    here = any(window.holds(stage.received_on) for stage in seen.case.stages)
    return [each for each in seen.case.conduct.restrictions if each.approved_on] if here else []


def restrictions_reviewed(seen: Seen, window: Window) -> bool | None:
    """Code 5.14: each restriction has its reasons, came after a warning or says why not, and was
    looked at by its day."""
    made = _restrictions(seen, window)
    if not made:
        return None
    return all(
        bool(each.reasons and (each.warned_on or each.unwarned))
        and all(review.on <= review.due_on for review in each.reviews)
        and (each.due_on is None or window.as_at <= each.due_on)
        for each in made
    )


def restrictions_proportionate(seen: Seen, window: Window) -> bool | None:
    """Code 5.15: each restriction says why it is no more than is needed and what was considered
    under the Equality Act 2010, and a second person approved it."""
    made = _restrictions(seen, window)
    if not made:
        return None
    return all(
        bool(each.proportionate and each.equality and each.equality_by)
        and each.approved_by not in (None, each.proposed_by)
        for each in made
    )


def adjustments_reviewed(seen: Seen, window: Window) -> bool | None:
    """Code 5.10: no adjustment agreed with the resident is past its day of review."""
    here = any(window.holds(stage.received_on) for stage in seen.case.stages)
    held = [each for each in seen.adjustments if each.in_force]
    if not here or not held:
        return None
    return not any(each.is_late(window.as_at) for each in held)


def put_right(seen: Seen, stage: StageFacts, window: Window) -> bool | None:
    """Code 7.1: a response that upholds anything offers something, or promises an action."""
    if stage.responded_on is None or stage.outcome not in WRONG:
        return None
    offered = any(each.stage == stage.number for each in seen.case.offers)
    return offered or any(each.stage == stage.number for each in seen.case.actions)


def learned_from(seen: Seen, window: Window) -> bool | None:
    """Code 9.1: of each issue that was upheld, somebody recorded why it happened and what is
    learned. An old system that kept no findings by issue has none that could be learned from."""
    here = any(window.holds(stage.received_on) for stage in seen.case.stages)
    told = [each for each in seen.case.issues_in if upheld_on(seen.case, each, window.as_at)]
    if not here or not told:
        return None
    return all(each.learned_on and each.learned_on <= window.as_at for each in told)


def remedies_kept(seen: Seen, window: Window) -> bool | None:
    """Code 7.3: what was promised was done, and what was accepted was paid, by the day said."""
    here = any(window.holds(stage.received_on) for stage in seen.case.stages)
    promised = [each for each in seen.case.actions if not each.internal]
    money = [each for each in seen.case.offers if each.pounds and each.answer is Answer.ACCEPTED]
    if not here or not (promised or money):
        return None
    done = all(kept(action, window.as_at) for action in promised)
    return done and all(_paid(offer, window) for offer in money)


def _paid(offer: OfferFacts, window: Window) -> bool:
    if offer.pay_by is None:
        return offer.paid_on is not None
    return (offer.paid_on or window.as_at) <= offer.pay_by
