"""The complaint on one page, as its resident may see it."""

from typing import Any

from django.http import HttpResponse

from redress.cases import queries
from redress.cases.queries import CasePage
from redress.cases.sending import letters_out
from redress.cases.stored import handed_out
from redress.rules.resident_view import ResidentView, shown
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit
from redress.web.resident.follow import said
from redress.web.resident.follow.session import Follower, follower_page
from redress.web.resident.follow.steps import STEPS, word_of


@follower_page()
def complaint(visit: Visit, found: Follower) -> HttpResponse:
    """Where it stands, the next dates and why, who has it, what was understood and promised, what
    was sent either way, what happened, and what can be done now."""
    page = queries.case_page(found.row)
    view = shown(page.case, visit.book.by_id(page.case.stage.policy))
    return visit.render(
        "resident/follow/complaint.html",
        view=view,
        person=found.person,
        stands=said.STANDS[view.state],
        stage=said.STAGE[view.stage.number],
        dates=said.dates_said(view, visit.today),
        handler=page.handler,
        letters=letters_out(found.row, found.person.representative, visit.now),
        documents=_documents(page, view),
        story=said.happened(page.events),
        steps=_steps(view),
        can={verb.value for verb in view.can},
        ombudsman=ombudsman_on(visit.today, visit.stationery),
    )


def _steps(view: ResidentView) -> list[tuple[str, Any]]:
    """What can be done now that is not done beside the thing it is done to: word and title."""
    offered = [verb for verb in STEPS if verb in view.can and not STEPS[verb].beside]
    return [(word_of(verb), STEPS[verb].title) for verb in offered]


def _documents(page: CasePage, view: ResidentView) -> list[tuple[Any, bool]]:
    """What they sent, each with whether it can be opened here."""
    known = ((each, page.files.get(each.kept_at)) for each in view.documents)
    return [(each, file is not None and handed_out(file)) for each, file in known]
