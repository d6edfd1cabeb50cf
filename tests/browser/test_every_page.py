"""Every page of the staff and of those asked for comments, in a real browser, as people meet it:
with the longest words, empty, and after a refused form; on a small screen, enlarged, in the dark
and in forced colours; by each role that may open it.

A page takes its way of being looked at by turns, so that each is seen in every way at least once
and not in every combination.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from redress.cases import mail_in
from redress.cases.models import Case, Message
from redress.cases.stationery import Row
from redress.cases.stationery_versions import save
from redress.people import address_book, members, teams
from redress.people.models import Landlord
from redress.privacy.models import Proposal, ProposedCase
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.close import Close
from redress.rules.actions.escalate import Escalate
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.receive_message import ReceiveMessage
from redress.rules.actions.respond import IssueFinding, NewAction, Respond
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import Finding, Kind, Tenure
from redress.rules.satisfaction import AskingPlan
from redress.rules.unhappy import UnhappyRow
from redress.rules.wording import source
from redress.satisfaction import asking, offering
from redress.satisfaction.links import token_of
from redress.satisfaction.models import Asked, Unhappy
from redress.web import clock
from redress.web.desk.verbs import WORDS, word_of
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, nothing_sideways, shot, sound
from tests.rules.inputs import ROOFER, SURVEYOR, ask
from tests.web.desk.conftest import TODAY, answered, browser_of, logged, opened, received
from tests.web.test_every_page import EVERY
from tests.work.mail_corpus import letter, of

WORD = "W" * 300
NAME = ("Óscar ‏שרה محمد 😀 von der Lengthy-Hyphenatedname " * 6)[:200]
STORY = ("The kitchen ceiling leaks and nobody comes. " * 50)[:2_000]
ZOOMED = 320, 256  # what is left of 1280 × 1024 at 400 %
REACHABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary"

# What is no page: a part of one, a file, or an answer to a form.
NOT_PAGES = {
    *("export", "look", "here", "autosave", "change"),
    *("document", "small", "paper", "bulk", "wording-paper", "original", "message-paper"),
}
# Staff pages that name a thing, which have a browser test of their own or need none.
ELSEWHERE = {"batch", "policy"}
EMPTY = (
    "",
    "views",
    "address-book",
    "requests-to-check",
    "worklist",
    "sending",
    "promises",
    "comments-asked",
    "satisfaction?show=ring",
    "find?find=nobody",
)

# Links that say the same in one table, and lead elsewhere, unless something describes them.
LIKE_LINKS = """() => [...document.querySelectorAll("main table")].flatMap(table => {
  const seen = new Map();
  const says = a => [a.getAttribute("aria-label") || a.textContent,
    a.getAttribute("aria-describedby")].join("|").replace(/\\s+/g, " ").trim();
  return [...table.querySelectorAll("a[href]")].filter(a => {
    const before = seen.get(says(a));
    seen.set(says(a), a.href);
    return before !== undefined && before !== a.href;
  }).map(says);
})"""

# What looks the same with and without the focus.
NO_FOCUS = """selector => {
  const look = element => {
    const near = [element, element.nextElementSibling, element.closest("label")].filter(Boolean);
    return near.flatMap(each => [null, "::before", "::after"].map(part => {
      const style = getComputedStyle(each, part);
      return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor,
        style.borderWidth, style.clipPath, style.width].join();
    })).join();
  };
  const found = [];
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility() || element.disabled) continue;
    document.activeElement.blur();
    const before = look(element);
    element.focus({ focusVisible: true });
    if (document.activeElement === element && look(element) === before)
      found.push(element.outerHTML.slice(0, 120));
  }
  document.activeElement.blur();
  return found;
}"""


@dataclass
class World:
    """A landlord with something at every point of its life, all of it as long as it may be."""

    landlord: Landlord
    officer: Actor
    desk: builders.Desk

    def long(self) -> dict[str, object]:
        person = builders.resident(self.landlord, name=NAME)
        type(person).objects.filter(pk=person.pk).update(needs=NAME, tenure=Tenure.TENANT.value)
        return {
            "resident": person.pk,
            "description": STORY + WORD,
            "issues": (NewIssue(summary=NAME), NewIssue(summary=WORD[:200])),
            "risks": ("danger_now", "damp_and_mould", "vulnerable"),
        }


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))
    yield TODAY


@pytest.fixture
def world(transactional_db: None) -> World:
    landlord = builders.landlord()
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER, Role.ADMINISTRATOR, Role.AUDITOR)
    return World(landlord, officer, builders.Desk(landlord, officer))


def addresses(world: World) -> dict[str, list[str]]:
    """The addresses of each page by its name, on cases at which it has most to show."""
    desk, said = world.desk, world.long()
    new, waiting, going = received(desk, **said), logged(desk, **said), opened(desk, **said)
    request = received(desk, **said | {"kind": Kind.SERVICE_REQUEST, "category": NAME[:120]})
    two, owing = opened(desk, **said), answered(desk, promised(), resident=said["resident"])
    desk.does(two, Verb.RESPOND, response(), TODAY)
    desk.does(two, Verb.ESCALATE, Escalate(requested_on=TODAY, channel="phone"), TODAY)
    closed = answered(desk, resident=said["resident"])
    asking.choose(world.landlord, AskingPlan(0), TODAY, world.officer, builders.at(TODAY))
    desk.does(closed, Verb.CLOSE, Close(), TODAY)
    asking.run(builders.at(TODAY))
    offering.add(world.landlord, None, [UnhappyRow(TODAY, NAME, WORD[:254], STORY)])
    desk.does(going, Verb.ASK_COMMENTS, ask(TODAY + timedelta(days=3), ROOFER, SURVEYOR), TODAY)
    for each in (request, owing, owing, closed):
        wrote = ReceiveMessage(received_on=TODAY, channel="email", text=STORY + WORD, name=NAME)
        desk.does(each, Verb.RECEIVE_MESSAGE, wrote, TODAY)
    kept = opened(desk, **said)
    named = Restrict(people=((world.officer.id or 0, NAME),), reason=NAME)
    desk.does(kept, Verb.RESTRICT, named, TODAY)
    known = {"name": NAME[:100], "organisation": NAME[:100], "email": "s@axis.example"}
    contributor = address_book.keep(world.landlord, **known)
    at = {
        Verb.LOG: new,
        Verb.ACKNOWLEDGE: waiting,
        Verb.REFUSE: waiting,
        Verb.ANSWER_REQUEST: request,
        Verb.RAISE_COMPLAINT: request,
        Verb.REFUSE_ESCALATION: two,
        Verb.REOPEN: closed,
        Verb.SETTLE_MESSAGE: owing,
        Verb.LEARN: owing,
        **dict.fromkeys((Verb.ESCALATE, Verb.COMPLETE_ACTION, Verb.MOVE_ACTION, Verb.CLOSE), owing),
    }
    cases = (new, waiting, going, request, two, owing, closed, kept)
    mail = Message.objects.filter(text__contains="/comments/")[0]
    token = mail.text.split("/comments/")[1].split()[0]
    return {
        "worklist": ["desk/worklist?handler=nobody", "desk/worklist?stage=2"],
        "find": ["desk/find?find=elm", "desk/find?find=nobody"],
        "contributor": [f"desk/address-book/{contributor.pk}"],
        "sending": ["desk/sending?show=sent", "desk/sending?show=waiting"],
        "message": [f"desk/sending/{Message.objects.order_by('pk')[0].pk}"],
        "case": [f"desk/case/{ref}" for ref in cases],
        "mail": ["desk/mail?show=taken"],
        "letter-in": [f"desk/mail/{number}" for number in mail_of(world)],
        "letter": [f"desk/case/{going}/letters/2", f"desk/case/{owing}/letters/3"],
        "read-out-code": [f"desk/case/{going}/read-out-code"],
        "needs": [f"desk/case/{going}/needs"],
        "everything": [f"desk/case/{going}/everything"],
        "case-looks": [f"desk/case/{going}/looks"],
        "compensation": [f"desk/case/{going}/compensation"],
        "act": [f"desk/case/{at.get(verb, going)}/{word_of(verb)}" for verb in WORDS],
        "comments": [f"comments/{token}"],
        "how-we-did": [f"how-we-did/{token_of(Asked.objects.get(), world.landlord)}"],
        "ring": [f"desk/satisfaction/{Asked.objects.get().pk}"],
        "unhappy": [f"desk/satisfaction/unhappy/{Unhappy.objects.get().pk}"],
        "erasing": [f"administration/retention/{own_proposal(world, closed)}"],
        "member": [f"administration/members/{own_member(world)}"],
        "person": [f"administration/people/{world.officer.id}"],
        "team": [f"administration/teams/{own_team(world)}"],
        "passage": ["administration/passages/new", "administration/passages/apology"],
        "contact": ["administration/contacts/new", "administration/contacts/housing-ombudsman"],
        "wording": ["administration/wordings/stage_1_response"],
        "wording-version": [f"administration/wordings/receipt/{own_wording(world).number}"],
    }


def own_member(world: World) -> int:
    """A councillor of the landlord's directory, by number."""
    known = {"name": NAME[:100], "kind": "councillor", "area": NAME[:100]}
    return members.keep(world.landlord, **known).pk


