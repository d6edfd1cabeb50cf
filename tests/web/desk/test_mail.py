"""E-mail that waits for a person: who sees it, how it is read, and where they put it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from redress.cases import mail_in
from redress.cases.models import Case, MailItem
from redress.people.models import Landlord
from redress.rules.access import Role, may_read_cases
from redress.uploads.shelf import Shelf
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, moment, opened
from tests.web.desk.pages import errors_of, sent_by, words_of
from tests.work.mail_corpus import letter, of

Arrive = Callable[..., int]


@pytest.fixture
def arrive(landlord: Landlord, shelf: Shelf, settings: Any) -> Arrive:
    """An e-mail comes in today; gives its number."""
    settings.MAIL_STAFF = {"": "landlord.example"}

    def deliver(*text: str, **headers: str) -> int:
        item = mail_in.keep(landlord, bytes(letter(*text, **headers)), TODAY, moment(TODAY))
        return mail_in.settle(item, moment(TODAY)).pk

    return deliver


def shown(page: Client, rest: str) -> str:
    return words_of(page.get(address(rest)).content.decode())


def put(page: Client, number: int, **typed: str) -> Any:
    """Send the form of an e-mail as a browser would."""
    at = address(f"mail/{number}")
    sent = {"do": "new", **typed}
    return page.post(at, sent)


def test_the_list_says_who_when_why_and_perhaps_where(
    page: Client, desk: builders.Desk, arrive: Arrive
) -> None:
    ref = opened(desk)
    arrive("And the boiler?")
    said = shown(page, "mail")
    assert "The ceiling" in said and "mary@example.org Tue 12 May 2026" in said
    assert "From somebody who has a case" in said and f"perhaps {ref}" in said
    counts = page.get(address()).context["everybodys"]
    (mail,) = [each for each in counts if each.words == "Email to sort"]
    assert mail.number == len(page.get(mail.address).context["rows"]) == 1


def test_in_one_click_it_is_on_the_case_that_is_suggested(
    page: Client, desk: builders.Desk, arrive: Arrive
) -> None:
    ref = opened(desk)
    number = arrive("And the boiler?")
    assert f"Put it on {ref}" in shown(page, f"mail/{number}")
    answer = put(page, number, do="on_case", reference=ref)
    assert answer["Location"] == address(f"case/{ref}")
    (kept,) = case_of(desk, ref).incoming
    assert (kept.text, kept.received_on, kept.channel) == ("And the boiler?", TODAY, "email")
    put(page, number, do="on_case", reference=ref)  # pressed twice
    put(page, number, do="new")
    assert len(case_of(desk, ref).incoming) == 1 and Case.objects.count() == 1
    said = shown(page, f"case/{ref}")
    assert "Emails as they came The ceiling" in said
    assert "put there by Amina Khan" in shown(page, f"mail/{number}")


def test_a_new_complaint_opens_its_log_with_the_day_it_came(
    page: Client, desk: builders.Desk, arrive: Arrive
) -> None:
    opened(desk)
    answer = put(page, arrive("Something else"), do="new")
    made = Case.objects.order_by("-pk")[0]
    assert answer["Location"] == address(f"case/{made.reference}/log")
    assert (made.received_on, made.description) == (TODAY, "Something else")
    assert made.resident is not None and made.resident.email == "mary@example.org"


def test_what_is_not_for_us_is_kept_with_its_reason_and_can_still_be_taken(
    page: Client, desk: builders.Desk, arrive: Arrive
) -> None:
    number = arrive("Buy my roof", of("Sly"), X_Spam_Flag="YES")
    errors = errors_of(put(page, number, do="not_for_us").content.decode())
    assert "Enter why it is not for us" in errors[0]
    assert put(page, number, do="not_for_us", reason="Spam.").status_code == 302
    item = MailItem.objects.get()
    assert (item.state, item.why, item.note, item.settled_by) == (
        "ended",
        "not_for_us",
        "Spam.",
        "Amina Khan",
    )
    assert "Buy my roof" in page.get(address(f"mail/{number}/original")).content.decode()
    assert "Settled by Amina Khan" in shown(page, "mail?show=ended")
    assert put(page, number, do="new").status_code == 302 and Case.objects.count() == 1


def test_it_is_read_as_text_and_saved_never_shown(
    page: Client, desk: builders.Desk, arrive: Arrive
) -> None:
    html = "<script>go()</script><p>I am <b>fed up</b>, nobody came"
    number = arrive(html, of("Eve"), List_Id="<x>")
    answer = page.get(address(f"mail/{number}"))
    assert b"<script>go()" not in answer.content
    assert "It says fed up" in words_of(answer.content.decode())
    saved = page.get(address(f"mail/{number}/original"))
    assert saved["Content-Type"] == "application/octet-stream"
    assert saved["Content-Disposition"] == f'attachment; filename="email-{number}.eml"'
    assert "Subject" not in answer.content.decode().split("</title>")[0]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"do": ""}, "Choose where it belongs"),
        ({"do": "on_case"}, "Enter the reference of the case"),
        ({"do": "on_case", "reference": "MOD-999999"}, "There is no such case that you may see"),
        ({"do": "on_case", "reference": "HAR-000001"}, "There is no such case that you may see"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(
    page: Client, arrive: Arrive, typed: dict[str, str], says: str
) -> None:
    other = builders.landlord("harrow", "HAR")
    builders.Desk(other, builders.user(other, Role.COMPLAINTS_OFFICER, name="O")).receive(TODAY)
    number = arrive("Win", of("Sly"), X_Spam_Flag="YES")
    answer = put(page, number, **typed, reason="Typed")
    assert says in errors_of(answer.content.decode())[0]
    assert sent_by(answer.content.decode())["reason"] == ["Typed"]
    assert MailItem.objects.get().state == "parked"


@pytest.mark.parametrize("role", sorted(Role))
def test_who_takes_complaints_sorts_email_and_who_reads_looks_on(
    landlord: Landlord, arrive: Arrive, role: Role
) -> None:
    number = arrive("Win", of("Sly"), X_Spam_Flag="YES")
    actor = builders.user(landlord, role, name="Somebody")
    browser = browser_of(actor)
    if role in (Role.ADMINISTRATOR, Role.BOARD_MEMBER):
        for path in ("mail", f"mail/{number}", f"mail/{number}/original"):
            assert browser.get(address(path)).status_code == 403
        return
    assert browser.get(address(f"mail/{number}")).status_code == 200
    put(browser, number, do="not_for_us", reason="Spam.")
    settles = role in (Role.LOGGER,) or (may_read_cases(actor) and role not in READ_ONLY)
    assert (MailItem.objects.get().state == "ended") == settles


READ_ONLY = (Role.SENIOR_LEAD, Role.MEMBER_RESPONSIBLE, Role.AUDITOR)


def test_another_landlords_people_see_none_of_it(page: Client, arrive: Arrive) -> None:
    number = arrive("Win", of("Sly"), X_Spam_Flag="YES")
    other = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(other, Role.COMPLAINTS_OFFICER, name="Other"))
    for path in ("mail", f"mail/{number}", f"mail/{number}/original"):
        assert stranger.get(address(path)).status_code in (403, 404)
        assert "Win" not in stranger.get(f"/harrow/desk/{path}").content.decode()
    assert stranger.get(f"/harrow/desk/mail/{number}").status_code == 404
    assert page.get(address("mail/999999999999999999999")).status_code == 404
    assert Client().get(address("mail")).status_code == 302
