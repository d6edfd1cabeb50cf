"""Put down who signed a petition, or who complains as a group."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from redress.rules.actions.add_signatories import AddSignatories
from redress.rules.facts_people import Wish
from redress.rules.signatories import NewSignatory
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import LongText, Radios

WHAT = (("petition", "A petition"), ("group", "A group that complains together"))
LETTER = "letter"  # what stands on a line of somebody who wants one of their own
LINE = "Tom Bradley; 8 Elm Walk, ZZ1 4AA; tom@example.org; letter"


class AddSignatoriesForm(DeskForm):
    """One person a line, its parts with semicolons between them."""

    what = Radios("What it is", WHAT)
    people = LongText(
        "Who signed",
        rows=12,
        limit=100_000,
        hint="One person a line: name; address; email; and the word “letter” if they want one of "
        f"their own. Only the name is needed. For example: {LINE}",
    )

    def first_values(self) -> dict[str, Any]:
        return {"what": "group" if self.case.group_complaint else "petition"}

    def clean_people(self) -> tuple[NewSignatory, ...]:
        """Each line as a person; the first that cannot be read is named."""
        lines = enumerate(self.cleaned_data["people"].splitlines(), 1)
        return tuple(read_line(number, line) for number, line in lines if line.strip())

    def given(self) -> AddSignatories:
        said = self.cleaned_data
        return AddSignatories(people=said["people"], petition=said["what"] == "petition")


def read_line(number: int, line: str) -> NewSignatory:
    """One person. The name comes first; the rest is known by what it is.

    Raises ValidationError for a line without a name, a wrong e-mail address, or parts too many.
    """
    name, *rest = (part.strip() for part in line.split(";"))
    rest = [part for part in rest if part]
    wants = [part for part in rest if part.casefold() == LETTER]
    emails = [part for part in rest if "@" in part]
    places = [part for part in rest if part not in wants and part not in emails]
    if not name:
        raise ValidationError(f"Line {number} has no name. Put the name first.")
    if len(places) > 1 or len(emails) > 1:
        raise ValidationError(f"Line {number} has more than one address. Leave one out.")
    for email in emails:
        try:
            validate_email(email)
        except ValidationError as error:
            raise ValidationError(f"Line {number}: {email} is not an email address.") from error
    return NewSignatory(
        name=name[:201],
        address="".join(places)[:400],
        email="".join(emails),
        wish=Wish.OWN_LETTER if wants else Wish.BY_CONTACT,
    )
