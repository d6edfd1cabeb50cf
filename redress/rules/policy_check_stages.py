"""Checks of the two stages: times, extensions, who answers, what is said, how to go on."""

from collections.abc import Iterator
from dataclasses import dataclass

from redress.rules.policy import Stage, Start
from redress.rules.policy_choices import (
    Acknowledgement,
    Beyond,
    Decline,
    ExtraStep,
    Reasons,
    RespondWhen,
    ResponsePart,
    Staff,
    Told,
    Who,
)
from redress.rules.policy_finding import Findings, Judged, conflict, length, review, stricter
from redress.rules.policy_parts import LandlordStage


@dataclass(frozen=True)
class Numbers:
    """The provisions that say the same of stage 1 and stage 2."""

    acknowledge: str
    respond: str
    extend: str
    details: str
    when_known: str
    contents: str


NUMBERS = {
    1: Numbers("6.2", "6.3", "6.4", "6.5", "6.6", "6.9"),
    2: Numbers("6.11", "6.14", "6.15", "6.16", "6.17", "6.19"),
}


def acknowledge_time(judged: Judged) -> Findings:
    """Code 6.2 and 6.11: acknowledged, defined and logged within five working days."""
    for number, own, limit, provision in _stages(judged):
        asked = limit.acknowledge
        if asked is None:
            continue
        if own.acknowledge is None:
            yield from conflict(
                [provision.acknowledge],
                own.acknowledgement_clause,
                f"It states no time for acknowledging at stage {number}.",
                f"Acknowledge, define and log within {asked.span.words()}.",
            )
            continue
        written = own.acknowledge.span.words()
        says = f"It acknowledges at stage {number} within {written}."
        if length(own.acknowledge.span) > length(asked.span):
            change = f"Acknowledge, define and log within {asked.span.words()}."
            yield from conflict([provision.acknowledge], own.acknowledge.clause, says, change)
        elif length(own.acknowledge.span) < length(asked.span):
            yield from stricter(provision.acknowledge, own.acknowledge.clause, says)


def respond_time(judged: Judged) -> Findings:
    """Code 6.3 and 6.14: ten and twenty working days from the acknowledgement."""
    for number, own, limit, provision in _stages(judged):
        promised = own.respond.span.words()
        start = f" from when it is {own.respond_from}" if own.respond_from_stated else ""
        says = f"It answers stage {number} within {promised}{start}."
        if length(own.respond.span) > length(limit.respond.span):
            change = f"Answer within {limit.respond.span.words()} of the acknowledgement."
            yield from conflict([provision.respond], own.respond.clause, says, change)
        elif length(own.respond.span) < length(limit.respond.span) or (
            own.respond_from is Start.RECEIVED
        ):
            yield from stricter(provision.respond, own.respond.clause, says)
        if not own.respond_from_stated:
            yield from review(
                [provision.respond],
                own.respond.clause,
                f"It does not say from when the {promised} of stage {number} count.",
                "Say that they count from the acknowledgement.",
            )


def extension_time(judged: Judged) -> Findings:
    """Code 6.4 and 6.15: ten and twenty working days more, without good reason for longer."""
    for number, own, limit, provision in _stages(judged):
        extra = own.extension
        says = f"It extends stage {number} by up to {extra.span.words()}."
        if length(extra.span) > length(limit.extension.span):
            most = limit.extension.span.words()
            change = f"Extend by no more than {most} without good reason."
            yield from conflict([provision.extend], extra.clause, says, change)
        elif length(extra.span) < length(limit.extension.span):
            yield from stricter(provision.extend, extra.clause, says)
        if not extra.unit_stated:
            yield from review(
                [provision.extend],
                extra.clause,
                f"It says {extra.span.amount} days more, not of which kind; read as working days.",
                "Say whether the days are working days.",
            )


