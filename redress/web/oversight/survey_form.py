"""The form by which a survey is given: one part of its people at a time.

A survey with several parts (tenants, shared owners …) is given as a file; here it keeps them.
"""

from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from redress.rules.decision import Reason
from redress.rules.survey import About, Counts, Method, Of
from redress.rules.survey_rows import PERCENT, PERCENTAGES, Survey
from redress.web.forms import Date, Form, LongText, Radios, Select, Text, WholeNumber

ABOUT = [
    (About.PERCEPTION.value, "Of residents, whether or not they complained (gives TP09)"),
    (About.AFTER_CLOSING.value, "Of people whose complaint was closed"),
    (About.OTHER.value, "Another survey"),
]
METHOD = {
    Method.PHONE: "By phone",
    Method.ONLINE: "Online",
    Method.POST: "By post",
    Method.IN_PERSON: "Face to face",
    Method.TEXT: "By text message",
    Method.MIXED: "In several ways",
    Method.NOT_KNOWN: "Not known",
}
OF = {
    Of.ALL: "All of them together",
    Of.RENTED: "Tenants (low cost rental)",
    Of.OWNERSHIP: "Shared owners (low cost home ownership)",
    Of.LEASEHOLD: "Leaseholders",
}
REFUSED = {
    "more_than_the_whole": "This is more than it can be, beside “{about}”",
    "nothing_given": "Give one number at least",
    "percent_out_of_range": "This percentage cannot be, beside the others",
    "percent_disagrees": "The numbers you gave make another percentage",
    "survey_there": "There is a survey of this name. Change that one, or give another name",
    "ends_before_it_begins": "The last day is before the first",
}
HIDDEN = "Leave empty what is not known: that is not the same as nought."
THERE = "This survey has the answers of these already. Choose those that stood here before"
MOST = 9_999_999


class Percent(Text):
    """A percentage as published; gives a Decimal, or None."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = PERCENT.fullmatch(text)
        if not found:
            raise ValidationError(f"{self.called} must be a number such as 19 or 19.5")
        return Decimal(found[1])


def _count(label: str, **kwargs: Any) -> WholeNumber:
    return WholeNumber(label, most=MOST, optional=True, width="5", **kwargs)


def _percent(label: str) -> Percent:
    return Percent(label, optional=True, limit=6, width="5")


class SurveyForm(Form):
    """A survey and one line of it."""

    name = Text("Name of the survey", hint="Such as: Tenant Satisfaction Measures, January 2024.")
    about = Radios("What kind is it?", ABOUT)
    held_from = Date("First day", past=True)
    held_to = Date("Last day", past=True)
    method = Select(
        "How people were asked", [(each.value, words) for each, words in METHOD.items()]
    )
    run_by = Text("Who ran it", optional=True)
    of = Select("Whose answers these are", [(each.value, words) for each, words in OF.items()])
    asked = _count("How many were asked", hint=HIDDEN)
    answered = _count("How many answered")
    put_to = _count("How many said whether they had complained")
    complained = _count("How many said that they had complained")
    satisfied = _count("Satisfied with how complaints are handled")
    neither = _count("Neither")
    dissatisfied = _count("Dissatisfied")
    complained_percent = _percent("Per cent who said that they had complained")
    satisfied_percent = _percent("Per cent satisfied")
    dissatisfied_percent = _percent("Per cent dissatisfied")
    note = LongText("Note", optional=True, limit=2_000, rows=3)
    keeps: Survey | None = None

    def clean(self) -> Any:
        """What was given. Refused: a part of which the survey has another line already."""
        given = super().clean() or {}
        if given.get("of") in self._others():
            self.add_error("of", THERE)
        return given

    def _others(self) -> dict[Of, Counts]:
        """The lines of the survey that do not stand in the form."""
        return dict(list(self.keeps.lines.items())[1:]) if self.keeps else {}

    def survey(self) -> Survey:
        """What was given, once the form is valid; other lines of the survey stay."""
        given = self.cleaned_data
        of = Of(given["of"])
        counts = Counts(**{each.name: given[each.name] for each in fields(Counts)})
        return Survey(
            name=given["name"],
            held_from=given["held_from"],
            held_to=given["held_to"],
            about=About(given["about"]),
            method=Method(given["method"]),
            run_by=given["run_by"],
            note=given["note"],
            lines={of: counts, **self._others()},
        )

    def refuse(self, reasons: Iterable[Reason]) -> None:
        """Say why it was not kept, where it is mended."""
        for reason in reasons:
            about = str(self.fields[reason.about].label) if reason.about in self.fields else ""
            self.add_error(reason.field or None, REFUSED[reason.code].format(about=about))


def first_values(held: Survey | None) -> dict[str, Any]:
    """What stands in the form: an empty one, or a survey with its first line."""
    if held is None:
        return {"about": About.PERCEPTION.value, "method": Method.NOT_KNOWN.value}
    names = ("name", "held_from", "held_to", "run_by", "note")
    first: dict[str, Any] = {name: getattr(held, name) for name in names}
    first |= {"about": held.about.value, "method": held.method.value}
    for of, counts in list(held.lines.items())[:1]:
        first |= {"of": of.value, **vars(counts)}
    return first


__all__ = ["PERCENTAGES", "SurveyForm", "first_values"]
