"""Help in telling which Ombudsman: asked by anybody who takes complaints, and kept nowhere."""

import pytest
from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import address, browser_of, opened
from tests.web.reader import sound

WHICH = address("which-ombudsman")
ANSWERS = "?matters=charge_amount&matters=charge_handling&landlord=council&person=leaseholder"


def test_each_part_with_where_why_and_how_to_reach_them(page: Client) -> None:
    asked = sound(page.get(WHICH))
    assert "Where it may go" not in [node.words for node in asked.all("h2")]
    said = sound(page.get(WHICH + ANSWERS)).words
    assert "First-tier Tribunal (Property Chamber) Only the tribunal can say" in said
    assert "Landlord and Tenant Act 1985, section 27A" in said
    assert "What you can tell the resident" in said
    assert "telephone 0300 111 3000" in said and "www.gov.uk/housing-tribunals" in said


def test_what_is_not_clear_says_so(page: Client) -> None:
    said = sound(page.get(f"{WHICH}?matters=supported&landlord=council&person=tenant")).words
    assert (
        "Not clear: Housing Ombudsman or Local Government and Social Care Ombudsman, or both"
        in said
    )


def test_what_is_missing_is_asked_for_and_nothing_is_lost(page: Client) -> None:
    found = sound(page.get(f"{WHICH}?matters=planning&landlord=castle"))
    assert len(found.problems) == 2
    ticked = [node for node in found.all("input", value="planning") if "checked" in node.attrs]
    assert len(ticked) == 1


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_ask(landlord: Landlord, role: Role) -> None:
    client = browser_of(builders.user(landlord, role, name=f"A {role}"))
    status = 403 if role in (Role.ADMINISTRATOR, Role.BOARD_MEMBER) else 200
    assert client.get(WHICH + ANSWERS).status_code == status


def test_the_way_there_and_nobody_of_another_landlord(page: Client, desk: builders.Desk) -> None:
    reference = opened(desk)
    for at in (f"/code-model/desk/case/{reference}", "/code-model/oversight/ombudsman"):
        assert WHICH in page.get(at).content.decode()
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    assert theirs.get(WHICH).status_code == 403
    assert Client().get(WHICH).status_code == 302
    assert page.post(WHICH).status_code == 405
