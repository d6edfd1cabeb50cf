"""What the forms that offer something share: the eight remedies, what it meant, and money."""

from typing import Any

from django import forms

from redress.rules.facts_offers import Remedy
from redress.rules.offers import Offered
from redress.rules.words import REMEDY
from redress.web.forms import Checkboxes, Date, LongText, WholeNumber

MONEY = "A whole number. The letter says that we will pay it. Leave empty if there is none."
NAMES = ("impact", "kinds", "remedies", "compensation", "pay_by")
KINDS = [(kind.value, REMEDY[kind]) for kind in Remedy]


def offer_fields() -> dict[str, forms.Field]:
    """The fields, in the order in which one decides: what it meant, then what puts it right."""
    return {
        "impact": LongText(
            "What it meant for the resident",
            optional=True,
            hint="Such as nights without heat, days off work, worry. What you offer follows from "
            "this (Code 7.2).",
            rows=3,
        ),
        "kinds": Checkboxes("How we put it right", KINDS, optional=True),
        "remedies": LongText(
            "What we offer to put things right",
            optional=True,
            hint="In your words, one on each line. The letter has them as you write them.",
            rows=4,
        ),
        "compensation": WholeNumber(
            "Money we will pay, in pounds", optional=True, most=1_000_000, hint=MONEY
        ),
        "pay_by": Date("Paid by", optional=True, hint="Where there is money."),
    }


def offered(said: dict[str, Any]) -> Offered:
    """What was offered, of a valid form."""
    return Offered(
        kinds=tuple(Remedy(kind) for kind in said["kinds"]),
        words=tuple(line.strip() for line in said["remedies"].split("\n") if line.strip()),
        impact=said["impact"],
        pounds=said["compensation"] or None,
        pay_by=said["pay_by"],
    )
