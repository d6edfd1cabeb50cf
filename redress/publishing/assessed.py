"""The self-assessment of a year as it is published: the last that was approved, answers whole."""

import csv
import io
import json
from dataclasses import dataclass
from itertools import groupby

from redress.assessment.models import Assessment
from redress.assessment.reading import answered_of
from redress.people.models import Landlord
from redress.reports.paper_data import safe
from redress.rules.assessment import ANSWERS, Answer, in_full
from redress.rules.figures_year import Year
from redress.rules.policy_files import code_by_id
from redress.rules.provisions import SECTIONS, provisions
from redress.rules.words import long_date

HEAD = ("provision", "what it asks", "answer", "evidence", "commentary")


@dataclass(frozen=True)
class Provision:
    """One provision: what the Code asks, in our words and in the form's, and what is answered."""

    number: str
    asks: str
    wording: str
    answer: str
    full: bool
    evidence: str
    commentary: str

    @property
    def id(self) -> str:
        """Its number as a part of an address."""
        return self.number.replace(".", "-")


@dataclass(frozen=True)
class Published:
    """An approved self-assessment."""

    approved_by: str
    approved_on: str
    response: str
    provisions: tuple[Provision, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def sections(self) -> list[tuple[str, str, list[Provision]]]:
        """The provisions by the sections of the Code."""
        parted = groupby(self.provisions, key=lambda each: each.number.partition(".")[0])
        return [(number, SECTIONS[number], list(each)) for number, each in parted]

    @property
    def less(self) -> tuple[Provision, ...]:
        """Those that are not answered with a plain yes."""
        return tuple(each for each in self.provisions if not each.full)


def published_assessment(landlord: Landlord, year: Year) -> Published | None:
    """The last self-assessment of a year that the governing body approved; None before one is."""
    rows = Assessment.objects.filter(landlord=landlord, year=year.label, approved_on__isnull=False)
    row = rows.order_by("-number").first()
    if row is None or row.approved_on is None:
        return None
    answers = {each.number: each for each in row.answers.all()}
    given = [answers[each.number].answer for each in provisions(code_by_id(row.code))]
    made = []
    for each in provisions(code_by_id(row.code)):
        answer = answers[each.number]
        made.append(
            Provision(
                number=each.number,
                asks=each.asks,
                wording=answer.wording,
                answer=in_full(answered_of(answer)),
                full=answer.answer == Answer.YES.value,
                evidence=answer.evidence,
                commentary=answer.commentary,
            )
        )
    return Published(
        approved_by=row.approved_by,
        approved_on=long_date(row.approved_on),
        response=row.response,
        provisions=tuple(made),
        counts=tuple(
            (words, given.count(each.value))
            for each, words in ANSWERS.items()
            if each.value in given
        ),
    )


def to_csv(found: Published) -> str:
    """The answers as a table; no spreadsheet runs what stands in a cell."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEAD)
    writer.writerows([safe(cell) for cell in _cells(each)] for each in found.provisions)
    return file.getvalue()


def to_json(found: Published) -> str:
    """The answers as data, with who approved them and when."""
    data = {
        "approved_by": found.approved_by,
        "approved_on": found.approved_on,
        "provisions": [dict(zip(HEAD, _cells(each), strict=True)) for each in found.provisions],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _cells(each: Provision) -> tuple[str, ...]:
    return each.number, each.asks, each.answer, each.evidence, each.commentary
