"""Sentences of a report, made from the same counts as its tables, so that they cannot differ.

Every percentage says what it is a percentage of. Groups with nothing received say so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from redress.rules.figures import TABLES, Figures, Group, Scope
from redress.rules.figures_shares import Growth, Share
from redress.rules.figures_tally import Noun, Tally
from redress.rules.words import listed, was

NOUN: Mapping[Group, tuple[str, str]] = {
    Group.STAGE_1: ("stage 1 complaint", "stage 1 complaints"),
    Group.STAGE_2: ("stage 2 complaint", "stage 2 complaints"),
    Group.MP_ENQUIRY: ("MP enquiry", "MP enquiries"),
    Group.COUNCILLOR_ENQUIRY: ("councillor enquiry", "councillor enquiries"),
    Group.OTHER: ("other contact", "other contacts"),
    Group.SERVICE_REQUEST: ("service request", "service requests"),
    Group.COMPLIMENT: ("compliment", "compliments"),
    Group.COMMENT: ("comment", "comments"),
    Group.MEMBER_ENQUIRIES: ("member enquiry", "member enquiries"),
    Group.ALL: ("complaint or enquiry", "complaints and enquiries"),
}
FROM: Mapping[Scope, str] = {
    Scope.LANDLORD_SERVICES: " from tenants",
    Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS: " from tenants and leaseholders",
    Scope.ALL_HOUSING_SERVICES: "",
}
EVERYONE = Scope.ALL_HOUSING_SERVICES

Verb = Callable[[int], str]


def noun(group: Group, scope: Scope = EVERYONE) -> Noun:
    """What a table counts: "stage 1 complaints from tenants"."""
    return Noun(NOUN[group][1], FROM[scope])


def numbered(number: int, group: Group, scope: Scope = EVERYONE) -> str:
    """ "1 MP enquiry", "1,364 complaints and enquiries"."""
    return f"{number:,} {NOUN[group][number != 1]}{FROM[scope]}"


def with_percent(share: Share) -> str:
    """ "12 (14.6%)"; the sentence around it names the denominator."""
    return f"{share.numerator:,} ({share.percent}%)"


def received(figures: Figures, year: str) -> str:
    """How many complaints and enquiries came in a year, and the share of each kind (R6)."""
    whole = figures.tally().received
    if not whole:
        return f"No complaints or enquiries were received in {year}."
    counts = {group: figures.tally(group).received for group in TABLES}
    parts = [
        f"{numbered(number, group)} ({Share(number, whole, 'received').percent}%)"
        for group, number in counts.items()
        if number
    ]
    return f"Of the {numbered(whole, Group.ALL)} received in {year}, there were {listed(parts)}."


def growth(group: Group, changes: Sequence[Growth]) -> str:
    """How a group's number compares with earlier years; "" where no earlier year has any."""
    parts = [_change(change) for change in changes if change.then]
    return f"{numbered(changes[0].now, group)} received: {listed(parts)}." if parts else ""


def in_time(tally: Tally, group: Group, scope: Scope = EVERYONE) -> str:
    """How a group was answered, of all received and, where some wait, of those answered (R12)."""
    stands = (
        (tally.on_time, was, "answered on time"),
        (tally.late, was, "answered late"),
        (tally.overdue, _are, "overdue and unanswered"),
        (tally.not_yet_due, _are, "not yet due"),
        (tally.undated, _have, "no date to answer by on record"),
    )
    also = ""
    if 0 < tally.answered < tally.received:
        share = with_percent(tally.of_answered(tally.on_time, noun(group, scope)))
        also = f" Of the {tally.answered:,} answered so far, {share} {was(tally.on_time)} on time."
    return _of_received(tally, group, scope, stands) + also


