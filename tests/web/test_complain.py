"""A resident complains: from the first question to a case on the record."""

from datetime import date

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from redress.cases.models import Case
from redress.people.models import Home, Landlord, Resident
from redress.people.needs import disclosed
from redress.rules.needs import Needs
from redress.rules.sending import Format, Never
from tests import builders
from tests.web.journey import BASE, PAGES, SAFETY, WHAT, WHO, YOU, answer, answers, key, send
from tests.web.reader import sound

NOTHING: dict[str, dict[str, str]] = {"when": {}, "safety": {}, "needs": {}, "you": {}}
pytestmark = pytest.mark.usefixtures("landlord", "frozen")


def only_case() -> Case:
    return Case.objects.select_related("resident__home").get()


def test_every_page_is_sound_and_leads_to_the_next(client: Client) -> None:
    assert f"{BASE}" in [a.attrs["href"] for a in sound(client.get("/code-model/")).all("a")]
    addresses = [BASE + page for page in (*PAGES, "/check")]
    for here, after, typed in zip(addresses, addresses[1:], PAGES.values(), strict=False):
        sound(client.get(here))
        assert client.post(here, typed)["Location"] == after
    sound(client.get(addresses[-1]))


def test_the_answers_are_shown_before_they_are_sent(client: Client) -> None:
    answer(client)
    shown = answers(sound(client.get(f"{BASE}/check")))
    assert shown == {
        "Who is this for?": "Me, or my home",
        "What went wrong?": "The kitchen ceiling leaks. Nobody comes.",
        "What would put it right?": "Mend it.",
        "When did it happen?": "Tuesday 3 March 2026",
        "If you cannot say when": "Not given",
        "When did you find out?": "Wednesday 4 March 2026",
        "Is any of this true?": "Someone at home is very young, old, ill, pregnant or disabled",
        "Photos and files": "Not given",
        "Which language is best for you?": "Welsh",
        "What do you need from us?": "Large print Sign language",
        "Is there a way we must not use?": "Letter Phone call",
        "When and how is it safe to reach you?": "Weekdays before 3pm",
        "Who can speak for you?": "My son Kofi, 07700 900456",
        "Is there an illness or disability we should know of?": "I am deaf",
        "Your name": "Mary Osei",
        "Email address": "mary@example.org",
        "Phone number": "07700 900123",
        "Address": "4 Elm Walk London",
        "Postcode": "E1 4AA",
        "Which of these are you?": "A leaseholder",
    }
    assert Case.objects.count() == 0


def test_what_was_said_is_on_the_record(client: Client, landlord: Landlord) -> None:
    answer(client)
    send(client)
    case = only_case()
    assert case.landlord == landlord
    assert case.reference == "MOD-000001"
    assert case.description == "The kitchen ceiling leaks.\nNobody comes."
    assert (case.channel, case.kind, case.tenure) == ("web", "complaint", "leaseholder")
    assert case.received_on == date(2026, 5, 12)
    assert case.risks == ["vulnerable"]
    issue = case.issues.get()
    assert issue.summary == "The kitchen ceiling leaks. Nobody comes."
    assert (issue.occurred_on, issue.aware_on) == (date(2026, 3, 3), date(2026, 3, 4))
    assert case.stages.get().outcome_sought == "Mend it."
    assert case.events.get().by_name == "Resident"
    mary = case.resident
    assert mary is not None and mary.home is not None
    assert (mary.name, mary.email, mary.phone) == ("Mary Osei", "mary@example.org", "07700 900123")
    assert (mary.home.address, mary.home.postcode) == ("4 Elm Walk\nLondon", "E1 4AA")
    assert mary.what_they_need == Needs(
        language="Welsh",
        interpreter="sign language",
        formats=(Format.LARGE_PRINT,),
        never_by=(Never.POST, Never.PHONE),
        safe="Weekdays before 3pm",
        needs="Can speak for them: My son Kofi, 07700 900456",
    )
    assert [each.says for each in disclosed(mary)] == ["I am deaf"]


