"""The triggers of everything that only grows, for emptying a test database, which they refuse."""

from typing import Any

from redress.assessment import append_only as assessments
from redress.cases import append_only as record
from redress.learning import append_only as learning
from redress.ombudsman import append_only as ombudsman
from redress.people import append_only as admin_log
from redress.people import history
from redress.publishing import append_only as editions
from redress.reports import packs_append_only as packs

HISTORIES = (
    "cases_viewed",
    "satisfaction_surveyentry",
    "reports_run",
    "reports_runfile",
    "reports_narrative",
    "assessment_assessmentfile",
    "publishing_annualsubmission",
)


def remove(connection: Any) -> None:
    """Take them all away."""
    record.remove(connection)
    ombudsman.remove(connection)
    admin_log.remove(connection)
    admin_log.remove_needs(connection)
    assessments.remove(connection)
    editions.remove(connection)
    packs.remove(connection)
    learning.remove(connection)
    for table in HISTORIES:
        history.let_go(connection, table)


def install(connection: Any) -> None:
    """Make them all again."""
    record.install(connection)
    record.let_words_go(connection)
    ombudsman.install(connection)
    admin_log.install(connection)
    admin_log.install_needs(connection)
    assessments.install(connection)
    editions.install(connection)
    packs.install(connection)
    learning.install(connection)
    for table in HISTORIES:
        history.keep_forever(connection, table)
