"""One passage: written in a form, kept as a draft, published, retired."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from redress.cases import stationery_versions as kept
from redress.cases.stationery import Row
from redress.rules import passages as files
from redress.rules.access import may_administer
from redress.rules.passages import Passage
from redress.rules.plain_words import measure
from redress.rules.record import digest_of
from redress.web.administration.passages import title_of
from redress.web.administration.wording import MEANWHILE, NOT_NOW, SAVED
from redress.web.forms import Form, LongText, Text
from redress.web.pages import Visit, page

NEW = "new"  # the word in the address for one that is not there yet
MOST = 5_000
PUBLISHED = "It is published. Officers can put it into what they write."
RETIRED = "It is retired. Nobody can put it in any more; what was written with it stays."
GONE = "The draft is thrown away."
TAKEN = "There is a passage of this title already. Give another title"
UNSOUND = "Nothing was changed: the faults below must be put right first."


class PassageForm(Form):
    """What it is called, and what it says."""

    title = Text("Title", limit=60, hint="Officers choose it by this.")
    text = LongText(
        "Text",
        limit=MOST,
        rows=8,
        hint="Write what has to be filled in as {the day of the visit}. "
        "A letter does not go while a gap is open.",
    )


class NewForm(PassageForm):
    """A passage that is not there yet: its title gives its name."""

    def __init__(self, visit: Visit, data: object = None) -> None:
        super().__init__(data)
        self.visit = visit

    def clean_title(self) -> str:
        """Refuses a title by which there is one already."""
        title = str(self.cleaned_data["title"])
        if name_of(title) == NEW or is_there(self.visit, name_of(title)):
            raise ValidationError(TAKEN)
        return title


def name_of(title: str) -> str:
    """The name in the address, of letters that an address may have."""
    return slugify(title)[:60] or f"passage-{digest_of(title)[:8]}"


def is_there(visit: Visit, name: str) -> bool:
    """Whether there is a passage of this name, or ever was."""
    known = visit.stationery.passages.keys() | files.passages(visit.landlord.slug).keys()
    return name in known or bool(kept.versions(visit.landlord, "passage", name))


@page(needs=may_administer, posts=True)
def passage(visit: Visit, name: str) -> HttpResponse:
    """The form, what stands against the draft, and every version."""
    if name != NEW and not is_there(visit, name):
        raise Http404
    step = visit.request.POST.get("step", "")
    if visit.request.method == "POST" and step != "save":
        return _done(visit, name, step)
    rows = kept.versions(visit.landlord, "passage", name)
    draft = next((row for row in rows if not row.published_at), None)
    form = _form(visit, name, draft)
    if visit.request.method == "POST" and form.is_valid() and (there := _saved(visit, name, form)):
        return redirect("passage", visit.landlord.slug, there)
    drafted = Passage(**draft.content) if draft else None
    return visit.render(
        "administration/passage.html",
        form=form,
        name=name,
        new=name == NEW,
        draft=draft,
        seen=draft.digest if draft else "",
        faults=files.faults(drafted) if drafted else (),
        gaps=drafted.gaps if drafted else (),
        meter=measure(files.GAP.sub("this", drafted.text)) if drafted else None,
        used=visit.stationery.passages.get(name),
        versions=rows,
    )


def _form(visit: Visit, name: str, draft: Row | None) -> Form:
    data = visit.request.POST if visit.request.method == "POST" else None
    if name == NEW:
        return NewForm(visit, data)
    used = visit.stationery.passages.get(name) or files.passages(visit.landlord.slug).get(name)
    rows = kept.versions(visit.landlord, "passage", name)
    last = [row.content for row in rows if row.content]
    first = draft.content if draft else used.model_dump() if used else last[0]
    return PassageForm(data, initial=first)


def _saved(visit: Visit, name: str, form: Form) -> str:
    """The name it is kept by; none where somebody else saved another draft meanwhile."""
    said = {key: form.cleaned_data[key] for key in ("title", "text")}
    name = name_of(said["title"]) if name == NEW else name
    seen = visit.request.POST.get("seen", "")
    who = visit.landlord, visit.actor, "passage", name
    try:
        kept.save(*who, said, title=said["title"], at=visit.now, seen=seen)
    except kept.Meanwhile:
        form.add_error(None, MEANWHILE)
        return ""
    messages.success(visit.request, SAVED)
    return name


def _done(visit: Visit, name: str, step: str) -> HttpResponse:
    slug, who = visit.landlord.slug, (visit.landlord, visit.actor)
    rows = kept.versions(visit.landlord, "passage", name)
    used = visit.stationery.passages.get(name)
    title = used.title if used else title_of(rows, name)
    draft = next((row for row in rows if not row.published_at), None)
    said = NOT_NOW
    if step == "throw_away" and kept.throw_away(*who, "passage", name, title, visit.now):
        messages.success(visit.request, GONE)
        return redirect("passages", slug)
    if step == "retire" and used:
        kept.put_out_of_use(*who, "passage_retired", name, title=title, at=visit.now)
        said = RETIRED
    if step == "publish" and draft:
        if files.faults(Passage(**draft.content)):
            said = UNSOUND
        else:
            seen, new = visit.request.POST.get("digest", ""), draft.content["title"]
            said = PUBLISHED if kept.publish(*who, draft, seen, new, visit.now) else NOT_NOW
    messages.success(visit.request, said)
    return redirect("passages", slug) if name == NEW else redirect("passage", slug, name)