def test_a_complaint_without_a_name_is_a_complaint(client: Client) -> None:
    answer(client, what={"description": "The lift is broken."}, **NOTHING)
    page = sound(client.get(f"{BASE}/check"))
    assert list(answers(page).values()).count("Not given") == 18
    send(client)
    case = only_case()
    assert case.resident is None
    assert (case.tenure, case.risks) == (None, [])
    assert Resident.objects.count() == Home.objects.count() == 0


@pytest.mark.parametrize("given", [{"phone": "07700 900123"}, {"postcode": "E1 4AA"}])
def test_who_leaves_a_trace_without_a_name_can_be_found(
    client: Client, given: dict[str, str]
) -> None:
    answer(client, needs={}, you=given)
    send(client)
    resident = only_case().resident
    assert resident is not None
    assert resident.name == "Resident"


def test_the_confirmation_says_what_happens_and_when(client: Client) -> None:
    answer(client)
    words = send(client).words
    assert "MOD-000001" in words
    assert "We got it on Tuesday 12 May 2026" in words
    assert "We write to you by Tuesday 19 May 2026" in words  # 5 working days
    assert "Our answer is due by Wednesday 3 June 2026" in words  # and 10, over a bank holiday
    assert "0300 111 3000" in words
    assert "phone 020 7946 0000" in words
    assert "danger" not in words


@pytest.mark.parametrize(
    ("you", "told"),
    [
        ({}, True),
        ({"name": "Mary Osei"}, True),
        ({"phone": "07700 900123"}, False),
        ({"email": "mary@example.org"}, False),
        ({"address": "4 Elm Walk"}, False),
    ],
)
def test_who_cannot_be_reached_is_told_how_to_hear(
    client: Client, you: dict[str, str], told: bool
) -> None:
    answer(client, you=you)
    words = send(client).words
    assert ("You did not give us a way to reach you" in words) == told
    assert ("We write to you by" in words) != told


def test_promise_and_code_limit_are_both_said(client: Client) -> None:
    builders.landlord("tower-hamlets-homes", "THH")
    base = "/tower-hamlets-homes/complain"
    answer(client, base)
    check = sound(client.get(f"{base}/check"))
    typed = {"submission": check.one("input", name="submission").attrs["value"]}
    words = sound(client.post(f"{base}/check", typed, follow=True)).words
    assert "We write to you by Thursday 14 May 2026" in words  # 2 working days
    assert "Our answer is due by Friday 29 May 2026" in words
    assert "Tuesday 19 May 2026 to write to you and Wednesday 3 June 2026 to answer" in words


def test_danger_now_is_answered_at_once(client: Client) -> None:
    typed = {"risks": ["danger_now"]}
    assert "You said" not in sound(client.get(f"{BASE}/you")).words
    answer(client, safety=typed)
    page = sound(client.get(f"{BASE}/you"))
    assert "You said that someone is in danger. Call 999 now." in page.words
    words = send(client).words
    assert words.index("Call 999 now") < words.index("We have your complaint")


URGENT = {
    "danger_now": "Ring 999 now if someone is in danger",
    "at_risk": "Ring 999 if someone is in danger now",
    "damp_and_mould": "Damp and mould can make people ill",
}


@pytest.mark.parametrize(("risk", "says"), URGENT.items())
def test_what_is_urgent_leads_to_the_number_to_ring_and_is_owed_at_once(
    client: Client, risk: str, says: str
) -> None:
    client.post(BASE, WHO)
    client.post(f"{BASE}/what", WHAT)
    page = client.post(f"{BASE}/safety", {"risks": [risk]}, follow=True)
    assert page.redirect_chain == [(f"{BASE}/urgent", 302)]
    words = sound(page).words
    assert says in words
    assert "Ring us as well: phone 020 7946 0000" in words
    assert "We hand this over at once" in words
    assert (
        sound(page)
        .one("a", role="button", class_="govuk-button--secondary")
        .attrs["href"]
        .endswith("/files")
    )
    typed = {
        "step": "now",
        "submission": sound(page).one("input", name="submission").attrs["value"],
    }
    sent = client.post(f"{BASE}/check", typed, follow=True)
    assert "We hand over at once" in sound(sent).words
    case = only_case()
    assert (case.next_due, case.next_clock) == (date(2026, 5, 12), "hand_over")
    assert case.risks == [risk]


