"""Complaining for somebody else, for a group, or by a petition; and answers that are not known."""

from datetime import date

import pytest
from django.test import Client

from redress.cases.facts import facts_of
from redress.cases.models import Case, Message
from redress.rules.facts import CaseFacts, Consent
from redress.rules.facts_people import SpeaksAs, Standing
from tests.web.journey import BASE, PAGES, answer, answers, send
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("landlord", "frozen")
HELPER = {
    "helper": "Kofi Osei",
    "relation": "councillor",
    "helper_email": "kofi@example.org",
    "helper_phone": "07700 900456",
    "agrees": "not_yet",
}


def for_someone(client: Client, helper: dict[str, str]) -> CaseFacts:
    client.post(BASE, {"who": "somebody"})
    assert client.post(f"{BASE}/helper", helper)["Location"] == f"{BASE}/what"
    answer(client, who={"who": "somebody"})
    send(client)
    return facts_of(Case.objects.get())


def test_who_speaks_for_the_resident_is_on_the_case(client: Client) -> None:
    case = for_someone(client, HELPER)
    speaker = case.intake.representative
    assert speaker is not None
    assert (speaker.name, speaker.relation) == ("Kofi Osei", "Councillor")
    assert speaker.consent is Consent.NOT_YET
    (there,) = case.representatives
    assert (there.kind, there.email, there.phone) == (
        SpeaksAs.MEMBER,
        "kofi@example.org",
        "07700 900456",
    )
    assert there.standing(date(2026, 5, 12)) is Standing.ASKED  # in parallel
    assert "They have not asked the resident yet." in case.description
    assert Message.objects.get(kind="copy").to_address == "kofi@example.org"


@pytest.mark.parametrize("helper", [{}, {"agrees": "yes"}, {"agrees": "unknown"}])
def test_nothing_is_demanded_and_agreement_is_no_condition(
    client: Client, helper: dict[str, str]
) -> None:
    speaker = for_someone(client, helper).intake.representative
    assert speaker is not None and speaker.consent is Consent.NOT_YET
    assert speaker.name == "Somebody who gave no name"


def test_the_last_page_asks_about_the_person_who_is_helped(client: Client) -> None:
    client.post(BASE, {"who": "somebody"})
    page = sound(client.get(f"{BASE}/you"))
    assert "About the person you help" in page.words
    assert "Their name" in page.words
    assert "Page 8 of 9" in page.words


def test_who_changes_their_mind_is_asked_no_more_and_nothing_of_it_is_sent(client: Client) -> None:
    client.post(BASE, {"who": "somebody"})
    client.post(f"{BASE}/helper", HELPER)
    answer(client)  # for me, after all
    assert "Who are you?" not in answers(sound(client.get(f"{BASE}/check")))
    send(client)
    case = facts_of(Case.objects.get())
    assert case.intake.representative is None
    assert "kofi" not in case.description


@pytest.mark.parametrize(("what", "petition"), [("group", False), ("petition", True), ("", False)])
def test_a_group_has_one_person_to_talk_to(client: Client, what: str, petition: bool) -> None:
    client.post(BASE, {"who": "several"})
    typed = {"petition": what, "members": "Ann Lee\r\n\r\nAbdi Nur\r\nann lee\r\nMary Osei"}
    assert client.post(f"{BASE}/group", typed)["Location"] == f"{BASE}/what"
    answer(client, who={"who": "several"})
    send(client)
    case = facts_of(Case.objects.get())
    assert (case.group_complaint, case.petition) == (True, petition)
    assert [each.name for each in case.signatories] == ["Ann Lee", "Abdi Nur"]


def test_a_month_is_kept_as_a_month(client: Client) -> None:
    month = {"occurred_on_month": "March", "occurred_on_year": "2026"}
    answer(client, when=month)
    assert answers(sound(client.get(f"{BASE}/check")))["When did it happen?"] == "March 2026"
    page = sound(client.get(f"{BASE}/when"))
    assert page.one("input", id="id_occurred_on_day").attrs["value"] == ""
    assert page.one("input", id="id_occurred_on_month").attrs["value"] == "3"
    send(client)
    case = facts_of(Case.objects.get())
    assert case.issues[0].occurred_on is None
    assert case.description.endswith("It happened in: March 2026")


def test_i_do_not_know_is_an_answer(client: Client) -> None:
    answer(client, when={"unknown": ["unknown"]}, you={"tenure": "unknown", "phone": "1"})
    shown = answers(sound(client.get(f"{BASE}/check")))
    assert shown["If you cannot say when"] == "I do not know"
    assert shown["Which of these are you?"] == "I do not know"
    send(client)
    case = facts_of(Case.objects.get())
    assert case.tenure is None
    assert case.description.endswith("When it happened: They do not know.")


def test_the_day_wins_over_not_knowing(client: Client) -> None:
    answer(client, when=PAGES["/when"] | {"unknown": ["unknown"]})
    send(client)
    case = facts_of(Case.objects.get())
    assert case.issues[0].occurred_on == date(2026, 3, 3)
    assert "know" not in case.description
