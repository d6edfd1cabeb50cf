"""Checks of how complaints are taken: definition, informal steps, exclusions, channels."""

from redress.rules.policy_choices import (
    Affecting,
    Channel,
    Cited,
    Consent,
    Discretion,
    Ground,
    Limb,
    Place,
    Raised,
    SocialMedia,
    Solicitor,
)
from redress.rules.policy_finding import Findings, Judged, conflict, length, review
from redress.rules.policy_parts import Exclusion

SUPERSEDED = {
    Cited.TENANT_INVOLVEMENT_STANDARD: "the Tenant Involvement and Empowerment Standard",
    Cited.DATA_PROTECTION_ACT_1998: "the Data Protection Act 1998",
}
# Not among the grounds of Code 2.2, and each can hide a failure of service.
NOT_IN_THE_LIST = (
    Ground.REPAIR_IN_TARGET, Ground.COMPENSATED, Ground.RENT, Ground.INSURANCE, Ground.ACT_OF_GOD,
)  # fmt: skip
# Rightly dealt with elsewhere, but how the landlord handled them can be complained of.
PARTLY_COMPLAINTS = (
    Ground.ANTISOCIAL_BEHAVIOUR, Ground.DATA_PROTECTION, Ground.DIRECTOR,
    Ground.STAFF_DISCIPLINE, Ground.INTERNAL,
)  # fmt: skip
NO_CLAIM_YET = (Ground.LETTER_BEFORE_CLAIM, Ground.PROCEEDINGS_OR_INVESTIGATION)
TO_WEIGH = {
    Ground.SERVICE_CHARGE: (
        "2.5",
        "Take a complaint about how charges were handled; only their amount is the tribunal's.",
    ),
    Ground.CONSULTATION: (
        "2.5",
        "Take a complaint about how the consultation was run; only the views given belong to it.",
    ),
    Ground.VEXATIOUS: (
        "2.2",
        "Limit contact where conduct calls for it, and consider each complaint by itself.",
    ),
    Ground.PROCEEDINGS_STARTED: (
        "2.2",
        "Say that proceedings have started when the claim has been filed at court.",
    ),
}


def definition(judged: Judged) -> Findings:
    """Code 1.2: a complaint affects a resident or a group; the word "individual" is gone."""
    held = judged.policy.definition
    if held.affecting is Affecting.INDIVIDUAL_RESIDENT:
        yield from conflict(
            ["1.2"],
            held.clause,
            "It defines a complaint in the wording of 2022, as affecting an individual resident.",
            "Take over the definition of the 2024 Code word for word.",
        )


def citations(judged: Judged) -> Findings:
    """Code 8.1 a: the yearly self-assessment keeps the policy in line; so must what it cites."""
    held = judged.policy.definition
    old = [SUPERSEDED[each] for each in held.cites if each in SUPERSEDED]
    if old:
        yield from review(
            ["8.1"],
            held.cites_clause,
            f"It rests on {' and '.join(old)}, since replaced.",
            "Cite the Transparency, Influence and Accountability Standard and the law in force.",
        )


def informal_step(judged: Judged) -> Findings:
    """Code 5.2 and 5.3: no extra named stage. Outside the procedure it takes away the choice to
    complain (1.3).
    """
    step = judged.policy.informal
    if step is None:
        return
    before = step.place is Place.BEFORE_STAGE_1
    where = "before stage 1" if before else "outside the procedure"
    yield from conflict(
        ["5.2", "5.3"] if before else ["5.2", "1.3"],
        step.clause,
        f"It has a named informal step, “{step.name}”, {where}.",
        "Drop the step: record requests as service requests, and log dissatisfaction at stage 1"
        " with the date it was first expressed.",
    )


def informal_raised(judged: Judged) -> Findings:
    """Code 1.3 and 1.5: a complaint is raised as soon as the resident is dissatisfied."""
    step = judged.policy.informal
    if step is None or step.raised in (None, Raised.ON_DISSATISFACTION):
        return
    says = (
        "It raises a complaint only after the informal step has failed."
        if step.raised is Raised.WHEN_UNRESOLVED
        else "It leaves it to the resident to ask for stage 1 and to set out a case."
    )
    change = "Raise a complaint as soon as a resident is dissatisfied, without being asked to."
    yield from conflict(["1.3", "1.5"], step.raised_clause, says, change)


