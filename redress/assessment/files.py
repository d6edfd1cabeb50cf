"""A self-assessment as data."""

import json
from typing import Any

from redress.assessment.reading import Assessed, Provided
from redress.rules.assessment import Body


def to_json(assessed: Assessed) -> str:
    """Every provision with its answer, evidence, commentary, flags and measure, as JSON. One
    against another Code than the Housing Ombudsman's says so."""
    second = assessed.body is not Body.HOUSING_OMBUDSMAN
    data = {
        "landlord": assessed.slug,
        "year": assessed.year.label,
        **({"code": assessed.body.value} if second else {}),
        "provisions": [_provision(each) for each in assessed.provisions],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _provision(each: Provided) -> dict[str, Any]:
    answer, measured = each.answered.answer, each.measure
    return {
        "number": each.number,
        "answer": answer.value if answer else None,
        "evidence": each.evidence,
        "commentary": each.commentary,
        "flags": [flag.says for flag in each.flags],
        "measure": measured
        and {"should": measured.should, "did": measured.did, "cases": list(measured.cases)},
    }
