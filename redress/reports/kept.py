"""A report kept as it was made: as plain values, with their digest, to be had again in every form.

Runs (`runs.py`) and regular packs (`packs.py`) are both kept so.
"""

import json
from hashlib import sha256
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from pydantic import TypeAdapter

from redress.reports.models import Pack, Run
from redress.reports.paper import Report

_reports = TypeAdapter(Report)
Row = TypeVar("Row", bound=Model)


def plain(report: Report) -> dict[str, Any]:
    """A report as plain values, from which `report_of` makes it again."""
    data: dict[str, Any] = _reports.dump_python(report, mode="json")
    return data


def digest_of(data: Any) -> str:
    """The SHA-256 of plain values, the same on every database."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def report_of(row: Run | Pack) -> Report:
    """The report as it was made. ValueError where what is kept is not what was made."""
    if digest_of(row.report) != row.digest:
        raise ValueError(f"{row._meta.verbose_name} {row.pk} is not as it was made")
    return _reports.validate_python(row.report)


def newest(rows: QuerySet[Row], before: int | None = None, most: int = 50) -> list[Row]:
    """The newest of them, those older than number `before` where it is given, without what they
    hold."""
    older = rows.filter(pk__lt=before) if before is not None else rows
    return list(older.defer("report").order_by("-pk")[:most])
