"""Where a mail belongs: by itself only where two things agree or the address is the case's own."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.mail import Attached, Automatic, Mail, Original, Problem
from redress.rules.mail_places import Ending, Found, Place, Seen, Why, place
from tests.rules.inputs import on

TODAY = on("Tue 12 May")
MAIL = Mail(message_id="<a@b>", name="Mary", address="mary@example.org", text="It leaks.")
INSIDE = Original("Mary", "mary@example.org", "Damp", on("Tue 5 May"), "My wall is wet.")


def said(mail: Mail = MAIL, **seen: Any) -> Place:
    return place(mail, Seen(**seen), TODAY)


def test_from_nobody_we_know_and_about_nothing_we_know_it_is_new() -> None:
    assert said() == Place(Ending.NEW)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ({"by_token": 7, "has_token": True}, Place(Ending.ON_CASE, None, 7)),
        ({"has_token": True}, Place(Ending.PARKED, Why.TOKEN_UNKNOWN)),
        ({"by_answer": Found(7, True)}, Place(Ending.ON_CASE, None, 7)),
        ({"by_answer": Found(7, False)}, Place(Ending.PARKED, Why.REPLY_FROM_UNKNOWN, 7)),
        ({"by_reference": Found(7, True)}, Place(Ending.ON_CASE, None, 7)),
        ({"by_reference": Found(7, False)}, Place(Ending.PARKED, Why.REFERENCE_FROM_UNKNOWN, 7)),
        ({"acts_for_others": True}, Place(Ending.PARKED, Why.FOR_OTHERS)),
        (
            {"acts_for_others": True, "by_answer": Found(7, True)},
            Place(Ending.ON_CASE, None, 7),
        ),
        ({"open_cases": (7, 8)}, Place(Ending.PARKED, Why.KNOWN_SENDER, 7)),
        (
            {"by_reference": Found(7, False), "open_cases": (8,)},
            Place(Ending.PARKED, Why.REFERENCE_FROM_UNKNOWN, 7),
        ),
        (
            {"by_token": 7, "has_token": True, "by_reference": Found(8, True)},
            Place(Ending.ON_CASE, None, 7),
        ),
        ({"ours": True, "by_token": 7, "has_token": True}, Place(Ending.ENDED, Why.OURS)),
    ],
)
def test_what_is_known_says_where(seen: dict[str, Any], expected: Place) -> None:
    assert said(**seen) == expected


@pytest.mark.parametrize("automatic", [Automatic.REPORT, Automatic.REPLY])
def test_what_answers_by_itself_ends_wherever_it_points(automatic: Automatic) -> None:
    found = said(replace(MAIL, automatic=automatic), by_token=7, has_token=True)
    assert found.ending is Ending.ENDED and found.case is None


@pytest.mark.parametrize(
    ("mail", "why"),
    [
        (replace(MAIL, automatic=Automatic.SPAM), Why.SPAM),
        (replace(MAIL, automatic=Automatic.BULK), Why.BULK),
        (replace(MAIL, automatic=Automatic.GENERATED), Why.BULK),
        (replace(MAIL, problem=Problem.LOCKED), Why.UNREADABLE),
        (replace(MAIL, problem=Problem.NESTED), Why.UNREADABLE),
        (replace(MAIL, left_out=("winmail.dat",), text=""), Why.UNREADABLE),
        (replace(MAIL, address=""), Why.NO_SENDER),
        (replace(MAIL, text=""), Why.EMPTY),
    ],
)
def test_what_is_in_doubt_waits_for_a_person(mail: Mail, why: Why) -> None:
    assert said(mail) == Place(Ending.PARKED, why)


def test_a_large_mail_with_words_and_one_with_a_file_alone_are_taken() -> None:
    assert said(replace(MAIL, problem=Problem.LARGE)).ending is Ending.NEW
    photo = Attached("a.jpg", "image/jpeg", b"x")
    assert said(replace(MAIL, text="", attached=(photo,))).ending is Ending.NEW


class TestPassedOn:
    """By a member of staff (Code 3.2). From anybody else it is their own."""

    def test_it_is_new_and_its_sender_is_the_first(self) -> None:
        assert said(replace(MAIL, original=INSIDE), staff=True) == Place(Ending.NEW)

    def test_whoever_wrote_it_and_has_a_case_it_is_put_before_a_person(self) -> None:
        found = said(replace(MAIL, original=INSIDE), staff=True, open_cases=(7,))
        assert found == Place(Ending.PARKED, Why.KNOWN_SENDER, 7)

    @pytest.mark.parametrize("day", [None, on("Wed 13 May"), on("Mon 5 May 2025")])
    def test_without_a_day_that_can_be_right_a_person_gives_it(self, day: Any) -> None:
        mail = replace(MAIL, original=replace(INSIDE, sent_on=day))
        assert said(mail, staff=True) == Place(Ending.PARKED, Why.NO_DATE)

    def test_a_colleagues_own_mail_is_no_complaint_by_itself(self) -> None:
        assert said(staff=True) == Place(Ending.PARKED, Why.FROM_STAFF)

    def test_to_the_address_of_a_case_it_goes_there(self) -> None:
        mail = replace(MAIL, original=INSIDE)
        found = said(mail, staff=True, by_token=7, has_token=True)
        assert found == Place(Ending.ON_CASE, None, 7)