def extension_agreement(judged: Judged) -> Findings:
    """Code 6.4 and 6.15: the landlord decides and explains; agreement is not the test."""
    for number, own, _, provision in _stages(judged):
        extra = own.extension
        if not extra.needs_agreement and extra.beyond is Beyond.GOOD_REASON:
            continue
        which = "An extension" if extra.needs_agreement else "A longer extension"
        yield from conflict(
            [provision.extend],
            extra.clause,
            f"{which} at stage {number} needs the resident's agreement.",
            "Decide on the extension for good reason and explain it; agreement may be noted.",
        )


def extension_letter(judged: Judged) -> Findings:
    """Code 6.5 and 6.16: always the Ombudsman's details; 6.4 and 6.15: reason and new date."""
    for number, own, _, provision in _stages(judged):
        extra = own.extension
        if Told.OMBUDSMAN_DETAILS not in extra.tells:
            only = Told.OMBUDSMAN_DETAILS_IF_NOT_AGREED in extra.tells
            yield from conflict(
                [provision.details],
                extra.tells_clause,
                f"An extension at stage {number} gives the Ombudsman's details"
                f" {'only where it is not agreed' if only else 'nowhere'}.",
                "Give the Ombudsman's contact details with every extension.",
            )
        if not {Told.REASON, Told.NEW_DATE} <= set(extra.tells):
            yield from review(
                [provision.extend],
                extra.tells_clause,
                f"It does not say that an extension at stage {number} gives reason and new date.",
                "Give the reason and the expected date with every extension.",
            )


def definition_sent(judged: Judged) -> Findings:
    """Code 5.6, 5.7, 6.2, 6.11: definition, and what is not ours, when the complaint is logged."""
    for number, own, _, provision in _stages(judged):
        if own.acknowledgement is Acknowledgement.GENERIC:
            yield from conflict(
                ["5.6", "5.7", provision.acknowledge],
                own.acknowledgement_clause,
                f"The acknowledgement at stage {number} is generic; the definition follows later.",
                "Set out in it the complaint, the outcome sought and what is not yours.",
            )
        elif own.acknowledgement is None:
            yield from review(
                ["5.6", "5.7"],
                own.acknowledgement_clause,
                f"It does not say what the acknowledgement at stage {number} holds.",
                "Say that it sets out the complaint, the outcome sought and what is not yours.",
            )


def response_contents(judged: Judged) -> Findings:
    """Code 6.9 and 6.19: the seven parts of a response."""
    for number, own, _, provision in _stages(judged):
        missing = [
            part.replace("_", " ") for part in ResponsePart if part not in own.response_parts
        ]
        if not missing:
            continue
        if own.response_parts:
            yield from conflict(
                [provision.contents],
                own.response_clause,
                f"What it has a stage {number} response hold leaves out: {', '.join(missing)}.",
                "List all seven parts of a response.",
            )
        else:
            yield from review(
                [provision.contents],
                own.response_clause,
                f"It does not say what a stage {number} response holds.",
                "List all seven parts of a response.",
            )


def response_waits(judged: Judged) -> Findings:
    """Code 6.6 and 6.17: answer when the answer is known, not when the work is done."""
    change = "Answer when the answer is known, and track what remains to be done."
    for number, own, _, provision in _stages(judged):
        clause = own.respond_when_clause
        if own.respond_when is RespondWhen.ACTIONS_DONE:
            says = f"A stage {number} response may wait until the work is done."
            yield from conflict([provision.when_known], clause, says, change)
        elif own.respond_when is None:
            says = f"It does not say that a stage {number} response comes before the work is done."
            yield from review([provision.when_known], clause, says, change)


def conflict_of_interest(judged: Judged) -> Findings:
    """Code 5.8 c: measures against an actual or perceived conflict of interest."""
    own = judged.policy.stage_1
    change = "Have the investigator declare any interest, and give the case to another who has one."
    if own.decided_by is Who.SERVICE_COMPLAINED_ABOUT:
        says = "Stage 1 is investigated by staff of the service complained about."
        yield from conflict(["5.8"], own.decided_by_clause, says, change)
    elif own.decided_by is Who.SERVICE_AREA:
        says = (
            "Stage 1 is handled in the service concerned; nothing is said on conflicts of interest."
        )
        yield from review(["5.8"], own.decided_by_clause, says, change)


