"""A landlord's self-assessment of a year with its measures and flags: what pages and files show."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from redress.assessment.kept import measures_of
from redress.assessment.models import Assessment, ProvisionAnswer
from redress.cases.book import book_of, versions
from redress.people.models import Landlord
from redress.rules.assessment import Answer, Answered, Body, Half
from redress.rules.assessment_flags import Flag, Given, flags, wrong_clause
from redress.rules.figures_year import Year
from redress.rules.measures import Measure, Window
from redress.rules.policy import CodeEdition, Policy
from redress.rules.policy_check import check
from redress.rules.policy_files import NoneInForce, code_nearest
from redress.rules.policy_finding import FindingOfPolicy
from redress.rules.provisions import order, provisions


@dataclass(frozen=True)
class Provided:
    """One provision: what the Code asks, what the landlord answers, what the record shows."""

    number: str
    asks: str
    answered: Answered
    evidence: str
    commentary: str
    flags: tuple[Flag, ...]
    measure: Measure | None
    row: ProvisionAnswer | None


@dataclass(frozen=True)
class Assessed:
    """The self-assessment of a year; `assessment` is None where none has been made yet."""

    slug: str
    year: Year
    assessment: Assessment | None
    provisions: tuple[Provided, ...]
    body: Body = Body.HOUSING_OMBUDSMAN


def latest(
    landlord: Landlord, year: Year, body: Body = Body.HOUSING_OMBUDSMAN
) -> Assessment | None:
    """The self-assessment against a Code that stands for a year: the last one made."""
    rows = Assessment.objects.filter(landlord=landlord, body=body.value, year=year.label)
    return rows.order_by("-number").first()


def assessed_second(landlord: Landlord, year: Year, body: Body) -> Assessed:
    """The last self-assessment of a year against a Code that is known by its form alone.

    Its provisions are those of the form; what each asks is the form's own wording. Nothing measures
    them, and no policy was checked against them: the flags are of the answers themselves.
    """
    assessment, policies = latest(landlord, year, body), versions(landlord)
    rows = sorted(assessment.answers.all(), key=lambda row: order(row.number)) if assessment else []
    made = tuple(_provided(row.number, row.wording, row, None, (), policies) for row in rows)
    return Assessed(landlord.slug, year, assessment, made, body)


def assessed(landlord: Landlord, year: Year, as_at: date) -> Assessed:
    """Every provision of the Housing Ombudsman's Code in its order, with the answer of the year's
    last assessment against it, the live measure at the end of `as_at`, and the flags."""
    code, assessment = code_nearest(year.end), latest(landlord, year)
    rows = {row.number: row for row in assessment.answers.all()} if assessment else {}
    measures = measures_of(landlord, Window(year.start, year.end, as_at))
    findings, policies = _findings(landlord, code, year), versions(landlord)
    made = tuple(
        _provided(
            each.number,
            each.asks,
            rows.get(each.number),
            measures.get(each.number),
            findings,
            policies,
        )
        for each in provisions(code)
    )
    return Assessed(landlord.slug, year, assessment, made)


def _provided(
    number: str,
    asks: str,
    row: ProvisionAnswer | None,
    measured: Measure | None,
    findings: tuple[FindingOfPolicy, ...],
    policies: Collection[Policy],
) -> Provided:
    said = answered_of(row) if row else Answered(None)
    found: tuple[Flag, ...] = ()
    if row:
        evidenced = bool(row.evidence.strip() or row.links)
        wrong = _wrong_clause(row, policies)
        given = Given(number, said, evidenced, bool(row.commentary.strip()), wrong)
        found = flags(given, measured, findings)
    return Provided(
        number=number,
        asks=asks,
        answered=said,
        evidence=row.evidence if row else "",
        commentary=row.commentary if row else "",
        flags=found,
        measure=measured,
        row=row,
    )


def _wrong_clause(row: ProvisionAnswer, policies: Collection[Policy]) -> str:
    named = ((link["policy"], link["clause"]) for link in row.links if "policy" in link)
    return " ".join(filter(None, (wrong_clause(policies, *each) for each in named)))


def answered_of(row: ProvisionAnswer) -> Answered:
    """The answer of a row as the rules read it."""
    halves = tuple(Half(Answer(each["answer"]), each["about"]) for each in row.halves)
    return Answered(Answer(row.answer) if row.answer else None, row.words, row.from_on, halves)


def _findings(landlord: Landlord, code: CodeEdition, year: Year) -> tuple[FindingOfPolicy, ...]:
    """What the check of the policy in force at the year's end finds against the Code."""
    try:
        policy = book_of(landlord).in_force(landlord.slug, year.end)
    except NoneInForce:
        return ()  # there was no policy to hold the answers against
    return check(policy, code, year.end)
