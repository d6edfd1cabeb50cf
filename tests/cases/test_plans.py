"""How the database finds what lists and pages ask for: by an index that leads to it, or that ends
with the page, never by going through all that a landlord has."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases import lists, promises, search, sending
from redress.cases.filters import Filters, Seen
from redress.cases.search import find
from redress.rules.access import Verb
from redress.rules.actions.restrict import Restrict
from redress.rules.actions.tag import Tag
from redress.rules.calendar import calendar_for
from tests import builders

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 11)


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


def page(desk: builders.Desk, filters: Filters, sort: str = "", **mark: str) -> lists.Page:
    seen = Seen(desk.actor, MAY, calendar_for("england-and-wales"))
    order = lists.order_of(sort, filters)
    return lists.page_of(desk.landlord, filters, seen, order, **mark)


def references(found: lists.Page) -> list[str]:
    return [line.reference for line in found.lines]


def plans_of(asks: Callable[[], object]) -> list[str]:
    """How SQLite goes about each query of what is asked."""
    with CaptureQueriesContext(connection) as captured:
        asks()
    steps = []
    with connection.cursor() as cursor:
        for query in captured.captured_queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
            steps += [row[3] for row in cursor.fetchall()]
    return steps


@pytest.mark.sqlite
@pytest.mark.parametrize(
    ("filters", "sort", "index"),
    [
        (Filters(), "", "open_by_due (landlord_id=?"),
        (Filters(stage="1", service="Repairs"), "", "open_by_due (landlord_id=?"),
        (Filters(due="late"), "", "open_by_due (landlord_id=? AND open_due"),
        (Filters(handler="me"), "", "open_of_handler (landlord_id=? AND handler_id=?"),
        (Filters(handler="nobody"), "", "open_of_handler (landlord_id=?"),
        (Filters(), "received", "open_by_received_on (landlord_id=?"),
        (Filters(), "-reference", "open_by_reference (landlord_id=?"),
        (Filters(), "resident", "open_by_resident_name (landlord_id=?"),
        (Filters(), "service", "open_by_service (landlord_id=?"),
        (Filters(handler="me"), "resident", "open_by_resident_name (landlord_id=?"),
        (Filters(show="all"), "-received", "case_by_received (landlord_id=?"),
        (Filters(show="all"), "resident", "case_by_name (landlord_id=?"),
        (Filters(show="all"), "service", "case_by_service (landlord_id=?"),
        (Filters(show="all", service="Lifts"), "", "case_of_service (landlord_id=? AND service=?"),
        (Filters(show="closed", handler="me"), "", "case_of_handler (landlord_id=? AND handler_id"),
        (Filters(show="closed", tag="damp"), "", "cases_case USING INTEGER PRIMARY KEY (rowid=?)"),
        (Filters(show="all", risk="fire"), "", "cases_case USING INTEGER PRIMARY KEY (rowid=?)"),
    ],
)
def test_a_page_is_read_from_the_index_that_ends_with_it(
    office: builders.Office, filters: Filters, sort: str, index: str
) -> None:
    """A list of open work from an index of open work alone; one with closed cases from one that
    is in its order, or that leads to the few it can be."""
    tag(office, office.one.receive(MAY), "damp")
    steps = plans_of(lambda: page(office.one, filters, sort))
    walks = [step for step in steps if "cases_case " in step]
    if filters.risk:  # no case has it: nothing is read at all
        assert walks == []
    else:
        assert index in walks[-1], steps
    assert not any(step.startswith("SCAN") for step in steps)


@pytest.mark.sqlite
def test_a_further_page_begins_at_its_mark(office: builders.Office) -> None:
    steps = plans_of(lambda: page(office.one, Filters(), after="2026-05-11.3"))
    assert any("open_by_due (landlord_id=? AND open_due>?" in step for step in steps)


@pytest.mark.sqlite
def test_promises_of_a_quarter_are_read_by_their_dates(office: builders.Office) -> None:
    steps = plans_of(lambda: promises.kept(office.landlord, MAY, MAY))
    assert "actions_by_due (landlord_id=? AND due_on>? AND due_on<?)" in steps[0]


@pytest.mark.sqlite
def test_what_was_sent_is_read_from_its_newest(office: builders.Office) -> None:
    steps = plans_of(lambda: sending.listed(office.one.actor, office.landlord, sending.Show.SENT))
    assert sum("messages_of_landlord (landlord_id=? AND state=?)" in step for step in steps) == 2
    assert not any("TEMP B-TREE" in step for step in steps)


@pytest.mark.sqlite
@pytest.mark.parametrize("many", [0, 100])
@pytest.mark.parametrize("text", ["mary hetting", "heating elm", "hxxting zzrefer", "mary elms"])
def test_slips_are_looked_for_by_their_words(
    office: builders.Office, monkeypatch: pytest.MonkeyPatch, text: str, many: int
) -> None:
    received(office, "Mary Osei", category="heating")
    received(office, "Ade Elms", category="leak")
    monkeypatch.setattr(search, "MANY", many)
    steps = plans_of(lambda: find(office.one.actor, office.landlord, text))
    of_words = [step for step in steps if "cases_searchword" in step]
    assert of_words
    assert [step for step in of_words if step.endswith("(landlord_id=?)")] == []


def received(office: builders.Office, name: str, **others: object) -> str:
    person = builders.resident(office.landlord, name)
    return office.one.receive(MAY, resident=person.pk, **others)


def test_words_that_never_meet_are_taken_for_those_near_them(office: builders.Office) -> None:
    """Both words are in some case; together in none; but a word near one of them is."""
    meant = received(office, "Holly Smith")
    received(office, "Ade Smyth")
    found = find(office.one.actor, office.landlord, "holly smyth")
    assert found.alike
    assert [line.reference for line in found.lines] == [meant]


def test_the_beginning_of_a_word_counts_beside_what_is_near(office: builders.Office) -> None:
    """ "hol" begins "holly"; "cold" is in no case with it, but "gold" is."""
    meant = received(office, "Holly Gold")
    received(office, "Ade Cold")
    found = find(office.one.actor, office.landlord, "hol cold")
    assert [line.reference for line in found.lines] == [meant]


def tag(office: builders.Office, reference: str, word: str) -> None:
    office.one.does(reference, Verb.TAG, Tag(add=(word,)), MAY)


@pytest.mark.parametrize("few", [0, 1, 100])
@pytest.mark.parametrize("show", ["all", "closed", ""])
def test_a_list_of_a_tag_is_the_same_however_many_have_it(
    office: builders.Office, monkeypatch: pytest.MonkeyPatch, few: int, show: str
) -> None:
    monkeypatch.setattr(lists, "FEW", few)
    other = builders.office("harrow", "HAR")
    first, second, bare = (office.one.receive(MAY) for _ in range(3))
    for reference in (first, second):
        tag(office, reference, "damp")
    tag(other, other.one.receive(MAY), "damp")
    assert (
        references(page(office.one, Filters(show=show, tag="damp")))
        == {
            "all": [second, first],
            "closed": [],
            "": [first, second],
        }[show]
    )
    assert references(page(office.one, Filters(show="all", tag="never"))) == []
    assert bare in references(page(office.one, Filters(show="all")))


def test_a_restricted_case_is_not_found_by_its_tag(office: builders.Office) -> None:
    secret = office.one.receive(MAY)
    tag(office, secret, "damp")
    given = Restrict(people=((office.two.actor.id or 0, "Two"),), reason="About a colleague.")
    office.two.does(secret, Verb.RESTRICT, given, MAY)
    assert references(page(office.one, Filters(show="all", tag="damp"))) == []
    assert references(page(office.two, Filters(show="all", tag="damp"))) == [secret]
