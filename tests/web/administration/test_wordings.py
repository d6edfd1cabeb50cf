"""A landlord's own wording: a draft, looked at, published, and the standard one again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from redress.cases.models import Letter
from redress.cases.stationery import digest
from redress.people.models import AdminEntry, Landlord, StationeryVersion
from redress.rules.access import Role, Verb
from redress.rules.actions.withdraw import Withdraw
from redress.rules.wording import LetterError, letter_kinds, source, wording
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, opened
from tests.web.reader import Page, sound

HERE = "/code-model/administration/wordings"
AT = f"{HERE}/withdrawal"
SUBJECT, BODY = source("withdrawal")
OURS = BODY + "\n\nOur door is open, <b>always</b>.\n"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))


def saved(browser: Client, body: str = OURS, subject: str = SUBJECT, **more: object) -> Page:
    """Save what was typed, in the form as it stands."""
    seen = sound(browser.get(AT)).one("input", name="seen").attrs["value"]
    said = {"step": "save", "subject": subject, "body": body, "seen": seen, **more}
    return sound(browser.post(AT, said, follow=True))


def published(browser: Client, number: int = 2) -> Page:
    row = StationeryVersion.objects.get(name="withdrawal", number=number)
    said = {"step": "publish", "digest": row.digest}
    return sound(browser.post(f"{AT}/{number}", said, follow=True))


def issued(landlord: Landlord) -> Letter:
    """A letter of this kind as a case gets it today."""
    fresh = Landlord.objects.get(pk=landlord.pk)
    officer = builders.user(fresh, name="Amina Khan")
    if not officer.roles:
        officer = builders.user(fresh, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(fresh, officer)
    reference = opened(desk)
    desk.does(reference, Verb.WITHDRAW, Withdraw(how="By phone."), TODAY)
    return Letter.objects.get(case__reference=reference, kind="withdrawal")


def done() -> list[str]:
    return [line.what for line in AdminEntry.objects.order_by("id")]


def test_a_draft_changes_nothing_until_it_is_published_and_what_was_issued_stays(
    landlord: Landlord, browser: Client
) -> None:
    page = saved(browser)
    assert "Withdrawal, draft 1" in page.words and "It changes no letter yet" in page.words
    assert "Our door is open, <b>always</b>." in page.words  # as it was typed
    before = issued(landlord)
    assert before.version == wording("withdrawal").version
    page = published(browser, 1)
    assert "It is in use." in page.words and "by Jo Whitfield" in page.words
    after = issued(landlord)
    assert "Our door is open, <b>always</b>." in after.text
    assert after.version == f"{before.version}.1"
    assert Letter.objects.get(pk=before.pk).text == before.text
    listed = sound(browser.get(HERE)).words
    assert f"Our own, version {after.version}" in listed
    assert browser.post(AT, {"step": "standard"})["Location"] == AT
    assert issued(landlord).version == before.version
    words = sound(browser.get(AT)).words
    assert "Back to the standard wording" in words and "Version 1 Published" in words
    assert "Our door is open" in sound(browser.get(f"{AT}/1")).words  # still to be read
    assert "the standard wording was used again" in sound(browser.get(f"{AT}/2")).words
    assert done() == ["wording_saved", "wording_published", "wording_standard"]
    log = sound(browser.get("/code-model/administration/log")).words
    assert "Wording published Withdrawal" in log


def test_pressing_twice_is_once(landlord: Landlord, browser: Client) -> None:
    for _ in range(2):
        browser.post(AT, {"step": "save", "subject": SUBJECT, "body": OURS, "seen": ""})
    for _ in range(2):
        published(browser, 1)
    for _ in range(2):
        browser.post(AT, {"step": "standard"})
    assert done() == ["wording_saved", "wording_published", "wording_standard"]
    assert StationeryVersion.objects.count() == 2


def test_a_draft_with_a_fault_is_kept_says_it_and_is_not_published(browser: Client) -> None:
    page = saved(browser, "Nothing. {sums} {the day} {% now %} {{ landlord }}")
    for says in (
        "has no place for {withdrawn_date}, which Code",
        "has a place {sums}",
        "{the day} is not a place",
        "{% now %} is not a place",
    ):
        assert says in page.words
    assert "Nothing. {sums} {the day} {% now %} {{ landlord }}" in page.words
    assert not page.all("input", value="publish")
    assert "the faults below must be put right first" in published(browser, 1).words
    assert browser.get(f"{AT}/1/paper").status_code == 404
    assert done() == ["wording_saved"]


@pytest.mark.parametrize(
    ("said", "says", "at"),
    [
        ({"body": ""}, "Enter the body", "id_body"),
        ({"subject": ""}, "Enter subject", "id_subject"),
        ({"body": "x" * 100_000}, "Body must be 20,000 characters or fewer", "id_body"),
        ({"body": "a\x00b"}, "a character that cannot be saved", "id_body"),
        ({"subject": "a" * 201}, "Subject must be 200 characters or fewer", "id_subject"),
        ({"file": b"\xff\xfe\x00"}, "not plain text in UTF-8", "id_file"),
        ({"file": b"a\x00b"}, "a character that cannot be saved", "id_file"),
        ({"file": b"y" * 100_000}, "The file must hold 1 to 20,000", "id_file"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_what_was_typed_stays(
    browser: Client, said: dict[str, object], says: str, at: str
) -> None:
    if isinstance(content := said.get("file"), bytes):
        said = {"file": SimpleUploadedFile("body.txt", content)}
    given = {"step": "save", "subject": "My subject", "body": OURS, "seen": "", **said}
    page = sound(browser.post(AT, given))
    assert any(says in words and where == at for words, where in page.problems.items())
    if "subject" not in said:
        assert page.one("input", name="subject").attrs["value"] == "My subject"
    assert not StationeryVersion.objects.exists() and done() == []


def test_a_body_can_be_uploaded(browser: Client) -> None:
    file = SimpleUploadedFile("body.txt", OURS.replace("\n", "\r\n").encode())
    page = saved(browser, "", file=file)
    assert "Our door is open" in page.words
    assert StationeryVersion.objects.get().content == {"subject": SUBJECT, "body": OURS.strip()}


def test_two_people_at_one_draft_do_not_overwrite_each_other_unseen(browser: Client) -> None:
    first = {"step": "save", "subject": SUBJECT, "body": OURS, "seen": ""}
    browser.post(AT, first)
    page = sound(browser.post(AT, first | {"body": OURS + "Mine."}))
    assert "Somebody else saved another draft" in page.words
    assert "Mine." in page.one("textarea", name="body").words
    assert StationeryVersion.objects.get().content["body"] == OURS.strip()
    stale = {"step": "publish", "digest": "0" * 64}
    assert "Nothing was changed" in sound(browser.post(f"{AT}/1", stale, follow=True)).words
    again = page.one("input", name="seen").attrs["value"]
    browser.post(AT, first | {"body": OURS + "Mine.", "seen": again})
    assert StationeryVersion.objects.get().content["body"].endswith("Mine.")


def test_it_is_seen_on_paper_and_a_draft_can_be_thrown_away(browser: Client) -> None:
    saved(browser)
    paper = browser.get(f"{AT}/1/paper")
    assert paper.content.startswith(b"%PDF") and paper["Content-Type"] == "application/pdf"
    assert browser.post(f"{AT}/1", {"step": "throw_away"})["Location"] == AT
    assert browser.get(f"{AT}/1").status_code == 404
    assert done() == ["wording_saved", "wording_dropped"]


def test_wording_that_has_come_to_lack_a_place_is_not_used_and_it_is_said(
    landlord: Landlord, browser: Client
) -> None:
    saved(browser)
    published(browser, 1)
    row = StationeryVersion.objects.get()
    row.content = {**row.content, "body": "Nothing."}
    StationeryVersion.objects.update(content=row.content, digest=digest(row.content))
    Landlord.objects.update(book_version="unfit")
    assert issued(landlord).version == wording("withdrawal").version
    assert "Standard: our own lacks a place" in sound(browser.get(HERE)).words
    assert "has come to need" in sound(browser.get(AT)).words


def test_a_text_changed_behind_our_back_is_noticed(landlord: Landlord, browser: Client) -> None:
    saved(browser)
    published(browser, 1)
    StationeryVersion.objects.update(content={"subject": "x", "body": "y"})
    Landlord.objects.update(book_version="tampered")
    with pytest.raises(LetterError, match="not as it was given"):
        issued(landlord)


def test_every_letter_has_its_page(browser: Client) -> None:
    for kind in letter_kinds():
        page = sound(browser.get(f"{HERE}/{kind}"))
        assert page.one("textarea", name="body").words.strip() == source(kind)[1]


def test_nobody_else_may_and_another_landlords_wording_is_not_there(
    landlord: Landlord, browser: Client
) -> None:
    saved(browser)
    row = StationeryVersion.objects.get()
    roles = sorted(set(Role) - {Role.ADMINISTRATOR})
    others = [browser_of(builders.user(landlord, each, name=f"A {each}")) for each in roles]
    other = builders.landlord("harrow", "HAR")
    dee = browser_of(builders.user(other, Role.ADMINISTRATOR, name="Dee Lane"))
    publish = {"step": "publish", "digest": row.digest}
    for path in (AT, f"{AT}/1", f"{AT}/1/paper"):
        for who in (*others, dee):
            assert who.get(path).status_code == 403, path
            assert who.post(path, publish).status_code in (403, 405), path
        theirs = path.replace("code-model", "harrow")
        assert dee.get(theirs).status_code == (200 if path == AT else 404)
    row.refresh_from_db()
    assert row.published_at is None


@pytest.mark.parametrize("path", ["nothing", "withdrawal/9", "withdrawal/99999999999999999999"])
def test_what_is_not_there_is_no_page(browser: Client, path: str) -> None:
    assert browser.get(f"{HERE}/{path}").status_code == 404


def test_the_list_costs_the_same_for_every_letter(
    browser: Client, django_assert_max_num_queries: object
) -> None:
    saved(browser)
    published(browser, 1)
    browser.get(HERE)
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        browser.get(HERE)
