"""The pages of the second Code: asked for by `?code=lgsco`, and never in place of the first."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from redress.assessment.imports import import_form
from redress.assessment.models import Assessment, ProvisionAnswer
from redress.people.models import Landlord, User
from redress.rules.access import Actor, Role
from redress.rules.assessment import Body
from redress.rules.figures_year import Year
from tests import builders
from tests.rules.second_form import text
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")
PAGE = "/code-model/oversight/self-assessment"
SECOND = f"{PAGE}?year=2026-27&code=lgsco"
ONE = f"{PAGE}/2026-27/provision/10.1?code=lgsco"
APPROVE = f"{PAGE}/2026-27/approve?code=lgsco"
ANSWER = {"step": "answer", "answer": "no", "evidence": "Glue", "commentary": "It fell apart."}
APPROVAL = {
    "approved_by": "Full Council", "response": "Tales are good.", "approved_on_day": "1",
    "approved_on_month": "5", "approved_on_year": "2026",
}  # fmt: skip


def client_of(landlord: Landlord, role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, role, name=f"A {role}").id))
    return client


@pytest.fixture
def form(landlord: Landlord) -> Assessment:
    at, by = datetime(2026, 5, 1, 10, tzinfo=UTC), Actor(None, "Ann")
    content = text().encode()
    return import_form(landlord, Year(2026), "f.txt", content, by, at, Body.LGSCO).assessment


@pytest.fixture
def officer(landlord: Landlord) -> Client:
    return client_of(landlord, Role.COMPLAINTS_OFFICER)


def links(client: Client, page: str) -> list[str]:
    return [a.attrs["href"] for a in sound(client.get(page)).all("a")]


def test_a_landlord_without_one_has_no_link_to_it(officer: Client) -> None:
    assert not [link for link in links(officer, PAGE) if "lgsco" in link]
    page = sound(officer.get(SECOND))
    assert "with “--code lgsco”" in page.words and "Begin a new one" not in page.words
    officer.post(SECOND, {"trigger": "annual"})
    assert not Assessment.objects.exists()
    assert officer.get(ONE).status_code == officer.get(APPROVE).status_code == 404
    assert officer.get(f"{PAGE}?code=another").status_code == 404


@pytest.mark.usefixtures("form")
def test_it_has_its_own_page_and_the_first_a_link_to_it(officer: Client) -> None:
    first = sound(officer.get(f"{PAGE}?year=2026-27"))
    assert "no self-assessment of 2026-27 yet" in first.words
    assert "?year=2026-27&code=lgsco" in [a.attrs["href"] for a in first.all("a")]
    page = sound(officer.get(SECOND))
    assert "Against the Code of the Local Government and Social Care Ombudsman" in page.words
    assert "No provision of it is measured" in page.words and "Section 10" in page.words
    assert "Say what a tall tale is." in page.words
    assert "Cases" not in [th.words for th in page.all("th")]
    assert "goes to the Ombudsman" not in page.words and "Code 8" not in page.words
    there = [link for link in links(officer, SECOND) if "/provision/" in link]
    assert len(there) == 5 and all(link.endswith("?code=lgsco") for link in there)
    flagged = [link for link in links(officer, f"{SECOND}&only=flagged") if "/provision/" in link]
    assert len(flagged) == 2


def test_a_provision_is_answered_and_stays_in_its_code(officer: Client, form: Assessment) -> None:
    page = sound(officer.get(ONE))
    assert "Mend the book." in page.words and "No provision of this Code is measured" in page.words
    assert officer.post(ONE, ANSWER)["Location"].endswith("/provision/10.1?code=lgsco")
    assert ProvisionAnswer.objects.get(assessment=form, number="10.1").answer == "no"
    same_number = sound(officer.get(f"{PAGE}/2026-27/provision/6.2?code=lgsco"))
    assert "Lend the book" in same_number.words and "did." not in same_number.words


def test_its_approval_and_the_next_draft(officer: Client, form: Assessment) -> None:
    assert "(Code 8" not in sound(officer.get(APPROVE)).words
    form.answers.filter(number="2.1").update(answer=None)
    refused = sound(officer.post(APPROVE, APPROVAL)).words
    assert "Provision 2.1 is not answered" in refused and "(Code 8" not in refused
    form.answers.filter(number="2.1").update(answer="no")
    assert officer.post(APPROVE, APPROVAL)["Location"].endswith("?year=2026-27&code=lgsco")
    page = sound(officer.get(SECOND))
    assert "Tales are good." in page.words and "(Code 8" not in page.words
    officer.post(SECOND, {"trigger": "annual"})
    rows = Assessment.objects.order_by("number").values_list("body", "number", "year")
    assert list(rows) == [("lgsco", 1, "2026-27"), ("lgsco", 2, "2026-27")]
    assert "no self-assessment of 2026-27 yet" in sound(officer.get(f"{PAGE}?year=2026-27")).words


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.MEMBER_RESPONSIBLE])
def test_readers_read_and_change_nothing(landlord: Landlord, form: Assessment, role: Role) -> None:
    reader = client_of(landlord, role)
    assert "Keep the answer" not in sound(reader.get(ONE)).words
    reader.post(ONE, ANSWER)
    assert reader.get(APPROVE).status_code == 403
    assert reader.get(SECOND).status_code == 200
    assert form.answers.get(number="10.1").answer == "yes_from"


@pytest.mark.usefixtures("form")
def test_a_handler_and_another_landlords_officer_see_none_of_it(landlord: Landlord) -> None:
    handler = client_of(landlord, Role.HANDLER)
    other = client_of(builders.landlord("harrow", "HAR"), Role.COMPLAINTS_OFFICER)
    for page in (SECOND, ONE, APPROVE):
        assert handler.get(page).status_code == other.get(page).status_code == 403
    assert not [
        link for link in links(other, PAGE.replace("code-model", "harrow")) if "lgs" in link
    ]