def test_the_page_with_the_number_is_for_what_is_urgent_alone(client: Client) -> None:
    answer(client)
    assert client.get(f"{BASE}/urgent")["Location"] == f"{BASE}/safety"
    send(client)
    assert only_case().next_clock == "acknowledge"


def test_what_was_told_at_once_needs_what_went_wrong(client: Client) -> None:
    client.post(f"{BASE}/safety", {"risks": ["danger_now"]})
    page = sound(client.get(f"{BASE}/urgent"))
    assert not [node for node in page.all("button") if node.attrs.get("value") == "now"]
    typed = {"step": "now", "submission": page.one("input", name="submission").attrs["value"]}
    assert client.post(f"{BASE}/check", typed)["Location"] == f"{BASE}?again"
    assert Case.objects.count() == 0


def test_the_button_pressed_twice_makes_one_case(client: Client) -> None:
    answer(client)
    typed = {"submission": key(client)}
    first = client.post(f"{BASE}/check", typed)
    second = client.post(f"{BASE}/check", typed)
    assert first["Location"] == second["Location"] == f"{BASE}/sent"
    assert (Case.objects.count(), Resident.objects.count()) == (1, 1)


def test_two_presses_that_cross_make_one_case(client: Client) -> None:
    """The second request read the session before the first had written it."""
    answer(client)
    typed = {"submission": key(client)}
    session = Session.objects.get()
    before = session.session_data
    client.post(f"{BASE}/check", typed)
    Session.objects.update(session_data=before)
    again = client.post(f"{BASE}/check", typed)
    assert again["Location"] == f"{BASE}/sent"
    assert (Case.objects.count(), Resident.objects.count(), Home.objects.count()) == (1, 1, 1)


def test_going_back_and_reloading_after_sending_sends_nothing(client: Client) -> None:
    answer(client)
    send(client)
    assert client.get(f"{BASE}/check")["Location"] == f"{BASE}/sent"
    assert "MOD-000001" in sound(client.get(f"{BASE}/sent")).words
    assert Case.objects.count() == 1


def test_a_second_complaint_is_another_one(client: Client) -> None:
    answer(client)
    send(client)
    page = sound(client.get(f"{BASE}/what"))
    assert not page.one("textarea", name="description").words.strip()
    answer(client, what={"description": "And the lift is broken."})
    assert "MOD-000002" in send(client).words
    assert Case.objects.count() == 2
    assert Resident.objects.count() == 1  # the same Mary


def test_an_old_page_of_the_check_sends_nothing_of_the_new_one(client: Client) -> None:
    answer(client)
    old = key(client)
    send(client)
    answer(client, what={"description": "And the lift is broken."})
    assert client.post(f"{BASE}/check", {"submission": old})["Location"] == f"{BASE}/sent"
    assert client.post(f"{BASE}/check", {"submission": "forged"}).status_code == 200
    assert client.post(f"{BASE}/check", {}).status_code == 200
    assert Case.objects.count() == 1


def test_an_answer_is_changed_and_one_is_straight_back_at_the_check(client: Client) -> None:
    answer(client)
    check = sound(client.get(f"{BASE}/check"))
    changes = [a for a in check.all("a") if a.words.startswith("Change")]
    assert len({a.words for a in changes}) == len(changes) == 20  # no two links read the same
    for link in changes:
        address, _, target = link.attrs["href"].partition("#")
        page = sound(client.get(address))
        assert target in page.ids
    back = client.post(f"{BASE}/you?check", YOU | {"name": "M. Osei"})
    assert back["Location"] == f"{BASE}/check"
    assert answers(sound(client.get(back["Location"])))["Your name"] == "M. Osei"


