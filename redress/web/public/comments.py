"""Answering a request for comments by the link in the e-mail, without an account.

Opening the page changes nothing: programs that look through mail follow links too. The link is all
that lets anybody in here, so the form needs no cookie.
"""

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt

from redress.cases.access import NoAccess
from redress.cases.answer_links import Opened, Standing, opened
from redress.cases.files import perform_with
from redress.cases.perform import Done
from redress.rules.access import Verb
from redress.rules.actions.comment import Comment
from redress.web.desk.forms.fields import RuledLong
from redress.web.file_words import FILE_WORDS
from redress.web.forms import Files, Form, Text
from redress.web.pages import Visit, anyone, page

MOST, MINUTES = 30, 15  # times that one link may be used to send something
MISSING = "Write your answer, or say whom we should ask instead"
OVER = {"already_answered", "no_such_request", "not_now"}  # as the next page will say
STATUS = {Standing.EXPIRED: 410, Standing.NOT_NEEDED: 410}


class AnswerForm(Form):
    """What they know, or whom to ask; their name stands there already."""

    answer = RuledLong("Your answer", rows=8, size="m")
    ask_instead = Text(
        "Not yours to answer? Tell us whom to ask",
        optional=True,
        limit=500,
        hint="A name, a team or a firm.",
    )
    attached = Files("Files", hint="Photos, PDF, Word or Excel. You can choose several.")
    answered_by = Text("Your name", missing="Enter your name")

    def clean(self) -> None:
        said = self.cleaned_data
        if "answer" in said and not said["answer"] and not said.get("ask_instead"):
            self.add_error("answer", MISSING)


@csrf_exempt
@page(needs=anyone, posts=True)
def comments(visit: Visit, token: str) -> HttpResponse:
    """The question; then, once it is answered, what was sent."""
    try:
        found = opened(visit.landlord, token, visit.today)
    except NoAccess:
        return _over(visit, "unknown", 404)
    if found.standing is Standing.ANSWERED:
        return visit.render("public/comments_sent.html", asked=found.asked, found=found)
    if found.standing is not Standing.OPEN:
        return _over(visit, found.standing.value, STATUS[found.standing])
    posted = visit.request.method == "POST"
    if posted and _too_many(token):
        return _over(visit, "too_many", 429)
    first = {"answered_by": "" if found.manager else found.asked.name}
    sent = (visit.request.POST, visit.request.FILES) if posted else ()
    form = AnswerForm(*sent, initial=first)
    if posted and form.is_valid() and _sent(visit, found, form):
        return redirect("comments", visit.landlord.slug, token)
    return visit.render("public/comments.html", form=form, asked=found.asked, found=found)


def _sent(visit: Visit, found: Opened, form: AnswerForm) -> bool:
    """Whether no more can be sent: this answer is on the case, or it came a moment too late."""
    said = dict(form.cleaned_data)
    uploads = said.pop("attached")
    answer = perform_with(
        found.actor,
        visit.landlord,
        found.reference,
        Verb.COMMENT,
        Comment(number=found.asked.number, **said),
        uploads=uploads,
        at=visit.now,
        all_or_none=True,  # the link is good for one answer
    )
    if isinstance(answer, Done) or {reason.code for reason in answer.reasons} & OVER:
        return True
    for reason in answer.reasons:
        says, do = FILE_WORDS[reason.code]
        form.add_error("attached", f"{reason.about}: {says} {do}")
    form.add_error("attached", "Nothing is sent yet. Choose the files again, or send it without.")
    return False


def _too_many(token: str) -> bool:
    key = f"comments:{token[-43:]}"
    cache.add(key, 0, MINUTES * 60)
    return int(cache.incr(key)) > MOST


def _over(visit: Visit, why: str, status: int) -> HttpResponse:
    page = visit.render("public/comments_over.html", why=why)
    page.status_code = status
    return page
