"""Doing something to a case: one view for every action, each with its own form."""

from collections.abc import Iterable
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from redress.cases import drafts, presence, queries
from redress.cases.access import get_case
from redress.cases.drafts import Kept, Newer
from redress.cases.files import perform_with
from redress.cases.perform import BY_THE_WAY, Done, perform
from redress.cases.preview import preview
from redress.papers.letters import draft
from redress.papers.paper import Paper
from redress.papers.pdf import pdf
from redress.rules.access import Verb, may, may_read_cases
from redress.rules.decision import Reason, Refused
from redress.rules.learning import wider_lesson
from redress.rules.letters import RenderedLetter
from redress.rules.plain_words import measure
from redress.web.desk import drafting, sign
from redress.web.desk.asked import Asked, attempt
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.here import also_here
from redress.web.desk.paper import PDF, as_file, safe
from redress.web.desk.possible import choice
from redress.web.desk.refusals import in_words
from redress.web.desk.story import Entry, people_in, story
from redress.web.desk.verbs import done_words, word_of, words_of
from redress.web.desk.writing import CHOSEN, helped, only_helps
from redress.web.pages import Visit, page, signed_in

CHANGE, ISSUE, ON_PAPER = "change", "issue", "on_paper"  # what the buttons under a letter say
LOOK = "Look at the letter"
UNTRAINED = ("not_trained", "refresher_overdue")  # said at once: no letter shows them first
OURS = ("csrfmiddlewaretoken", "step")  # what a form sends besides its answers
# Letters that carry what somebody wrote. They are looked at before they are issued for good.
LOOKED_AT_FIRST = (
    Verb.ANSWER_REQUEST,
    Verb.ACKNOWLEDGE,
    Verb.ASK_CLARIFICATION,
    Verb.EXTEND,
    Verb.SEND_UPDATE,
    Verb.SHARE_FINDINGS,
    Verb.OFFER,
    Verb.SUBMIT,
    Verb.RESPOND,
    Verb.WARN,
    Verb.APPROVE_RESTRICTION,
    Verb.REVIEW_RESTRICTION,
    Verb.END_RESTRICTION,
    Verb.REFUSE,
    Verb.REFUSE_ESCALATION,
    Verb.SIGNPOST,
    Verb.MOVE_ACTION,
    Verb.TELL_OUTCOME,
)


@page(needs=signed_in, posts=True)
def act(visit: Visit, reference: str, verb: Verb) -> HttpResponse:
    """The form of an action, and doing it. What is refused says why and keeps what was typed."""
    row = get_case(visit.actor, visit.landlord, reference, verb=verb)
    asked = Asked(visit, queries.case_page(row), verb)
    if not may(visit.actor, asked.verb):
        return _stopped(asked, status=403)
    if visit.request.method == "POST":
        return _posted(asked, visit.request.POST)
    if not asked.is_possible or choice(asked.verb, asked.found.case, asked.context).stops:
        return _left_off(asked, there) if (there := drafting.kept(asked)) else _stopped(asked)
    if there := drafting.kept(asked):
        return _left_off(asked, there)
    first = {"number": visit.request.GET["number"]} if "number" in visit.request.GET else {}
    return _shown(asked, asked.form(**first))


def _left_off(asked: Asked, there: Kept) -> HttpResponse:
    """The form as it was kept, and what happened to the case since."""
    form = asked.form()
    form.recall(drafting.query_of(there.fields), there.version)
    since = [event for event in asked.found.events if event.sequence > there.seen and asked.reads]
    told = story(since, queries.names_of(people_in(since)))
    moved = drafting.changed_contacts(asked, there)
    return _shown(asked, form, meanwhile=told, there=there, moved=moved)


def _keep(asked: Asked, data: QueryDict) -> HttpResponse:
    """Keep the form as a draft, or show the newer text that somebody else has kept."""
    answer = drafting.keep(asked, data)
    if isinstance(answer, Newer):
        return _two_texts(asked, data, answer.theirs)
    messages.success(asked.visit.request, "Your draft is kept. It is in the form when you open it.")
    slug = asked.visit.landlord.slug
    return redirect("case", slug, asked.reference) if asked.reads else redirect("pass-on", slug)


