"""The register of the Ombudsman's cases: lists, one case, what is asked in it, and a year."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases.figure_rows import readable
from redress.ombudsman import reading, store
from redress.ombudsman.reading import Links, Numbered
from redress.reports import annual_ombudsman
from redress.reports.paper import Report
from redress.reports.paper_html import body
from redress.rules.access import may_keep_ombudsman, may_read_cases, may_read_reports
from redress.rules.decision import NotKept
from redress.rules.figures_year import Year
from redress.rules.offered_ordered import compare, difference, in_words, is_compared
from redress.rules.ombudsman import Asks, Duty
from redress.rules.periods import Length, Period
from redress.rules.statements_ombudsman import ASKS, BODY, FOUND, KEPT, STATUS
from redress.rules.words import REMEDY
from redress.web.oversight.ombudsman_forms import (
    CaseForm,
    DutyForm,
    LinksForm,
    duty_values,
    first_values,
    refuse,
)
from redress.web.pages import Visit, page

KEPT_CASE = "The case is kept."
KEPT_DUTY = "It is kept what the Ombudsman asks."
KEPT_LINKS = "The links of the year are kept."
SHOW = {
    "due": "Due or overdue",
    "owed": "All that is owed",
    "open": "Open cases",
    "all": "All cases",
}
DUTIES = ("due", "owed")
WHAT = {
    "added": "Put on the register",
    "changed": "Changed",
    "duty_added": "Asked of us",
    "duty_changed": "What is asked of us changed",
    "evidence_made": "Evidence pack made",
}


@page(needs=may_read_reports)
def ombudsman(visit: Visit) -> HttpResponse:
    """What is due or overdue; all that is owed; the open cases; or all of them."""
    show = visit.request.GET.get("show", "due")
    show = show if show in SHOW else "due"
    near = reading.near_misses(visit.landlord, visit.today)
    duties = _duties(visit, show) if show in DUTIES else []
    cases = [] if show in DUTIES else _cases(visit, show)
    named = [each.case for each, _ in duties] + [each.held.entry.case for each, *_ in cases]
    return visit.render(
        "oversight/ombudsman.html",
        show=show,
        ours=_ours(visit, named),
        shows=SHOW.items(),
        near=len(near),
        duties=show in DUTIES,
        rows=duties or cases,
        year=Period.of(Length.YEAR, visit.today),
        may_change=may_keep_ombudsman(visit.actor),
    )


def _ours(visit: Visit, references: Iterable[str]) -> set[str]:
    """Those of our own cases whose reference this person may read: the others have none here."""
    return readable(visit.actor, visit.landlord, set(references) - {""})


def _duties(visit: Visit, show: str) -> list[Any]:
    found = (
        reading.due(visit.landlord, visit.today) if show == "due" else reading.owed(visit.landlord)
    )
    return [(each, _stands(visit, each.duty)) for each in found]


def _cases(visit: Visit, show: str) -> list[Any]:
    found = reading.register(visit.landlord, open_only=show == "open")
    return [(each, BODY[each.held.entry.body], _status(each)) for each in found]


def _status(each: Numbered) -> str:
    words = STATUS[each.held.entry.status]
    return words[:1].upper() + words[1:]


def _stands(visit: Visit, duty: Duty) -> tuple[str, str, str]:
    """What is asked, how it stands in words, and whether that is to worry about."""
    kept = duty.kept(visit.today)
    asks = ASKS[duty.asks][0]
    return (
        asks[:1].upper() + asks[1:],
        KEPT[kept],
        {"overdue": "late", "soon": "soon"}.get(kept, ""),
    )


@page(needs=may_read_reports)
def ombudsman_case(visit: Visit, number: int) -> HttpResponse:
    """One case: what came, what was found, what is asked and how that stands, who changed what."""
    found = _found(visit, number)
    entry = found.held.entry
    duties = zip(found.duties, found.held.duties, strict=True)
    history = reading.history(visit.landlord, number)
    ours = _ours(visit, [entry.case, *_cases_named(history)])
    return visit.render(
        "oversight/ombudsman_case.html",
        number=number,
        entry=entry,
        body=BODY[entry.body],
        status=_status(found),
        elements=[(each, FOUND[each.found]) for each in entry.elements],
        duties=[(pk, duty, _stands(visit, duty)) for pk, duty in duties],
        ours=ours,
        compared=_compared(visit, found, entry.case in ours),
        history=[(each, _changes(each, ours)) for each in history],
        what=WHAT,
        may_change=may_keep_ombudsman(visit.actor),
        reads_cases=may_read_cases(visit.actor),
    )


def _compared(visit: Visit, found: Numbered, readable: bool) -> dict[str, Any] | None:
    """What we offered beside what was ordered; nothing before it is determined. The offers of a
    case that this person may not read are not known to them."""
    if not is_compared(found.held):
        return None
    offers = reading.offers_beside(visit.landlord, found.number) if readable else None
    result = compare(found.held, offers)
    return {
        "offers": [(each, [REMEDY[kind] for kind in each.kinds]) for each in offers or ()],
        "orders": [each for each in found.held.duties if each.asks is Asks.ORDER],
        "result": result,
        "difference": "" if result.more is None else difference(result.more),
    }


def _cases_named(history: Iterable[Any]) -> set[str]:
    return {each or "" for entry in history for each in entry.details.get("case") or ()}


def _changes(entry: Any, ours: set[str]) -> list[tuple[str, str, str]]:
    """What was and what is, as far as it is plain words; the rest is said by its name alone. A case
    of ours that is not among `ours` is left out."""
    pairs = [(name, pair) for name, pair in entry.details.items() if isinstance(pair, list)]
    if not _cases_named([entry]) <= {*ours, ""}:
        pairs = [(name, pair) for name, pair in pairs if name != "case"]
    named = [(name.replace("_", " ").capitalize(), *pair) for name, pair in pairs if len(pair) == 2]
    return [(name, _plainly(was), _plainly(now)) for name, was, now in named]


def _plainly(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(_plainly(each) for each in value)
    if isinstance(value, dict):
        return f"{value.get('what', '')}: {str(value.get('found', '')).replace('_', ' ')}"
    return "" if value is None else str(value).replace("_", " ")


@page(needs=may_keep_ombudsman, posts=True)
def ombudsman_change(visit: Visit, number: int = 0) -> HttpResponse:
    """A new case, or a change of one."""
    held = _found(visit, number).held.entry if number else None
    hidden = held.case if held and not _ours(visit, [held.case]) else ""
    shown = replace(held, case="") if held and hidden else held
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = CaseForm(posted, initial=first_values(shown, visit.today), today=visit.today)
    if form.is_valid():
        common = (visit.actor, visit.now, visit.today, number or None)
        try:
            key = form.cleaned_data["submission"]
            entry = form.entry(held)
            entry = replace(entry, case=entry.case or hidden)  # what was not shown stays
            row = store.keep(visit.landlord, entry, *common, submission=key)
        except NotKept as refused:
            refuse(form, refused.reasons)
        else:
            messages.success(visit.request, KEPT_CASE)
            return redirect("ombudsman-case", visit.landlord.slug, row.pk)
    return visit.render("oversight/ombudsman_change.html", form=form, held=held, number=number)


@page(needs=may_keep_ombudsman, posts=True)
def ombudsman_duty(visit: Visit, number: int, duty: int = 0) -> HttpResponse:
    """What the Ombudsman asks of us: a new one, or a change of one, such as that it is done."""
    found = _found(visit, number)
    known = dict(zip(found.duties, found.held.duties, strict=True))
    row = store.row_of(visit.landlord, number)
    if row is None or (duty and duty not in known):
        raise Http404
    posted = visit.request.POST if visit.request.method == "POST" else None
    first = duty_values(known.get(duty), visit.today)
    form = DutyForm(posted, initial=first, today=visit.today)
    if form.is_valid():
        try:
            store.keep_duty(row, form.duty(), visit.actor, visit.now, visit.today, duty or None)
        except NotKept as refused:
            refuse(form, refused.reasons)
        else:
            messages.success(visit.request, KEPT_DUTY)
            return redirect("ombudsman-case", visit.landlord.slug, number)
    return visit.render("oversight/ombudsman_duty.html", form=form, number=number, duty=duty)


@page(needs=may_read_reports, posts=True)
def ombudsman_year(visit: Visit, year: str) -> HttpResponse:
    """A year added up, as the annual report has it, and the links that belong to it."""
    try:
        when = Year.parse(year)
    except ValueError as error:
        raise Http404 from error
    may_change = may_keep_ombudsman(visit.actor)
    found = reading.at_ombudsman(visit.landlord, when.start, when.end, when.label, visit.today)
    posted = visit.request.POST if visit.request.method == "POST" and may_change else None
    held = found.links or Links(when.label)
    form = LinksForm(
        posted, initial={"report": held.report, "others": _lines(held), "note": held.note}
    )
    if form.is_valid():
        store.keep_links(visit.landlord, form.links(when.label), visit.actor, visit.now)
        messages.success(visit.request, KEPT_LINKS)
        return redirect("ombudsman-year", visit.landlord.slug, when.label)
    section = annual_ombudsman.section(found)
    compared = reading.compared(visit.landlord, when.start, when.end)
    return visit.render(
        "oversight/ombudsman_year.html",
        year=when,
        years=[when.earlier(1), when, Year(when.begins + 1)],
        compared=compared,
        compared_words=in_words(compared),
        offered=f"£{compared.offered:,}",
        ordered=f"£{compared.ordered:,}",
        difference=difference(compared.more),
        shown=body(_report(visit, when, section)) if section else "",
        form=form if may_change else None,
    )


def _lines(held: Links) -> str:
    return "\n".join(f"{title}: {address}" for title, address in held.others)


def _report(visit: Visit, year: Year, section: Any) -> Report:
    return Report(
        slug=visit.landlord.slug,
        landlord=visit.landlord.name,
        title=section.title,
        period=year.label,
        as_at=visit.today,
        sections=(section,),
    )


def _found(visit: Visit, number: int) -> Numbered:
    found = reading.one(visit.landlord, number)
    if found is None:
        raise Http404
    return found
