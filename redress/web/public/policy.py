"""A landlord's complaints policy in plain words, made from the data that it is run by."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext

from redress.rules.policy_in_words import Section, Sentence, Value, in_words
from redress.rules.spans import Span
from redress.web.language import length, several
from redress.web.pages import Visit, anyone, page


@dataclass(frozen=True)
class Shown:
    """A section in the language of the page."""

    heading: str
    sentences: list[str]
    points: list[str]
    clauses: tuple[str, ...]


@page(needs=anyone)
def policy(visit: Visit) -> HttpResponse:
    """The policy in force today (Code 3.5), each part with where the landlord's paper has it."""
    held, code = (
        visit.book.in_force(visit.landlord.slug, visit.today),
        visit.book.code_on(visit.today),
    )
    past = held.stated_until is not None and held.stated_until < visit.today
    return visit.render(
        "public/policy.html",
        policy=held,
        past=past,
        sections=[_shown(section) for section in in_words(held, code)],
    )


def _shown(section: Section) -> Shown:
    return Shown(
        gettext(section.heading),
        [_said(sentence) for sentence in section.sentences],
        [_said(sentence) for sentence in section.points],
        tuple(clause for clause in section.clauses if clause),
    )


def _said(sentence: Sentence) -> str:
    values = {name: _value(value) for name, value in sentence.values.items()}
    return gettext(sentence.words).format(**values)


def _value(value: Value) -> str:
    if isinstance(value, Span):
        return length(value)
    return several(value) if isinstance(value, tuple) else gettext(value)
