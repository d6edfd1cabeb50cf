"""The one list of what figures mean: every table, page, pack, list and file counts by it.

A definition says of one row, as it stood at the end of a day, whether it is counted and how much it
adds (1, unless it sums something): the list behind a figure is the rows that it holds.
A row is one stage of one case; a request or enquiry has one. `among` names the definition that
the figure is a share of.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from redress.rules.facts import Finding
from redress.rules.figures import Group, Promise
from redress.rules.figures_stood import Stood
from redress.rules.figures_tally import Answer, CodeAnswer

HALF, NINE_TENTHS = Fraction(1, 2), Fraction(9, 10)


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure: what it counts, where that comes from, and which rows it holds.

    `one` says whether a row is counted; where there is none, `amount` must be above 0. `unit` is
    what is added up. `quantile` is set where the figure is no sum but the value that this part of
    the rows does not pass.
    """

    slug: str
    name: str
    counts: str
    source: str
    one: Callable[[Stood], bool] | None
    among: str = ""
    amount: Callable[[Stood], int] | None = None
    unit: str = "cases"
    quantile: Fraction | None = None

    def holds(self, row: Stood) -> bool:
        """Whether a row is in the list behind the figure."""
        return self.adds(row) is not None

    def adds(self, row: Stood) -> int | None:
        """How much a row adds; None where it is not in the list behind the figure."""
        if self.one is None:
            return (self.amount(row) or None) if self.amount else None
        if not self.one(row):
            return None
        return self.amount(row) if self.amount else 1

    @property
    def formula(self) -> str:
        """How it is worked out, in words; the denominator is named."""
        if self.quantile == HALF:
            return f"the middle one of {self.counts}; of an even number, the mean of the middle two"
        if self.quantile:
            least = f"the least that {int(self.quantile * 100)}% do not pass"
            return f"of {self.counts}, {least}"
        if not self.among:
            return f"the number of {self.counts}"
        return f"{self.counts} ÷ {BY_SLUG[self.among].counts}"


def _summed(
    slug: str,
    name: str,
    counts: str,
    source: str,
    amount: Callable[[Stood], int],
    unit: str,
    among: str = "",
) -> Definition:
    """A figure that adds up what each row has of something; a row without any is not in it."""
    return Definition(slug, name, counts, source, None, among, amount, unit)


def _days(
    slug: str, name: str, counts: str, days: Callable[[Stood], int | None], quantile: Fraction
) -> Definition:
    """A middle value, or the like, of days taken; a row of which they are not known is left out."""
    return Definition(
        *(slug, name, counts, "Code 8.1b", lambda row: days(row) is not None),
        amount=lambda row: days(row) or 0,
        unit="days",
        quantile=quantile,
    )


def _answers(*answers: Answer) -> Callable[[Stood], bool]:
    return lambda row: row.answer in answers


def _found(*findings: Finding | None) -> Callable[[Stood], bool]:
    return lambda row: row.outcome in findings


def _issues(*findings: Finding | None) -> Callable[[Stood], int]:
    return lambda row: sum(each in findings for each in row.issues) if row.row.issues else 0


def _promises(counted: Callable[[Promise, date], bool]) -> Callable[[Stood], int]:
    return lambda row: (
        sum(counted(each, row.as_at) for each in row.promises) if row.row.promises else 0
    )


def _rated(*marks: int | None) -> Callable[[Stood], bool]:
    return lambda row: _ANSWERED(row) and row.handled in marks


def _working_days(row: Stood) -> int | None:
    return row.row.working_days if row.answered else None


def _calendar_days(row: Stood) -> int | None:
    """None for dates in the wrong order, which some old systems hold."""
    answered = row.answered
    return (answered - row.row.received).days if answered and answered >= row.row.received else None


_ANSWERED = _answers(Answer.ON_TIME, Answer.LATE)

