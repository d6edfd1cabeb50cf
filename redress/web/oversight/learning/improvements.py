"""The register of improvements, and what lessons ask for that is not on it yet (Code 9.2)."""

from urllib.parse import urlencode

from django.http import HttpResponse

from redress.learning import reading
from redress.learning.reading import Show
from redress.rules.access import may_propose_improvement, may_read_cases
from redress.rules.causes import cause_in_words, causes_of
from redress.web.pages import Visit, page

TITLES = {Show.OPEN: "Open", Show.DONE: "Done", Show.DROPPED: "Dropped"}


@page(needs=may_read_cases)
def improvements(visit: Visit) -> HttpResponse:
    """One list of the register, of the service and cause that the address names, if any."""
    asked = visit.request.GET
    show = Show(asked["show"]) if asked.get("show") in set(Show) else Show.OPEN
    slug, services = visit.landlord.slug, reading.services_of(visit.landlord)
    kept = {
        name: value
        for name, known in (("service", services), ("cause", causes_of(slug)))
        if (value := asked.get(name, "")) in known
    }
    rows, mark = reading.register(visit.landlord, show, **kept, after=asked.get("after", ""))
    query = {"show": show.value, **kept}
    return visit.render(
        "oversight/learning/improvements.html",
        show=show,
        lists=[(each, words, urlencode({**kept, "show": each})) for each, words in TITLES.items()],
        rows=[(row, cause_in_words(slug, row.entry.cause), row.late(visit.today)) for row in rows],
        asked_for=reading.asked_for(visit.landlord, visit.actor) if show is Show.OPEN else (),
        may_propose=may_propose_improvement(visit.actor),
        services=services,
        causes=causes_of(slug).items(),
        kept=kept,
        first_page=f"?{urlencode(query)}" if asked.get("after") else "",
        next_page=f"?{urlencode({**query, 'after': mark})}" if mark else "",
    )
