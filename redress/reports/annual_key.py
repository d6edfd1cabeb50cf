"""The key figures of the annual report: what a committee should see first."""

from redress.reports.annual import STAGES, AnnualReport
from redress.reports.paper import Key
from redress.rules import statements
from redress.rules.figures import Group
from redress.rules.words import was


def key_figures(report: AnnualReport) -> list[Key]:
    """At most five figures that a reader should remember; those of nothing are left out."""
    found = [
        _all_received(report),
        *(_on_time(report, group) for group in STAGES),
        _escalated(report),
        _upheld(report),
    ]
    return [key for key in found if key]


def _all_received(report: AnnualReport) -> Key:
    number = report.figures.tally().received
    change = next((each for each in report.growth(Group.ALL) if each.percent is not None), None)
    name = statements.NOUN[Group.ALL][number != 1]
    if change is None:
        so_far = " so far" if report.running else ""
        return Key(f"{number:,}", f"{name} received{so_far} in {report.year.label}.")
    way = "more" if change.now >= change.then else "fewer"
    percent = abs(change.percent or 0)
    since = f"{percent}% {way} than the {change.then:,} of {change.since}"
    return Key(f"{number:,}", f"{name} received, {since}.")


def _on_time(report: AnnualReport, group: Group) -> Key | None:
    tally = report.figures.tally(group)
    if not tally.received:
        return None
    share = tally.of_received(tally.on_time, statements.noun(group))
    code = tally.of_code_limited(tally.code_on_time, statements.noun(group))
    also = f"; {code.percent}% within the Code’s limit" if code.denominator else ""
    name = statements.numbered(tally.received, group)
    verb = was(tally.received)
    return Key(f"{share.percent}%", f"of the {name} {verb} answered on time{also}.")


def _escalated(report: AnnualReport) -> Key | None:
    share = report.escalation()
    if not share.denominator:
        return None
    return Key(
        f"{share.percent}%",
        f"is the escalation rate: {statements.numbered(share.numerator, Group.STAGE_2)} beside "
        f"{statements.numbered(share.denominator, Group.STAGE_1)}.",
    )


def _upheld(report: AnnualReport) -> Key | None:
    tally = report.figures.tally(Group.STAGE_1)
    share = tally.of_decided(tally.upheld_or_partly, statements.noun(Group.STAGE_1))
    if not tally.decided:
        return None
    numbered = statements.numbered(tally.decided, Group.STAGE_1)
    return Key(
        f"{share.percent}%",
        f"of the {numbered} with a finding {was(tally.decided)} upheld or partly upheld; "
        f"{statements.without_outcome(tally)}.",
    )
