"""The address book: people of other services and contractors whom a landlord asks for comments."""

from django.db import IntegrityError, transaction

from redress.people.models import Contributor, Landlord


class AddressTaken(Exception):
    """Somebody in the book already has this e-mail address."""


def in_use(landlord: Landlord) -> list[Contributor]:
    """Those who can be asked, by service or firm and then by name."""
    return list(
        Contributor.objects.filter(landlord=landlord, retired=False).order_by(
            "organisation", "name", "pk"
        )
    )


def one_of(landlord: Landlord, number: int) -> Contributor | None:
    """Somebody in the book, by number; None for one who is retired or of another landlord."""
    return Contributor.objects.filter(landlord=landlord, pk=number, retired=False).first()


def keep(
    landlord: Landlord,
    *,
    name: str,
    organisation: str,
    email: str,
    manager_email: str = "",
    changing: Contributor | None = None,
) -> Contributor:
    """Add somebody, or change who is there. The address is kept in small letters.

    Raises `AddressTaken` where another in the book has the address.
    """
    person = changing or Contributor(landlord=landlord)
    person.name, person.organisation = name, organisation
    person.email, person.manager_email = email.lower(), manager_email.lower()
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as error:
        raise AddressTaken from error
    return person


def retire(person: Contributor) -> None:
    """Take somebody out of the book. Open requests to them stay open."""
    Contributor.objects.filter(pk=person.pk).update(retired=True)
