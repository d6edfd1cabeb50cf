"""Extending the response date."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.rules.access import Actor
from redress.rules.facts import Clock
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import address, case_of, moment, opened, parts
from tests.web.desk.pages import errors_of, fill, send, words_of

# The response is due on Wed 20 May; with the bank holiday of 25 May, 10 working days on is 4 June.
IN_TIME, AT_THE_CAP, TOO_FAR = date(2026, 5, 27), date(2026, 6, 4), date(2026, 6, 5)


def extend(page: Client, reference: str, day: date, **typed: Any) -> Any:
    given = {"reason": "The surveyor comes on 22 May.", **parts("new_date", day), **typed}
    return send(page, address(f"case/{reference}/extend"), **given)


def test_the_page_shows_the_date_now_and_the_furthest(page: Client, desk: builders.Desk) -> None:
    said = words_of(page.get(address(f"case/{opened(desk)}/extend")).content.decode())
    assert "The resident’s date now Wed 20 May 2026" in said
    assert "Furthest under the Code Thu 4 Jun 2026 (10 working days, Code 6.4)" in said


def test_the_date_is_moved_and_the_letter_says_so(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    assert extend(page, ref, IN_TIME, agreed="yes").status_code == 302
    deadline = case_of(desk, ref).deadline(1, Clock.RESPOND)
    assert deadline and deadline.extended_to == IN_TIME
    assert case_of(desk, ref).stage.extensions[0].agreed is True
    letter = words_of(page.get(address(f"case/{ref}/letters/3")).content.decode())
    assert "Wednesday 27 May 2026" in letter and "Housing Ombudsman" in letter


@pytest.mark.parametrize(
    ("day", "typed", "error"),
    [
        (date(2026, 5, 20), {}, "not after the date the resident has now"),
        (IN_TIME, {"reason": ""}, "There is no reason."),
        (IN_TIME, {"ombudsman_details": []}, "without the Housing Ombudsman’s details"),
        (TOO_FAR, {}, "further off than an extension may go"),
        (TOO_FAR, {"good_reason": "Asbestos."}, "further off than an extension may go"),
        (date(2099, 1, 1), {}, "cannot count from this date"),
    ],
)
def test_what_is_refused(
    page: Client, desk: builders.Desk, day: date, typed: dict[str, Any], error: str
) -> None:
    ref = opened(desk)
    answer = extend(page, ref, day, **typed)
    errors = " ".join(errors_of(answer.content.decode()))
    assert error in errors and "(Code 6." in errors
    assert not case_of(desk, ref).stage.extensions


def test_to_the_cap_and_beyond_it(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    one, two = opened(desk), opened(desk)
    assert extend(page, one, AT_THE_CAP).status_code == 302
    beyond = {"good_reason": "Asbestos was found.", "approved_by": str(reviewer.id)}
    assert extend(page, two, TOO_FAR, **beyond).status_code == 302


def test_nobody_approves_their_own(page: Client, desk: builders.Desk, reviewer: Actor) -> None:
    text = page.get(address(f"case/{opened(desk)}/extend")).content.decode()
    assert f'<option value="{reviewer.id}">Ben Ford' in text
    assert "Amina Khan</option>" not in text


def test_after_the_date_there_is_no_form(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = opened(desk)
    data = fill(page, address(f"case/{ref}/extend"), reason="x", **parts("new_date", IN_TIME))
    monkeypatch.setattr(clock, "now", lambda: moment(date(2026, 5, 21)))
    answer = page.get(address(f"case/{ref}/extend"))
    assert answer.status_code == 409
    assert "The response date has passed" in words_of(answer.content.decode())
    late = page.post(address(f"case/{ref}/extend"), {**data, "step": "issue"})
    assert "The response date has passed" in errors_of(late.content.decode())[0]