def own_proposal(world: World, reference: str) -> int:
    """A proposal to erase a case, by its number. Its time is not over: the page shows it so."""
    proposal = {"number": 1, "proposed_at": builders.at(TODAY), "proposed_by_id": world.officer.id}
    made = Proposal.objects.create(landlord=world.landlord, **proposal)
    case = Case.objects.get(landlord=world.landlord, reference=reference)
    days = {"closed_on": TODAY, "due_on": TODAY, "kept": "not_yet held"}
    ProposedCase.objects.create(
        landlord=world.landlord, proposal=made, case=case, line=NAME[:120], source=NAME, **days
    )
    return made.number


def own_team(world: World) -> int:
    """A team of the landlord's own, by its number."""
    return teams.add(world.landlord, world.officer, NAME[:100], builders.at(TODAY)).pk


def mail_of(world: World) -> list[int]:
    """An e-mail that a person sorts, with a suggestion, and one that is on its case."""
    texts = (letter(STORY + WORD, Subject=NAME[:200]), letter(STORY, of("Ann"), Subject=WORD))
    kept = [mail_in.keep(world.landlord, bytes(t), TODAY, builders.at(TODAY)) for t in texts]
    return [mail_in.settle(each, builders.at(TODAY)).pk for each in kept]


def own_wording(world: World) -> Row:
    """A draft that shows all: the letter, how it reads, and what stands against it."""
    subject, body = source("receipt")
    said = {"subject": subject, "body": f"{body}\n\n{STORY}"}
    who = world.landlord, world.officer, "wording", "receipt"
    return save(*who, said, title="Receipt", at=builders.at(TODAY))


