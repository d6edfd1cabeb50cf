"""What an edition needs before it is drafted, approved and published. Pure.

Nobody approves what they drafted; what was published is put right by a new edition that says what
it corrects (Code 8.1, 8.2: the annual report, the self-assessment and the governing body's response
are published together).
"""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Reason

PROVISION = "Code 8.2"


@dataclass(frozen=True)
class Stage:
    """How far an edition has come, and who drafted it, by number."""

    drafted_by: int
    approved: bool = False
    published: bool = False


@dataclass(frozen=True, kw_only=True)
class Given:
    """What is told when an edition is drafted: the governing body's response to the report if it is
    there, and what is corrected if the year was published before."""

    response: str = ""
    response_by: str = ""
    response_on: date | None = None
    correction: str = ""


def check_draft(given: Given, *, before: bool, begins: date, today: date) -> tuple[Reason, ...]:
    """What stands against drafting. `before` says that an edition of the year is published;
    `begins` is the first day of the year. A response has words, a body and a day, or none of them.
    """
    found = []
    if before and not given.correction.strip():
        found.append(Reason("correction_missing", PROVISION, "correction"))
    told = {
        "response": given.response.strip(),
        "response_by": given.response_by.strip(),
        "response_on": given.response_on,
    }
    if any(told.values()):
        found += [
            Reason("response_part", PROVISION, name) for name, each in told.items() if not each
        ]
    if given.response_on and not begins <= given.response_on <= today:
        found.append(Reason("date_out_of_range", PROVISION, "response_on"))
    return tuple(found)


def check_approve(stage: Stage, person: int | None) -> tuple[Reason, ...]:
    """What stands against approving: it is approved already, or they drafted it themselves."""
    if stage.approved:
        return (Reason("approved_already", PROVISION),)
    if person is None or person == stage.drafted_by:
        return (Reason("own_draft", PROVISION),)
    return ()


def check_publish(stage: Stage) -> tuple[Reason, ...]:
    """What stands against publishing: it is not approved, or it is published already."""
    if stage.published:
        return (Reason("published_already", PROVISION),)
    return () if stage.approved else (Reason("not_approved", PROVISION),)


def check_drop(stage: Stage) -> tuple[Reason, ...]:
    """What stands against throwing an edition away: it is published."""
    return (Reason("published_already", PROVISION),) if stage.published else ()
