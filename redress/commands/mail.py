"""`redress mail fetch`: takes in the e-mail that lies in the landlords’ boxes, now."""

from argparse import ArgumentParser, Namespace

from redress.commands import Problem, _database, setup_django

NAME = "mail"
HELP = "take in the e-mail that lies in the landlords’ mailboxes"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["fetch"], help="fetch: what the worker does each minute")
    parser.add_argument("landlord", nargs="?", help="one landlord, by its address; all if left out")


def run(args: Namespace) -> int:
    """Exit 0 and a count for each landlord that has a mailbox; 2 for one that is not known."""
    setup_django()
    from django.conf import settings
    from django.utils import timezone

    from redress.people.models import Landlord
    from redress.work.fetch_mail import fetch

    _database.ready()
    landlords = Landlord.objects.order_by("slug")
    if args.landlord:
        landlords = landlords.filter(slug=args.landlord)
        if not landlords:
            raise Problem(f'There is no landlord "{args.landlord}".')
    if not settings.MAIL_IN:
        raise Problem("No mailbox is set: see REDRESS_MAIL_IN in the list of settings.")
    for landlord in landlords:
        print(f"{landlord.slug}: {fetch(landlord, timezone.now()):,} taken in")
    return 0
