"""Choosing from the register of contacts."""

from redress.rules.words import short_date
from redress.web.desk.forms.base import Setting
from redress.web.forms import Checkboxes


def contacts_field(setting: Setting, *, optional: bool = False) -> Checkboxes:
    """Who else may help, to tick; whose details are past their date says so."""
    today = setting.context.today
    known = setting.stationery.contacts(today)
    choices = []
    for name, contact in known.items():
        old = f" (details not checked since {short_date(contact.checked_on)}: not to be used)"
        says = f"{contact.name}: {contact.what_for}"
        choices.append((name, says + (old if contact.is_expired(today) else "")))
    return Checkboxes(
        "Who can help",
        choices,
        optional=optional,
        hint="The letter gives their details from the register of contacts.",
    )
