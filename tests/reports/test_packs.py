"""Packs: what they hold, that they are kept as made, and who has read them."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from redress.cases.models import Message
from redress.learning import store
from redress.ombudsman import store as at_ombudsman
from redress.people.models import Landlord
from redress.reports import housemark, packs
from redress.reports.kept import report_of
from redress.reports.models import Pack, PackReader
from redress.reports.paper import Section
from redress.rules.access import Role, Verb
from redress.rules.actions.restrict import Restrict
from redress.rules.calendar import Division, calendar_for
from redress.rules.improvements import Entry, Status
from redress.rules.ombudsman import Asks, Body, Duty
from redress.rules.ombudsman import Entry as Entry_
from redress.rules.packs import Due, Planned, kinds, latest, planned
from redress.rules.periods import Period
from redress.rules.policy_files import policies_of
from tests import builders
from tests.builders import Desk

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 6, 1)


@pytest.fixture
def landlord(db: None) -> Landlord:
    return builders.landlord("harrow", "HAR")


@pytest.fixture
def desk(landlord: Landlord) -> Desk:
    """Three complaints in the week before, one of them with a risk, and one three weeks before."""
    desk = Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    for day in (date(2026, 5, 5), date(2026, 5, 25), date(2026, 5, 29), date(2026, 5, 31)):
        desk.receive(day, service="Repairs" if day.day < 30 else "Estates", recorded=MONDAY)
    return desk


def promised(name: str, today: date = MONDAY) -> tuple[Planned, Due]:
    found = planned(policies_of("harrow")[-1])
    each = next(each for each in found if each.kind.kind == name)
    return each, latest(each.kind, today, calendar_for(Division.ENGLAND_AND_WALES))


def make(landlord: Landlord, name: str, today: date = MONDAY) -> Pack:
    return packs.make(landlord, *promised(name, today), builders.at(today), today)


def section(pack: Pack, name: str) -> Section:
    return next(each for each in report_of(pack).sections if each.id == name)


def test_monday_figures_tell_the_week_before(landlord: Landlord, desk: Desk) -> None:
    pack = make(landlord, "monday-figures")
    report = report_of(pack)
    assert (report.title, report.period) == ("Monday figures", "Week of 25 to 31 May 2026")
    assert pack.as_at == date(2026, 5, 31)
    assert [each.id for each in report.sections] == ["received", "answered", "waiting", "promises"]
    rows = section(pack, "received").exhibits[0].grids[0].rows
    assert rows[0] == ("Stage 1 complaints", "0", "0", "3")
    waiting = section(pack, "waiting").exhibits[0].grids[0]
    assert waiting.rows == (("Estates", "1", "0", "1", "0"), ("Repairs", "3", "1", "2", "1"))
    assert waiting.total == ("All", "4", "1", "3", "1")


def test_everybody_it_is_for_is_sent_a_link_and_nothing_else(
    landlord: Landlord, desk: Desk
) -> None:
    builders.user(landlord, Role.SENIOR_LEAD, name="Ines Moreau")
    builders.user(landlord, Role.HANDLER, name="Ben Ford")
    pack = make(landlord, "monday-figures")
    mails = Message.objects.filter(kind=packs.MAIL).order_by("to_name")
    assert [mail.to_name for mail in mails] == ["Amina Khan", "Ines Moreau"]
    assert mails[0].subject == "Monday figures: Week of 25 to 31 May 2026"
    assert f"/harrow/oversight/packs/{pack.pk}" in mails[0].text
    for mail in mails:
        assert "HAR-" not in mail.text and "Osei" not in mail.text and "Repairs" not in mail.text


def test_the_same_pack_is_made_once(landlord: Landlord, desk: Desk) -> None:
    make(landlord, "monday-figures")
    with pytest.raises(IntegrityError):
        make(landlord, "monday-figures")
    assert Message.objects.filter(kind=packs.MAIL).count() == 1


def test_it_says_the_same_for_ever(landlord: Landlord, desk: Desk) -> None:
    pack = make(landlord, "monday-figures")
    before = report_of(pack)
    desk.receive(date(2026, 5, 26), recorded=date(2026, 6, 2))
    again = packs.pack_of(landlord, pack.pk)
    assert again and report_of(again) == before


@pytest.mark.parametrize("change", [{"title": "x"}, {"report": {}}])
def test_the_database_refuses_to_change_it(
    landlord: Landlord, desk: Desk, change: dict[str, object]
) -> None:
    pack = make(landlord, "monday-figures")
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(**change)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        PackReader.objects.filter(pack=pack).delete()


def test_one_that_was_tampered_with_is_not_shown(landlord: Landlord, desk: Desk) -> None:
    pack = make(landlord, "monday-figures")
    pack.report["title"] = "Better figures"
    with pytest.raises(ValueError, match="not as it was made"):
        report_of(pack)


def test_who_opened_it_and_who_has_not(landlord: Landlord, desk: Desk) -> None:
    lead = builders.user(landlord, Role.SENIOR_LEAD, name="Ines Moreau")
    auditor = builders.user(landlord, Role.AUDITOR, name="Ola Berg")
    pack = make(landlord, "monday-figures")
    packs.opened(pack, lead, builders.at(MONDAY, 11))
    packs.opened(pack, lead, builders.at(MONDAY, 15))
    packs.opened(pack, auditor, builders.at(MONDAY, 12))
    assert [
        (each.name, each.sent_at is not None, each.opened_at) for each in packs.receipts(pack)
    ] == [
        ("Amina Khan", True, None),
        ("Ines Moreau", True, builders.at(MONDAY, 11)),
        ("Ola Berg", False, builders.at(MONDAY, 12)),
    ]


def test_what_only_some_may_see_is_counted_and_not_named(landlord: Landlord, desk: Desk) -> None:
    friday = date(2026, 6, 5)
    open_one = desk.receive(friday, risks=("vulnerable",))
    hidden = desk.receive(friday, risks=("danger_now",))
    named = Restrict(people=((desk.actor.id or 0, desk.actor.name),), reason="Staff")
    desk.does(hidden, Verb.RESTRICT, named, friday)
    exhibit = section(make(landlord, "complex-cases", friday), "complex").exhibits[0]
    assert [row[0] for row in exhibit.grids[0].rows] == [open_one]
    assert exhibit.grids[0].rows[0][3] == "Vulnerable"
    assert exhibit.sentences == ("1 case more that only some people may see: not named.",)


def test_past_the_codes_limit_is_a_near_miss_unless_an_extension_holds(
    landlord: Landlord, desk: Desk
) -> None:
    """Received on 5 May and never acknowledged: 5 and 10 working days end on Wednesday 27 May."""
    later = date(2026, 6, 5)
    found = section(make(landlord, "complex-cases", later), "near-misses").exhibits[0].grids[0]
    assert [row[:2] for row in found.rows] == [("HAR-000001", "Repairs")]
    assert found.rows[0][3:5] == ("Wed 27 May 2026", "9")


def test_what_was_changed_is_told_to_the_board_and_to_residents(
    landlord: Landlord, desk: Desk
) -> None:
    """Done on 20 May 2026, in the quarter that ends in June; the pack is made on 1 July."""
    done = Entry(
        what="Text the day before each visit",
        why="Visits were missed",
        owner="Carol Jones",
        due_on=date(2026, 6, 1),
        status=Status.DONE,
        done_on=date(2026, 5, 20),
        you_said="You said we did not turn up.",
        we_did="We now send a text the day before.",
        published=True,
    )
    with transaction.atomic():
        store.add(landlord, done, desk.actor, builders.at(MONDAY))
    wednesday = date(2026, 7, 1)
    learned = section(make(landlord, "board-pack", wednesday), "learning")
    assert learned.exhibits[0].grids[0].rows == (
        ("Text the day before each visit", "Everywhere", "Carol Jones", "Wed 20 May 2026", "Done"),
    )
    page = report_of(make(landlord, "newsletter", wednesday)).sections
    assert page[0].sentences == ("You made 4 complaints.", "No one asked us to look again.")
    (told,) = [each.sentences for each in page if each.title == "You said, we did"]
    assert told == ("You said we did not turn up. We now send a text the day before.",)


def test_the_board_hears_of_the_ombudsman_and_what_is_owed(landlord: Landlord, desk: Desk) -> None:
    """A case of 5 May with an order due on 3 July: two days after the pack is made."""
    wednesday, came = date(2026, 7, 1), date(2026, 5, 5)
    entry = Entry_(body=Body.HOUSING, reference="202600123", received_on=came)
    order = Duty(Asks.ORDER, "Pay £200", date(2026, 6, 20), date(2026, 7, 3), pounds=200)
    with transaction.atomic():
        row = at_ombudsman.keep(landlord, entry, desk.actor, builders.at(MONDAY), wednesday)
        at_ombudsman.keep_duty(row, order, desk.actor, builders.at(MONDAY), wednesday)
    pack = make(landlord, "board-pack", wednesday)
    told = section(pack, "ombudsman")
    assert told.sentences == (
        "1 case came to an Ombudsman in April to June 2026: 1 to the Housing Ombudsman.",
    )
    owed = ("202600123", "Order: Pay £200", "Fri 3 Jul 2026", "Due within seven days")
    assert told.exhibits[-1].grids[0].rows == (owed,)
    assert section(pack, "near-misses").exhibits[-1].grids[0].rows == (owed,)


def test_a_guarded_case_at_the_ombudsman_is_not_named(landlord: Landlord, desk: Desk) -> None:
    """Where the Ombudsman's own reference is not known yet, ours is told of others alone."""
    wednesday, came = date(2026, 7, 1), date(2026, 5, 5)
    plain, hidden = (desk.receive(came, recorded=MONDAY) for _ in range(2))
    named = Restrict(people=((desk.actor.id or 0, desk.actor.name),), reason="Staff")
    desk.does(hidden, Verb.RESTRICT, named, MONDAY)
    order = Duty(Asks.ORDER, "Pay £200", date(2026, 6, 20), date(2026, 7, 3), pounds=200)
    with transaction.atomic():
        for reference in (plain, hidden):
            entry = Entry_(body=Body.HOUSING, received_on=came, case=reference)
            row = at_ombudsman.keep(landlord, entry, desk.actor, builders.at(MONDAY), wednesday)
            at_ombudsman.keep_duty(row, order, desk.actor, builders.at(MONDAY), wednesday)
    pack = make(landlord, "board-pack", wednesday)
    for name in ("ombudsman", "near-misses"):
        exhibit = section(pack, name).exhibits[-1]
        assert [row[0] for row in exhibit.grids[0].rows] == [plain]
        assert exhibit.sentences == ("1 case more that only some people may see: not named.",)
    assert hidden not in str(report_of(pack))


