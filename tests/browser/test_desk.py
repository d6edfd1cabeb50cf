"""The desk in a real browser: one complaint from the resident's own form to closing, under each of
the four landlords; and every page of the desk on a phone, with a long name, without JavaScript.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.cases.verify import verify
from redress.people.landlords import landlord_named
from redress.people.models import Landlord, User
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.respond import IssueFinding, NewAction, Respond
from redress.rules.facts import CaseFacts, Clock, Finding, Kind, State, Tenure
from redress.web import clock
from redress.web.desk.verbs import WORDS, word_of
from tests import builders
from tests.browser.conftest import PHONE, OpenPage, nothing_sideways, shot, sound
from tests.web.desk.conftest import TODAY, answered, logged, opened, received

LANDLORDS = {
    "tower-hamlets-homes": "THH",
    "together": "TOG",
    "herefordshire": "HER",
    "harrow": "HAR",
}
JUDGED = "tower-hamlets-homes"
Move = Callable[[date], None]


@pytest.fixture
def move_to(monkeypatch: pytest.MonkeyPatch) -> Move:
    """Puts the site's clock to a day."""

    def move(day: date) -> None:
        monkeypatch.setattr(clock, "now", lambda: builders.at(day))

    return move


@dataclass
class Window:
    """Somebody at the desk, and what they see. Every page seen is judged and pictured."""

    page: Page
    root: str
    landlord: Landlord
    pictures: str

    def go(self, path: str) -> None:
        self.page.goto(f"{self.root}/{self.landlord.slug}/{path}")

    def seen(self, what: str) -> None:
        """The pages of the four are the same: axe judges one walk, and all of them in a sweep."""
        every = bool(os.environ.get("BROWSER_SWEEPS")) or self.landlord.slug == JUDGED
        (sound if every else nothing_sideways)(self.page)
        shot(self.page, f"{self.pictures}-{what}")

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).click()

    def write(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def day(self, name: str, day: date) -> None:
        for part in ("day", "month", "year"):
            self.page.locator(f"#id_{name}_{part}").fill(str(getattr(day, part)))

    def sign_in(self, actor: Actor) -> None:
        email = User.objects.get(pk=actor.id).email
        self.page.goto(f"{self.root}/sign-in")
        self.write("Email address", email)
        self.write("Password", "x")
        self.press("Sign in")
        self.page.wait_for_url(lambda url: "sign-in" not in url)

    def done(self, words: str) -> None:
        expect(self.page.get_by_role("alert")).to_contain_text(words)


def case_of(landlord: Landlord, actor: Actor, reference: str) -> CaseFacts:
    return facts_of(get_case(actor, landlord, reference))


@pytest.mark.parametrize("slug", LANDLORDS)
def test_one_complaint_from_the_residents_form_to_closing(
    open_page: OpenPage, live_server: LiveServer, move_to: Move, slug: str
) -> None:
    landlord = landlord_named(slug)
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    reviewer = builders.user(landlord, Role.STAGE_2_REVIEWER, name="Ben Ford")

    move_to(date(2026, 5, 1))
    resident = Window(open_page(), live_server.url, landlord, f"{slug}-resident")
    reference = complains(resident)

    desk = Window(open_page(), live_server.url, landlord, slug)
    desk.sign_in(officer)
    move_to(date(2026, 5, 5))
    desk.go("desk/")
    desk.seen("01-worklist")
    desk.page.get_by_role("link", name=reference).click()
    desk.seen("02-case-received")
    logs(desk)
    acknowledges(desk, "1")
    move_to(date(2026, 5, 12))
    extends(desk, landlord, officer, reference)
    move_to(date(2026, 5, 19))
    signers = signing(open_page, live_server.url, landlord)
    responds(desk, "1", signers.get("1"))
    move_to(date(2026, 6, 1))
    escalates(desk)

    review = Window(open_page(), live_server.url, landlord, f"{slug}-review")
    review.sign_in(reviewer)
    move_to(date(2026, 6, 3))
    review.go(f"desk/case/{reference}")
    acknowledges(review, "2")
    move_to(date(2026, 6, 10))
    responds(review, "2", signers.get("2"))
    closes(review)

    case = case_of(landlord, officer, reference)
    assert case.state is State.CLOSED
    assert [stage.outcome for stage in case.stages] == [Finding.UPHELD, Finding.UPHELD]
    assert verify().faults == []


def complains(window: Window) -> str:
    """The resident's part, from the form to the reference."""
    window.go("complain")
    window.page.locator("[name=who][value=me]").check()
    window.press("Continue")
    window.page.locator("#id_description").fill("The kitchen ceiling leaks and nobody comes.")
    window.press("Continue")
    window.press("Continue")
    window.page.locator("[name=risks][value=vulnerable]").check()
    for _ in ("safety", "files", "needs"):
        window.press("Continue")
    for name, typed in {"name": "Mary Osei", "address": "4 Elm Walk", "postcode": "e14aa"}.items():
        window.page.locator(f"#id_{name}").fill(typed)
    window.press("Continue")
    window.press("Send my complaint")
    window.seen("sent")
    return window.page.locator(".govuk-panel strong").inner_text()


def logs(desk: Window) -> None:
    """The issue is on the case already, from the resident's words."""
    desk.page.get_by_role("button", name="Log the complaint").click()
    desk.press("Log the complaint")
    expect(desk.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    desk.seen("03-log-refused")
    desk.page.get_by_label("Service that leads").select_option(index=1)
    desk.page.get_by_text("Issue 2", exact=True).first.click()
    desk.seen("04-log")
    desk.press("Log the complaint")
    desk.done("The complaint is logged.")


def acknowledges(desk: Window, stage: str) -> None:
    desk.page.get_by_role("button", name="Acknowledge it").click()
    desk.seen(f"05-acknowledge-{stage}")
    desk.write("What the resident wants to happen", "Mend the ceiling.")
    desk.press("Look at the letter")
    expect(desk.page.get_by_role("heading", name="There is a problem")).to_be_visible()
    desk.seen(f"06-acknowledge-{stage}-refused")
    desk.write("What we are not responsible for", "There is no part that is not ours.")
    desk.press("Look at the letter")
    desk.seen(f"07-acknowledge-{stage}-letter")
    desk.press("Issue the acknowledgement")
    desk.done("The acknowledgement is issued as a letter.")


def extends(desk: Window, landlord: Landlord, actor: Actor, reference: str) -> None:
    deadline = case_of(landlord, actor, reference).deadline(1, Clock.RESPOND)
    assert deadline and deadline.due_on
    desk.page.get_by_role("link", name="Extend the response date").click()
    desk.day("new_date", date(2026, 5, 27))
    desk.write("Why more time is needed", "The surveyor comes on 22 May.")
    desk.page.get_by_label("Yes").check()
    desk.seen("08-extend")
    desk.press("Look at the letter")
    desk.seen("09-extend-letter")
    desk.press("Issue the extension letter")
    desk.done("The date is moved")
    desk.page.get_by_text("Why this date?").first.click()
    desk.seen("10-case-extended")


def signing(open_page: OpenPage, root: str, landlord: Landlord) -> dict[str, Window]:
    """Who sign stage 1 and stage 2, where the landlord's policy has somebody else sign."""
    if landlord.slug != "tower-hamlets-homes":
        return {}
    people = {
        "1": builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones"),
        "2": builders.user(landlord, Role.CHIEF_EXECUTIVE, name="Harriet Obi"),
    }
    windows = {n: Window(open_page(), root, landlord, f"signs-{n}") for n in people}
    for number, window in windows.items():
        window.sign_in(people[number])
    return windows


def responds(desk: Window, stage: str, signer: Window | None = None) -> None:
    # a button where it is next; a link where a first call or promised work comes before it
    desk.page.locator(f"a[href$='/{'submit' if signer else 'respond'}']").first.click()
    desk.page.get_by_label("Upheld", exact=True).check()
    desk.write("Reasons", "We came late, and it rained in again.")
    if stage == "1":
        desk.page.locator("#id_what_1").fill("Mend the ceiling")
        desk.page.locator("#id_owner_1").fill("Repairs")
        desk.day("due_on_1", date(2026, 6, 30))
    desk.seen(f"11-respond-{stage}")
    desk.press("Look at the letter")
    desk.seen(f"12-respond-{stage}-letter")
    desk.press("Change what I wrote")
    expect(desk.page.get_by_label("Reasons", exact=True)).to_have_value(
        "We came late, and it rained in again."
    )
    desk.press("Look at the letter")
    if signer is None:
        desk.press("Issue the response")
        desk.done("The response is issued as a letter.")
        return
    desk.press("Send it for signature")
    desk.done("The response waits for its signature.")
    desk.seen(f"12-case-waits-{stage}")
    signs(signer)
    desk.page.reload()


def signs(signer: Window) -> None:
    """From Today: one page, two clicks, no keys (T8b)."""
    signer.go("desk/")
    signer.page.locator("a[href$='/sign']").click()
    signer.seen("13-sign")
    signer.press("Sign and issue")
    signer.done("The response is issued as a letter.")


def escalates(desk: Window) -> None:
    desk.page.get_by_role("link", name="Take it to stage 2").click()
    desk.page.get_by_label("Phone", exact=True).check()
    desk.seen("13-escalate")
    desk.press("Take it to stage 2")
    desk.done("Stage 2 has begun.")
    desk.seen("14-case-stage-2")


def closes(desk: Window) -> None:
    expect(desk.page.get_by_text("Promised action due Tue 30 Jun 2026")).to_be_visible()
    desk.page.get_by_role("link", name="Mark as done").click()
    desk.write("What shows it", "Job 4411")
    desk.seen("15-complete-action")
    desk.press("Mark it as done")
    desk.done("The action is marked as done.")
    desk.page.get_by_role("button", name="Record what was learned").click()
    desk.page.get_by_label("Root cause").select_option("delay")
    desk.write("What went wrong", "The roofer was booked late.")
    desk.write("What we learned", "One person books a roofer and looks again.")
    desk.page.get_by_label("No, this case alone").check()
    desk.seen("15-learn")
    desk.press("Keep what was learned")
    desk.done("What was learned is on the record.")
    desk.page.get_by_role("button", name="Close the case").click()
    desk.seen("16-close")
    desk.press("Close the case")
    desk.done("The case is closed.")
    desk.seen("17-closed")
    desk.page.locator(".desk-letters a").nth(1).click()
    desk.seen("18-letter")


LONG = ("Óscar ‏שרה 😀 von der Lengthy-Hyphenatedname" * 6)[:200]


def test_every_page_without_javascript_on_a_phone(
    open_page: OpenPage, live_server: LiveServer, move_to: Move
) -> None:
    """Nothing is wider than the screen, and no link of it leads to nothing; with JavaScript, and
    in all other ways, in `test_every_page.py`."""
    move_to(TODAY)
    landlord = builders.landlord()
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    reviewer = builders.user(landlord, Role.STAGE_2_REVIEWER, name=LONG[:120])
    paths = all_pages(builders.Desk(landlord, officer), reviewer)
    page = open_page(width=PHONE, javascript=False)
    window = Window(page, live_server.url, landlord, "plain")
    window.sign_in(officer)
    for path in paths:
        window.go(f"desk/{path}")
        window.seen(path.replace("/", "-").replace("?", "-") or "worklist")
        expect(page.locator("main h1")).to_be_visible()


def all_pages(desk: builders.Desk, reviewer: Actor) -> list[str]:
    """The addresses of every page of the desk, each on a case at which it opens or says why not."""
    person = builders.resident(desk.landlord, name=LONG)
    type(person).objects.update(needs=LONG, tenure=Tenure.TENANT.value)
    said = {
        "resident": person.pk,
        "description": LONG * 3,
        "issues": (NewIssue(summary=LONG), NewIssue(summary="x" * 200)),
        "risks": ("danger_now", "damp_and_mould", "vulnerable"),
    }
    new, waiting, going = received(desk, **said), logged(desk, **said), opened(desk, **said)
    request = received(desk, **{**said, "kind": Kind.SERVICE_REQUEST, "category": LONG[:120]})
    two = opened(desk, **said)
    mend = NewAction(what=LONG, owner=LONG[:200], due_on=date(2026, 6, 12))
    found = [IssueFinding(issue=n, finding=Finding.UPHELD, reasons=LONG) for n in (1, 2)]
    desk.does(two, Verb.RESPOND, Respond(findings=tuple(found), actions=(mend,)), TODAY)
    owing = answered(desk, mend, resident=person.pk)
    desk.does(two, Verb.ESCALATE, Escalate(requested_on=TODAY, channel="phone"), TODAY)
    lists = [
        "",
        "worklist",
        "worklist?show=closed",
        "find?find=nobody",
        "find?find=elm",
        "views",
        "comments-asked",
        "promises",
        "sending",
        "cover",
        "receive",
        "pass-on",
    ]
    cases = [f"case/{ref}" for ref in (new, waiting, going, request, two, owing)]
    letters = [f"case/{going}/letters/2", f"case/{owing}/letters/3"]
    at = {
        Verb.LOG: new,
        Verb.ACKNOWLEDGE: waiting,
        Verb.ANSWER_REQUEST: request,
        Verb.RAISE_COMPLAINT: request,
        Verb.ESCALATE: owing,
        Verb.COMPLETE_ACTION: owing,
        Verb.CLOSE: owing,
        Verb.REFUSE: waiting,
        Verb.REFUSE_ESCALATION: two,
    }
    actions = [f"case/{at.get(verb, going)}/{word_of(verb)}" for verb in WORDS]
    return [*lists, *cases, *letters, *actions]
