"""Messages that came in on cases: the list of what waits, and how a case shows its own."""

from dataclasses import dataclass

from django.http import HttpResponse

from redress.cases import incoming
from redress.cases.filters import ME
from redress.cases.incoming import Show
from redress.rules.access import may_read_cases
from redress.rules.dissatisfaction import words_of_dissatisfaction
from redress.rules.facts import CaseFacts, Channel
from redress.rules.facts_incoming import IncomingFacts
from redress.web.pages import Visit, page

TITLES = {
    Show.UNANSWERED: "Messages to answer",
    Show.STAGE_2: "Messages that may ask for stage 2",
}


@dataclass(frozen=True)
class MessageView:
    """One message on a case. `hints` are words of dissatisfaction in one on a request, which only
    make somebody offer the choice to complain (Code 1.3, 1.5)."""

    facts: IncomingFacts
    hints: tuple[str, ...] = ()


def message_views(case: CaseFacts) -> list[MessageView]:
    """The messages on a case: what waits first, then the newest."""
    request = case.stage.number == 0
    views = [
        MessageView(each, words_of_dissatisfaction(each.text) if request else ())
        for each in reversed(case.incoming)
    ]
    return sorted(views, key=lambda view: not view.facts.is_open)


def by_email(case: CaseFacts) -> bool:
    """Whether anything of the case came by e-mail, which is there as it came."""
    came = [case.channel, *(each.channel for each in case.incoming)]
    return Channel.EMAIL in came


@page(needs=may_read_cases)
def messages(visit: Visit) -> HttpResponse:
    """What waits on everybody's cases or one's own, the longest first."""
    asked = visit.request.GET
    show = Show(asked["show"]) if asked.get("show") in list(Show) else Show.UNANSWERED
    mine, after = asked.get("whose") == ME, asked.get("after", "")[:40]
    found, more = incoming.waiting(visit.landlord, visit.actor, show, after, mine=mine)
    here = f"?show={show.value}" + (f"&whose={ME}" if mine else "")
    return visit.render(
        "desk/messages.html",
        title=TITLES[show],
        lists=[(each.value, words, each is show) for each, words in TITLES.items()],
        mine=mine,
        rows=found,
        next_page=f"{here}&after={more}" if more else "",
        first_page=here if after else "",
    )
