"""Reading out a code to a resident who rings: how they were known, then the code, once."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from redress.cases import following
from redress.cases.access import get_case
from redress.cases.perform import perform
from redress.rules.access import Verb, may
from redress.rules.actions.read_out_code import ReadOutCode
from redress.rules.decision import Refused
from redress.web.desk.refusals import in_words
from redress.web.forms import Form, Radios, Text
from redress.web.pages import Visit, page, signed_in


class ReadOutCodeForm(Form):
    """To whom, and how it was made sure who they are."""

    to = Radios("Who is asking?", [], missing="Choose who is asking")
    how = Text(
        "How did you make sure that it is them?",
        hint="For example: they gave their date of birth and the first line of their address.",
        missing="Write how you made sure that it is them",
    )

    def __init__(self, *args: Any, names: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(str(n), name) for n, name in enumerate(names)]  # type: ignore[attr-defined]
        if len(names) == 1:
            self.fields["to"].initial = "0"


@page(needs=signed_in, posts=True)
def read_out_code(visit: Visit, reference: str) -> HttpResponse:
    """The form; then the code, which is shown on this page alone and kept nowhere."""
    row = get_case(visit.actor, visit.landlord, reference)
    if not may(visit.actor, Verb.READ_OUT_CODE):
        raise PermissionDenied
    people = following.people_of(row, visit.today)
    data = visit.request.POST if visit.request.method == "POST" else None
    form = ReadOutCodeForm(data, names=[person.name for person in people])
    code = ""
    if form.is_valid():
        code = _given(visit, row, people[int(form.cleaned_data["to"])], form)
    return visit.render(
        "desk/read_out_code.html",
        form=form,
        reference=reference,
        people=people,
        code=" ".join((code[:4], code[4:])).strip(),
        minutes=int(following.GOOD_FOR.total_seconds() // 60),
        follow_address=f"{settings.SITE_ADDRESS}{reverse('follow', args=[visit.landlord.slug])}",
    )


def _given(visit: Visit, row: Any, person: following.Person, form: ReadOutCodeForm) -> str:
    """The record and the code together, or neither."""
    given = ReadOutCode(to=person.name, how=form.cleaned_data["how"])
    with transaction.atomic():
        answer = perform(
            visit.actor, visit.landlord, row.reference, Verb.READ_OUT_CODE, given, at=visit.now
        )
        if isinstance(answer, Refused):
            for said in in_words(answer.reasons):
                form.add_error(None, f"{said.says} {said.do}")
            return ""
        return following.read_out(row, person, visit.now)
