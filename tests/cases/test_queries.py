"""Lists: every one of one landlord, in order, page by page without loss."""

from datetime import date, timedelta
from typing import Any

import pytest

from redress.cases import queries
from redress.cases.models import Case
from redress.cases.queries import figure_rows, find, unscheduled, worklist
from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.facts import Kind, State
from redress.rules.figures import count
from tests import builders
from tests.rules.story import on

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)
ALL = (date(2000, 1, 1), date(2199, 1, 1))


def references(page: Any) -> list[str]:
    return [line.reference for line in getattr(page, "lines", page)]


def test_no_list_shows_another_landlords_case() -> None:
    ours, theirs = builders.office(), builders.office("harrow", "HAR")
    for office in (ours, theirs):
        office.reach(State.STAGE_1_OPEN)
        office.reach(State.STAGE_1_ANSWERED)
    mine, landlord = {"MOD-000001", "MOD-000002"}, ours.landlord
    assert references(worklist(landlord)) == ["MOD-000001"]
    assert references(unscheduled(landlord)) == ["MOD-000002"]
    for typed in ("leak", "repairs", "HAR-000001", "000001", "har000001"):
        assert set(references(find(landlord, typed))) <= mine
    assert {row.reference for row in figure_rows(landlord, *ALL)} == mine
    assert [name for _, name in queries.colleagues(landlord)] == ["Amina Khan", "Ben Ford"]


class TestWorklist:
    def test_the_next_due_comes_first_whatever_came_in_first(self) -> None:
        office = builders.office()
        late = office.one.receive(date(2026, 5, 6))  # acknowledge by 13 May
        soon = office.one.receive(MAY)  # by 11 May
        answer = office.reach(State.STAGE_1_OPEN)  # respond by 19 May
        page = worklist(office.landlord)
        assert references(page) == [soon, late, answer]
        assert [(line.next_due, line.next_clock) for line in page.lines] == [
            (on("Mon 11 May"), "acknowledge"),
            (on("Wed 13 May"), "acknowledge"),
            (on("Tue 19 May"), "respond"),
        ]

    def test_only_what_is_owed_by_a_date_and_the_rest_beside_it(self) -> None:
        office = builders.office()
        made = {state: office.reach(state) for state in State}
        dated = {
            State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN,
            State.STAGE_2_REQUESTED, State.STAGE_2_OPEN,
        }  # fmt: skip
        open_ones = {made[state] for state in State if state is not State.CLOSED}
        listed = references(worklist(office.landlord))
        assert set(listed) == {made[state] for state in dated}
        beside = references(unscheduled(office.landlord))
        assert set(beside) == open_ones - set(listed) and len(beside) == len(set(beside))

    def test_of_one_handler(self) -> None:
        office = builders.office()
        mine, _ = office.one.receive(MAY), office.one.receive(MAY)
        number = office.two.actor.id or 0
        given = Allocate(handler=number, handler_name="Ben Ford")
        office.one.does(mine, Verb.ALLOCATE, given, MAY)
        page = worklist(office.landlord, handler=number)
        assert [(line.reference, line.handler) for line in page.lines] == [(mine, "Ben Ford")]

    @pytest.mark.parametrize(("day", "late"), [("Mon 11 May", 0), ("Tue 12 May", 1)])
    def test_overdue_is_after_the_day_not_on_it(self, day: str, late: int) -> None:
        office = builders.office()
        office.one.receive(MAY)  # acknowledge by Mon 11 May
        assert len(references(worklist(office.landlord, overdue_on=on(day)))) == late

    def test_by_stage(self) -> None:
        office = builders.office("harrow", "HAR")
        states = (State.REQUEST_OPEN, State.STAGE_1_OPEN, State.STAGE_2_OPEN)
        made = [office.reach(state) for state in states]
        found = [references(worklist(office.landlord, stage=stage)) for stage in "012"]
        assert found == [[reference] for reference in made]