def test_the_last_of_each_kind_is_found_however_many_came_after(
    landlord: Landlord, desk: Desk
) -> None:
    yearly = make(landlord, "year")
    for weeks in range(51):
        day = MONDAY + timedelta(weeks=weeks)
        Pack.objects.create(
            landlord=landlord, kind="monday-figures", period=f"week {weeks}", title="x",
            due_on=day, as_at=day, made_at=builders.at(day), report={}, digest="",
        )  # fmt: skip
    found = packs.latest_of(landlord)
    assert found["year"] == yearly and set(found) == {"year", "monday-figures"}
    assert found["monday-figures"].due_on == MONDAY + timedelta(weeks=50)


def test_the_monthly_return_is_that_of_the_returns_page(landlord: Landlord, desk: Desk) -> None:
    """The same columns with the same values, as at the day before it was made."""
    rows = section(make(landlord, "monthly-return"), "return").exhibits[0].grids[0].rows
    month = housemark.housemark(landlord, Period.parse("2026-05"), date(2026, 5, 31))
    assert [row[:2] for row in rows] == [(c.column.heading, c.words) for c in month.cells]


def test_another_landlords_packs_are_not_ours(landlord: Landlord, desk: Desk) -> None:
    pack, other = make(landlord, "monday-figures"), builders.landlord("together", "TOG")
    assert packs.pack_of(other, pack.pk) is None and packs.packs_of(other) == []


def test_every_kind_can_be_made_of_no_case_at_all(landlord: Landlord) -> None:
    """Nothing is invented: figures of nothing are said to be of nothing."""
    for kind in kinds():
        due = latest(kind, MONDAY, calendar_for(Division.ENGLAND_AND_WALES))
        report = packs.report_of(landlord, Planned(kind, "Board", "9"), due, MONDAY)
        assert report.slug == "harrow"
        assert report.sections or kind.kind in ("newsletter",)


def test_a_list_costs_the_same_for_one_pack_and_for_many(
    landlord: Landlord, desk: Desk, django_assert_num_queries: object
) -> None:
    for weeks in range(3):
        make(landlord, "monday-figures", MONDAY + timedelta(weeks=weeks))
    with django_assert_num_queries(2):  # type: ignore[operator]
        for pack in packs.packs_of(landlord):
            list(pack.readers.all())
