"""A form that is left: saved, taken up by its link elsewhere, erased; its photos; and its copy."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdf import PdfReader

from redress.cases.models import Case, Message, StoredFile, WebDraft, WebFile, WebSource
from redress.cases.stored import shelf as files_shelf
from redress.cases.stored import sweep
from redress.cases.verify import verify
from redress.people.models import Landlord
from redress.work.erase_forms import run as erase
from tests import builders
from tests.uploads.corpus import PDF, photo, picture
from tests.web.conftest import NOW
from tests.web.journey import BASE, PAGES, WHAT, WHO, YOU, answer, answers, key, send
from tests.web.reader import Page, sound

pytestmark = pytest.mark.usefixtures("landlord", "frozen", "shelf")
FILES = f"{BASE}/files"


def link(mail: Message) -> str:
    found = re.search(r"/code-model/complain/go-on/\S+", mail.text)
    assert found
    return found[0]


def saved(client: Client, email: str = "mary@example.org") -> str:
    """Saves the form; gives the address in the mail."""
    answer = client.post(f"{BASE}/save", {"email": email})
    assert answer["Location"] == f"{BASE}/saved"
    return link(Message.objects.filter(kind="form_link").latest("pk"))


def add(client: Client, content: bytes = PDF, name: str = "letter.pdf") -> Any:
    file = SimpleUploadedFile(name, content, "application/octet-stream")
    return client.post(FILES, {"attached": file, "step": "add"})


def listed(page: Page) -> list[str]:
    return [" ".join(node.words.split()) for node in page.all("dt")]


def later(days: float) -> Any:
    return time_machine.travel(NOW + timedelta(days=days), tick=False)


def test_a_link_brings_every_answer_back_on_another_device(client: Client) -> None:
    answer(client)
    add(client)
    before = answers(sound(client.get(f"{BASE}/check")))
    address = saved(client)
    with later(29.9):
        other = Client()
        assert "We kept what you wrote" in sound(other.get(address)).words
        assert other.get(f"{BASE}/check")["Location"].endswith("?again")  # opening changes nothing
        assert other.post(address)["Location"] == f"{BASE}/check"
        assert answers(sound(other.get(f"{BASE}/check"))) == before
        send(other)
    case = Case.objects.get()
    assert case.received_on == date(2026, 6, 11)  # the day it was sent
    assert StoredFile.objects.get().case == case


def test_a_half_filled_form_goes_on_where_it_was_left(client: Client) -> None:
    client.post(BASE, WHO)
    response = client.post(f"{BASE}/what", {**WHAT, "step": "save"})
    assert response["Location"] == f"{BASE}/save"
    address = saved(client)
    other = Client()
    assert other.post(address)["Location"] == f"{BASE}/when"
    page = sound(other.get(f"{BASE}/what"))
    assert "The kitchen ceiling leaks." in page.one("textarea", name="description").words


def test_saving_an_empty_page_asks_for_nothing_and_a_wrong_one_keeps_what_was_typed(
    client: Client,
) -> None:
    assert client.post(f"{BASE}/what", {"step": "save"})["Location"] == f"{BASE}/save"
    page = sound(client.post(f"{BASE}/you", {"email": "mary", "step": "save"}))
    assert page.one("input", name="email").attrs["value"] == "mary"


def test_the_link_ends_after_thirty_days_and_the_form_is_erased(client: Client) -> None:
    answer(client)
    add(client)
    place = WebFile.objects.get().place
    address = saved(client)
    with later(30):
        assert Client().post(address).status_code == 410
        assert "does not work any more" in sound(Client().get(address)).words
        assert erase(NOW + timedelta(days=30)) >= 1
    assert WebDraft.objects.count() == WebFile.objects.count() == 0
    assert not files_shelf().path(place).exists()


def test_a_newer_link_ends_the_older_and_sending_ends_both(client: Client) -> None:
    answer(client)
    first = saved(client)
    second = saved(client)
    assert Client().get(first).status_code == 410
    other = Client()
    assert other.post(second)["Location"] == f"{BASE}/check"
    send(client)
    assert Client().get(second).status_code == 410
    assert other.get(f"{BASE}/check")["Location"] == f"{BASE}/sent"
    assert "MOD-000001" in sound(other.get(f"{BASE}/sent")).words
    assert Case.objects.count() == 1


def test_the_link_is_kept_as_a_digest_and_the_mail_says_nothing_of_the_answers(
    client: Client,
) -> None:
    answer(client)
    token = saved(client).rsplit("/", 1)[1]
    assert len(token) >= 43  # 256 bits
    assert token not in WebDraft.objects.get().token
    mail = Message.objects.get(kind="form_link")
    for secret in ("ceiling", "Mary", "leaseholder"):
        assert secret not in mail.text + mail.subject
    assert mail.to_address == "mary@example.org"


@pytest.mark.parametrize("email", ["nobody@example.org", "mary@example.org"])
def test_the_answer_is_the_same_whoever_is_known(
    client: Client, landlord: Landlord, email: str
) -> None:
    builders.resident(landlord)
    client.post(BASE, WHO)
    response = client.post(f"{BASE}/save", {"email": email}, follow=True)
    words = sound(response).words
    assert "If the address is right, a link is on its way to it." in words
    assert email not in words


def test_links_have_a_limit(client: Client, settings: Any) -> None:
    client.post(BASE, WHO)
    for _ in range(5):
        saved(client)
    page = sound(client.post(f"{BASE}/save", {"email": "mary@example.org"}))
    assert "We cannot send more links just now" in str(page.problems)
    settings.LINKS_AN_HOUR = 0
    other = Client()
    other.post(BASE, WHO)
    assert other.post(f"{BASE}/save", {"email": "a@example.org"}).status_code == 200
    assert Message.objects.count() == 5


@pytest.mark.parametrize("token", ["x", "x" * 500, "%00", "../sent", "é"])
def test_links_that_are_not_ours_lead_nowhere(client: Client, token: str) -> None:
    for shown in (client.get(f"{BASE}/go-on/{token}"), client.post(f"{BASE}/go-on/{token}")):
        assert shown.status_code in (404, 410)


def test_a_link_of_another_landlord_leads_nowhere(client: Client) -> None:
    builders.landlord("harrow", "HAR")
    client.post(BASE, WHO)
    address = saved(client).replace("code-model", "harrow")
    assert client.get(address).status_code == 410


def test_what_is_left_unsaved_is_erased_the_day_after(client: Client) -> None:
    answer(client)
    assert erase(NOW + timedelta(hours=23)) == 0
    assert erase(NOW + timedelta(hours=24)) == 1
    assert client.get(f"{BASE}/check")["Location"] == f"{BASE}?again"


def test_photos_are_listed_removed_and_put_on_the_case(client: Client) -> None:
    answer(client)
    assert add(client)["Location"] == FILES
    add(client, photo(), "Kitchen.JPG")
    page = sound(client.get(FILES))
    assert listed(page) == ["letter.pdf", "Kitchen.jpg"]
    number = page.all("button", name="remove")[0].attrs["value"]
    client.post(FILES, {"remove": number})
    assert listed(sound(client.get(FILES))) == ["Kitchen.jpg"]
    assert answers(sound(client.get(f"{BASE}/check")))["Photos and files"] == "Kitchen.jpg"
    send(client)
    case = Case.objects.get()
    document, file = case.documents.get(), StoredFile.objects.get()
    assert (document.name, document.received_on) == ("Kitchen.jpg", date(2026, 5, 12))
    assert document.kept_at == f"file:{file.place}"
    assert files_shelf().path(file.place).exists()
    assert WebFile.objects.count() == 0
    assert verify().faults == []


def test_a_file_chosen_and_continue_pressed_is_added_too(client: Client) -> None:
    answer(client)
    file = SimpleUploadedFile("letter.pdf", PDF)
    assert client.post(FILES, {"attached": file})["Location"] == f"{BASE}/needs"
    assert listed(sound(client.get(FILES))) == ["letter.pdf"]


def test_a_file_that_is_turned_away_is_named_and_costs_nothing(client: Client) -> None:
    answer(client)
    add(client)
    page = sound(add(client, b"MZ\x90\x00" + b"\0" * 200, "photo.jpg"))
    assert any("photo.jpg: " in words for words in page.problems)
    page = sound(add(client))
    assert any("already" in words for words in page.problems)
    assert listed(page) == ["letter.pdf"]
    assert answers(sound(client.get(f"{BASE}/check")))["Your name"] == "Mary Osei"


def test_the_twenty_sixth_file_is_told_so(client: Client, settings: Any) -> None:
    settings.MOST_FILES = 2
    answer(client)
    add(client, PDF, "1.pdf")
    add(client, photo(), "2.jpg")
    page = sound(add(client, picture("JPEG", (9, 9)), "3.jpg"))
    assert any("You have added 25 files" in words for words in page.problems)
    assert WebFile.objects.count() == 2


def test_an_upload_cut_in_the_middle_loses_no_answer(client: Client) -> None:
    answer(client)
    add(client)
    cut = (
        b'--x\r\nContent-Disposition: form-data; name="attached"; filename="a.jpg"\r\n\r\n\xff\xd8'
    )
    response = client.post(FILES, cut, content_type="multipart/form-data; boundary=x")
    assert response.status_code in (200, 302, 400)
    shown = answers(sound(client.get(f"{BASE}/check")))
    assert shown["Photos and files"] == "letter.pdf"
    assert shown["What went wrong?"] == "The kitchen ceiling leaks. Nobody comes."


def test_what_waits_for_the_scanner_says_so(client: Client, settings: Any) -> None:
    settings.CLAMD = "unix:/nowhere"
    answer(client)
    add(client)
    assert "We still check it for viruses" in sound(client.get(FILES)).words
    send(client)
    assert StoredFile.objects.get().scan == "pending"


def test_the_sweep_leaves_the_files_of_a_form_alone(client: Client) -> None:
    answer(client)
    add(client)
    place = WebFile.objects.get().place
    sweep(datetime(2100, 1, 1, tzinfo=UTC))
    assert files_shelf().path(place).exists()


def test_nobody_takes_away_the_files_of_another(client: Client) -> None:
    answer(client)
    add(client)
    other = Client()
    answer(other)
    for number in (str(WebFile.objects.get().pk), "x", "9" * 30, "-1"):
        other.post(FILES, {"remove": number})
    assert WebFile.objects.count() == 1


def test_over_the_limit_it_is_taken_and_held_for_a_person(client: Client, settings: Any) -> None:
    settings.FORMS_AN_HOUR = 2
    for _ in range(3):
        answer(client)
        send(client)
    tags = [case.tags for case in Case.objects.order_by("pk")]
    assert tags == [[], [], ["held: many from one place"]]
    held = Case.objects.latest("pk")
    assert held.next_due == date(2026, 5, 19)  # its clock runs
    assert "127.0.0.1" not in str(list(WebSource.objects.values()))
    erase(NOW + timedelta(hours=1))
    assert WebSource.objects.count() == 0


def test_the_copy_has_every_answer_and_both_dates(client: Client) -> None:
    answer(client)
    send(client)
    response = client.get(f"{BASE}/copy")
    assert response["Content-Type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(response.content)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).replace("\xa0", " ").split())
    mail = Message.objects.get(kind="copy").text
    for name, page in PAGES.items():
        for typed in page.values():
            if isinstance(typed, str) and len(typed) > 9 and typed != "leaseholder":
                assert typed.split("\r\n")[0] in text, typed
                assert (typed.split("\r\n")[0] in mail) == (name != "/needs"), typed
    for said in ("MOD-000001", "Tuesday 19 May 2026", "Wednesday 3 June 2026", "0300 111 3000"):
        assert said in text and said in mail
    erase(NOW + timedelta(hours=12))
    assert client.get(f"{BASE}/copy").status_code == 404


@pytest.mark.parametrize(
    ("others", "to"),
    [
        ({}, ["mary@example.org"]),
        ({"needs": {"never_by": ["email"]}}, []),
        ({"you": {"phone": "07700 900123"}}, []),
    ],
)
def test_the_copy_goes_only_where_it_is_safe(
    client: Client, others: dict[str, Any], to: list[str]
) -> None:
    answer(client, **others)
    send(client)
    assert [mail.to_address for mail in Message.objects.filter(kind="copy")] == to


def test_the_copy_is_for_the_browser_that_sent_it(client: Client) -> None:
    answer(client)
    send(client)
    assert Client().get(f"{BASE}/copy")["Location"] == f"{BASE}/sent"


def test_one_can_leave_from_every_page_that_may_be_watched(client: Client) -> None:
    client.post(BASE, WHO)
    for name in (*PAGES, "/helper", "/group", "/save", "/saved"):
        links = sound(client.get(BASE + name)).all("a", class_="govuk-js-exit-this-page-button")
        assert bool(links) == (name != ""), name  # a plain link, which works without JavaScript
        assert all(link.attrs["href"].startswith("https://") for link in links)


def test_two_tabs_do_not_overwrite_each_other(client: Client) -> None:
    answer(client)
    sent = {"submission": key(client)}
    client.post(f"{BASE}/you", {**YOU, "name": "M. Osei"})
    client.post(f"{BASE}/what", {**WHAT, "description": "The roof leaks."})
    client.post(f"{BASE}/check", sent)
    client.post(f"{BASE}/check", sent)
    case = Case.objects.select_related("resident").get()
    assert (case.description, case.resident and case.resident.name) == (
        "The roof leaks.",
        "M. Osei",
    )