def plain() -> list[str]:
    """The addresses of staff pages that name nothing, from the site's own list: a new page is
    looked at from the day it is there."""
    staff = [
        (path.removeprefix("<slug:slug>/"), pattern.name)
        for path, pattern in EVERY
        if path.startswith(("<slug:slug>/desk/", "<slug:slug>/administration/"))
    ]
    return [path for path, name in staff if "<" not in path and name not in NOT_PAGES]


def response() -> Respond:
    findings = (IssueFinding(issue=n, finding=Finding.UPHELD, reasons=NAME) for n in (1, 2))
    return Respond(findings=tuple(findings), actions=(promised(),))


def promised() -> NewAction:
    return NewAction(what=NAME, owner=NAME, due_on=TODAY + timedelta(days=30))


def signed_in(page: Page, live_server: LiveServer, actor: Actor) -> Page:
    kept = browser_of(actor).cookies[settings.SESSION_COOKIE_NAME].value
    named = {"name": settings.SESSION_COOKIE_NAME, "value": kept, "url": live_server.url}
    page.context.add_cookies([named])
    return page


def test_every_page_that_names_something_is_in_the_table(world: World) -> None:
    names = {
        pattern.name
        for path, pattern in EVERY
        if path.startswith(("<slug:slug>/desk/", "<slug:slug>/administration/"))
        and "<" in path.removeprefix("<slug:slug>")
    }
    assert names - NOT_PAGES - ELSEWHERE <= addresses(world).keys()


