"""One pack for the panel: its cases, putting one in, and what the panel said."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.learning import panel as packs
from redress.learning.models import PanelPack
from redress.learning.store import NotKept
from redress.rules.access import may_keep_register, may_read_reports
from redress.web.forms import Form, LongText, Select, Text
from redress.web.pages import Visit, page

PUT_IN = "The case is in the pack. Read it, and confirm that it points to nobody."
NOTED = "What the panel said is kept."
TAKEN_OUT = "The case is out of the pack."
SPOKEN_OF = "The panel has said something of this case, so it stays."
REFUSED = {
    "no_such_case": "There is no such case. Check the reference",
    "case_restricted": "This case is kept to some people, so no panel reads it. Choose another",
    "not_answered": "This complaint has no answer yet. Choose one that has",
    "in_there_already": "This case is in the pack already",
    "pack_full": "A pack holds {about} cases. Begin another",
}


class CaseForm(Form):
    """A case by its reference."""

    reference = Text("Reference of a case", limit=100, width="20")


class CommentForm(Form):
    """What the panel said, of one case or of all."""

    about = Select("About", [], optional=True)
    text = LongText("What the panel said", rows=3, limit=2_000)

    def __init__(self, pack: PanelPack, *args: Any) -> None:
        super().__init__(*args)
        cases = [(str(place), f"Case {place}") for place in _places(pack)]
        self.fields["about"].choices = [("", "The whole pack"), *cases]  # type: ignore[attr-defined]


def _places(pack: PanelPack) -> list[int]:
    return list(pack.cases.order_by("place").values_list("place", flat=True))


@page(needs=may_read_reports, posts=True)
def panel_pack(visit: Visit, number: int) -> HttpResponse:
    """Reading the pack's list, putting a case in, noting a comment; `step` says which form."""
    pack = pack_or_404(visit, number)
    may_keep = may_keep_register(visit.actor)
    data = visit.request.POST if visit.request.method == "POST" and may_keep else None
    step = data.get("step", "") if data else ""
    case_form = CaseForm(data if step == "case" else None)
    comment_form = CommentForm(pack, data if step == "comment" else None)
    done = step == "take-out" and _taken_out(visit, pack)
    if done or _put_in(visit, pack, case_form) or _noted(visit, pack, comment_form):
        return redirect(visit.request.path)
    return visit.render(
        "oversight/learning/panel_pack.html",
        pack=pack,
        cases=pack.cases.select_related("case").order_by("place"),
        ready=packs.is_ready(pack),
        comments=pack.comments.select_related("about", "improvement"),
        case_form=case_form if may_keep else None,
        comment_form=comment_form if may_keep else None,
        form=comment_form if step == "comment" else case_form,
    )


def pack_or_404(visit: Visit, number: int) -> PanelPack:
    """A pack of this landlord."""
    pack = packs.pack_of(visit.landlord, number) if number < 10**9 else None
    if pack is None:
        raise Http404
    return pack


def _put_in(visit: Visit, pack: PanelPack, form: CaseForm) -> bool:
    if not (form.is_bound and form.is_valid()):
        return False
    try:
        packs.put_in(pack, form.cleaned_data["reference"], visit.actor)
    except NotKept as refused:
        for reason in refused.reasons:
            form.add_error("reference", REFUSED[reason.code].format(about=reason.about))
        return False
    messages.success(visit.request, PUT_IN)
    return True


def _taken_out(visit: Visit, pack: PanelPack) -> bool:
    place = visit.request.POST.get("place", "")
    row = pack.cases.filter(place=int(place)).first() if place in map(str, _places(pack)) else None
    if row is None or packs.take_out(row):
        messages.success(visit.request, TAKEN_OUT)  # also where it was sent twice
    else:
        messages.error(visit.request, SPOKEN_OF)
    return True


def _noted(visit: Visit, pack: PanelPack, form: CommentForm) -> bool:
    if not (form.is_bound and form.is_valid()):
        return False
    place = form.cleaned_data["about"]
    about = pack.cases.filter(place=int(place)).first() if place else None
    packs.note(pack, about, form.cleaned_data["text"], visit.actor, visit.now)
    messages.success(visit.request, NOTED)
    return True
