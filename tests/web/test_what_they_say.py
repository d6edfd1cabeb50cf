"""The page of what residents say: surveys by hand and as a file, and when residents are asked."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from redress.rules.satisfaction import AskingPlan
from redress.rules.survey import About, Counts, Of
from redress.rules.survey_rows import Survey
from redress.satisfaction import asking, reading, store
from redress.satisfaction.models import SurveyEntry, Unhappy
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of
from tests.web.reader import sound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
BASE = "/code-model/oversight/what-they-say"
GIVEN = {
    "name": "TSM 2025",
    "about": "perception",
    "method": "phone",
    "of": "rented",
    **{f"held_from_{part}": n for part, n in (("day", 6), ("month", 1), ("year", 2025))},
    **{f"held_to_{part}": n for part, n in (("day", 31), ("month", 1), ("year", 2025))},
    "answered": "500",
    "complained": "100",
    "satisfied": "40",
    "neither": "10",
    "dissatisfied": "50",
}


@pytest.fixture
def page(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER))


def file(text: str, name: str = "rows.csv") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_a_survey_given_by_hand_gives_tp09(page: Client, landlord: Landlord) -> None:
    assert page.post(f"{BASE}/survey", GIVEN).status_code == 302
    shown = sound(page.get(f"{BASE}?period=2024-25"))
    assert "TP09: 40.0% of the 100 tenants who said that they had complained" in shown.words
    assert "30.9% to 49.8%" in shown.words  # Wilson's, from a calculator
    [(number, survey)] = reading.surveys_of(landlord)
    assert survey.lines == {
        Of.RENTED: Counts(answered=500, complained=100, satisfied=40, neither=10, dissatisfied=50)
    }
    changed = GIVEN | {"of": "all", "satisfied": "30", "neither": "20"}
    assert page.post(f"{BASE}/survey/{number}", changed).status_code == 302
    assert list(dict(reading.surveys_of(landlord))[number].lines) == [Of.ALL]
    assert SurveyEntry.objects.count() == 2


def test_a_survey_that_cannot_be_says_why_and_keeps_what_was_typed(page: Client) -> None:
    shown = sound(
        page.post(f"{BASE}/survey", GIVEN | {"complained": "40", "satisfied_percent": "x"})
    )
    assert "Per cent satisfied must be a number such as 19 or 19.5" in shown.problems
    shown = sound(page.post(f"{BASE}/survey", GIVEN | {"complained": "40"}))
    assert any("more than it can be" in problem for problem in shown.problems)
    assert shown.one("input", name="name").attrs["value"] == "TSM 2025"
    assert not SurveyEntry.objects.exists()


@pytest.mark.parametrize("percent", ["NaN", "Inf", "1e2", "-3"])
def test_what_is_no_percentage_is_refused(page: Client, percent: str) -> None:
    shown = sound(page.post(f"{BASE}/survey", GIVEN | {"satisfied_percent": percent}))
    assert "Per cent satisfied must be a number such as 19 or 19.5" in shown.problems


def test_the_answers_of_one_part_do_not_hide_those_of_another(
    page: Client, landlord: Landlord
) -> None:
    rows = "survey,to,of,answered\nA,2025-01-31,rented,5\nA,2025-01-31,ownership,4\n"
    page.post(f"{BASE}/survey-file", {"rows": file(rows)})
    [(number, held)] = reading.surveys_of(landlord)
    shown = sound(page.post(f"{BASE}/survey/{number}", GIVEN | {"of": "ownership"}))
    assert any("This survey has the answers of these already" in each for each in shown.problems)
    assert dict(reading.surveys_of(landlord))[number] == held


def test_a_file_is_kept_whole_or_every_fault_is_named(page: Client, landlord: Landlord) -> None:
    wrong = "survey,to,answered\nA,2025-02-30,x\nB,2025-01-31,5\n"
    shown = sound(page.post(f"{BASE}/survey-file", {"rows": file(wrong)}))
    assert "Nothing is kept: 2 things in the file are wrong" in shown.problems
    assert "is not a whole number" in shown.words
    assert reading.surveys_of(landlord) == []
    for bad in (b"\xff\xfe\x00", b"x" * (2 * 1024 * 1024 + 1)):
        upload = SimpleUploadedFile("rows.csv", bad)
        assert sound(page.post(f"{BASE}/survey-file", {"rows": upload})).problems
    large = SimpleUploadedFile("rows.csv", "é".encode() * (1024 * 1024 + 1))
    shown = sound(page.post(f"{BASE}/survey-file", {"rows": large}))
    assert any("over 2 MB" in problem for problem in shown.problems)
    lost = sound(page.post(f"{BASE}/survey-file", {"rows": file('a,b\n"' + 140_000 * "x")}))
    assert any("wrong" in problem for problem in lost.problems)
    right = "survey,to,of,answered\nA,2025-01-31,rented,5\nA,2025-01-31,ownership,4\n"
    assert page.post(f"{BASE}/survey-file", {"rows": file(right)}).status_code == 302
    assert len(reading.surveys_of(landlord)) == 1


def test_people_who_are_unhappy_are_put_on_the_list_once(page: Client) -> None:
    """Code 1.6."""
    rows = "date,name,contact,words\n2026-05-01,Olive Grant,020 7946 0141,Still broken\n"
    for _ in range(2):
        assert page.post(f"{BASE}/unhappy-file", {"rows": file(rows)}).status_code == 302
    one = Unhappy.objects.get()
    assert (one.who, one.contact, one.words, one.told) == (
        *("Olive Grant", "020 7946 0141", "Still broken"),
        False,
    )
    settled = {"choice": "no"}
    assert page.post(f"/code-model/desk/satisfaction/unhappy/{one.pk}", settled).status_code == 302
    one.refresh_from_db()
    assert (one.who, one.contact, one.words, one.settled_on) == ("", "", "", TODAY)
    again = rows.replace("Olive Grant", "OLIVE  Grant") + "2026-05-02,Olive Grant,020 7946 0141,\n"
    assert page.post(f"{BASE}/unhappy-file", {"rows": file(again)}).status_code == 302
    settled_one, other_day = Unhappy.objects.order_by("pk")
    assert settled_one == one and other_day.said_on == date(2026, 5, 2)
    assert Unhappy.objects.filter(contact="020 7946 0141").get() == other_day
    faulty = sound(
        page.post(f"{BASE}/unhappy-file", {"rows": file(rows.replace("020 7946 0141", ""))})
    )
    assert "nobody could be reached" in faulty.words


def test_when_residents_are_asked_is_chosen_here(page: Client, landlord: Landlord) -> None:
    first = sound(page.get(f"{BASE}/when-asked"))
    assert first.one("input", name="days").attrs["value"] == "7"
    when = {f"from_on_{part}": n for part, n in (("day", 1), ("month", 5), ("year", 2026))}
    given = when | {"days": "5", "remind_after": "10", "ends_after": "5"}
    refused = sound(page.post(f"{BASE}/when-asked", given))
    assert "The end must come after the reminder, and within 90 days" in refused.problems
    assert page.post(f"{BASE}/when-asked", given | {"ends_after": "20"}).status_code == 302
    assert asking.plan_of(asking.choice_of(landlord)) == AskingPlan(5, 10, 20)
    assert "5 days after their complaint is closed" in sound(page.get(BASE)).words
    page.post(f"{BASE}/when-asked", given | {"ends_after": "20", "days": ""})
    assert "Nobody is asked: chosen by" in sound(page.get(BASE)).words


def test_a_period_that_cannot_be_read_says_so_and_another_landlord_is_not_shown(
    page: Client,
) -> None:
    assert "is not a period" in sound(page.get(f"{BASE}?period=2026-99x")).words
    other = builders.landlord("harrow", "HAR")
    theirs = Survey(
        name="Theirs",
        held_from=date(2026, 5, 1),
        held_to=date(2026, 5, 1),
        about=About.OTHER,
        lines={Of.ALL: Counts(answered=1)},
    )
    number = store.keep_survey(other, theirs, builders.Actor(None, "X"), builders.at(TODAY)).pk
    assert "Theirs" not in sound(page.get(BASE)).words
    assert page.get(f"{BASE}/survey/{number}").status_code == 404
