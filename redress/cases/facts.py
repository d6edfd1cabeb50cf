"""Rows to values: one case as the rules read it. Ten queries, however long its story,
and two more where somebody speaks for the resident or signed with them."""

from dataclasses import fields
from typing import Any

from pydantic import TypeAdapter

from redress.cases.models import Case
from redress.cases.parts import Row, parts_of
from redress.rules.facts import (
    ActionFacts,
    CaseFacts,
    Clock,
    DeadlineFacts,
    DocumentFacts,
    Due,
    HandOverFacts,
    IssueFacts,
    StageFacts,
    SubmissionFacts,
)
from redress.rules.facts_comments import CommentFacts
from redress.rules.facts_incoming import IncomingFacts
from redress.rules.facts_offers import OfferFacts
from redress.rules.facts_people import RepresentativeFacts, SignatoryFacts
from redress.rules.record import KEYS

_case = TypeAdapter(CaseFacts)
# Columns of JSON
LISTS = (
    *("extensions", "findings", "issues", "chased_on", "documents", "moves", "kinds", "words"),
    "disputes",
)
CASE_FIELDS = [
    f.name
    for f in fields(CaseFacts)
    if f.name not in ("landlord", "handler", "resident", "home", *KEYS)
]


# The parts of a case whose columns are the fields of their facts
PARTS: dict[str, type] = {
    "stages": StageFacts,
    "issues": IssueFacts,
    "actions": ActionFacts,
    "documents": DocumentFacts,
    "hand_overs": HandOverFacts,
    "comments": CommentFacts,
    "submissions": SubmissionFacts,
    "offers": OfferFacts,
    "incoming": IncomingFacts,
}
COLUMNS = {name: tuple(field.name for field in fields(kind)) for name, kind in PARTS.items()}
OTHERS = {
    "representatives": tuple(field.name for field in fields(RepresentativeFacts)),
    "signatories": tuple(field.name for field in fields(SignatoryFacts)),
}
DEADLINE = ("stage", "clock", "extended_to", "met_on", "working")


def facts_of(row: Case) -> CaseFacts:
    """The case as it stands in the tables. `redress verify` compares it with its events."""
    return _case.validate_python(
        {
            **{name: getattr(row, name) for name in CASE_FIELDS},
            "landlord": row.landlord.slug,
            "handler": row.handler_id,
            "resident": row.resident_id,
            "home": row.home_id,
            **{name: parts_of(row, name, columns) for name, columns in COLUMNS.items()},
            "deadlines": [deadline_of(each) for each in parts_of(row, "deadlines", DEADLINE)],
            **_others(row),
        }
    )


def _others(row: Case) -> dict[str, Any]:
    """Who speaks for the resident and who signed, where there is anybody."""
    if not row.accompanied:
        return {}
    return {name: parts_of(row, name, columns) for name, columns in OTHERS.items()}


def deadline_of(row: Row) -> Row:
    """A row of the deadline table as a deadline of the rules, not yet validated."""
    return {
        "stage": row["stage"],
        "clock": row["clock"],
        "extended_to": row["extended_to"],
        "met_on": row["met_on"],
        **{name: row["working"].get(name) for name in ("promise", "code", "code_literal")},
    }


def row_values(
    facts: StageFacts
    | IssueFacts
    | ActionFacts
    | DocumentFacts
    | HandOverFacts
    | CommentFacts
    | SubmissionFacts
    | OfferFacts
    | IncomingFacts
    | RepresentativeFacts
    | SignatoryFacts,
    plain: dict[str, Any],
) -> Any:
    """The columns of a part of a case: the fields of its facts, lists as JSON."""
    values = {field.name: getattr(facts, field.name) for field in fields(facts)}
    for name in LISTS:
        if name in values:
            values[name] = plain[name]
    return values


def deadline_values(facts: DeadlineFacts, plain: dict[str, Any]) -> dict[str, Any]:
    """The columns of a deadline: its dates to search by, and its working as JSON."""
    return {
        "stage": facts.stage,
        "clock": facts.clock.value,
        "due_on": facts.due_on,
        "promise_due": _date(facts.promise),
        "code_due": _date(facts.code),
        "extended_to": facts.extended_to,
        "met_on": facts.met_on,
        "working": {name: plain[name] for name in ("promise", "code", "code_literal")},
    }


def response_dates(case: CaseFacts, stage: int) -> dict[str, Any]:
    """The dates of a stage's response (stage 0: of the answer) that its row carries."""
    found = case.deadline(stage, Clock.RESPOND if stage else Clock.REQUEST)
    return {
        "promise_due": _date(found.promise) if found else None,
        "code_due": _date(found.code) if found else None,
        "extended_to": found.extended_to if found else None,
    }


def _date(due: Due | None) -> Any:
    return due.date if due else None
