"""Who looked at what is on record, is never changed, and shows when it was."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redress.cases.models import Viewed
from redress.cases.verify import verify
from redress.people.models import Landlord
from redress.rules.access import VIEW_READERS, Actor, Role, Verb
from redress.rules.actions.restrict import Restrict
from redress.web import clock
from tests import builders, triggers
from tests.web.desk.conftest import TODAY, address, browser_of, moment, opened
from tests.web.desk.pages import words_of


def looks() -> list[tuple[str, str, str, int]]:
    rows = Viewed.objects.order_by("id").select_related("case")
    return [(r.by_name, r.case.reference if r.case else "", r.what, r.number) for r in rows]


@pytest.fixture
def head(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones")


def test_a_look_at_a_case_and_what_is_in_it_is_noted_once_a_day(
    page: Client, desk: builders.Desk, officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = opened(desk)
    for _ in range(2):
        for rest in ("", "/extend", "/needs", "/letters/1", "/letters/1/pdf"):
            assert page.get(address(f"case/{ref}{rest}")).status_code == 200
    first = [(officer.name, ref, "case", 0), (officer.name, ref, "letter", 1)]
    assert looks() == first
    monkeypatch.setattr(clock, "now", lambda: moment(TODAY + timedelta(days=1)))
    page.get(address(f"case/{ref}"))
    assert looks() == [*first, first[0]]


def test_each_list_taken_away_is_noted(page: Client, desk: builders.Desk, officer: Actor) -> None:
    opened(desk)
    for form in ("csv", "xlsx", "csv"):
        answer = page.get(address(f"export?as={form}"))
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content)
    assert looks() == [(officer.name, "", "export", 0)] * 3


def test_whoever_is_shown_nothing_has_not_looked(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    assert page.get(address("case/MOD-999999")).status_code == 404
    stranger = builders.user(builders.landlord("harrow", "HAR"), Role.AUDITOR)
    assert browser_of(stranger).get(address(f"case/{ref}")).status_code == 404
    assert page.post(address(f"case/{ref}/here"), {}).status_code < 400
    assert looks() == []


def test_a_later_look_of_the_day_costs_one_query(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    with CaptureQueriesContext(connection) as first:
        page.get(address(f"case/{ref}/letters/1"))
    with CaptureQueriesContext(connection) as second:
        page.get(address(f"case/{ref}/letters/1"))
    asked = [each for each in second.captured_queries if "cases_viewed" in each["sql"]]
    assert len(asked) == 1 and len(second) < len(first)


def test_those_who_watch_over_the_rest_read_it_and_others_do_not(
    page: Client, desk: builders.Desk, landlord: Landlord, officer: Actor
) -> None:
    ref = opened(desk)
    page.get(address(f"case/{ref}"))
    for role in Role:
        theirs = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
        may = 200 if role in VIEW_READERS else 403
        assert theirs.get(address("looks")).status_code == may, role
        assert theirs.get(address(f"case/{ref}/looks")).status_code == may, role
        if role in VIEW_READERS:
            assert "Who looked at this case" in theirs.get(address(f"case/{ref}")).content.decode()
    other = browser_of(builders.user(builders.landlord("harrow", "HAR"), Role.AUDITOR))
    assert other.get(address("looks")).status_code in (403, 404)
    assert "Who looked at this case" not in page.get(address(f"case/{ref}")).content.decode()


def test_by_person_by_case_and_page_by_page(
    page: Client, desk: builders.Desk, head: Actor, officer: Actor
) -> None:
    refs = [opened(desk) for _ in range(2)]
    for ref in refs:
        page.get(address(f"case/{ref}"))
    theirs = browser_of(head)
    theirs.get(address(f"case/{refs[0]}"))
    shown = words_of(theirs.get(address("looks")).content.decode())
    assert shown.index(head.name) < shown.index(refs[1])
    alone = theirs.get(address(f"looks?who={head.id}")).context["rows"]
    assert [named for _, _, named in alone] == [refs[0]]
    of_one = theirs.get(address(f"case/{refs[1]}/looks")).context["rows"]
    assert [line.by_name for line, _, _ in of_one] == [officer.name]
    for wrong in ("who=x", "before=x", f"before={'9' * 30}"):
        assert theirs.get(address(f"looks?{wrong}")).status_code == 404


def test_a_case_restricted_to_others_is_not_named(
    page: Client, desk: builders.Desk, head: Actor, officer: Actor
) -> None:
    ref = opened(desk)
    page.get(address(f"case/{ref}"))
    only = Restrict(people=((officer.id or 0, officer.name),), reason="It is about a colleague.")
    desk.does(ref, Verb.RESTRICT, only, TODAY)
    theirs = browser_of(head)
    shown = theirs.get(address("looks")).content.decode()
    assert "A restricted case" in shown and ref not in shown
    assert theirs.get(address(f"case/{ref}/looks")).status_code == 404


def test_the_database_refuses_to_change_it(page: Client, desk: builders.Desk) -> None:
    page.get(address(f"case/{opened(desk)}"))
    for change in (lambda: Viewed.objects.update(by_name="Nobody"), Viewed.objects.all().delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


@pytest.mark.sqlite
def test_not_even_by_replacing_it(page: Client, desk: builders.Desk) -> None:
    page.get(address(f"case/{opened(desk)}"))
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("REPLACE INTO cases_viewed SELECT * FROM cases_viewed")


def test_what_was_changed_or_taken_out_all_the_same_shows(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = opened(desk)
    for rest in ("", "/letters/1"):
        page.get(address(f"case/{ref}{rest}"))
    page.get(address("export?as=csv"))
    assert verify().faults == []
    triggers.remove(connection)
    Viewed.objects.filter(what="letter").update(by_name="Nobody")
    Viewed.objects.filter(what="export").update(day=date(2026, 5, 11))
    assert verify().faults == [f"{ref}: look 2: it does not fit the chain"]
    Viewed.objects.filter(what="case").delete()
    assert verify().faults == [f"{ref}: look 2: look 1 is missing"]
    triggers.install(connection)