def _two_texts(asked: Asked, data: QueryDict, theirs: Kept) -> HttpResponse:
    """The form with what was typed, beside what somebody else has kept: keep one, or merge."""
    mine, data = drafting.typed(data), data.copy()
    data["draft"] = str(theirs.version)  # having read it, they may put theirs in its place
    form = asked.form(data)
    form.is_valid()
    form.refuse([Reason("newer_text")])
    two = drafting.differences(form, mine, theirs.fields)
    return _shown(asked, form, theirs=theirs, two_texts=two)


def _posted(asked: Asked, data: QueryDict) -> HttpResponse:
    if only_helps(step := data.get("step", "")):
        typed = helped(data, step, asked.context.stationery(asked.found.case))
        return _shown(asked, asked.form(typed).as_typed())
    if step == drafting.KEEP and asked.verb not in drafting.WITHOUT:
        return _keep(asked, data)
    if step == drafting.THROW_AWAY:
        drafts.throw_away(drafting.place_of(asked))
        return redirect(asked.visit.request.path)
    seen = _number(data.get("seen", ""))
    if _gone_on(asked, seen):
        return _changed(asked, data, seen)
    if theirs := drafting.newer(asked, data):
        return _two_texts(asked, data, theirs)
    form = asked.form(data)
    if step == CHANGE or not form.is_valid():
        return _shown(asked, form)
    if asked.verb in LOOKED_AT_FIRST and step != ISSUE:
        look = _looked_at(asked, form, data)
        if look is not None:
            return look
    do: Any = perform
    if form.uploads:
        do = partial(perform_with, uploads=form.uploads, all_or_none=form.all_or_none)
    answer = attempt(asked, form, do, seen=seen)
    if isinstance(answer, Done):
        drafting.used(asked, data)
        return _done_in_part(asked, answer, data) if answer.turned_away else _done(asked, answer)
    if answer.reasons == (Reason("changed_meanwhile"),):  # between our reading and the writing
        row = get_case(asked.visit.actor, asked.visit.landlord, asked.reference, verb=asked.verb)
        return _changed(Asked(asked.visit, queries.case_page(row), asked.verb), data, seen)
    form.refuse(answer.reasons)
    return _shown(asked, form)


def _gone_on(asked: Asked, seen: int) -> bool:
    """Whether something happened to the case since its page was opened that they must know of."""
    found = asked.found
    if seen == found.seen:
        return False
    since = [event.name for event in found.events if event.sequence > seen]
    return not 0 <= seen < found.seen or any(name not in BY_THE_WAY for name in since)


def _looked_at(asked: Asked, form: DeskForm, data: QueryDict) -> HttpResponse | None:
    """The letter as it will be sent, to issue or to change; None where no letter would go. Nothing
    is written yet."""
    answer = attempt(asked, form, preview)
    if isinstance(answer, Refused):
        form.refuse(answer.reasons)
        return _shown(asked, form)
    if not answer.letters:
        return None
    papers = _papers(asked, answer.letters)
    if data.get("step") == ON_PAPER and papers:
        return as_file(pdf(papers[0]), PDF, f"{safe(asked.reference)}-draft.pdf")
    typed = [name for name in data if name not in OURS and not name.startswith(CHOSEN)]
    kept = [(name, value) for name in typed for value in data.getlist(name)]
    return asked.visit.render(
        "desk/preview.html",
        case=asked.found.case,
        page=asked.found,
        words=words_of(asked.verb, asked.found.case),
        papers=papers,
        meters=[measure(letter.text) for letter in answer.letters],
        warnings=in_words(answer.warnings),
        kept=kept,
    )


def _papers(asked: Asked, letters: Iterable[RenderedLetter]) -> list[Paper]:
    """The letters as they would arrive today."""
    visit, resident = asked.visit, asked.found.resident
    if asked.verb is Verb.TELL_OUTCOME:
        resident = None  # whose home is nowhere on it
    of_case = {"landlord": visit.landlord, "reference": asked.reference, "resident": resident}
    return [draft(letter, visit.today, **of_case) for letter in letters]


