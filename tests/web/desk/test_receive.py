"""Taking down what a resident told any member of staff."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.people.models import Home, Landlord, Resident
from redress.rules.access import Role
from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import RECEIVED, TODAY, address, browser_of, case_of, parts
from tests.web.desk.pages import errors_of, fill, send, sent_by, words_of

AT = address("receive")
SAID: dict[str, Any] = {
    "channel": "phone",
    "description": "The ceiling leaks and nobody comes.",
}
WHO: dict[str, Any] = {
    "name": "Mary Osei",
    "phone": "07700 900123",
    "email": "mary@example.org",
    "address": "4 Elm Walk",
    "postcode": "e14aa",
    "tenure": "tenant",
    "needs": "Large print.",
}


def test_everything_on_one_page(page: Client, desk: builders.Desk) -> None:
    answer = send(
        page,
        AT,
        **SAID,
        **WHO,
        **parts("received_on", RECEIVED),
        outcome_sought="Mend it.",
        risks=["danger_now", "vulnerable"],
        service="Repairs",
        category="leak",
        issue_1_summary="The ceiling leaks",
        issue_2_summary="Nobody comes",
        **parts("issue_1_occurred_on", date(2026, 4, 1)),
    )
    assert answer["Location"] == address("case/MOD-000001")
    assert "The reference is MOD-000001." in page.get(answer["Location"]).content.decode()
    case = case_of(desk, "MOD-000001")
    assert (case.received_on, case.recorded_on) == (RECEIVED, TODAY)
    assert (case.channel, case.tenure, case.service) == ("phone", "tenant", "Repairs")
    assert case.risks == ("danger_now", "vulnerable")
    assert [issue.summary for issue in case.issues] == ["The ceiling leaks", "Nobody comes"]
    assert case.issues[0].occurred_on == date(2026, 4, 1)
    assert case.stage.outcome_sought == "Mend it."
    resident = Resident.objects.get(pk=case.resident)
    assert resident.home and resident.home.postcode == "E1 4AA"
    assert (resident.name, resident.needs) == ("Mary Osei", "Large print.")


def test_today_and_a_complaint_unless_said_otherwise(page: Client, desk: builders.Desk) -> None:
    sent = fill(page, AT)
    assert sent["kind"] == ["complaint"]
    assert [sent[f"received_on_{p}"] for p in ("day", "month", "year")] == [["12"], ["5"], ["2026"]]
    send(page, AT, **SAID)
    case = case_of(desk, "MOD-000001")
    assert (case.state, case.resident) == (State.STAGE_1_RECEIVED, None)
    assert Resident.objects.count() == 0


def test_another_kind_of_contact(page: Client, desk: builders.Desk) -> None:
    send(page, AT, **SAID, kind="mp_enquiry")
    assert case_of(desk, "MOD-000001").state is State.REQUEST_OPEN


def test_pressed_twice_makes_one_case(page: Client) -> None:
    data = fill(page, AT, **SAID, **WHO)
    first, second = page.post(AT, data), page.post(AT, data)
    assert first["Location"] == second["Location"]
    assert Case.objects.count() == Resident.objects.count() == 1
    said = words_of(page.get(second["Location"]).content.decode())
    assert "This was already taken down. The reference is MOD-000001." in said
    send(page, AT, **SAID)  # another page, another case
    assert Case.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"channel": ""}, "Select how it came in"),
        ({"description": ""}, "There is nothing about what happened."),
        ({"description": "\u200b"}, "There is nothing about what happened."),
        ({"description": "x" * 1_000_000}, "must be 10,000 characters or fewer"),
        ({"name": "a\x00"}, "a character that cannot be saved"),
        ({"name": "x" * 201}, "must be 200 characters or fewer"),
        ({"email": "mary"}, "Enter an email address with an @"),
        (parts("received_on", date(2026, 5, 13)), "must be today or in the past"),
        (parts("received_on", date(1999, 5, 13)), "cannot count from this date"),
        ({"received_on_day": "30", "received_on_month": "February"}, "is not a date"),
        ({"received_on_year": "0001"}, "or later"),
        ({"kind": "rumour"}, "Select what it is"),
    ],
)
def test_bad_input_names_the_field_and_stores_nothing(
    page: Client, typed: dict[str, str], error: str
) -> None:
    answer = send(page, AT, **{**SAID, **WHO, **typed})
    text = answer.content.decode()
    assert error in " ".join(errors_of(text))
    assert "<title>Error: Take down a contact" in text
    assert sent_by(text)["phone"] == ["07700 900123"]
    assert Case.objects.count() == Resident.objects.count() == Home.objects.count() == 0


def test_a_long_name_and_every_script_are_kept(page: Client) -> None:
    name = ("Ñandú 😀 ‏שרה " * 20)[:200].strip()
    answer = send(page, AT, **SAID, name=name)
    assert name in page.get(answer["Location"]).content.decode()


def test_who_may_not_read_cases_is_told_the_reference(landlord: Landlord) -> None:
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    answer = send(logger, AT, **SAID)
    assert answer["Location"] == AT
    assert "The reference is MOD-000001." in logger.get(AT).content.decode()
    assert logger.get(address("case/MOD-000001")).status_code == 404


def test_a_member_is_told_that_it_is_for_others(landlord: Landlord) -> None:
    member = browser_of(builders.user(landlord, Role.AUDITOR, name="Ada Auditor"))
    answer = member.post(AT, SAID)
    assert answer.status_code == 403
    assert "Your role does not allow this." in answer.content.decode()
    assert Case.objects.count() == 0