def dissatisfaction_only_recorded(judged: Judged) -> Findings:
    """Code 1.3, 2.1, 2.4: who is dissatisfied has the choice to complain, or a reasoned refusal."""
    step = judged.policy.informal
    if step and step.only_records_dissatisfaction:
        yield from conflict(
            ["1.3", "2.1", "2.4"],
            step.clause,
            "Where it sees no failure it records dissatisfaction and makes no more contact.",
            "Log a complaint, or refuse it with reasons and the right to go to the Ombudsman.",
        )


def ended_early(judged: Judged) -> Findings:
    """Code 5.3, 5.11, 6.10: the procedure ends after stage 2, not before stage 1."""
    step = judged.policy.informal
    if step and step.may_end_process:
        yield from conflict(
            ["5.3", "5.11", "6.10"],
            step.clause,
            "It lets the informal step declare the procedure exhausted, before stage 1.",
            "Let no complaint end before both stages, unless refused on a ground of section 2.",
        )


def requests(judged: Judged) -> Findings:
    """Code 1.4 and 1.5: requests are apart from complaints and give way to them."""
    held = judged.policy.requests
    if held is None:
        return
    if held.raised is not Raised.ON_DISSATISFACTION:
        yield from review(
            ["1.5"],
            held.clause,
            "It does not say that dissatisfaction with a request raises a complaint.",
            "Say that it does, even while the request is still being dealt with.",
        )
    elif held.respond:
        yield from review(
            ["1.4"],
            held.clause,
            f"It answers service requests within {held.respond.span.words()}.",
            "Nothing, as long as dissatisfaction inside that time raises a complaint at once.",
        )


def time_limit(judged: Judged) -> Findings:
    """Code 2.2 and 2.3: twelve months, no less."""
    own, limit = judged.policy.time_limit, judged.code.time_limit
    if length(own.span) < length(limit.span):
        yield from conflict(
            ["2.2", "2.3"],
            own.clause,
            f"It takes no complaint about a matter more than {own.span.words()} old.",
            f"Accept complaints within {limit.span.words()}.",
        )


def time_limit_start(judged: Judged) -> Findings:
    """Code 2.3: the time counts from the event or from the resident becoming aware of it."""
    own = judged.policy.time_limit
    if Limb.AWARE not in own.counts_from:
        yield from conflict(
            ["2.3"],
            own.clause,
            "It counts the time from the event alone.",
            "Count it from the event or from when the resident became aware, whichever is later.",
        )


def time_limit_discretion(judged: Judged) -> Findings:
    """Code 2.3: discretion is always considered where there are good reasons."""
    own = judged.policy.time_limit
    if own.discretion is not Discretion.GOOD_REASON:
        named = own.discretion is Discretion.NAMED_CASES_ONLY
        yield from conflict(
            ["2.3"],
            own.clause,
            f"It makes {'only named' if named else 'no'} exceptions for late complaints.",
            "Consider discretion in every late case, and accept it where there are good reasons.",
        )


def legal_action(judged: Judged) -> Findings:
    """Code 2.2: proceedings have started when the claim is filed at court, not before."""
    for exclusion in _of(judged, NO_CLAIM_YET):
        yield from conflict(
            ["2.2"],
            exclusion.clause,
            f"Excluded: {exclusion.says}",
            "Exclude only a matter on which a claim has been filed at court.",
        )


def considered_elsewhere(judged: Judged) -> Findings:
    """Code 2.2: only what was considered under the complaints policy is excluded."""
    for exclusion in _of(judged, (Ground.CONSIDERED_ELSEWHERE,)):
        yield from conflict(
            ["2.2"],
            exclusion.clause,
            f"Excluded: {exclusion.says}",
            "Exclude only what has been considered under the complaints policy itself.",
        )


def blanket_exclusions(judged: Judged) -> Findings:
    """Code 2.1, 2.2, 2.5: a fair ground, and each complaint on its own circumstances."""
    yield from _together(
        _of(judged, NOT_IN_THE_LIST),
        ["2.1", "2.2", "2.5"],
        "Take these as complaints, or refuse one by one with its own reasons and an approver.",
    )


