"""The tasks of a desk's day with their budgets: done in the same way by mouse and by keys alone.

Each task begins on a page that somebody has open. `prepare` makes what it needs, by real actions,
and gives that page; `does` is what the person does; `done` are the words on the page that ends it.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from playwright.sync_api import expect

from redress.assessment.reading import latest
from redress.assessment.store import approve
from redress.cases.models import Message
from redress.cases.perform import Done, perform, receive
from redress.ombudsman import store
from redress.people import address_book
from redress.people.models import Home, Landlord
from redress.people.register import add_resident
from redress.rules.access import Actor, Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.ask_comments import AskComments, Asked
from redress.rules.actions.log import Log
from redress.rules.actions.respond import IssueFinding, Respond
from redress.rules.actions.sign import Sign
from redress.rules.actions.submit import Submit
from redress.rules.facts import Finding
from redress.rules.figures_year import Year
from redress.rules.ombudsman import Asks, Body, Duty, Entry
from redress.work import make_packs
from tests.browser.hands import Hands
from tests.builders import contact

TEXT = "The kitchen ceiling leaks again and nobody has been to look."
BUTTON = "main form button.govuk-button:not(.govuk-button--secondary)"
ISSUE = "button[name=step][value=issue]"
SLOW = 30_000  # milliseconds for a page to come: what is counted here is no time
ASKED = ("Sam Quill", "Uma Quill", "Lee Quill")


@dataclass
class Office:
    """A landlord whose stage 1 another signs; `handler` and `leaver` do casework."""

    landlord: Landlord
    officer: Actor
    head: Actor
    handler: Actor
    leaver: Actor
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    def does(self, reference: str, verb: Verb, given: Any) -> None:
        """One step of the officer's; a refusal is a fault of the script."""
        answer = perform(self.officer, self.landlord, reference, verb, given, at=self.now)
        assert isinstance(answer, Done), answer

    def received(self, **others: Any) -> str:
        given = contact(self.today, **others)
        answer = receive(self.officer, self.landlord, given, at=self.now)
        assert isinstance(answer, Done), answer
        return answer.reference

    def logged(self) -> str:
        reference = self.received()
        self.does(reference, Verb.LOG, Log(service="Repairs", category="leak"))
        return reference

    def opened(self) -> str:
        reference = self.logged()
        given = Acknowledge(
            definition="It leaks.", outcome_sought="Mend it.", not_responsible="No."
        )
        self.does(reference, Verb.ACKNOWLEDGE, given)
        return reference

    def waiting(self) -> str:
        reference = self.opened()
        self.does(reference, Verb.SUBMIT, Submit(response=RESPONSE))
        return reference

    def answered(self) -> str:
        """Answered in a landlord's office: sent in by one, signed by another."""
        reference = self.waiting()
        done = perform(self.head, self.landlord, reference, Verb.SIGN, Sign(number=1), at=self.now)
        assert isinstance(done, Done), done
        return reference


RESPONSE = Respond(
    findings=(IssueFinding(issue=1, finding=Finding.UPHELD, reasons="We came late."),),
)


@dataclass(frozen=True)
class Budget:
    """At most so much."""

    pages: int
    clicks: int
    keys: int
    seconds: float


@dataclass(frozen=True)
class Journey:
    """One task. `by` signs in ("" for nobody). Where it takes `more_pages` than its budget, `over`
    says why.
    """

    code: str
    title: str
    budget: Budget
    prepare: Callable[[Office], str]
    does: Callable[[Hands], None]
    done: str
    by: str = "officer"
    over: str = ""
    more_pages: int = 0


def known_resident(office: Office) -> str:
    home = Home.objects.create(landlord=office.landlord, address="4 Elm Walk", postcode="E1 4AA")
    add_resident(office.landlord, name="Mary Quillfeather", home=home, phone="07700 900123")
    return "desk/"


def log_known(hands: Hands) -> None:
    hands.shortcut("n")
    hands.fill("#id_find", "quillf elm")
    hands.page.locator("label", has_text="Mary Quillfeather").first.wait_for()
    hands.choose("input[name=resident]:not([value=''])")
    hands.pick("#id_channel", "ph")
    hands.write("#id_description", TEXT)
    hands.settle()
    hands.press(BUTTON + ":last-of-type")