def _changed(asked: Asked, data: QueryDict, seen: int) -> HttpResponse:
    """The form with what was typed, and what others did to the case since it was opened."""
    since = [event for event in asked.found.events if event.sequence > seen and asked.reads]
    mine = all(event.by_id == asked.visit.actor.id for event in since)
    data = data.copy()
    data["seen"] = str(asked.found.seen)  # having read it, they may send it again
    form = asked.form(data)
    form.is_valid()
    form.refuse([Reason("changed_by_you" if mine and since else "changed_meanwhile")])
    return _shown(asked, form, meanwhile=story(since, queries.names_of(people_in(since))))


def _shown(
    asked: Asked,
    form: DeskForm,
    meanwhile: list[Entry] | None = None,
    kept: list[str] | None = None,
    **more: Any,
) -> HttpResponse:
    visit, found = asked.visit, asked.found
    words = words_of(asked.verb, found.case)
    presence.clear(visit.actor, visit.now)
    return visit.render(
        f"desk/{asked.verb.value}.html",
        form=form,
        case=found.case,
        page=found,
        policy=asked.context.policy(found.case),
        words=words,
        last=story(found.events[:1], {})[0] if asked.verb is Verb.UNDO else None,
        reads=asked.reads,
        is_possible=asked.is_possible,
        locked=not asked.is_possible,
        button=LOOK if asked.verb in LOOKED_AT_FIRST else words.button,
        meanwhile=meanwhile or [],
        kept=kept or [],
        word=word_of(asked.verb),
        keeps=asked.verb not in drafting.WITHOUT,
        here=also_here(visit, found.row, asked.verb.value) if asked.reads else "",
        **(sign.shown_with(asked) if asked.verb is Verb.SIGN else {}),
        **more,
    )


def _stopped(asked: Asked, status: int = 409) -> HttpResponse:
    """Says what stands in the way of an action that no form would mend."""
    found = choice(asked.verb, asked.found.case, asked.context)
    page = asked.visit.render(
        "desk/stopped.html",
        title=found.title,
        stops=found.stops,
        case=asked.found.case,
        reads=asked.reads,
    )
    page.status_code = status
    return page


def _done_in_part(asked: Asked, done: Done, data: QueryDict) -> HttpResponse:
    """The form again for the files that are not kept, each with its reason; the others are."""
    before, after = asked.found.case.documents, done.case.documents
    row = get_case(asked.visit.actor, asked.visit.landlord, asked.reference, verb=asked.verb)
    asked = Asked(asked.visit, queries.case_page(row), asked.verb)
    data = data.copy()
    data["seen"] = str(asked.found.seen)
    form = asked.form(data)
    form.is_valid()
    form.refuse(done.turned_away)
    return _shown(asked, form, kept=[document.name for document in after[len(before) :]])


def _done(asked: Asked, done: Done) -> HttpResponse:
    """Back to the case, which says what was done; or, for who may not read it, to passing on."""
    split = f"The issue is split off as a new complaint, {done.split}."
    banner = done_words(asked.verb, asked.found.case, done.case)
    messages.success(asked.visit.request, split if done.split else banner)
    for said in in_words(reason for reason in done.warnings if reason.code in UNTRAINED):
        messages.success(asked.visit.request, f"It went ahead although: {said.says} ({said.why})")
    slug, actor = asked.visit.landlord.slug, asked.visit.actor
    if not may_read_cases(actor):
        return redirect("pass-on", slug)
    if asked.verb is Verb.LEARN and (number := wider_lesson(asked.found.case, done.case)):
        page = reverse("add-improvement", args=[slug])
        return redirect(f"{page}?{urlencode({'case': asked.reference, 'issue': number})}")
    gone = actor.id in done.case.conflicted  # they see the case no more
    return redirect("worklist", slug) if gone else redirect("case", slug, asked.reference)


def _number(text: str) -> int:
    """The number in a hidden field; -1, which fits no case, where it holds something else."""
    return int(text) if text.isdecimal() and len(text) < 10 else -1
