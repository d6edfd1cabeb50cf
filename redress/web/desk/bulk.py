"""The same thing to several cases of a list at once, with a line for each that says what came of
it. Each goes through the one door that a single case goes through."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from redress.cases import batches, queries
from redress.rules.access import CASEWORK, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.chase import Chase
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.tag import LONGEST, Tag
from redress.rules.facts import Contact
from redress.web.desk.chosen import chosen
from redress.web.desk.reading import elsewhere
from redress.web.desk.refusals import in_words
from redress.web.pages import Visit, page, signed_in
from redress.web.text import tidy

MOST = 100  # cases at once
LONGEST_NOTE = 1_000
DONE = {
    Verb.ALLOCATE: "Given to a handler",
    Verb.TAG: "Tags changed",
    Verb.RECORD_CALL: "Note added",
    Verb.CHASE: "Handler reminded",
}


class Unclear(Exception):
    """Something is missing before anything can be done; says what."""


@page(needs=signed_in, posts=True)
def bulk(visit: Visit) -> HttpResponse:
    """Do it to what is ticked, or say what is missing; then the page of what came of it."""
    if answer := elsewhere(visit):
        return answer
    sent = visit.request.POST
    key, cases = sent.get("key", "")[:64], _cases(sent)
    if visit.request.method != "POST" or not key:
        raise Http404
    try:
        verb, given = _asked(visit, sent)
        if not cases:
            raise Unclear("Tick at least one case.")
    except Unclear as problem:
        return visit.render(
            "desk/bulk.html",
            problem=str(problem),
            ticked=[f"{seen}:{reference}" for reference, seen in cases],
            typed=sent,
            **bar(visit, sent.get("list", "")),
        )
    batches.run(visit.actor, visit.landlord, key, verb, given, cases, at=visit.now)
    address = reverse("batch", args=[visit.landlord.slug, key])
    return redirect(f"{address}?{urlencode({'list': sent.get('list', '')})}")


@page(needs=signed_in)
def batch(visit: Visit, key: str) -> HttpResponse:
    """What came of each case."""
    verb, lines = batches.result(visit.actor, visit.landlord, key)
    said = [(line.reference, in_words(line.reasons), in_words(line.warnings)) for line in lines]
    return visit.render(
        "desk/batch.html",
        done=DONE[verb],
        lines=said,
        how_many=sum(1 for _, reasons, _ in said if not reasons),
        back=back(visit, visit.request.GET.get("list", "")),
    )


def bar(visit: Visit, query: str) -> dict[str, Any]:
    """What the row of things to do with ticked cases needs."""
    return {
        "colleagues": queries.colleagues(visit.landlord, *CASEWORK),
        "longest_tag": LONGEST,
        "longest_note": LONGEST_NOTE,
        "query": query,
        "back": back(visit, query),
    }


def back(visit: Visit, query: str) -> str:
    """The list that one came from: its filters are read again, so that it leads nowhere else."""
    return f"{reverse('worklist', args=[visit.landlord.slug])}?{chosen(QueryDict(query)).query}"


def _cases(sent: QueryDict) -> list[tuple[str, int]]:
    """The cases ticked, or all of the page, each with the number of events it had."""
    values = sent.getlist("shown" if sent.get("all") else "ticked")[:MOST]
    split = [value.partition(":") for value in values]
    return [
        (reference, int(seen))
        for seen, _, reference in split
        if seen.isdecimal() and len(seen) < 10 and reference and "\x00" not in reference
    ]


def _asked(visit: Visit, sent: QueryDict) -> tuple[Verb, Any]:
    make = ASKED.get(sent.get("do", ""))
    if make is None:
        raise Http404
    return make(visit, sent)


def _allocate(visit: Visit, sent: QueryDict) -> tuple[Verb, Any]:
    people = {str(n): name for n, name in queries.colleagues(visit.landlord, *CASEWORK)}
    chosen_one = sent.get("handler", "")
    if chosen_one not in people:
        raise Unclear("Choose who is to have the cases.")
    return Verb.ALLOCATE, Allocate(handler=int(chosen_one), handler_name=people[chosen_one])


def _tag(visit: Visit, sent: QueryDict) -> tuple[Verb, Any]:
    return Verb.TAG, Tag(add=(_text(sent, "tag", LONGEST, "Write the tag."),))


def _untag(visit: Visit, sent: QueryDict) -> tuple[Verb, Any]:
    return Verb.TAG, Tag(remove=(_text(sent, "tag", LONGEST, "Write the tag to take off."),))


def _note(visit: Visit, sent: QueryDict) -> tuple[Verb, Any]:
    note = _text(sent, "note", LONGEST_NOTE, "Write the note.")
    return Verb.RECORD_CALL, RecordCall(on=visit.today, reached=None, note=note, what=Contact.NOTE)


def _chase(visit: Visit, sent: QueryDict) -> tuple[Verb, Any]:
    return Verb.CHASE, Chase(note=_text(sent, "note", LONGEST_NOTE, ""))


def _text(sent: QueryDict, name: str, longest: int, missing: str) -> str:
    text = tidy(sent.get(name, "")).strip()
    if not text and missing:
        raise Unclear(missing)
    if len(text) > longest:
        raise Unclear(f"Use {longest:,} characters or fewer. There are {len(text):,}.")
    return text


ASKED: dict[str, Callable[[Visit, QueryDict], tuple[Verb, Any]]] = {
    "allocate": _allocate,
    "tag": _tag,
    "untag": _untag,
    "note": _note,
    "chase": _chase,
}
