"""The demonstration's address book, and what its people are asked: two at once, one answers."""

from typing import Any

from redress.people import address_book
from redress.people.models import Landlord
from redress.rules.actions.ask_comments import AskComments, Asked
from redress.rules.actions.comment import Comment

BOOK = (
    ("Sam Roy", "Axis Roofing", "sam.roy@axis-roofing.example", "office@axis-roofing.example"),
    ("Uma Patel", "Surveyors", "uma.patel@surveyors.example", "head@surveyors.example"),
    ("Lee Wong", "Heating and hot water", "lee.wong@heating.example", "head@heating.example"),
    ("Ida Fox", "Fox Drains", "ida@fox-drains.example", ""),
    ("Joe Adeyemi", "Estates", "joe.adeyemi@estates.example", "head@estates.example"),
)


def fill_address_book(landlord: Landlord) -> None:
    """Put the invented people into the landlord's address book, where it is empty."""
    if address_book.in_use(landlord):
        return
    for name, organisation, email, manager in BOOK:
        address_book.keep(
            landlord, name=name, organisation=organisation, email=email, manager_email=manager
        )


def ask(scene: Any) -> AskComments:
    """The first two of the book, by two working days on."""
    people = tuple(
        Asked(name=name, organisation=organisation, email=email, manager_email=manager)
        for name, organisation, email, manager in BOOK[:2]
    )
    return AskComments(
        people=people,
        question="When did you go there, and what did you find and do? Please send your job sheet.",
        due_on=scene.calendar.add(scene.today, 2),
        issues=(1,),
        address=True,
    )


def comment(scene: Any) -> Comment:
    """The second answers; the first is still waited for."""
    return Comment(
        number=2,
        answered_by="Uma Patel",
        answer="We were there twice, last month and this. The cause is above the ceiling, and we "
        "sent our notes to the contractor the same day.",
    )
