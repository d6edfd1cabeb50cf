"""A landlord's own passages: drafts, published for officers, retired; their gaps stay gaps."""

import pytest
from django.test import Client

from redress.people.models import AdminEntry, Landlord, StationeryVersion
from redress.rules.access import Role
from redress.rules.passages import passages
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, opened
from tests.web.reader import Page, sound

HERE = "/code-model/administration/passages"
NEW, AT = f"{HERE}/new", f"{HERE}/lift-out-of-use"
TEXT = "The lift was out of use from {the first day} to {the last day}. <b>Sorry</b>."
SAID = {"step": "save", "title": "Lift out of use", "text": TEXT, "seen": ""}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))


def published(browser: Client, at: str = AT) -> Page:
    row = StationeryVersion.objects.get(published_at__isnull=True)
    return sound(browser.post(at, {"step": "publish", "digest": row.digest}, follow=True))


def done() -> list[str]:
    return [line.what for line in AdminEntry.objects.order_by("id")]


def test_written_published_used_changed_and_retired(landlord: Landlord, browser: Client) -> None:
    assert browser.post(NEW, SAID)["Location"] == AT
    assert "To fill in: the first day; the last day." in sound(browser.get(AT)).words
    officer = browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER))
    desk = builders.Desk(landlord, builders.user(landlord, Role.STAGE_2_REVIEWER, name="Ben Ford"))
    case = f"/code-model/desk/case/{opened(desk)}/share-findings"
    assert "Lift out of use" not in officer.get(case).content.decode()
    assert (
        "Officers can put it into what they write"
        in browser.post(
            AT, {"step": "publish", "digest": StationeryVersion.objects.get().digest}, follow=True
        ).content.decode()
    )
    assert "Lift out of use" in officer.get(case).content.decode()
    put_in = {"step": "put-in-findings", "passage_findings": "lift-out-of-use", "findings": ""}
    page = sound(officer.post(case, put_in))
    assert page.one("textarea", name="findings").words.strip() == TEXT
    browser.post(AT, SAID | {"text": "We mended it on {the day it ran}."})
    published(browser)
    refused = sound(officer.post(case, {"findings": TEXT})).words
    assert "fill in {the first day}, {the last day}" in refused  # gaps of the version before
    for _ in range(2):
        browser.post(AT, {"step": "retire"})
    assert "Lift out of use" not in officer.get(case).content.decode()
    words = sound(browser.get(AT)).words
    assert "It is not in use" in words and TEXT in words and "Retired" in words
    assert "Lift out of use: retired" in sound(browser.get(HERE)).words
    assert done() == [*["passage_saved", "passage_published"] * 2, "passage_retired"]


def test_one_that_came_with_redress_is_changed_and_retired_for_this_landlord(
    landlord: Landlord, browser: Client
) -> None:
    at = f"{HERE}/apology"
    page = sound(browser.get(at))
    text = page.one("textarea", name="text").words.strip()
    assert text == passages()["apology"].text.strip()
    browser.post(at, {"step": "retire"})
    listed = sound(browser.get(HERE))
    assert "apology: retired" in listed.words and not StationeryVersion.objects.get().content
    assert sound(browser.get(at)).one("textarea", name="text").words.strip() == text
    browser.post(at, {"step": "save", "title": "We are sorry", "text": text, "seen": ""})
    published(browser, at)
    assert "We are sorry" in sound(browser.get(HERE)).words


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("A {gap\nover lines}.", "A brace stands alone"),
        ("{% now %} and {{ x }}", "A brace stands alone"),
        ("We " + "go on and " * 12 + "stop.", "A sentence has 38 words"),
    ],
)
def test_a_draft_with_a_fault_is_kept_and_not_published(
    browser: Client, text: str, says: str
) -> None:
    browser.post(NEW, SAID | {"text": text})
    page = sound(browser.get(AT))
    assert says in page.words and not page.all("input", value="publish")
    assert "the faults below" in published(browser).words and done() == ["passage_saved"]
    assert browser.post(AT, {"step": "throw_away"})["Location"] == HERE
    assert browser.get(AT).status_code == 404


@pytest.mark.parametrize(
    ("said", "says", "at"),
    [
        ({"title": ""}, "Enter title", "id_title"),
        ({"title": "New"}, "There is a passage of this title already", "id_title"),
        ({"title": "Apology"}, "There is a passage of this title already", "id_title"),
        ({"title": "x" * 61}, "Title must be 60 characters or fewer", "id_title"),
        ({"text": "y" * 100_000}, "Text must be 5,000 characters or fewer", "id_text"),
        ({"text": "a\x00"}, "a character that cannot be saved", "id_text"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_what_was_typed_stays(
    browser: Client, said: dict[str, str], says: str, at: str
) -> None:
    page = sound(browser.post(NEW, SAID | said))
    assert any(says in words and where == at for words, where in page.problems.items())
    assert "text" in said or page.one("textarea", name="text").words.strip() == TEXT
    assert not StationeryVersion.objects.exists()


def test_pressing_twice_and_two_people_at_once(browser: Client) -> None:
    browser.post(NEW, SAID)
    again = sound(browser.post(NEW, SAID))
    assert "There is a passage of this title already. Give another title" in again.problems
    theirs = sound(browser.post(AT, SAID | {"text": "Another."}))
    assert "Somebody else saved another draft" in theirs.words
    for _ in range(2):
        row = StationeryVersion.objects.get()
        browser.post(AT, {"step": "publish", "digest": row.digest})
    assert done() == ["passage_saved", "passage_published"]


def test_nobody_else_may(landlord: Landlord, browser: Client) -> None:
    browser.post(NEW, SAID)
    roles = sorted(set(Role) - {Role.ADMINISTRATOR})
    others = [browser_of(builders.user(landlord, each, name=f"A {each}")) for each in roles]
    dee = builders.user(builders.landlord("harrow", "HAR"), Role.ADMINISTRATOR, name="Dee Lane")
    for who in (*others, browser_of(dee)):
        assert who.get(AT).status_code == who.post(AT, SAID).status_code == 403
    assert browser_of(dee).get(AT.replace("code-model", "harrow")).status_code == 404
    assert done() == ["passage_saved"]
