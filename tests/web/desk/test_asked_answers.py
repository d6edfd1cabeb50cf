"""The Ombudsman asks for an answer before our procedure has ended: a third date beside the two."""

from datetime import date
from typing import Any

from django.test import Client

from redress.cases.models import Message
from redress.ombudsman import reading, store
from redress.ombudsman.models import Duty
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.escalate import Escalate
from redress.rules.ombudsman import Asks, Body, Entry
from redress.work import tell_ombudsman
from tests import builders
from tests.web.desk.conftest import TODAY, address, answered, browser_of, opened
from tests.web.reader import sound

SOON, FAR = date(2026, 5, 18), date(2026, 6, 30)


def on(name: str, day: date) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def asks(desk: builders.Desk, reference: str, due: date | None, stage: str = "1") -> str:
    """The Ombudsman's letter put down as a person does it; gives what the page says of it."""
    entry = Entry(body=Body.HOUSING, reference="2026-9", received_on=TODAY, case=reference)
    row = store.keep(desk.landlord, entry, desk.actor, builders.at(TODAY), TODAY)
    given: dict[str, Any] = {"asks": "answer", "what": "Answer it", "stage": stage, "done": "no"}
    given |= on("given_on", TODAY) | (on("due_on", due) if due else {})
    page = browser_of(desk.actor)
    kept = page.post(f"/code-model/oversight/ombudsman/{row.pk}/asked", given)
    return "" if kept.status_code == 302 else " ".join(sound(kept).problems)


def case_page(page: Client, reference: str) -> str:
    return sound(page.get(address(f"case/{reference}"))).words


def test_it_stands_beside_both_dates_and_warns_where_it_comes_first(
    page: Client, desk: builders.Desk
) -> None:
    reference = opened(desk)
    assert asks(desk, reference, SOON) == ""
    said = case_page(page, reference)
    assert "The Housing Ombudsman asks for our stage 1 answer by Mon 18 May 2026" in said
    assert "What the Ombudsman asks Mon 18 May 2026" in said
    assert "This is before Wed 20 May 2026, the day that we gave the resident" in said
    assert "Asked by the Ombudsman, due or overdue" in sound(page.get(address(""))).words
    member = browser_of(builders.user(desk.landlord, Role.HANDLER, name="Ben"))
    assert "At the Ombudsman The Housing Ombudsman: 2026-9" in said
    assert "stage 1 answer" in case_page(member, reference)  # and no way to the register
    assert "/oversight/ombudsman/" not in member.get(address(f"case/{reference}")).content.decode()


def test_a_day_after_ours_warns_of_nothing(page: Client, desk: builders.Desk) -> None:
    reference = opened(desk)
    asks(desk, reference, FAR)
    said = case_page(page, reference)
    assert "by Tue 30 Jun 2026" in said and "This is before" not in said


def test_the_day_is_never_worked_out(desk: builders.Desk) -> None:
    assert "Enter the day that its letter gives" in asks(desk, opened(desk), None)
    assert not Duty.objects.exists()


def test_a_stage_that_has_not_begun_is_to_be_begun(page: Client, desk: builders.Desk) -> None:
    reference = answered(desk)
    asks(desk, reference, SOON, stage="2")
    assert "Stage 2 has not begun here" in case_page(page, reference)
    desk.does(reference, Verb.ESCALATE, Escalate(requested_on=TODAY, channel="letter"), TODAY)
    said = case_page(page, reference)
    assert "has not begun" not in said and "This is before" in said
    Duty.objects.update(done=True)
    assert "asks for our" not in case_page(page, reference)


def test_a_stage_that_was_answered_is_to_be_noted(page: Client, desk: builders.Desk) -> None:
    reference = answered(desk)
    asks(desk, reference, SOON)
    assert "note that it is done" in case_page(page, reference)


def test_the_handler_is_reminded_once(desk: builders.Desk, officer: Actor) -> None:
    reference = opened(desk)
    given = Allocate(handler=officer.id or 0, handler_name=officer.name)
    desk.does(reference, Verb.ALLOCATE, given, TODAY)
    asks(desk, reference, date(2026, 5, 20))
    when = [builders.at(day) for day in (TODAY, date(2026, 5, 13), date(2026, 5, 14))]
    assert [tell_ombudsman.run(at) for at in when] == [0, 1, 0]
    mail = Message.objects.get(kind="ombudsman_answer")
    assert mail.to_name == officer.name and f"/desk/case/{reference}" in mail.text
    assert "Wednesday 20 May 2026" in mail.text
    assert Duty.objects.get().asks == Asks.ANSWER.value


def test_another_landlord_reads_none_of_it(desk: builders.Desk) -> None:
    reference = opened(desk)
    asks(desk, reference, SOON)
    assert len(reading.answers_asked(desk.landlord, reference)) == 1
    assert reading.answers_asked(builders.landlord("harrow", "HAR"), reference) == []