def split_exclusions(judged: Judged) -> Findings:
    """Code 2.2 and 2.5: how such a matter was handled can be complained of."""
    yield from _together(
        _of(judged, PARTLY_COMPLAINTS),
        ["2.2", "2.5"],
        "Split the matter: take the complaint about how it was handled, and point elsewhere for"
        " the rest.",
    )


def exclusions_to_weigh(judged: Judged) -> Findings:
    """Grounds that are fair as far as they go."""
    for exclusion in _of(judged, tuple(TO_WEIGH)):
        number, change = TO_WEIGH[exclusion.ground]
        yield from review([number], exclusion.clause, f"Excluded: {exclusion.says}", change)


def refusal(judged: Judged) -> Findings:
    """Code 2.4: reasons, and the right to take the refusal to the Ombudsman."""
    held = judged.policy.refusal
    lacking = [
        what
        for there, what in (
            (held.reasons, "the reasons"),
            (held.ombudsman_right, "the right to go to the Ombudsman"),
        )
        if not there
    ]
    if lacking:
        yield from conflict(
            ["2.4"],
            held.clause,
            f"A refusal does not give {' or '.join(lacking)}.",
            "Give reasons and that right in every letter that refuses a complaint.",
        )


def open_list(judged: Judged) -> Findings:
    """Code 2.2 and 2.5: the policy sets out the circumstances; it does not leave them open."""
    held = judged.policy.refusal
    if held.open_ended:
        yield from conflict(
            ["2.2", "2.5"],
            held.clause,
            "It says that its list of exclusions is not complete.",
            "List every ground, and refuse on no other.",
        )


def consent(judged: Judged) -> Findings:
    """Code 1.3 and 3.6: consent governs what is disclosed, not whether a complaint is taken."""
    held = judged.policy.representatives
    if held.consent is Consent.BEFORE_HANDLING:
        yield from conflict(
            ["1.3", "3.6"],
            held.consent_clause,
            "It wants written consent before it deals with a representative.",
            "Log the complaint at once, and ask for consent before personal matters are disclosed.",
        )


def solicitors(judged: Judged) -> Findings:
    """Code 6.2 to 6.4: a legal representative has no clock of their own."""
    held = judged.policy.representatives
    if held.solicitor is Solicitor.MAY_DELAY:
        yield from conflict(
            ["6.2", "6.3", "6.4"],
            held.solicitor_clause,
            "A complaint through a legal representative may take longer.",
            "Keep the same times; extend, where needed, as for any complaint.",
        )


def social_media(judged: Judged) -> Findings:
    """Code 3.2: in any way, to any member of staff."""
    held = judged.policy.channels
    if held.social_media is SocialMedia.REDIRECTED:
        yield from conflict(
            ["3.2"],
            held.clause,
            "It sends a complaint made on social media to another channel.",
            "Log it from the post, on the day of the post, and go on by private message.",
        )
    elif Channel.ANY_STAFF not in held.named:
        yield from review(
            ["3.2"],
            held.clause,
            "It names channels, and not that any member of staff takes a complaint.",
            "Say that residents may complain in any way and to anyone who works for the landlord.",
        )


def _of(judged: Judged, grounds: tuple[Ground, ...]) -> list[Exclusion]:
    return [each for each in judged.policy.exclusions if each.ground in grounds]


def _together(exclusions: list[Exclusion], provisions: list[str], change: str) -> Findings:
    """One finding a provision for exclusions that break it in the same way."""
    if exclusions:
        clauses = dict.fromkeys(exclusion.clause for exclusion in exclusions)
        says = "Excluded: " + " ".join(exclusion.says for exclusion in exclusions)
        yield from conflict(provisions, "; ".join(clauses), says, change)


CHECKS = (
    definition,
    citations,
    informal_step,
    informal_raised,
    dissatisfaction_only_recorded,
    ended_early,
    requests,
    time_limit,
    time_limit_start,
    time_limit_discretion,
    legal_action,
    considered_elsewhere,
    blanket_exclusions,
    split_exclusions,
    exclusions_to_weigh,
    refusal,
    open_list,
    consent,
    solicitors,
    social_media,
)
