"""One round of quality checks: what was drawn, and what came of it."""

from django.http import Http404, HttpResponse

from redress.learning import quality as checks
from redress.learning.models import QualityRound
from redress.rules.access import may_check_quality, may_read_cases, may_read_reports
from redress.rules.quality import by_service, results
from redress.web.pages import Visit, page


@page(needs=may_read_reports)
def sample(visit: Visit, number: int) -> HttpResponse:
    """The responses with who has checked them, and the results by point and by service."""
    made = round_or_404(visit, number)
    found = checks.checked_of(made)
    return visit.render(
        "oversight/learning/sample.html",
        round=made,
        checks=checks.checks_of(made, visit.actor),
        checked=len(found),
        results=results(found) if found else [],
        services=by_service(found),
        may_check=may_check_quality(visit.actor),
        reads_cases=may_read_cases(visit.actor),
        me=visit.actor.id,
    )


def round_or_404(visit: Visit, number: int) -> QualityRound:
    """A round of this landlord."""
    made = checks.round_of(visit.landlord, number) if number < 10**9 else None
    if made is None:
        raise Http404
    return made
