"""The copy to keep: what was told us, what happens next, and who can help."""

from collections.abc import Iterator

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from redress.cases.outbox import put_mail
from redress.cases.perform import Done
from redress.papers.letterhead import letterhead_of
from redress.papers.paper import Paper
from redress.papers.pdf import pdf
from redress.rules.facts import CaseFacts, Clock
from redress.rules.form_pages import NEEDS
from redress.rules.sending import Way
from redress.rules.wording import Block
from redress.rules.words import long_date
from redress.web.pages import Visit, anyone, page
from redress.web.resident.answers import sections
from redress.web.resident.draft import Draft
from redress.web.resident.sent_case import sent_case

KIND = "copy"


@page(needs=anyone)
def copy(visit: Visit) -> HttpResponse:
    """The copy as a PDF, in the browser that sent the form and while its answers are kept."""
    draft = Draft(visit)
    if not draft.sent:
        return redirect("sent", visit.landlord.slug)
    case, _resident = sent_case(visit, draft)
    draft.read_sent()
    if not draft.answers:
        raise Http404
    paper = Paper(
        letterhead=letterhead_of(visit.landlord.slug, visit.landlord.name),
        address=(),
        date=case.received_on,
        reference=case.reference,
        subject=_("What you told us"),
        blocks=tuple(blocks(visit, draft, case)),
        large_print="large_print" in draft.given("formats"),
    )
    headers = {"Content-Disposition": 'inline; filename="what-you-told-us.pdf"'}
    return HttpResponse(pdf(paper), content_type="application/pdf", headers=headers)


def mail_copy(visit: Visit, draft: Draft, done: Done) -> None:
    """Put the copy in the outbox for whoever gave an address: the helper, or else the resident.

    Nothing where e-mail is not safe for them, or no address was given. What they need from us, an
    illness among it, stays out of the mail; the PDF has it.
    """
    helper = draft.given("helper_email")
    never = Way.EMAIL.value in draft.given("never_by")
    address = helper or ("" if never else draft.given("email"))
    if not address:
        return
    name = draft.given("helper" if helper else "name")
    text = "\n\n".join(block.text for block in blocks(visit, draft, done.case, without=(NEEDS,)))
    subject = _("A copy of what you told us")
    put_mail(visit.landlord, KIND, name, address, subject, text, visit.now, secret=True)


def blocks(
    visit: Visit, draft: Draft, case: CaseFacts, without: tuple[str, ...] = ()
) -> Iterator[Block]:
    """The copy piece by piece: reference, dates and contacts first, then each answer given, but
    for those of the pages it is `without`."""
    yield _says(_("Your reference is {reference}.").format(reference=case.reference))
    yield Block("heading", (_("What happens next"),))
    yield Block("list", tuple(_next_steps(case)))
    yield _says(_("To ask us: {contact}.").format(contact=_contact(visit)))
    name, *ways = visit.stationery.ombudsman(visit.today)
    yield Block("heading", (_("Who else can help"),))
    words = _("You can ask the {ombudsman} for help at any time. It is free.")
    yield _says(words.format(ombudsman=name))
    yield Block("list", tuple(ways))
    for each in sections(draft):
        rows = [row for row in each["rows"] if row["lines"]]
        if each["page"] in without:
            continue
        if rows:
            yield Block("heading", (str(each["heading"]),))
        for row in rows:
            yield _says(f"{row['question']} {' / '.join(filter(None, row['lines']))}")


def _next_steps(case: CaseFacts) -> Iterator[str]:
    acknowledge, respond = (case.deadline(1, c) for c in (Clock.ACKNOWLEDGE, Clock.RESPOND))
    if acknowledge and acknowledge.due_on:
        yield _("We write to you by {day}.").format(day=long_date(acknowledge.due_on))
    if respond and respond.due_on:
        yield _("Our answer is due by {day}.").format(day=long_date(respond.due_on))


def _says(text: str) -> Block:
    return Block("paragraph", (text,))


def _contact(visit: Visit) -> str:
    return visit.landlord.contact or visit.landlord.name
