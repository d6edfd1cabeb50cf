"""A list as a file: CSV, streamed, or a workbook, with the list's own filters and order."""

import csv
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from django.http import FileResponse, Http404, StreamingHttpResponse

from redress.cases import lists, viewed
from redress.cases.exports import COLUMNS, record
from redress.rules.cells import cell
from redress.rules.words import KIND, STATE, TENURE
from redress.web.desk.chosen import Chosen, chosen
from redress.web.desk.due import landlord_calendar, time_to
from redress.web.desk.reading import elsewhere, seen_by
from redress.web.pages import Visit, page, signed_in
from redress.web.risks import risk_words

MOST_ROWS = 1_000_000  # of a workbook: one sheet holds little more
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(needs=signed_in)
def export(visit: Visit) -> Any:
    """The whole list that the address asks for, as the file it asks for."""
    if answer := elsewhere(visit):
        return answer
    asked = chosen(visit.request.GET)
    make = MADE.get(visit.request.GET.get("as", ""))
    if make is None:
        raise Http404
    viewed.note_export(visit.landlord, visit.actor, visit.now)
    return make(visit, _rows(visit, asked), tuple(COLUMNS.values()), "cases")


def _rows(visit: Visit, asked: Chosen) -> Iterator[list[Any]]:
    """The rows after the head: words and dates, in the order of the columns."""
    seen = seen_by(visit)
    calendar = landlord_calendar(visit.landlord, visit.today)
    rows = lists.kept(visit.landlord, asked.filters, seen)
    for row in lists.every(rows, asked.order):
        values = record(row)
        values["kind"], values["state"] = KIND[values["kind"]], STATE[values["state"]]
        values["tenure"] = TENURE[values["tenure"]] if values["tenure"] else ""
        values["risks"] = ", ".join(risk_words(risk) for risk in values["risks"])
        values["tags"] = ", ".join(values["tags"])
        due = values["next_due"]
        values["left"] = time_to(due, visit.today, calendar)[0] if due else ""
        yield [values[name] for name in COLUMNS]


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def as_csv(visit: Visit, rows: Iterator[list[Any]], head: Sequence[str], name: str) -> Any:
    """Streamed as it is read. What a spreadsheet would take for a formula has a ' before it."""
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        yield "\ufeff" + writer.writerow(head)
        for row in rows:
            yield writer.writerow([cell(value) for value in row])

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    return _named(visit, answer, f"{name}.csv")


def as_xlsx(visit: Visit, rows: Iterator[list[Any]], head: Sequence[str], name: str) -> Any:
    """A workbook with real dates. Every text is written as text, never as a formula or a link."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 the response closes it
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Cases")
    sheet.freeze_panes(1, 0)
    for column, words in enumerate(head):
        sheet.write_string(0, column, words, bold)
        sheet.set_column(column, column, 18)
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS:
            break
        for column, value in enumerate(row):
            if hasattr(value, "year"):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, str(value))
    book.close()
    file.seek(0)
    return _named(visit, FileResponse(file, content_type=EXCEL), f"{name}.xlsx")


def _named(visit: Visit, response: Any, file: str) -> Any:
    """A name that says whose cases and when, and nothing of a person or of what was looked for."""
    what, ending = file.rsplit(".", 1)
    name = f"{what}-{visit.landlord.slug}-{visit.today.isoformat()}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


Make = Callable[[Visit, Iterator[list[Any]], Sequence[str], str], Any]
MADE: dict[str, Make] = {"csv": as_csv, "xlsx": as_xlsx}
