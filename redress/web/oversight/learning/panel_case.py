"""Reading one case of a pack before the panel does, and confirming that it points to nobody."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases.access import get_case
from redress.learning import panel as packs
from redress.learning.panel import PARTS
from redress.rules.access import may_keep_register
from redress.rules.decision import NotKept
from redress.rules.unnamed import suspects
from redress.web.forms import Checkboxes, Form, LongText
from redress.web.oversight.learning.panel_pack import pack_or_404
from redress.web.pages import Visit, page

CONFIRMED = "The case is confirmed."
STILL = "This still holds {about}. Take it out"
READ = (("yes", "I have read it all, and nothing in it points to anybody"),)


class TextsForm(Form):
    """The parts of the case as the panel will read them, and that a person has read them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in PARTS.items():
            self.fields[name] = LongText(words, optional=True, rows=5, limit=10_000)
        self.fields["read"] = Checkboxes(
            "Before it is shown", READ, missing="Read it, and confirm that it points to nobody"
        )


@page(needs=may_keep_register, posts=True)
def panel_case(visit: Visit, number: int, place: int) -> HttpResponse:
    """The form; a case that this person may not see looks as one that does not exist."""
    pack = pack_or_404(visit, number)
    row = packs.case_at(pack, place)
    if row is None:
        raise Http404
    get_case(visit.actor, visit.landlord, row.case.reference)
    form = TextsForm(visit.request.POST or None, initial=row.texts)
    if form.is_bound and form.is_valid():
        try:
            packs.confirm(row, form.cleaned_data, visit.actor, visit.now)
        except NotKept as refused:
            for reason in refused.reasons:
                form.add_error(reason.field, STILL.format(about=reason.about))
        else:
            messages.success(visit.request, CONFIRMED)
            return redirect("panel-pack", visit.landlord.slug, number)
    return visit.render(
        "oversight/learning/panel_case.html",
        pack=pack,
        row=row,
        form=form,
        look_at=suspects("\n".join(row.texts.values())),
    )
