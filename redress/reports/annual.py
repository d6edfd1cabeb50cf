"""The annual report of one landlord (Code 8.1 b): what every form of it is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property

from redress.assessment.approved import Approved, approved_of
from redress.cases.book import versions
from redress.cases.figure_rows import figure_rows
from redress.cases.queries import compliments_with_tag
from redress.learning.reading import Learned, learned_in
from redress.ombudsman.reading import AtOmbudsman, at_ombudsman
from redress.people.models import Landlord
from redress.reports import narrative
from redress.reports.annual_details import Details, details_of
from redress.reports.published import published
from redress.reports.snapshot import snapshot
from redress.rules import statements
from redress.rules.claims import Published
from redress.rules.claims_check import Checked, check
from redress.rules.figures import TABLES, Figures, Group, Scope, count
from redress.rules.figures_shares import Growth, Share
from redress.rules.figures_tally import Noun, Tally
from redress.rules.figures_year import Year
from redress.rules.inputs import digest_of
from redress.rules.policy import Policy
from redress.satisfaction.reading import Heard, heard

KIND = "annual"  # of runs and narrative
COMPLIMENTS = "compliments"  # the section whose narrative may quote them
QUOTED = "may be quoted"  # the tag of a compliment whose writer agreed
YEARS_BACK = 2  # compared with, where cases of them are held
STAGES = (Group.STAGE_1, Group.STAGE_2)
GROWING = (*STAGES, Group.MEMBER_ENQUIRIES, Group.ALL)


@dataclass(frozen=True)
class Table:
    """One of the fifteen tables: a group of cases in one scope, with its shares."""

    group: Group
    scope: Scope
    tally: Tally

    @property
    def noun(self) -> Noun:
        """What the table counts."""
        return statements.noun(self.group, self.scope)

    @property
    def on_time(self) -> Share:
        """Answered on time, of all received (R12)."""
        return self.tally.of_received(self.tally.on_time, self.noun)

    @property
    def on_time_of_answered(self) -> Share:
        """Answered on time, of those answered so far."""
        return self.tally.of_answered(self.tally.on_time, self.noun)

    @property
    def code_on_time(self) -> Share:
        """Answered within the Code's own limit, of those that have one."""
        return self.tally.of_code_limited(self.tally.code_on_time, self.noun)

    @property
    def upheld_of_decided(self) -> Share:
        """Upheld or partly upheld, of those with a finding."""
        return self.tally.of_decided(self.tally.upheld_or_partly, self.noun)


