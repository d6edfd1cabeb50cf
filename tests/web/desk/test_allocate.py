"""Giving a case to a handler."""

from datetime import timedelta

from django.test import Client

from redress.people.models import Landlord, Membership, Organisation, Team, Training
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import TODAY, address, case_of, opened
from tests.web.desk.pages import errors_of, fill, send, words_of


def test_colleagues_who_do_casework_can_be_chosen(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    hana = builders.user(landlord, Role.HANDLER, Role.TEAM_LEADER, name="Hana Ali")
    builders.user(landlord, Role.LOGGER, name="George Lee")
    other = builders.landlord("harrow", "HAR")
    builders.user(other, Role.HANDLER, name="Someone Elsewhere")
    ref = opened(desk)
    at = address(f"case/{ref}/allocate")
    said = words_of(page.get(at).content.decode())
    assert said.count("Hana Ali") == 1
    assert "George Lee" not in said and "Someone Elsewhere" not in said
    send(page, at, handler=str(hana.id))
    assert case_of(desk, ref).handler == hana.id
    assert "Handler Hana Ali" in words_of(page.get(address(f"case/{ref}")).content.decode())


def test_nobody_chosen(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/allocate"), handler="")
    assert errors_of(answer.content.decode()) == ["Select a colleague"]


def test_stage_2_shows_who_is_suitable_for_whom_they_work_and_who_is_not(
    page: Client, desk: builders.Desk, landlord: Landlord, escalated: str
) -> None:
    vera = builders.user(landlord, Role.HANDLER, name="Vera Cole")
    council = Organisation.objects.create(name="The council")
    team = Team.objects.create(organisation=council, name="Complaints Team")
    Membership.objects.filter(user_id=vera.id, landlord=landlord).update(team=team)
    at = address(f"case/{escalated}/allocate")
    said = words_of(page.get(at).content.decode())
    suitable = said.index("Vera Cole – The council, Complaints Team")
    assert suitable < said.index("– not suitable: considered stage 1 (Code 6.13)")
    send(page, at, handler=str(vera.id))
    case = words_of(page.get(address(f"case/{escalated}")).content.decode())
    assert "Handler Vera Cole" in case
    assert "Stage 2 is with The council, Complaints Team" in case
    assert "Given to a handler" in case and "not suitable" not in case


def test_at_stage_1_nobody_is_marked(page: Client, desk: builders.Desk) -> None:
    said = words_of(page.get(address(f"case/{opened(desk)}/allocate")).content.decode())
    assert "not suitable" not in said


def test_stage_2_does_not_go_to_who_considered_stage_1(
    page: Client, desk: builders.Desk, escalated: str
) -> None:
    at = address(f"case/{escalated}/allocate")
    answer = send(page, at, handler=str(desk.actor.id))
    assert errors_of(answer.content.decode()) == [
        "Somebody who considered stage 1 would decide stage 2. Give it to a person who did not "
        "draft, approve or check the stage 1 response. (Code 6.13)"
    ]


def test_where_nobodys_training_is_noted_nobody_is_marked(
    page: Client, desk: builders.Desk
) -> None:
    colleague = builders.user(desk.landlord, Role.HANDLER, name="Hana Ali")
    at = address(f"case/{opened(desk)}/allocate")
    assert "training" not in words_of(page.get(at).content.decode())
    sent = fill(page, at, handler=str(colleague.id))
    done = page.post(at, sent, follow=True).content.decode()
    assert "Hana Ali" in words_of(done) and "training" not in words_of(done)


def test_no_training_is_said_on_the_page_and_in_the_result_and_bars_nothing(
    page: Client, desk: builders.Desk, landlord: Landlord
) -> None:
    hana = builders.user(landlord, Role.HANDLER, name="Hana Ali")
    vera = builders.user(landlord, Role.HANDLER, name="Vera Cole")
    days = {"trained_on": TODAY - timedelta(days=400), "refresher_due": TODAY}
    Training.objects.create(user_id=vera.id, landlord=landlord, **days)
    ref = opened(desk)
    at = address(f"case/{ref}/allocate")
    said = words_of(page.get(at).content.decode())
    assert "Hana Ali – no training noted (Code 4.3)" in said and "Vera Cole –" not in said
    Training.objects.update(refresher_due=TODAY - timedelta(days=1))
    overdue = "Vera Cole – refresher overdue since Mon 11 May 2026 (Code 4.3)"
    assert overdue in words_of(page.get(at).content.decode())
    sent = page.post(at, fill(page, at, handler=str(hana.id)), follow=True)
    assert (
        "It went ahead although: No training in handling complaints is noted for them. (Code 4.3)"
        in words_of(sent.content.decode())
    )
    assert case_of(desk, ref).handler == hana.id
    bulk = {"do": "allocate", "key": "k", "handler": f"{vera.id}", "ticked": f"4:{ref}"}
    done = words_of(page.post(address("bulk"), bulk, follow=True).content.decode())
    assert "Done, although: Their training in handling complaints is overdue" in done
