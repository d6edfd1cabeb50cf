"""The parts of one case as plain values. Django writes each statement once a process: for a case
read by all its parts, writing them anew takes ten times as long as the database takes to answer.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db import connection, models

Row = dict[str, Any]
Converters = dict[int, tuple[list[Any], Any]]


def parts_of(case: models.Model, name: str, columns: tuple[str, ...]) -> list[Row]:
    """The rows that a case has under this related name, in their order: these columns of them.

    Rows that were fetched with the case, for many cases at once, are not asked for again.
    """
    fetched = getattr(case, "_prefetched_objects_cache", {}).get(name)
    if fetched is not None:
        return [{column: getattr(row, column) for column in columns} for row in fetched]
    text, converters = _statement(type(case), name, columns, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(text, [case.pk])
        found = cursor.fetchall()
    return [dict(zip(columns, _converted(row, converters), strict=True)) for row in found]


@cache
def _statement(
    case: type[models.Model], name: str, columns: tuple[str, ...], vendor: str
) -> tuple[str, Converters]:
    """The statement with a place for the number of the case, and what makes values of columns."""
    related: Any = case._meta.get_field(name)
    rows = related.related_model.objects.filter(**{related.field.name: 0}).values_list(*columns)
    compiler = rows.query.get_compiler(connection=connection)
    text, _ = compiler.as_sql()
    return text, compiler.get_converters([column for column, _, _ in compiler.select])


def _converted(row: Iterable[Any], converters: Converters) -> list[Any]:
    values = list(row)
    for place, (steps, column) in converters.items():
        for step in steps:
            values[place] = step(values[place], column, connection)
    return values
