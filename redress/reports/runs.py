"""Keeping each report that is made, so that its figures can be had again and compared."""

from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from redress.people.models import Landlord
from redress.reports import kept
from redress.reports.models import Run, RunFile
from redress.reports.paper import Report, Section
from redress.rules.report_changes import Change, cells, changed


@transaction.atomic
def keep(
    landlord: Landlord,
    kind: str,
    period: str,
    report: Report,
    inputs: str,
    options: dict[str, Any],
    by: str,
    at: datetime,
) -> Run:
    """Keep a report that was made. One that is the same in all as the last with these options is
    not kept twice."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    data = kept.plain(report)
    what: dict[str, Any] = {
        "landlord": landlord,
        "kind": kind,
        "period": period,
        "options": options,
    }
    made = {"inputs": inputs, "digest": kept.digest_of(data)}
    last = Run.objects.filter(**what).order_by("-id").first()
    if last and made == {name: getattr(last, name) for name in made}:
        return last
    return Run.objects.create(
        **what, **made, as_at=report.as_at, report=data, made_at=at, made_by=by
    )


def given_out(run: Run, form: str, content: bytes, by: str, at: datetime) -> None:
    """Note the form in which a run was given out; the same content once."""
    digest = sha256(content).hexdigest()
    file = RunFile(
        landlord_id=run.landlord_id, run=run, form=form, digest=digest, made_at=at, made_by=by
    )
    RunFile.objects.bulk_create([file], ignore_conflicts=True)  # the same content once


def newest(landlord: Landlord, before: int | None = None, most: int = 50) -> list[Run]:
    """The newest runs, those older than the run `before` where it is given, without what they
    hold."""
    return kept.newest(Run.objects.filter(landlord=landlord), before, most)


def run_of(landlord: Landlord, number: int) -> Run | None:
    """One run; None where the landlord has none of that number."""
    return Run.objects.filter(landlord=landlord, pk=number).first()


def changes(before: Report, now: Report) -> list[Change]:
    """The figures of the tables that are others now, and the sentences."""
    return changed(cells(_tables(before)), cells(_tables(now)))


Table = tuple[str, str, tuple[str, ...], list[tuple[str, ...]]]


def _tables(report: Report) -> list[Table]:
    return [table for section in report.sections for table in (*_of(section), _words(section))]


def _of(section: Section) -> Iterator[Table]:
    for exhibit in section.exhibits:
        for grid in exhibit.grids:
            if not grid.words:
                rows = [*grid.rows, *([grid.total] if grid.total else [])]
                yield section.title, grid.caption, grid.head, rows


def _words(section: Section) -> Table:
    """What the section says in computed sentences, as a table of them by number."""
    told = [*section.sentences, *(said for each in section.exhibits for said in each.sentences)]
    rows: list[tuple[str, ...]] = [
        (f"Sentence {number}", sentence) for number, sentence in enumerate(told, start=1)
    ]
    return section.title, "In words", ("", "It says"), rows