def outcomes(tally: Tally, group: Group, scope: Scope = EVERYONE) -> str:
    """What was decided, of all received and of those with a finding; open ones counted apart."""
    findings = (
        (tally.upheld_or_partly, was, "upheld or partly upheld"),
        (tally.not_upheld, was, "not upheld"),
        (tally.resolved, was, "resolved"),
        (tally.withdrawn, was, "withdrawn"),
        (tally.no_outcome, _have, "no outcome recorded"),
    )
    return (
        _of_received(tally, group, scope, findings)
        + _still_open(tally)
        + _of_decided(tally, noun(group, scope))
    )


def without_outcome(tally: Tally) -> str:
    """ "373 of 456 have no outcome recorded, 7 of them not answered"; who waits for an answer was
    not closed without an outcome."""
    number, waiting = tally.no_outcome, tally.open_no_outcome
    said = f"{number:,} of {tally.received:,} {_have(number)} no outcome recorded"
    if waiting == number > 0:
        return f"{said}, as {'it is' if number == 1 else 'they are'} not answered"
    return f"{said}, {waiting:,} of them not answered" if waiting else said


def against_the_code(tally: Tally, group: Group, scope: Scope = EVERYONE) -> str:
    """How many met the Code's own limit, whatever was promised (Code 6.3, 6.14); "" if none has."""
    if not tally.code_limited:
        return ""
    share = tally.of_code_limited(tally.code_on_time, noun(group, scope))
    return (
        f"The Code’s own limit was met by {with_percent(share)} of the "
        f"{numbered(tally.code_limited, group, scope)} that have one."
    )


def escalation(share: Share) -> str:
    """The escalation rate: stage 2 complaints beside stage 1 complaints of the year (R11)."""
    if not share.denominator:
        return ""
    return (
        f"{numbered(share.numerator, Group.STAGE_2)} beside "
        f"{numbered(share.denominator, Group.STAGE_1)} received in the year: "
        f"an escalation rate of {share.percent}%."
    )


def per_thousand_homes(group: Group, share: Share) -> str:
    """Tenants' complaints for each 1,000 homes let (the measure CH01); "" if homes are unknown."""
    if not share.denominator:
        return ""
    return (
        f"{numbered(share.numerator, group, Scope.LANDLORD_SERVICES)}: "
        f"{share.per_thousand} for each 1,000 of {share.denominator:,} homes."
    )


def _of_received(
    tally: Tally, group: Group, scope: Scope, parts: Iterable[tuple[int, Verb, str]]
) -> str:
    if not tally.received:
        return f"No {noun(group).what} were received{FROM[scope]}."
    if tally.received == 1:
        told = [f"{verb(1)} {what}" for number, verb, what in parts if number]
        return f"The {numbered(1, group)} received{FROM[scope]} {listed(told)}."
    said = [
        f"{with_percent(tally.of_received(number, noun(group, scope)))} {verb(number)} {what}"
        for number, verb, what in parts
        if number
    ]
    whole = f"{numbered(tally.received, group)} received{FROM[scope]}"
    return f"Of the {whole}, {listed(said)}."


def _still_open(tally: Tally) -> str:
    waiting = tally.open_no_outcome
    if not waiting:
        return ""
    if tally.received == 1:
        return " It has not been answered."
    if waiting == tally.no_outcome > 1:
        return f" None of those {waiting:,} has been answered."
    without = f"Of the {tally.no_outcome:,} without an outcome"
    return f" {without}, {waiting:,} {_have(waiting)} not been answered."


def _of_decided(tally: Tally, name: Noun) -> str:
    if not tally.decided or tally.decided == tally.received:
        return ""
    share = tally.of_decided(tally.upheld_or_partly, name)
    return (
        f" Of the {tally.decided:,} with a finding, {with_percent(share)} "
        f"{was(share.numerator)} upheld or partly upheld."
    )


def _change(change: Growth) -> str:
    if change.now == change.then:
        return f"as many as in {change.since}"
    way = "more" if change.now > change.then else "fewer"
    percent = abs(change.percent or 0)
    return f"{percent}% {way} than the {change.then:,} of {change.since}"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"