def test_kept_answers_are_shown_when_one_comes_back(client: Client) -> None:
    answer(client)
    page = sound(client.get(f"{BASE}/what"))
    assert "The kitchen ceiling leaks." in page.one("textarea", name="description").words
    when = sound(client.get(f"{BASE}/when"))
    parts = [when.one("input", id=f"id_aware_on_{part}") for part in ("day", "month", "year")]
    assert [part.attrs["value"] for part in parts] == ["4", "3", "2026"]
    boxes = sound(client.get(f"{BASE}/safety"))
    assert "checked" in boxes.one("input", value="vulnerable").attrs
    assert "checked" not in boxes.one("input", value="danger_now").attrs


def test_who_was_away_too_long_is_told_and_loses_no_more_than_must_be(client: Client) -> None:
    client.post(BASE, WHO)
    client.post(f"{BASE}/what", WHAT)
    Session.objects.all().delete()
    response = client.post(f"{BASE}/you", YOU, follow=True)
    assert response.redirect_chain == [(f"{BASE}/check", 302), (f"{BASE}?again", 302)]
    assert "We do not have all your answers any more" in sound(response).words
    assert client.post(BASE, WHO)["Location"] == f"{BASE}/what"
    client.post(f"{BASE}/safety", SAFETY)
    name = sound(client.get(f"{BASE}/you")).one("input", name="name")
    assert name.attrs["value"] == "Mary Osei"


def test_sending_when_the_session_has_ended_stores_nothing_and_asks_again(client: Client) -> None:
    answer(client)
    typed = {"submission": key(client)}
    Session.objects.all().delete()
    assert client.post(f"{BASE}/check", typed)["Location"] == f"{BASE}?again"
    assert Case.objects.count() == 0


def test_the_confirmation_can_be_asked_for_by_nobody_else(client: Client) -> None:
    answer(client)
    send(client)
    page = sound(Client().get(f"{BASE}/sent"))
    assert "MOD-000001" not in page.words
    assert "We cannot show your complaint here" in page.words


def test_drafts_for_two_landlords_do_not_mix(client: Client) -> None:
    builders.landlord("harrow", "HAR")
    answer(client)
    page = sound(client.get("/harrow/complain/what"))
    assert not page.one("textarea", name="description").words.strip()
    assert client.get("/harrow/complain/check")["Location"] == "/harrow/complain?again"
    send(client)
    assert "We cannot show" in sound(client.get("/harrow/complain/sent")).words


def test_nothing_personal_is_in_an_address_or_a_cookie(client: Client) -> None:
    seen = []
    for page, typed in PAGES.items():
        seen.append(client.post(BASE + page, typed)["Location"])
    seen.append(client.post(f"{BASE}/save", {"email": "mary@example.org"})["Location"])
    check = sound(client.get(f"{BASE}/check"))
    seen += [a.attrs["href"] for a in check.all("a")]
    seen.append(client.post(f"{BASE}/check", {"submission": key(client)})["Location"])
    seen += [a.attrs["href"] for a in sound(client.get(f"{BASE}/sent")).all("a")]
    seen += [cookie.value for cookie in client.cookies.values()]
    assert set(client.cookies) <= {"session", "csrf"}
    for secret in ("Mary", "Osei", "mary", "07700", "Elm", "E1", "MOD-", "ceiling", "damp"):
        assert not [text for text in seen if secret in text], secret


def test_the_session_ends_with_the_browser(client: Client) -> None:
    client.post(BASE, WHO)
    assert client.cookies["session"]["max-age"] == ""


def test_a_long_story_stands_for_its_issue_by_its_first_words(client: Client) -> None:
    answer(client, what={"description": "The ceiling leaks. " * 400})
    send(client)
    summary = only_case().issues.get().summary
    assert 190 <= len(summary) <= 200
    assert summary.startswith("The ceiling leaks. The ceiling")
    assert summary.endswith("…")


def test_a_form_from_elsewhere_is_refused_kindly(landlord: Landlord) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(f"{BASE}/what", WHAT)
    assert response.status_code == 403
    assert "Please send that again" in sound(response).words


@time_machine.travel("2026-05-12T23:30:00Z", tick=False)
def test_the_day_is_that_of_the_landlord(client: Client) -> None:
    answer(client)
    send(client)
    assert only_case().received_on == date(2026, 5, 13)  # half past midnight in London
