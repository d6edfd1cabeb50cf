"""The calculator of compensation for a case: fixed sums with dates, and where they go."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import drafts, queries
from redress.cases.access import get_case
from redress.cases.drafts import Newer
from redress.cases.queries import CasePage
from redress.rules.access import Verb, may_read_cases
from redress.rules.compensation import Part, Worked
from redress.rules.decision import Context
from redress.rules.words import counted
from redress.web.desk.forms.compensation import CompensationForm
from redress.web.desk.possible import answering, choice
from redress.web.desk.verbs import word_of
from redress.web.pages import Visit, page

INTO = {"respond": "Put it into the response", "offer": "Put it into an offer"}  # buttons
PUT = "It is in your draft. Check the words and the sum before anybody sends them."
NEWER = "Somebody changed the draft just now, so nothing was put into it. Press the button again."


@page(needs=may_read_cases, posts=True)
def compensation(visit: Visit, reference: str) -> HttpResponse:
    """The form, and below it what each failure comes to with its working."""
    found = queries.case_page(get_case(visit.actor, visit.landlord, reference))
    posted = visit.request.method == "POST"
    form = CompensationForm(visit.request.POST if posted else None)
    form.set_today(visit.today)
    worked = form.worked() if posted and form.is_valid() else []
    ways = ways_of(found, visit)
    total = sum(each.pounds for each in worked)
    step = visit.request.POST.get("step", "")
    if step in ways and total:
        return _put(visit, found, ways[step], worked)
    return visit.render(
        "desk/compensation.html",
        form=form,
        case=found.case,
        page=found,
        worked=worked,
        total=total,
        ways=[(name, INTO[name]) for name in ways],
        asked=posted and form.is_valid(),
    )


def ways_of(found: CasePage, visit: Visit) -> dict[str, Verb]:
    """Where the sum can go today, for this person: the response, an offer."""
    context = Context(visit.actor, visit.today)
    verbs = {"respond": answering(found.case, context), "offer": Verb.OFFER}
    return {name: v for name, v in verbs.items() if not choice(v, found.case, context).stops}


def _put(visit: Visit, found: CasePage, verb: Verb, worked: Sequence[Worked]) -> HttpResponse:
    """Write the sum and its working into the draft of that form, and open it."""
    where = drafts.place(found.row, verb, found.case.stage.number, visit.actor)
    there = drafts.kept(where)
    fields = dict(there.fields) if there else {}
    words = [line for line in fields.get("remedies", [""])[0].splitlines() if line.strip()]
    lines = [line for line in working(worked) if line not in words]
    fields["remedies"] = ["\n".join([*words, *lines])]
    fields["compensation"] = [str(sum(each.pounds for each in worked))]
    version = there.version if there else 0
    answer = drafts.keep(where, visit.actor, fields, version=version, seen=found.seen, at=visit.now)
    if isinstance(answer, Newer):
        messages.error(visit.request, NEWER)
        return redirect("compensation", visit.landlord.slug, found.case.reference)
    messages.success(visit.request, PUT)
    return redirect("act", visit.landlord.slug, found.case.reference, word_of(verb))


def working(worked: Sequence[Worked]) -> list[str]:
    """How the sum is made up, a line each part that has one."""
    return [_line(each, part) for each in worked for part in each.parts if part.pounds]


def _line(each: Worked, part: Part) -> str:
    return f"{each.says}: {counted(part.count, each.per)} at £{part.each}, £{part.pounds:,}."
