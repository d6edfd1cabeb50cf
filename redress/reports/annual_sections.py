"""The annual report in sections: what each shows, in the order that a committee reads them."""

from dataclasses import replace

from redress.reports import (
    annual_about,
    annual_assessment,
    annual_compliments,
    annual_days,
    annual_lateness,
    annual_learning,
    annual_measures,
    annual_ombudsman,
    annual_putting_right,
    annual_refused,
    annual_satisfaction,
)
from redress.reports import annual_charts as charts
from redress.reports import annual_protected as protected
from redress.reports import annual_tables as tables
from redress.reports.annual import STAGES, AnnualReport
from redress.reports.annual_charts import heading
from redress.reports.paper import WHOLE, Chart, Exhibit, Grid, Section
from redress.rules import statements
from redress.rules.figures import By, Group

# Sections from figures by their definitions.
BY_DEFINITION = (
    annual_days,
    annual_lateness,
    annual_refused,
    annual_putting_right,
    annual_measures,
)
MEMBERS = (Group.MP_ENQUIRY, Group.COUNCILLOR_ENQUIRY)


def sections(report: AnnualReport) -> list[Section]:
    """What was received, how it was answered, and why it came; the appendix stands apart."""
    return [
        annual_about.introduction(report),
        *filter(None, [annual_about.timescales(report)]),
        Section("received", "Numbers received", (_received(report),), provisions=("8.1b",)),
        *(Section(group.value, heading(group), _stage(report, group)) for group in STAGES),
        Section("members", "Members’ enquiries", (_members(report),)),
        Section("escalation", "Escalation", (_escalation(report),)),
        Section("reasons", "Reasons by service", (_reasons(report),)),
        *filter(None, (part.section(report) for part in BY_DEFINITION)),
        *filter(None, [annual_learning.section(report), annual_learning.checks(report)]),
        *filter(None, [annual_compliments.section(report)]),
        *filter(None, [annual_satisfaction.section(report.heard)]),
        *filter(None, [annual_ombudsman.section(report.ombudsman)]),
        *filter(None, [annual_assessment.section(report)]),
    ]


def _received(report: AnnualReport) -> Exhibit:
    return _exhibit(
        charts.received(report),
        [tables.received(report), tables.growth(report)],
        statements.received(report.figures, report.year.label),
        statements.growth(Group.ALL, report.growth(Group.ALL)),
        *(statements.growth(group, report.growth(group)) for group in STAGES),
        *(statements.per_thousand_homes(each, report.per_thousand_homes(each)) for each in STAGES),
    )


def _stage(report: AnnualReport, group: Group) -> tuple[Exhibit, ...]:
    whole, title = report.figures.tally(group), heading(group)
    services, tenures = (tables.named(report, group, what) for what in (By.SERVICE, By.TENURE))
    by_service, by_tenure = (f"{title} by {what}" for what in ("service", "tenure"))
    answered, found = (
        charts.answered(services, whole, group),
        charts.outcomes(services, whole, group),
    )
    return (
        _exhibit(
            protected.bars(answered, report, group, By.SERVICE, protected.ANSWERED),
            [
                protected.breakdown(
                    tables.answers(by_service, services, whole, group), report, group, By.SERVICE
                ),
                protected.breakdown(
                    tables.answers(by_tenure, tenures, whole, group), report, group, By.TENURE
                ),
            ],
            statements.in_time(whole, group),
            statements.against_the_code(whole, group),
        ),
        _exhibit(
            protected.bars(found, report, group, By.SERVICE, protected.FOUND),
            [
                protected.breakdown(
                    tables.outcomes(by_service, services, whole, group), report, group, By.SERVICE
                )
            ],
            statements.outcomes(whole, group),
        ),
    )


def _members(report: AnnualReport) -> Exhibit:
    whole = report.figures.tally(Group.MEMBER_ENQUIRIES)
    each = {heading(group): report.figures.tally(group) for group in MEMBERS}
    named = {name: tally for name, tally in each.items() if tally.received}
    chart = charts.answered(named, whole, Group.MEMBER_ENQUIRIES)
    grid = tables.answers("Members’ enquiries", named, whole, Group.MEMBER_ENQUIRIES)
    return _exhibit(
        replace(chart, open_because=WHOLE) if chart else None,
        [replace(grid, open_because=WHOLE)],
        statements.in_time(whole, Group.MEMBER_ENQUIRIES),
    )


def _escalation(report: AnnualReport) -> Exhibit:
    said = statements.escalation(report.escalation())
    return _exhibit(charts.escalation(report), [tables.escalation(report)], said)


def _reasons(report: AnnualReport) -> Exhibit:
    grids = tuple(tables.reasons(report))
    said = () if grids else ("No reasons are recorded.",)
    return Exhibit(charts.reasons(report), grids, said, pairs=True)


def _exhibit(chart: Chart | None, grids: list[Grid] | list[Grid | None], *said: str) -> Exhibit:
    return Exhibit(chart, tuple(filter(None, grids)), tuple(filter(None, said)))
