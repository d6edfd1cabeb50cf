"""What residents say, asked after closing and in surveys from outside; when they are asked."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.reports import annual_satisfaction
from redress.reports.paper import Report, Section
from redress.reports.paper_html import body
from redress.rules.access import may_keep_surveys, may_offer_complaints, may_read_reports
from redress.rules.case_rows import RowFault
from redress.rules.decision import NotKept
from redress.rules.periods import Length, Period
from redress.rules.satisfaction import AskingPlan
from redress.rules.survey_rows import COLUMNS, read_surveys
from redress.rules.unhappy import read_unhappy
from redress.satisfaction import asking, offering, reading, store
from redress.web.forms import Date, Files, Form, WholeNumber
from redress.web.oversight.survey_form import SurveyForm, first_values
from redress.web.pages import Visit, page

KEPT = "The survey is kept."
READ = {1: "1 survey is kept.", 2: "{} surveys are kept."}
CHOSEN = "It is kept when residents are asked."
ADDED = "They are on the list of those to be offered a complaint."
MOST_BYTES = 2 * 1024 * 1024
MOST_FAULTS = 20
REFUSED = {
    "days_out_of_range": "It must be from 0 to 90 days",
    "ends_before_reminder": "The end must come after the reminder, and within 90 days",
}


class FileForm(Form):
    """A file of surveys, or of people who are unhappy."""

    rows = Files("File", optional=False, many=False, missing="Choose a file", hint="CSV.")


class WhenForm(Form):
    """When residents are asked after closing."""

    days = WholeNumber(
        "How many days after closing are they asked?",
        most=90,
        optional=True,
        hint="Leave it empty to ask nobody.",
    )
    remind_after = WholeNumber("How many days later is the one reminder?", least=1, most=89)
    ends_after = WholeNumber("How many days after asking does it end?", least=2, most=90)
    from_on = Date("For complaints closed from which day?")


@page(needs=may_read_reports)
def what_they_say(visit: Visit) -> HttpResponse:
    """The period of `?period=`, else the year that runs."""
    running = Period.of(Length.YEAR, visit.today)
    problem = ""
    try:
        period = Period.parse(visit.request.GET.get("period", "").strip()[:40] or running.text)
    except ValueError as error:
        period, problem = running, str(error)
    heard = reading.heard(visit.landlord, period.start, period.end, period.label, visit.today)
    section = annual_satisfaction.section(heard)
    return visit.render(
        "oversight/what_they_say.html",
        period=period,
        problem=problem,
        periods=[running.previous.previous, running.previous, running],
        section=section,
        shown=body(_report(visit, period, section)) if section else "",
        surveys=reading.surveys_of(visit.landlord),
        choice=asking.choice_of(visit.landlord),
        may_change=may_keep_surveys(visit.actor),
        may_offer=may_offer_complaints(visit.actor),
    )


def _report(visit: Visit, period: Period, section: Section) -> Report:
    return Report(
        slug=visit.landlord.slug,
        landlord=visit.landlord.name,
        title=section.title,
        period=period.label,
        as_at=visit.today,
        sections=(section,),
    )


@page(needs=may_keep_surveys, posts=True)
def survey(visit: Visit, number: int = 0) -> HttpResponse:
    """Giving a survey by hand, or changing one."""
    held = dict(reading.surveys_of(visit.landlord)).get(number)
    if number and held is None:
        raise Http404
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = SurveyForm(posted, initial=first_values(held), today=visit.today)
    form.keeps = held
    if form.is_valid():
        try:
            store.keep_survey(visit.landlord, form.survey(), visit.actor, visit.now, number or None)
        except NotKept as refused:
            form.refuse(refused.reasons)
        else:
            messages.success(visit.request, KEPT)
            return redirect("what-they-say", visit.landlord.slug)
    return visit.render("oversight/survey.html", form=form, held=held)


@page(needs=may_keep_surveys, posts=True)
def survey_file(visit: Visit) -> HttpResponse:
    """A file of surveys: all of them are kept, or none and every fault is named."""
    form, faults, found = _read(visit, read_surveys)
    if found:
        many = store.keep_surveys(visit.landlord, found, visit.actor, visit.now)
        messages.success(visit.request, READ[1] if many == 1 else READ[2].format(many))
        return redirect("what-they-say", visit.landlord.slug)
    return visit.render("oversight/survey_file.html", form=form, faults=faults, columns=COLUMNS)


@page(needs=may_keep_surveys, posts=True)
def unhappy_file(visit: Visit) -> HttpResponse:
    """A file of people who are unhappy, so that a complaint is offered to each (Code 1.6)."""
    form, faults, found = _read(visit, read_unhappy)
    if found:
        offering.add(visit.landlord, None, found)
        messages.success(visit.request, ADDED)
        return redirect("what-they-say", visit.landlord.slug)
    return visit.render("oversight/unhappy_file.html", form=form, faults=faults)


def _read(visit: Visit, read: Any) -> tuple[FileForm, list[RowFault], list[Any]]:
    """The form, and what a file that was sent with it holds: faults, or rows."""
    sent = (visit.request.POST, visit.request.FILES) if visit.request.method == "POST" else ()
    form = FileForm(*sent)
    if not form.is_valid():
        return form, [], []
    upload = form.cleaned_data["rows"][0]
    if upload.size > MOST_BYTES:
        form.add_error("rows", "The file is over 2 MB. A file of surveys is far less")
        return form, [], []
    try:
        text = upload.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        form.add_error("rows", "The file is not text in UTF-8. Save it as CSV, and send it again")
        return form, [], []
    found = read(text, visit.today)
    if found and isinstance(found[0], RowFault):
        form.add_error("rows", f"Nothing is kept: {len(found)} things in the file are wrong")
        return form, found[:MOST_FAULTS], []
    if not found:
        form.add_error("rows", "The file holds no rows")
    return form, [], found


@page(needs=may_keep_surveys, posts=True)
def when_asked(visit: Visit) -> HttpResponse:
    """When residents are asked after closing: each landlord's own choice."""
    choice = asking.choice_of(visit.landlord)
    plan = asking.plan_of(choice)
    first = {
        "days": plan.days if choice else 7,
        "remind_after": plan.remind_after,
        "ends_after": plan.ends_after,
        "from_on": visit.today,
    }
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = WhenForm(posted, initial=first, today=visit.today)
    if form.is_valid():
        given = form.cleaned_data
        made = AskingPlan(given["days"], given["remind_after"], given["ends_after"])
        try:
            asking.choose(visit.landlord, made, given["from_on"], visit.actor, visit.now)
        except NotKept as refused:
            for reason in refused.reasons:
                form.add_error(reason.field, REFUSED[reason.code])
        else:
            messages.success(visit.request, CHOSEN)
            return redirect("what-they-say", visit.landlord.slug)
    return visit.render("oversight/when_asked.html", form=form, choice=choice)