def log_unknown(hands: Hands) -> None:
    hands.shortcut("n")
    hands.press("summary:has-text('Somebody new')")
    hands.fill("#id_name", "Tom Bradley")
    hands.then("#id_phone", "07700900456")
    hands.then("#id_address", "9 Mill Court")
    hands.then("#id_postcode", "e14ab")
    hands.pick("#id_channel", "ph")
    hands.write("#id_description", TEXT)
    hands.settle()
    hands.press(BUTTON + ":last-of-type")


def log_for_somebody(hands: Hands) -> None:
    hands.shortcut("n")
    hands.press("summary:has-text('Somebody new')")
    hands.fill("#id_name", "Tom Bradley")
    hands.then("#id_phone", "07700900456")
    hands.then("#id_address", "9 Mill Court")
    hands.then("#id_postcode", "e14ab")
    hands.press("summary:has-text('Somebody speaks for them')")
    hands.fill("#id_representative", "Ann Bradley")
    hands.then("#id_relation", "f")
    hands.then("#id_consent", "a")
    hands.pick("#id_channel", "ph")
    hands.write("#id_description", TEXT)
    hands.settle()
    hands.press(BUTTON + ":last-of-type")


def triage(hands: Hands) -> None:
    hands.shortcut("o")
    hands.pick("#id_category", "le")
    hands.pick("#id_handler", "be")
    hands.choose("input[name=priority][value=high]")
    hands.press(BUTTON)


def acknowledge(hands: Hands) -> None:
    hands.press(".desk-next a.govuk-button")
    hands.write("#id_not_responsible", "There is nothing here that is not ours.")
    hands.press(BUTTON)
    hands.press(ISSUE)


def with_colleagues(office: Office) -> str:
    for name in ASKED:
        email = f"{name.split()[0].lower()}@works.example"
        with suppress(address_book.AddressTaken):  # on a live site they are there from before
            address_book.keep(
                office.landlord, name=name, organisation="AA Works", email=email, manager_email=""
            )
    return case_page(office.opened())


def ask(hands: Hands) -> None:
    hands.shortcut("m")
    for name in ASKED:
        number = hands.page.locator("label", has_text=name).first.get_attribute("for")
        hands.choose(f"#{number}")
    hands.write("#id_question", "When did you come, and what did you find?")
    hands.press(BUTTON)


def asked_by_mail(office: Office) -> str:
    """The mail with the link; clicking that link is the first click."""
    who = Asked(
        name="Ida Quill", organisation="Drains", email="ida@works.example", manager_email=""
    )
    question = AskComments(people=(who,), question="When?", due_on=office.today, issues=(1,))
    office.does(office.opened(), Verb.ASK_COMMENTS, question)
    mail = Message.objects.filter(to_address="ida@works.example").order_by("-pk")[0]
    link = next(word for word in mail.text.split() if "/comments/" in word)
    return "comments/" + link.partition("/comments/")[2]


def answer(hands: Hands) -> None:
    hands.clicks += not hands.keyboard  # on the link in the mail
    hands.keys += hands.keyboard
    hands.page.reload()
    hands.write("#id_answer", "We came on 3 April. The flashing was loose.")
    hands.press(BUTTON)


def extend(hands: Hands) -> None:
    hands.shortcut("e")
    hands.fill("#id_new_date_day", "28")
    hands.write("#id_reason", "The surveyor comes next week.")
    hands.press(BUTTON)
    hands.press(ISSUE)


def respond(hands: Hands) -> None:
    hands.press("a[href$='/submit']")
    hands.choose("input[name=finding_1][value=upheld]")
    hands.write("#id_reasons_1", "We came late, and it rained in again.")
    hands.press(BUTTON)
    hands.press(ISSUE)


def to_sign(office: Office) -> str:
    office.waiting()
    return "desk/"


def sign(hands: Hands) -> None:
    hands.open("a[href$='/sign']", key="w")
    hands.press(BUTTON)


