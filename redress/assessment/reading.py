"""A landlord's self-assessment of a year with its measures and flags: what pages and files show."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from redress.assessment.models import Assessment, ProvisionAnswer
from redress.assessment.rows import seen_cases
from redress.cases.book import book_of
from redress.people.models import Landlord
from redress.rules.assessment import Answer, Answered
from redress.rules.assessment_flags import Flag, Given, flags
from redress.rules.figures_year import Year
from redress.rules.measures import Measure, Window, measure
from redress.rules.measures_table import MEASURES
from redress.rules.policy import CodeEdition, Provision
from redress.rules.policy_check import check
from redress.rules.policy_files import NoneInForce, code_nearest
from redress.rules.policy_finding import FindingOfPolicy
from redress.rules.provisions import provisions


@dataclass(frozen=True)
class Provided:
    """One provision: what the Code asks, what the landlord answers, what the record shows."""

    provision: Provision
    answered: Answered
    evidence: str
    commentary: str
    flags: tuple[Flag, ...]
    measure: Measure | None
    row: ProvisionAnswer | None

    @property
    def number(self) -> str:
        """The provision's number."""
        return self.provision.number


@dataclass(frozen=True)
class Assessed:
    """The self-assessment of a year; `assessment` is None where none has been made yet."""

    slug: str
    year: Year
    assessment: Assessment | None
    provisions: tuple[Provided, ...]


def latest(landlord: Landlord, year: Year) -> Assessment | None:
    """The self-assessment that stands for a year: the last one made."""
    rows = Assessment.objects.filter(landlord=landlord, year=year.label)
    return rows.order_by("-number").first()


def assessed(landlord: Landlord, year: Year, as_at: date) -> Assessed:
    """Every provision of the Code in its order, with the answer of the year's last assessment,
    the live measure at the end of `as_at`, and the flags."""
    code, assessment = code_nearest(year.end), latest(landlord, year)
    rows = {row.number: row for row in assessment.answers.all()} if assessment else {}
    measures = measures_of(landlord, Window(year.start, year.end, as_at))
    findings = _findings(landlord, code, year)
    made = tuple(
        _provided(each, rows.get(each.number), measures.get(each.number), findings)
        for each in provisions(code)
    )
    return Assessed(landlord.slug, year, assessment, made)


def measures_of(landlord: Landlord, window: Window) -> Mapping[str, Measure]:
    """What the cases of a period show, by provision."""
    return measure(seen_cases(landlord, window), window, MEASURES)


def _provided(
    provision: Provision,
    row: ProvisionAnswer | None,
    measured: Measure | None,
    findings: tuple[FindingOfPolicy, ...],
) -> Provided:
    said = answered_of(row) if row else Answered(None)
    found: tuple[Flag, ...] = ()
    if row:
        evidenced = bool(row.evidence.strip() or row.links)
        given = Given(provision.number, said, evidenced, bool(row.commentary.strip()))
        found = flags(given, measured, findings)
    return Provided(
        provision=provision,
        answered=said,
        evidence=row.evidence if row else "",
        commentary=row.commentary if row else "",
        flags=found,
        measure=measured,
        row=row,
    )


def answered_of(row: ProvisionAnswer) -> Answered:
    """The answer of a row as the rules read it."""
    return Answered(Answer(row.answer) if row.answer else None, row.words, row.from_on)


def _findings(landlord: Landlord, code: CodeEdition, year: Year) -> tuple[FindingOfPolicy, ...]:
    """What the check of the policy in force at the year's end finds against the Code."""
    try:
        policy = book_of(landlord).in_force(landlord.slug, year.end)
    except NoneInForce:
        return ()  # there was no policy to hold the answers against
    return check(policy, code, year.end)
