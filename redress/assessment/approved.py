"""The self-assessment of a year as readers may have it: the last that was approved.

It is the one against the Housing Ombudsman's Code, which is published and submitted (Code 8.1).
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from redress.assessment.models import Assessment, ProvisionAnswer
from redress.assessment.reading import answered_of
from redress.rules.assessment import Answer, Body, in_full
from redress.rules.assessment_counts import Counts, counts
from redress.rules.figures_year import Year
from redress.rules.policy import Provision
from redress.rules.policy_files import code_by_id
from redress.rules.provisions import SECTIONS, provisions


@dataclass(frozen=True)
class Answered:
    """One provision: what the Code asks, in our words and in the form's, and what is answered."""

    number: str
    asks: str
    wording: str
    answer: str
    full: bool  # a plain yes
    evidence: str
    commentary: str

    @property
    def id(self) -> str:
        """Its number as a part of an address."""
        return self.number.replace(".", "-")


@dataclass(frozen=True)
class Approved:
    """An approved self-assessment; `response` is what the governing body said to it (Code 8.2)."""

    approved_by: str
    approved_on: date
    response: str
    counts: Counts
    provisions: tuple[Answered, ...]

    @property
    def sections(self) -> list[tuple[str, str, list[Answered]]]:
        """The provisions by the sections of the Code."""
        parted = groupby(self.provisions, key=lambda each: each.number.partition(".")[0])
        return [(number, SECTIONS[number], list(each)) for number, each in parted]

    @property
    def less(self) -> tuple[Answered, ...]:
        """Those that are not answered with a plain yes."""
        return tuple(each for each in self.provisions if not each.full)


def approved_of(slug: str, year: Year) -> Approved | None:
    """A landlord's last self-assessment of a year that its governing body approved; None before one
    is."""
    rows = Assessment.objects.filter(
        landlord__slug=slug,
        body=Body.HOUSING_OMBUDSMAN.value,
        year=year.label,
        approved_on__isnull=False,
    )
    row = rows.order_by("-number").first()
    if row is None or row.approved_on is None:
        return None
    answers = {each.number: each for each in row.answers.all()}
    asked = provisions(code_by_id(row.code))
    return Approved(
        approved_by=row.approved_by,
        approved_on=row.approved_on,
        response=row.response,
        counts=counts(answered_of(answers[each.number]).answer for each in asked),
        provisions=tuple(_answered(each, answers[each.number]) for each in asked),
    )


def _answered(provision: Provision, row: ProvisionAnswer) -> Answered:
    return Answered(
        number=provision.number,
        asks=provision.asks,
        wording=row.wording,
        answer=in_full(answered_of(row)),
        full=row.answer == Answer.YES.value,
        evidence=row.evidence,
        commentary=row.commentary,
    )