class TestPages:
    """With pages of three: no row is lost or doubled, ties included."""

    @pytest.fixture(autouse=True)
    def of_three(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(queries, "PAGE", 3)

    def turned(self, turn: Any, landlord: Landlord, **others: Any) -> list[list[str]]:
        """All pages, one after the other."""
        pages, after = [], ""
        while True:
            page = turn(landlord, after=after, **others)
            pages.append(references(page))
            after = page.after
            if not after:
                return pages

    @pytest.mark.parametrize("many", [0, 1, 3, 4, 6, 7])
    def test_ties_are_neither_lost_nor_doubled(self, many: int) -> None:
        office = builders.office()
        made = [office.one.receive(MAY) for _ in range(many)]  # all due on the same day
        pages = self.turned(worklist, office.landlord)
        assert [reference for page in pages for reference in page] == made
        assert [len(page) for page in pages[:-1]] == [3] * (len(pages) - 1)
        assert len(pages) == max(1, -(-many // 3))

    def test_dates_and_ties_in_one_order(self) -> None:
        office = builders.office()
        days = [MAY + timedelta(days=n) for n in (6, 0, 5, 0, 4, 4, 0, 6)]
        made = [office.one.receive(day) for day in days]
        expected = [made[n] for n in (1, 3, 6, 4, 5, 2, 0, 7)]
        pages = self.turned(worklist, office.landlord)
        assert [reference for page in pages for reference in page] == expected

    def test_a_case_done_meanwhile_shifts_no_other_out(self) -> None:
        office = builders.office()
        made = [office.one.receive(MAY) for _ in range(5)]
        first = worklist(office.landlord)
        Case.objects.filter(reference=made[1]).update(next_due=None)
        rest = worklist(office.landlord, after=first.after)
        assert references(rest) == made[3:]

    def test_what_has_no_date_is_turned_too(self) -> None:
        office = builders.office()
        made = [office.reach(State.REQUEST_OPEN) for _ in range(7)]
        pages = self.turned(unscheduled, office.landlord)
        assert [reference for page in pages for reference in page] == made[::-1]

    @pytest.mark.parametrize(
        "mark",
        ["x", "2026-05-11", "2026-05-11.x", ".1", "2026-02-30.1", "-1", "9" * 40,
         "2026-05-11." + "9" * 40, "9999-12-31.1", "0001-01-01.0", "²", "\x00"],
    )  # fmt: skip
    @pytest.mark.parametrize("turn", [worklist, unscheduled])
    def test_a_mark_that_is_not_ours_is_no_error(self, turn: Any, mark: str) -> None:
        office = builders.office()
        office.one.receive(MAY)
        turn(office.landlord, after=mark)


class TestFind:
    @pytest.fixture
    def office(self) -> builders.Office:
        office = builders.office()
        people = [builders.resident(office.landlord, name) for name in ("Mary Osei", "Zoë Müller")]
        home = people[1].home
        assert home
        home.address, home.postcode = "12 Oak Court", "SW1A 2BB"
        home.save()
        people[1].phone, people[1].email = "020 7946 0958", "zoe@example.com"
        people[1].save()
        office.one.receive(MAY, resident=people[0].pk)
        office.one.receive(
            MAY, resident=people[1].pk, service="Heating and hot water", category="boiler"
        )
        return office

    @pytest.mark.parametrize(
        "typed",
        [
            "Mary", "mary osei", "OSEI MARY", "os", "mar os",  # words and beginnings of words
            "E1 4AA", "e14aa", "e1", "E1 4AA osei",  # postcode with and without its space
            "07700 900123", "07700900123", "07700 900 123", "0770090",  # phone however it is spaced
            "MOD-000001", "mod000001", "mod 000001", "000001",  # reference with and without dash
            "leak", "elm walk", "4 elm", "mary@example.org",
        ],
    )  # fmt: skip
    def test_what_is_typed_for_the_first(self, office: builders.Office, typed: str) -> None:
        assert references(find(office.landlord, typed)) == ["MOD-000001"]

    @pytest.mark.parametrize(
        "typed",
        ["Zoë", "zoe", "muller", "MÜLLER", "sw1a2bb", "SW1A 2BB", "sw1a", "02079460958",
         "020 7946 0958", "boiler", "heating water", "oak court", "12 oak", "MOD-000002"],
    )  # fmt: skip
    def test_what_is_typed_for_the_second(self, office: builders.Office, typed: str) -> None:
        assert references(find(office.landlord, typed)) == ["MOD-000002"]

    @pytest.mark.parametrize(
        "typed",
        ["", "   ", "-", "%", "_", "mary müller", "seo", "ary", "e2", "000003", "'; DROP TABLE",
         "👩", "\u200b", "x" * 5_000, "mary\x00"],
    )  # fmt: skip
    def test_what_finds_nothing(self, office: builders.Office, typed: str) -> None:
        """A word inside a word is not its beginning; all words must be there."""
        found = references(find(office.landlord, typed))
        assert found == (["MOD-000001"] if typed == "mary\x00" else [])

    def test_what_fits_both_shows_the_newest_first(self, office: builders.Office) -> None:
        assert references(find(office.landlord, "mod")) == ["MOD-000002", "MOD-000001"]

    def test_a_line_says_who_where_and_what(self, office: builders.Office) -> None:
        (line,) = find(office.landlord, "zoe")
        assert (line.resident, line.place, line.about) == ("Zoë Müller", "12 Oak Court", "boiler")

    def test_no_more_than_a_page(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(queries, "PAGE", 3)
        office = builders.office()
        made = [office.one.receive(MAY) for _ in range(5)]
        assert references(find(office.landlord, "repairs")) == made[:1:-1]


class TestFigureRows:
    def test_a_request_that_became_a_complaint_is_counted_as_that(self) -> None:
        office = builders.office()
        reference = office.reach(State.REQUEST_ANSWERED)
        raised = RaiseComplaint(dissatisfaction="Nobody came.", received_on=date(2026, 5, 8))
        office.one.does(reference, Verb.RAISE_COMPLAINT, raised, date(2026, 5, 8))
        rows = list(figure_rows(office.landlord, *ALL))
        assert [(row.kind, row.stage) for row in rows] == [(Kind.COMPLAINT, 1)]
        count(rows, date(2026, 12, 31))

    @pytest.mark.parametrize(
        ("first", "last", "many"),
        [
            ("Fri 1 May", "Wed 20 May", 2),  # both days included
            ("Sat 2 May", "Wed 20 May", 1),
            ("Fri 1 May", "Tue 19 May", 1),
            ("Sat 2 May", "Tue 19 May", 0),
        ],
    )
    def test_a_stage_belongs_to_the_period_it_began_in(
        self, first: str, last: str, many: int
    ) -> None:
        office = builders.office()
        office.reach(State.STAGE_2_REQUESTED)  # on 1 May, and on 20 May
        assert len(list(figure_rows(office.landlord, on(first), on(last)))) == many


def test_colleagues_by_role_and_only_those_who_are_here() -> None:
    office = builders.office()
    builders.user(office.landlord, Role.HANDLER, Role.TEAM_LEADER, name="Hal Ng")
    gone = builders.user(office.landlord, Role.HANDLER, name="Gone")
    queries.User.objects.filter(pk=gone.id).update(is_active=False)
    names = [name for _, name in queries.colleagues(office.landlord, Role.HANDLER)]
    assert names == ["Hal Ng"]
    everyone = [name for _, name in queries.colleagues(office.landlord)]
    assert everyone == ["Amina Khan", "Ben Ford", "Hal Ng"]
