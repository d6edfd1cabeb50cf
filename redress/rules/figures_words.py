"""Figures in words: under which headings they stand, and what values are called."""

from collections.abc import Mapping
from fractions import Fraction

from redress.rules import statements
from redress.rules.facts import LateReason
from redress.rules.figures import Group
from redress.rules.figures_by import NOT_KNOWN, TenureGroup
from redress.rules.figures_numbers import Number
from redress.rules.figures_shares import rounded
from redress.rules.policy_choices import Ground
from redress.rules.words import LATE_REASON, TENURE

NONE = "–"  # a share of nothing, the middle of nothing

# Every definition under its heading, in the order of pages and reports.
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "answers",
        "Received, and answered by the date promised",
        ("received", "on_time", "late", "overdue", "not_yet_due", "undated", "answered",
         "on_time_of_answered"),
    ),
    (
        "code",
        "Against the Code’s own limit",
        ("code_limited", "code_on_time", "code_late", "code_unanswered", "responded",
         "in_code_time", "in_code_time_of_responded"),
    ),
    (
        "outcomes",
        "What was decided on the case",
        ("upheld", "partly_upheld", "not_upheld", "resolved", "withdrawn", "no_outcome",
         "answered_no_outcome", "decided", "upheld_or_partly"),
    ),
    (
        "issues",
        "What was decided on each issue",
        ("issues", "issues_upheld", "issues_partly_upheld", "issues_not_upheld",
         "issues_no_finding"),
    ),
    (
        "escalation",
        "Stages, escalation and refusals",
        ("stage_1", "stage_2", "escalated", "refused", "complaints_refused",
         "escalations_refused", "issues_refused"),
    ),
    (
        "extensions",
        "Extensions",
        ("extended", "extensions", "extended_in_time", "extended_after", "extended_not_known",
         "extended_with_ombudsman"),
    ),
    (
        "days",
        "Days taken from receipt to the answer",
        ("working_days_median", "working_days_90th", "calendar_days_median",
         "calendar_days_90th"),
    ),
    (
        "put-right",
        "Repeats, compensation and promises",
        ("repeats", "compensated", "compensation_promised", "compensation_paid",
         "compensation_unpaid", "promises", "promises_kept", "promises_late", "promises_broken",
         "promises_open"),
    ),
    (
        "satisfaction",
        "How residents say it was handled",
        ("satisfied", "neither", "dissatisfied", "satisfaction_not_known",
         "rated", "satisfied_of_rated"),
    ),
)  # fmt: skip
# Shown where there is any: most landlords have none of these.
RARE = {"undated", "resolved", "withdrawn", "not_yet_due", "extended_not_known", "issues_refused"}
# What a breakdown shows of each value: figures, and after which of them its share.
BROKEN = ("received", "on_time", "late", "overdue", "upheld_or_partly", "no_outcome", "refused")

TENURE_GROUP: Mapping[str, str] = {
    TenureGroup.LCRA: "Rented homes (LCRA)",
    TenureGroup.LCHO: "Shared ownership (LCHO)",
    TenureGroup.OUTSIDE: "Others, outside both",
}
# Grounds of refusal in general words; a landlord's policy has its own.
GROUND: Mapping[str, str] = {
    "too_old": "Too long ago",
    Ground.CLAIM_FILED: "A claim is filed at court",
    Ground.PROCEEDINGS_STARTED: "Court proceedings have started",
    Ground.ALREADY_CONSIDERED: "Already answered as a complaint",
    Ground.FIRST_REQUEST: "A first request for a service",
    Ground.NOT_OUR_SERVICE: "Not our service",
    Ground.BETWEEN_RESIDENTS: "A dispute between residents",
    Ground.CONSIDERED_ELSEWHERE: "Considered by an appeal or another procedure",
    Ground.SERVICE_CHARGE: "The amount of a service charge",
    Ground.REPAIR_IN_TARGET: "A repair still within its time",
    Ground.COMPENSATED: "Already compensated",
    Ground.RENT: "The amount of rent",
    Ground.INSURANCE: "An insurance claim",
    Ground.ACT_OF_GOD: "Something nobody could prevent",
    Ground.VEXATIOUS: "Thought vexatious",
    Ground.CONSULTATION: "A consultation by law",
    Ground.ANTISOCIAL_BEHAVIOUR: "Antisocial behaviour",
    Ground.DATA_PROTECTION: "Data protection",
    Ground.DIRECTOR: "About a director",
    Ground.STAFF_DISCIPLINE: "Discipline of staff",
    Ground.INTERNAL: "An internal matter",
}


def amount(number: Number) -> str:
    """The figure as printed: "1,364", "£250", "9.5 days", a dash for the middle of nothing."""
    value = number.value
    if value is None:
        return NONE
    unit = number.definition.unit
    if unit == "days":
        return f"{plain(value)} {'day' if value == 1 else 'days'}"
    return f"£{int(value):,}" if unit == "pounds" else f"{int(value):,}"


def share(number: Number) -> str:
    """ "81.1%", a dash for a share of nothing, "" where it is a share of none."""
    if number.whole is None:
        return ""
    found = number.share
    return NONE if found is None or found.percent is None else f"{found.percent}%"


def plain(value: Fraction) -> str:
    """A number without a point where it is whole: 9, 9.5."""
    return f"{int(value):,}" if value.denominator == 1 else str(rounded(value))


def value_words(name: str, value: str) -> str:
    """What a value of a dimension is called."""
    if value == NOT_KNOWN:
        return "Not known"
    known: Mapping[str, Mapping[str, str]] = {
        "group": {group.value: group_words(group) for group in Group},
        "tenure": {tenure.value: words for tenure, words in TENURE.items()},
        "tenure_group": TENURE_GROUP,
        "late_reason": {reason.value: LATE_REASON[reason] for reason in LateReason},
        "ground": GROUND,
    }
    plainly = value.replace("_", " ")
    said = plainly[:1].upper() + plainly[1:] if name in ("channel", "ground") else value
    return known.get(name, {}).get(value, said)


def group_words(group: Group) -> str:
    """ "Stage 1 complaints"."""
    words = statements.noun(group).what
    return words[:1].upper() + words[1:]


def worth_a_line(now: Number, then: Number) -> bool:
    """Whether a figure of two periods is shown: not where there was nothing it could be a part
    of."""
    if now.rows or then.rows:
        return True
    some = now.whole is None or now.whole or then.whole
    return bool(some) and now.definition.slug not in RARE
