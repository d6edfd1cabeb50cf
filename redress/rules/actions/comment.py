"""Comment: answer what another service or a contractor was asked."""

from dataclasses import dataclass, replace

from redress.rules.asking import answered_message
from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts, DocumentFacts
from redress.rules.facts_comments import CommentFacts
from redress.rules.filed import FiledFile, documents_of, noted
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Comment:
    """The answer to one request, by number, or whom to ask instead, or both; and who says so."""

    number: int
    answered_by: str
    answer: str = ""
    ask_instead: str = ""
    files: tuple[FiledFile, ...] = ()


def decide(case: CaseFacts, given: Comment, context: Context) -> Decision | Refused:
    """Put the answer on the case, and tell whoever handles it (Code 5.12: a full record).

    The first answer stands: a second is refused. So is one to a request that was withdrawn or is
    not on the case, one that says nothing, and one by the link of another request.
    """
    if context.actor.asked not in (None, given.number):
        return Refused((Reason("not_permitted"),))
    asked = next((each for each in case.comments if each.number == given.number), None)
    checks = Checks(context.policy(case))
    there = asked is not None and asked.withdrawn_on is None
    checks.must(there, "no_such_request", where="number")
    checks.must(asked is None or asked.answered_on is None, "already_answered", where="number")
    says = bool(given.answer.strip() or given.ask_instead.strip())
    checks.must(says, "comments_missing", where="answer")
    checks.must(bool(given.answered_by.strip()), "who_answers_missing", where="answered_by")
    if asked is None or checks.refused:
        return Refused(tuple(checks.refused))
    documents = documents_of(case, given.files, context.today)
    after = _answered(asked, given, context, documents)
    patch = {"comments": [plain(after)]}
    if documents:
        patch["documents"] = plain(documents)
    event = NewEvent("comments_given", patch, noted(given.files) if documents else {})
    message = answered_message(case, after)
    return Decision((event,), messages=(message,), files=given.files)


def _answered(
    asked: CommentFacts, given: Comment, context: Context, documents: list[DocumentFacts]
) -> CommentFacts:
    return replace(
        asked,
        answered_on=context.today,
        answered_by=given.answered_by.strip(),
        answer=given.answer.strip(),
        ask_instead=given.ask_instead.strip(),
        documents=tuple(document.number for document in documents),
    )
