"""A policy given in the browser: a draft, looked at, published, withdrawn."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from redress.cases.book import book_of
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.people.models import AdminEntry, Landlord, PolicyVersion
from redress.rules.access import Role
from redress.rules.policy_files import MOST_BYTES, ROOT, PolicyError, policies_of
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of
from tests.web.reader import Page, sound

HERE = "/code-model/administration/policies"
NEWEST = policies_of("code-model")[-1].starts
TEXT = (ROOT / "landlords" / "code-model" / f"{NEWEST}.toml").read_text(encoding="utf-8")
JUNE, MAY = "2026-06-01", "2026-05-11"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))


def text(starts: str, was: str = "", now: str = "") -> str:
    found = TEXT.replace(f"starts = {NEWEST}", f"starts = {starts}", 1)
    assert found != TEXT and was in found
    return found.replace(was, now, 1) if was else found


def sent(browser: Client, content: str | bytes) -> Page:
    data = content.encode() if isinstance(content, str) else content
    given = {"file": SimpleUploadedFile("new.toml", data)}
    return sound(browser.post(HERE, given, follow=True))


def in_force(landlord: Landlord, on: date) -> str:
    ours = Landlord.objects.get(pk=landlord.pk)
    return book_of(ours).in_force(ours.slug, on).id


def test_a_draft_changes_nothing_until_it_is_published_and_withdrawn_it_is_a_draft(
    landlord: Landlord, browser: Client
) -> None:
    page = sent(browser, text(JUNE))
    row = PolicyVersion.objects.get()
    there = f"{HERE}/{row.pk}"
    assert "Draft policy from Monday 1 June 2026" in page.words
    assert "In force from" in page.words  # the one row that differs
    assert in_force(landlord, date(2026, 6, 1)) == f"code-model/{NEWEST}"
    for _ in range(2):  # pressed twice
        browser.post(there, {"step": "publish"})
    assert in_force(landlord, date(2026, 5, 31)) == f"code-model/{NEWEST}"
    assert in_force(landlord, date(2026, 6, 1)) == f"code-model/{JUNE}"
    assert "Published, not started" in sound(browser.get(HERE)).words
    browser.post(there, {"step": "withdraw"})
    assert in_force(landlord, date(2026, 6, 1)) == f"code-model/{NEWEST}"
    done = [line.what for line in AdminEntry.objects.order_by("id")]
    assert done == ["policy_uploaded", "policy_published", "policy_withdrawn"]


def test_a_stage_is_pinned_to_the_version_in_force_when_it_began(
    landlord: Landlord, browser: Client
) -> None:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    before = desk.receive(date(2026, 5, 11))
    sent(browser, text(MAY))
    there = f"{HERE}/{PolicyVersion.objects.get().pk}"
    page = sound(browser.get(there))
    assert "1 running stage began since that day" in page.words
    refused = sound(browser.post(there, {"step": "publish", "reason": " "}))
    assert refused.problems == {
        "The start date has passed. Say why it starts in the past": "id_reason"
    }
    browser.post(there, {"step": "publish", "reason": "The board decided late."})
    after = desk.receive(date(2026, 5, 12))
    pins = [facts_of(Case.objects.get(reference=ref)).stage.policy for ref in (before, after)]
    assert pins == [f"code-model/{NEWEST}", f"code-model/{MAY}"]
    browser.post(there, {"step": "withdraw"})  # it has started
    assert in_force(landlord, TODAY) == f"code-model/{MAY}"
    assert "cannot be changed or withdrawn" in sound(browser.get(there)).words
    assert "is published already" in sent(browser, text(MAY)).words


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is missing"),
        (b"\xff\xfe", "Byte 1 is not UTF-8 text"),
        (b"a = [1\n b = 2", "line 2"),
        (b"x" * (MOST_BYTES + 1), "larger than 1,000,000 bytes"),
        (text(JUNE, 'slug = "code-model"', 'slug = "harrow"'), "this landlord is code-model"),
        (text(JUNE, "title =", "titel ="), "titel: is not a key"),
        (TEXT, "is published already"),
        ("a = " + "[" * 5_000, ""),
    ],
)
def test_what_is_no_policy_is_refused_and_each_fault_is_named(
    browser: Client, content: str | bytes, says: str
) -> None:
    page = sent(browser, content)
    assert set(page.problems.values()) == {"id_file"} and says in page.words
    assert not PolicyVersion.objects.exists() and not AdminEntry.objects.exists()


def test_a_second_upload_from_the_same_day_takes_the_drafts_place(browser: Client) -> None:
    sent(browser, text(JUNE))
    sent(browser, text(JUNE) + "\n# corrected\n")
    assert PolicyVersion.objects.get().text.endswith("# corrected\n")


def test_a_text_changed_behind_our_back_is_noticed(landlord: Landlord, browser: Client) -> None:
    sent(browser, text(JUNE))
    browser.post(f"{HERE}/{PolicyVersion.objects.get().pk}", {"step": "publish"})
    PolicyVersion.objects.update(text=text("2026-07-01"))
    with pytest.raises(PolicyError, match="not as it was uploaded"):
        in_force(landlord, TODAY)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_else_may_and_another_landlords_version_is_not_there(
    landlord: Landlord, browser: Client, role: Role
) -> None:
    sent(browser, text(JUNE))
    row = PolicyVersion.objects.get()
    somebody = browser_of(builders.user(landlord, role, name=f"A {role}"))
    assert somebody.get(f"{HERE}/{row.pk}").status_code == 403
    assert somebody.post(f"{HERE}/{row.pk}", {"step": "publish"}).status_code == 403
    other = builders.landlord("harrow", "HAR")
    dee = browser_of(builders.user(other, Role.ADMINISTRATOR, name="Dee Lane"))
    theirs = f"/harrow/administration/policies/{row.pk}"
    assert dee.get(theirs).status_code == dee.post(theirs, {"step": "publish"}).status_code == 404
    row.refresh_from_db()
    assert row.published_at is None
