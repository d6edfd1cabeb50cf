"""Triage on one page, and sorting again."""

from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Kind, Priority, State
from tests import builders
from tests.web.desk.conftest import address, browser_of, case_of, logged, received
from tests.web.desk.pages import errors_of, fill, names_in, send, words_of

TWO = (NewIssue(summary="The ceiling leaks"), NewIssue(summary="Nobody answers"))


def test_triage_logs_sorts_and_gives_it_to_somebody(page: Client, desk: builders.Desk) -> None:
    eve = builders.user(desk.landlord, Role.HANDLER, name="Eve Hall")
    ref = received(desk, service="", category="", issues=TWO)
    send(
        page, address(f"case/{ref}/log"), category="leak", priority="high", handler=str(eve.id),
        service_2="Customer service", marks=["early_resolution"], contractor="Roofs Ltd",
    )  # fmt: skip
    case = case_of(desk, ref)
    assert (case.state, case.handler, case.priority) == (
        State.STAGE_1_LOGGED,
        eve.id,
        Priority.HIGH,
    )
    assert (case.service, case.contributing) == ("Repairs", ("Customer service",))
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "To be put right at once, inside stage 1." in said and "High priority." in said
    assert "about the work of Roofs Ltd" in said


def test_a_complaint_about_staff_asks_who_may_see_it(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    send(page, address(f"case/{ref}/classify"), service="Tenancy", marks=["about_staff"])
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "About a member of staff. Everybody who reads cases sees it. Say who may see it" in said


def test_sorted_again_the_story_says_what_it_was(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    at = address(f"case/{ref}/classify")
    assert fill(page, at)["service"] == ["Repairs"]
    send(page, at, service="Heating", category="hot water", contributing=["Estates"])
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Service : Heating, was Repairs" in said.replace("Service Heating", "Service : Heating")
    assert "Estates gives a part" in said


def test_what_an_old_system_called_it_is_kept(page: Client, desk: builders.Desk) -> None:
    ref = logged(desk)
    from redress.cases.models import Case

    Case.objects.update(service="RPR North", category="17 leaks")  # as an import has them
    sent = fill(page, address(f"case/{ref}/classify"))
    assert (sent["service"], sent["category"]) == (["RPR North"], ["17 leaks"])


def test_nothing_chosen_says_what_to_choose(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, service="", category="")
    answer = send(page, address(f"case/{ref}/classify"))
    assert "No service is named." in errors_of(answer.content.decode())[0]


def test_a_handler_sorts_and_gives_it_to_nobody(landlord: Landlord, desk: builders.Desk) -> None:
    ref = received(desk)
    handler = browser_of(builders.user(landlord, Role.HANDLER, name="Hal Green"))
    at = address(f"case/{ref}/classify")
    assert "handler" not in names_in(handler.get(at).content.decode())
    assert send(handler, at, category="roof").status_code == 302


def test_the_informal_step_is_shown_with_what_the_code_says(db: None) -> None:
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk, page = builders.Desk(landlord, officer), browser_of(officer)
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    at = f"/tower-hamlets-homes/desk/case/{ref}/classify"
    said = words_of(page.get(at).content.decode())
    assert "Our policy has a step called “Query”" in said and "5 working days" in said
    assert "(Code 1.3, 5.2)" in said
    ref = received(desk)
    assert "Query" not in page.get(at.replace("000001", "000002")).content.decode()
