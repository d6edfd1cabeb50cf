"""Whatever is sent to the resident's form: said what is wrong, answers kept, nothing stored."""

from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Case, WebDraft
from redress.people.models import Home, Resident
from redress.web.resident.questions import FORMATS
from tests.web.journey import BASE, PAGES, WHAT, YOU, answer, answers, send
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("landlord", "frozen")


def date_of(name: str, day: str, month: str, year: str) -> dict[str, str]:
    return {f"{name}_day": day, f"{name}_month": month, f"{name}_year": year}


ALL = PAGES | {"/helper": {}, "/group": {}}
CHOSEN = {"tenure", "who"}
BAD = [
    ("/what", {}, "Tell us what went wrong"),
    ("/what", {"description": " \u200b\u2060 "}, "Tell us what went wrong"),
    ("/what", {"description": "a\0b"}, "cannot be saved"),
    (
        "/what",
        {"description": "x" * 10_001},
        "10,000 characters or fewer. You have written 10,001.",
    ),
    ("/what", {"description": "🏚" * 10_001}, "10,000 characters or fewer"),
    ("/what", {"description": "x" * 1_000_000}, "10,000 characters or fewer"),
    ("/what", {"outcome_sought": "x" * 2_001}, "2,000 characters or fewer"),
    ("/when", date_of("occurred_on", "30", "2", "2026"), "30 February 2026 is not a date"),
    ("/when", date_of("occurred_on", "1", "1", "0001"), "1 January 1900 or later"),
    ("/when", date_of("occurred_on", "31", "12", "9999"), "must be today or in the past"),
    ("/when", date_of("occurred_on", "13", "5", "2026"), "must be today or in the past"),
    ("/when", date_of("aware_on", "x", "5", "2026"), "the day must be a number"),
    ("/when", date_of("aware_on", "2", "3", "2026"), "must not be before it happened"),
    ("/safety", {"risks": ["danger_now", "no such risk"]}, "Select those that are true"),
    ("", {"who": ""}, "Select who this is for"),
    ("", {"who": "everybody"}, "Select who this is for"),
    ("/helper", {"relation": "king"}, "Select who you are"),
    ("/helper", {"agrees": "king"}, "Select whether they agree"),
    ("/helper", {"helper": "x" * 201}, "Your name must be 200 characters or fewer"),
    ("/helper", {"helper_email": "mary"}, "Enter an email address with an @"),
    ("/group", {"petition": "king"}, "Select what it is"),
    ("/group", {"members": "x" * 201}, "A line of the list is too long"),
    ("/group", {"members": "x\n" * 2_501}, "The list of names must be 5,000 characters or fewer"),
    ("/when", date_of("occurred_on", "", "6", "2026"), "must be today or in the past"),
    ("/when", date_of("occurred_on", "", "13", "2026"), "is not a date"),
    ("/when", date_of("occurred_on", "", "", "2026"), "must include a month"),
    ("/when", date_of("occurred_on", "1", "", "2026"), "must include a month"),
    ("/when", date_of("aware_on", "", "2", "2026"), "must not be before it happened"),
    ("/when", {"unknown": ["perhaps"]}, "Select whether you know when it happened"),
    ("/needs", {"language": "x" * 61}, "The language must be 60 characters or fewer"),
    ("/needs", {"formats": ["gold"]}, "Select what you need"),
    ("/needs", {"never_by": ["pigeon"]}, "Select the ways we must not use"),
    ("/needs", {"times": "x" * 301}, "300 characters or fewer"),
    ("/needs", {"speaks": "\x1b[31m"}, "cannot be saved"),
    ("/files", {"step": "add"}, "Choose a photo or a file first"),
    ("/you", {"name": "x" * 201}, "Your name must be 200 characters or fewer"),
    ("/you", {"email": "mary at home"}, "Enter an email address with an @"),
    ("/you", {"phone": "0" * 41}, "40 characters or fewer"),
    ("/you", {"address": "x" * 301}, "300 characters or fewer"),
    ("/you", {"postcode": "x" * 11}, "10 characters or fewer"),
    ("/you", {"tenure": "king"}, "Select which of these you are"),
    ("/you", {"name": "Mary\0"}, "cannot be saved"),
]


