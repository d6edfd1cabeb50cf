"""Handing over a risk, from the case."""

from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened
from tests.web.desk.pages import errors_of, fill, send, words_of

TOLD = {"to": "Out of hours repairs", "how": "By phone, job 4411", "told_at": "9.05"}


def test_it_is_the_one_button_until_it_is_done(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk, risks=("danger_now",))
    at = address(f"case/{ref}")
    assert "Hand over a risk" in words_of(page.get(at).content.decode()).partition("You can")[0]
    assert fill(page, f"{at}/hand-over")["risk"] == ["danger_now"]
    send(page, f"{at}/hand-over", **TOLD)
    (told,) = case_of(desk, ref).hand_overs
    assert (told.to, told.told_on, told.told_at) == ("Out of hours repairs", TODAY, "09:05")
    said = words_of(page.get(at).content.decode())
    assert "Danger now : Out of hours repairs" in said or "Out of hours repairs, By phone" in said
    assert "What we owe next Respond by" in said


def test_what_is_missing(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    answer = send(page, address(f"case/{ref}/hand-over"))
    assert len(errors_of(answer.content.decode())) == 3


def test_any_member_of_staff_may_and_reads_nothing_by_it(
    landlord: Landlord, desk: builders.Desk
) -> None:
    ref = opened(desk, risks=("danger_now",))
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="George Lee"))
    text = logger.get(address(f"case/{ref}/hand-over")).content.decode()
    assert "kitchen" not in text and "checked" not in text
    assert send(logger, address(f"case/{ref}/hand-over"), **TOLD, risk="danger_now")["Location"]
    assert case_of(desk, ref).hand_overs