# A table: what a figure is stands together.
# fmt: off
DEFINITIONS: tuple[Definition, ...] = (
    Definition("received", "Received", "cases received in the period",
        "Harrow report, Appendix A; Code 8.1b", lambda row: True),
    Definition("stage_1", "Stage 1", "stage 1 complaints received", "Code 6.1; CH01",
        lambda row: row.group is Group.STAGE_1, "received"),
    Definition("stage_2", "Stage 2", "requests for stage 2 received", "Code 6.10; CH01",
        lambda row: row.group is Group.STAGE_2, "received"),
    # How they were answered, by the date the resident was last given.
    Definition("on_time", "Answered on time",
        "answers by the date promised, or by that of an extension",
        "Harrow report, Appendix A; the landlord's policy", _answers(Answer.ON_TIME), "received"),
    Definition("late", "Answered late",
        "answers after the date promised, and after that of an extension",
        "Harrow report, Appendix A", _answers(Answer.LATE), "received"),
    Definition("overdue", "Overdue, not answered", "cases not answered whose date has passed",
        "Harrow report, Appendix A", _answers(Answer.OVERDUE), "received"),
    Definition("not_yet_due", "Not yet due", "cases not answered whose date has not passed",
        "Redress", _answers(Answer.NOT_YET_DUE), "received"),
    Definition("undated", "No date to answer by", "cases of which no date to answer by is known",
        "Redress", _answers(Answer.UNDATED), "received"),
    Definition("answered", "Answered", "cases answered, on time or late",
        "Harrow report, Appendix A", _ANSWERED, "received"),
    Definition("on_time_of_answered", "On time, of answered",
        "answers by the date promised, or by that of an extension", "Harrow report, section 6",
        _answers(Answer.ON_TIME), "answered"),
    # The same by the Code's own limit, whatever was promised.
    Definition("code_limited", "With a limit of the Code",
        "cases for which the Code sets a limit", "Code 6.3, 6.14",
        lambda row: row.code is not None, "received"),
    Definition("code_on_time", "Within the Code’s limit",
        "answers by the Code's limit, extensions left aside", "Code 6.3, 6.14",
        lambda row: row.code is CodeAnswer.CODE_ON_TIME, "code_limited"),
    Definition("code_late", "After the Code’s limit",
        "answers after the Code's limit, extensions left aside", "Code 6.3, 6.14",
        lambda row: row.code is CodeAnswer.CODE_LATE, "code_limited"),
    Definition("code_unanswered", "With a limit, not answered",
        "cases with a limit of the Code and no answer", "Code 6.3, 6.14",
        lambda row: row.code is CodeAnswer.CODE_UNANSWERED, "code_limited"),
    Definition("responded", "Responded to",
        "complaints with a limit of the Code that were answered", "TSM CH02",
        lambda row: row.code in (CodeAnswer.CODE_ON_TIME, CodeAnswer.CODE_LATE), "code_limited"),
    Definition("in_code_time", "In the Code’s timescales",
        "complaints answered by the Code's limit, or by a date of an extension told in time",
        "TSM CH02; Code 6.3, 6.4, 6.14, 6.15", lambda row: row.in_code_time, "code_limited"),
    Definition("in_code_time_of_responded", "In the Code’s timescales, of those responded to",
        "complaints answered by the Code's limit, or by a date of an extension told in time",
        "TSM CH02; Code 6.3, 6.4, 6.14, 6.15", lambda row: row.in_code_time, "responded"),
    # What was decided on the case as a whole.
    Definition("upheld", "Upheld", "cases upheld", "Code 6.9c, 6.19c", _found(Finding.UPHELD),
        "received"),
    Definition("partly_upheld", "Partly upheld", "cases partly upheld", "Code 6.9c, 6.19c",
        _found(Finding.PARTLY_UPHELD), "received"),
    Definition("not_upheld", "Not upheld", "cases not upheld", "Code 6.9c, 6.19c",
        _found(Finding.NOT_UPHELD), "received"),
    Definition("resolved", "Resolved", "cases that an old system calls resolved",
        "Harrow report, Appendix A", _found(Finding.RESOLVED), "received"),
    Definition("withdrawn", "Withdrawn", "cases that the resident withdrew", "Redress",
        _found(Finding.WITHDRAWN), "received"),
    Definition("no_outcome", "No outcome recorded",
        "cases with no outcome on the record, answered or not",
        "Harrow report, Appendix A; Code 5.12", _found(None), "received"),
    Definition("answered_no_outcome", "Answered, no outcome recorded",
        "cases answered with no outcome on the record", "Code 5.12",
        lambda row: _ANSWERED(row) and row.outcome is None, "no_outcome"),
    Definition("decided", "With a finding", "cases upheld, partly upheld or not upheld",
        "Code 6.7, 6.18", _found(Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.NOT_UPHELD),
        "received"),
    Definition("upheld_or_partly", "Upheld or partly upheld", "cases upheld or partly upheld",
        "Code 6.7, 6.18", _found(Finding.UPHELD, Finding.PARTLY_UPHELD), "decided"),
    # The same for each thing complained of.
    _summed("issues", "Issues", "issues complained of", "Code 5.6, 6.7",
        lambda row: len(row.issues), "issues"),
    *(
        _summed(
            f"issues_{slug}",
            f"Issues {name}",
            f"issues {name}",
            "Code 6.7, 6.18",
            _issues(*found),
            "issues",
            "issues",
        )
        for slug, name, found in (
            ("upheld", "upheld", (Finding.UPHELD,)),
            ("partly_upheld", "partly upheld", (Finding.PARTLY_UPHELD,)),
            ("not_upheld", "not upheld", (Finding.NOT_UPHELD,)),
            ("no_finding", "with no finding yet", (None, Finding.RESOLVED, Finding.WITHDRAWN)),
        )
    ),
    # Going on to stage 2, and what was not taken.
    Definition("escalated", "Went on to stage 2",
        "stage 1 complaints of which stage 2 was asked for",
        "Code 6.10; Harrow report, section 5", lambda row: row.escalated, "stage_1"),
    Definition("refused", "Refused", "complaints, and requests for stage 2, not accepted",
        "Code 2.1 to 2.5, 5.11, 8.1b", lambda row: row.refused, "received"),
    Definition("complaints_refused", "Complaints refused", "complaints not accepted",
        "Code 2.1 to 2.5, 8.1b", lambda row: row.refused and row.group is not Group.STAGE_2,
        "refused"),
    Definition("escalations_refused", "Stage 2 refused", "requests for stage 2 not accepted",
        "Code 5.11, 8.1b", lambda row: row.refused and row.group is Group.STAGE_2, "refused"),
    _summed("issues_refused", "Issues refused", "issues left out of a complaint that was taken",
        "Code 2.1, 2.2, 8.1b", lambda row: row.row.issues_refused, "issues"),
    # Dates that were moved.
    Definition("extended", "Extended", "cases whose date was moved", "Code 6.4, 6.15",
        lambda row: row.extended, "received"),
    _summed("extensions", "Extensions", "extensions told", "Code 6.4, 6.15",
        lambda row: len(row.extensions), "extensions"),
    Definition("extended_in_time", "Extended, told in time",
        "cases of which every extension was told before the date was past", "Code 6.4, 6.15",
        lambda row: row.told_in_time is True, "extended"),
    Definition("extended_after", "Extended, told too late",
        "cases of which an extension was told when the date was past", "Code 6.4, 6.15",
        lambda row: row.told_in_time is False, "extended"),
    Definition("extended_not_known", "Extended, not known when told",
        "cases of an old system whose date was moved", "Redress",
        lambda row: row.extended and row.told_in_time is None, "extended"),
    Definition("extended_with_ombudsman", "Extended, with the Ombudsman’s details",
        "cases of which every extension gave the Ombudsman's details", "Code 6.5, 6.16",
        lambda row: bool(row.extensions) and all(e.ombudsman_details for e in row.extensions),
        "extended"),
    # How long it took.
    _days("working_days_median", "Working days taken, median",
        "the working days from receipt to the answer", _working_days, HALF),
    _days("working_days_90th", "Working days taken, 90th percentile",
        "the working days from receipt to the answer", _working_days, NINE_TENTHS),
    _days("calendar_days_median", "Calendar days taken, median",
        "the calendar days from receipt to the answer", _calendar_days, HALF),
    _days("calendar_days_90th", "Calendar days taken, 90th percentile",
        "the calendar days from receipt to the answer", _calendar_days, NINE_TENTHS),
    # Again, and put right.
    Definition("repeats", "Repeat complaints",
        "cases that were marked as a repeat of an earlier one", "Code 9.1, 9.2",
        lambda row: row.row.repeat, "received"),
    Definition("compensated", "Offered money", "cases in which money was promised",
        "Code 7.1, 7.2", lambda row: row.promised() > 0, "received"),
    _summed("compensation_promised", "Compensation promised",
        "pounds promised, without what residents refused", "Code 7.1 to 7.3", Stood.promised,
        "pounds"),
    _summed("compensation_paid", "Compensation paid", "pounds paid of those promised", "Code 7.3",
        Stood.paid, "pounds", "compensation_promised"),
    _summed("compensation_unpaid", "Compensation not paid yet", "pounds promised and not paid",
        "Code 7.3", lambda row: row.promised() - row.paid(), "pounds", "compensation_promised"),
    _summed("promises", "Promises", "actions promised to residents", "Code 6.6, 6.17, 7.3",
        _promises(lambda each, as_at: True), "promises"),
    _summed("promises_kept", "Promises kept", "promised actions done by their date",
        "Code 6.6, 6.17, 7.3",
        _promises(lambda each, as_at: each.done_on is not None and each.done_on <= each.due_on),
        "promises", "promises"),
    _summed("promises_late", "Promises kept late", "promised actions done after their date",
        "Code 6.6, 6.17, 7.3",
        _promises(lambda each, as_at: each.done_on is not None and each.done_on > each.due_on),
        "promises", "promises"),
    _summed("promises_broken", "Promises slipped",
        "promised actions not done whose date has passed", "Code 6.6, 6.17, 7.3",
        _promises(lambda each, as_at: each.done_on is None and each.due_on < as_at), "promises",
        "promises"),
    _summed("promises_open", "Promises not yet due",
        "promised actions not done whose date has not passed", "Code 6.6, 6.17, 7.3",
        _promises(lambda each, as_at: each.done_on is None and each.due_on >= as_at), "promises",
        "promises"),
    # How the resident says it was handled.
    Definition("satisfied", "Satisfied",
        "answered cases of which the resident said that they were handled well or very well",
        "Harrow report, section 7; Code 9.3", _rated(4, 5), "answered"),
    Definition("neither", "Neither satisfied nor dissatisfied",
        "answered cases of which the resident said neither well nor badly",
        "Harrow report, section 7; Code 9.3", _rated(3), "answered"),
    Definition("dissatisfied", "Dissatisfied",
        "answered cases of which the resident said that they were handled badly or very badly",
        "Harrow report, section 7; Code 9.3", _rated(1, 2), "answered"),
    Definition("rated", "Said how it was handled",
        "answered cases of which the resident said how they were handled",
        "Harrow report, section 7; Code 9.3", _rated(1, 2, 3, 4, 5), "answered"),
    Definition("satisfied_of_rated", "Satisfied, of those who said",
        "answered cases of which the resident said that they were handled well or very well",
        "Harrow report, section 7; Code 9.3", _rated(4, 5), "rated"),
    Definition("satisfaction_not_known", "Satisfaction not known",
        "answered cases of which the resident has not said how they were handled",
        "Harrow report, section 7; Code 9.3", _rated(None), "answered"),
)
# fmt: on

BY_SLUG: Mapping[str, Definition] = {each.slug: each for each in DEFINITIONS}

# What adds up: a figure, and the figures that are its parts for any rows whatever.
PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("received", ("on_time", "late", "overdue", "not_yet_due", "undated")),
    (
        "received",
        ("upheld", "partly_upheld", "not_upheld", "resolved", "withdrawn", "no_outcome"),
    ),
    ("answered", ("on_time", "late")),
    ("answered", ("satisfied", "neither", "dissatisfied", "satisfaction_not_known")),
    ("code_limited", ("code_on_time", "code_late", "code_unanswered")),
    ("code_limited", ("responded", "code_unanswered")),
    ("decided", ("upheld", "partly_upheld", "not_upheld")),
    ("upheld_or_partly", ("upheld", "partly_upheld")),
    (
        "issues",
        ("issues_upheld", "issues_partly_upheld", "issues_not_upheld", "issues_no_finding"),
    ),
    ("refused", ("complaints_refused", "escalations_refused")),
    ("extended", ("extended_in_time", "extended_after", "extended_not_known")),
    (
        "promises",
        ("promises_kept", "promises_late", "promises_broken", "promises_open"),
    ),
    ("compensation_promised", ("compensation_paid", "compensation_unpaid")),
)