@pytest.mark.parametrize(("page", "typed", "says"), BAD)
def test_it_is_said_and_nothing_is_stored(
    client: Client, page: str, typed: dict[str, Any], says: str
) -> None:
    whole = {"description": "", **typed} if not typed else {**ALL[page], **typed}
    response = client.post(BASE + page, whole)
    assert response.status_code == 200
    shown = sound(response)
    assert any(says in words for words in shown.problems), shown.problems
    assert Case.objects.count() == Resident.objects.count() == Home.objects.count() == 0
    assert WebDraft.objects.count() == 0
    for name in set(whole) - set(typed):  # the sound answers are still there
        if isinstance(whole[name], str) and name not in CHOSEN:
            node = next(node for node in shown.nodes if node.attrs.get("name") == name)
            kept = node.words.strip() or node.attrs.get("value", "")
            assert kept.split() == whole[name].split(), name


def test_two_megabytes_are_refused_with_a_page_of_our_own(client: Client) -> None:
    response = client.post(f"{BASE}/what", {"description": "x" * 3_000_000})
    assert response.status_code == 413
    assert "10,000 characters" in sound(response).words
    assert "Content-Security-Policy" in response.headers


def test_they_are_refused_so_in_a_browser_too(client: Client) -> None:
    """Where the guard against forged forms reads them first."""
    strict = Client(enforce_csrf_checks=True)
    strict.get(BASE)
    token = strict.cookies["csrf"].value
    typed = {"csrfmiddlewaretoken": token, "description": "x" * 3_000_000}
    assert strict.post(BASE, typed).status_code == 413


def test_a_form_of_a_thousand_fields_is_refused(client: Client) -> None:
    response = client.post(BASE, {f"f{number}": "x" for number in range(1_000)})
    assert response.status_code == 400
    sound(response)


def test_what_is_not_a_form_is_refused_or_is_empty(client: Client) -> None:
    for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x", "x/y"):
        response = client.post(BASE, b"\xff\xfe{]", content_type=kind)
        assert response.status_code in (200, 400), kind
        sound(response)


ODD = {
    "emoji": "The 🚽 leaks 👩‍👩‍👧‍👦 💧💧",
    "right to left": "السقف يسرب الماء",
    "overridden": "\u202eegakael\u202c",
    "joined": "नमस्ते क्षत्रिय",
    "combining": "Z̸̢̛a̵l̶g̷o̴",
    "markup": "<script>alert(1)</script> & {{ 7|add:7 }} {% now %}",
    "letter wording": "## Heading\n{reference} {name}",
    "quotes": "'; DROP TABLE cases_case; --",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD.keys())
def test_what_is_odd_is_taken_as_it_is(client: Client, odd: str) -> None:
    answer(client, what=WHAT | {"description": odd}, you=YOU | {"name": odd[:100]})
    page = sound(client.get(f"{BASE}/check"))
    assert answers(page)["Your name"] == " ".join(odd[:100].split())
    assert not page.one("main").attrs.get("onerror")
    send(client)
    case = Case.objects.select_related("resident").get()
    assert case.description.split() == odd.split()
    assert case.letters.get().text.count("<script>") == odd.count("<script>")


def test_the_longest_answers_of_all_are_taken(client: Client) -> None:
    full = {
        "name": "W" * 200,
        "email": "e" * 242 + "@example.org",
        "phone": "0" * 40,
        "address": "W" * 300,
        "postcode": "W" * 10,
    }
    answer(
        client,
        what=WHAT | {"description": "x" * 10_000, "outcome_sought": "x" * 2_000},
        needs=dict.fromkeys(("times", "speaks", "disability"), "x" * 300)
        | {"language": "x" * 60, "formats": [value for value, _ in FORMATS], "never_by": ["phone"]},
        you=full,
    )
    send(client)
    assert Case.objects.get().description == "x" * 10_000


def test_a_field_sent_twice_and_fields_unknown_do_no_harm(client: Client) -> None:
    response = client.post(
        f"{BASE}/what", {**WHAT, "description": ["one", "two"], "reference": "HAR-1"}
    )
    assert response.status_code == 302
    answer(client, you={**YOU, "is_admin": "1"})
    send(client)
    assert Case.objects.get().reference == "MOD-000001"
