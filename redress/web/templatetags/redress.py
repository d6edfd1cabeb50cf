"""What templates can say: dates in words, and the words of the rules' own values."""

from datetime import date
from enum import Enum

from django import template

from redress.rules import access, words

register = template.Library()
WORDS: dict[Enum, str] = {
    **words.STATE,
    **words.KIND,
    **words.TENURE,
    **words.FINDING,
    **words.CLOCK,
}


@register.filter
def long_date(day: date | None) -> str:
    """Thursday 14 May 2026; nothing for no date."""
    return words.long_date(day) if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """Thu 14 May 2026; nothing for no date."""
    return words.short_date(day) if day else ""


@register.filter
def in_words(value: Enum | None) -> str:
    """A state, kind, tenure, finding or clock as people say it; nothing for none."""
    return WORDS[value] if value else ""


@register.filter
def reads_reports(actor: access.Actor | None) -> bool:
    """Whether the menu offers the reports."""
    return actor is not None and access.may_read_reports(actor)
