"""A case restricted after it was named elsewhere: in a panel's pack, an improvement's history, and
the register of the Ombudsman's cases."""

import pytest
from django.test import Client

from redress.learning import panel
from redress.learning.models import PanelCase, PanelComment
from redress.ombudsman.models import OmbudsmanCase
from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.restrict import Restrict
from tests import builders
from tests.web.desk.conftest import TODAY, answered, browser_of
from tests.web.desk.pages import send, words_of
from tests.web.desk.test_learn import SAID
from tests.web.test_ombudsman import CASE, ORDER

AT = "/code-model/oversight"


def said(page: Client, at: str) -> str:
    return words_of(page.get(at).content.decode())


@pytest.fixture
def named(page: Client, desk: builders.Desk) -> str:
    """Named on all three, each confirmed or kept; and then restricted to the officer."""
    ref = answered(desk)
    learned = send(page, f"/code-model/desk/case/{ref}/learn", **{**SAID, "wider": "yes"})
    new = {"step": "new", "what": "A second visit is booked", "why": "Roofers were not sent."}
    assert page.post(learned["Location"], new).status_code == 302
    pack = send(page, f"{AT}/panel", title="Panel, June")["Location"]
    page.post(pack, {"step": "case", "reference": ref})
    send(page, f"{AT}/panel/1/1/panel-case", read="yes")
    page.post(pack, {"step": "comment", "text": "Ring people.", "about": "1"})
    assert page.post(f"{AT}/ombudsman/new", CASE | {"case": ref}).status_code == 302
    one = OmbudsmanCase.objects.get().pk
    assert page.post(f"{AT}/ombudsman/{one}/asked", ORDER).status_code == 302
    mine = Restrict(people=((desk.actor.id or 0, "Amina Khan"),), reason="It is about staff.")
    desk.does(ref, Verb.RESTRICT, mine, TODAY)
    return ref


@pytest.fixture
def lead(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.SENIOR_LEAD, name="Ines Moreau"))


def test_who_is_not_named_reads_no_reference(named: str, lead: Client, page: Client) -> None:
    one = OmbudsmanCase.objects.get().pk
    places = ("improvement/1", "panel/1/panel-pack", "ombudsman", "ombudsman?show=open")
    for place in (*places, f"ombudsman/{one}"):
        found = lead.get(f"{AT}/{place}")
        assert found.status_code == 200
        assert named not in found.content.decode(), place
    assert "Added a case that you may not see" in said(lead, f"{AT}/improvement/1")
    assert named in said(page, f"{AT}/ombudsman/{one}")


def test_the_panel_reads_it_no_more_and_it_can_be_taken_out(named: str, page: Client) -> None:
    row = PanelCase.objects.get()
    assert not panel.is_ready(row.pack)
    assert page.get(f"{AT}/panel/1/panel-print").status_code == 404
    at = f"{AT}/panel/1/panel-pack"
    assert "By now it is kept to some people" in said(page, at)
    for _ in range(2):  # pressed twice
        assert page.post(at, {"step": "take-out", "place": "1"}).status_code == 302
    assert not PanelCase.objects.exists()
    assert PanelComment.objects.get().about is None
    assert "Ring people." in said(page, at)


def test_a_keeper_who_may_not_see_it_changes_the_rest_and_it_stays(
    named: str, landlord: Landlord
) -> None:
    other = browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ivor Hall"))
    at = f"{AT}/ombudsman/{OmbudsmanCase.objects.get().pk}/change"
    assert named not in other.get(at).content.decode()
    assert other.post(at, CASE | {"contact": "Ms Lee"}).status_code == 302
    row = OmbudsmanCase.objects.get()
    assert row.contact == "Ms Lee"
    assert row.case and row.case.reference == named
