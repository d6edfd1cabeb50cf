"""A landlord's own wording of one kind of letter: written in a form, kept as a draft."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases import stationery_versions as kept
from redress.cases.stationery import Row
from redress.rules import wording as files
from redress.rules.access import may_administer
from redress.rules.letter_samples import facts
from redress.rules.wording import WORDING, letter_kinds, source
from redress.web.forms import Files, Form, LongText, Text
from redress.web.pages import Visit, page
from redress.web.text import tidy

MOST = 20_000  # characters of a body
SAVED = "It is a draft. No letter changes until you publish it."
STANDARD = "Letters go out in the standard wording again."
NOT_NOW = "Nothing was changed: it stands otherwise than when you opened this page."
MEANWHILE = (
    "Somebody else saved another draft since you opened this page. What you typed is still here. "
    "Look at theirs under Versions, then save yours again to put it in the place of theirs"
)
NOT_TEXT = "The file is not plain text in UTF-8. Save it as plain text and upload it again"


class WordingForm(Form):
    """Subject and body, typed or uploaded."""

    subject = Text("Subject")
    body = LongText("Body", limit=MOST, rows=24, missing="Enter the body")
    file = Files("Or upload the body as a text file", hint="It takes the place of the body above.")

    def clean(self) -> None:
        uploaded = self.cleaned_data.get("file")
        if uploaded:
            self.errors.pop("body", None)
            try:
                self.cleaned_data["body"] = self._read(uploaded[0].read(4 * MOST + 1))
            except ValidationError as error:
                self.add_error("file", error)

    def _read(self, content: bytes) -> str:
        try:
            text = tidy(content.decode())
        except UnicodeDecodeError:
            raise ValidationError(NOT_TEXT) from None
        if not 0 < len(text) <= MOST:
            raise ValidationError(f"The file must hold 1 to {MOST:,} characters")
        return text


@page(needs=may_administer, posts=True)
def wording(visit: Visit, kind: str) -> HttpResponse:
    """The form, filled with the draft or with what is in use; below it, every version."""
    if kind not in letter_kinds():
        raise Http404
    request = visit.request
    if request.method == "POST" and request.POST.get("step") == "standard":
        return _standard(visit, kind)
    draft = kept.draft_of(visit.landlord, "wording", kind)
    if request.method != "POST":
        form = WordingForm(initial=_first(visit, kind, draft))
    else:
        form = WordingForm(request.POST, request.FILES)
        if form.is_valid() and (row := _saved(visit, kind, form)):
            return redirect("wording-version", visit.landlord.slug, kind, row.number)
    seen = draft.digest if draft else ""  # having been told, they may save theirs over it
    return visit.render("administration/wording.html", form=form, seen=seen, **shown(visit, kind))


def shown(visit: Visit, kind: str) -> dict[str, Any]:
    """What the page says of this kind of letter."""
    common, said = files.wording(kind), facts(kind)
    parts = [(name, common.meta.provisions(name)) for name in common.meta.needs]
    return {
        "kind": kind,
        "meta": common.meta,
        "used": visit.stationery.wording(kind),
        "unfit": kind in visit.stationery.unfit,
        "versions": kept.versions(visit.landlord, "wording", kind),
        "places": [(name, why, not isinstance(said[name], str)) for name, why in parts],
        "around": [(WORDING / name).read_text("utf-8") for name in ("opening.md", "signature.md")],
    }


def _first(visit: Visit, kind: str, draft: Row | None) -> dict[str, str]:
    """What stands in the form at first."""
    if draft:
        return dict(draft.content)
    own = visit.stationery.wordings.get(kind)
    row = kept.one_of(visit.landlord, "wording", kind, own.own) if own else None
    if row:
        return dict(row.content)
    subject, body = source(kind, visit.landlord.slug)
    return {"subject": subject, "body": body}


def _saved(visit: Visit, kind: str, form: WordingForm) -> Row | None:
    said = form.cleaned_data
    try:
        row = kept.save(
            visit.landlord,
            visit.actor,
            "wording",
            kind,
            {"subject": said["subject"], "body": said["body"]},
            title=files.wording(kind).meta.title,
            at=visit.now,
            seen=visit.request.POST.get("seen", ""),
            after=files.wording(kind, visit.landlord.slug).own,
        )
    except kept.Meanwhile:
        form.add_error(None, MEANWHILE)
        return None
    messages.success(visit.request, SAVED)
    return row


def _standard(visit: Visit, kind: str) -> HttpResponse:
    done = kept.put_out_of_use(
        visit.landlord,
        visit.actor,
        "wording_standard",
        kind,
        title=files.wording(kind).meta.title,
        at=visit.now,
        after=files.wording(kind, visit.landlord.slug).own,
    )
    messages.success(visit.request, STANDARD if done else NOT_NOW)
    return redirect("wording", visit.landlord.slug, kind)
