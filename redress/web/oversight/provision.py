"""One provision of a self-assessment: its answer, what the cases show, comments, and history."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from redress.assessment import store
from redress.assessment.reading import Provided
from redress.rules.access import may_assess, may_read_cases, may_read_reports
from redress.rules.assessment import ANSWERS, Answer, Half
from redress.rules.assessment_change import Change
from redress.rules.decision import NotKept
from redress.rules.measures_table import BY_NUMBER
from redress.rules.policy_clauses import clauses
from redress.web.forms import Date, Form, LongText, Radios, Select, Text
from redress.web.oversight.self_assessment import WORDS, asked, assessment_of, body_of, said, second
from redress.web.pages import Visit, page

KEPT = "The answer to {number} is kept."
COMMENTED = "The comment is kept."
REFUSED = {
    "approved_already": "The governing body has approved this self-assessment. Begin a new one to "
    "change an answer.",
    "clause_of_nothing": "Select the version of the policy that this clause is in",
    "parts_missing": "Select what we answer for each of the two parts",
    "part_unnamed": "Enter which part this answer is for, such as: the first half",
    "parts_alike": "The two parts must have different answers. Otherwise give one answer to both",
}
PARTS = {  # what is told of a change
    "answer": "Answer",
    "halves": "The two parts",
    "from_on": "From which day",
    "evidence": "Evidence",
    "links": "Policy and document",
    "commentary": "Commentary",
    "owner": "Who sees to it",
    "due_on": "By when",
}
CHOICES = [(answer.value, words) for answer, words in ANSWERS.items()]
OF_A_PART = [(each.value, ANSWERS[each]) for each in (Answer.YES, Answer.NO, Answer.PARTLY)]
SPLIT_HINT = "Where the provision has two parts and we comply with one."


class AnswerForm(Form):
    """The answer to one provision, its evidence, and who sees to it."""

    answer = Radios("Do we comply?", CHOICES, optional=True)
    first_about = Text("First part", optional=True, limit=120, hint=SPLIT_HINT)
    first_answer = Select("Answer to the first part", [("", "None"), *OF_A_PART], optional=True)
    second_about = Text("Second part", optional=True, limit=120)
    second_answer = Select("Answer to the second part", [("", "None"), *OF_A_PART], optional=True)
    from_on = Date("From which day", optional=True, hint="Where the answer is yes from a date.")
    evidence = LongText("Evidence", optional=True, rows=3)
    policy = Select("Version of our policy", [], optional=True)
    clause = Text("Clause of the policy", optional=True, hint="Such as Section 9.")
    document = Text("Document or address", optional=True, limit=500)
    commentary = LongText(
        "Commentary", optional=True, rows=4, hint="Needed where the answer is less than yes."
    )
    owner = Text("Who sees to it", optional=True, limit=120)
    due_on = Date("By when", optional=True)

    def __init__(self, policies: list[str], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["policy"].choices = [("", "None"), *((p, p) for p in policies)]  # type: ignore[attr-defined]

    def change(self) -> Change:
        """The answer, once the form is valid."""
        given = dict(self.cleaned_data)
        answer = Answer(answered) if (answered := given.pop("answer")) else None
        parts = [(given.pop(f"{n}_answer"), given.pop(f"{n}_about")) for n in ("first", "second")]
        halves = tuple(Half(Answer(each), about) for each, about in parts if each)
        return Change(**given, answer=answer, halves=halves)


class CommentForm(Form):
    """A comment for the others who work on it."""

    comment = LongText("Comment", rows=3, limit=2_000)


@page(needs=may_read_reports, posts=True)
def provision(visit: Visit, year: str, number: str) -> HttpResponse:
    """Reading, answering and commenting; each form says which it is by its `step`."""
    when, body = asked(year), body_of(visit)
    if when is None:
        raise Http404
    found, other = assessment_of(visit, when, body), second(body)
    numbers = [each.number for each in found.provisions]
    if number not in numbers:
        raise Http404
    place = numbers.index(number)
    each = found.provisions[place]
    draft = bool(found.assessment and found.assessment.is_draft)
    may_change = may_assess(visit.actor) and each.row is not None
    data = visit.request.POST if visit.request.method == "POST" and may_change else None
    step = data.get("step", "") if data else ""
    form = _form(visit, each, data if step == "answer" else None)
    comment = CommentForm(data if step == "comment" else None)
    if each.row and (_answered(visit, each, form) or _commented(visit, each, comment)):
        there = reverse("provision", args=[visit.landlord.slug, when.label, number])
        return redirect(f"{there}?code={other['code']}" if other["code"] else there)
    return visit.render(
        "oversight/provision.html",
        each=each,
        year=when,
        earlier=numbers[place - 1] if place else "",
        later=numbers[place + 1] if place + 1 < len(numbers) else "",
        published=_published(each),
        answer=said(each.answered.answer),
        counted=None if other["code"] else BY_NUMBER.get(number),
        clauses=[(policy.id, clauses(policy)) for policy in store.policies_of(visit.landlord)],
        reads_cases=may_read_cases(visit.actor),
        form=comment if step == "comment" else form,
        answer_form=form if may_change and draft else None,
        comment_form=comment if may_change else None,
        comments=each.row.comments.all() if each.row else (),
        history=_history(each),
        **other,
    )


def _form(visit: Visit, each: Provided, data: object) -> AnswerForm:
    policies = [policy.id for policy in store.policies_of(visit.landlord)]
    return AnswerForm(policies, data, initial=_now(each))


def _now(each: Provided) -> dict[str, object]:
    row = each.row
    links: dict[str, str] = {}
    if row is None:
        return {}
    for link in row.links:
        links |= link
    names = ("answer", "from_on", "evidence", "commentary", "owner", "due_on")
    for name, half in zip(("first", "second"), row.halves, strict=False):
        links |= {f"{name}_answer": half["answer"], f"{name}_about": half["about"]}
    return {**{name: getattr(row, name) for name in names}, **links}


def _published(each: Provided) -> bool:
    """Whether the answer stood in other words than its own in the form."""
    words = each.answered.words.casefold()
    return bool(words) and words != said(each.answered.answer).casefold()


def _history(each: Provided) -> list[dict[str, object]]:
    """Who changed the answer and when, each part with what it was and what it became."""
    entries = store.history_of(each.row) if each.row else []
    return [
        {
            "by": entry.by_name,
            "at": entry.at,
            "changes": [
                (PARTS[name], _plainly(name, was), _plainly(name, now))
                for name, (was, now) in entry.details.items()
                if name in PARTS
            ],
        }
        for entry in entries
    ]


def _plainly(name: str, value: object) -> str:
    if name == "halves" and isinstance(value, list):
        return "; ".join(f"{each['about']}: {WORDS[each['answer']].lower()}" for each in value)
    if name == "links" and isinstance(value, list):
        return "; ".join(" ".join(link.values()) for link in value)
    return WORDS.get(str(value), str(value)) if value else ""


def _answered(visit: Visit, each: Provided, form: AnswerForm) -> bool:
    if each.row is None or not (form.is_bound and form.is_valid()):
        return False
    try:
        store.answer(each.row, form.change(), visit.actor, visit.now)
    except NotKept as refused:
        for reason in refused.reasons:
            form.add_error(reason.field or None, REFUSED[reason.code])
        return False
    messages.success(visit.request, KEPT.format(number=each.number))
    return True


def _commented(visit: Visit, each: Provided, form: CommentForm) -> bool:
    if each.row is None or not (form.is_bound and form.is_valid()):
        return False
    store.comment(each.row, form.cleaned_data["comment"], visit.actor, visit.now)
    messages.success(visit.request, COMMENTED)
    return True
