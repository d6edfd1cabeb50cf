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
from redress.cases.perform import Done, perform
from redress.rules.access import Verb
from redress.rules.actions.comment import Comment
from redress.web.forms import Form, LongText, Text
from redress.web.pages import Visit, anyone, page

MOST, MINUTES = 30, 15  # times that one link may be used to send something
MISSING = "Write your answer, or say whom we should ask instead"
STATUS = {Standing.EXPIRED: 410, Standing.NOT_NEEDED: 410}


class AnswerForm(Form):
    """What they know, or whom to ask; their name stands there already."""

    answer = LongText("Your answer", optional=True, rows=8, size="m")
    ask_instead = Text(
        "Not yours to answer? Tell us whom to ask",
        optional=True,
        limit=500,
        hint="A name, a team or a firm.",
    )
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
    form = AnswerForm(visit.request.POST if posted else None, initial=first)
    if posted and form.is_valid() and _sent(visit, found, form):
        return redirect("comments", visit.landlord.slug, token)
    return visit.render("public/comments.html", form=form, asked=found.asked, found=found)


def _sent(visit: Visit, found: Opened, form: AnswerForm) -> bool:
    """Whether an answer is on the case now: this one, or one that came a moment before it."""
    given = Comment(number=found.asked.number, **form.cleaned_data)
    answer = perform(
        found.actor, visit.landlord, found.reference, Verb.COMMENT, given, at=visit.now
    )
    codes = set() if isinstance(answer, Done) else {reason.code for reason in answer.reasons}
    return codes <= {"already_answered", "no_such_request", "not_now"}  # the next page says which


def _too_many(token: str) -> bool:
    key = f"comments:{token[-43:]}"
    cache.add(key, 0, MINUTES * 60)
    return int(cache.incr(key)) > MOST


def _over(visit: Visit, why: str, status: int) -> HttpResponse:
    page = visit.render("public/comments_over.html", why=why)
    page.status_code = status
    return page