@dataclass(frozen=True)
class AnnualReport:
    """A year of one landlord. `earlier` holds the figures of earlier years that have any cases.

    `homes` is the number of homes let to tenants; None where it is not known. `policies` are the
    versions in force in the year and the one before them. `narrative` is what staff wrote, by
    section; `may_quote` the compliments whose writers agreed to be quoted, where that is asked.
    `learned` is what was learned and changed, `details` what sections beyond the tables are made
    from; None for a report of the tables alone.
    """

    slug: str
    name: str
    year: Year
    homes: int | None
    figures: Figures
    earlier: Mapping[str, Figures]
    published: Published | None
    policies: tuple[Policy, ...] = ()
    narrative: Mapping[str, str] = field(default_factory=dict)
    may_quote: frozenset[str] = frozenset()
    learned: Learned | None = None
    heard: Heard | None = None
    ombudsman: AtOmbudsman | None = None
    assessment: Approved | None = None  # what the governing body approved (Code 8.1a)
    details: Details | None = None

    @cached_property
    def inputs(self) -> str:
        """The digest of all that the report is made from: how many rows of each sort were counted,
        and every value that a section reads beside them. Nothing is read again for it."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return digest_of({**values, "details": self.details.plain if self.details else None})

    @property
    def running(self) -> bool:
        """Whether the year is not over on the day that it is shown of."""
        return self.until < self.year.end

    @property
    def until(self) -> date:
        """The last day that is counted: that of the year, or the one it is shown of."""
        return max(self.year.start, min(self.year.end, self.figures.as_at))

    def tables(self) -> list[Table]:
        """Five groups, each in three scopes, in the order of R1 and R9."""
        return [
            Table(group, scope, self.figures.tally(group, scope))
            for group in TABLES
            for scope in Scope
        ]

    def shares(self) -> list[tuple[Group, Share]]:
        """Each group as a share of all complaints and enquiries received (R6)."""
        whole = self.figures.tally()
        received = ((group, self.figures.tally(group).received) for group in TABLES)
        return [
            (group, whole.of_received(number, statements.noun(Group.ALL)))
            for group, number in received
        ]

    def growth(self, group: Group) -> list[Growth]:
        """The number received beside that of each earlier year held, the latest first; nothing
        while the year runs, as a part is not compared with a whole."""
        if self.running:
            return []
        now = self.figures.tally(group).received
        return [
            Growth(now, figures.tally(group).received, label)
            for label, figures in sorted(self.earlier.items(), reverse=True)
        ]

    def escalation(self) -> Share:
        """Stage 2 complaints of stage 1 complaints received in the same year (R11)."""
        stage_1 = self.figures.tally(Group.STAGE_1)
        number = self.figures.tally(Group.STAGE_2).received
        return stage_1.of_received(number, statements.noun(Group.STAGE_1))

    def per_thousand_homes(self, group: Group) -> Share:
        """Tenants' complaints beside the homes let to them (the measure CH01)."""
        number = self.figures.tally(group, Scope.LANDLORD_SERVICES).received
        return Share(number, self.homes or 0, "homes let to tenants")

    def top_reasons(self) -> Iterator[tuple[Group, str, list[tuple[str, int]]]]:
        """The ten commonest reasons of each stage and service (R13)."""
        for group in STAGES:
            for service in self.figures.services(group):
                yield group, service, self.figures.top_reasons(group, service)

    def headlines(self) -> list[str]:
        """The report in sentences, each from the same counts as the tables."""
        said = [
            statements.received(self.figures, self.year.label),
            statements.growth(Group.ALL, self.growth(Group.ALL)),
        ]
        for group in STAGES:
            said += self._of_stage(group)
        said.append(statements.escalation(self.escalation()))
        members = self.figures.tally(Group.MEMBER_ENQUIRIES)
        said.append(statements.in_time(members, Group.MEMBER_ENQUIRIES))
        return [sentence for sentence in dict.fromkeys(said) if sentence]

    def checked(self) -> Checked | None:
        """The landlord's published report held against these figures; None where none is kept."""
        if self.published is None:
            return None
        return check(self.published, self.held())

    def held(self) -> dict[str, Figures]:
        """The figures of each year that has cases, by its label."""
        now = {self.year.label: self.figures} if self.figures.cells else {}
        return {**self.earlier, **now}

    def _of_stage(self, group: Group) -> list[str]:
        tally = self.figures.tally(group)
        return [
            statements.growth(group, self.growth(group)),
            statements.in_time(tally, group),
            statements.against_the_code(tally, group),
            statements.outcomes(tally, group),
            statements.per_thousand_homes(group, self.per_thousand_homes(group)),
        ]


def annual(landlord: Landlord, year: Year, as_at: date) -> AnnualReport:
    """The report of a year as it stood at the end of `as_at`, all of it read at one moment."""
    with snapshot():
        report = without_details(landlord, year, as_at)
        return replace(report, details=details_of(landlord, year, as_at))


def without_details(landlord: Landlord, year: Year, as_at: date) -> AnnualReport:
    """The figures of the tables, one query for each year, and what little is read beside them."""
    figures = _counted(landlord, year, as_at)
    earlier = {
        before.label: _counted(landlord, before, as_at)
        for before in (year.earlier(years) for years in range(1, YEARS_BACK + 1))
    }
    written = narrative.texts(landlord, KIND, year.label)
    return AnnualReport(
        slug=landlord.slug,
        name=landlord.name,
        year=year,
        homes=landlord.homes,
        figures=figures,
        earlier={label: figures for label, figures in earlier.items() if figures.cells},
        published=published(landlord.slug, year.label),
        policies=policies_of(landlord, year),
        narrative=written,
        may_quote=_may_quote(landlord, year) if COMPLIMENTS in written else frozenset(),
        learned=learned_in(landlord, year.start, min(year.end, as_at), as_at),
        heard=heard(landlord, year.start, year.end, year.label, as_at),
        ombudsman=at_ombudsman(landlord, year.start, year.end, year.label, as_at),
        assessment=approved_of(landlord.slug, year),
    )


def _counted(landlord: Landlord, year: Year, as_at: date) -> Figures:
    return count(figure_rows(landlord, year.start, year.end), as_at)


def _may_quote(landlord: Landlord, year: Year) -> frozenset[str]:
    return compliments_with_tag(landlord, year.start, year.end, QUOTED)


def policies_of(landlord: Landlord, year: Year) -> tuple[Policy, ...]:
    """The versions of the policy in force in the year, and the last one before it began anew."""
    known = [policy for policy in versions(landlord) if policy.starts <= year.end]
    begun = [policy for policy in known if policy.starts >= year.start]
    return tuple(known[-len(begun) - 1 :])
