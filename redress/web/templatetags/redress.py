"""What templates can say: dates in words, and the words of the rules' own values."""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django import template
from django.utils import formats, translation

from redress.rules import (
    access,
    facts,
    facts_conduct,
    facts_incoming,
    facts_offers,
    facts_people,
    improvements,
    sending,
    words,
    words_people,
)
from redress.rules.before import formats_in_words
from redress.rules.plain_words import AVOID, ENOUGH, FIXED_NAMES, LONG, OLDER, Measure, measure
from redress.rules.reading import IRREGULAR
from redress.web import language, risks
from redress.web import menu as menus

register = template.Library()
# By type: a state and a finding may have the same value, "withdrawn", and other words.
WORDS: dict[type[StrEnum], Mapping[Any, str]] = {
    facts.Awaited: words.AWAITED,
    facts.MediationStep: words.MEDIATION,
    facts.State: words.STATE,
    facts.Kind: words.KIND,
    facts.Tenure: words.TENURE,
    facts.Finding: words.FINDING,
    facts.Clock: words.CLOCK,
    sending.Way: words.WAY,
    facts.Priority: words.PRIORITY,
    facts.Choice: words.CHOICE,
    facts.Tie: words.TIE,
    facts.LateReason: words.LATE_REASON,
    facts_incoming.Sender: words.SENDER,
    facts_incoming.AnsweredBy: words.ANSWERED_BY,
    facts_conduct.Limit: words.LIMIT,
    facts_offers.Remedy: words.REMEDY,
    facts_offers.Answer: words.ANSWER,
    facts_people.SpeaksAs: words_people.SPEAKS_AS,
    facts_people.Scope: words_people.SCOPE,
    facts_people.LettersTo: words_people.LETTERS_TO,
    facts_people.Wish: words_people.WISH,
    improvements.Status: improvements.WORDS,
}


@register.filter
def long_date(day: date | None) -> str:
    """Thursday 14 May 2026, in the language of the page; nothing for no date."""
    if day and language.is_translated():
        return formats.date_format(day, "l j F Y")
    return words.long_date(day) if day else ""


@register.filter
def said(text: str) -> str:
    """A text of our own data in the language of the page."""
    return translation.gettext(text)


@register.simple_tag
def languages() -> list[tuple[str, str]]:
    """The languages that residents can choose from; none where there is only one."""
    return language.offered()


@register.filter
def short_date(day: date | None) -> str:
    """Thu 14 May 2026; nothing for no date."""
    return words.short_date(day) if day else ""


@register.filter
def in_words(value: StrEnum | None) -> str:
    """A state, kind, tenure, finding or clock as people say it; nothing for none."""
    return WORDS[type(value)][value] if value is not None else ""


@register.filter
def channel_words(channel: str) -> str:
    """How something came in, as people say it: "social media"."""
    return channel.replace("_", " ")


@register.filter
def formats_of(resident: Any) -> str:
    """In which formats a resident needs letters."""
    return formats_in_words(resident.what_they_need)


@register.filter
def standing(each: facts_people.RepresentativeFacts, today: date) -> str:
    """Where the resident's consent stands on a day."""
    return words_people.STANDING[each.standing(today)]


@register.filter
def risk_words(risk: str) -> str:
    """A risk as people say it."""
    return risks.risk_words(risk)


@register.filter
def may_receive(actor: access.Actor | None) -> bool:
    """Whether a page offers to take a contact down."""
    return isinstance(actor, access.Actor) and access.may(actor, access.Verb.RECEIVE)


@register.filter
def menu(actor: access.Actor, here: str | None) -> list[menus.Shown]:
    """What the menu offers somebody who looks at the page of the name `here`."""
    return list(menus.menu(actor, here or ""))


@register.filter
def reads_cases(actor: access.Actor | None) -> bool:
    """Whether the menu offers what is on cases."""
    return isinstance(actor, access.Actor) and access.may_read_cases(actor)


@register.filter
def measured(text: str | None) -> Measure:
    """How what stands in a field reads."""
    return measure(text or "")


@register.simple_tag
def plain_words() -> str:
    """What `writing.js` counts with: the words to avoid and the exceptions, as JSON."""
    return json.dumps(
        {
            "avoid": AVOID,
            "irregular": IRREGULAR,
            "fixed": FIXED_NAMES,
            "enough": ENOUGH,
            "long": LONG,
            "older": OLDER,
        }
    )


@register.filter
def reads_reports(actor: access.Actor | None) -> bool:
    """Whether a page offers the reports."""
    return isinstance(actor, access.Actor) and access.may_read_reports(actor)
