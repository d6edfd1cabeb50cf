"""Makes an imported store one in use: residents on every case, open cases, cases with a story.

    python -m bench.made_up_people

The importer knows no residents, so they are put beside its cases here, straight into the tables;
everything else comes about by real actions. The number of open cases and of cases with a story is
the same however many are imported, so that pages of two stores show as much.
"""

import tempfile
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from redress.commands import setup_django

SURNAMES = (
    "Smith", "Jones", "Khan", "Patel", "Osei", "Brown", "Ali", "Taylor", "Begum", "Davies",
    "Wilson", "Mensah", "Evans", "Hussain", "Thomas", "Roberts",
)  # fmt: skip
SYLLABLES = ("ad", "bel", "cor", "dan", "el", "far", "gus", "han", "il", "jo", "kam", "lor", "mir")
OPEN = 300  # cases that came in of late
MINE = 100  # of them, the officer's


def main() -> None:
    """Fill the environment's database further."""
    setup_django()
    from django.db import connection
    from django.utils import timezone
    from django.utils.timezone import localdate

    from bench.databases import settle
    from bench.made_up_work import keep_residents_words, put_work
    from redress.demo.build import build
    from redress.demo.staff import staff_of
    from redress.people.landlords import landlord_named

    landlord = landlord_named("harrow")
    _open_cases(landlord)
    _residents(landlord)
    keep_residents_words(landlord)
    put_work(landlord, staff_of(landlord).officer, timezone.now())
    build(landlord, localdate())
    settle(connection)
    print("{}")


def _open_cases(landlord: Any) -> None:
    from django.utils import timezone

    from bench.made_up_cases import unanswered, write
    from redress.cases.importing import import_cases
    from redress.cases.models import Case
    from redress.cases.perform import perform
    from redress.demo.staff import staff_of
    from redress.rules.access import Verb
    from redress.rules.actions.allocate import Allocate

    now, officer = timezone.now(), staff_of(landlord).officer
    with tempfile.TemporaryDirectory(prefix="redress-bench-") as folder:
        path = write(Path(folder) / "open.csv", unanswered(OPEN, timezone.localdate(now)))
        import_cases(path, landlord, at=now)
    given = Allocate(handler=officer.id or 0, handler_name=officer.name)
    for row in Case.objects.filter(reference__startswith="NEW-").order_by("id")[:MINE]:
        perform(officer, landlord, row.reference, Verb.ALLOCATE, given, at=now)


def _residents(landlord: Any) -> None:
    """A resident and a home for every case. A surname is shared by a sixteenth of all; a whole
    name by a few, however many there are."""
    from django.db import transaction

    from redress.cases.models import Case

    draw = Random(9)
    rows = Case.objects.filter(landlord=landlord, resident=None).order_by("id")
    first_names = max(20, rows.count() // 60)
    each = rows.iterator(chunk_size=2_000)
    while batch := list(islice(each, 2_000)):
        with transaction.atomic():
            _settle_in(landlord, batch, draw, first_names)


def _settle_in(landlord: Any, batch: list[Any], draw: Random, first_names: int) -> None:
    from redress.cases.models import Case, SearchWord
    from redress.cases.words import of_case, sort_name
    from redress.people.models import Home, Resident

    homes = [
        Home(
            landlord=landlord,
            address=f"{draw.randrange(1, 200)} {draw.choice(SURNAMES)} Road",
            postcode=_postcode(draw),
        )
        for _ in batch
    ]
    Home.objects.bulk_create(homes)
    people = [
        Resident(
            landlord=landlord,
            name=f"{_first_name(draw.randrange(first_names))} {draw.choice(SURNAMES)}",
            phone=f"07700 {draw.randrange(1_000_000):06}",
            home=home,
        )
        for home in homes
    ]
    Resident.objects.bulk_create(people)
    for row, person in zip(batch, people, strict=True):
        row.resident = person
        row.resident_name = sort_name(person)
    Case.objects.bulk_update(batch, ["resident", "resident_name"], batch_size=200)
    found = [
        SearchWord(landlord=landlord, word=word, case=row)
        for row in batch
        for word in of_case(row, row.resident, ())
    ]
    SearchWord.objects.bulk_create(found, ignore_conflicts=True)


def _postcode(draw: Random) -> str:
    """One of a million and more, so that a postcode is a few homes however many there are."""
    letters = [draw.choice("ABDEFGHJLNPQRSTUWXYZ") for _ in range(4)]
    return "{}{}{} {}{}{}".format(
        *letters[:2], draw.randrange(1, 20), draw.randrange(1, 10), *letters[2:]
    )


def _first_name(number: int) -> str:
    made = ""
    while number or not made:
        number, syllable = divmod(number, len(SYLLABLES))
        made += SYLLABLES[syllable]
    return made.capitalize()


if __name__ == "__main__":
    main()
