"""Help in telling which Ombudsman or tribunal a matter belongs to. Nothing is kept of it."""

from django.http import HttpResponse

from redress.rules.access import Actor, Verb, may, may_read_cases
from redress.rules.whose_matter import WORDS, Answer, LandlordIs, Matter, Person, whose
from redress.web.forms import Checkboxes, Form, Radios
from redress.web.pages import Visit, page

LANDLORDS = [
    (LandlordIs.COUNCIL.value, "A council, or a company that manages its homes"),
    (LandlordIs.ASSOCIATION.value, "A housing association"),
]
PEOPLE = [
    (Person.TENANT.value, "A tenant"),
    (Person.LEASEHOLDER.value, "A leaseholder or shared owner"),
    (Person.OTHER.value, "Somebody else, such as an applicant or a neighbour"),
]


class WhoseForm(Form):
    """What somebody has to know."""

    matters = Checkboxes(
        "What is it about?",
        [(each.value, words) for each, words in WORDS.items()],
        hint="Choose all that apply: each part is answered by itself.",
    )
    landlord = Radios("Who is the landlord?", LANDLORDS)
    person = Radios("Who complains?", PEOPLE)

    def answer(self) -> Answer:
        """Once the form is valid."""
        said = self.cleaned_data
        matters = [Matter(each) for each in said["matters"]]
        return whose(matters, LandlordIs(said["landlord"]), Person(said["person"]))


def helps(actor: Actor) -> bool:
    """Whoever takes complaints, or reads cases."""
    return may(actor, Verb.RECEIVE) or may_read_cases(actor)


@page(needs=helps)
def which_ombudsman(visit: Visit) -> HttpResponse:
    """The questions, and below them where each part may go, why, and what to tell the resident."""
    form = WhoseForm(visit.request.GET or None)
    answer = form.answer() if form.is_valid() else None
    known = visit.stationery.contacts(visit.today)
    names = {name: contact.name for name, contact in known.items()}
    return visit.render(
        "desk/which_ombudsman.html",
        form=form,
        tell=answer.tell if answer else (),
        parts=[
            (WORDS[part.matter], [names.get(body, body) for body in part.bodies], part)
            for part in (answer.parts if answer else ())
        ],
        contacts=[known[body] for body in (answer.bodies if answer else ()) if body in known],
    )
