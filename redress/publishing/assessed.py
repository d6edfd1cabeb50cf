"""An approved self-assessment as files to count with."""

import csv
import io
import json

from redress.assessment.approved import Answered, Approved
from redress.rules.cells import cell

HEAD = ("provision", "what it asks", "answer", "evidence", "commentary")


def to_csv(found: Approved) -> str:
    """The answers as a table; no spreadsheet runs what stands in a cell."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEAD)
    writer.writerows([cell(value) for value in _cells(each)] for each in found.provisions)
    return file.getvalue()


def to_json(found: Approved) -> str:
    """The answers as data, with who approved them and when, and what they said to it."""
    data = {
        "approved_by": found.approved_by,
        "approved_on": found.approved_on.isoformat(),
        "response": found.response,
        "provisions": [dict(zip(HEAD, _cells(each), strict=True)) for each in found.provisions],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _cells(each: Answered) -> tuple[str, ...]:
    return each.number, each.asks, each.answer, each.evidence, each.commentary
