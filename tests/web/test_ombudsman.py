"""The pages of the Ombudsman's cases."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from redress.ombudsman import reading, store
from redress.ombudsman.models import Duty, OmbudsmanCase
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.offer import Offer
from redress.rules.actions.restrict import Restrict
from redress.rules.facts_offers import Remedy
from redress.rules.offers import Offered
from redress.rules.ombudsman import Asks, Body, Element, Entry, Found, Status
from redress.rules.ombudsman import Duty as DutyFacts
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, opened
from tests.web.desk.pages import fill
from tests.web.reader import sound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
BASE = "/code-model/oversight/ombudsman"


def on(name: str, day: int, month: int, year: int = 2026) -> dict[str, int]:
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


CASE: dict[str, Any] = {
    "body": "housing",
    "reference": "202600001",
    "status": "determined",
    "services": "Repairs\nEstates",
    "reasons": "Damp\nComplaint handling",
    "elements": "The leak: maladministration\nThe answer came late: service failure (complaint "
    "handling)",
    **on("received_on", 1, 4),
    **on("decided_on", 1, 5),
}
ORDER: dict[str, Any] = {
    "asks": "order",
    "what": "Pay £200",
    "pounds": "200",
    "done": "no",
    **on("given_on", 1, 5),
    **on("due_on", 8, 5),
}


@pytest.fixture
def page(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER))


@pytest.fixture
def case(page: Client) -> int:
    assert page.post(f"{BASE}/new", CASE).status_code == 302
    return OmbudsmanCase.objects.get().pk


def test_a_case_from_the_form_to_the_year(page: Client, case: int) -> None:
    shown = sound(page.get(f"{BASE}/{case}"))
    for words in ("202600001", "Repairs, Estates", "maladministration", "on how the complaint"):
        assert words in shown.words
    assert page.post(f"{BASE}/{case}/asked", ORDER).status_code == 302
    assert "Pay £200" in sound(page.get(BASE)).words
    assert "1 near miss:" in sound(page.get(BASE)).words
    today = sound(page.get(address("")))
    assert "Asked by the Ombudsman, due or overdue" in today.words
    duty = f"{BASE}/{case}/asked/{Duty.objects.get().pk}"
    unproved = sound(page.post(duty, ORDER | {"done": "yes"}))
    assert "Enter how it can be shown that it was done" in unproved.problems
    done = ORDER | {"done": "yes", "proof": "Payment 4411"} | on("done_on", 7, 5)
    assert page.post(duty, done).status_code == 302
    assert "Nothing is overdue" in sound(page.get(BASE)).words
    year = sound(page.get(f"{BASE}/year/2026-27"))
    assert "1 order: 1 done in time." in year.words
    assert "2 reasons" in year.words and "£200 in 1 case" in year.words
    history = sound(page.get(f"{BASE}/{case}")).words
    assert "Put on the register" in history and "Payment 4411" in history


def test_a_change_starts_from_what_is_there_and_keeps_what_was_typed(
    page: Client, case: int
) -> None:
    form = sound(page.get(f"{BASE}/{case}/change"))
    assert "The leak: maladministration" in form.words
    wrong = sound(page.post(f"{BASE}/{case}/change", CASE | {"elements": "The leak: dreadful"}))
    assert any("does not end in a colon and one of" in problem for problem in wrong.problems)
    assert "The leak: dreadful" in wrong.words
    early = sound(page.post(f"{BASE}/{case}/change", CASE | on("decided_on", 1, 3)))
    assert "It cannot be decided before it came" in early.problems
    again = sound(page.post(f"{BASE}/new", CASE))
    assert "This reference is on the register already" in again.problems


def test_links_of_a_year_are_addresses(page: Client) -> None:
    bad = {"report": "javascript:alert(1)", "others": "A report"}
    problems = sound(page.post(f"{BASE}/year/2026-27", bad)).problems
    assert any("is not an address" in problem for problem in problems)
    assert any("write its name" in problem for problem in problems)
    good = {"report": "https://www.example.org/us", "others": "Spotlight: https://x.example/s"}
    assert page.post(f"{BASE}/year/2026-27", good).status_code == 302
    shown = sound(page.get(f"{BASE}/year/2026-27")).words
    assert "https://www.example.org/us" in shown and "Spotlight" in shown
    assert page.get(f"{BASE}/year/2026-99").status_code == 404


def test_who_may_read_and_who_may_keep(landlord: Landlord, page: Client, case: int) -> None:
    page.post(f"{BASE}/{case}/asked", ORDER)
    duty = f"{BASE}/{case}/asked/{Duty.objects.get().pk}"
    may = {
        Role.SENIOR_LEAD: (200, 200),
        Role.MEMBER_RESPONSIBLE: (200, 403),
        Role.HANDLER: (403, 403),
    }
    for role, (reads, keeps) in may.items():
        browser = browser_of(builders.user(landlord, role, name=f"A {role}"))
        assert browser.get(f"{BASE}/{case}").status_code == reads
        for path in (f"{BASE}/{case}/change", f"{BASE}/{case}/asked", duty):
            assert browser.get(path).status_code == keeps
    member = browser_of(builders.user(landlord, Role.MEMBER_RESPONSIBLE, name="A member"))
    member.post(f"{BASE}/year/2026-27", {"note": "Mine"})
    assert "Mine" not in sound(member.get(f"{BASE}/year/2026-27")).words
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.SENIOR_LEAD, name="Other"))
    for path in (f"/{case}", f"/{case}/change", f"/{case}/asked"):
        assert theirs.get(f"{BASE}{path}").status_code == 403
        assert theirs.get(f"/harrow/oversight/ombudsman{path}").status_code == 404
    assert TODAY.year == 2026


def test_what_is_sent_twice_is_kept_once(page: Client) -> None:
    """A button pressed twice: of a case without a reference nothing else tells the two apart."""
    typed = {**fill(page, f"{BASE}/new"), **CASE, "reference": ""}
    twice = [page.post(f"{BASE}/new", typed)["Location"] for _ in range(2)]
    at = f"{BASE}/{OmbudsmanCase.objects.get().pk}"
    assert twice == [at, at]
    for _ in range(2):
        assert page.post(f"{at}/asked", ORDER).status_code == 302
    assert Duty.objects.count() == 1
    words = sound(page.get(at)).words
    assert words.count("Put on the register") == 1
    another = {**fill(page, f"{BASE}/new"), **CASE, "reference": ""}  # a form of its own
    assert page.post(f"{BASE}/new", another)["Location"] != at
    assert page.post(f"{at}/change", typed | {"contact": "Dispute support"})["Location"] == at
    assert OmbudsmanCase.objects.get(pk=int(at.split("/")[-1])).contact == "Dispute support"


def determined(by: Actor, landlord: Landlord, case: str, reference: str, *pays: int) -> int:
    """A case of ours that was determined, with orders to pay."""
    entry = Entry(
        body=Body.HOUSING,
        reference=reference,
        received_on=date(2026, 5, 6),
        case=case,
        status=Status.DETERMINED,
        decided_on=TODAY,
        elements=(Element("The leak", Found.MALADMINISTRATION),),
    )
    row = store.keep(landlord, entry, by, builders.at(TODAY), TODAY)
    for pounds in pays:
        duty = DutyFacts(Asks.ORDER, f"Pay £{pounds}", TODAY, TODAY, pounds=pounds)
        store.keep_duty(row, duty, by, builders.at(TODAY), TODAY)
    return row.pk


def test_what_was_offered_stands_beside_what_was_ordered(
    landlord: Landlord, django_assert_num_queries: Any
) -> None:
    by = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, by)
    case = opened(desk)
    given = Offered(impact="A wet ceiling.", kinds=(Remedy.APOLOGY,), pounds=100, pay_by=TODAY)
    desk.does(case, Verb.OFFER, Offer(offered=given), TODAY)
    number = determined(by, landlord, case, "1", 250, 50)
    determined(by, landlord, "", "2", 400)
    shown = sound(browser_of(by).get(f"{BASE}/{number}")).words
    assert "Money £100 £300, £200 more than we offered" in shown
    assert "stage 1: Say sorry" in shown and "Pay £250" in shown
    year = sound(browser_of(by).get(f"{BASE}/year/2026-27")).words
    assert "1 case £100 £300 £200 more than we offered 1 case 1 case" in year
    assert "In 1 case we offered £100 and £300 was ordered" in year
    with django_assert_num_queries(4):
        reading.compared(landlord, date(2026, 4, 1), date(2027, 3, 31))


def test_the_offers_of_a_case_that_one_may_not_read_are_not_known_to_them(
    landlord: Landlord,
) -> None:
    by = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, by)
    case = opened(desk)
    number = determined(by, landlord, case, "1", 250)
    named = Restrict(people=((by.id or 0, by.name),), reason="Safety")
    desk.does(case, Verb.RESTRICT, named, TODAY)
    lead = browser_of(builders.user(landlord, Role.SENIOR_LEAD, name="Ines Moreau"))
    assert "Money Not known £250" in sound(lead.get(f"{BASE}/{number}")).words
    assert "Money £0 £250" in sound(browser_of(by).get(f"{BASE}/{number}")).words