def told(check: Callable[[Page], None], page: Page) -> list[str]:
    """What a check says against a page, so that one fault does not hide the others."""
    try:
        check(page)
    except AssertionError as error:
        return [str(error)]
    return []


def looks_right(page: Page, name: str) -> list[str]:
    """What is wrong with a page: for axe, a link in a table like another, a focus not seen."""
    like = page.evaluate(LIKE_LINKS)
    page.keyboard.press("Tab")  # from here on the focus is the keyboard's
    unseen = page.evaluate(NO_FOCUS, REACHABLE)
    shot(page, f"page-{name}")
    return [
        *told(sound, page),
        *(f"{page.url}: two links say {words!r}" for words in like),
        *(f"{page.url}: the focus is not seen on {what}" for what in unseen),
    ]


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(each => each.open = true)")


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_with_the_longest_words(
    open_page: OpenPage, live_server: LiveServer, world: World, half: int
) -> None:
    named = addresses(world).values()
    every = [*plain(), *(at for paths in named for at in paths)]
    page = signed_in(open_page(), live_server, world.officer)
    faults: list[str] = []
    for turn, at in list(enumerate(every))[half::2]:
        dark, small = turn // 2 % 2, turn // 4 % 2
        page.set_viewport_size(size(ZOOMED if small else (DESKTOP, 900)))
        page.emulate_media(color_scheme="dark" if dark else "light")
        answer = page.goto(f"{live_server.url}/code-model/{at}")
        assert answer
        faults += [] if answer.status in (200, 403, 409) else [f"{at}: {answer.status}"]
        open_all(page)
        name = re.sub(r"\W+", "-", at)[:60]
        faults += looks_right(page, name)
        page.set_viewport_size(size((DESKTOP, 900) if small else ZOOMED))
        page.emulate_media(forced_colors="active")
        faults += told(nothing_sideways, page)
        shot(page, f"page-{name}-forced")
        page.emulate_media(forced_colors="none")
    assert not faults, "\n\n".join(faults)


def size(of: tuple[int, int]) -> dict[str, int]:
    return {"width": of[0], "height": of[1]}


@pytest.mark.sweep
def test_every_form_refused(open_page: OpenPage, live_server: LiveServer, world: World) -> None:
    """Each form sent as it stands: most are refused, the others show a letter or are done."""
    refused = 0
    faults: list[str] = []
    page = signed_in(open_page(), live_server, world.officer)
    for turn, at in enumerate(addresses(world)["act"] + ["desk/receive", "desk/pass-on"]):
        page.set_viewport_size(size((PHONE, 600) if turn % 2 else (DESKTOP, 900)))
        page.emulate_media(color_scheme="dark" if turn // 2 % 2 else "light")
        page.goto(f"{live_server.url}/code-model/{at}")
        button = page.locator("main form[method=post] button.govuk-button:not([name])").last
        if not button.count():
            continue
        button.click()
        page.wait_for_load_state()
        refused += page.get_by_role("heading", name="There is a problem").count()
        open_all(page)
        faults += looks_right(page, re.sub(r"\W+", "-", f"refused-{at}"))
    assert not faults, "\n\n".join(faults)
    assert refused > 20


@pytest.mark.sweep
@pytest.mark.parametrize("role", sorted(Role))
def test_what_each_role_sees(
    open_page: OpenPage, live_server: LiveServer, world: World, role: Role
) -> None:
    """Today, and a case where the role reads them."""
    ref = opened(world.desk)
    actor = builders.user(world.landlord, role, name=f"A {role}")
    page = signed_in(open_page(width=PHONE), live_server, actor)
    for at in ("desk/", f"desk/case/{ref}"):
        page.goto(f"{live_server.url}/code-model/{at}")
        sound(page)


def test_where_nothing_is_yet(open_page: OpenPage, live_server: LiveServer, world: World) -> None:
    page = signed_in(open_page(scheme="dark"), live_server, world.officer)
    for at in EMPTY:
        page.goto(f"{live_server.url}/code-model/desk/{at}")
        sound(page)
