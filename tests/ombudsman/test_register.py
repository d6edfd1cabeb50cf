"""The register of the Ombudsman's cases: kept with its history, read in a few queries, told of."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from redress.cases.models import Message
from redress.ombudsman import reading, store
from redress.ombudsman.models import OmbudsmanCase, OmbudsmanEntry
from redress.ombudsman.reading import Links
from redress.people.models import Landlord
from redress.rules.access import Actor, Role
from redress.rules.decision import NotKept
from redress.rules.facts import State
from redress.rules.ombudsman import Asks, Body, Duty, Element, Entry, Found, Status
from redress.work import tell_ombudsman
from tests import builders
from tests.builders import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 15)
CAME = date(2026, 5, 4)
ENTRY = Entry(
    body=Body.HOUSING,
    reference="202600001",
    received_on=CAME,
    services=("Repairs",),
    reasons=("Damp", "Complaint handling"),
)
ASKS = Duty(Asks.INFORMATION, "Send the repairs log", CAME, date(2026, 6, 1))


@pytest.fixture
def ours() -> Landlord:
    return builders.landlord()


@pytest.fixture
def officer(ours: Landlord) -> Actor:
    return builders.user(ours, Role.COMPLAINTS_OFFICER)


def keep(ours: Landlord, by: Actor, entry: Entry = ENTRY, number: int | None = None) -> Any:
    return store.keep(ours, entry, by, at(TODAY), TODAY, number)


def test_a_case_is_read_as_it_was_given(ours: Landlord, officer: Actor) -> None:
    given = replace(
        ENTRY,
        status=Status.DETERMINED,
        decided_on=TODAY,
        elements=(Element("The leak", Found.MALADMINISTRATION, handling=True),),
    )
    row = keep(ours, officer, given)
    store.keep_duty(row, ASKS, officer, at(TODAY), TODAY)
    found = reading.one(ours, row.pk)
    assert found and (found.held.entry, found.held.duties) == (given, (ASKS,))
    assert reading.one(builders.landlord("harrow", "HAR"), row.pk) is None


def test_each_change_is_in_the_history_and_stays_there(ours: Landlord, officer: Actor) -> None:
    row = keep(ours, officer)
    keep(ours, officer, replace(ENTRY, contact="Dispute support"), row.pk)
    keep(ours, officer, replace(ENTRY, contact="Dispute support"), row.pk)  # the same again
    duty = store.keep_duty(row, ASKS, officer, at(TODAY), TODAY)
    done = replace(ASKS, done=True, done_on=TODAY, proof="Sent by e-mail")
    store.keep_duty(row, done, officer, at(TODAY), TODAY, duty.pk)
    lines = list(OmbudsmanEntry.objects.order_by("pk"))
    assert [line.what for line in lines] == ["added", "changed", "duty_added", "duty_changed"]
    assert lines[1].details == {"contact": ["", "Dispute support"]}
    assert lines[3].details["proof"] == ["", "Sent by e-mail"]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        OmbudsmanEntry.objects.all().delete()


def test_what_cannot_be_is_refused_and_nothing_is_kept(ours: Landlord, officer: Actor) -> None:
    keep(ours, officer)
    for entry, code in (
        (ENTRY, "reference_there"),
        (replace(ENTRY, reference="2", case="MOD-999999"), "no_such_case"),
        (replace(ENTRY, reference="2", received_on=None), "received_missing"),
    ):
        with pytest.raises(NotKept) as refused:
            keep(ours, officer, entry)
        assert [reason.code for reason in refused.value.reasons] == [code]
    assert OmbudsmanCase.objects.count() == OmbudsmanEntry.objects.count() == 1
    keep(ours, officer, replace(ENTRY, body=Body.LGSCO))  # the other one numbers by itself


def test_our_own_case_is_one_that_they_may_see() -> None:
    office = builders.office()
    reference = office.reach(State.STAGE_2_ANSWERED)
    row = keep(office.landlord, office.one.actor, replace(ENTRY, case=reference))
    assert row.case.reference == reference


def test_near_misses_are_what_may_bring_a_failure_order(ours: Landlord, officer: Actor) -> None:
    row = keep(ours, officer)
    late, near, far = date(2026, 6, 1), date(2026, 6, 20), date(2026, 8, 1)
    for asks, due in (
        (Asks.ORDER, near),
        (Asks.INFORMATION, late),
        (Asks.RECOMMENDATION, late),
        (Asks.ANSWER, far),
    ):
        store.keep_duty(row, Duty(asks, "x", CAME, due), officer, at(TODAY), TODAY)
    found = reading.near_misses(ours, TODAY)
    assert [each.duty.asks for each in found] == [Asks.INFORMATION, Asks.ORDER]
    assert len(reading.due(ours, TODAY)) == reading.to_see_to(ours, TODAY) == 3
    assert len(reading.owed(ours)) == 4
    assert reading.near_misses(builders.landlord("harrow", "HAR"), TODAY) == []


def test_the_senior_lead_is_told_once_of_what_is_overdue(ours: Landlord, officer: Actor) -> None:
    row = keep(ours, officer)
    store.keep_duty(row, ASKS, officer, at(TODAY), TODAY)
    assert tell_ombudsman.run(at(TODAY)) == 0  # there is nobody to tell yet
    builders.user(ours, Role.SENIOR_LEAD, name="Ines Moreau")
    assert tell_ombudsman.run(at(date(2026, 6, 1))) == 0
    assert [tell_ombudsman.run(at(TODAY)) for _ in range(2)] == [1, 0]
    message = Message.objects.get(kind="ombudsman_overdue")
    assert message.to_name == "Ines Moreau"
    assert f"/code-model/oversight/ombudsman/{row.pk}" in message.text
    assert "repairs log" not in message.text


def test_a_year_is_added_up_in_few_queries_however_many_there_were(
    ours: Landlord, officer: Actor, django_assert_num_queries: Any
) -> None:
    for number in range(4):
        row = keep(ours, officer, replace(ENTRY, reference=str(number)))
        store.keep_duty(row, replace(ASKS, pounds=100), officer, at(TODAY), TODAY)
    keep(ours, officer, replace(ENTRY, reference="", received_on=None, year="2026-27"))
    keep(ours, officer, replace(ENTRY, reference="", received_on=None, year="2025-26"))
    store.keep_links(
        ours, Links("2026-27", others=(("A report", "https://x.example"),)), officer, at(TODAY)
    )
    year = (date(2026, 4, 1), date(2027, 3, 31))
    with django_assert_num_queries(3):
        found = reading.at_ombudsman(ours, *year, "2026-27", TODAY)
    assert (found.year.received, found.year.pounds[Body.HOUSING]) == (5, 400)
    assert found.links and found.links.others == (("A report", "https://x.example"),)
    quarter = reading.at_ombudsman(ours, date(2026, 4, 1), date(2026, 6, 30), "Q1", TODAY)
    assert quarter.year.received == 4  # of the fifth only the year is known
