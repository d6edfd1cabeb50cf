"""What pages and reports read: figures of one landlord, colleagues, letters."""

from datetime import date

import pytest

from redress.cases import queries
from redress.cases.figure_rows import figure_rows
from redress.rules.access import Role, Verb
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.facts import Kind, State
from redress.rules.figures import count
from tests import builders
from tests.rules.inputs import on

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 1)
ALL = (date(2000, 1, 1), date(2199, 1, 1))


def test_figures_and_colleagues_are_of_one_landlord() -> None:
    ours, theirs = builders.office(), builders.office("harrow", "HAR")
    for office in (ours, theirs):
        office.reach(State.STAGE_1_OPEN)
        office.reach(State.STAGE_1_ANSWERED)
    mine = {"MOD-000001", "MOD-000002"}
    assert {row.reference for row in figure_rows(ours.landlord, *ALL)} == mine
    assert [name for _, name in queries.colleagues(ours.landlord)] == ["Amina Khan", "Ben Ford"]


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
