"""Lists: of one landlord, by filters, in order, page by page both ways, counted as shown."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redress.cases import lists
from redress.cases.filters import Filters, Seen
from redress.cases.lists import Order, Page
from redress.cases.models import Case
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.respond import IssueFinding, NewAction, Respond
from redress.rules.actions.restrict import Restrict
from redress.rules.calendar import calendar_for
from redress.rules.facts import Finding, Kind, State, Tenure
from tests import builders
from tests.rules.inputs import on

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)
CALENDAR = calendar_for("england-and-wales")
SORTS = [
    Order("due"),
    Order("due", falling=True),
    Order("received"),
    Order("received", falling=True),
    Order("reference"),
    Order("resident"),
    Order("resident", falling=True),
]


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


def seen(desk: builders.Desk, day: date = MAY) -> Seen:
    return Seen(desk.actor, day, CALENDAR)


def page(
    desk: builders.Desk,
    filters: Filters | None = None,
    order: Order | None = None,
    day: date = MAY,
    **mark: str,
) -> Page:
    return lists.page_of(
        desk.landlord, filters or Filters(), seen(desk, day), order or Order(), **mark
    )


def references(found: Page) -> list[str]:
    return [line.reference for line in found.lines]


def given_to(desk: builders.Desk, reference: str, handler: int | None) -> None:
    given = Allocate(handler=handler or 0, handler_name="Somebody")
    desk.does(reference, Verb.ALLOCATE, given, MAY)


def test_no_list_shows_counts_or_offers_another_landlords_case(office: builders.Office) -> None:
    theirs = builders.office("harrow", "HAR")
    mine = office.reach(State.STAGE_1_OPEN)
    theirs.one.receive(MAY, service="Lifts", category="stuck")
    assert references(page(office.one)) == [mine]
    assert references(page(office.one, Filters(show="all"))) == [mine]
    assert lists.counts(office.landlord, {"all": Filters()}, seen(office.one)) == {"all": 1}
    there = lists.choices(office.landlord, office.one.actor)
    assert (there.services, there.categories) == (["Repairs"], ["leak"])


def test_the_next_due_comes_first_and_what_has_no_date_last(office: builders.Office) -> None:
    late = office.one.receive(date(2026, 5, 6))  # acknowledge by 13 May
    undated = office.reach(State.STAGE_1_ANSWERED)
    soon = office.one.receive(MAY)  # by 11 May
    answer = office.reach(State.STAGE_1_OPEN)  # respond by 19 May
    found = page(office.one)
    assert references(found) == [soon, late, answer, undated]
    assert [(line.next_due, line.next_clock) for line in found.lines] == [
        (on("Mon 11 May"), "acknowledge"),
        (on("Wed 13 May"), "acknowledge"),
        (on("Tue 19 May"), "respond"),
        (None, "action"),
    ]


def test_open_closed_and_all(office: builders.Office) -> None:
    made = {state: office.reach(state) for state in State}
    closed = made.pop(State.CLOSED)
    assert set(references(page(office.one))) == set(made.values())
    assert references(page(office.one, Filters(show="closed"))) == [closed]
    everything = lists.page_of(
        office.landlord,
        Filters(show="all"),
        seen(office.one),
        lists.order_of("", Filters(show="all")),
    )
    assert set(references(everything)) == {closed, *made.values()}


@pytest.mark.parametrize(
    ("filters", "states"),
    [
        (Filters(stage="0"), {State.REQUEST_OPEN, State.REQUEST_ANSWERED}),
        (
            Filters(stage="1"),
            {
                State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN,
                State.STAGE_1_ANSWERED, State.REFUSED,
            },
        ),
        (
            Filters(stage="2"),
            {
                State.STAGE_2_REQUESTED, State.STAGE_2_OPEN, State.STAGE_2_ANSWERED,
                State.ESCALATION_REFUSED,
            },
        ),
        (Filters(waiting="sorting"), {State.STAGE_1_RECEIVED, State.STAGE_2_REQUESTED}),
        (Filters(waiting="resident"), {State.STAGE_1_ANSWERED, State.STAGE_2_ANSWERED}),
        (
            Filters(waiting="closing"),
            {
                State.REQUEST_ANSWERED, State.REFUSED, State.ESCALATION_REFUSED, State.WITHDRAWN,
            },
        ),
        (Filters(stage="2", waiting="sorting"), {State.STAGE_2_REQUESTED}),
        (Filters(kind="service_request"), {State.REQUEST_OPEN, State.REQUEST_ANSWERED}),
        (Filters(stage="2", kind="service_request"), set()),
    ],
)  # fmt: skip
def test_by_stage_waiting_and_kind(
    office: builders.Office, filters: Filters, states: set[State]
) -> None:
    for state in State:
        office.reach(state)
    assert {line.state for line in page(office.one, filters).lines} == states


def test_by_handler_and_by_nobody(office: builders.Office) -> None:
    mine, his, free = (office.one.receive(MAY) for _ in range(3))
    given_to(office.one, mine, office.one.actor.id)
    given_to(office.one, his, office.two.actor.id)
    assert references(page(office.one, Filters(handler="me"))) == [mine]
    assert references(page(office.two, Filters(handler="me"))) == [his]
    assert references(page(office.one, Filters(handler=f"{office.two.actor.id}"))) == [his]
    assert references(page(office.one, Filters(handler="nobody"))) == [free]
    there = lists.choices(office.landlord, office.one.actor)
    assert [name for _, name in there.handlers] == ["Amina Khan", "Ben Ford"]


@pytest.mark.parametrize(
    ("day", "due", "is_in"),
    [
        # acknowledge by Monday 11 May
        ("Mon 11 May", "late", False),
        ("Tue 12 May", "late", True),
        ("Mon 11 May", "today", True),
        ("Sun 10 May", "today", False),
        ("Mon 11 May", "soon", False),  # that is today
        ("Fri 8 May", "soon", True),
        ("Thu 7 May", "soon", True),  # 1: Friday, 2: Monday
        ("Wed 6 May", "soon", False),
        ("Sat 9 May", "week", False),  # the week ends on Sunday
        ("Mon 11 May", "week", True),
        ("Mon 11 May", "none", False),
    ],
)
def test_by_due_date(office: builders.Office, day: str, due: str, is_in: bool) -> None:
    office.one.receive(MAY)
    assert bool(references(page(office.one, Filters(due=due), day=on(day)))) == is_in


def test_what_has_no_date(office: builders.Office) -> None:
    office.one.receive(MAY)
    ready = office.reach(State.STAGE_1_ANSWERED)
    assert references(page(office.one, Filters(due="none"))) == [ready]


@pytest.mark.parametrize(
    ("day", "when", "is_in"),
    [
        ("Fri 12 Jun", "late", False),
        ("Sat 13 Jun", "late", True),
        ("Fri 12 Jun", "soon", True),
        ("Wed 10 Jun", "soon", True),
        ("Tue 9 Jun", "soon", False),
        ("Sat 13 Jun", "soon", False),
    ],
)
def test_by_promise(office: builders.Office, day: str, when: str, is_in: bool) -> None:
    reference = office.reach(State.STAGE_1_OPEN)
    mend = NewAction(what="Mend it", owner="Repairs", due_on=on("Fri 12 Jun"))
    finding = IssueFinding(issue=1, finding=Finding.UPHELD, reasons="So.")
    given = Respond(findings=(finding,), actions=(mend,))
    office.one.does(reference, Verb.RESPOND, given, on("Mon 18 May"))
    assert bool(references(page(office.one, Filters(promise=when), day=on(day)))) == is_in


def test_by_what_the_case_is(office: builders.Office) -> None:
    damp = office.one.receive(
        MAY, service="Heating", category="boiler", channel="email",
        tenure=Tenure.LEASEHOLDER, risks=("damp_and_mould",),
    )  # fmt: skip
    office.one.receive(MAY)
    for filters in (
        Filters(service="Heating"),
        Filters(category="boiler"),
        Filters(channel="email"),
        Filters(tenure="leaseholder"),
        Filters(risk="damp_and_mould"),
        Filters(service="Heating", channel="email", risk="damp_and_mould"),
    ):
        assert references(page(office.one, filters)) == [damp], filters
    assert references(page(office.one, Filters(service="Heating", channel="phone"))) == []


class TestCounts:
    def test_each_is_the_length_of_its_list(self, office: builders.Office) -> None:
        for state in State:
            reference = office.reach(state)
            if state in (State.STAGE_1_OPEN, State.STAGE_2_OPEN):
                given_to(office.one, reference, office.two.actor.id)
        day = on("Wed 13 May")
        asked = {
            f"{name}={value}": Filters(**{name: value})
            for name, values in {
                "stage": "012",
                "due": ("late", "today", "soon", "week", "none"),
                "handler": ("me", "nobody", f"{office.two.actor.id}"),
                "waiting": ("sorting", "us", "resident", "closing"),
                "promise": ("late", "soon"),
                "": ("",),
            }.items()
            for value in values
            if name
        }
        counted = lists.counts(office.landlord, asked, seen(office.one, day))
        for name, filters in asked.items():
            assert counted[name] == len(references(page(office.one, filters, day=day))), name
        assert counted["handler=nobody"] > 5 and counted["due=late"] > 1

    def test_one_query_however_many_lists(self, office: builders.Office) -> None:
        office.one.receive(MAY)
        asked = {f"{n}": Filters(stage=f"{n}") for n in range(3)}
        with CaptureQueriesContext(connection) as captured:
            lists.counts(office.landlord, asked, seen(office.one))
        assert len(captured) == 1

    def test_a_list_with_closed_cases_is_not_counted(self, office: builders.Office) -> None:
        office.reach(State.CLOSED)
        asked = {"closed": Filters(show="closed"), "all": Filters(show="all"), "open": Filters()}
        assert lists.counts(office.landlord, asked, seen(office.one)) == {"open": 0}
        assert lists.counts(office.landlord, {}, seen(office.one)) == {}


class TestPages:
    """With pages of three: no row is lost or doubled, ties included, whichever way they turn."""

    @pytest.fixture(autouse=True)
    def of_three(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lists, "PAGE", 3)

    def turned(self, desk: builders.Desk, order: Order) -> Iterator[Page]:
        mark = ""
        while True:
            found = page(desk, order=order, after=mark)
            yield found
            if not (mark := found.after):
                return

    def cases(self, office: builders.Office) -> None:
        days = [MAY + timedelta(days=n) for n in (6, 0, 5, 0, 4, 4, 0, 6)]
        names = ("Zoë", "Ade", "Mary", "Mary", "ade", "Émile", "Mary", "")
        for day, name in zip(days, names, strict=True):
            person = builders.resident(office.landlord, name) if name else None
            office.one.receive(day, resident=person.pk if person else None)
        office.reach(State.STAGE_1_ANSWERED)  # nothing is due

    @pytest.mark.parametrize("order", SORTS)
    def test_every_case_once_forwards_and_backwards(
        self, office: builders.Office, order: Order
    ) -> None:
        self.cases(office)
        pages = list(self.turned(office.one, order))
        there = [reference for found in pages for reference in references(found)]
        assert sorted(there) == sorted(Case.objects.values_list("reference", flat=True))
        back, found = [references(pages[-1])], pages[-1]
        while found.before:
            found = page(office.one, order=order, before=found.before)
            back.insert(0, references(found))
        assert [reference for each in back for reference in each] == there
        assert [len(each) for each in back] == [3, 3, 3]
        assert pages[0].before == "" and pages[-1].after == ""

    def test_falling_is_rising_turned_round(self, office: builders.Office) -> None:
        self.cases(office)
        for by in lists.SORTS:
            up, down = (
                [r for found in self.turned(office.one, each) for r in references(found)]
                for each in (Order(by), Order(by, falling=True))
            )
            assert up == down[::-1]

    def test_names_in_the_order_of_the_alphabet(self, office: builders.Office) -> None:
        self.cases(office)
        pages = self.turned(office.one, Order("resident"))
        names = [line.resident for found in pages for line in found.lines]
        assert names[:1] == ["No name given"]
        assert [name[0].upper() for name in names[2:]] == list("AAÉMMMZ") or names[-1] == "Zoë"

    def test_a_case_done_meanwhile_shifts_no_other_out(self, office: builders.Office) -> None:
        made = [office.one.receive(MAY) for _ in range(5)]
        first = page(office.one)
        Case.objects.filter(reference=made[1]).update(open_due=None)
        assert references(page(office.one, after=first.after)) == made[3:]

    @pytest.mark.parametrize(
        "mark",
        ["x", "2026-05-11", "2026-05-11.x", ".1", "2026-02-30.1", "-1", "9" * 40,
         "2026-05-11." + "9" * 40, "9999-12-31.1", "0001-01-01.0", "²", "\x00", "1.²", "a\x00.1"],
    )  # fmt: skip
    @pytest.mark.parametrize("order", SORTS)
    def test_a_mark_that_is_not_ours_is_no_error(
        self, office: builders.Office, order: Order, mark: str
    ) -> None:
        office.one.receive(MAY)
        page(office.one, order=order, after=mark)
        page(office.one, order=order, before=mark)

    def test_a_name_never_stands_in_a_mark(self, office: builders.Office) -> None:
        self.cases(office)
        found = page(office.one, order=Order("resident"))
        assert found.after[1:].isdecimal() and found.after[0] == "."

    def test_a_whole_list_in_its_order(
        self, office: builders.Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(lists, "CHUNK", 2)
        self.cases(office)
        rows = lists.kept(office.landlord, Filters(), seen(office.one))
        for order in SORTS:
            there = [r for found in self.turned(office.one, order) for r in references(found)]
            assert [row.reference for row in lists.every(rows, order)] == there


def test_restricted_cases_are_in_no_list_count_or_choice(office: builders.Office) -> None:
    """Code 5.8c and the restriction of a case: its people see it, and nobody else can tell."""
    secret = office.one.receive(MAY, service="Directors", category="conduct")
    head = builders.user(office.landlord, Role.HEAD_OF_SERVICE, name="Eve Hall")
    named = builders.Desk(office.landlord, head)
    given = Restrict(people=((head.id or 0, head.name),), reason="It is about a director.")
    named.does(secret, Verb.RESTRICT, given, MAY)
    assert references(page(named)) == [secret]
    assert references(page(office.one)) == []
    assert lists.counts(office.landlord, {"all": Filters()}, seen(office.one)) == {"all": 0}
    assert lists.choices(office.landlord, office.one.actor) == lists.Choices([], [], [], [])


def test_what_a_line_says(office: builders.Office) -> None:
    person = builders.resident(office.landlord)
    office.one.receive(MAY, resident=person.pk, kind=Kind.COMPLAINT)
    (line,) = page(office.one).lines
    assert (line.resident, line.place, line.about) == ("Mary Osei", "4 Elm Walk", "leak")
    assert (line.number, line.seen) == (Case.objects.get().pk, 1)
