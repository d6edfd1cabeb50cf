"""Taking down what a resident told any member of staff."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.cases.store import resident_changed
from redress.cases.verify import verify
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


def mary(desk: builders.Desk) -> Resident:
    return builders.resident(desk.landlord)


def test_find_shows_who_is_there_and_keeps_everything_typed(
    page: Client, desk: builders.Desk
) -> None:
    known = mary(desk)
    data = fill(page, AT, **SAID, find="osei elm", risks=["danger_now"], issue_2_summary="Noise")
    answer = page.post(AT, {**data, "step": ["find"]})
    text = answer.content.decode()
    assert "Mary Osei" in words_of(text) and "4 Elm Walk, E1 4AA , 07700 900123" in words_of(text)
    assert errors_of(text) == []
    again = sent_by(text)
    again.pop("resident")
    assert {name: value for name, value in again.items() if value != [""]} == {
        name: value for name, value in data.items() if value != [""]
    }
    assert Case.objects.count() == 0
    taken = page.post(AT, {**sent_by(text), "resident": [str(known.pk)]})
    case = case_of(desk, "MOD-000001")
    assert taken["Location"] == address("case/MOD-000001")
    assert case.resident == known.pk and Resident.objects.count() == 1


def test_nobody_found_says_so(page: Client) -> None:
    answer = page.post(AT, {"find": "nobody at all", "step": "find"})
    assert "Nobody is found by these words." in answer.content.decode()


def test_the_tenure_of_whoever_is_known_is_on_the_case(page: Client, desk: builders.Desk) -> None:
    Resident.objects.filter(pk=mary(desk).pk).update(tenure="leaseholder")
    known = Resident.objects.get()
    page.post(AT, {**fill(page, AT, **SAID), "resident": [str(known.pk)]})
    assert case_of(desk, "MOD-000001").tenure == "leaseholder"


def test_home_and_tenure_stay_as_on_the_day_of_receipt(page: Client, desk: builders.Desk) -> None:
    known = mary(desk)
    Resident.objects.filter(pk=known.pk).update(tenure="tenant")
    page.post(AT, {**fill(page, AT, **SAID), "resident": [str(known.pk)]})
    away = Home.objects.create(landlord=desk.landlord, address="9 New Street", postcode="N1 1AA")
    Resident.objects.filter(pk=known.pk).update(home=away, tenure="leaseholder")
    resident_changed(Resident.objects.get())
    case = case_of(desk, "MOD-000001")
    assert (case.home, case.tenure) == (known.home_id, "tenant")
    shown = words_of(page.get(address("case/MOD-000001")).content.decode())
    assert "Home 4 Elm Walk, E1 4AA" in shown and "Tenure Tenant" in shown
    assert "Lives now at 9 New Street, N1 1AA" in shown
    assert verify().faults == []


@pytest.mark.parametrize("sent", ["999999", "x", "-1", "9" * 50])
def test_a_resident_of_somebody_elses_is_none(page: Client, sent: str) -> None:
    other = builders.resident(builders.landlord("harrow", "HAR"))
    for number in (sent, str(other.pk)):
        answer = page.post(AT, {**fill(page, AT, **SAID), "resident": [number]})
        assert "cannot be found any more" in errors_of(answer.content.decode())[0]
    assert Case.objects.count() == 0


def test_somebody_known_and_somebody_new_are_not_both(page: Client, desk: builders.Desk) -> None:
    data = fill(page, AT, **SAID, name="Tom Bradley")
    answer = page.post(AT, {**data, "resident": [str(mary(desk).pk)]})
    assert "not both" in errors_of(answer.content.decode())[0]
    assert sent_by(answer.content.decode())["name"] == ["Tom Bradley"]


def test_how_to_reach_somebody_known_is_kept_with_them(page: Client, desk: builders.Desk) -> None:
    known = mary(desk)
    data = fill(page, AT, **SAID, needs="Ring after six.", write_by="post", large_print=["yes"])
    page.post(AT, {**data, "resident": [str(known.pk)]})
    known.refresh_from_db()
    assert (known.needs, known.write_by, known.large_print) == ("Ring after six.", "post", True)
    shown = page.post(AT, {"find": "osei", "resident": str(known.pk), "step": "find"})
    assert "Ring after six." in words_of(shown.content.decode())


def test_who_passed_it_on_who_speaks_and_where_it_moved(page: Client, desk: builders.Desk) -> None:
    send(
        page, AT, **{**SAID, "channel": "social_media"}, **parts("received_on", RECEIVED),
        handed_by="Gas engineer, Lee", moved_to="phone", representative="Ann Osei",
        relation="relative", consent="asked",
    )  # fmt: skip
    case = case_of(desk, "MOD-000001")
    assert (case.received_on, case.recorded_on) == (RECEIVED, TODAY)  # its clock runs from the post
    assert (case.intake.handed_by, case.intake.moved_to) == ("Gas engineer, Lee", "phone")
    speaker = case.intake.representative
    assert speaker and (speaker.name, speaker.kind, speaker.consent) == (
        "Ann Osei",
        "relative",
        "asked",
    )
    shown = words_of(page.get(address("case/MOD-000001")).content.decode())
    assert "Ann Osei" in shown and "Relative" in shown
    assert "No answer yet" in shown and "Passed on by" in shown


def test_consent_of_nobody_is_refused(page: Client) -> None:
    answer = send(page, AT, **SAID, consent="given")
    assert "has no name here" in errors_of(answer.content.decode())[0]


def test_the_choice_to_complain_is_kept_and_yes_is_a_complaint(
    page: Client, desk: builders.Desk
) -> None:
    answer = send(page, AT, **SAID, kind="service_request", choice="yes")
    assert "chose to complain, so it is a complaint" in errors_of(answer.content.decode())[0]
    send(page, AT, **SAID, kind="service_request", choice="later")
    intake = case_of(desk, "MOD-000001").intake
    assert (intake.choice, intake.choice_on) == ("later", TODAY)


def test_a_danger_handed_over_as_it_came_in(page: Client, desk: builders.Desk) -> None:
    send(
        page, AT, **SAID, risks=["danger_now", "damp_and_mould"], told="Out of hours repairs",
        told_how="By phone", told_at="1405",
    )  # fmt: skip
    case = case_of(desk, "MOD-000001")
    assert [(told.risk, told.told_on, told.told_at) for told in case.hand_overs] == [
        ("danger_now", TODAY, "14:05"),
        ("damp_and_mould", TODAY, "14:05"),
    ]
    shown = words_of(page.get(address("case/MOD-000001")).content.decode())
    assert "Out of hours repairs, By phone" in shown
    assert "What we owe next Acknowledge by" in shown
    assert "Awaab’s Law" in shown and "by Wed 13 May 2026" in shown  # 24 hours


def test_a_danger_that_nobody_handed_over_is_owed_next(page: Client) -> None:
    answer = send(page, AT, **SAID, risks=["danger_now"])
    shown = words_of(page.get(answer["Location"]).content.decode())
    assert "Hand over the danger by Tue 12 May 2026, due today" in shown
    assert "Hand over the danger by" in words_of(page.get(address()).content.decode())


def test_a_hand_over_says_whom_and_a_time_is_a_time(page: Client) -> None:
    answer = send(page, AT, **SAID, risks=["danger_now"], told_how="By phone")
    assert "Nothing says who was told" in errors_of(answer.content.decode())[0]
    answer = send(page, AT, **SAID, told="Repairs", told_how="By phone", told_at="25:00")
    assert "must be a time, like 14:05" in errors_of(answer.content.decode())[0]
    assert Case.objects.count() == 0


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