def separate_people(judged: Judged) -> Findings:
    """Code 6.13: whoever considered stage 1 does not consider stage 2."""
    first, second = judged.policy.stage_1, judged.policy.stage_2
    if second.decided_by in (first.decided_by, first.checked_by):
        who = second.decided_by.replace("_", " ")
        yield from conflict(
            ["6.13"],
            second.decided_by_clause,
            f"The {who} considers stage 2 after deciding or reviewing stage 1.",
            "Give stage 2 to people who neither decided nor reviewed stage 1.",
        )


def reasons(judged: Judged) -> Findings:
    """Code 6.12: no reasons may be asked for."""
    own = judged.policy.stage_2
    if own.reasons is Reasons.REQUIRED:
        yield from conflict(
            ["6.12"],
            own.reasons_clause,
            "It requires the resident to say why they want stage 2.",
            "Ask nothing; try to understand why while answering.",
        )


def window(judged: Judged) -> Findings:
    """Code 2.2, 5.11, 6.10: lateness in asking for stage 2 is no ground for refusing it."""
    own = judged.policy.stage_2.window
    if own:
        yield from conflict(
            ["6.10", "5.11", "2.2"],
            own.clause,
            f"It gives {own.span.words()} to ask for stage 2.",
            "Say by when you would like to hear, and never refuse for that reason alone.",
        )


def extra_step(judged: Judged) -> Findings:
    """Code 5.3, 6.10, 6.11: nothing stands between the two stages."""
    own = judged.policy.stage_2
    if own.extra_step is ExtraStep.BACK_TO_LANDLORD:
        yield from conflict(
            ["6.10", "6.11", "5.3"],
            own.extra_step_clause,
            "It sends the resident back for more steps before stage 2.",
            "Count stage 2 from the first request, whoever receives it.",
        )


def declined(judged: Judged) -> Findings:
    """Code 5.11, 6.10, 6.18: stage 2 is refused only within section 2, and answers every point."""
    own = judged.policy.stage_2
    if own.declined_for is Decline.NO_MERIT:
        yield from conflict(
            ["5.11", "6.10", "6.18"],
            own.declined_clause,
            "It may close stage 2 because an investigation would have no merit.",
            "Investigate and answer every point, or refuse on a ground of section 2 with reasons.",
        )


def who_may_ask(judged: Judged) -> Findings:
    """Code 5.11: refusing to escalate needs a ground of section 2."""
    own = judged.policy.stage_2
    if own.who_may_ask:
        yield from review(
            ["5.11"],
            own.declined_clause,
            f"Only these may ask for stage 2: {own.who_may_ask}.",
            "Let everyone whose complaint was taken at stage 1 go on to stage 2.",
        )


def suitable_staff(judged: Judged) -> Findings:
    """Code 6.20: all the staff that a final response needs."""
    own = judged.policy.stage_2
    if own.staff is Staff.NOT_NAMED:
        yield from conflict(
            ["6.20"],
            own.staff_clause,
            "It does not name the staff suitable to answer at stage 2.",
            "Name the roles that investigate and answer stage 2.",
        )


def _stages(judged: Judged) -> Iterator[tuple[int, LandlordStage, Stage, Numbers]]:
    """Stage by stage: its number, the landlord's, the Code's, and the provisions."""
    for number, provision in NUMBERS.items():
        yield number, judged.policy.stage(number), judged.code.stage(number), provision


CHECKS = (
    acknowledge_time,
    respond_time,
    extension_time,
    extension_agreement,
    extension_letter,
    definition_sent,
    response_contents,
    response_waits,
    conflict_of_interest,
    separate_people,
    reasons,
    window,
    extra_step,
    declined,
    who_may_ask,
    suitable_staff,
)
