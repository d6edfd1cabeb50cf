"""One version of a letter's wording: as it would arrive, then published or thrown away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases import own_wordings
from redress.cases import stationery_versions as kept
from redress.cases.stationery import Row
from redress.papers.letters import draft
from redress.papers.paper import Paper
from redress.papers.pdf import pdf
from redress.rules.access import may_administer
from redress.rules.letters import RenderedLetter
from redress.rules.plain_words import measure
from redress.rules.wording import wording
from redress.web.administration.wording import NOT_NOW
from redress.web.desk.paper import PDF, as_file
from redress.web.pages import Visit, page

PUBLISHED = "It is published. Letters go out in this wording from now on."
GONE = "The draft is thrown away."
UNSOUND = "Nothing was changed: the faults below must be put right first."
REFERENCE = "SAMPLE"


@page(needs=may_administer, posts=True)
def wording_version(visit: Visit, kind: str, number: int) -> HttpResponse:
    """The letter with a sample's facts; for a draft, what stands against it and the buttons."""
    row = found(visit, kind, number)
    if visit.request.method == "POST":
        return _done(visit, row)
    look = own_wordings.looked_at(visit.landlord, visit.stationery, row, visit.today)
    letter = look.letter if look else None
    return visit.render(
        "administration/wording_version.html",
        row=row,
        kind=kind,
        title=wording(kind).meta.title,
        look=look,
        paper=paper_of(visit, letter) if letter else None,
        meter=measure(letter.text) if letter else None,
        used=visit.stationery.wording(kind).own == row.number and row.published_at,
    )


@page(needs=may_administer)
def wording_paper(visit: Visit, kind: str, number: int) -> HttpResponse:
    """The same letter as a PDF."""
    row = found(visit, kind, number)
    look = own_wordings.looked_at(visit.landlord, visit.stationery, row, visit.today)
    if look is None or look.letter is None:
        raise Http404
    name = f"{kind.replace('_', '-')}-{number}-sample.pdf"
    return as_file(pdf(paper_of(visit, look.letter)), PDF, name)


def found(visit: Visit, kind: str, number: int) -> Row:
    """The version, or no page."""
    row = kept.one_of(visit.landlord, "wording", kind, number) if number < 2**31 else None
    if row is None:
        raise Http404
    return row


def paper_of(visit: Visit, letter: RenderedLetter) -> Paper:
    """The sample as it would arrive today."""
    return draft(letter, visit.today, landlord=visit.landlord, reference=REFERENCE, resident=None)


def _done(visit: Visit, row: Row) -> HttpResponse:
    step, slug = visit.request.POST.get("step"), visit.landlord.slug
    title = wording(row.name).meta.title
    if step == "throw_away" and row.published_at is None:
        kept.throw_away(visit.landlord, visit.actor, "wording", row.name, title, visit.now)
        messages.success(visit.request, GONE)
        return redirect("wording", slug, row.name)
    seen = visit.request.POST.get("digest", "")
    try:
        done = step == "publish" and own_wordings.publish(
            visit.landlord, visit.stationery, visit.actor, row, seen, visit.now
        )
        said = PUBLISHED if done else NOT_NOW
    except own_wordings.Unsound:
        said = UNSOUND
    messages.success(visit.request, said)
    return redirect("wording-version", slug, row.name, row.number)
