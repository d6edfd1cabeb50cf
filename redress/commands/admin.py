"""`redress admin`: the first administrator of a landlord, who then adds everybody else."""

from argparse import ArgumentParser, Namespace

from redress.commands import Problem, _database, setup_django

NAME = "admin"
HELP = "give somebody the administrator's role, and print the link that sets their password"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("landlord", metavar="SLUG")
    parser.add_argument("email", metavar="EMAIL")
    parser.add_argument("name", metavar="NAME")


def run(args: Namespace) -> int:
    """Prints the link; it works once, for three days. Whoever has an account gets none."""
    setup_django()
    from django.conf import settings
    from django.utils import timezone

    from redress.cases.staffing import OnTheStaff, add
    from redress.people import passwords
    from redress.people.staff import team_named
    from redress.rules.access import SYSTEM, Role

    if "@" not in args.email:
        raise Problem(f"{args.email}: is not an email address")
    landlord = _database.landlord(args.landlord)
    roles, team = [Role.ADMINISTRATOR], team_named(landlord.name, "Complaints")
    given = {"email": args.email, "name": args.name, "team": team, "roles": roles}
    try:
        user = add(landlord, SYSTEM, at=timezone.now(), **given)
    except OnTheStaff:
        raise Problem(f"{args.email} is on the staff already; see the page People") from None
    if user.has_usable_password():
        print(f"{user.name} administers {landlord.name} and signs in as before.")
    else:
        print(f"{settings.SITE_ADDRESS}/{passwords.path(user)}")
    return 0
