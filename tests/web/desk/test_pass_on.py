"""Anyone on the staff can pass on what concerns a case, and reads nothing of it."""

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import RECEIVED, address, answered, browser_of, case_of, opened
from tests.web.desk.pages import errors_of, send, words_of

AT = address("pass-on")


@pytest.fixture
def logger(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))


def test_a_request_for_stage_2_reaches_anyone(logger: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    going_on = send(logger, AT, reference=ref, what="escalate")
    assert going_on["Location"] == address(f"case/{ref}/escalate")
    done = send(logger, going_on["Location"], channel="phone")
    assert done["Location"] == AT
    assert "Stage 2 has begun." in logger.get(AT).content.decode()
    assert case_of(desk, ref).state is State.STAGE_2_REQUESTED


def test_nothing_of_the_case_is_shown(logger: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    text = logger.get(address(f"case/{ref}/escalate")).content.decode()
    for secret in ("Mary Osei", "ceiling", "4 Elm Walk", "Mend it"):
        assert secret not in text
    data = {"seen": "1", "channel": "phone"}
    changed = logger.post(address(f"case/{ref}/escalate"), data).content.decode()
    assert "Somebody changed this case" in changed and "ceiling" not in changed


def test_what_is_not_possible_now_says_so(logger: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    answer = logger.get(address(f"case/{ref}/escalate"))
    assert answer.status_code == 409
    assert "Mary" not in words_of(answer.content.decode())


def test_no_such_case(logger: Client, desk: builders.Desk) -> None:
    other = builders.landlord("harrow", "HAR")
    builders.Desk(other, builders.user(other, Role.COMPLAINTS_OFFICER)).receive(RECEIVED)
    for reference in ("MOD-999999", "HAR-000001", "../../sign-in"):
        answer = send(logger, AT, reference=reference, what="escalate")
        assert errors_of(answer.content.decode())[0].startswith("We have no case")


def test_who_takes_nothing_sees_no_such_page(landlord: Landlord) -> None:
    auditor = browser_of(builders.user(landlord, Role.AUDITOR, name="Ada Auditor"))
    assert auditor.get(AT).status_code == 404
