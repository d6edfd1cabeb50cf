"""The administration log only grows, in either database."""

import pytest
from django.db import DatabaseError, connection, transaction

from redress.people import admin_log
from redress.people.models import AdminEntry
from redress.rules.access import Actor
from tests import builders
from tests.builders import at
from tests.web.desk.conftest import TODAY

JO = Actor(7, "Jo Whitfield")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people_adminentry SET by_name = 'Nobody'",
        "DELETE FROM people_adminentry",
        "INSERT INTO people_adminentry (id, landlord_id, at, by_name, what, about, details)"
        " SELECT id, landlord_id, at, 'Nobody', what, about, details FROM people_adminentry",
    ],
)
def test_the_database_refuses_to_change_or_take_away_a_line(statement: str) -> None:
    admin_log.note(builders.landlord(), JO, "added", "Sam Roy", at(TODAY), email="s@example.org")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AdminEntry.objects.get().by_name == "Jo Whitfield"


@pytest.mark.django_db
def test_lines_are_of_one_landlord_newest_first_and_a_page_at_a_time() -> None:
    ours, other = builders.landlord(), builders.landlord("harrow", "HAR")
    for number in range(admin_log.PAGE + 3):
        admin_log.note(ours, JO, "link", f"Person {number}", at(TODAY))
        admin_log.note(other, JO, "link", "Somebody else", at(TODAY))
    first = admin_log.lines(ours)
    assert len(first) == admin_log.PAGE + 1
    assert [line.about for line in first[:2]] == ["Person 52", "Person 51"]
    older = admin_log.lines(ours, before=first[admin_log.PAGE - 1].pk)
    assert [line.about for line in older] == ["Person 2", "Person 1", "Person 0"]
