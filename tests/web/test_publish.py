"""Publishing on its pages: who drafts, who approves, what everybody can read."""

from datetime import date

import pytest
from django.test import Client

from redress.people.models import Landlord, User
from redress.publishing.models import AnnualSubmission, Edition
from redress.publishing.reading import file_of
from redress.publishing.reports import FILES
from redress.reports import narrative
from redress.reports.annual import KIND
from redress.rules.access import Actor, Role
from tests import builders
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("frozen")
PAGE, PUBLIC = "/code-model/oversight/publish", "/code-model/published/"
PREVIEW = f"{PAGE}/preview/"
DRAFT = {"step": "draft", "year": "2026-27"}
SAID_ON = {"response_on_day": "1", "response_on_month": "5", "response_on_year": "2026"}


@pytest.fixture(autouse=True)
def without_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Word file takes the longest to make, and no page is about it."""
    monkeypatch.delitem(FILES, "report.docx")  # type: ignore[arg-type]


def client_of(landlord: Landlord, role: Role) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=builders.user(landlord, role, name=f"A {role}").id))
    return client


@pytest.fixture
def officer(landlord: Landlord) -> Client:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER, name="Ben"))
    desk.receive(date(2026, 4, 1))
    return client_of(landlord, Role.COMPLAINTS_OFFICER)


@pytest.fixture
def lead(landlord: Landlord) -> Client:
    return client_of(landlord, Role.SENIOR_LEAD)


def does(client: Client, step: str, label: str = "2026-27") -> str:
    row = Edition.objects.filter(year=label[:7]).order_by("number").last()
    data = {"step": step, "edition": label, "digest": row.digest if row else ""}
    response = client.post(PAGE, data, follow=True)
    return sound(response).words


def test_from_a_draft_to_what_everybody_reads(officer: Client, lead: Client) -> None:
    anybody = Client()
    assert "Nothing is published here yet" in sound_public(anybody.get(PUBLIC))
    assert officer.post(PAGE, DRAFT).status_code == 302
    assert "You drafted it" in sound(officer.get(PAGE)).words
    assert lead.get(f"{PREVIEW}2026-27/index.html").status_code == 200
    for path in ("2026-27/index.html", "2026-27/report.pdf"):
        assert anybody.get(PUBLIC + path).status_code == 404
        assert anybody.get(PREVIEW + path).status_code == 302  # to sign in
    assert "not approved yet" in does(officer, "publish")
    assert "It is approved." in does(lead, "approve")
    assert anybody.get(f"{PUBLIC}2026-27/index.html").status_code == 404
    assert "It is published." in does(officer, "publish")
    edition = Edition.objects.get()
    for path in ("index.html", "report.pdf", "assets/bold.woff2"):
        response, held = anybody.get(f"{PUBLIC}2026-27/{path}"), file_of(edition, path)
        assert held and response.content == bytes(held.content)
        assert response.headers["Content-Type"] == held.kind
        assert response.headers["Cache-Control"] == "public, max-age=86400"
    assert "2026-27/index.html" in anybody.get(PUBLIC).content.decode()
    for short in ("2026-27", "2026-27/"):  # as somebody types it, and as a folder answers
        assert anybody.get(PUBLIC + short).headers["Location"] == f"{PUBLIC}2026-27/index.html"
    for wrong in ("2025-26/", "2026-27/nothing.html", "no-year"):
        assert anybody.get(PUBLIC + wrong).status_code == 404


def sound_public(response: object) -> str:
    assert response.status_code == 200  # type: ignore[attr-defined]
    return response.content.decode()  # type: ignore[attr-defined, no-any-return]


def test_an_officer_cannot_approve_and_nobody_twice(officer: Client, lead: Client) -> None:
    officer.post(PAGE, DRAFT)
    does(officer, "approve")
    assert Edition.objects.get().approved_at is None
    does(lead, "approve")
    assert "approved already" in does(lead, "approve")
    does(officer, "publish")
    assert "What is published stays" in does(officer, "drop")


def test_what_was_drafted_anew_after_a_look_is_looked_at_again(
    officer: Client, lead: Client
) -> None:
    officer.post(PAGE, DRAFT)
    seen = sound(lead.get(PAGE))
    (digest,) = {e.attrs["value"] for e in seen.all("input") if e.attrs.get("name") == "digest"}
    officer.post(PAGE, DRAFT | {"response": "We say more.", "response_by": "Cabinet", **SAID_ON})
    assert Edition.objects.get().digest != digest
    data = {"step": "approve", "edition": "2026-27", "digest": digest}
    assert "drafted anew after you looked" in sound(lead.post(PAGE, data, follow=True)).words
    assert Edition.objects.get().approved_at is None
    assert "It is approved." in does(lead, "approve")


def test_a_lead_who_drafted_it_cannot_approve_it(lead: Client, officer: Client) -> None:
    lead.post(PAGE, DRAFT)
    assert "Somebody else must approve it" in does(lead, "approve")
    director = client_of(Landlord.objects.get(), Role.DIRECTOR)
    assert "It is approved." in does(director, "approve")
    assert "Approve 2026-27" not in sound(director.get(PAGE)).words


def test_what_was_typed_is_kept_when_it_is_refused(officer: Client, lead: Client) -> None:
    page = officer.post(PAGE, DRAFT | {"response": "The board thanks us."})
    assert "The board thanks us." in page.content.decode()
    assert "Enter what the governing body said, who they are" in sound(page).words
    assert not Edition.objects.exists()
    officer.post(PAGE, DRAFT)
    does(lead, "approve")
    does(officer, "publish")
    assert "Enter what this edition corrects" in sound(officer.post(PAGE, DRAFT)).words


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.MEMBER_RESPONSIBLE, Role.HEAD_OF_SERVICE])
def test_readers_look_and_change_nothing(officer: Client, landlord: Landlord, role: Role) -> None:
    officer.post(PAGE, DRAFT)
    reader = client_of(landlord, role)
    page = sound(reader.get(PAGE)).words
    assert "Draft the edition" not in page and "Throw" not in page
    for step in ("draft", "approve", "publish", "drop"):
        reader.post(PAGE, DRAFT | {"step": step, "edition": "2026-27"})
    assert Edition.objects.get().approved_at is None


def test_another_landlords_people_see_none_of_it(officer: Client) -> None:
    officer.post(PAGE, DRAFT)
    other = client_of(builders.landlord("harrow", "HAR"), Role.SENIOR_LEAD)
    assert other.get(PAGE).status_code == 403
    assert other.get(f"{PREVIEW}2026-27/index.html").status_code == 403
    assert other.get("/harrow/oversight/publish/preview/2026-27/index.html").status_code == 404
    other.post("/harrow/oversight/publish", {"step": "approve", "edition": "2026-27"})
    assert Edition.objects.get().approved_at is None


@pytest.mark.parametrize(
    "path", ["2026-27", "nothing.html", "2026-27/x", "../secret", "assets/x", "x/index.html"]
)
def test_what_is_not_there_has_no_page(landlord: Landlord, path: str) -> None:
    assert Client().get(PUBLIC + path).status_code == 404


def test_what_goes_to_the_ombudsman(officer: Client, lead: Client) -> None:
    page = "/code-model/oversight/submission?year=2026-27"
    assert sound(officer.get(page)).words.count("Missing.") == 4
    officer.post(PAGE, DRAFT)
    does(lead, "approve")
    does(officer, "publish")
    found = sound(officer.get(page))
    assert found.words.count("Missing.") == 2  # no self-assessment, no response
    assert "30 September 2027" in found.words
    assert [a for a in found.all("a") if a.attrs["href"].endswith("2026-27/report.html")]
    sent = {"sent_on_day": "12", "sent_on_month": "5", "sent_on_year": "2026"}
    for _ in range(2):
        assert officer.post(page, sent).status_code == 302
    assert AnnualSubmission.objects.count() == 1
    lead.post(page, sent)
    reader = client_of(Landlord.objects.get(), Role.AUDITOR)
    reader.post(page, sent | {"sent_on_day": "11"})
    assert AnnualSubmission.objects.count() == 1
    assert "Sent on" in sound(reader.get(page)).words


def test_small_numbers_in_typed_words_are_pointed_out_and_bar_nothing(
    officer: Client, lead: Client, landlord: Landlord
) -> None:
    officer.post(PAGE, DRAFT)
    assert "small numbers of people" not in sound(lead.get(PAGE)).words
    ann = Actor(None, "Ann")
    words = "It was a hard year. Two tenants in Kings Road waited < 1 year & more."
    narrative.write(landlord, KIND, "2026-27", "outlook", words, ann, builders.at(date(2026, 5, 1)))
    said = {"response": "One resident told us so.", "response_by": "Cabinet", **SAID_ON}
    officer.post(PAGE, DRAFT | said)
    page = sound(lead.get(PAGE)).words
    assert "Small numbers in 2026-27: 2 sentences" in page
    assert (
        "What comes next: “Two tenants in Kings Road waited < 1 year & more.” (Two tenants)" in page
    )
    assert "report: “One resident told us so.” (One resident)" in page
    assert "hard year" not in page
    assert "It is approved." in does(lead, "approve")
    assert "Small numbers in 2026-27" in sound(officer.get(PAGE)).words
    assert "It is published." in does(officer, "publish")
    assert "Small numbers" not in sound(officer.get(PAGE)).words
