"""An issued letter as a file: PDF or Word, in normal or large print."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from redress.cases import queries, sending, viewed
from redress.cases.access import NoAccess, get_case
from redress.papers.letters import for_another, issued
from redress.papers.paper import Paper
from redress.papers.pdf import pdf
from redress.papers.word import docx
from redress.rules.access import may_read_cases
from redress.rules.decision import Reason
from redress.rules.sending import Format, made_by_hand
from redress.rules.viewed import Look, What
from redress.web.desk.refusals import in_words
from redress.web.pages import Visit, page, signed_in

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class Form:
    """A form of a letter: its word in the address, what a link says, and how it is made."""

    word: str
    says: str
    make: Callable[[Paper], bytes]
    kind: str
    ending: str
    large_print: bool = False


NORMAL_FIRST = (
    Form("pdf", "PDF", pdf, PDF, "pdf"),
    Form("large-print", "Large print PDF", pdf, PDF, "pdf", large_print=True),
    Form("word", "Word", docx, WORD, "docx"),
    Form("large-print-word", "Large print Word", docx, WORD, "docx", large_print=True),
)
LARGE = tuple(form for form in NORMAL_FIRST if form.large_print)
WORDS_ALONE = tuple(form for form in NORMAL_FIRST if form.word == "word")
FORMS = {form.word: form for form in NORMAL_FIRST}


@page(needs=signed_in, looks=What.LETTER)
def paper(visit: Visit, reference: str, number: int, form: Form) -> HttpResponse:
    """The file of a letter, for those who may read the case."""
    row = get_case(visit.actor, visit.landlord, reference)
    letter = queries.letter_of(row, number)
    if letter is None:
        raise Http404
    if form not in forms_for(formats_of(row.resident)):
        return _against_adjustment(visit)
    made = form.make(issued(row, letter, large_print=form.large_print))
    size = "-large-print" if form.large_print else ""
    name = f"{letter.number}-{letter.kind.replace('_', '-')}{size}"
    return as_file(made, form.kind, f"{safe(reference)}-{name}.{form.ending}")


@page(needs=signed_in)
def message_paper(visit: Visit, number: int) -> HttpResponse:
    """The letter of one message as it goes to whom that is for: a copy for a representative or for
    somebody who signed has their own address on it, and never the resident's."""
    found = sending.message_of(visit.actor, visit.landlord, number)
    if not may_read_cases(visit.actor) or found is None:
        raise NoAccess
    if found.letter is None or found.case is None or not for_another(found):
        raise Http404
    made = pdf(issued(found.case, found.letter, large_print=False, to=found))
    seen = Look(What.LETTER, found.letter.number)
    viewed.note(visit.landlord, found.case.reference, seen, visit.actor, visit.now)
    return as_file(made, PDF, f"{safe(found.case.reference)}-copy-{found.pk}.pdf")


def formats_of(resident: Any) -> frozenset[Format]:
    """The formats in which a resident needs letters; none where there is no resident."""
    return frozenset(resident.reach.formats) if resident else frozenset()


def forms_for(formats: frozenset[Format]) -> tuple[Form, ...]:
    """The forms in which a letter may be had for who needs these formats: no others are printed,
    so that none goes out against an adjustment (Code 5.10, Equality Act 2010 s.20).

    Large print alone where that is asked for; where we cannot make the format, the words alone,
    for whoever makes it.
    """
    if made_by_hand(formats):
        return WORDS_ALONE
    return LARGE if Format.LARGE_PRINT in formats else NORMAL_FIRST


def _against_adjustment(visit: Visit) -> HttpResponse:
    stops = in_words([Reason("against_adjustment", "Code 5.10")])
    page = visit.render("desk/stopped.html", title="Print this letter", stops=stops)
    page.status_code = 409
    return page


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file with a name that says what it is and of whom it says nothing. PDFs open in place."""
    way = "inline" if kind == PDF else "attachment"
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'{way}; filename="{name}"'},
    )


def safe(reference: str) -> str:
    """A reference in the name of a file: letters, figures and hyphens."""
    return re.sub(r"[^A-Za-z0-9]+", "-", reference).strip("-")[:60] or "case"