def find(hands: Hands) -> None:
    hands.key("/")
    hands.types("quillf")
    with hands.page.expect_navigation():
        hands.key("Enter")
    hands.press("main .desk-case a")


def with_a_case_to_find(office: Office) -> str:
    home = Home.objects.create(landlord=office.landlord, address="5 Elm Walk", postcode="E1 4AA")
    person = add_resident(office.landlord, name="Joan Quillfeather", home=home)
    office.received(resident=person.pk)
    return "desk/"


def twenty_of_a_leaver(office: Office) -> str:
    leaver = Allocate(handler=office.leaver.id or 0, handler_name=office.leaver.name)
    for _ in range(20):
        office.does(office.logged(), Verb.ALLOCATE, leaver)
    return "desk/worklist"


def reassign(hands: Hands) -> None:
    hands.press("summary:has-text('Filter the list')")
    hands.pick("#filter-handler", "zo")
    hands.press(".desk-filter-form button")
    hands.page.wait_for_url("**handler=*")
    if hands.keyboard:
        hands.key("b")  # not before the list is there
    hands.choose("#all")
    hands.pick("#bulk-handler", "be")
    hands.press("button[name=do][value=allocate]")


def answered(office: Office) -> str:
    return case_page(office.answered())


def escalate(hands: Hands) -> None:
    hands.open("a[href$='/escalate']", key="2")
    hands.choose("input[name=channel][value=phone]")
    hands.press(BUTTON)


def close(hands: Hands) -> None:
    hands.press("a[href$='/close']")
    hands.press(BUTTON)


def with_a_wrong_step(office: Office) -> str:
    reference = office.opened()
    wrong = Allocate(handler=office.leaver.id or 0, handler_name=office.leaver.name)
    office.does(reference, Verb.ALLOCATE, wrong)
    return case_page(reference)


def undo(hands: Hands) -> None:
    hands.press(".desk-undo a")
    hands.press(BUTTON)


def with_packs(office: Office) -> str:
    office.received()
    make_packs.run(office.now)
    return "oversight/overview"


def read_board_pack(hands: Hands) -> None:
    hands.press("#packs ~ ul a:has-text('Board pack')")


def with_a_year(office: Office) -> str:
    """A year with a case, and no draft of its self-assessment: one that was begun is approved."""
    office.received()
    year = Year(office.today.year if office.today.month >= 4 else office.today.year - 1)
    there = latest(office.landlord, year)
    if there and there.is_draft:
        there.answers.update(answer="yes")
        approve(there, "Board", office.today, "", office.officer, office.now, office.today)
    return "desk/"


def report_the_year(hands: Hands) -> None:
    hands.press("nav summary:has-text('Reports')")
    hands.press("nav a:has-text('Annual report')")
    with hands.page.expect_download() as saved:
        hands.press("a[href$='/download/pdf']")
    assert saved.value.suggested_filename.endswith(".pdf")
    hands.press("main a:has-text('Self-assessment')")
    hands.press("button:has-text('Begin a self-assessment')")


def with_figures(office: Office) -> str:
    office.received()
    return "oversight/figures"


def both_returns(hands: Hands) -> None:
    hands.press("a[href$='/returns']")
    hands.press("a:has-text('Download the measures')")
    hands.press("a:has-text('Download the return')")


def at_the_ombudsman(office: Office) -> str:
    """A case with what the Ombudsman asks, due in a few days."""
    reference = office.answered()
    who, today = (office.officer, office.now), office.today
    number = f"T9-{reference}"
    entry = Entry(body=Body.HOUSING, reference=number, received_on=today, case=reference)
    row = store.keep(office.landlord, entry, *who, today)
    asks = Duty(Asks.INFORMATION, "Send your record", today, today)
    store.keep_duty(row, asks, *who, today)
    return "desk/"


def make_the_pack(hands: Hands) -> None:
    hands.press("main a:has-text('Asked by the Ombudsman')")
    hands.press("main .desk-case a:has-text('T9-')")
    with hands.page.expect_download() as saved:
        hands.press("button:has-text('Make the evidence pack')")
    assert saved.value.suggested_filename.endswith(".zip")
    hands.page.reload()  # to see that it is noted


def case_page(reference: str) -> str:
    return f"desk/case/{reference}"


JOURNEYS = (
    Journey(
        "T1", "Log a phone complaint, known resident", Budget(1, 6, 30, 45),
        known_resident, log_known, "It is taken down",
    ),
    Journey(
        "T2", "Log one, unknown person", Budget(2, 10, 90, 90),
        lambda office: "desk/", log_unknown, "It is taken down",
    ),
    Journey(
        "T2 for another", "Log one, unknown person, by a representative", Budget(2, 10, 90, 90),
        lambda office: "desk/", log_for_somebody, "It is taken down",
    ),
    Journey(
        "T3", "Triage, handler and priority", Budget(1, 4, 6, 12),
        lambda office: case_page(office.received(service="", category="")), triage,
        "The complaint is logged",
    ),
    Journey(
        "T4", "Acknowledge with definition", Budget(2, 6, 10, 25),
        lambda office: case_page(office.logged()), acknowledge, "The acknowledgement is issued",
    ),
    Journey(
        "T5", "Ask three colleagues for comments", Budget(1, 5, 24, 25),
        with_colleagues, ask, "They are asked",
    ),
    Journey(
        "T6", "Answer such a request, first time", Budget(3, 4, 0, 15),
        asked_by_mail, answer, "Thank you", by="",
    ),
    Journey(
        "T7", "Extend with reason", Budget(1, 4, 4, 12),
        lambda office: case_page(office.opened()), extend, "The date is moved",
        over="the letter is looked at before it is issued for good", more_pages=1,
    ),
    Journey(
        "T8", "Write, look at and submit a stage 1 response", Budget(3, 10, 20, 45),
        lambda office: case_page(office.opened()), respond, "waits for its signature",
    ),
    Journey(
        "T8b", "Sign off", Budget(1, 2, 0, 6), to_sign, sign, "is issued as a letter", by="head",
    ),
    Journey(
        "T9", "The Ombudsman’s evidence pack", Budget(2, 4, 0, 10),
        at_the_ombudsman, make_the_pack, "Evidence pack made",
    ),
    Journey(
        "T10", "Annual report and a draft of the self-assessment", Budget(2, 5, 0, 15),
        with_a_year, report_the_year, "A draft.",
    ),
    Journey(
        "T11", "TSM CH01/CH02 and the monthly file", Budget(1, 3, 0, 8),
        with_figures, both_returns, "Monthly return",
    ),
    Journey(
        "T12", "Find a case by part of a name", Budget(1, 1, 8, 6),
        with_a_case_to_find, find, "Joan Quillfeather",
    ),
    Journey(
        "T13", "Reassign 20 cases of a leaver", Budget(1, 6, 8, 20),
        twenty_of_a_leaver, reassign, "20 of 20",
    ),
    Journey(
        "T14", "Take it to stage 2", Budget(1, 3, 0, 8), answered, escalate, "Stage 2 has begun",
    ),
    Journey("T15", "Close, its points answered", Budget(1, 5, 0, 20), answered, close, "closed"),
    Journey(
        "T16", "Undo a wrong step", Budget(1, 2, 0, 4), with_a_wrong_step, undo, "taken back",
    ),
    Journey(
        "T18", "Board pack: quarter, themes, orders", Budget(1, 3, 0, 8),
        with_packs, read_board_pack, "Who has read it",
    ),
)  # fmt: skip


def travel(journey: Journey, hands: Hands, office: Office, root: str) -> None:
    """Go to where the task begins, do it, and see that it is done. Nothing before it counts."""
    path = journey.prepare(office)
    hands.page.set_default_timeout(SLOW)
    hands.page.goto(f"{root}/{office.landlord.slug}/{path}")
    begins(hands)
    journey.does(hands)
    expect(hands.page.locator("main")).to_contain_text(journey.done, timeout=SLOW)
    hands.page.wait_for_load_state("load")


def begins(hands: Hands) -> None:
    """Nothing is done yet."""
    hands.clicks = hands.keys = hands.moves = hands.loads = 0
    hands.server, hands.on_mouse = 0.0, not hands.keyboard
